import ClimateModel

/// Titles and items of the lists to choose from.
extension Phrases {
    static let commands = Phrase(sv: "Kommandon", en: "Commands")
    static let themes = Phrase(sv: "Tema", en: "Theme")
    static let chooseMunicipality = Phrase(sv: "Din kommun", en: "Your municipality")
    static let compareWith = Phrase(sv: "Jämför med", en: "Compare with")
    static let chooseRanking = Phrase(sv: "Ranking eller nyckeltal", en: "Ranking or indicator")
    static let chooseYear = Phrase(sv: "År", en: "Year")
    static let chooseScope = Phrase(sv: "Visa kommuner i", en: "Show municipalities in")
    static let wholeCountry = Phrase(sv: "Hela landet", en: "The whole country")
    static let sameGroup = Phrase(sv: "samma SKR-grupp", en: "same SKR group")
    static let sameCounty = Phrase(sv: "samma län", en: "same county")
    static let followedOnes = Phrase(sv: "Kommuner jag följer", en: "Municipalities I follow")
    static let nobodyFollowed = Phrase(
        sv: "Du följer ingen kommun än: tryck + på en rad.",
        en: "You follow no municipality yet: press + on a row.")
    static let sortBy = Phrase(sv: "Sortera efter", en: "Sort by")
    static let choosePhase = Phrase(sv: "Projektens skede", en: "Project phase")
    static let allPhases = Phrase(sv: "Alla skeden", en: "All phases")
    static let chooseStatus = Phrase(sv: "Projektens status", en: "Project status")
    static let allStatuses = Phrase(sv: "Oavsett status", en: "All statuses")
    static let chooseSource = Phrase(sv: "Källa", en: "Source")
    static let allSources = Phrase(sv: "Alla källor", en: "All sources")
    static let chooseKind = Phrase(sv: "Slag av nyhet", en: "Kind of news")
    static let allKinds = Phrase(sv: "Alla slag", en: "All kinds")

    static let yes = Phrase(sv: "Ja", en: "Yes")
    static let no = Phrase(sv: "Nej", en: "No")

    static func markAllRead(_ count: Int, _ formats: Formats) -> String {
        Plural(
            sv: (one: "Märka 1 nyhet som läst?", other: "Märka # nyheter som lästa?"),
            en: (one: "Mark 1 item read?", other: "Mark # items read?"))(count, formats)
    }

    static func peers(of name: String) -> Phrase {
        Phrase(sv: "Jämförbara med \(name)", en: "Peers of \(name)")
    }
}

extension Project.Phase {
    /// Of several projects: "Pågående", "Planerade".
    public var title: Phrase {
        switch self {
        case .ongoing: Phrase(sv: "Pågående", en: "Ongoing")
        case .planned: Phrase(sv: "Planerade", en: "Planned")
        case .idea: Phrase(sv: "Idéer", en: "Ideas")
        case .paused: Phrase(sv: "Vilande", en: "Paused")
        case .completed: Phrase(sv: "Avslutade", en: "Completed")
        case .cancelled: Phrase(sv: "Avbrutna", en: "Cancelled")
        }
    }
}

extension Project.Status {
    /// What the light means.
    public var title: Phrase {
        switch self {
        case .green: Phrase(sv: "Enligt plan", en: "On track")
        case .amber: Phrase(sv: "Behöver åtgärd", en: "Needs action")
        case .red: Phrase(sv: "Kritiskt", en: "Critical")
        }
    }

    /// Stands beside the status light, so that it never speaks by colour alone.
    var letter: Phrase {
        switch self {
        case .green: Phrase(sv: "G", en: "G")
        case .amber: Phrase(sv: "A", en: "A")
        case .red: Phrase(sv: "R", en: "R")
        }
    }
}

extension NewsItem.Kind {
    /// Of one item.
    public var title: Phrase {
        switch self {
        case .news: Phrase(sv: "Nyhet", en: "News")
        case .pressRelease: Phrase(sv: "Pressmeddelande", en: "Press release")
        case .newsletter: Phrase(sv: "Nyhetsbrev", en: "Newsletter")
        case .blogPost: Phrase(sv: "Blogginlägg", en: "Blog post")
        }
    }
}

extension RankingsPane.Sort.Column {
    var title: Phrase {
        switch self {
        case .rank: Phrase(sv: "Plats", en: "Rank")
        case .change: Phrase(sv: "Förändring", en: "Change")
        case .name: Phrase(sv: "Kommun", en: "Municipality")
        case .county: Phrase(sv: "Län", en: "County")
        case .group: Phrase(sv: "SKR-grupp", en: "SKR group")
        case .value: Phrase(sv: "Värde", en: "Value")
        }
    }
}
