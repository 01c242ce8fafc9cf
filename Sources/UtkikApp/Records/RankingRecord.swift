import ClimateModel
import Dashboard

/// A municipality's line in a ranking, as commands print it.
struct RankingRecord {
    var row: RankingRow
    var indicator: Indicator
    var period: Period
    var previousRank: Int?
    /// How many municipalities there are to know of.
    var outOf: Int
    var language: Language

    /// Whether its place is known from news alone.
    private var isClaimed: Bool { row.rank == nil && row.shownRank != nil }

    private var isValue: Bool { indicator.kind == .value }

    static var columns: [Column<RankingRecord>] { places + figures + origins + claims }

    /// What news claim, apart from the published figures.
    private static var claims: [Column<RankingRecord>] {
        [
            Column(
                "claim",
                "fills where only news tell the place, differs where they tell another; else null"
            ) { FieldValue($0.relation) },
            Column("claimedRank", "the place that news claim") {
                FieldValue($0.row.claim?.rank)
            },
            Column("claimedChange", "the places won that news claim") {
                FieldValue($0.row.claim?.change)
            },
            Column(
                "claimQuote", "the sentence that says so",
                text: .init(
                    heading: Phrase(sv: "Ur nyheterna", en: "From the news"), priority: 4,
                    isFlexible: true, role: { _ in .quote },
                    cell: { record, formats in record.told(formats) },
                    spoken: { record, formats in
                        record.row.claim.map { formats.claimInWords($0) }
                    })
            ) { FieldValue($0.row.claim?.record.content.quote) },
            Column("claimSource", "who published the news item") {
                FieldValue($0.row.claim?.record.provenance.publisher)
            },
            Column("claimPublished", "when the news item was published") {
                FieldValue($0.row.claim?.record.published.iso8601)
            },
            Column("claimCertainty", "high or medium") {
                FieldValue($0.row.claim?.record.content.certainty.rawValue)
            },
        ]
    }

    /// Behind every rank, so that figures stand under each other: the sign of a claimed one and of one for which news claim
    /// another, which is told where there is no room for what they say.
    private func mark(_ formats: Formats) -> String {
        if isClaimed { return formats.glyphs.claimed }
        return row.claim?.relation == .differs ? formats.glyphs.differs : " "
    }

    private var relation: String? {
        row.claim.map { $0.relation == .fills ? "fills" : "differs" }
    }

    /// What is claimed, for people: "”plats 150 …”", where it differs with the figure first.
    private func told(_ formats: Formats) -> String {
        guard let claim = row.claim else { return "" }
        let figure = claim.rank.map { formats.whole($0) } ?? formats.change(claim.change)
        let mark = claim.relation == .differs ? "\(formats.glyphs.differs) \(figure) " : ""
        return mark + formats.quoted(claim.record.content.quote)
    }

    private static var places: [Column<RankingRecord>] {
        [
            Column(
                "rank", "the place, 1 is best; null where it is not known",
                text: .init(
                    heading: Phrase(sv: "Plats", en: "Rank"), alignment: .trailing, priority: 9,
                    cell: { $1.whole($0.row.shownRank) + $0.mark($1) },
                    spoken: { row, formats in
                        row.row.shownRank.map {
                            Phrase(sv: "plats ", en: "rank ")(formats.language) + formats.whole($0)
                        }
                    })
            ) { FieldValue($0.row.rank) },
            Column(
                "change", "places won since the year before, negative for lost",
                text: .init(
                    heading: Phrase(sv: "Ändring", en: "Change"), alignment: .trailing, priority: 7,
                    role: { Self.changeRole($0.row.shownChange) },
                    cell: { $1.change($0.row.shownChange) },
                    spoken: { $1.changeInWords($0.row.shownChange) })
            ) { FieldValue($0.row.change) },
            Column(
                "value", "the figure behind the rank; null where the publisher gives ranks alone",
                text: .init(
                    heading: Phrase(sv: "Värde", en: "Value"), alignment: .trailing, priority: 5,
                    cell: {
                        $1.decimal(
                            $0.isValue ? $0.row.observation?.value : nil,
                            decimals: $0.indicator.decimals)
                    })
            ) { FieldValue($0.isValue ? $0.row.observation?.value : nil) },
            Column(
                "code", "the municipality's four digits (SCB)",
                text: .init(
                    heading: Phrase(sv: "Kod", en: "Code"), priority: 2, role: { _ in .dim },
                    cell: { row, _ in row.row.municipality.code.rawValue }, spoken: { _, _ in nil })
            ) { .string($0.row.municipality.code.rawValue) },
            Column(
                "name", "the municipality's name",
                text: .init(
                    heading: Phrase(sv: "Kommun", en: "Municipality"), priority: 8,
                    isFlexible: true,
                    cell: { row, _ in row.row.municipality.name })
            ) { .string($0.row.municipality.name) },
            Column(
                "county", "the county's name",
                text: .init(
                    heading: Phrase(sv: "Län", en: "County"), priority: 6, isFlexible: true,
                    role: { _ in .dim }, cell: { row, _ in row.row.municipality.county.shortName })
            ) { .string($0.row.municipality.county.name) },
            Column("countyCode", "the county's two digits (SCB)") {
                .string($0.row.municipality.county.code)
            },
            Column("group", "the code of the SKR group") {
                .string($0.row.municipality.group.code)
            },
            Column(
                "groupName", "the name of the SKR group, in the language of the call",
                text: .init(
                    heading: Phrase(sv: "SKR-grupp", en: "SKR group"), priority: 1,
                    isFlexible: true,
                    role: { _ in .dim },
                    cell: { $0.row.municipality.group.name.text(in: $1.language) })
            ) { .string($0.row.municipality.group.name.text(in: $0.language)) },
        ]
    }

    private static var figures: [Column<RankingRecord>] {
        [
            Column("indicator", "the ranking's short name") { .string($0.indicator.id.rawValue) },
            Column("period", "the year") { .int($0.period.year) },
            Column("previousRank", "the rank of the year before") { FieldValue($0.previousRank) },
            Column("outOf", "how many municipalities there are") { .int($0.outOf) },
            Column("isTied", "whether another has the same rank; null without a rank") {
                $0.row.rank == nil ? .null : .bool($0.row.isTied)
            },
            Column(
                "status", "reported, notReported, notApplicable or secret; null without a figure"
            ) {
                FieldValue($0.row.observation?.status.rawValue)
            },
            Column("responses", "how many answered the survey") {
                FieldValue($0.row.observation?.responses)
            },
            Column("responseRate", "the share that answered, 0–1") {
                FieldValue($0.row.observation?.responseRate)
            },
        ]
    }

    private static var origins: [Column<RankingRecord>] {
        [
            Column("source", "who published the figure; null without a figure") {
                FieldValue($0.row.observation?.provenance?.publisher)
            },
            Column("sourceId", "the short name of the source it came through") {
                FieldValue($0.row.observation?.provenance?.source.rawValue)
            },
            Column("sourceDetail", "where at the source: a page, table or column") {
                FieldValue($0.row.observation?.provenance?.detail)
            },
            Column("fetched", "when it was fetched or imported") {
                FieldValue($0.row.observation?.provenance?.fetched?.description)
            },
            Column("certainty", "high, medium or low; null without a figure") {
                FieldValue($0.row.observation?.provenance?.certainty.rawValue)
            },
        ]
    }

    private static func changeRole(_ change: Int?) -> Role {
        switch (change ?? 0).signum() {
        case 1: .rankingsUp
        case -1: .rankingsDown
        default: .dim
        }
    }
}
