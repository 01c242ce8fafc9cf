import ClimateModel
import Dispatch
import Foundation
import Ingest

/// Reads documents in worker processes, each within bounds of time and memory, which hold for all workers together.
///
/// A few documents are read at a time, each with its part of the memory. One that is large, or needs more than that part, is
/// read alone, when no other waits. None is read while too much of what others gave waits to be written.
actor ParserPool {
    /// Where what was read waits to be written; nil where it is not kept.
    nonisolated let room: ReadingRoom?
    private let limits: ParseLimits
    private let lanes: [Lane]
    private var idle: [Lane]
    private var waiting: [CheckedContinuation<Lane, Never>] = []
    private var waitingForAll: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - program: the path of `utkik-ingest`; by default this very program, even if its file was replaced meanwhile.
    ///   - workers: how many documents are read at a time.
    ///   - room: where what was read waits to be written.
    init(
        _ knowledge: ParserKnowledge, program: String = "/proc/self/exe",
        limits: ParseLimits = .standard, workers: Int = ParserPool.usefulWorkers,
        room: ReadingRoom? = nil
    ) {
        self.room = room
        self.limits = limits
        let knowledge = knowledge.packed
        lanes = (0..<max(1, workers)).map { Lane($0, program: program, knowledge) }
        idle = lanes
    }

    /// As many as there are processors, up to four.
    static var usefulWorkers: Int { min(4, ProcessInfo.processInfo.activeProcessorCount) }

    /// Starts workers for so many documents that will soon have to be read, as far as that many are useful; the others
    /// start when they are needed.
    nonisolated func start(_ documents: Int) {
        for lane in lanes.suffix(documents) { lane.start(limits.shared(by: lanes.count)) }
    }

    /// Ends the workers, once nothing is being read; they start again when they are needed.
    func endWorkers() async {
        for lane in lanes { await lane.endWorker() }
    }

    /// What `body` says.
    ///
    /// - Parameter isPatient: whether it is read once more, alone, where it takes too long: for what is not fetched again.
    /// - Throws: `ImportFailure`: what is wrong with it, that it needs more time or memory than a document may, or, which
    ///   passes, that there is no worker.
    func parse(
        _ request: ParseRequest, _ body: ParseBody, isPatient: Bool = false
    ) async throws(ImportFailure) -> ImportedFile {
        guard case .file(let file) = try await answer(request, body, isPatient: isPatient) else {
            throw ImportFailure(.brokeTheReader)
        }
        return file
    }

    /// What `body` says as a page of Kolada's API.
    ///
    /// - Throws: as ``parse(_:_:isPatient:)``.
    func koladaPage(
        _ request: ParseRequest, _ body: ParseBody
    ) async throws(ImportFailure) -> KoladaPage {
        guard case .kolada(let page) = try await answer(request, body, isPatient: false) else {
            throw ImportFailure(.brokeTheReader)
        }
        return page
    }

    private func answer(
        _ request: ParseRequest, _ body: ParseBody, isPatient: Bool
    ) async throws(ImportFailure) -> ParseAnswer {
        guard body.count <= limits.body else {
            throw ImportFailure(.documentTooLarge(limits.body))
        }
        var ending = Ending.failure(.died)
        if body.count <= limits.besideOthers {
            let lane = await takeLane()
            ending = await lane.parse(request, body, limits.shared(by: lanes.count), room)
            giveBack(lane)
        }
        if case .failure(.died) = ending { ending = await answerAlone(request, body) }
        if isPatient, case .failure(.late) = ending { ending = await answerAlone(request, body) }
        switch ending {
        case .success(.failure(let failure)): throw failure
        case .success(let answer): return answer
        case .failure(.late): throw ImportFailure(.tookTooLong(limits.time))
        case .failure(.died): throw ImportFailure(.brokeTheReader)
        case .failure(.notStarted(let reason)):
            var failure = ImportFailure(.noWorker(reason))
            failure.isPassing = true
            throw failure
        }
    }

    /// How the reading of a document ended: what the worker says of it, or what became of the worker.
    fileprivate typealias Ending = Result<ParseAnswer, ParseWorker.Failure>

    /// All memory is for this one, so no other worker holds any meanwhile, and it holds none afterwards.
    private func answerAlone(_ request: ParseRequest, _ body: ParseBody) async -> Ending {
        await takeAllLanes()
        await endWorkers()
        let answer = await lanes[0].parse(request, body, limits, room)
        await lanes[0].endWorker()
        for lane in lanes { giveBack(lane) }
        return answer
    }

    private func takeLane() async -> Lane {
        while true {
            await waitForRoom()
            let lane = await nextLane()
            guard let room, room.isFull else { return lane }
            giveBack(lane)
        }
    }

    private func takeAllLanes() async {
        while true {
            await waitForRoom()
            if idle.count < lanes.count {
                await withCheckedContinuation { waitingForAll.append($0) }
            }
            idle = []
            guard let room, room.isFull else { return }
            for lane in lanes { giveBack(lane) }
        }
    }

    /// There may be none any more once a lane is free.
    private func waitForRoom() async {
        if let room, room.isFull { await room.wait() }
    }

    private func nextLane() async -> Lane {
        if let lane = idle.popLast() { return lane }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func giveBack(_ lane: Lane) {
        if !waiting.isEmpty {
            waiting.removeFirst().resume(returning: lane)
            return
        }
        idle.append(lane)
        if idle.count == lanes.count, !waitingForAll.isEmpty {
            // Nobody else may take one before the one that waits has them all.
            idle = []
            waitingForAll.removeFirst().resume()
        }
    }
}

/// A queue with a worker of its own, which is started when it is needed first and anew after it has failed.
///
/// Unchecked, as the compiler can't see that `worker` is touched on `queue` alone.
private final class Lane: @unchecked Sendable {
    private let queue: DispatchQueue
    private let program: String
    private let knowledge: [UInt8]
    private var worker: ParseWorker?

    init(_ number: Int, program: String, _ knowledge: [UInt8]) {
        queue = DispatchQueue(label: "utkik.parser.\(number)")
        self.program = program
        self.knowledge = knowledge
    }

    /// Starts the worker before it is needed. Where that fails, it is tried anew once it is.
    func start(_ limits: ParseLimits) {
        queue.async {
            if self.worker == nil {
                self.worker = try? ParseWorker(self.program, self.knowledge, limits)
            }
        }
    }

    /// What the worker says of a document; where that ended it, it may not do so with more memory.
    func parse(
        _ request: ParseRequest, _ body: ParseBody, _ limits: ParseLimits, _ room: ReadingRoom?
    ) async -> ParserPool.Ending {
        await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(returning: self.answer(request, body, limits, room))
            }
        }
    }

    private func readyWorker(_ limits: ParseLimits) throws(ParseWorker.Failure) -> ParseWorker {
        if let worker { return worker }
        return try ParseWorker(program, knowledge, limits)
    }

    /// Gives back all that the worker holds.
    func endWorker() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.worker = nil
                continuation.resume()
            }
        }
    }

    private func answer(
        _ request: ParseRequest, _ body: ParseBody, _ limits: ParseLimits, _ room: ReadingRoom?
    ) -> ParserPool.Ending {
        Result { () throws(ParseWorker.Failure) in
            let worker = try readyWorker(limits)
            self.worker = nil
            let answer = try worker.parse(request, body)
            self.worker = worker
            room?.note(answer.memory(packed: worker.answerSize), of: request.source.id)
            return answer
        }
    }
}

extension ParseAnswer {
    /// About so many bytes it takes in memory. Text takes what it does when it is packed, figures many times that.
    fileprivate func memory(packed: Int) -> Int {
        guard case .file(let file) = self else { return packed }
        let figures = file.batch.observations.reduce(0) { $0 + $1.observations.count }
        return packed + figures * MemoryLayout<Observation>.stride
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
