import ClimateModel

/// Two lists of figures: places from 2016 to 2021, complete in the first year alone; and an index of every second year.
extension Fixture {
    static let indicator = Indicator(
        id: .init(rawValue: "foretagsklimat"),
        title: LocalizedText(swedish: "Lokalt företagsklimat", english: "Local business climate"),
        publisher: "Svenskt Näringsliv", direction: .lowerIsBetter, kind: .rank,
        breaks: [
            SeriesBreak(
                period: Period(year: 2020), note: text("nya enkätfrågor", "new survey questions"),
                comparable: true)
        ], source: source.id)

    static let index = Indicator(
        id: .init(rawValue: "nki"),
        title: text("Nöjd-kund-index, företag", "Customer satisfaction, companies"),
        publisher: "Sveriges Kommuner och Regioner", unit: text("index 0–100", "index 0–100"),
        direction: .higherIsBetter, kind: .value, decimals: 1,
        breaks: [
            SeriesBreak(
                period: Period(year: 2020), note: text("ny modell", "new model"),
                comparable: false)
        ], source: source.id)

    /// The places of those that matter to tests, by year from 2016 to 2021; 0 is not known. Two share place 20 in 2021.
    static let ranks: [String: [Int]] = [
        "1764": [59, 48, 44, 39, 20, 23], "1762": [70, 61, 53, 51, 24, 26],
        "1781": [0, 0, 230, 210, 181, 150], "1883": [0, 0, 0, 227, 0, 63],
        "1780": [101, 95, 88, 97, 112, 120], "1766": [12, 14, 15, 18, 21, 20],
        "1761": [30, 28, 31, 25, 22, 20], "1880": [140, 141, 139, 150, 160, 171],
    ]

    static var observations: [Observation] {
        (0..<6).flatMap { offset in
            let given = ranks.mapValues { $0[offset] }.filter { $0.value > 0 }
            let all = given.sorted { $0.key < $1.key }.map { (code($0.key), $0.value) }
            return (all + others(offset, taken: Set(given.values))).map { municipality, rank in
                observation(municipality, 2016 + offset, Double(rank))
            }
        }
    }

    /// The made-up municipalities on the places that are left; all known in 2016, later the best and every sixth.
    private static func others(
        _ offset: Int, taken: Set<Int>
    ) -> [(MunicipalityCode, Int)] {
        let order = municipalities.dropFirst(names.count).enumerated().sorted { first, second in
            drift(first.offset, offset) < drift(second.offset, offset)
        }
        // Two share place 20 in the last year, so that none has the next.
        let free = (1...290).filter { !taken.contains($0) && !(offset == 5 && $0 == 21) }
        return zip(order, free).compactMap { entry, rank in
            let isKnown = offset == 0 || rank <= 25 || entry.offset % 6 == 0
            return isKnown ? (entry.element.code, rank) : nil
        }
    }

    /// What orders the made-up ones: far apart, and moving a little every year.
    private static func drift(_ number: Int, _ offset: Int) -> Int {
        (number * 37 % 274) * 2 + (number * 7 + offset * 13) % 43
    }

    static var indexValues: [Observation] {
        municipalities.enumerated().flatMap { number, municipality in
            [2017, 2019, 2021].map { year in
                let value = 58 + Double((number * 31 + year * 7) % 270) / 10
                switch number {
                case 1: return missing(municipality.code, year, .notReported)
                case 3: return missing(municipality.code, year, .notApplicable)
                case 14: return missing(municipality.code, year, .secret)
                default: return observation(municipality.code, year, value)
                }
            }
        }
    }

    private static func missing(
        _ code: MunicipalityCode, _ year: Int, _ status: Observation.Status
    ) -> Observation {
        Observation(
            municipality: code, period: Period(year: year), value: nil, status: status)
    }

    private static func observation(
        _ code: MunicipalityCode, _ year: Int, _ value: Double
    ) -> Observation {
        Observation(
            municipality: code, period: Period(year: year), value: value, responses: 212,
            responseRate: 0.54,
            provenance: Provenance(
                source: source.id, publisher: "Svenskt Näringsliv", fetched: source.lastSuccess,
                detail: "tabell 3"))
    }
}
