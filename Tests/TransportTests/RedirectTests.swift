import Testing
import Transport
import WebFixtures

@Suite struct RedirectTests {
    @Test func fiveRedirectsAreFollowedAndNoMore() async throws {
        let server = try WebServer(["/0": .page("there")])
        for step in 1...6 {
            server.set("/\(step)", .redirect(to: "/\(step - 1)"))
        }
        let client = WebClient.testing()
        let response = try await client.get(.own(server.url("/5")))
        #expect(try response.body.text == "there")
        #expect(response.url.text == server.url("/0"))
        let failure = await client.failure(.own(server.url("/6")))
        #expect(failure == .tooManyRedirects(limit: 5))
    }

    @Test func aLoopEnds() async throws {
        let server = try WebServer(["/": .redirectLoop])
        let failure = await WebClient.testing().failure(.own(server.url("/")))
        #expect(failure == .tooManyRedirects(limit: 5))
        #expect(server.requests.count == 6)
    }

    @Test(arguments: [
        ([301], true), ([308], true), ([301, 308, 301], true), ([302], false), ([307], false),
        ([303], false), ([302, 301], false),
    ])
    func aPermanentRedirectIsRemembered(statuses: [Int], moves: Bool) async throws {
        let server = try WebServer(["/\(statuses.count)": .page("there")])
        for (step, status) in statuses.enumerated() {
            server.set("/\(step)", .redirect(to: "/\(step + 1)", status: status))
        }
        let response = try await WebClient.testing().get(.own(server.url("/0")))
        #expect(response.movedTo == (moves ? server.url("/\(statuses.count)") : nil))
    }

    @Test func whatIsPermanentEndsWithTheFirstPassingRedirect() async throws {
        let server = try WebServer([
            "/old": .redirect(to: "/new", status: 301),
            "/new": .redirect(to: "/today", status: 302),
            "/today": .redirect(to: "/today.xml", status: 301),
            "/today.xml": .page("there"),
        ])
        let response = try await WebClient.testing().get(.own(server.url("/old")))
        #expect(response.movedTo == server.url("/new"))
        #expect(response.url.text == server.url("/today.xml"))
    }

    @Test func linksAreResolvedAndEncoded() async throws {
        let server = try WebServer([
            "/a/start": .redirect(to: "../nytt från kommunen?q=å#top"),
            "/nytt%20fr%c3%a5n%20kommunen": .page("there"),
            "/latin": Behaviour { _, connection in
                let head = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /fr"
                return connection.send(Array(head.utf8) + [0xE5] + Array("n\r\n\r\n".utf8))
            },
            "/fr%E5n": .page("there"),
        ])
        for start in ["/a/start", "/latin"] {
            let response = try await WebClient.testing().get(.own(server.url(start)))
            #expect(try response.body.text == "there")
        }
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x/", "javascript:1"])
    func noRedirectLeadsOutOfTheWeb(target: String) async throws {
        let server = try WebServer(["/": .redirect(to: target, status: 301)])
        let failure = await WebClient.testing().failure(.own(server.url("/")))
        let scheme = String(target.prefix { $0 != ":" })
        #expect(failure == .redirectScheme(scheme) || failure == .broken(.malformed))
        if target.contains("//") { #expect(failure == .redirectScheme(scheme)) }
    }

    @Test func aRedirectToAnotherPrivateHostIsRefused() async throws {
        let inside = try WebServer(["/": .page("secret")])
        let other = try WebServer(["/": .page("secret")], address: "127.0.0.2")
        let server = try WebServer([
            "/name": .redirect(to: inside.url("/", host: "localhost")),
            "/other": .redirect(to: other.url("/", host: "127.0.0.2")),
            "/port": .redirect(to: inside.url("/")),
        ])
        let client = WebClient.testing()
        #expect(
            await client.failure(.own(server.url("/name")))
                == .privateAddress(host: "localhost", byRedirect: true))
        #expect(
            await client.failure(.own(server.url("/other")))
                == .privateAddress(host: "127.0.0.2", byRedirect: true))
        #expect(inside.requests.isEmpty && other.requests.isEmpty)
        // The source's own host may be private at any port.
        #expect(try await client.get(.own(server.url("/port"))).body.text == "secret")
    }

    @Test func aPasswordStaysWithItsHost() async throws {
        let other = try WebServer(["/": .page("there")])
        let server = try WebServer(["/own": .redirect(to: "/out")])
        server.set("/out", .redirect(to: other.url("/")))
        let address = server.url("/own", host: "name:secret@127.0.0.1")
        let response = try await WebClient.testing().get(.own(address))
        #expect(server.requests.map { $0.headers["authorization"] != nil } == [true, true])
        #expect(other.requests.first?.headers["authorization"] == nil)
        #expect(!response.url.text.contains("secret"))
    }

    @Test func aRedirectWithoutATargetIsAStatus() async throws {
        let server = try WebServer(["/": .status(302), "/empty": .redirect(to: "http://")])
        let client = WebClient.testing()
        #expect(await client.failure(.own(server.url("/"))) == .status(302, retryAfter: nil))
        #expect(await client.failure(.own(server.url("/empty"))) == .broken(.malformed))
    }
}
