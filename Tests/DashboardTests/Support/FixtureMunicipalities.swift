import ClimateModel

/// The municipalities: sixteen that are there, in Värmland and Örebro, and as many made-up ones as it takes to be 290.
extension Fixture {
    static let names = [
        "1715 Kil", "1730 Eda", "1737 Torsby", "1760 Storfors", "1761 Hammarö", "1762 Munkfors",
        "1763 Forshaga", "1764 Grums", "1765 Årjäng", "1766 Sunne", "1780 Karlstad",
        "1781 Kristinehamn", "1782 Filipstad", "1783 Hagfors", "1883 Karlskoga", "1880 Örebro",
    ]

    static let municipalities: [Municipality] = known + invented

    private static let known: [Municipality] = names.map { entry in
        let code = code(String(entry.prefix(4)))
        let isInner = code.countyCode == "17"
        return Municipality(
            code: code, name: String(entry.dropFirst(5)),
            county: isInner
                ? County(code: "17", name: "Värmlands län")
                : County(code: "18", name: "Örebro län"),
            group: commuting, population: population(24_093),
            peers: entry.hasPrefix("1781")
                ? [Fixture.code("1883"), Fixture.code("1764"), Fixture.code("1766")] : [])
    }

    private static let commuting = MunicipalityGroup(
        code: "B4",
        name: text("Pendlingskommun nära större stad", "Commuting municipality near a large town"))
    private static let groups = [
        MunicipalityGroup(code: "A1", name: text("Storstäder", "Large cities")), commuting,
        MunicipalityGroup(
            code: "C9",
            name: text(
                "Landsbygdskommun med besöksnäring", "Rural municipality with a visitor industry")),
    ]
    private static let counties = [
        County(code: "01", name: "Stockholms län"), County(code: "12", name: "Skåne län"),
        County(code: "14", name: "Västra Götalands län"),
        County(code: "22", name: "Västernorrlands län"),
        County(code: "25", name: "Norrbottens län"),
    ]

    private static let invented: [Municipality] = (0..<274).map { number in
        let county = counties[number % counties.count]
        return Municipality(
            code: code(county.code + twoDigits(number / counties.count + 1)),
            name: name(number), county: county, group: groups[number / 7 % groups.count],
            population: number % 9 == 4 ? nil : population(2_400 + number * number * 12))
    }

    private static let beginnings = [
        "Norr", "Söder", "Väster", "Öster", "Rå", "Lill", "Sten", "Björk", "Ek", "Tall", "Ås",
        "Berg", "Sand", "Lång", "Häll", "Älg", "Vit", "Ny", "Över", "Ytter",
    ]
    private static let endings = [
        "by", "köping", "stad", "hamn", "torp", "ås", "vik", "fors", "sund", "näs", "holm", "tuna",
        "hult", "ryd",
    ]

    private static func name(_ number: Int) -> String {
        if number == 7 { return "Västra Skärgårds- och Kustbygdens storkommun" }
        return beginnings[number % beginnings.count] + endings[number / beginnings.count]
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static func population(_ count: Int) -> Population? {
        PartialDate("2021-12-31").map { Population(count: count, date: $0) }
    }
}
