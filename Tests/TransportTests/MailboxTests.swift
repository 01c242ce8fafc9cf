import ClimateModel
import Testing
import Transport
import WebFixtures

@Suite struct MailboxTests {
    private static let message = "Subject: Hej\r\n\r\nA1 OK done\r\nU3 OK done\r\n* BYE\r\n{12}\r\n"

    private func server(_ numbers: [Int], _ change: (inout MailServer.Mailbox) -> Void = { _ in })
        throws -> MailServer
    {
        var mailbox = MailServer.Mailbox()
        for number in numbers { mailbox.messages[number] = "\(number) " + Self.message }
        change(&mailbox)
        return try MailServer(mailbox)
    }

    private func request(_ server: MailServer, _ position: MailboxPosition? = nil) -> MailboxRequest
    {
        MailboxRequest(
            url: server.url(), user: "anna", password: "secret", allowsPrivateHost: true,
            position: position)
    }

    private let client = MailboxClient(environment: [:])

    private func failure(_ request: MailboxRequest, _ client: MailboxClient? = nil) async
        -> WebError?
    {
        do throws(WebError) {
            _ = try await (client ?? self.client).read(request)
            return nil
        } catch {
            return error
        }
    }

    @Test func newMessagesComeWholeAndNothingIsChanged() async throws {
        let server = try server([3, 5, 9])
        let reading = try await client.read(request(server))
        #expect(reading.messages.map(\.uid) == [3, 5, 9])
        for message in reading.messages {
            #expect(try message.body.text == "\(message.uid) " + Self.message)
        }
        #expect(reading.position == MailboxPosition(validity: 7, last: 9))
        #expect(!reading.hasMore && reading.failure == nil)
        for command in server.commands {
            #expect(!command.contains("SELECT") && !command.contains("STORE"))
            #expect(!command.contains("BODY[") && !command.contains("RFC822 "))
        }
        #expect(server.commands.last == "LOGOUT")
    }

    @Test func onlyWhatIsNewIsFetched() async throws {
        let server = try server([3, 5, 9])
        let reading = try await client.read(request(server, .init(validity: 7, last: 5)))
        #expect(reading.messages.map(\.uid) == [9])
        let again = try await client.read(request(server, reading.position))
        #expect(again.messages.isEmpty)
        #expect(again.position == reading.position)
    }

    @Test func anotherNumberingIsReadAnew() async throws {
        let server = try server([1, 2])
        let reading = try await client.read(request(server, .init(validity: 6, last: 900)))
        #expect(reading.messages.map(\.uid) == [1, 2])
        #expect(reading.position == MailboxPosition(validity: 7, last: 2))
    }

    @Test func firstTheNewestThenTheNextOnes() async throws {
        let server = try server(Array(1...10))
        var request = request(server)
        request.countLimit = 4
        let first = try await client.read(request)
        #expect(first.messages.map(\.uid) == [7, 8, 9, 10])
        #expect(!first.hasMore)
        request.position = .init(validity: 7, last: 2)
        let next = try await client.read(request)
        #expect(next.messages.map(\.uid) == [3, 4, 5, 6])
        #expect(next.hasMore)
        #expect(next.position.last == 6)
    }

    @Test func aMessageThatIsTooLargeIsPassedOver() async throws {
        let server = try server([1, 3]) {
            $0.messages[2] = String(repeating: "x", count: 100_000)
        }
        var request = request(server)
        request.sizeLimit = 10_000
        let reading = try await client.read(request)
        #expect(reading.messages.map(\.uid) == [1, 3])
        #expect(reading.tooLarge == 1)
        #expect(!server.commands.contains { $0.contains("FETCH 2 (UID BODY") })
    }

    @Test func aLargeMessageGoesToAFile() async throws {
        let text = String(repeating: "0123456789", count: 100_000)
        let server = try server([]) { $0.messages[1] = text }
        let message = try #require(try await client.read(request(server)).messages.first)
        #expect(message.body.isInFile)
        #expect(try message.body.text == text)
    }

    @Test func daysAndFoldersAreWrittenAsTheServerExpects() async throws {
        let server = try server([1]) { $0.folder = "Nyheter/N&AOQ-ringsliv &- \\\"mer\\\"" }
        var request = request(server)
        request.url = server.url("Nyheter/N%C3%A4ringsliv%20&%20%22mer%22")
        request.since = CalendarDate(year: 2026, month: 3, day: 9)
        #expect(try await client.read(request).messages.count == 1)
        #expect(server.commands.contains("UID SEARCH UID 1:* SINCE 9-Mar-2026"))
    }

    @Test func whatTheServerSaysUnaskedIsPassedOver() async throws {
        let server = try server([4]) {
            $0.interjections["BODY.PEEK"] =
                "* 5 EXISTS\r\n* 2 FETCH (UID 99 FLAGS (\\Seen))\r\n* OK still here\r\n"
        }
        let reading = try await client.read(request(server))
        #expect(reading.messages.map(\.uid) == [4])
    }

    @Test func aReadingThatBreaksKeepsWhatItHas() async throws {
        let server = try server([1, 2, 3]) {
            $0.tricks["FETCH 3 (UID BODY"] = "* 3 FETCH (UID 3 BODY[] {500}\r\nhalf"
        }
        let reading = try await client.read(request(server))
        #expect(reading.messages.map(\.uid) == [1, 2])
        #expect(reading.failure == .broken(.cutShort))
        #expect(reading.hasMore)
        #expect(reading.position.last == 2)
    }

    @Test(arguments: [
        ("EXAMINE", "* OK [UIDVALIDITY 1]\r\n* BYE\r\n", WebError.broken(.cutShort)),
        ("EXAMINE", "nonsense\r\n", .broken(.mail)), ("EXAMINE", "", .broken(.cutShort)),
        ("SEARCH", "* SEARCH 1 2 3", .broken(.cutShort)),
        ("BODY", "* 1 FETCH (UID 1 BODY[] {999999999999}\r\n", .tooLarge(limit: 15 << 20)),
        ("SIZE", "* 1 FETCH (UID 1 RFC822.SIZE 99999999999999999999)\r\n", .broken(.cutShort)),
    ])
    func aServerThatMisbehavesIsTold(at: String, says: String, expected: WebError) async throws {
        let server = try server([1]) { $0.tricks[at] = says }
        #expect(await failure(request(server)) == expected)
    }

    @Test func aLineWithoutEndStops() async throws {
        let server = try server([1]) {
            $0.tricks["SEARCH"] = "* SEARCH" + String(repeating: " 1", count: 3 << 20)
        }
        #expect(await failure(request(server)) == .broken(.mail))
    }

    /// Each line may be long, and so may all lines of a reply together, but no longer.
    @Test func aReplyOfManyLongLinesStops() async throws {
        let line = String(repeating: " ", count: 3 << 20) + "{0}\r\n"
        let server = try server([1]) { $0.tricks["SIZE"] = "* 1 FETCH (UID 1" + line + line }
        #expect(await failure(request(server)) == .broken(.mail))
    }

    @Test func aSearchThatFindsTooMuchStops() async throws {
        let replies = (0..<6).map { part in
            "* SEARCH" + (1...100_000).map { " \(part * 100_000 + $0)" }.joined() + "\r\n"
        }
        let server = try server([1]) { $0.tricks["SEARCH"] = replies.joined() }
        #expect(await failure(request(server)) == .broken(.mail))
    }

    /// Words that are no numbers are none, wherever they stand (RFC 7162, 3.1.5).
    @Test func onlyTheNumbersOfASearchCount() async throws {
        let server = try server([3, 5, 6]) {
            $0.interjections["SEARCH"] =
                "* search  5 x\r\n* SEARCH\r\n* SEARCHES 6\r\n* SEARCH 6 (MODSEQ 917162500)\r\n"
        }
        let reading = try await client.read(request(server))
        #expect(reading.messages.map(\.uid) == [3, 5, 6])
        #expect(server.commands.count { $0.contains("BODY") } == 3)
    }

    /// A server that always has something more to say is not heard out.
    @Test(arguments: [false, true], [10, 20_000])
    func aFloodEnds(isCancelled: Bool, length: Int) async throws {
        let server = try server([1]) {
            $0.floods["SEARCH"] = "* OK " + String(repeating: "x", count: length) + "\r\n"
        }
        let client = MailboxClient(
            limits: WebLimits(total: isCancelled ? .seconds(75) : .milliseconds(500)),
            environment: [:])
        let request = request(server)
        let task = Task { await failure(request, client) }
        if isCancelled {
            while !server.commands.contains(where: { $0.contains("SEARCH") }) {
                await Task.yield()
            }
            task.cancel()
        }
        let result = await task.value
        // Many short replies may be too many before their time is up.
        #expect(
            result == (isCancelled ? .cancelled : .timeout(seconds: 2))
                || length == 10 && result == .broken(.mail))
    }

    @Test func aWrongPasswordAndAWrongFolderAreTold() async throws {
        let server = try server([1])
        var request = request(server)
        request.password = "wrong"
        #expect(await failure(request) == .login(host: "127.0.0.1"))
        request.password = "secret"
        request.url = server.url("Archive")
        #expect(await failure(request) == .noMailbox(name: "Archive"))
        request.url = "https://127.0.0.1/"
        #expect(await failure(request) == .notMail)
    }

    @Test func aServerOnTheLoopbackIsRefusedUnlessAllowed() async throws {
        let server = try server([1])
        var request = request(server)
        request.allowsPrivateHost = false
        let expected = WebError.privateAddress(host: "127.0.0.1", byRedirect: false)
        #expect(await failure(request) == expected)
        #expect(server.connectionsMade == 0)
    }

    @Test func aPasswordGoesOnlyThroughEncryption() async throws {
        var mailbox = MailServer.Mailbox()
        mailbox.messages[1] = Self.message
        let server = try MailServer(mailbox, identity: .trusted)
        let trusting = MailboxClient(
            authorities: ServerIdentity.authority, environment: [:])
        #expect(try await trusting.read(request(server)).messages.count == 1)
        let seen = server.commands.count
        #expect(
            await failure(request(server)) == .certificate(.unknownIssuer, host: "127.0.0.1"))
        #expect(server.commands.count == seen)
        // An address that leads here, and that nobody can tell as this computer's.
        let plain = try MailServer(mailbox)
        var request = request(plain)
        request.url = plain.url().replacing("127.0.0.1", with: "0.0.0.0")
        #expect(await failure(request) == .unencrypted(host: "0.0.0.0"))
        #expect(!plain.commands.contains { $0.contains("LOGIN") })
    }

    @Test func silenceIsNoConnection() async throws {
        let listener = try SilentListener()
        var request = request(try server([1]))
        request.url = "imap://127.0.0.1:\(listener.port)/"
        let impatient = MailboxClient(limits: .quick, environment: [:])
        let failure = await failure(request, impatient)
        #expect(failure == .connectTimeout(host: "127.0.0.1", seconds: 1))
    }

    @Test(arguments: ["", "* 1 FETCH (UID 1 BODY[] {5000}\r\n"])
    func silenceAndDripsAreTooSlow(start: String) async throws {
        let server = try server([1]) { $0.drips["BODY"] = start }
        let impatient = MailboxClient(
            limits: WebLimits(lowestSpeedTime: .seconds(2)), environment: [:])
        #expect(await failure(request(server), impatient) == .tooSlow(seconds: 2))
    }

    @Test func aCancelledReadingEnds() async throws {
        let listener = try SilentListener()
        var request = request(try server([1]))
        request.url = "imap://127.0.0.1:\(listener.port)/"
        let client = MailboxClient(environment: [:])
        let task = Task { [request] in await failure(request, client) }
        task.cancel()
        #expect(await task.value == .cancelled)
    }
}
