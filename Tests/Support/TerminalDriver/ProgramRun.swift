import Foundation

/// A program run to its end without a terminal, and what it came to.
public struct ProgramRun {
    public let status: Int32
    /// Whether a signal ended it; `status` is its number then.
    public let wasSignalled: Bool
    public let outputBytes: Data
    public let errors: String

    public var output: String { String(decoding: outputBytes, as: UTF8.self) }
    public var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Runs `executable`, with nothing to read, until it ends.
    ///
    /// - Parameter environment: all of the program's environment.
    public init(
        _ executable: String, _ arguments: [String], environment: [String: String]
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.environment = environment
        let folder = NSTemporaryDirectory() + "utkik-run-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // Files, since a pipe that nobody reads would stop a program that writes much.
        let files = ["out", "err"].map { URL(fileURLWithPath: folder + "/" + $0) }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        wasSignalled = process.terminationReason == .uncaughtSignal
        outputBytes = try Data(contentsOf: files[0])
        errors = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    }
}
