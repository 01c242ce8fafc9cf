import ClimateModel

/// The municipalities as the embedded file has them: sections of lines with fields apart by "|".
struct StarterMunicipalities {
    private(set) var all: [Municipality] = []
    private var counties: [String: County] = [:]
    private var groups: [String: MunicipalityGroup] = [:]
    /// SCB's population of the last day of 2021.
    private static let populationDate = PartialDate(year: 2021, month: 12, day: 31)

    init(_ text: String) throws {
        let lines = StarterLines(file: "municipalities.txt", text: text)
        var section: Substring = ""
        for (number, line) in lines {
            if line.hasPrefix("[") {
                section = line
                continue
            }
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
                .map(String.init)
            switch (section, fields.count) {
            case ("[counties]", 2): counties[fields[0]] = County(code: fields[0], name: fields[1])
            case ("[groups]", 3):
                groups[fields[0]] = MunicipalityGroup(
                    code: fields[0], name: LocalizedText(swedish: fields[1], english: fields[2]))
            case ("[municipalities]", 7):
                guard let municipality = municipality(fields) else {
                    throw lines.error(number, "is not a municipality")
                }
                all.append(municipality)
            default: throw lines.error(number, "has \(fields.count) fields")
            }
        }
    }

    /// From code, name, group, latitude, longitude, population, peers.
    private func municipality(_ fields: [String]) -> Municipality? {
        guard let code = MunicipalityCode(rawValue: fields[0]),
            let county = counties[code.countyCode], let group = groups[fields[2]],
            let latitude = Double(fields[3]), let longitude = Double(fields[4]),
            let count = Int(fields[5]), let date = Self.populationDate
        else { return nil }
        return Municipality(
            code: code, name: fields[1], county: county, group: group,
            coordinates: Coordinates(latitude: latitude, longitude: longitude),
            population: Population(count: count, date: date),
            peers: fields[6].split(separator: " ").compactMap {
                MunicipalityCode(rawValue: String($0))
            })
    }
}
