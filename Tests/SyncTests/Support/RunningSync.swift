import Foundation
import TerminalDriver

/// A sync that runs beside the test.
final class RunningSync {
    private let process = Process()
    private let output = Pipe()

    /// Starts `utkik-ingest sync --json`.
    init(_ program: SyncProgram, _ arguments: String...) throws {
        process.executableURL = URL(fileURLWithPath: BuiltProduct.path("utkik-ingest"))
        process.arguments = ["sync", "--json"] + arguments
        process.environment = program.environment
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    var identifier: pid_t { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    /// Waits for the next line, which is written as soon as the source is in the database.
    func nextLine() throws -> SyncLine? {
        var bytes = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), let first = byte.first
        {
            if first == UInt8(ascii: "\n") {
                return try JSONDecoder().decode(SyncLine.self, from: bytes)
            }
            bytes.append(first)
        }
        return nil
    }

    /// Sends a signal and waits for the end.
    ///
    /// - Returns: the signal that ended it; nil where it ended by itself.
    @discardableResult
    func end(_ signal: Int32) -> Int32? {
        kill(process.processIdentifier, signal)
        return waitForSignal()
    }

    private func waitForSignal() -> Int32? {
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
    }
}
