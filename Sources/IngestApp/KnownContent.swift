import ClimateModel
import ClimateStore
import Ingest

/// What the database held before a file was imported.
struct KnownContent {
    let municipalities: [Municipality]
    let indicators: [Indicator]
    let sources: [Source.ID: Source]

    init(_ store: ContentStore) throws {
        municipalities = try store.municipalities()
        indicators = try store.indicators()
        sources = Dictionary(
            try store.sources().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What writing the batch's sources and indicators comes to, which a user does not count: the summary is of rows,
    /// projects and news.
    func outcomes(ofNamed file: ImportedFile) -> WriteSummary {
        var summary = WriteSummary()
        for source in file.batch.sources { summary.count(isNew(source), isChanged(source)) }
        let known = Dictionary(
            indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for indicator in file.batch.indicators {
            summary.count(known[indicator.id] == nil, known[indicator.id] != indicator)
        }
        return summary
    }

    private func isNew(_ source: Source) -> Bool { sources[source.id] == nil }

    /// Whether anything but the time of its last reading differs.
    private func isChanged(_ source: Source) -> Bool {
        guard var old = sources[source.id] else { return true }
        old.lastSuccess = source.lastSuccess
        old.lastError = source.lastError
        return old != source
    }
}

extension WriteSummary {
    fileprivate mutating func count(_ isNew: Bool, _ isChanged: Bool) {
        if isNew {
            inserted += 1
        } else if isChanged {
            updated += 1
        } else {
            unchanged += 1
        }
    }

    /// Less what `other` counts.
    func without(_ other: WriteSummary) -> WriteSummary {
        var rest = self
        rest.inserted = max(0, inserted - other.inserted)
        rest.updated = max(0, updated - other.updated)
        rest.unchanged = max(0, unchanged - other.unchanged)
        return rest
    }
}
