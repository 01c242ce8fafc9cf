import ClimateModel
import ClimateStore
import Foundation
import TerminalDriver
import Testing
import WebFixtures

/// A server that has asked to be left alone is asked by nobody before its time, unless somebody insists.
@Suite struct LeavingAloneTests {
    private let program: SyncProgram
    private let server: WebServer
    private let address: String

    init() throws {
        program = try SyncProgram()
        server = try WebServer()
        address = server.url("/busy")
        server.set("/busy", .tooMany(retryAfter: "90000"))
        try program.subscribe(address)
        _ = try program.sync(status: 1)
        server.set("/busy", SampleFeed.of("Ett").served())
    }

    private var asked: Int { server.requests.count }

    private func until() throws -> Timestamp {
        try #require(try program.subscription(.feed(address: address)).state.leftAloneUntil)
    }

    @Test func aTestSaysUntilWhenAndAsksNothing() throws {
        let run = try program.run("source", "test", address, "--language", "sv")
        let clock = try until().clock()
        let time =
            "\(clock.date) "
            + [clock.hour, clock.minute].map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(
                separator: ".")
        #expect(run.status == 1)
        #expect(
            run.errors == """
                utkik: \(address): servern har bett om att lämnas i fred till \(time)
                utkik: inte läst; --now läser den ändå

                """)
        #expect(asked == 1)
        let json = try program.run("source", "test", "--json", address)
        #expect(json.output.contains("has asked to be left alone until"), "\(json.output)")
        #expect(asked == 1)
        let now = try program.run("source", "test", "--now", address)
        #expect(now.status == 0 && asked == 2, "\(now.errors)")
    }

    @Test func addingItOnceMoreAsksNothing() throws {
        let run = try program.run("source", "add", address, "--every", "2 h", "--allow-private")
        #expect(run.status == 1 && asked == 1, "\(run.errors)")
        #expect(run.errors.contains("left alone until") && run.errors.contains("--anyway"))
    }

    @Test func aSyncSaysUntilWhen() throws {
        for arguments in [[address], ["--all"], []] {
            let run = try program.run(["sync", "--language", "en"] + arguments)
            #expect(run.status == 0)
            #expect(run.output.contains("has asked to be left alone until"), "\(run.output)")
        }
        #expect(asked == 1)
    }
}
