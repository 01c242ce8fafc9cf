import ClimateModel

/// The ready-made set: what business climate is seen by, and what it depends on.
///
/// Ids and titles are Kolada's (kolada.se, March 2026). Kolada is free to use with the note "Källa: Kolada".
public enum KoladaCatalogue {
    /// All series of the set, in the order in which they are fetched.
    public static let series: [KoladaSeries] =
        [insikt] + insiktParts + business + population + work + conditions

    /// The series of `ids`: those of the set as it has them.
    public static func series(_ ids: [String]) -> [KoladaSeries] {
        guard !ids.isEmpty else { return series }
        return ids.map { id in series.first { $0.id == id } ?? KoladaSeries(id: id) }
    }

    // MARK: Insikt, the survey of Sveriges Kommuner och Regioner

    private static let index = LocalizedText(swedish: "index 0–100", english: "index 0–100")

    /// Six kinds of matters became four, and others are asked: figures before and after can't be compared.
    private static let newInsikt = SeriesBreak(
        period: Period(year: 2024),
        note: LocalizedText(
            swedish: "ny definition: andra ärenden och frågor än förut",
            english: "new definition: other matters and questions than before"),
        comparable: false)

    private static let insikt = KoladaSeries(
        id: "U07453", expectedTitle: "Företagsklimat Insikt - Totalt, Index, ny definition",
        title: LocalizedText(
            swedish: "Insikt: nöjda företag, totalt", english: "Insikt: satisfied companies, total"),
        unit: index, direction: .higherIsBetter, decimals: 0,
        predecessor: KoladaSeries.Predecessor(
            id: "U07451",
            expectedTitle: "Företagsklimat Insikt - Totalt, Index, gammal definition (-2024)",
            last: Period(year: 2023)),
        answers: ["U07551", "U07554"], responseRate: ["U07552", "U07553"], breaks: [newInsikt])

    private static let insiktParts: [KoladaSeries] = [
        part("U07446", "Brandskydd", "fire safety"),
        part("U07447", "Bygglov", "building permits"),
        part("U07448", "Markupplåtelse", "use of public land"),
        part("U07449", "Miljö- och hälsoskydd", "environment and health"),
        part("U07450", "Serveringstillstånd", "alcohol licences"),
        part("U07455", "Livsmedelskontroll", "food control"),
        part("U07459", "Upphandling", "procurement"),
        part("U07508", "Tillgänglighet", "accessibility"),
        part("U07509", "Information", "information"),
        part("U07510", "Bemötande", "attitude"),
        part("U07511", "Kompetens", "competence"),
        part("U07512", "Rättssäkerhet", "legal certainty"),
        part("U07513", "Effektivitet", "efficiency"),
    ]

    private static func part(_ id: String, _ name: String, _ english: String) -> KoladaSeries {
        KoladaSeries(
            id: id, expectedTitle: "Företagsklimat Insikt - \(name) - Index",
            title: LocalizedText(
                swedish: "Insikt: \(name.lowercased())", english: "Insikt: \(english)"),
            unit: index, direction: .higherIsBetter, decimals: 0, breaks: [newInsikt])
    }

    // MARK: What it depends on

    private static let perThousand = LocalizedText(
        swedish: "antal/1000 inv, 16–64 år", english: "per 1,000 aged 16–64")
    private static let count = LocalizedText(swedish: "antal", english: "number")
    private static let percent = LocalizedText(swedish: "procent", english: "per cent")

    private static let business: [KoladaSeries] = [
        KoladaSeries(
            id: "N00999", expectedTitle: "Nystartade företag, antal/1000 inv, 16-64 år",
            title: LocalizedText(swedish: "Nystartade företag", english: "New companies"),
            unit: perThousand, direction: .higherIsBetter, decimals: 1),
        KoladaSeries(
            id: "N00926", expectedTitle: "Företagskonkurser, antal/1000 inv, 16-64 år",
            title: LocalizedText(swedish: "Företagskonkurser", english: "Bankruptcies"),
            unit: perThousand, direction: .lowerIsBetter, decimals: 1),
    ]

    private static let population: [KoladaSeries] = [
        KoladaSeries(
            id: "N01951", expectedTitle: "Invånare totalt, antal",
            title: LocalizedText(swedish: "Invånare", english: "Inhabitants"), unit: count,
            direction: .neutral, decimals: 0),
        KoladaSeries(
            id: "N01963",
            expectedTitle:
                "Befolkningsförändring i antal invånare sedan föregående år, procent",
            title: LocalizedText(
                swedish: "Befolkningsförändring på ett år", english: "Population change in a year"),
            unit: percent, direction: .neutral, decimals: 1),
    ]

    private static let work: [KoladaSeries] = [
        KoladaSeries(
            id: "N03920", expectedTitle: "Arbetslösa av befolkningen, 18-65 år, andel (%)",
            title: LocalizedText(swedish: "Arbetslösa, 18–65 år", english: "Unemployed, 18–65"),
            unit: percent, direction: .lowerIsBetter, decimals: 1),
        KoladaSeries(
            id: "N02267", expectedTitle: "Sysselsättningsgrad 20-64 år, andel (%)",
            title: LocalizedText(swedish: "Sysselsatta, 20–64 år", english: "Employed, 20–64"),
            unit: percent, direction: .higherIsBetter, decimals: 1),
        KoladaSeries(
            id: "N02251",
            expectedTitle:
                "Egenföretagare, andel av totalt sysselsatta efter bostadens belägenhet (%)",
            title: LocalizedText(
                swedish: "Egenföretagare av sysselsatta",
                english: "Self-employed among the employed"),
            unit: percent, direction: .neutral, decimals: 1),
    ]

    private static let conditions: [KoladaSeries] = [
        KoladaSeries(
            id: "N00900", expectedTitle: "Skattesats, totalt (%)",
            title: LocalizedText(swedish: "Skattesats, totalt", english: "Tax rate, total"),
            unit: percent, direction: .lowerIsBetter, decimals: 2),
        KoladaSeries(
            id: "N00901", expectedTitle: "Skattesats till kommun (%)",
            title: LocalizedText(
                swedish: "Skattesats till kommunen", english: "Tax rate to the municipality"),
            unit: percent, direction: .lowerIsBetter, decimals: 2),
        KoladaSeries(
            id: "N00119",
            expectedTitle:
                "Kommunens köp av egentlig verksamhet från privatägda företag, andel (%)",
            title: LocalizedText(
                swedish: "Köp av verksamhet från företag",
                english: "Services bought from companies"),
            unit: percent, direction: .neutral, decimals: 1),
        KoladaSeries(
            id: "N40009",
            expectedTitle: "Nettokostnad näringslivsfrämjande åtgärder, kr/inv",
            title: LocalizedText(
                swedish: "Kostnad för näringslivsfrämjande",
                english: "Cost of business promotion"),
            unit: LocalizedText(swedish: "kr/inv", english: "SEK per inhabitant"),
            direction: .neutral, decimals: 0),
    ]
}
