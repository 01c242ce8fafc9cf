import ClimateModel
import ClimateStore
import Configuration
import Foundation
import Ingest
import Transport

/// What reading a source would bring, found by reading it once without keeping anything.
struct SourceTrial {
    /// Where it is read from; the feed's own address where a page named it, and the new one where it has moved.
    var address: String
    /// What it is; nil where it could not be read.
    var kind: Source.Kind?
    /// What it calls itself, or the user calls it.
    var title: String?
    /// What it holds.
    var content = ContentBatch()
    /// What the figures are of, those that were known before as well.
    var indicators: [LocalizedText] = []
    /// What is worth knowing, though it stopped nothing.
    var notes: [Phrase] = []
    /// Whether there is more, which a sync reads a part at a time.
    var isPartial = false
    /// Why it could not be read.
    var error: Phrase?

    /// How many titles are shown.
    private static let previewLength = 5

    /// Whether it was not read because its server has asked to be left alone.
    private(set) var isLeftAlone = false

    /// Reads the source, unless its server has asked to be left alone.
    ///
    /// - Parameters:
    ///   - mistakes: why sources can't be read as the config has them.
    ///   - contact: told to servers.
    ///   - asksAnyway: whether it is read also where its server has asked to be left alone.
    /// - Throws: `StoreError`.
    static func run(
        _ subscription: Subscription, _ store: ContentStore,
        mistakes: [Source.ID: Phrase] = [:], contact: Contact?, asksAnyway: Bool = false
    ) async throws -> SourceTrial {
        let now = Timestamp.now()
        if !asksAnyway, let moment = subscription.state.leftAlone(now) {
            var trial = SourceTrial(
                subscription.settings, error: .leftAlone(until: moment, now: now))
            trial.isLeftAlone = true
            return trial
        }
        let web = WebClient(contact: contact?.url)
        defer { web.close() }
        let knowledge = ParserKnowledge(
            municipalities: try store.municipalities(), indicators: try store.indicators())
        let tools = ReadingTools(
            web: web, parser: ParserPool(knowledge, workers: 1), knowledge: knowledge,
            mistakes: mistakes, now: now)
        var fresh = subscription
        fresh.state = FetchState(movedTo: subscription.state.movedTo)
        do throws(SourceFailure) {
            return SourceTrial(
                fresh, try await SourceReader.read(fresh, tools), knowledge.indicators)
        } catch {
            return SourceTrial(subscription.settings, error: error.message)
        }
    }

    private init(
        _ subscription: Subscription, _ reading: Reading, _ known: [Indicator]
    ) {
        let settings = subscription.settings
        address = reading.state.movedTo ?? settings.address
        kind = reading.kind
        content = reading.file?.batch ?? ContentBatch()
        indicators = Self.indicators(content, known)
        notes = (reading.file?.notes ?? []) + reading.problems
        isPartial = reading.isPartial
        title =
            settings.title ?? content.sources.first { $0.id == subscription.id }?.title
            ?? content.sources.first?.title
    }

    /// Each once, new ones first.
    private static func indicators(
        _ content: ContentBatch, _ known: [Indicator]
    ) -> [LocalizedText] {
        let filled = Set(content.observations.map(\.indicator))
        let new = Set(content.indicators.map(\.id))
        let old = known.filter { filled.contains($0.id) && !new.contains($0.id) }
        return (content.indicators + old).map(\.title)
    }

    private init(_ settings: SourceSettings, error: Phrase) {
        address = settings.address
        title = settings.title
        self.error = error
    }

    var figures: Int { content.observations.reduce(0) { $0 + $1.observations.count } }

    /// How many news items, figures and projects there are.
    var items: Int { content.news.count + content.projects.count + figures }

    /// "2026-11-20" for news, "2025" for figures.
    var newest: String? {
        let news = content.news.compactMap { $0.published.iso8601?.prefix(10) }.max()
        if let news { return String(news) }
        return content.observations.flatMap { $0.observations.map(\.period) }.max()?.description
    }

    /// The newest titles, else those of the projects or indicators.
    func preview(_ language: Language) -> [String] {
        let news = content.news.sorted { $0.published.sortKey > $1.published.sortKey }.map {
            $0.title.text(in: language)
        }
        let titles =
            news + content.projects.map { $0.title.text(in: language) }
            + indicators.map { $0.text(in: language) }
        return Array(titles.prefix(Self.previewLength))
    }

    /// How many records are about each municipality, most first.
    var municipalities: [(code: MunicipalityCode, count: Int)] {
        var counts: [MunicipalityCode: Int] = [:]
        for code in content.news.flatMap(\.municipalities) { counts[code, default: 0] += 1 }
        for project in content.projects { counts[project.municipality, default: 0] += 1 }
        for series in content.observations {
            for observation in series.observations {
                counts[observation.municipality, default: 0] += 1
            }
        }
        let pairs = counts.map { (code: $0.key, count: $0.value) }
        return pairs.sorted { left, right in
            (right.count, left.code.rawValue) < (left.count, right.code.rawValue)
        }
    }
}
