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

    func read(
        _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> Reading {
        let session = try KoladaSession(subscription, tools)
        let knowledge = tools.knowledge
        let isFull = Self.isFull(subscription.state.cursor, tools.now)
        let series = KoladaCatalogue.series(subscription.settings.indicators)
        var indicators: [KoladaIndicator] = []
        for ids in Self.parts(Self.unique(series.flatMap(\.ids))) {
            try await session.read("/kpi/\(ids)", .indicators) { indicators += $0.indicators }
        }
        var figures = KoladaFigures(
            series, answeredBy: indicators, known: knowledge.indicators,
            municipalities: knowledge.municipalities, source: subscription.id, now: tools.now)
        let thisYear = tools.now.clock().date.year
        let years = (isFull ? Self.firstYear : thisYear - Self.recentYears + 1)...(thisYear + 1)
        if figures.ids.isEmpty, let problem = figures.notes.first { throw SourceFailure(problem) }
        for ids in Self.parts(figures.ids) {
            for years in Self.parts(years.map(String.init)) {
                try await session.read("/data/kpi/\(ids)/year/\(years)", .figures) {
                    figures.add($0.figures)
                }
            }
        }
        var batch = figures.batch()
        if isFull {
            batch.municipalities = try await municipalities(session, batch, knowledge)
        }
        var state = subscription.state
        if isFull { state.cursor = tools.now.clock().date.description }
        return Self.reading(batch, figures.notes, state)
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

    /// `cursor` is the day of the last full reading.
    private static func isFull(_ cursor: String?, _ now: Timestamp) -> Bool {
        guard let cursor, let day = PartialDate(cursor)?.earliest else { return true }
        return now.clock().date.daysSinceEpoch - day.daysSinceEpoch >= fullInterval
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
