import Foundation
import Testing

/// The config as the real program follows it.
@Suite(.timeLimit(.minutes(2))) struct ConfigCommandTests {
    private let utkik: UtkikProgram

    init() throws { utkik = try UtkikProgram() }

    private func configure(_ text: String) throws {
        try utkik.home.makeFolder(".config/utkik")
        try utkik.home.write(text, to: ".config/utkik/config.toml")
    }

    @Test func theConfigChoosesLanguageMunicipalityKeysAndFollowed() throws {
        try configure(
            """
            language = "sv"
            municipality = "Arvika"
            followed = ["Danderyd", "0180"]
            [keys]
            sort = "w"
            """)
        let screen = try utkik.run("render", "--view", "home", "--size", "100x24").output
        #expect(screen.contains("Arvika"))
        #expect(screen.contains("w sortera"))
        let english = try utkik.run("render", "--view", "home", "--language", "en").output
        #expect(english.contains("w sort"))
        let rows = try utkik.objects("rankings", "--scope", "followed", "--period", "2014")
        #expect(Set(rows.compactMap { $0["code"] as? String }) == ["0162", "0180"])
    }

    @Test func whatIsWrongEndsTheProgramWithItsLine() throws {
        try configure("language = \"sv\"\n\n[keys]\nquit = \"j\"\n")
        let run = try utkik.run("rankings")
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(".config/utkik/config.toml:4: "))
        try configure("municipality = \"Arvikka\"\n")
        let other = try utkik.run("rankings")
        #expect(other.status == 65)
        #expect(other.errors.contains(".config/utkik/config.toml:1: unknown municipality"))
        #expect(other.errors.contains("did you mean Arvika?"))
        try configure("language = \"en\"\nfollowed = [\"Arvika\", \"x\"]\n")
        let followed = try utkik.run("rankings")
        #expect(followed.status == 65)
        #expect(followed.errors.contains(".config/utkik/config.toml:2: unknown municipality “x”"))
    }

    @Test func anEmptyListTakesAnActionsKeysAway() throws {
        try configure("[keys]\nsort = []\n")
        let terminal = try utkik.start("--language", "en")
        #expect(terminal.wait(for: "Local business climate 2021"))
        #expect(!terminal.screen.text.contains("s sort"))
    }

    @Test func aRestrictedSessionReadsNone() throws {
        #expect(try utkik.run("rankings").status == 0)
        try configure("language = 12")
        #expect(try utkik.run("rankings").status == 65)
        #expect(try utkik.run("rankings", "--restricted").status == 0)
    }
}
