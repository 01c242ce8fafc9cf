import Foundation

/// Programs for one test, made by another process.
///
/// A file can't be run while any process has it open for writing. Were this process to write it, whatever another test
/// starts meanwhile would hold it open as long as it lives.
public enum ProgramCopy {
    /// Copies the program at `source` to `target`.
    ///
    /// - Throws: `CocoaError` where it could not be copied.
    public static func make(_ source: String, at target: String) throws {
        try run("/bin/cp", [source, target])
    }

    /// Makes a program at `target` of `script`, in the words of sh.
    ///
    /// - Throws: `CocoaError` where it could not be written.
    public static func make(script: String, at target: String) throws {
        let make = "printf '%s' \"$1\" > \"$2\" && chmod 755 \"$2\""
        try run("/bin/sh", ["-c", make, "sh", "#!/bin/sh\n" + script, target])
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
