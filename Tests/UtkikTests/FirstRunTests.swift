import ClimateStore
import Foundation
import GRDB
import TerminalDriver
import Testing

/// What happens where there is no database, or one that can't be read.
@Suite(.timeLimit(.minutes(3))) struct FirstRunTests {
    private let utkik: UtkikProgram

    init() throws { utkik = try UtkikProgram() }

    @Test func makesTheDatabaseOnce() throws {
        let first = try utkik.run("rankings", "--period", "2014", "--format", "csv")
        #expect(first.status == 0)
        #expect(first.errors.isEmpty)
        #expect(FileManager.default.fileExists(atPath: utkik.database))
        let second = try utkik.run("rankings", "--period", "2014", "--format", "csv")
        #expect(second.output == first.output)
    }

    @Test func setsADamagedDatabaseAsideAndSaysSo() throws {
        #expect(try utkik.run("news").status == 0)
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: utkik.database + suffix)
        }
        try utkik.home.write(
            String(repeating: "junk ", count: 2_000), to: ".local/share/utkik/content.sqlite")
        let run = try utkik.run("news", "--format", "csv", "--language", "en")
        #expect(run.status == 0)
        #expect(run.errors.contains("corrupt-"), "\(run.errors)")
        #expect(run.output.components(separatedBy: "\r\n").count == 8)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: utkik.home.path + "/.local/share/utkik")
        #expect(files.contains { $0.hasPrefix("content.sqlite.corrupt-") })
    }

    @Test func refusesADatabaseOfANewerVersion() throws {
        #expect(try utkik.run("news").status == 0)
        let queue = try DatabaseQueue(path: utkik.database)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v999')") }
        _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: utkik.database))
        let run = try utkik.run("news", "--language", "en")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("newer version of Utkik"))
        let terminal = try utkik.start("--language", "en")
        #expect(terminal.waitForExit() == .code(1))
        #expect(!terminal.screen.isAlternate)
        #expect(terminal.screen.text.contains("newer version"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: utkik.database)) == before)
    }

    @Test func doesWithoutItsCompanion() throws {
        let lonely = utkik.home.path + "/utkik"
        try ProgramCopy.make(BuiltProduct.path("utkik"), at: lonely)
        let run = try ProgramRun(
            lonely, ["rankings", "--period", "2014", "--format", "csv", "--language", "en"],
            environment: utkik.environment(["PATH": nil]))
        #expect(run.status == 0)
        #expect(run.errors.contains("starter content"))
        #expect(run.output.components(separatedBy: "\r\n").count == 292)
        #expect(!FileManager.default.fileExists(atPath: utkik.database))
        let importing = try ProgramRun(
            lonely, ["import", "x.csv"], environment: utkik.environment(["PATH": nil]))
        #expect(importing.status == 1)
        #expect(importing.errors.contains("utkik-ingest"))
    }

    @Test func findsItsCompanionInLibexec() throws {
        let files = FileManager.default
        for folder in ["/bin", "/libexec/utkik"] {
            try files.createDirectory(
                atPath: utkik.home.path + folder, withIntermediateDirectories: true)
        }
        try ProgramCopy.make(BuiltProduct.path("utkik"), at: utkik.home.path + "/bin/utkik")
        try ProgramCopy.make(
            BuiltProduct.path("utkik-ingest"),
            at: utkik.home.path + "/libexec/utkik/utkik-ingest")
        let run = try ProgramRun(
            utkik.home.path + "/bin/utkik", ["news"], environment: utkik.environment(["PATH": nil]))
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(files.fileExists(atPath: utkik.database))
    }

    @Test func importsThroughItsCompanion() throws {
        try utkik.home.write("kommun;år;plats\nKil;2031;7\n", to: "tabell.csv")
        let run = try utkik.run("import", utkik.home.path + "/tabell.csv")
        #expect(run.status == 0, "\(run.errors)")
        let bad = try utkik.run("import", "/nonexistent.csv")
        #expect(bad.status != 0)
        let other = utkik.home.path + "/other.sqlite"
        #expect(
            try utkik.run("--database", other, "import", utkik.home.path + "/tabell.csv").status
                == 0)
        #expect(FileManager.default.fileExists(atPath: other))
    }
}
