import ClimateModel
import Configuration
import Dashboard
import Terminal
import Testing
import TextGrid
import UtkikApp

@Suite struct ConfigFileTests {
    private func parse(_ text: String) throws(FileProblems) -> Config {
        try ConfigFile.parse(text, path: "/etc/utkik/config.toml", home: "/home/eva")
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
        let config = try parse(
            """
            language = "sv"
            theme = "gryning"
            color = 256
            municipality = "Kristinehamn"
            followed = ["Karlskoga", "1880"]
            database = "~/data/utkik.sqlite"

            [keys]
            quit = "Q"
            down = ["e", "down"]
            reader.star = "w"

            [keys.news]
            star = "ctrl-s"

            [kiosk]
            seconds = 30
            scenes = ["home", "news"]
            theme = "torget"
            """)
        #expect(config.language == .swedish)
        #expect(config.theme == "gryning")
        #expect(config.color == .exactly(.palette256))
        #expect(config.municipality == "Kristinehamn")
        #expect(config.followed == ["Karlskoga", "1880"])
        #expect(config.database == "/home/eva/data/utkik.sqlite")
        #expect(
            Set(config.keys) == [
                KeySetting(action: "quit", keys: ["Q"]),
                KeySetting(action: "down", keys: ["e", "down"]),
                KeySetting(context: "reader", action: "star", keys: ["w"]),
                KeySetting(context: "news", action: "star", keys: ["ctrl-s"]),
            ])
        #expect(config.kiosk.seconds == 30)
        #expect(config.kiosk.scenes == [.home, .news])
        #expect(config.kiosk.theme == "torget")
        let map = try KeyMap(config.keys)
        #expect(map.action(for: Key(.character("w")), in: .reader) == .star)
    }

    @Test func anEmptyFileSaysNothing() throws {
        #expect(try parse("") == Config())
        #expect(try parse("# only a comment\n\n") == Config())
    }

    @Test func pathsAreFromHomeOrBesideTheFile() throws {
        #expect(try parse("database = \"u.sqlite\"").database == "/etc/utkik/u.sqlite")
        #expect(try parse("database = \"/var/u.sqlite\"").database == "/var/u.sqlite")
    }

    @Test(arguments: [
        ("langauge = \"sv\"", "config:1: unknown setting langauge – did you mean language?"),
        (
            "\n\nzzz = 1",
            "config:3: unknown setting zzz – there are language, theme, color, municipality, followed,"
                + " database, keys, kiosk, sync, sources"
        ),
        ("# x\nlanguage = \"de\"", "config:2: language: expected \"sv\" or \"en\", found \"de\""),
        ("theme = 12", "config:1: theme: expected a text in quotes, found 12"),
        (
            "color = 17",
            "config:1: color: expected \"auto\", \"always\", \"never\", \"8\", \"16\", \"256\" or \"truecolor\","
                + " found 17"
        ),
        ("followed = [\"Arvika\", 3]", "config:1: followed: expected a text in quotes, found 3"),
        ("keys = 3", "config:1: keys: expected a table: [keys], found 3"),
        (
            "[kiosk]\nseconds = 0",
            "config:2: kiosk.seconds: expected a whole number from 3 to 3600, found 0"
        ),
        (
            "[kiosk]\nscenes = [\"home\",\n \"weather\"]",
            "config:2: kiosk.scenes: expected \"home\", \"climbers\", \"projects\" or \"news\","
                + " found \"weather\""
        ),
        ("[kiosk]\nsecond = 4", "config:2: unknown setting kiosk.second – did you mean seconds?"),
        (
            "theme = 2020-01-01",
            "config:1: is not valid TOML: dates and times are written in quotes"
        ),
        ("[keys]\n\nqiut = \"x\"", "config:3: unknown action “qiut” – did you mean quit?"),
        (
            "[keys]\n[keys.reader]\n# a\nstar = \"hello\"",
            "config:4: unknown key “hello”; write as “j”, “G”, “ctrl-l”, “pgdn”, “f5”"
        ),
        (
            "[keys]\nquit = \"j\"",
            "config:2: “j” for quit is down in list already; give down another key, or none: down = []"
        ),
    ])
    func problemsNameLineValueAndRemedy(text: String, expected: String) {
        #expect(problems(text) == [expected])
        #expect(problems(text, in: .swedish) != [expected])
    }

    @Test func allProblemsAreToldAtOnceInOrder() {
        let lines = problems("theme = 1\nlanguage = 2\n[kiosk]\nseconds = \"x\"\n")
        #expect(lines.map { $0.prefix(9) } == ["config:1:", "config:2:", "config:4:"])
    }

    @Test func brokenSyntaxNamesItsLine() {
        #expect(
            problems("theme = \"a\"\nlanguage = \n").first?.hasPrefix("config:2: is not valid TOML")
                == true)
        #expect(problems("a = 1\na = 2").first?.hasPrefix("config:2:") == true)
    }

    /// In the user's language, without the parser's words.
    @Test(arguments: [
        ("theme = \"a", "en text saknar sitt avslutande citattecken"),
        ("theme = \"a\nlanguage = \"sv\"\n", "en text saknar sitt avslutande citattecken"),
        ("theme = 'a\n", "en text saknar sitt avslutande citattecken"),
        ("theme = 'a", "en text saknar sitt avslutande citattecken"),
        ("theme = \"\"\"a\nb", "en text saknar sitt avslutande citattecken"),
        ("theme = \"C:\\Users\"", "ett omvänt snedstreck skrivs två gånger"),
        ("theme = \"\\q\"", "ett omvänt snedstreck skrivs två gånger"),
        ("theme = \"a\"\ntheme = \"b\"", "”theme” står redan tidigare: ta bort det ena"),
        ("[kiosk]\nseconds = 9\n[kiosk]", "”kiosk” står redan tidigare"),
        ("theme =\nlanguage = \"sv\"", "ett värde saknas efter likhetstecknet"),
        ("theme \"a\"", "ett likhetstecken saknas"), ("theme: x", "ett likhetstecken saknas"),
        ("theme = torget", "texter skrivs inom citattecken"),
        ("theme = “torget”", "texter skrivs inom raka citattecken"),
        ("theme = nord", "texter skrivs inom citattecken"),
        ("every = 2h", "texter skrivs inom citattecken"),
        ("color = True", "true eller false"),
        ("[kiosk", "tabellens namn ska stå inom hakparenteser"),
        ("followed = [\"a\" \"b\"]", "i en lista saknas ett kommatecken"),
        ("followed = [\"a\"", "i en lista saknas ett kommatecken"),
        ("columns = {a = \"b\"", "inom klamrar saknas"),
        ("theme = \"a\" language = \"sv\"", "varje inställning har en egen rad"),
    ])
    func usualMistakesAreToldInPlainWords(text: String, expected: String) throws {
        let told = try #require(problems(text, in: .swedish).first)
        #expect(told.contains("är inte giltig TOML: ") && told.contains(expected), "\(told)")
        for word in ["Error", "parsing", "expected", "cannot", "saw"] {
            #expect(!told.contains(word))
        }
    }

    @Test func theParsersWordsStandBesideForWhatIsUnusual() {
        #expect(
            problems("a = 01", in: .swedish) == [
                "config:1: är inte giltig TOML: skrivsättet går inte att förstå "
                    + "(decimal integer: leading zeroes are prohibited)"
            ])
    }

    @Test func linesAreRightWithWindowsLineEndsAndLongValues() {
        #expect(
            problems("# a\r\nfollowed = [\r\n \"x\",\r\n \"y\"]\r\nteme = \"x\"\r\n")
                == ["config:5: unknown setting teme – did you mean theme?"])
        #expect(
            problems("theme = \"\"\"\na\nb\"\"\"\ncolour = 1").last
                == "config:4: unknown setting colour – did you mean color?")
    }

    /// Among them the texts that toml++ stops the process on.
    @Test func hostileFilesAreHarmless() {
        for text in [
            "[", "[]", "[[", "[?]", "[ ]", "[\n]", "[[=]]", "[å]", "a = [1,}]", "a = [}", "}",
            "a = 1979-05-27T/", "a = 07:3", "å = 1", "a = [1,\u{2028}]", "a = \"", "a = \"\"\"",
            "a = '",
            "a = {b = [}", "a = \"\\", "\r", "a =", "=", ".", "a.", "a = [", "a = {", "\u{0}",
        ] {
            #expect(!problems(text).isEmpty, "\(text)")
        }
        #expect(!problems(String(repeating: "[", count: 60_000)).isEmpty)
        #expect(!problems("a = " + String(repeating: "[", count: 60_000)).isEmpty)
        #expect(!problems(String(repeating: "a.", count: 20_000) + "b = 1").isEmpty)
        #expect(!problems("\"\\u001B[31m\" = 1").contains { $0.contains("\u{1B}") })
        #expect(!problems("theme = \"\\u001B[31m\"").contains { $0.contains("\u{1B}") })
        #expect(
            !problems("[keys]\n\"\\u001B]0;x\\u0007\" = \"x\"").contains { $0.contains("\u{1B}") })
        #expect(!problems((0..<3_000).map { "k\($0) = 1\n" }.joined()).isEmpty)
    }
}

@Suite struct SettingsTests {
    private func resolve(
        _ options: CommandLineSettings = CommandLineSettings(),
        _ environment: [String: String] = [:],
        _ config: Config = Config()
    ) throws(FileProblems) -> Settings {
        try Settings.resolve(options, environment: environment, config: config)
    }

    @Test func theCommandLineComesFirst() throws {
        var config = Config()
        config.theme = "c"
        config.database = "/c"
        let environment = ["UTKIK_THEME": "b", "UTKIK_DATABASE": "/b"]
        #expect(try resolve(.init(theme: "a"), environment, config).theme == "a")
        #expect(try resolve(.init(), environment, config).theme == "b")
        #expect(try resolve(.init(), ["UTKIK_THEME": ""], config).theme == "c")
        #expect(try resolve().theme == nil)
        #expect(try resolve(.init(database: "/a"), environment, config).database == "/a")
        #expect(try resolve(.init(), environment, config).database == "/b")
        #expect(try resolve(.init(), [:], config).database == "/c")
    }

    @Test func theLocaleComesAfterTheConfig() throws {
        var config = Config()
        let english = ["LANG": "en_GB.UTF-8"]
        #expect(try resolve(.init(), ["LANG": "sv_SE.UTF-8"]).language == .swedish)
        #expect(try resolve(.init(), english).language == .english)
        #expect(try !resolve(.init(), english).isLanguageChosen)
        config.language = .swedish
        #expect(try resolve(.init(), english, config).language == .swedish)
        #expect(try resolve(.init(), ["UTKIK_LANGUAGE": "en"], config).language == .english)
        #expect(
            try resolve(.init(language: .swedish), ["UTKIK_LANGUAGE": "en"]).language == .swedish)
        #expect(throws: FileProblems.self) { try resolve(.init(), ["UTKIK_LANGUAGE": "klingon"]) }
    }

    @Test func noColorIsHonoured() throws {
        var config = Config()
        config.color = .exactly(.ansi16)
        #expect(try resolve(.init(), ["NO_COLOR": "1"], config).color == .never)
        #expect(try resolve(.init(), ["NO_COLOR": ""], config).color == .exactly(.ansi16))
        #expect(
            try resolve(.init(color: .exactly(.trueColor)), ["NO_COLOR": "1"], config).color
                == .exactly(.trueColor))
        #expect(try resolve().color == .auto)
    }

    @Test func theConfigIsFoundWhereXDGSays() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("xdg/utkik")
        try folder.write("theme = \"fyrljus\"", to: "xdg/utkik/config.toml")
        try folder.makeFolder("home/.config/utkik")
        try folder.write("theme = \"gryning\"", to: "home/.config/utkik/config.toml")
        try folder.write("theme = \"torget\"", to: "named.toml")
        let home = folder.path + "/home"
        let xdg = ["XDG_CONFIG_HOME": folder.path + "/xdg"]
        func theme(
            _ options: CommandLineSettings = .init(), _ environment: [String: String] = [:],
            restricted: Bool = false
        ) throws -> String? {
            try Settings.load(
                options, environment: environment, home: home, isRestricted: restricted
            ).theme
        }
        #expect(try theme() == "gryning")
        #expect(try theme(.init(), ["XDG_CONFIG_HOME": "relative"]) == "gryning")
        #expect(try theme(.init(), xdg) == "fyrljus")
        let named = folder.path + "/named.toml"
        #expect(try theme(.init(config: named), xdg) == "torget")
        #expect(try theme(.init(), ["UTKIK_CONFIG": named]) == "torget")
        #expect(try theme(.init(), xdg, restricted: true) == nil)
        #expect(try theme(.init(config: named), xdg, restricted: true) == "torget")
        #expect(throws: FileProblems.self) { try theme(.init(config: named + "x")) }
    }
}
