import ClimateModel
import GRDB

/// Writes one batch inside one transaction.
final class BatchWriter {
    let db: Database
    let references: References
    private(set) var summary = WriteSummary()
    private let progress: (Int) -> Void
    private var done = 0
    private let length: BlockLength
    private let figures: FigureWriter
    private var news: NewsWriter?

    /// - Parameters:
    ///   - isInsisting: whether a source that says of a figure what it said before takes the place of another that was as
    ///     sure and came later.
    ///   - progress: called now and then with how many records are written.
    init(
        _ db: Database, _ length: BlockLength, isInsisting: Bool,
        progress: @escaping (Int) -> Void = { _ in }
    ) throws {
        self.db = db
        self.length = length
        self.progress = progress
        references = try References(db)
        figures = FigureWriter(db, references, isInsisting: isInsisting)
    }

    /// What became of one record.
    enum Outcome { case inserted, updated, unchanged }

    /// - Parameter prepared: of each news item, where that was done before.
    /// - Returns: what became of the records of `batch` alone.
    func write(_ batch: ContentBatch, prepared: [PreparedNews] = []) throws -> WriteSummary {
        summary = WriteSummary()
        var newSources: [Source.ID] = []
        for source in batch.sources {
            let outcome = try write(source)
            if case .inserted = outcome { newSources.append(source.id) }
            count(outcome)
        }
        for municipality in batch.municipalities { count(try write(municipality)) }
        for indicator in batch.indicators { count(try write(indicator)) }
        for series in batch.observations { try write(series) }
        for project in batch.projects { count(try write(project)) }
        for award in batch.awards { count(try write(award)) }
        if !batch.news.isEmpty {
            try newsWriter().write(batch.news, prepared: prepared, tell: count)
        }
        try removeIdle(newSources, batch.observations)
        return summary
    }

    /// Writes what was gathered; to be called once all batches of a transaction are written.
    func finish() throws { try news?.finish() }

    private func newsWriter() throws -> NewsWriter {
        if let news { return news }
        let writer = try NewsWriter(db, references: references, length)
        news = writer
        return writer
    }

    func count(_ outcome: Outcome) {
        switch outcome {
        case .inserted: summary.inserted += 1
        case .updated: summary.updated += 1
        case .unchanged: summary.unchanged += 1
        }
        done += 1
        if done.isMultiple(of: 500) { progress(done) }
    }

    /// Takes out new sources that had figures, none of which was news.
    private func removeIdle(
        _ new: [Source.ID], _ observations: [ContentBatch.IndicatorObservations]
    ) throws {
        if new.isEmpty || observations.isEmpty { return }
        let told = Set(observations.flatMap { $0.observations.compactMap(\.provenance?.source) })
        for source in new where told.contains(source) {
            try SubscriptionTable(db).removeUnusedSource(source)
            references.removed(source)
        }
    }

    private func write(_ series: ContentBatch.IndicatorObservations) throws {
        let indicator = try references.indicator(series.indicator)
        for observation in series.observations {
            let result = try figures.write(observation, of: indicator)
            if let publisher = result.surerPublisher { summary.kept[publisher, default: 0] += 1 }
            count(result.outcome)
        }
    }
}

/// The row numbers of what records refer to by name.
final class References {
    private let db: Database
    private var sources: [Source.ID: Int64] = [:]
    private var indicators: [Indicator.ID: Int64] = [:]
    private var municipalities: Set<MunicipalityCode>?
    private var provenances: [Provenance: Int64] = [:]
    private var provenancesByNumber: [Int64: Provenance] = [:]

    init(_ db: Database) throws {
        self.db = db
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT p.number, s.id, p.publisher, p.fetched, p.certainty, p.detail
                FROM provenance p JOIN source s ON s.number = p.source
                """)
        while let row = try rows.next() { remember(Provenance(row, from: 1), row[0]) }
    }

    func source(_ id: Source.ID, of record: @autoclosure () -> String) throws -> Int64 {
        if let number = sources[id] { return number }
        let number = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM source WHERE id = ?"),
            arguments: [id.rawValue])
        guard let number else {
            throw StoreError.unknownReference(record: record(), reference: id.rawValue)
        }
        sources[id] = number
        return number
    }

    /// To be told that a source may have been taken out.
    func removed(_ id: Source.ID) { sources[id] = nil }

    func indicator(_ id: Indicator.ID) throws -> Int64 {
        if let number = indicators[id] { return number }
        let number = try Int64.fetchOne(
            db, sql: "SELECT number FROM indicator WHERE id = ?", arguments: [id.rawValue])
        guard let number else {
            throw StoreError.unknownReference(record: "observation", reference: id.rawValue)
        }
        indicators[id] = number
        return number
    }

    /// Throws unless the municipality is known.
    func require(_ code: MunicipalityCode, of record: @autoclosure () -> String) throws {
        if municipalities == nil {
            let codes = try String.fetchAll(db, sql: "SELECT code FROM municipality")
            municipalities = Set(codes.compactMap(MunicipalityCode.init(rawValue:)))
        }
        guard municipalities?.contains(code) == true else {
            throw StoreError.unknownReference(record: record(), reference: code.rawValue)
        }
    }

    /// To be told that a municipality was written.
    func added(_ code: MunicipalityCode) { municipalities?.insert(code) }

    func provenance(_ number: Int64) -> Provenance? { provenancesByNumber[number] }

    /// The row of `provenance`, made where there is none.
    func number(of provenance: Provenance) throws -> Int64 {
        if let number = provenances[provenance] { return number }
        let source = try source(provenance.source, of: "observation")
        try db.cachedStatement(
            sql: """
                INSERT INTO provenance (source, publisher, fetched, certainty, detail)
                VALUES (?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            source, provenance.publisher, provenance.fetched?.seconds,
            provenance.certainty.rawValue, provenance.detail,
        ])
        let number = db.lastInsertedRowID
        remember(provenance, number)
        return number
    }

    private func remember(_ provenance: Provenance, _ number: Int64) {
        provenances[provenance] = number
        provenancesByNumber[number] = provenance
    }
}

extension Provenance {
    /// From the columns source id, publisher, fetched, certainty, detail, the first of them at `index`.
    init(_ row: Row, from index: Int) {
        self.init(
            source: Source.ID(rawValue: row[index]), publisher: row[index + 1],
            fetched: (row[index + 2] as Int64?).map { Timestamp(seconds: $0) },
            certainty: Certainty(rawValue: row[index + 3]) ?? .low, detail: row[index + 4])
    }

    /// Without the time it was fetched: what was fetched again and is the same has not changed.
    var timeless: Provenance {
        var provenance = self
        provenance.fetched = nil
        return provenance
    }
}
