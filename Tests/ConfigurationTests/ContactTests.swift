import ClimateModel
import Configuration
import Testing

/// `[sync]` of a config file.
@Suite struct ContactTests {
    private func contact(_ text: String) throws(FileProblems) -> String? {
        try SettingsFile.parse(
            text, path: "config", home: "/home/eva", SharedSettings.init
        ).contact?.url
    }

    @Test(arguments: [
        ("https://www.kil.se/utkik", "https://www.kil.se/utkik"),
        ("HTTP://kil.se", "HTTP://kil.se"),
        ("eva@kil.example", "mailto:eva@kil.example"),
        ("mailto:eva.ek+utkik@kil.example", "mailto:eva.ek+utkik@kil.example"),
    ])
    func isAPageOrAMailAddress(text: String, url: String) throws {
        #expect(try contact("[sync]\ncontact = \"\(text)\"") == url)
    }

    @Test func neednotBeThere() throws {
        #expect(try contact("[sync]\n") == nil)
        #expect(try contact("language = \"sv\"") == nil)
    }

    @Test(arguments: [
        "\"\"", "\"eva\"", "\"eva@\"", "\"@kil.example\"", "\"eva@kil\"", "\"a@b@kil.example\"",
        "\"https://\"",
        "\"https:///x\"", "\"ftp://kil.se\"", "\"https://kil.example/ x\"",
        "\"https://kil.example/\\r\\nX: y\"",
        "\"https://kil.example/)\"", "\"https://åre.se\"", "\"eva@kil.example,x\"", "7",
        "\"https://kil.example/" + String(repeating: "x", count: 200) + "\"",
    ])
    func nothingElseIsSent(value: String) {
        #expect {
            try contact("language = \"sv\"\n[sync]\ncontact = \(value)")
        } throws: { error in
            guard let problems = (error as? FileProblems)?.problems else { return false }
            return problems.count == 1
                && problems[0].text(in: .english).hasPrefix(
                    "config:3: sync.contact: expected a page")
        }
    }

    @Test func anotherSettingIsTold() {
        #expect {
            try contact("[sync]\ncontract = \"eva@kil.example\"")
        } throws: { error in
            (error as? FileProblems)?.problems.first?.text(in: .english)
                == "config:2: unknown setting sync.contract – did you mean contact?"
        }
    }
}
