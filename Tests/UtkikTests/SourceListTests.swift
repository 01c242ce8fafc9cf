import ClimateModel
import ClimateStore
import Dashboard
import Foundation
import Testing
import TextGrid

@testable import UtkikApp

/// `utkik source` and what is passed on to the writer.
@Suite(.timeLimit(.minutes(1))) struct SourceListTests {
    private let utkik: UtkikProgram

    init() throws { utkik = try UtkikProgram() }

    @Test func anEmptyListSaysHowToAdd() throws {
        let run = try utkik.run("source", "--language", "en")
        #expect(run.status == 0)
        #expect(run.output == "There are no sources yet. Add one: utkik source add ADDRESS\n")
        #expect(try utkik.objects("source", "list").isEmpty)
    }

    @Test func sourcesAreListedWithTheirState() throws {
        let added = try utkik.run(
            "source", "--language", "en", "add", "--no-test", "https://a.se/rss", "--title",
            "Badet",
            "--municipality", "Kil")
        #expect(added.status == 0, "\(added.errors)")
        let text = try utkik.run("--language", "en", "source", "list").output
        #expect(
            text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) } == [
                ["State", "Source", "Kind", "Content", "Last", "Next", "Error"],
                ["never", "read", "Badet", "not", "read", "yet", "–", "–", "now"],
            ])
        let object = try #require(try utkik.objects("source", "list").first)
        #expect(object["state"] as? String == "never" && object["kind"] is NSNull)
        #expect(object["origin"] as? String == "database")
        #expect(object["address"] as? String == "https://a.se/rss")
        #expect((object["municipality"] as? [String: String])?["name"] == "Kil")
        let json = try utkik.run("source", "list", "--json")
        #expect(json.output == (try utkik.run("source", "list", "--format", "json").output))
        #expect(try utkik.objects("source", "list", "--all").count > 5)
    }

    /// What comes with the program has given something, though some of it is in no list.
    @Test func everySourceThatComesWithItSaysWhatItGives() throws {
        #expect(try utkik.run("source").status == 0)
        let all = try utkik.objects("source", "list", "--all", "--language", "sv")
        let content = Dictionary(
            all.map { ($0["id"] as? String, $0["content"] as? String) },
            uniquingKeysWith: { first, _ in first })
        #expect(content["scb"] == "kommuner, län")
        #expect(content["skr"] == "kommungrupper")
        #expect(!content.values.contains(""), "\(content)")
    }

    // MARK: In a terminal

    private static func record(
        _ id: String, _ title: String, _ address: String, error: String? = nil,
        isPaused: Bool = false
    ) -> SourceOverview {
        let id = Source.ID(rawValue: id)
        return SourceOverview(
            source: Source(
                id: id, kind: .feed, title: title, address: address,
                lastError: error.map { LocalizedText(english: $0) }),
            subscription: Subscription(
                id: id, settings: SourceSettings(address: address), isPaused: isPaused))
    }

    private func lines(_ overviews: [SourceOverview], width: Int?) -> [String] {
        let marks = SourceMarks(overviews.map(\.source))
        var table = TextTable(
            SourceRecord.columns, look: TextLook(formats: Formats(.english), width: width))
        return table.lines(
            overviews.map {
                SourceRecord(
                    overview: $0, marks: marks, now: Timestamp(seconds: 0), language: .english)
            })
    }

    /// What went wrong has lines of its own, as wide as the terminal.
    @Test(arguments: [40, 60, 80, 120, 200])
    func errorsStandBelowTheirSource(width: Int) {
        let error =
            "127.0.0.1 refuses connections – the server may be down, or something on the way blocks it"
        let lines = lines(
            [
                Self.record("a", "News of the region of Värmland", "https://a.se", error: error),
                Self.record("b", "Kil", "https://b.se"),
            ], width: width)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
        #expect(lines.count <= 3 + 2 * 88 / width + 1, "\(lines.joined(separator: "\n"))")
        let below = lines.dropFirst(2).dropLast()
        #expect(below.allSatisfy { $0.hasPrefix("  ") })
        #expect(
            below.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ") == error)
        #expect(lines.last?.contains("Kil") == true)
    }

    @Test func whereLinesHaveNoWidthEachSourceIsOne() {
        let lines = lines(
            [Self.record("a", "Kil", "https://a.se", error: "no answer")], width: nil)
        #expect(lines.count == 2)
        #expect(lines.last?.hasSuffix("no answer") == true)
    }

    @Test(arguments: [40, 60, 80, 120])
    func sourcesOfOneTitleAreToldApart(width: Int) {
        let addresses = [
            "https://www.kristinehamn.example/nyheter/arkiv/2023/rss.xml",
            "https://www.kristinehamn.example/nyheter/arkiv/2024/rss.xml",
            "https://www.kristinehamn.example/press", "/srv/dokument/nyheter.xml",
            "http://www.kristinehamn.example/press",
        ]
        let rows = lines(
            addresses.map { Self.record($0, "Kristinehamns kommun", $0) }, width: width
        ).dropFirst()
        #expect(rows.count == addresses.count)
        #expect(Set(rows).count == addresses.count, "\(rows.joined(separator: "\n"))")
        #expect(rows.allSatisfy { DisplayWidth.of($0) <= width })
    }

    /// The doctor, the footer and the list count the same.
    @Test func sourcesAreCountedOnce() {
        let imported = SourceOverview(
            source: Source(id: .init(rawValue: "d"), kind: .table, title: "D"))
        let tally = SourceTally([
            Self.record("a", "A", "https://a.se", error: "x"),
            Self.record("b", "B", "https://b.se", error: "x", isPaused: true),
            Self.record("c", "C", "https://c.se"), imported,
        ])
        #expect(
            tally.sentence(Formats(.english))
                == "4 sources: 3 read by utkik sync (1 failing, 1 paused), 1 imported or built in")
        #expect(
            tally.sentence(Formats(.swedish))
                == "4 källor: 3 läses av utkik sync (1 med fel, 1 pausad), 1 är importerad eller inbyggd"
        )
        #expect(
            SourceTally([Self.record("c", "C", "https://c.se")]).sentence(Formats(.swedish))
                == "1 källa läses av utkik sync")
    }

    @Test func sourcesOfTheConfigAreListedBeforeTheyAreRead() throws {
        try utkik.home.makeFolder("cfg")
        try utkik.home.write("[[sources]]\naddress = \"x.csv\"\n", to: "cfg/u.toml")
        let config = utkik.home.path + "/cfg/u.toml"
        let object = try #require(try utkik.objects("--config", config, "source", "list").first)
        #expect(object["address"] as? String == utkik.home.path + "/cfg/x.csv")
        #expect(object["origin"] as? String == "config")
        let sync = try utkik.run("--config", config, "sync", "--json")
        #expect(sync.status == 1)
        #expect(sync.output.contains("\"result\":\"failed\""))
        #expect(
            try utkik.objects("--config", config, "source").first?["state"] as? String == "failing")
    }

    @Test func aMistakeInTheConfigIsToldBeforeAnySync() throws {
        try utkik.home.write(
            "[[sources]]\naddress = \"x.csv\"\nmunicipality = \"Kill\"\n", to: "u.toml")
        let config = utkik.home.path + "/u.toml"
        let object = try #require(
            try utkik.objects("--config", config, "--language", "en", "source", "list").first)
        #expect(object["state"] as? String == "failing")
        #expect(
            object["error"] as? String
                == config + ":3: unknown municipality “Kill” – did you mean Kil?")
        let doctor = try utkik.run("--config", config, "--language", "sv", "doctor")
        #expect(doctor.status == 1 && doctor.output.contains("1 med fel"), "\(doctor.output)")
        let json = try utkik.run("--config", config, "doctor", "--format", "json")
        let checks = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        func statuses(_ name: String) -> [String] {
            checks.filter { $0["check"] as? String == name }.compactMap { $0["status"] as? String }
        }
        #expect(statuses("config") == ["problem"])
        // As there is no sync yet, that is told of too.
        #expect(statuses("sources") == ["warning"])
    }

    @Test func theDoctorTellsOfSources() throws {
        func checks() throws -> [String] {
            try utkik.objects("doctor", "--language", "en")
                .filter { ["sources", "config"].contains($0["check"] as? String) }
                .compactMap { $0["text"] as? String }
        }
        #expect(try utkik.run("source").status == 0)
        #expect(try checks().last == "none yet: utkik source add ADDRESS")
        #expect(try utkik.run("source", "add", "--no-test", "https://a.se/rss").status == 0)
        #expect(try checks().last?.contains(" 1 read by utkik sync, ") == true)
        #expect(try checks().last?.contains("; no sync yet; run utkik sync") == true)
    }

    @Test func theDoctorWarnsOfSourcesThatFail() throws {
        let missing = utkik.home.path + "/none.xml"
        #expect(try utkik.run("source", "add", "--no-test", missing).status == 0)
        #expect(try utkik.run("sync").status == 1)
        func check() throws -> [String: Any] {
            try #require(
                try utkik.objects("doctor", "--language", "en")
                    .first { $0["check"] as? String == "sources" })
        }
        let failing = try check()
        #expect(failing["status"] as? String == "warning")
        let text = try #require(failing["text"] as? String)
        #expect(text.contains("1 failing") && text.hasSuffix("; utkik source list tells why"))
        // One that is paused is left in peace.
        #expect(try utkik.run("source", "pause", missing).status == 0)
        #expect(try check()["status"] as? String == "good")
    }

    @Test func theDoctorAsksForAContactWhereServersAreRead() throws {
        func check(_ config: String) throws -> [String: Any]? {
            try utkik.home.write(config, to: "u.toml")
            return try utkik.objects(
                "--config", utkik.home.path + "/u.toml", "doctor", "--language", "sv"
            ).first { $0["check"] as? String == "contact" }
        }
        let (file, page) = (
            "[[sources]]\naddress = \"x.csv\"\n", "[[sources]]\naddress = \"https://a.se/\"\n"
        )
        #expect(try utkik.run("source").status == 0)
        #expect(try check(file) == nil)
        let missing = try #require(try check(page))
        #expect(missing["status"] as? String == "warning")
        #expect((missing["text"] as? String)?.contains("[sync]") == true)
        let given = try #require(try check("[sync]\ncontact = \"eva@kil.example\"\n" + page))
        #expect(given["status"] as? String == "good")
        #expect(given["text"] as? String == "mailto:eva@kil.example")
    }

    @Test func guestsAddNothing() throws {
        let run = try utkik.run("--restricted", "--language", "en", "source", "add", "https://a.se")
        #expect(run.status == 1)
        #expect(run.errors.contains("utkik source add is switched off for guests"))
    }

    // MARK: systemd

    @Test func theUnitsAreAsRecorded() throws {
        let units = SystemdUnits(
            program: "/usr/libexec/utkik/utkik-ingest",
            database: "/home/eva/My data/100%/utkik/content.sqlite", config: "/etc/$x/utkik.toml",
            folder: "/home/eva/.config/systemd/user")
        try Golden.check(units.script(.english), "systemd.sh")
        #expect(units.script(.swedish).contains("var femtonde minut"))
    }

    @Test func theUnitsHaveThePathsOfThisInstallation() throws {
        let run = try utkik.run("doctor", "--systemd")
        #expect(run.status == 0)
        #expect(run.output.contains("/utkik-ingest sync --database \(utkik.database)\n"))
        #expect(run.output.contains("ReadWritePaths=\(utkik.home.path)/.local/share/utkik\n"))
        #expect(
            run.output.contains("cat > '\(utkik.home.path)/.config/systemd/user/utkik-sync.timer'"))
    }
}
