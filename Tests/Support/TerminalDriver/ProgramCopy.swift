import Foundation

/// Copies of programs, to be run from elsewhere.
public enum ProgramCopy {
    /// Copies the program at `source` to `target`, by another process.
    ///
    /// A file can't be run while any process has it open for writing. Were this process to write it, whatever another test
    /// starts meanwhile would hold it open as long as it lives.
    ///
    /// - Throws: `CocoaError` where it could not be copied.
    public static func make(_ source: String, at target: String) throws {
        let copier = Process()
        copier.executableURL = URL(filePath: "/bin/cp")
        copier.arguments = [source, target]
        try copier.run()
        copier.waitUntilExit()
        guard copier.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
