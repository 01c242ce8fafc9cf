import ClimateModel
import ClimateStore
import Foundation
import Testing
import WebFixtures

/// Newsletters over IMAP through the real program.
@Suite struct MailboxSyncTests {
    private let program: SyncProgram

    init() throws { program = try SyncProgram() }

    static func message(_ number: Int) -> String {
        """
        From: =?utf-8?q?N=C3=A4ringslivet_i_Kil?= <nyhetsbrev@kil.example>\r
        To: anna@example.org\r
        Subject: =?utf-8?q?Nyhetsbrev_nr_\(number)_f=C3=B6r_f=C3=B6retag?=\r
        Message-ID: <brev-\(number)@kil.example>\r
        Date: Tue, 08 Sep 2026 07:00:\(number % 60 < 10 ? "0" : "")\(number % 60) +0200\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: 8bit\r
        \r
        Kils kommun bygger ut sitt industriområde, etapp \(number).\r

        """
    }

    private func server(_ numbers: ClosedRange<Int>) throws -> MailServer {
        var mailbox = MailServer.Mailbox()
        for number in numbers { mailbox.messages[number] = Self.message(number) }
        return try MailServer(mailbox)
    }

    private func subscribe(
        _ server: MailServer, password: String? = "echo secret", user: String? = "anna"
    ) throws -> Source.ID {
        try program.subscribe(server.url()) {
            $0.user = user
            $0.passwordCommand = password
        }[0]
    }

    @Test func eachMessageComesOnce() throws {
        let server = try server(1...3)
        let id = try subscribe(server)
        let first = try program.sync()[server.url()]
        #expect(first?.result == "changed" && first?.new == 3, "\(first as Any)")
        #expect(
            try program.titles(id)
                == (1...3).map { "Nyhetsbrev nr \($0) för företag" })
        #expect(try program.item("Nyhetsbrev nr 1 för företag").kind == .newsletter)
        #expect(try program.subscription(id).state.cursor == "7:3")
        server.change { $0.messages[4] = Self.message(4) }
        let second = try program.sync("--all")[server.url()]
        #expect(second?.new == 1 && second?.unchanged == 0)
        let third = try program.sync("--all")[server.url()]
        #expect(third?.result == "unchanged")
        // Numbered anew, the same messages are no news.
        server.change { $0.validity = 8 }
        let fourth = try program.sync("--all")[server.url()]
        #expect(fourth?.result == "unchanged" && fourth?.new == 0)
        #expect(try program.subscription(id).state.cursor == "8:4")
    }

    @Test func manyMessagesComeInParts() throws {
        let server = try server(1...1)
        let id = try subscribe(server)
        _ = try program.sync()
        server.change { mailbox in
            for number in 2...131 { mailbox.messages[number] = Self.message(number) }
        }
        let line = try program.sync("--all")[server.url()]
        #expect(line?.new == 130 && line?.total == 1)
        #expect(try program.titles(id).count == 131)
        #expect(server.connectionsMade == 4)
    }

    /// Otherwise a server that always has more messages would keep a sync for ever.
    @Test func whatIsLeftAfterManyPartsWaitsForTheNextTime() throws {
        let server = try server(1...1)
        let id = try subscribe(server)
        _ = try program.sync()
        server.change { mailbox in
            for number in 2...561 { mailbox.messages[number] = Self.message(number) }
        }
        let line = try program.sync("--all", language: "en")[server.url()]
        #expect(line?.new == 500 && line?.result == "changed")
        #expect(line?.problems == ["the other messages are read the next time"])
        #expect(try program.subscription(id).state.cursor == "7:501")
        #expect(try program.subscription(id).state.nextAttempt != nil)
        let rest = try program.sync("--all", language: "en")[server.url()]
        #expect(rest?.new == 60 && rest?.problems == [])
    }

    @Test func oneBadMessageHidesNoOther() throws {
        let server = try server(1...3)
        server.change { $0.messages[2] = "\u{1}\u{2} no message at all" }
        let id = try subscribe(server)
        let line = try #require(try program.sync(language: "en")[server.url()])
        #expect(line.new == 2)
        #expect(line.problems.count == 1 && line.problems[0].hasPrefix("message 2: "))
        #expect(try program.titles(id).count == 2)
    }

    static let mistakes: [(password: String?, user: String?, error: String)] = [
        (
            "echo wrong", "anna",
            "127.0.0.1 godtar inte namnet eller lösenordet – kontrollera user och password-command"
        ), ("exit 2", "anna", "password-command misslyckades (slutkod 2)"),
        (
            nil, "anna",
            "brevlådans lösenord saknas: ange password-command för källan, ett kommando som skriver ut det"
        ), ("echo secret", nil, "brevlådans användarnamn saknas: ange user för källan"),
    ]

    @Test(arguments: mistakes)
    func whatIsWrongIsToldWithoutThePassword(password: String?, user: String?, error: String)
        throws
    {
        let server = try server(1...1)
        _ = try subscribe(server, password: password, user: user)
        let run = try program.run("sync", "--json", "--language", "sv")
        #expect(run.status == 1)
        let line = try JSONDecoder().decode(SyncLine.self, from: run.outputBytes)
        #expect(line.error == error)
        #expect(!run.output.contains("wrong") && !run.errors.contains("wrong"))
    }

    @Test func theUserMayStandInTheAddress() throws {
        let server = try server(1...1)
        let address = server.url().replacing("://", with: "://anna@")
        let id = try program.subscribe(address) { $0.passwordCommand = "echo secret" }[0]
        #expect(try program.sync()[address]?.new == 1)
        #expect(server.commands.contains { $0.hasPrefix("LOGIN anna") })
        #expect(try program.titles(id).count == 1)
    }
}
