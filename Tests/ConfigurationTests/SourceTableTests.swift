import ClimateModel
import Configuration
import Testing

/// The `[[sources]]` of a config file.
@Suite struct SourceTableTests {
    private func parse(_ text: String) throws(FileProblems) -> [ConfiguredSource] {
        try SettingsFile.parse(
            text, path: "/etc/utkik/config.toml", home: "/home/eva", SharedSettings.init
        ).sources
    }

    private func problems(_ text: String, in language: Language = .english) -> [String] {
        do {
            _ = try parse(text)
            return []
        } catch {
            return error.problems.map {
                $0.text(in: language).replacing("/etc/utkik/config.toml", with: "config")
            }
        }
    }

    @Test func readsEverySetting() throws {
        let sources = try parse(
            """
            [[sources]]
            address = "https://www.kristinehamn.se/nyheter/rss"
            kind = "feed"
            title = "Kristinehamns kommun"
            publisher = "Kommunen"
            municipality = "Kristinehamn"
            allow-private = true
            every = "15 min"

            [[sources]]
            address = "projekt.xlsx"
            kind = "projects"
            sheet = "Planer"
            heading-row = 4
            columns = { phase = "Fas", start = "Startdatum" }
            phases = { "Samråd" = "planned", "Byggs" = "ongoing" }

            [[sources]]
            address = "~/tal.csv"
            indicator = "nkI"
            year = 2024
            direction = "higher"

            [[sources]]
            address = "kolada"
            indicators = ["U07453", "N01951"]

            [[sources]]
            address = "imaps://imap.example.se/INBOX"
            user = "eva"
            password-command = "pass show mail"
            """)
        #expect(
            sources[0]
                == ConfiguredSource(
                    settings: SourceSettings(
                        address: "https://www.kristinehamn.se/nyheter/rss", kind: .feed,
                        title: "Kristinehamns kommun", publisher: "Kommunen",
                        allowsPrivateHost: true, interval: 900),
                    municipality: "Kristinehamn", index: 0))
        #expect(
            sources[1].settings
                == SourceSettings(
                    address: "/etc/utkik/projekt.xlsx", kind: .projects,
                    mapping: TableMapping(
                        sheet: "Planer", headingRow: 4,
                        columns: ["phase": "Fas", "start": "Startdatum"],
                        phases: ["samråd": "planned", "byggs": "ongoing"])))
        #expect(
            sources[2].settings
                == SourceSettings(
                    address: "/home/eva/tal.csv",
                    mapping: TableMapping(
                        indicator: "nkI", year: 2024, direction: .higherIsBetter)))
        #expect(
            sources[3].settings
                == SourceSettings(
                    address: "https://api.kolada.se/v3", kind: .kolada, title: "Kolada",
                    publisher: "Kolada", indicators: ["U07453", "N01951"]))
        #expect(
            sources[4].settings
                == SourceSettings(
                    address: "imaps://imap.example.se/INBOX", user: "eva",
                    passwordCommand: "pass show mail"))
    }

    @Test(arguments: [
        (
            "theme = \"x\"\n[[sources]]\nkind = \"feed\"",
            "config:2: a source without an address: write address = \"https://…\" or a path"
        ),
        (
            "[[sources]]\naddress = \"a.xml\"\n\nkind = \"fed\"",
            "config:4: sources.kind: expected \"table\", \"feed\", \"projects\", \"newsletter\","
                + " \"document\" or \"kolada\", found \"fed\""
        ),
        (
            "[[sources]]\naddress = \"a.xml\"\n[[sources]]\naddress = \"b.xml\"\nevry = \"1 h\"",
            "config:5: unknown setting sources.evry – did you mean every?"
        ),
        (
            "[[sources]]\naddress = \"a.xml\"\nevery = \"10 s\"",
            "config:3: sources.every: expected a time such as \"15 min\", \"6 h\" or \"1 d\","
                + " from 1 min to 30 d, found \"10 s\""
        ),
        (
            "[[sources]]\naddress = \"htps://a.se/rss\"",
            "config:2: sources.address: htps:// can’t be read – did you mean https://?"
        ),
        (
            "[[sources]]\naddress = \"https://eva:secret@a.se/rss\"",
            "config:2: sources.address: a password does not belong in an address:"
                + " use user and password-command"
        ),
        (
            "[[sources]]\naddress = \"https://a.se/rss\"\n[[sources]]\naddress = \"http://www.a.se/rss/\"",
            "config:4: http://www.a.se/rss/ is there already, on line 2: remove one of them"
        ),
        (
            "[[sources]]\naddress = \"a.csv\"\nphases = { \"Samråd\" = \"plan\" }",
            "config:3: sources.phases.Samråd: expected \"ongoing\", \"planned\", \"idea\","
                + " \"paused\", \"completed\" or \"cancelled\", found \"plan\""
        ),
        (
            "[[sources]]\naddress = \"a.csv\"\nallow-private = 1",
            "config:3: sources.allow-private: expected true or false, found 1"
        ),
        (
            "[[sources]]\naddress = \"a.csv\"\nyear = 24",
            "config:3: sources.year: expected a whole number from 1900 to 2100, found 24"
        ),
        (
            "[sources]\naddress = \"a.csv\"",
            "config:1: sources: expected tables: [[sources]], found {…}"
        ),
        ("[[source]]\naddress = \"a\"", "config:1: unknown setting source – did you mean sources?"),
    ])
    func problemsNameLineValueAndRemedy(text: String, expected: String) {
        #expect(problems(text) == [expected])
        #expect(problems(text, in: .swedish) != [expected])
    }

    @Test func allProblemsAreToldAtOnce() {
        let text = """
            [[sources]]
            kind = 3
            [[sources]]
            address = "https://"
            every = "soon"
            """
        #expect(
            problems(text).map { $0.prefix(9) } == [
                "config:1:", "config:2:", "config:4:", "config:5:",
            ])
    }

    @Test func anUnknownMunicipalityHasALineAndWhatWasMeant() throws {
        let gazetteer = Gazetteer([])
        let place = ConfigPlace(named: "/none", environment: [:], home: "/", isRestricted: false)
        let source = ConfiguredSource(
            settings: SourceSettings(address: "/a"), municipality: "Kristinehman", index: 0)
        #expect(source.resolved(in: gazetteer).unknownMunicipality == "Kristinehman")
        let problem = source.problem(in: gazetteer, of: place)
        #expect(
            problem?.text(in: .english)
                == "/none: unknown municipality “Kristinehman” – write its name or code")
    }
}

@Suite struct SourceAddressTests {
    private func parse(_ text: String, files: Set<String> = []) throws(SourceAddress.Problem)
        -> String
    {
        try SourceAddress.parse(
            text, home: "/home/eva", absolute: { $0.hasPrefix("/") ? $0 : "/utkik/" + $0 },
            isThere: files.contains)
    }

    @Test(arguments: [
        ("https://a.se/rss?x=1#y", "https://a.se/rss?x=1#y"),
        ("HTTP://A.se", "HTTP://A.se"),
        ("imaps://imap.a.se/INBOX", "imaps://imap.a.se/INBOX"),
        ("www.kristinehamn.se", "https://www.kristinehamn.se"),
        ("kristinehamn.se/nyheter", "https://kristinehamn.se/nyheter"),
        ("åmål.se", "https://åmål.se"),
        ("https://åmål.se/rss", "https://åmål.se/rss"),
        ("http://127.0.0.1:8080/feed", "http://127.0.0.1:8080/feed"),
        ("http://[::1]:8080/feed", "http://[::1]:8080/feed"),
        ("projekt.yaml", "/utkik/projekt.yaml"),
        ("data/2026.csv", "/utkik/data/2026.csv"),
        ("Maildir", "/utkik/Maildir"),
        ("./x.se", "./x.se"),
        ("~/post", "/home/eva/post"),
        ("/var/mail/eva", "/var/mail/eva"),
        ("file:///var/mail/a%20b", "/var/mail/a b"),
        ("Kolada", "https://api.kolada.se/v3"),
    ])
    func readsWhatUsersWrite(text: String, expected: String) throws {
        #expect(try parse(text) == (expected.hasPrefix("./") ? "/utkik/" + expected : expected))
    }

    @Test func aFileThatIsThereIsNoHost() throws {
        #expect(try parse("x.se/rss", files: ["/utkik/x.se/rss"]) == "/utkik/x.se/rss")
    }

    @Test(arguments: [
        "", "https://", "ftp://a.se/x", "https://eva:x@a.se", "https://a b.se",
        "https://a.se/\u{7}",
        "javascript://x",
    ])
    func refusesTheRest(text: String) {
        #expect(throws: SourceAddress.Problem.self) { try parse(text) }
    }
}

@Suite struct SourceIntervalTests {
    @Test(arguments: [
        ("15 min", 900), ("1min", 60), ("6 h", 21_600), ("2 tim", 7_200), ("1 dygn", 86_400),
        ("30 d", 2_592_000), ("3 Timmar", 10_800), ("90 minuter", 5_400),
    ])
    func readsTimes(text: String, seconds: Int) {
        #expect(SourceInterval.seconds(text) == seconds)
    }

    @Test(arguments: [
        "", "15", "min", "0 min", "31 d", "-1 h", "99999999999 h", "1 h 5 min", "1.5 h",
    ])
    func refusesTheRest(text: String) { #expect(SourceInterval.seconds(text) == nil) }

    @Test func writesWhatItReads() {
        for seconds in stride(from: 60, through: 2_592_000, by: 60 * 37) {
            #expect(SourceInterval.seconds(SourceInterval.text(seconds)) == seconds)
        }
    }
}
