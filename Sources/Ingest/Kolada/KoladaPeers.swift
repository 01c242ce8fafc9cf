import ClimateModel

/// Finds each municipality's peers in Kolada's groups.
public enum KoladaPeers {
    /// The indicator that tells how many inhabitants there are.
    public static let population = "N01951"

    private static let prefix = "Liknande kommuner socioekonomi, "

    /// The municipalities whose peers are others than before, with their new ones: the members of its newest group
    /// "Liknande kommuner socioekonomi, NAME, YEAR", itself left out.
    ///
    /// - Complexity: O(*n*) in the number of groups and members.
    public static func changed(
        _ municipalities: [Municipality], by groups: [KoladaGroup]
    ) -> [Municipality] {
        var newest: [String: (year: Int, members: [String])] = [:]
        for group in groups where group.title.hasPrefix(prefix) {
            let parts = group.title.dropFirst(prefix.count).split(separator: ",")
            guard parts.count == 2, let name = parts.first,
                let year = Int(CleanText.line(parts[1])), !group.members.isEmpty
            else { continue }
            let key = CleanText.line(name)
            if year > newest[key]?.year ?? 0 { newest[key] = (year, group.members) }
        }
        let known = Set(municipalities.map(\.code))
        return municipalities.compactMap { municipality in
            guard let group = newest[municipality.name] else { return nil }
            let peers = group.members.compactMap { MunicipalityCode(rawValue: $0) }
                .filter { known.contains($0) && $0 != municipality.code }.sorted()
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
