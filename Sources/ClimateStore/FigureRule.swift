import ClimateModel

/// Which of two sources' figures stands.
///
/// - A missing figure never takes the place of a reported one.
/// - A less sure figure of another publisher never takes the place of a reported one.
/// - Of figures that say the same, the first keeps its place unless the later is surer.
/// - Else the later takes the place.
enum FigureRule {
    /// The order of what sources say of one figure, from the table `observation_other` called `o`.
    static let bestFirst = """
        o.status <> 'reported',
        (SELECT CASE p.certainty WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END
            FROM provenance p WHERE p.number = o.provenance),
        o.provenance DESC
        """

    /// Whether `old` keeps its place although `new` says something else and later.
    static func prevails(_ old: Observation, over new: Observation) -> Bool {
        new.status == .notReported && old.status == .reported
            || surerPublisher(of: old, than: new) != nil
    }

    /// Who reported `old`, if that is another than who gives `new`, and surer; nil else.
    static func surerPublisher(of old: Observation, than new: Observation) -> String? {
        guard old.status == .reported, let owner = old.provenance?.publisher,
            owner != new.provenance?.publisher, sureness(old) > sureness(new)
        else { return nil }
        return owner
    }

    /// Whether `old` tells all that `new` does, and no less surely.
    static func says(_ old: Observation, theSameAs new: Observation) -> Bool {
        old.value == new.value && old.status == new.status
            && (new.responses == nil || old.responses == new.responses)
            && (new.responseRate == nil || old.responseRate == new.responseRate)
            && sureness(old) >= sureness(new)
    }

    private static func sureness(_ observation: Observation) -> Int {
        switch observation.provenance?.certainty {
        case .high: 3
        case .medium: 2
        case .low: 1
        case nil: 0
        }
    }
}

extension Observation {
    /// Whether `other` says the same of the same source, whenever it was fetched.
    func isSame(as other: Observation) -> Bool {
        value == other.value && status == other.status && responses == other.responses
            && responseRate == other.responseRate
            && provenance?.timeless == other.provenance?.timeless
    }
}
