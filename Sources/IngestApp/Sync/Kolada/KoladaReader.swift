import ClimateModel
import Ingest
import Transport

/// Reads indicators, their figures and groups of peers from Kolada's API, version 3.
///
/// At most five requests begin in a second, and a server that says that it has had enough is left alone for as long as it
/// asks.
struct KoladaReader: SourceReading {
    /// Ids in one part of an address, at most (api.kolada.se/v3/docs).
    private static let mostIDs = 25
    private static let firstYear = 2003
    /// Years that are read again each time, as late figures and corrections come to them.
    private static let recentYears = 4
    /// Days after which all years are read again.
    private static let fullInterval = 30
    /// Ids whose figures are written together, so that they fit in memory: of all years, and of those read again.
    private static let fullPart = 4
    private static let recentPart = 40

    func read(
        _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> Reading {
        let session = try KoladaSession(subscription, tools)
        let all = KoladaCatalogue.series(subscription.settings.indicators)
        let progress = Progress(subscription.state.cursor, tools.now)
        let part = Self.part(
            of: all.dropFirst(progress.done), progress.isFull ? Self.fullPart : Self.recentPart)
        let end = progress.done + part.count
        var figures = try await figures(of: part, session, subscription, tools)
        if part.count == all.count, figures.ids.isEmpty, let problem = figures.notes.first {
            throw SourceFailure(problem)
        }
        let years = progress.years(tools.now)
        for ids in Self.parts(figures.ids) {
            for years in Self.parts(years.map(String.init)) {
                try await session.read("/data/kpi/\(ids)/year/\(years)", .figures) {
                    page throws(SourceFailure) in
                    do throws(ImportFailure) {
                        try figures.add(page.figures)
                    } catch {
                        throw SourceFailure(error)
                    }
                }
            }
        }
        var batch = figures.takeBatch()
        let population = all.firstIndex { $0.id == KoladaPeers.population } ?? all.count - 1
        if progress.isFull, (progress.done..<end).contains(population) {
            batch.municipalities = try await municipalities(session, batch, tools.knowledge)
        }
        var reading = Self.reading(batch, figures.notes, subscription.state)
        reading.isPartial = end < all.count
        reading.state.cursor = progress.cursor(reading.isPartial ? end : nil)
        return reading
    }

    /// Nothing yet, but what Kolada calls the ids of `series`.
    private func figures(
        of series: [KoladaSeries], _ session: KoladaSession, _ subscription: Subscription,
        _ tools: ReadingTools
    ) async throws(SourceFailure) -> KoladaFigures {
        let wanted = Set(series.flatMap(\.ids))
        var indicators: [String: KoladaIndicator] = [:]
        for ids in Self.parts(Self.unique(series.flatMap(\.ids))) {
            try await session.read("/kpi/\(ids)", .indicators) { page in
                for indicator in page.indicators where wanted.contains(indicator.id) {
                    indicators[indicator.id] = indicators[indicator.id] ?? indicator
                }
            }
        }
        return KoladaFigures(
            series, answeredBy: Array(indicators.values), known: tools.knowledge.indicators,
            municipalities: tools.knowledge.municipalities, source: subscription.id, now: tools.now)
    }

    /// How far a reading has come, and when the last of all years was begun.
    private struct Progress {
        /// Whether all years are read.
        let isFull: Bool
        /// How many series are done.
        let done: Int
        private let begun: String

        /// What stands at the end of a cursor where only late years are read.
        private static let recent = "recent"

        /// - Parameter cursor: the day of the last full reading; with how many series are done of a reading that is not over.
        init(_ cursor: String?, _ now: Timestamp) {
            let today = now.clock().date
            let words = (cursor ?? "").split(separator: " ")
            let day = words.first.flatMap { PartialDate($0)?.earliest }
            let age = day.map { today.daysSinceEpoch - $0.daysSinceEpoch } ?? fullInterval
            let isRecent = age < fullInterval
            isFull = !isRecent || words.count > 1 && words.last.map { $0 != Self.recent } ?? true
            done = isRecent && words.count > 1 ? max(0, Int(words[1]) ?? 0) : 0
            begun = isRecent ? words.first.map(String.init) ?? "" : today.description
        }

        func cursor(_ done: Int?) -> String {
            guard let done else { return begun }
            return "\(begun) \(done)" + (isFull ? "" : " " + Self.recent)
        }

        func years(_ now: Timestamp) -> ClosedRange<Int> {
            let thisYear = now.clock().date.year
            return (isFull ? firstYear : thisYear - recentYears + 1)...(thisYear + 1)
        }
    }

    /// The first of `series`, at least one, that have no more ids than are read together.
    private static func part(
        of series: ArraySlice<KoladaSeries>, _ most: Int
    ) -> [KoladaSeries] {
        var count = 0
        let part = series.prefix { one in
            count += one.ids.count
            return count <= most
        }
        return Array(part.isEmpty ? series.prefix(1) : part)
    }

    /// Those with new peers or a newer population.
    private func municipalities(
        _ session: KoladaSession, _ batch: ContentBatch, _ knowledge: ParserKnowledge
    ) async throws(SourceFailure) -> [Municipality] {
        let ids = Set(knowledge.municipalities.map(\.code.rawValue))
        var listed: Set<String> = []
        try await session.read("/municipality", .municipalities) {
            let found = $0.municipalities.filter { $0.type == "K" }.map(\.id)
            listed.formUnion(ids.intersection(found))
        }
        let known = knowledge.municipalities.filter { listed.contains($0.code.rawValue) }
        var peers = KoladaPeers(of: known)
        try await session.read("/municipality_groups", .groups) { peers.add($0.groups) }
        var changed: [MunicipalityCode: Municipality] = [:]
        for municipality in peers.changed {
            changed[municipality.code] = municipality
        }
        let current = known.map { changed[$0.code] ?? $0 }
        for municipality in KoladaPeers.grown(current, by: batch) {
            changed[municipality.code] = municipality
        }
        return changed.values.sorted { $0.code < $1.code }
    }

    private static func reading(
        _ batch: ContentBatch, _ problems: [Phrase], _ state: FetchState
    ) -> Reading {
        let records = batch.observations.reduce(0) { $0 + $1.observations.count }
        return Reading(
            file: ImportedFile(
                type: .indicator, format: "Kolada v3", encoding: .utf8, batch: batch,
                records: records, title: Phrase(same: "Kolada")),
            kind: .kolada, state: state, problems: problems)
    }

    private static func unique(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }

    /// Parts of an address that have as many ids as they may.
    private static func parts(_ ids: [String]) -> [String] {
        stride(from: 0, to: ids.count, by: mostIDs).map {
            ids[$0..<min(ids.count, $0 + mostIDs)].joined(separator: ",")
        }
    }
}
