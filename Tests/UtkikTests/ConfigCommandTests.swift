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
        let other = try utkik.run("render", "--view", "home")
        #expect(other.status == 65)
        #expect(other.errors.contains("did you mean Arvika?"))
    }

    @Test func aRestrictedSessionReadsNone() throws {
        #expect(try utkik.run("rankings").status == 0)
        try configure("language = 12")
        #expect(try utkik.run("rankings").status == 65)
        #expect(try utkik.run("rankings", "--restricted").status == 0)
    }
}
