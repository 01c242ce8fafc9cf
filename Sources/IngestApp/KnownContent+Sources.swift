import ClimateModel

extension KnownContent {
    /// Fits the sources that a batch names to what is known of them.
    ///
    /// - A source that nothing in the batch comes from is left out.
    /// - A listed source that is known keeps the state of its last reading.
    func fitSources(of batch: inout ContentBatch) {
        let used = Self.usedSources(batch)
        if !used.isEmpty { batch.sources.removeAll { !used.contains($0.id) } }
        for index in batch.sources.indices where batch.sources[index].lastSuccess == nil {
            let old = sources[batch.sources[index].id]
            batch.sources[index].lastSuccess = old?.lastSuccess
            batch.sources[index].lastError = old?.lastError
        }
    }

    /// Empty where there is no content.
    private static func usedSources(_ batch: ContentBatch) -> Set<Source.ID> {
        var used = Set(batch.indicators.map(\.source))
        used.formUnion(batch.projects.map(\.provenance.source))
        used.formUnion(batch.news.map(\.provenance.source))
        for series in batch.observations {
            used.formUnion(series.observations.compactMap(\.provenance?.source))
        }
        return used
    }
}
