import ClimateModel

/// Finds each municipality's peers in Kolada's groups: the members of its newest group
/// "Liknande kommuner socioekonomi, NAME, YEAR", itself left out.
///
/// Of all groups that Kolada has, no more is kept than the peers of the municipalities.
public struct KoladaPeers: Sendable {
    /// The indicator that tells how many inhabitants there are.
    public static let population = "N01951"

    private static let prefix = "Liknande kommuner socioekonomi, "

    private let municipalities: [Municipality]
    private let names: Set<String>
    private let codes: Set<MunicipalityCode>
    private var newest: [String: (year: Int, members: Set<MunicipalityCode>)] = [:]

    /// Looks for the peers of `municipalities`, among them.
    public init(of municipalities: [Municipality]) {
        self.municipalities = municipalities
        names = Set(municipalities.map(\.name))
        codes = Set(municipalities.map(\.code))
    }

    /// Takes in groups of a page.
    ///
    /// - Complexity: O(*n*) in the number of groups and members.
    public mutating func add(_ groups: [KoladaGroup]) {
        for group in groups where group.title.hasPrefix(Self.prefix) && !group.members.isEmpty {
            let parts = group.title.dropFirst(Self.prefix.count).split(separator: ",")
            guard parts.count == 2, let year = Int(CleanText.line(parts[1])) else { continue }
            let name = CleanText.line(parts[0])
            guard names.contains(name), year > newest[name]?.year ?? 0 else { continue }
            let members = group.members.compactMap { MunicipalityCode(rawValue: $0) }
            newest[name] = (year, codes.intersection(members))
        }
    }

    /// The municipalities whose peers are others than before, with their new ones.
    public var changed: [Municipality] {
        municipalities.compactMap { municipality in
            guard let group = newest[municipality.name] else { return nil }
            let peers = group.members.subtracting([municipality.code]).sorted()
            guard !peers.isEmpty, peers != municipality.peers.sorted() else { return nil }
            var changed = municipality
            changed.peers = peers
            return changed
        }
    }

    /// The municipalities whose population is newer in `batch` (indicator N01951) than what is known.
    public static func grown(
        _ municipalities: [Municipality], by batch: ContentBatch
    ) -> [Municipality] {
        let series = batch.observations.first { $0.indicator.rawValue == population }
        var latest: [MunicipalityCode: Observation] = [:]
        for observation in series?.observations ?? [] where observation.value != nil {
            let before = latest[observation.municipality]?.period
            if before.map({ $0 < observation.period }) ?? true {
                latest[observation.municipality] = observation
            }
        }
        return municipalities.compactMap { municipality in
            guard let observation = latest[municipality.code],
                let count = observation.value.flatMap(KoladaFigures.count),
                let date = PartialDate(year: observation.period.year, month: 12, day: 31),
                municipality.population.map({ $0.date.earliest < date.earliest }) ?? true
            else { return nil }
            var changed = municipality
            changed.population = Population(count: count, date: date)
            return changed
        }
    }
}
