import ClimateModel
import Dashboard

/// All that is known of a municipality, as commands print it.
struct MunicipalityRecord {
    var municipality: Municipality
    var indicator: Indicator?
    /// Nil where no rank of it is known.
    var standing: Standing?
    var previousRank: Int?
    var changes: [Period: Int]
    var peers: [Municipality]
    var projects: [ProjectRecord]
    /// The latest.
    var news: [NewsRecord]
    var newsCount: Int
    /// What news claim of its places, the latest published first.
    var claims: [ClaimRecord]
    var awards: [Award]
    /// Names of the municipalities that awards speak of.
    var names: [MunicipalityCode: String]
    var language: Language

    static var columns: [Column<MunicipalityRecord>] { identity + figures + lists }

    private static var identity: [Column<MunicipalityRecord>] {
        [
            Column("code", "the municipality's four digits (SCB)") {
                .string($0.municipality.code.rawValue)
            },
            Column("name", "its name") { .string($0.municipality.name) },
            Column("county", "the county's name") { .string($0.municipality.county.name) },
            Column("countyCode", "the county's two digits (SCB)") {
                .string($0.municipality.county.code)
            },
            Column("group", "the code of the SKR group") { .string($0.municipality.group.code) },
            Column("groupName", "its name, in the language of the call") {
                .string($0.municipality.group.name.text(in: $0.language))
            },
            Column("population", "how many live there, with the date it was counted") {
                guard let population = $0.municipality.population else { return .null }
                return .object([
                    "count": .int(population.count), "date": .string(population.date.description),
                ])
            },
            Column("coordinates", "a point inside it, WGS 84") {
                guard let point = $0.municipality.coordinates else { return .null }
                return .object([
                    "latitude": .double(point.latitude), "longitude": .double(point.longitude),
                ])
            },
        ]
    }

    private static var figures: [Column<MunicipalityRecord>] {
        [
            Column(
                "standing",
                "the latest known rank: indicator, title, period, rank, previousRank, change, value, "
                    + "outOf, streak, responses, responseRate, source"
            ) { $0.standingFields },
            Column("places", "its place among others: among, name, position, known, members") {
                record in
                .array(
                    record.standing?.places.map { $0.circle.fields($0.place, record.language) }
                        ?? [])
            },
            Column("trend", "year by year: period, rank, change, value, newMethod") { record in
                .array(record.standing?.trend.points.map { record.fields(of: $0) } ?? [])
            },
            Column("peers", "the municipalities it is most like, each with code and name") {
                .array($0.peers.map(\.reference))
            },
        ]
    }

    private static var lists: [Column<MunicipalityRecord>] {
        [
            Column("projects", "as 'utkik projects' prints them") {
                .array($0.projects.map { ProjectRecord.columns.object(of: $0) })
            },
            Column("newsCount", "how many news items are about it") { .int($0.newsCount) },
            Column("news", "the latest of them, as 'utkik news' prints them") {
                .array($0.news.map { NewsRecord.columns.object(of: $0) })
            },
            Column(
                "claims",
                "what news claim of its places, one for each item: ranking, year, rank, change, certainty, quote, "
                    + "item, title, published, source"
            ) { record in .array(record.claims.map { record.fields(of: $0) }) },
            Column("awards", "id, title, period, winner, isWinner, strength, improvement, source") {
                record in .array(record.awards.map { record.fields(of: $0) })
            },
        ]
    }
}

extension MunicipalityRecord {
    private var standingFields: FieldValue {
        guard let standing else { return .null }
        let observation = standing.observation
        return .object([
            "indicator": .string(standing.indicator.id.rawValue),
            "title": .string(standing.indicator.title.text(in: language)),
            "period": .int(standing.period.year), "rank": .int(standing.rank),
            "previousRank": FieldValue(previousRank), "change": FieldValue(standing.change),
            "value": FieldValue(standing.indicator.kind == .value ? observation?.value : nil),
            "outOf": .int(standing.total), "streak": .int(standing.streak),
            "responses": FieldValue(observation?.responses),
            "responseRate": FieldValue(observation?.responseRate),
            "source": FieldValue(observation?.provenance?.publisher),
        ])
    }

    private func fields(of point: TrendPoint) -> FieldValue {
        .object([
            "period": .int(point.period.year), "rank": FieldValue(point.rank),
            "change": FieldValue(changes[point.period]),
            "value": FieldValue(indicator?.kind == .value ? point.value : nil),
            "newMethod": FieldValue(point.break?.note.text(in: language)),
        ])
    }

    private func fields(of record: ClaimRecord) -> FieldValue {
        let claim = record.content
        return .object([
            "ranking": .string(claim.ranking), "year": FieldValue(claim.year),
            "rank": FieldValue(claim.rank), "change": FieldValue(claim.change),
            "certainty": .string(claim.certainty.rawValue), "quote": .string(claim.quote),
            "item": .string(String(record.item.rawValue)),
            "title": .string(record.title.text(in: language)),
            "published": FieldValue(record.published.iso8601),
            "source": .string(record.provenance.publisher),
        ])
    }

    private func fields(of award: Award) -> FieldValue {
        let own = award.nominees.first { $0.municipality == municipality.code }
        return .object([
            "id": .string(award.id.rawValue), "title": .string(award.title.text(in: language)),
            "period": .int(award.period.year),
            "winner": award.winner.map { code in
                .object(["code": .string(code.rawValue), "name": FieldValue(names[code])])
            } ?? .null,
            "isWinner": award.winner.map { .bool($0 == municipality.code) } ?? .null,
            "strength": FieldValue(own?.strength?.text(in: language)),
            "improvement": FieldValue(own?.improvement?.text(in: language)),
            "source": .string(award.provenance.publisher),
        ])
    }
}

extension Standing.Circle {
    /// Its name for programs, and its own name where it has one.
    fileprivate func fields(_ place: Place, _ language: Language) -> FieldValue {
        let (among, name): (String, String?) =
            switch self {
            case .peers: ("peers", nil)
            case .group(let group): ("group", group.name.text(in: language))
            case .county(let county): ("county", county.name)
            case .followed: ("followed", nil)
            }
        return .object([
            "among": .string(among), "name": FieldValue(name), "position": .int(place.position),
            "known": .int(place.known), "members": .int(place.members),
        ])
    }
}
