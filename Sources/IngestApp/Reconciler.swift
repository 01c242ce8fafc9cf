import ClimateModel
import ClimateStore

/// Fits a file's content to what is known already, so that no figure is counted as changed that says the same, and none
/// gets lost.
struct Reconciler {
    private let known: KnownContent

    init(_ known: KnownContent) { self.known = known }

    /// - A figure that another source gave before, as sure or surer, keeps its first provenance.
    /// - A figure that another publisher reported and that is surer stays as it is.
    /// - A missing figure never takes the place of one that another source reported.
    /// - A source that nothing in the batch comes from is left out.
    /// - A listed source that is known keeps the state of its last reading.
    ///
    /// - Returns: the figures that the batch has others for and that stay as they are.
    func reconcile(
        _ batch: inout ContentBatch, with store: ContentStore
    ) throws -> KeptFigures {
        var kept = KeptFigures()
        for index in batch.observations.indices {
            let series = batch.observations[index]
            batch.observations[index].observations = Self.fitted(
                series.observations, to: try store.observations(of: series.indicator), &kept)
        }
        let used = Self.usedSources(batch)
        if !used.isEmpty { batch.sources.removeAll { !used.contains($0.id) } }
        for index in batch.sources.indices where batch.sources[index].lastSuccess == nil {
            let old = known.sources[batch.sources[index].id]
            batch.sources[index].lastSuccess = old?.lastSuccess
            batch.sources[index].lastError = old?.lastError
        }
        return kept
    }

    private struct Key: Hashable {
        var municipality: MunicipalityCode
        var period: Period
    }

    private static func fitted(
        _ new: [Observation], to old: [Observation], _ kept: inout KeptFigures
    ) -> [Observation] {
        let known = Dictionary(
            old.map { (Key(municipality: $0.municipality, period: $0.period), $0) },
            uniquingKeysWith: { first, _ in first })
        return new.compactMap { observation in
            let key = Key(municipality: observation.municipality, period: observation.period)
            guard let before = known[key],
                before.provenance?.source != observation.provenance?.source
            else { return observation }
            if observation.status == .notReported, before.status == .reported { return nil }
            if says(before, theSameAs: observation) { return before }
            guard let owner = surerPublisher(of: before, than: observation) else {
                return observation
            }
            if before.value != observation.value { kept.count(owner) }
            return before
        }
    }

    private static func says(_ old: Observation, theSameAs new: Observation) -> Bool {
        old.value == new.value && old.status == new.status
            && (new.responses == nil || old.responses == new.responses)
            && (new.responseRate == nil || old.responseRate == new.responseRate)
            && sureness(old) >= sureness(new)
    }

    /// Who reported `old`, if that is another than who gives `new`, and surer; nil else.
    private static func surerPublisher(of old: Observation, than new: Observation) -> String? {
        guard old.status == .reported, let owner = old.provenance?.publisher,
            owner != new.provenance?.publisher, sureness(old) > sureness(new)
        else { return nil }
        return owner
    }

    private static func sureness(_ observation: Observation) -> Int {
        switch observation.provenance?.certainty {
        case .high: 3
        case .medium: 2
        case .low: 1
        case nil: 0
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
