import ClimateModel

/// What the scenes show: a few rows each, however much the store holds.
struct KioskContent: Sendable {
    /// When a source was last read without error.
    var lastFetched: Timestamp?
    /// Whose kiosk it is.
    var chosen: Municipality?
    /// What municipalities are ranked by.
    var indicator: Indicator?
    var standing: Standing?
    /// The place that news claim for a later year than the standing's.
    var claim: ClaimNote?
    var climbers: Climbers?
    var projects: Projects?
    var news: [Headline] = []

    /// Those that rose most in a period.
    struct Climbers: Sendable {
        var period: Period
        var indicator: Indicator
        var rows: [Row]
        /// How many are known of the period, out of how many.
        var known: Int
        var total: Int

        struct Row: Sendable {
            var name: String
            var isChosen: Bool
            var rank: Int
            var previousRank: Int?
            var change: Int
        }
    }

    /// Projects of one kind.
    struct Projects: Sendable {
        var kind: Kind
        /// Each with its municipality's name.
        var rows: [(project: Project, municipality: String)]

        enum Kind: Hashable, Sendable {
            /// The chosen municipality's ongoing ones.
            case own
            case ongoingElsewhere
            case completed
        }
    }

    /// A news item.
    struct Headline: Sendable {
        var published: PublicationDate
        /// The municipality it is about, else who published it.
        var about: String
        var title: LocalizedText
    }

    /// Whether there is anything to show in `scene`.
    func has(_ scene: KioskScene) -> Bool {
        switch scene {
        case .home: standing != nil || claim != nil
        case .climbers: climbers != nil
        case .projects: projects != nil
        case .news: !news.isEmpty
        }
    }
}

extension KioskContent.Climbers {
    /// How many are shown.
    static let limit = 5
    /// How many changes have to be known for those that rose most among them to say something.
    static let enough = 10

    /// The climbers of the latest period with enough known changes; nil where there is no such period, or nobody rose.
    ///
    /// - Complexity: O(*p* · *n* log *n*) in the number of periods and municipalities.
    init?(table: ObservationTable, gazetteer: Gazetteer, chosen: MunicipalityCode?) {
        let rankings = table.periods.reversed().lazy
            .map { table.ranking(in: $0, outOf: gazetteer.all.count) }
        guard
            let ranking = rankings.first(where: { ranking in
                ranking.entries.count { $0.change != nil } >= Self.enough
            })
        else { return nil }
        rows = ranking.climbers(Self.limit).map { entry in
            Row(
                name: gazetteer[entry.municipality]?.name ?? entry.municipality.rawValue,
                isChosen: entry.municipality == chosen, rank: entry.rank,
                previousRank: entry.previousRank, change: entry.change ?? 0)
        }
        guard !rows.isEmpty else { return nil }
        period = ranking.period
        indicator = table.indicator
        known = ranking.entries.count
        total = ranking.outOf
    }
}
