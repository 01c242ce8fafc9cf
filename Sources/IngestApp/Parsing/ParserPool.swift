import ClimateModel
import Dispatch
import Foundation
import Ingest

/// Reads documents in worker processes, a few at a time, each within bounds of time and memory.
actor ParserPool {
    private let program: String
    private let limits: ParseLimits
    private let knowledge: [UInt8]
    private var idle: [Lane]
    private var waiting: [CheckedContinuation<Lane, Never>] = []

    /// - Parameters:
    ///   - program: the path of `utkik-ingest`; by default this very program, even if its file was replaced meanwhile.
    ///   - workers: how many documents are read at a time.
    init(
        _ knowledge: ParserKnowledge, program: String = "/proc/self/exe",
        limits: ParseLimits = .standard, workers: Int = ParserPool.usefulWorkers
    ) throws {
        self.program = program
        self.limits = limits
        self.knowledge = Array(try JSONEncoder().encode(knowledge))
        idle = (0..<max(1, workers)).map { Lane($0) }
    }

    /// As many as there are processors, up to four.
    static var usefulWorkers: Int { min(4, ProcessInfo.processInfo.activeProcessorCount) }

    /// What `body` says.
    ///
    /// - Throws: `ImportFailure`: what is wrong with it, or that it needs more time or memory than a document may.
    func parse(
        _ request: ParseRequest, _ body: ParseBody
    ) async throws(ImportFailure) -> ImportedFile {
        guard case .file(let file) = try await answer(request, body) else {
            throw ImportFailure(.brokeTheReader)
        }
        return file.file
    }

    /// What `body` says as a page of Kolada's API.
    ///
    /// - Throws: as ``parse(_:_:)``.
    func koladaPage(
        _ request: ParseRequest, _ body: ParseBody
    ) async throws(ImportFailure) -> KoladaPage {
        guard case .kolada(let page) = try await answer(request, body) else {
            throw ImportFailure(.brokeTheReader)
        }
        return page
    }

    private func answer(
        _ request: ParseRequest, _ body: ParseBody
    ) async throws(ImportFailure) -> ParseAnswer {
        guard body.count <= limits.body else {
            throw ImportFailure(.documentTooLarge(limits.body))
        }
        let lane = await takeLane()
        let answer = await lane.parse(request, body, program, knowledge, limits)
        giveBack(lane)
        if case .failure(let failure) = answer { throw failure }
        return answer
    }

    private func takeLane() async -> Lane {
        if let lane = idle.popLast() { return lane }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func giveBack(_ lane: Lane) {
        if waiting.isEmpty {
            idle.append(lane)
        } else {
            waiting.removeFirst().resume(returning: lane)
        }
    }
}

/// A queue with a worker of its own, which is started when it is needed first and anew after it has failed.
///
/// Unchecked, as the compiler can't see that `worker` is touched on `queue` alone.
private final class Lane: @unchecked Sendable {
    private let queue: DispatchQueue
    private var worker: ParseWorker?

    init(_ number: Int) { queue = DispatchQueue(label: "utkik.parser.\(number)") }

    func parse(
        _ request: ParseRequest, _ body: ParseBody, _ program: String, _ knowledge: [UInt8],
        _ limits: ParseLimits
    ) async -> ParseAnswer {
        await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: self.answer(request, body, program, knowledge, limits))
            }
        }
    }

    private func answer(
        _ request: ParseRequest, _ body: ParseBody, _ program: String, _ knowledge: [UInt8],
        _ limits: ParseLimits
    ) -> ParseAnswer {
        do {
            let worker = try self.worker ?? ParseWorker(program, knowledge, limits)
            self.worker = nil
            let answer = try worker.parse(Array(try JSONEncoder().encode(request)), body)
            let decoded = try JSONDecoder().decode(ParseAnswer.self, from: Data(answer))
            self.worker = worker
            return decoded
        } catch ParseWorker.Failure.late {
            return .failure(ImportFailure(.tookTooLong(limits.time)))
        } catch ParseWorker.Failure.notStarted(let reason) {
            return .failure(ImportFailure(.noWorker(reason)))
        } catch {
            return .failure(ImportFailure(.brokeTheReader))
        }
    }
}

extension Phrase {
    static func documentTooLarge(_ limit: Int) -> Phrase {
        let size = limit >> 20
        return Phrase(
            sv: "innehållet är större än \(size) MiB",
            en: "the content is larger than \(size) MiB")
    }

    static func tookTooLong(_ time: Duration) -> Phrase {
        let seconds = time.components.seconds
        return Phrase(
            sv: "innehållet tog mer än \(seconds) s att läsa och lämnades",
            en: "the content took more than \(seconds) s to read and was left")
    }

    static func noWorker(_ reason: String) -> Phrase {
        Phrase(
            sv: "läsaren kunde inte startas: \(reason)",
            en: "the reader could not be started: \(reason)")
    }

    static let brokeTheReader = Phrase(
        sv: "innehållet krävde mer minne än det får, eller gick inte att läsa alls",
        en: "the content needed more memory than it may, or could not be read at all")
}
