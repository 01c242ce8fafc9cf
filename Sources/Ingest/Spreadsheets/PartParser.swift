import ClimateModel

/// Parses one part of a workbook a chunk at a time: unpacked, guarded, and handed to a taker, which never sees more than a
/// chunk's worth before it is asked what it thinks of it.
struct PartParser {
    private let stream: ZipStream
    private let push: XMLPush
    private let taker: any PartTaking
    private var guardian = XMLGuard()
    private var isFinished = false

    init(_ stream: ZipStream, _ taker: any PartTaking) throws(Problem) {
        self.stream = stream
        self.taker = taker
        push = try XMLPush(DepthCounter(taker), recovering: false)
    }

    /// The share that is parsed.
    var progress: Double { isFinished ? 1 : stream.progress }

    /// Parses the next chunk; false where there is no more.
    ///
    /// - Throws: what the taker or the parser found wrong in it.
    mutating func step() throws(Problem) -> Bool {
        guard !isFinished else { return false }
        var guardian = guardian
        let hasMore = try stream.next { chunk throws(Problem) in
            try guardian.check(chunk)
            push.push(chunk)
        }
        self.guardian = guardian
        if !hasMore {
            isFinished = true
            push.finish()
        }
        if let problem = taker.problem { throw problem }
        if push.nameCount > Limits.partNames { throw Problem(message: .partUnreadable) }
        if push.faultLine != nil || push.isStopped || (isFinished && !push.sawElement) {
            throw Problem(message: .partUnreadable)
        }
        return hasMore
    }

    /// Parses all of it.
    mutating func run() throws(Problem) {
        while try step() {}
    }
}

/// Takes the elements of one part.
protocol PartTaking: XMLPushTaking {
    /// What was found wrong; it takes nothing more then.
    var problem: Problem? { get set }
}

/// Lets a taker see no more levels than are allowed.
private final class DepthCounter: XMLPushTaking {
    private let taker: any PartTaking
    private var depth = 0

    init(_ taker: any PartTaking) { self.taker = taker }

    func start(_ element: XMLElement) {
        depth += 1
        if depth > Limits.depth { taker.problem = taker.problem ?? Problem(message: .tooDeep) }
        if taker.problem == nil { taker.start(element) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if taker.problem == nil { taker.text(bytes) }
    }

    func end(_ element: XMLElement) {
        depth -= 1
        if taker.problem == nil { taker.end(element) }
    }
}

extension Phrase {
    static let partUnreadable = Phrase(
        sv: "arbetsbokens XML är trasig: spara den på nytt",
        en: "the workbook's XML is broken: save it again")
}
