import ClimateModel
import ClimateStore
import Foundation
import Ingest
import Synchronization
import TerminalDriver
import Transport

@testable import IngestApp

extension ParserPool {
    /// Workers that know some municipalities.
    static func testing(_ limits: ParseLimits = .standard, workers: Int = 1) -> ParserPool {
        ParserPool(
            .testing, program: BuiltProduct.path("utkik-ingest"), limits: limits, workers: workers)
    }

    /// Reads a document of a source that is about nothing in particular.
    func read(_ bytes: [UInt8], named name: String = "feed") async throws -> ImportedFile {
        try await parse(.testing(name), ParseBody(bytes))
    }

    func read(_ text: String) async throws -> ImportedFile { try await read(Array(text.utf8)) }

    /// How many items each of `texts` has, in the order in which they were read; they came while all `workers` were busy.
    func counts(_ texts: [String], workers: Int) async throws -> [Int] {
        let areWaiting = DispatchSemaphore(value: 0)
        var busy = ParseBody(Array(SampleFeed.of("Före").text.utf8))
        let bytes = busy.forEachChunk
        busy.forEachChunk = { [bytes] body in
            areWaiting.wait()
            try bytes(body)
        }
        let counts = Mutex<[Int]>([])
        var tasks = (0..<workers).map { [busy] _ in
            Task { _ = try await self.parse(.testing("feed"), busy) }
        }
        for text in texts {
            tasks.append(
                Task {
                    let count = try await self.read(text).batch.news.count
                    counts.withLock { $0.append(count) }
                })
        }
        // They begin on this actor one after the other, so all the others have when this one ends.
        await Task { _ = self }.value
        for _ in 0..<workers { areWaiting.signal() }
        for task in tasks { try await task.value }
        return counts.withLock(\.self)
    }
}

extension ParserKnowledge {
    static var testing: ParserKnowledge {
        let municipalities = (try? ContentStore.starter().municipalities()) ?? []
        return ParserKnowledge(municipalities: municipalities, indicators: [])
    }
}

extension ParseRequest {
    static func testing(_ name: String) -> ParseRequest {
        ParseRequest(
            task: .file, fileName: name,
            source: KnownSource(
                id: Source.ID(rawValue: "test"),
                settings: SourceSettings(address: "https://example.org/feed")),
            now: .now())
    }
}

/// What proc(5) tells of processes.
enum ProcessTable {
    /// The children of a process.
    static func children(of process: pid_t) -> [pid_t] {
        let path = "/proc/\(process)/task"
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return tasks.flatMap { task in
            let text = try? String(contentsOfFile: "\(path)/\(task)/children", encoding: .utf8)
            return (text ?? "").split(separator: " ").compactMap { pid_t($0) }
        }
    }

    /// The children of a process that run `utkik-ingest parse-worker`.
    static func workers(of process: pid_t) -> [pid_t] {
        children(of: process).filter { arguments(of: $0).contains("parse-worker") }
    }

    static func arguments(of process: pid_t) -> [String] {
        let bytes = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
        return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether it is there, and no zombie.
    static func isAlive(_ process: pid_t) -> Bool {
        guard let state = status(of: process)["State"] else { return false }
        return !state.hasPrefix("Z")
    }

    /// The lines of `/proc/PID/status`; empty where there is no such process.
    static func status(of process: pid_t) -> [String: String] {
        lines("/proc/\(process)/status", apart: ":")
    }

    /// The highest amount of memory that a process ever held at a time, in KiB.
    static func peakMemory(of process: pid_t) -> Int {
        Int(status(of: process)["VmHWM"]?.prefix { $0.isNumber } ?? "") ?? 0
    }

    /// The soft limit of "Max data size", "Max core file size" …; nil for none.
    static func limit(_ name: String, of process: pid_t) -> Int? {
        let text = try? String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.dropFirst(26).split(separator: " ").first.flatMap { Int($0) }
    }

    private static func lines(_ path: String, apart: Character) -> [String: String] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
            let parts = line.split(separator: apart, maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

/// Looks every few milliseconds whether something has come true.
///
/// - Returns: false where it doesn't within `seconds`.
func eventually(seconds: Double = 10, _ condition: () throws -> Bool) rethrows -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
        if try condition() { return true }
        usleep(5_000)
    }
    return try condition()
}
