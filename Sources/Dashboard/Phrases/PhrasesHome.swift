import ClimateModel

/// The home view: panes, strip, empty states.
extension Phrases {
    static func tooSmall(_ size: String, needed: String) -> Phrase {
        Phrase(
            sv: "Fönstret är för litet: \(size), minst \(needed)",
            en: "Window too small: \(size), at least \(needed)")
    }

    static let tooSmall = Phrase(sv: "Fönstret är för litet", en: "Window too small")

    static func atLeast(_ size: String) -> Phrase {
        Phrase(sv: "minst \(size)", en: "at least \(size)")
    }

    static func chooseYours(_ key: String) -> Phrase {
        Phrase(
            sv: "Tryck \(key) och välj din kommun", en: "Press \(key) to choose your municipality")
    }

    static func filteredBy(_ name: String) -> Phrase {
        Phrase(sv: "Bara \(name)", en: "Only \(name)")
    }

    static func lastGood(_ time: String) -> Phrase {
        Phrase(sv: "Senast hämtat: \(time)", en: "Last fetched: \(time)")
    }

    static func noRankKnown(_ name: String, in ranking: String) -> Phrase {
        Phrase(
            sv: "Ingen plats är känd för \(name) i \(ranking).",
            en: "No rank is known for \(name) in \(ranking).")
    }

    static let next = Phrase(sv: "nästa:", en: "next:")
    static let peersLabel = Phrase(sv: "Jämförbara", en: "Peers")
    static let groupLabel = Phrase(sv: "SKR-grupp", en: "SKR group")
    static let followedLabel = Phrase(sv: "Följda", en: "Followed")

    static let rankHeading = Phrase(sv: "plats", en: "rank")
    static let municipalityHeading = Phrase(sv: "kommun", en: "municipality")
    static let countyHeading = Phrase(sv: "län", en: "county")
    static let groupHeading = Phrase(sv: "SKR-grupp", en: "SKR group")
    static let populationHeading = Phrase(sv: "invånare", en: "residents")
    static let valueHeading = Phrase(sv: "värde", en: "value")
    static let notApplicable = Phrase(sv: "ej akt.", en: "n/a")
    static let secret = Phrase(sv: "sekr.", en: "secret")
    static let notReported = Phrase(sv: "ej rapporterat", en: "not reported")

    private static let unreadPlural = Plural(
        sv: (one: "1 oläst", other: "# olästa"), en: (one: "1 unread", other: "# unread"))
    private static let decisionPlural = Plural(
        sv: (one: "1 beslut", other: "# beslut"), en: (one: "1 decision", other: "# decisions"))
    private static let outcomePlural = Plural(
        sv: (one: "1 resultat", other: "# resultat"), en: (one: "1 outcome", other: "# outcomes"))
    private static let projectPlural = Plural(
        sv: (one: "1 projekt", other: "# projekt"), en: (one: "1 project", other: "# projects"))
    private static let newsPlural = Plural(
        sv: (one: "1 nyhet", other: "# nyheter"), en: (one: "1 item", other: "# items"))
    private static let sourcePlural = Plural(
        sv: (one: "1 källa", other: "# källor"), en: (one: "1 source", other: "# sources"))

    static func unread(_ count: Int, _ formats: Formats) -> String { unreadPlural(count, formats) }
    static func decisions(_ count: Int, _ formats: Formats) -> String {
        decisionPlural(count, formats)
    }
    static func outcomes(_ count: Int, _ formats: Formats) -> String {
        outcomePlural(count, formats)
    }
    static func projects(_ count: Int, _ formats: Formats) -> String {
        projectPlural(count, formats)
    }
    static func newsItems(_ count: ListCount, _ formats: Formats) -> String {
        count.isAtLeast
            ? formats.count(count) + " " + Phrase(sv: "nyheter", en: "items")(formats.language)
            : newsPlural(count.total, formats)
    }
    static func sources(_ count: Int, _ formats: Formats) -> String { sourcePlural(count, formats) }

    /// "3:e året uppåt" or "third year up"; nil where it neither rose nor fell twice in a row.
    static func streak(_ streak: Int, _ formats: Formats) -> String? {
        let years = abs(streak)
        guard years >= 2 else { return nil }
        let phrase =
            streak > 0
            ? Phrase(sv: "uppåt \(years) år i rad", en: "up \(years) years running")
            : Phrase(sv: "nedåt \(years) år i rad", en: "down \(years) years running")
        return phrase(formats.language)
    }

    static func known(_ known: Int, of total: Int, _ formats: Formats) -> String {
        formats.place(known, of: total) + " " + Phrase(sv: "kända", en: "known")(formats.language)
    }

    /// "7 av 16"; "2 av 9 kända" where not all of the members have a known rank.
    static func place(_ place: Place, _ formats: Formats) -> String {
        place.known < place.members
            ? known(place.position, of: place.known, formats)
            : formats.place(place.position, of: place.known)
    }

    static func searching(_ text: String) -> Phrase {
        Phrase(sv: "sök ”\(text)”", en: "search “\(text)”")
    }

    static let unreadFirst = Phrase(sv: "olästa först", en: "unread first")
    static let onlyUnread = Phrase(sv: "bara olästa", en: "unread only")
    static let onlyStarred = Phrase(sv: "bara stjärnmärkta", en: "starred only")

    static func more(_ key: String) -> Phrase {
        Phrase(sv: "\(key): läs vidare", en: "\(key): read on")
    }

    static func fetched(_ time: String) -> Phrase {
        Phrase(sv: "hämtat \(time)", en: "fetched \(time)")
    }
}

/// Empty states say what to do next.
extension Phrases {
    static let noRankings = Phrase(
        sv: "Här finns ingen ranking än.", en: "There is no ranking here yet.")
    static let importRankings = Phrase(
        sv: "Läs in en tabell: utkik import FIL.csv", en: "Bring in a table: utkik import FILE.csv")
    static let noneInScope = Phrase(
        sv: "Inga kommuner i urvalet.", en: "No municipalities in this selection.")
    static let noProjects = Phrase(sv: "Inga projekt att visa.", en: "No projects to show.")
    static let importProjects = Phrase(
        sv: "Läs in projekt: utkik import projekt.yaml",
        en: "Bring in projects: utkik import projects.yaml")
    static let noNews = Phrase(sv: "Inga nyheter att visa.", en: "No news to show.")
    static let importNews = Phrase(
        sv: "Lägg till ett flöde: utkik source add ADRESS",
        en: "Add a feed: utkik source add ADDRESS")
    static let allRead = Phrase(sv: "Allt är läst.", en: "Everything is read.")

    static func widen(_ key: String) -> Phrase {
        Phrase(
            sv: "Tryck \(key) för att visa allt igen.", en: "Press \(key) to show everything again."
        )
    }
}

extension AppState.Pane {
    var title: Phrase {
        switch self {
        case .rankings: Phrase(sv: "Ranking", en: "Rankings")
        case .projects: Phrase(sv: "Projekt", en: "Projects")
        case .news: Phrase(sv: "Nyheter", en: "News")
        }
    }
}
