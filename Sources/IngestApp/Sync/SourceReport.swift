import ClimateModel
import ClimateStore
import Foundation

/// What a sync did with one source.
struct SourceReport: Sendable {
    /// How it went.
    enum Result: String, Sendable {
        /// Something is new or another than before.
        case changed
        /// Everything is as it was.
        case unchanged
        /// It could not be read or written.
        case failed
        /// It was not read, as its server has asked to be left alone.
        case skipped
    }

    var source: Source.ID
    var title: String
    var address: String
    var result: Result
    var summary: WriteSummary
    var error: Phrase?
    /// What could not be read or was not taken over although the rest was.
    var problems: [Phrase]
    /// When it will be read again.
    var next: Timestamp?
    var duration: Duration

    /// - Parameters:
    ///   - summary: what writing its content came to.
    ///   - next: when it will be read again.
    init(_ outcome: Committer.Outcome, _ summary: WriteSummary, next: Timestamp?) {
        source = outcome.subscription.id
        title = outcome.title
        address = outcome.subscription.settings.address
        duration = outcome.duration
        self.summary = summary
        problems = outcome.problems
        self.next = next
        switch outcome.result {
        case .failure(let failure):
            result = .failed
            error = failure.message
        case .success:
            result = summary.hasChanges ? .changed : .unchanged
        }
    }

    /// Of a source that is left alone.
    init(
        leftAlone subscription: Subscription, title: String, until moment: Timestamp, now: Timestamp
    ) {
        source = subscription.id
        self.title = title
        address = subscription.settings.address
        result = .skipped
        summary = WriteSummary()
        error = .leftAlone(until: moment, now: now)
        problems = []
        next = subscription.state.nextAttempt
        duration = .zero
    }
}

/// One source's result as a line of JSON. Every key is always there; what is not known is null.
struct SourceLine: Encodable {
    private let report: SourceReport
    private let done: Int
    private let total: Int
    private let language: Language

    private static let mostProblems = 100

    private enum CodingKeys: String, CodingKey {
        case source, title, address, result, new, changed, unchanged, error, problems, next,
            milliseconds
        case done, total
    }

    /// - Parameter done: how many of the `total` sources have ended, this one among them.
    init(_ report: SourceReport, done: Int, total: Int, language: Language) {
        self.report = report
        self.done = done
        self.total = total
        self.language = language
    }

    func encode(to encoder: any Encoder) throws {
        var line = encoder.container(keyedBy: CodingKeys.self)
        try line.encode(report.source.rawValue, forKey: .source)
        try line.encode(report.title, forKey: .title)
        try line.encode(report.address, forKey: .address)
        try line.encode(report.result.rawValue, forKey: .result)
        try line.encode(report.summary.inserted, forKey: .new)
        try line.encode(report.summary.updated, forKey: .changed)
        try line.encode(report.summary.unchanged, forKey: .unchanged)
        try line.encode(report.error?(language), forKey: .error)
        try line.encode(
            report.problems.prefix(Self.mostProblems).map { $0(language) }, forKey: .problems)
        try line.encode(report.next?.description, forKey: .next)
        let (seconds, attoseconds) = report.duration.components
        try line.encode(
            seconds * 1_000 + attoseconds / 1_000_000_000_000_000, forKey: .milliseconds)
        try line.encode(done, forKey: .done)
        try line.encode(total, forKey: .total)
    }
}
