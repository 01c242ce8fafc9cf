import ClimateModel
import Testing
import Transport
import WebFixtures

/// What comes from a server that behaves.
@Suite struct ContentTests {
    @Test func aPageComesWithWhatItsServerTells() async throws {
        let server = try WebServer([
            "/feed": .page(
                "Hej från Årjäng", type: "Text/HTML; Charset=\"ISO-8859-1\"",
                headers: [("Cache-Control", "public, max-age=600"), ("Age", "100")])
        ])
        let response = try await WebClient.testing().get(.own(server.url("/feed")))
        #expect(response.status == 200)
        #expect(try response.body.text == "Hej från Årjäng")
        #expect(response.mediaType == "text/html")
        #expect(response.charset == "iso-8859-1")
        #expect(response.maxAge == 500)
        #expect(response.url.text == server.url("/feed"))
        #expect(response.movedTo == nil)
        #expect(response.isSurelyWhole)
        #expect(!response.isUnchanged)
    }

    @Test func withoutAContactNoneIsMadeUp() async throws {
        let server = try WebServer(["/": .page("")])
        _ = try await WebClient(environment: [:]).get(
            WebRequest(url: server.url("/"), allowsPrivateHost: true))
        #expect(server.requests.first?.headers["user-agent"] == "Utkik/1.0")
    }

    @Test func aServerSeesWhoAsksAndNothingElse() async throws {
        let server = try WebServer([
            "/": .page("", headers: [("Set-Cookie", "id=1")])
        ])
        let client = WebClient(contact: "https://example.org/why", environment: [:])
        for _ in 1...2 {
            _ = try await client.get(
                WebRequest(
                    url: server.url("/"), allowsPrivateHost: true, accept: "application/rss+xml"))
        }
        for request in server.requests {
            #expect(request.method == "GET")
            #expect(request.headers["user-agent"] == "Utkik/1.0 (+https://example.org/why)")
            #expect(request.headers["accept-encoding"] == "gzip, br")
            #expect(request.headers["accept"] == "application/rss+xml")
            let others = Set(request.headers.keys)
                .subtracting(["user-agent", "accept-encoding", "accept", "host"])
            #expect(others.isEmpty)
        }
        #expect(server.requests.count == 2)
    }

    @Test(arguments: ["\"v1\"", "W/\"ä ö\"", "unquoted", "\"a,b\"  \"c\""])
    func validatorsGoBackExactlyAsTheyCame(etag: String) async throws {
        let date = "tis, 08 sep 2026 07:00"
        let server = try WebServer([
            "/": .page("content", etag: etag, lastModified: date)
        ])
        let client = WebClient.testing()
        let first = try await client.get(.own(server.url("/")))
        #expect(first.validators.lastModified == date)
        let second = try await client.get(.own(server.url("/"), validators: first.validators))
        #expect(second.isUnchanged)
        #expect(second.body.isEmpty)
        #expect(server.requests.last?.headers["if-none-match"] == etag)
        #expect(server.requests.last?.headers["if-modified-since"] == date)
    }

    @Test func aDateAloneIsEnoughForNotModified() async throws {
        let server = try WebServer(["/": .page("content", lastModified: "yesterday")])
        let validators = Validators(lastModified: "yesterday")
        let response = try await WebClient.testing().get(
            .own(server.url("/"), validators: validators))
        #expect(response.isUnchanged)
    }

    @Test func aValidatorCannotBringInAHeader() async throws {
        let server = try WebServer(["/": .page("content")])
        let validators = Validators(etag: "\"1\"\r\nX-Evil: 1")
        _ = try await WebClient.testing().get(.own(server.url("/"), validators: validators))
        #expect(server.requests.first?.headers["x-evil"] == nil)
    }

    @Test func notModifiedWithoutHavingAskedIsNoAnswer() async throws {
        let server = try WebServer(["/": .status(304)])
        let failure = await WebClient.testing().failure(.own(server.url("/")))
        #expect(failure == .broken(.unexpectedlyUnchanged))
    }

    @Test(
        arguments: [
            (["max-age=60"], nil, 60), (["public", "Max-Age=\"60\" , immutable"], nil, 60),
            (["max-age=60"], "100", 0), (["max-age=60, no-cache"], nil, 0), (["no-store"], nil, 0),
            (["max-age=soon"], nil, nil), (["s-maxage=5"], nil, nil), ([], "5", nil),
            (["max-age=99999999999999999999"], nil, 31_536_000),
        ] as [([String], String?, Int?)])
    func anAnswerIsFreshAsLongAsItsServerTells(
        cacheControl: [String], age: String?, expected: Int?
    ) async throws {
        let headers = cacheControl.map { ("Cache-Control", $0) } + (age.map { [("Age", $0)] } ?? [])
        let server = try WebServer(["/": .page("", headers: headers)])
        #expect(try await WebClient.testing().get(.own(server.url("/"))).maxAge == expected)
    }

    @Test func compressedContentIsDecompressed() async throws {
        let text = String(repeating: "näringsliv ", count: 10_000)
        let server = try WebServer(["/": .gzip(text)])
        let response = try await WebClient.testing().get(.own(server.url("/")))
        #expect(try response.body.text == text)
    }

    @Test(arguments: [0, 1, 256 << 10, (256 << 10) + 1, 3 << 20])
    func contentIsTheSameInMemoryAndInAFile(size: Int) async throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) }
        let server = try WebServer(["/": .page(bytes)])
        let body = try await WebClient.testing().get(.own(server.url("/"))).body
        #expect(body.count == size)
        #expect(body.isInFile == (size > 256 << 10))
        for _ in 1...2 {
            #expect(try body.bytes() == bytes)
            var pieces: [UInt8] = []
            try body.forEachChunk(of: 100_000) { piece in
                #expect((1...100_000).contains(piece.count))
                pieces += piece
            }
            #expect(pieces == bytes)
        }
    }

    @Test func withoutRoomForALargePageThatIsSaid() async throws {
        let server = try WebServer(["/": .page([UInt8](repeating: 1, count: 1 << 20))])
        let client = WebClient.testing(environment: ["TMPDIR": "/nowhere/at/all"])
        #expect(await client.failure(.own(server.url("/"))) == .storage)
    }

    @Test func contentWithoutALengthMayNotBeWhole() async throws {
        let server = try WebServer(["/": .unframed("as far as we got")])
        let response = try await WebClient.testing().get(.own(server.url("/")))
        #expect(try response.body.text == "as far as we got")
        #expect(!response.isSurelyWhole)
    }

    @Test(arguments: [
        ("120", RetryAfter.seconds(120)),
        (
            "Tue, 08 Sep 2026 07:00:00 GMT",
            .moment(Timestamp("2026-09-08T07:00:00Z") ?? .distantPast)
        ),
        ("99999999999999999999", .seconds(31_536_000)),
    ])
    func aServerTellsWhenToComeAgain(text: String, expected: RetryAfter) async throws {
        let server = try WebServer([
            "/": .tooMany(retryAfter: text),
            "/good": .page("", headers: [("Retry-After", text)]),
        ])
        let client = WebClient.testing()
        let failure = await client.failure(.own(server.url("/")))
        #expect(failure == .status(429, retryAfter: expected))
        #expect(try await client.get(.own(server.url("/good"))).retryAfter == expected)
    }

    @Test(arguments: ["soon", "-1", "", "1.5", "8"].enumerated().map { $0 })
    func onlyANumberOrADateTellsWhen(offset: Int, text: String) {
        #expect((RetryAfter(text) != nil) == (text == "8"))
    }

    @Test func timeLeftIsNeverNegativeNorEndless() {
        let now = Timestamp(seconds: 1_000)
        #expect(RetryAfter.moment(Timestamp(seconds: 900)).seconds(from: now) == 0)
        #expect(RetryAfter.moment(Timestamp(seconds: 1_090)).seconds(from: now) == 90)
        #expect(RetryAfter.moment(Timestamp(seconds: .max)).seconds(from: now) == 31_536_000)
        #expect(RetryAfter.seconds(-5).seconds(from: now) == 0)
    }
}
