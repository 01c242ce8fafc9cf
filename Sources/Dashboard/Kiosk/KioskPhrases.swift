import ClimateModel

/// What the kiosk says: short, to be read in passing.
extension Phrases {
    static func climbers(_ period: Period) -> Phrase {
        Phrase(sv: "Klättrare \(period)", en: "Climbers \(period)")
    }

    static let municipalitiesKnown = Phrase(sv: "kommuner kända", en: "municipalities known")
    static let kioskNews = Phrase(sv: "Nyheter", en: "News")
    static let kioskProjects = Phrase(sv: "Projekt", en: "Projects")
    static let ownProjects = Phrase(sv: "Våra projekt", en: "Our projects")
    static let elsewhere = Phrase(
        sv: "Pågår i andra kommuner", en: "Ongoing in other municipalities")
    static let completed = Phrase(sv: "Avslutade i kommunerna", en: "Completed by municipalities")
    static let today = Phrase(sv: "i dag", en: "today")

    static let unchanged = Phrase(sv: "oförändrad plats", en: "same rank as before")
    static let changeUnknown = Phrase(sv: "förändring okänd", en: "change not known")
    static let nothingPlanned = Phrase(
        sv: "inget mer planerat", en: "nothing more is planned")

    static let nothingFetched = Phrase(sv: "inget hämtat än", en: "nothing fetched yet")

    static let nothingToShow = Phrase(
        sv: "Här finns inget att visa än.", en: "There is nothing to show here yet.")
    static let howToFill = Phrase(
        sv: "Hämta innehåll: utkik sync", en: "Bring in content: utkik sync")
    static let cannotRead = Phrase(
        sv: "Innehållet går inte att läsa just nu.", en: "The content can't be read just now.")
    static let triesAgain = Phrase(
        sv: "Ett nytt försök görs varje minut.", en: "Another try is made every minute.")
    static let reading = Phrase(sv: "Läser …", en: "Reading …")
}
