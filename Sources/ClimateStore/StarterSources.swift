import ClimateModel

/// Who the starter content comes from.
enum StarterSources {
    static let ranking = source(
        "svensktnaringsliv", "Svenskt Näringsliv", "https://www.foretagsklimat.se",
        "Källa: Svenskt Näringsliv")

    static let all: [Source] = [
        ranking,
        source("scb", "Statistiska centralbyrån (SCB)", "https://www.scb.se", "CC0"),
        source(
            "skr", "Sveriges Kommuner och Regioner (SKR)", "https://skr.se",
            "Kommungruppsindelning 2023, fri att använda"),
        source("kolada-peers", "Kolada", "https://www.kolada.se", "Källa: Kolada"),
        source("kristinehamn", "Kristinehamns kommun"),
        source("kramfors", "Kramfors kommun"),
        source("norrkoping", "Norrköpings kommun"),
        source("kvalitet-fornyelse", "Kvalitet & Förnyelse"),
        source("vimmerby", "Vimmerby kommun"),
    ]

    /// What the municipalities of the starter content have from each, by its id, short enough for a column.
    static let background = [
        Source.ID(rawValue: "scb"): LocalizedText(
            swedish: "kommuner, län", english: "municipalities"),
        Source.ID(rawValue: "skr"): LocalizedText(swedish: "kommungrupper", english: "groups"),
        Source.ID(rawValue: "kolada-peers"): LocalizedText(
            swedish: "jämförbara", english: "peers"),
    ]

    private static func source(
        _ id: String, _ title: String, _ address: String? = nil, _ terms: String? = nil
    ) -> Source {
        Source(
            id: Source.ID(rawValue: id), kind: .starter, title: title, address: address,
            terms: terms)
    }
}
