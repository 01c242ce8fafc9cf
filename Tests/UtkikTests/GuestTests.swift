import Foundation
import Glibc
import TerminalDriver
import Testing

/// `--restricted`.
@Suite(.timeLimit(.minutes(3))) struct GuestTests {
    private let utkik: UtkikProgram

    init() throws { utkik = try UtkikProgram() }

    private var files: [String] {
        (FileManager.default.enumerator(atPath: utkik.home.path)?.allObjects as? [String]) ?? []
    }

    @Test func writesNothingAndSaysWhatIsSwitchedOff() throws {
        let terminal = try utkik.start("--restricted", "--language", "sv")
        #expect(terminal.wait(for: "Lokalt företagsklimat 2021"))
        #expect(terminal.wait(for: "startinnehållet"))
        terminal.type("3*")
        #expect(terminal.wait(for: "avstängt för gäster"))
        terminal.type("\r")
        #expect(terminal.wait(for: "Nyheter ›"))
        terminal.type("\u{1A}j")
        terminal.type("qq")
        #expect(terminal.waitForExit() == .code(0))
        #expect(files.isEmpty, "\(files)")
    }

    @Test func readsNoConfigOfTheUser() throws {
        try FileManager.default.createDirectory(
            atPath: utkik.home.path + "/.config/utkik", withIntermediateDirectories: true)
        try utkik.home.write("nonsense = 1\n", to: ".config/utkik/config.toml")
        #expect(try utkik.run("rankings", "--limit", "1").status == 65)
        #expect(try utkik.run("rankings", "--limit", "1", "--restricted").status == 0)
        #expect(files.filter { $0.contains("sqlite") }.isEmpty)
    }

    @Test func readsTheDatabaseOfAnother() throws {
        try utkik.write(manyNews(3))
        let before = files.sorted()
        let guest = try UtkikProgram()
        let run = try guest.run(
            "news", "--restricted", "--database", utkik.database, "--format", "csv")
        #expect(run.status == 0)
        #expect(run.output.components(separatedBy: "\r\n").count == 11)
        #expect(!run.output.contains("true"))
        #expect(files.sorted() == before)
    }

    private static let canBecomeNobody =
        getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

    /// As a user who may only read the content database, and has no home.
    @Test(.enabled(if: canBecomeNobody, "needs root and setpriv"))
    func worksForAUserWhoMayOnlyRead() throws {
        try utkik.write(manyNews(3))
        let program = utkik.home.path + "/utkik"
        try ProgramCopy.make(BuiltProduct.path("utkik"), at: program)
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", program]
        for options in [[], ["--restricted"]] {
            let arguments = ["news", "--database", utkik.database, "--format", "csv"]
            let run = try ProgramRun(
                "/usr/bin/setpriv", nobody + arguments + options,
                environment: utkik.environment(["HOME": "/nonexistent"]))
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.components(separatedBy: "\r\n").count == 11)
        }
        let terminal = try PseudoTerminal(
            "/usr/bin/setpriv",
            nobody + ["--restricted", "--database", utkik.database, "--language", "sv"],
            environment: utkik.environment(["HOME": "/nonexistent"]))
        #expect(terminal.wait(for: "nummer 2"))
    }

    @Test func bringsNothingIn() throws {
        let run = try utkik.run("import", "--restricted", "x.csv")
        #expect(run.status == 1)
        #expect(run.errors.contains("switched off for guests"))
        #expect(files.isEmpty)
    }
}
