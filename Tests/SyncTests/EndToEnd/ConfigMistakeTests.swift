import ClimateModel
import ClimateStore
import Foundation
import Testing
import WebFixtures

/// A source of the config that can't be read as it is written there keeps no other from being read.
@Suite struct ConfigMistakeTests {
    private let program: SyncProgram
    private let server: WebServer

    init() throws {
        program = try SyncProgram()
        server = try WebServer()
        server.set("/a", SampleFeed.of("Ett").served())
        server.set("/b", SampleFeed.of("Två", title: "Badet").served())
        try program.home.makeFolder(".config/utkik")
    }

    private func configure(_ municipality: String?) throws {
        let wrong = "[[sources]]\naddress = \"\(server.url("/b"))\"\nallow-private = true\n"
        try program.home.write(
            "[[sources]]\naddress = \"\(server.url("/a"))\"\nallow-private = true\n"
                + wrong + (municipality.map { "municipality = \"\($0)\"\n" } ?? ""),
            to: ".config/utkik/config.toml")
    }

    private func count(_ path: String) -> Int { server.requests.count { $0.target == path } }

    @Test func aMisspeltMunicipalityStopsItsSourceAlone() throws {
        try configure("Kristinehman")
        let reason =
            program.home.path
            + "/.config/utkik/config.toml:7: okänd kommun ”Kristinehman” – menade du Kristinehamn?"
        let first = try program.sync()
        #expect(first[server.url("/a")]?.new == 1)
        #expect(first[server.url("/b")]?.result == "failed")
        #expect(first[server.url("/b")]?.error == reason)
        #expect(count("/b") == 0)
        let source = try #require(
            try program.store().sourceOverviews().first { $0.source.address == server.url("/b") })
        #expect(source.source.lastError?.swedish == reason)
        #expect(source.subscription?.state.failures == 1)
        // It is not asked again and again for what the config alone can mend…
        #expect(try program.sync().isEmpty)
        // … and at once when it is mended.
        try configure("Kristinehamn")
        #expect(try program.sync()[server.url("/b")]?.new == 1)
        let places = try program.item("Två").municipalities.map(\.rawValue)
        #expect(places == ["1781"])
    }

    @Test func aSourceThatWasReadBeforeKeepsItsContent() throws {
        try configure("Kristinehamn")
        _ = try program.sync()
        for wrong in ["Atlantis", "Atlantjs"] {
            try configure(wrong)
            let lines = try program.sync(status: 1)
            #expect(lines.count == 1, "the other is not due")
            #expect(lines[server.url("/b")]?.error?.contains("okänd kommun ”\(wrong)”") == true)
            #expect(lines[server.url("/b")]?.error?.hasSuffix("skriv dess namn eller kod") == true)
        }
        #expect(count("/b") == 1)
        try configure(nil)
        #expect(try program.sync()[server.url("/b")]?.error == nil)
        #expect(try program.titles(.feed(address: server.url("/b"))) == ["Två"])
    }

    @Test func testingItSaysWhatIsWrong() throws {
        try configure("Kristinehman")
        let run = try program.run("source", "test", server.url("/b"), "--language", "en")
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "config.toml:7: unknown municipality “Kristinehman” – did you mean Kristinehamn?"),
            "\(run.errors)")
        #expect(try program.run("source", "test", server.url("/a")).status == 0)
        #expect(count("/b") == 0)
    }
}
