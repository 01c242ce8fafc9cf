import ClimateModel
import ClimateStore
import Foundation
import TerminalDriver
import Testing

/// The real program of a user with a home folder of their own.
final class UtkikProgram {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    var database: String { home.path + "/.local/share/utkik/content.sqlite" }

    /// - Parameter changes: variables to set, or to leave out (nil).
    func environment(_ changes: [String: String?] = [:]) -> [String: String] {
        var environment: [String: String] = [
            "HOME": home.path, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color",
            "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        ]
        for (name, value) in changes { environment[name] = value }
        return environment
    }

    /// Runs it to its end, without a terminal.
    func run(
        _ arguments: String..., environment changes: [String: String?] = [:]
    ) throws -> ProgramRun {
        try ProgramRun(
            BuiltProduct.path("utkik"), arguments, environment: environment(changes))
    }

    /// Starts it on a terminal.
    func start(
        _ arguments: String..., environment changes: [String: String?] = [:], columns: Int = 120,
        rows: Int = 40
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            BuiltProduct.path("utkik"), arguments, environment: environment(changes),
            columns: columns, rows: rows)
    }

    /// The objects that a command prints with `--format json`.
    func objects(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws
        -> [[String: Any]]
    {
        let run = try ProgramRun(
            BuiltProduct.path("utkik"), arguments + ["--format", "json"],
            environment: environment())
        try #require(run.status == 0, "\(run.errors)", sourceLocation: sourceLocation)
        let value = try JSONSerialization.jsonObject(with: run.outputBytes)
        return try #require(value as? [[String: Any]], sourceLocation: sourceLocation)
    }

    /// Makes the database with the starter content and `batch`.
    func write(_ batch: ContentBatch) throws {
        let writer = try ContentWriter.open(
            at: StoreLocation(content: database), now: Timestamp(seconds: 1_700_000_000))
        _ = try writer.write(batch)
    }
}

/// Texts kept in files beside the tests, compared to the byte; re-recorded when UTKIK_RECORD is set.
enum Golden {
    static func check(
        _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Golden")
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["UTKIK_RECORD"] != nil {
            try Data(text.utf8).write(to: file)
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(text == recorded, "\(name) differs", sourceLocation: sourceLocation)
    }
}
