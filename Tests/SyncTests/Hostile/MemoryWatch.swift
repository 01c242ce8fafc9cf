import Foundation
import Synchronization
import TerminalDriver

/// Runs a program and watches how much memory it and its workers hold.
final class MemoryWatch: Sendable {
    /// What the processes held together at the worst moment, in KiB: each at its own worst so far.
    let peak: Int
    let status: Int32
    let output: String
    let errors: String
    let time: Duration

    /// Runs `utkik-ingest` to its end.
    init(_ arguments: [String], environment: [String: String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProduct.path("utkik-ingest"))
        process.arguments = arguments
        process.environment = environment
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        let start = ContinuousClock.now
        try process.run()
        let identifier = process.processIdentifier
        let worst = Mutex(0)
        let sampler = Thread {
            while ProcessTable.isAlive(identifier) {
                let all = [identifier] + ProcessTable.children(of: identifier)
                let sum = all.reduce(0) { $0 + ProcessTable.peakMemory(of: $1) }
                worst.withLock { $0 = max($0, sum) }
                usleep(2_000)
            }
        }
        sampler.start()
        let texts = [output, errors].map {
            String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        process.waitUntilExit()
        time = .now - start
        status = process.terminationStatus
        (self.output, self.errors) = (texts[0], texts[1])
        peak = worst.withLock { $0 }
    }
}
