import ClimateModel
import Foundation

/// Tells how a sync goes: a bar and a summary for people, or a line of JSON for each source.
actor SyncReporter {
    /// What a round came to.
    struct Total: Sendable {
        var sources = 0
        var changed = 0
        var failed = 0
        var new = 0
        var updated = 0

        /// Whether there were sources and none could be read.
        var allFailed: Bool { sources > 0 && failed == sources }
    }

    private(set) var total = Total()
    private let expected: Int
    private let isJSON: Bool
    private let language: Language
    private let line = StatusLine()
    private var failures: [SourceReport] = []
    private var changes: [SourceReport] = []
    private var incomplete: [SourceReport] = []
    private var skipped: [SourceReport] = []
    /// Whether nothing more is to be told.
    private var isOver = false

    /// So many problems within a source are told.
    private static let mostProblems = 5

    /// - Parameter total: how many sources it tells of.
    init(total: Int, isJSON: Bool, language: Language) {
        expected = total
        self.isJSON = isJSON
        self.language = language
    }

    /// Tells of sources that are not read as their servers have asked to be left alone.
    func leaveAlone(_ subscriptions: [Subscription], titles: [Source.ID: String], now: Timestamp) {
        for subscription in subscriptions {
            guard let moment = subscription.state.leftAlone(now) else { continue }
            let title = titles[subscription.id] ?? subscription.settings.address
            add(SourceReport(leftAlone: subscription, title: title, until: moment, now: now))
        }
    }

    /// Tells of sources that have ended.
    func add(_ reports: [SourceReport]) {
        for report in reports where !isOver { add(report) }
    }

    private func add(_ report: SourceReport) {
        if report.result != .skipped { total.sources += 1 }
        total.new += report.summary.inserted
        total.updated += report.summary.updated
        if !report.problems.isEmpty { incomplete.append(report) }
        switch report.result {
        case .changed:
            total.changed += 1
            changes.append(report)
        case .failed:
            total.failed += 1
            failures.append(report)
        case .skipped: skipped.append(report)
        case .unchanged: break
        }
        if isJSON {
            Streams.data(
                SourceLine(report, done: done, total: expected, language: language).jsonLine)
        } else {
            showProgress()
        }
    }

    private var done: Int { total.sources + skipped.count }

    /// Shows how far it has come, for as long as it is not over.
    func showProgress() {
        guard !isJSON, !isOver else { return }
        line.show(
            Phrase.fetching(done, of: expected)(language),
            share: Double(done) / Double(max(1, expected)))
    }

    /// Tells how far it had come when it was interrupted; there is nothing more to be told afterwards.
    func interrupt() {
        isOver = true
        StatusLine.clearLine()
        Streams.error(Phrase.interrupted(total, of: expected)(language))
    }

    /// Tells what the round came to.
    func finish() -> Total {
        line.clear()
        defer { isOver = true }
        guard !isJSON, !isOver else { return total }
        if total.sources > 0 { Streams.output(Phrase.total(total)(language)) }
        let sources = (changes + incomplete + failures + skipped).map { ($0.source, $0.named) }
        let marks = SourceMarks(
            Dictionary(sources, uniquingKeysWith: { first, _ in first }).values)
        for report in changes.prefix(20) {
            let name = marks.name(of: report.named)
            Streams.output("  + \(name): " + Phrase.changes(report)(language))
        }
        if changes.count > 20 { Streams.output("  + …") }
        for report in incomplete { tellProblems(report, marks.name(of: report.named)) }
        for report in failures {
            let error = report.error?(language) ?? ""
            Streams.error("  ! \(marks.name(of: report.named)): \(error)")
        }
        for report in skipped {
            let reason = report.error?(language) ?? ""
            Streams.output("  – \(marks.name(of: report.named)): \(reason)")
        }
        return total
    }

    private func tellProblems(_ report: SourceReport, _ name: String) {
        for problem in report.problems.prefix(Self.mostProblems) {
            Streams.error("  * \(name): \(problem(language))")
        }
        let more = report.problems.count - Self.mostProblems
        if more > 0 { Streams.error("  * \(name): " + Phrase.moreProblems(more)(language)) }
    }

    /// Tells that there was nothing to do.
    ///
    /// - Parameter hasPaused: whether there are sources that are paused.
    func tellNothingDue(_ selection: SyncSelection, hasPaused: Bool) {
        guard !isJSON else { return }
        Streams.output(Phrase.nothingDue(selection, hasPaused: hasPaused)(language))
    }
}

extension Phrase {
    static func fetching(_ done: Int, of total: Int) -> Phrase {
        Phrase(sv: "Hämtar \(done) av \(total)", en: "Fetching \(done) of \(total)")
    }

    /// "19 källor lästa: 3 nya, 1 ändrad, 2 källor gick inte att läsa".
    static func total(_ total: SyncReporter.Total) -> Phrase {
        let (new, changed, failed) = (total.new, total.updated, total.failed)
        let read = total.sources - failed
        guard read > 0 || failed == 0 else {
            return Phrase(
                sv: "\(failed) \(failed == 1 ? "källa" : "källor") gick inte att läsa",
                en: "\(failed) \(failed == 1 ? "source" : "sources") failed")
        }
        return Phrase(
            sv:
                "\(read) \(read == 1 ? "källa läst" : "källor lästa"): \(Count.sv(new)) \(new == 1 ? "ny" : "nya"), "
                + "\(Count.sv(changed)) \(changed == 1 ? "ändrad" : "ändrade")"
                + (failed > 0
                    ? ", \(failed) \(failed == 1 ? "källa" : "källor") gick inte att läsa" : ""),
            en: "\(read) \(read == 1 ? "source" : "sources") read: \(Count.en(new)) new, "
                + "\(Count.en(changed)) changed"
                + (failed > 0 ? ", \(failed) \(failed == 1 ? "source" : "sources") failed" : ""))
    }

    /// "Avbruten när 3 av 12 källor var klara: 5 nya, 1 ändrad. Det är sparat."
    static func interrupted(_ total: SyncReporter.Total, of expected: Int) -> Phrase {
        let (new, changed, done) = (total.new, total.updated, total.sources)
        let isOne = expected == 1
        guard new + changed > 0 else {
            return Phrase(
                sv:
                    "Avbruten när \(done) av \(expected) \(isOne ? "källa var klar" : "källor var klara"); inget nytt.",
                en:
                    "Interrupted with \(done) of \(expected) \(isOne ? "source" : "sources") done; nothing new."
            )
        }
        return Phrase(
            sv:
                "Avbruten när \(done) av \(expected) \(isOne ? "källa var klar" : "källor var klara"): "
                + "\(Count.sv(new)) \(new == 1 ? "ny" : "nya"), "
                + "\(Count.sv(changed)) \(changed == 1 ? "ändrad" : "ändrade"). Det är sparat.",
            en: "Interrupted with \(done) of \(expected) \(isOne ? "source" : "sources") done: "
                + "\(Count.en(new)) new, \(Count.en(changed)) changed. It is kept.")
    }

    static func changes(_ report: SourceReport) -> Phrase {
        let (new, changed) = (report.summary.inserted, report.summary.updated)
        return Phrase(
            sv: "\(Count.sv(new)) \(new == 1 ? "ny" : "nya")"
                + (changed > 0
                    ? ", \(Count.sv(changed)) \(changed == 1 ? "ändrad" : "ändrade")" : ""),
            en: "\(Count.en(new)) new" + (changed > 0 ? ", \(Count.en(changed)) changed" : ""))
    }

    static func moreProblems(_ count: Int) -> Phrase {
        Phrase(sv: "och \(Count.sv(count)) till", en: "and \(Count.en(count)) more")
    }

    private static let allPaused = Phrase(
        sv: "Alla källor är pausade. Så läses en igen: utkik source resume NAMN",
        en: "All sources are paused. To read one again: utkik source resume NAME")

    static func nothingDue(_ selection: SyncSelection, hasPaused: Bool) -> Phrase {
        guard !selection.active.isEmpty else {
            if hasPaused { return allPaused }
            return Phrase(
                sv: "Det finns inga källor att läsa. Lägg till en: utkik source add ADRESS",
                en: "There are no sources to read. Add one: utkik source add ADDRESS")
        }
        let count = selection.active.count
        let seconds = selection.next.map { Int($0.seconds - Timestamp.now().seconds) } ?? 0
        let wait = duration(seconds)
        return Phrase(
            sv: (count == 1
                ? "Källan behöver inte läsas än: om \(wait.sv). --all läser den ändå."
                : "Ingen av \(count) källor behöver läsas än; nästa om \(wait.sv). --all läser dem ändå."),
            en: (count == 1
                ? "The source is not due yet: in \(wait.en). --all reads it anyway."
                : "None of \(count) sources is due yet; the next in \(wait.en). --all reads them anyway.")
        )
    }
}

extension SourceReport {
    /// The source as far as its name is told.
    fileprivate var named: Source {
        Source(id: source, kind: .feed, title: title, address: address)
    }
}
