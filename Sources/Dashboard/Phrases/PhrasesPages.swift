import ClimateModel

/// Pages: municipality, comparison, project, help, provenance.
extension Phrases {
    static let unreadOne = Phrase(sv: "oläst", en: "unread")
    static let itemGone = Phrase(
        sv: "Texten finns inte längre.", en: "This text is no longer there.")
    static let municipality = Phrase(sv: "Kommun", en: "Municipality")
    static let comparison = Phrase(sv: "Jämförelse", en: "Comparison")
    static let help = Phrase(sv: "Hjälp", en: "Help")
    static let provenance = Phrase(sv: "Källa", en: "Source")
    static let phase = Phrase(sv: "Skede", en: "Phase")
    static let owner = Phrase(sv: "Ansvarig", en: "Owner")
    static let caseNumber = Phrase(sv: "Diarienr", en: "Case no.")
    static let time = Phrase(sv: "Tid", en: "Time")
    static let source = Phrase(sv: "Källa", en: "Source")
    static let strands = Phrase(sv: "Delar", en: "Strands")
    static let milestones = Phrase(sv: "Milstolpar", en: "Milestones")
    static let decisionsTitle = Phrase(sv: "Beslut", en: "Decisions")
    static let outcomesTitle = Phrase(sv: "Resultat", en: "Outcomes")
    static let updates = Phrase(sv: "Lägesrapporter", en: "Updates")
    static let people = Phrase(sv: "Personer", en: "People")
    static let links = Phrase(sv: "Länkar", en: "Links")
    static let trend = Phrase(sv: "Utveckling", en: "Trend")
    static let awards = Phrase(sv: "Utmärkelser", en: "Awards")
    static let peersSection = Phrase(sv: "Jämförbara kommuner", en: "Peers")
    static let winner = Phrase(sv: "vinnare", en: "winner")
    static let nominated = Phrase(sv: "nominerad", en: "nominated")
    static let strength = Phrase(sv: "Styrka", en: "Strength")
    static let improvement = Phrase(sv: "Arbetar med", en: "Working on")
    static let year = Phrase(sv: "år", en: "year")
    static let difference = Phrase(sv: "skillnad", en: "difference")

    static func versus(_ first: String, _ second: String) -> Phrase {
        Phrase(sv: "\(first) och \(second)", en: "\(first) and \(second)")
    }

    static func residents(_ count: String, _ date: String) -> Phrase {
        Phrase(sv: "\(count) invånare (\(date))", en: "\(count) residents (\(date))")
    }

    static func answers(_ count: Int, _ formats: Formats) -> String {
        Plural(sv: (one: "1 svar", other: "# svar"), en: (one: "1 answer", other: "# answers"))(
            count, formats)
    }

    static func responseRate(_ percent: String) -> Phrase {
        Phrase(sv: "svarsfrekvens \(percent)", en: "response rate \(percent)")
    }

    private static let aheadPlural = Plural(
        sv: (one: "1 plats före", other: "# platser före"),
        en: (one: "1 place ahead", other: "# places ahead"))
    private static let behindPlural = Plural(
        sv: (one: "1 plats efter", other: "# platser efter"),
        en: (one: "1 place behind", other: "# places behind"))

    /// "12 platser före"; the first municipality's lead over the second.
    static func lead(_ places: Int, _ formats: Formats) -> String {
        switch places.signum() {
        case 1: aheadPlural(places, formats)
        case -1: behindPlural(-places, formats)
        default: Phrase(sv: "samma plats", en: "same rank")(formats.language)
        }
    }

    static let rankLabel = Phrase(sv: "Plats", en: "Rank")
    static let notInList = Phrase(sv: "saknas i listan", en: "not in the list")
    static let statusLabel = Phrase(sv: "Uppgift", en: "Figure")
    static let answersLabel = Phrase(sv: "Antal svar", en: "Answers")
    static let responseRateLabel = Phrase(sv: "Svarsfrekvens", en: "Response rate")
    static let publisher = Phrase(sv: "Utgivare", en: "Publisher")
    static let detail = Phrase(sv: "Var", en: "Where")
    static let link = Phrase(sv: "Länk", en: "Link")
    static let address = Phrase(sv: "Adress", en: "Address")
    static let terms = Phrase(sv: "Villkor", en: "Terms")
    static let fetchedLabel = Phrase(sv: "Hämtat", en: "Fetched")
    static let builtIn = Phrase(sv: "följer med programmet", en: "comes with the program")
    static let importedFile = Phrase(sv: "medel: importerad fil", en: "medium: imported file")
    static let certainty = Phrase(sv: "Säkerhet", en: "Certainty")
    static let lastError = Phrase(sv: "Senaste fel", en: "Last error")
    static let newMethod = Phrase(sv: "Ny metod", en: "New method")
    static let notComparable = Phrase(
        sv: "Kan inte jämföras med tidigare.", en: "Can't be compared with what came before.")
}

extension Project.Phase {
    /// Of one project: "Pågående".
    public var singular: Phrase {
        switch self {
        case .ongoing: Phrase(sv: "Pågående", en: "Ongoing")
        case .planned: Phrase(sv: "Planerat", en: "Planned")
        case .idea: Phrase(sv: "Idé", en: "Idea")
        case .paused: Phrase(sv: "Vilande", en: "Paused")
        case .completed: Phrase(sv: "Avslutat", en: "Completed")
        case .cancelled: Phrase(sv: "Avbrutet", en: "Cancelled")
        }
    }
}

extension Observation.Status {
    var title: Phrase {
        switch self {
        case .reported: Phrase(sv: "rapporterad", en: "reported")
        case .notReported: Phrase(sv: "ej rapporterad", en: "not reported")
        case .notApplicable: Phrase(sv: "ej aktuell", en: "not applicable")
        case .secret: Phrase(sv: "sekretess", en: "secret")
        }
    }
}

extension Certainty {
    var title: Phrase {
        switch self {
        case .high: Phrase(sv: "hög: utgivarens egen uppgift", en: "high: the publisher's own")
        case .medium:
            Phrase(sv: "medel: i andra hand eller härledd", en: "medium: second-hand or derived")
        case .low: Phrase(sv: "låg", en: "low")
        }
    }
}
