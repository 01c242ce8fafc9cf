import ClimateModel
import ClimateStore
import Foundation

/// The real `utkik-ingest` of a user with a folder of their own, which is gone when the test is.
final class IngestProgram {
    /// What a run came to.
    struct Run {
        var status: Int32
        var output: String
        var errors: String

        var lines: [Substring] { output.split(separator: "\n") }
    }

    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "utkik-ingest-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { path + "/data/utkik/content.sqlite" }

    /// Writes a file in the user's home folder, and gives its path.
    @discardableResult
    func write(_ text: String, as name: String) throws -> String {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Runs the program that was built beside this test.
    func run(
        _ arguments: [String], input: String? = nil, language: String = "sv_SE.UTF-8"
    ) throws -> Run {
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let process = Process()
        process.executableURL = products.appendingPathComponent("utkik-ingest")
        process.arguments = arguments
        process.environment = [
            "XDG_DATA_HOME": path + "/data", "HOME": path, "LANG": language, "TERM": "xterm",
        ]
        let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = standardInput
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data((input ?? "").utf8))
        try standardInput.fileHandleForWriting.close()
        let texts = [output, errors].map {
            String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        process.waitUntilExit()
        return Run(status: process.terminationStatus, output: texts[0], errors: texts[1])
    }

    func store() throws -> ContentStore {
        try ContentStore.open(StoreLocation(content: database))
    }
}
