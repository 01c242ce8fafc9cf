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
    /// Ids of a full reading whose figures are written together, so that they fit in memory.
    private static let partIDs = 4

    func read(
        _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> Reading {
        let session = try KoladaSession(subscription, tools)
        let all = KoladaCatalogue.series(subscription.settings.indicators)
        let progress = Progress(subscription.state.cursor, tools.now)
        let part = progress.isFull ? Self.part(of: all.dropFirst(progress.done)) : all
        let end = progress.done + part.count
        var figures = try await figures(of: part, session, subscription, tools)
        if part.count == all.count, figures.ids.isEmpty, let problem = figures.notes.first {
            throw SourceFailure(problem)
        }
        let years = progress.years(tools.now)
        for ids in Self.parts(figures.ids) {
            for years in Self.parts(years.map(String.init)) {
                try await session.read("/data/kpi/\(ids)/year/\(years)", .figures) {
                    figures.add($0.figures)
                }
            }
        }
        var batch = figures.takeBatch()
        let population = all.firstIndex { $0.id == KoladaPeers.population } ?? all.count - 1
        if progress.isFull, (progress.done..<end).contains(population) {
            batch.municipalities = try await municipalities(session, batch, tools.knowledge)
        }
        var reading = Self.reading(batch, figures.notes, subscription.state)
        reading.isPartial = progress.isFull && end < all.count
        if progress.isFull {
            reading.state.cursor = progress.cursor(reading.isPartial ? end : nil)
        }
        return reading
    }

    /// Nothing yet, but what Kolada calls the ids of `series`.
    private func figures(
        of series: [KoladaSeries], _ session: KoladaSession, _ subscription: Subscription,
        _ tools: ReadingTools
    ) async throws(SourceFailure) -> KoladaFigures {
        var indicators: [KoladaIndicator] = []
        for ids in Self.parts(Self.unique(series.flatMap(\.ids))) {
            try await session.read("/kpi/\(ids)", .indicators) { indicators += $0.indicators }
        }
        return KoladaFigures(
            series, answeredBy: indicators, known: tools.knowledge.indicators,
            municipalities: tools.knowledge.municipalities, source: subscription.id, now: tools.now)
    }

    /// How far a full reading has come, and when it was begun.
    private struct Progress {
        /// Whether all years are read.
        let isFull: Bool
        /// How many series are done.
        let done: Int
        private let begun: String

        /// - Parameter cursor: the day of the last full reading; of one that is not over, with how many series are done.
        init(_ cursor: String?, _ now: Timestamp) {
            let today = now.clock().date
            let words = (cursor ?? "").split(separator: " ")
            let day = words.first.flatMap { PartialDate($0)?.earliest }
            let age = day.map { today.daysSinceEpoch - $0.daysSinceEpoch } ?? fullInterval
            let isRecent = age < fullInterval
            isFull = !isRecent || words.count > 1
            done = isRecent && words.count > 1 ? max(0, Int(words[1]) ?? 0) : 0
            begun = isRecent ? words.first.map(String.init) ?? "" : today.description
        }

        func cursor(_ done: Int?) -> String { begun + (done.map { " \($0)" } ?? "") }

        func years(_ now: Timestamp) -> ClosedRange<Int> {
            let thisYear = now.clock().date.year
            return (isFull ? firstYear : thisYear - recentYears + 1)...(thisYear + 1)
        }
    }

    /// The first of `series`, at least one, that have no more ids than are read together.
    private static func part(of series: ArraySlice<KoladaSeries>) -> [KoladaSeries] {
        var count = 0
        let part = series.prefix { one in
            count += one.ids.count
            return count <= partIDs
        }
        return Array(part.isEmpty ? series.prefix(1) : part)
    }

    /// Those with new peers or a newer population.
    private func municipalities(
        _ session: KoladaSession, _ batch: ContentBatch, _ knowledge: ParserKnowledge
    ) async throws(SourceFailure) -> [Municipality] {
        var listed: Set<String> = []
        try await session.read("/municipality", .municipalities) {
            listed.formUnion($0.municipalities.filter { $0.type == "K" }.map(\.id))
        }
        var groups: [KoladaGroup] = []
        try await session.read("/municipality_groups", .groups) { groups += $0.groups }
        let known = knowledge.municipalities.filter { listed.contains($0.code.rawValue) }
        var changed: [MunicipalityCode: Municipality] = [:]
        for municipality in KoladaPeers.changed(known, by: groups) {
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
