import ClimateModel

extension MunicipalityCode {
    init(_ number: Int) {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        guard let code = MunicipalityCode(rawValue: padded) else {
            preconditionFailure("\(number) is no code")
        }
        self = code
    }
}

extension Municipality {
    static func test(
        _ code: Int, _ name: String, group: String = "B5", peers: [Int] = []
    ) -> Municipality {
        let code = MunicipalityCode(code)
        return Municipality(
            code: code, name: name,
            county: County(code: code.countyCode, name: "Län \(code.countyCode)"),
            group: MunicipalityGroup(code: group, name: "Grupp"),
            peers: peers.map { MunicipalityCode($0) })
    }
}

extension Indicator {
    static func test(
        _ kind: Kind = .rank, _ direction: Direction = .lowerIsBetter, breaks: [SeriesBreak] = []
    ) -> Indicator {
        Indicator(
            id: ID(rawValue: "test"), title: "Test", publisher: "Någon", direction: direction,
            kind: kind, breaks: breaks, source: Source.ID(rawValue: "s"))
    }
}

extension SeriesBreak {
    static func test(_ year: Int, comparable: Bool) -> SeriesBreak {
        SeriesBreak(period: Period(year: year), note: "Ny metod", comparable: comparable)
    }
}

extension ObservationTable {
    /// A table of rows of a year and the value of each municipality, numbered from 1; nil is no row.
    init(_ indicator: Indicator, _ rows: [Int: [Double?]]) {
        self.init(
            indicator: indicator,
            observations: rows.flatMap { year, values in
                values.enumerated().compactMap { index, value in
                    value.map {
                        Observation(
                            municipality: MunicipalityCode(index + 1), period: Period(year: year),
                            value: $0)
                    }
                }
            })
    }
}
