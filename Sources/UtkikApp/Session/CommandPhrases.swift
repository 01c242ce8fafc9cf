import ClimateModel

/// What the commands say, in both languages.
enum CommandPhrases {
    static let noCompanion = Phrase(
        sv: "utkik-ingest hittas inte, varken bredvid utkik, i ../libexec/utkik eller i PATH",
        en: "utkik-ingest is not to be found beside utkik, in ../libexec/utkik or in PATH")

    static func starterOnly(_ reason: String) -> Phrase {
        Phrase(
            sv: "Visar startinnehållet; inget sparas. \(reason)",
            en: "Showing the starter content; nothing is kept. \(reason)")
    }

    static func notRestricted(_ command: String) -> Phrase {
        Phrase(
            sv: "\(command) är avstängt för gäster (--restricted)",
            en: "\(command) is switched off for guests (--restricted)")
    }

    /// Names what was meant, where something is near.
    static func unknown(_ what: Phrase, _ text: String, meant: Phrase?) -> Phrase {
        let shown = CleanText.line(text.prefix(60))
        return Phrase(
            sv: "\(what.sv) ”\(shown)”" + (meant.map { " – menade du \($0.sv)?" } ?? ""),
            en: "\(what.en) “\(shown)”" + (meant.map { " – did you mean \($0.en)?" } ?? ""))
    }

    static let unknownCounty = Phrase(sv: "okänt län", en: "unknown county")
    static let unknownGroup = Phrase(sv: "okänd SKR-grupp", en: "unknown SKR group")
    static let unknownIndicator = Phrase(
        sv: "okänd ranking eller okänt nyckeltal", en: "unknown ranking or indicator")
    static let unknownSource = Phrase(sv: "okänd källa", en: "unknown source")
    static let unknownProject = Phrase(sv: "okänt projekt", en: "unknown project")
    static let unknownNewsItem = Phrase(sv: "okänd nyhet", en: "unknown news item")
    static let unknownView = Phrase(sv: "okänd vy", en: "unknown view")
    static let unknownScope = Phrase(sv: "okänt urval", en: "unknown scope")

    /// How ``Lookup`` reads screens.
    static let views = Phrase(
        sv:
            "home, rankings, projects, news, municipality:NAMN, project:ID, reader:ID, sources, help, kiosk:SCEN",
        en:
            "home, rankings, projects, news, municipality:NAME, project:ID, reader:ID, sources, help, kiosk:SCENE"
    )
    /// How ``Lookup`` reads groups of municipalities.
    static let scopes = Phrase(
        sv: "country, county:LÄN, group:KOD, peers:NAMN, followed",
        en: "country, county:NAME, group:CODE, peers:NAME, followed")

    static func oneOf(_ choices: [String]) -> Phrase {
        let list = choices.joined(separator: ", ")
        return Phrase(sv: "en av: \(list)", en: "one of: \(list)")
    }

    static func noPeriod(_ period: String, _ periods: String) -> Phrase {
        Phrase(
            sv: "det finns inga siffror för \(period); de som finns är \(periods)",
            en: "there are no figures for \(period); there are \(periods)")
    }

    static let noNews = Phrase(sv: "inga nyheter hittades", en: "no news items found")
    static let noProjects = Phrase(sv: "inga projekt hittades", en: "no projects found")
    static let noMunicipalities = Phrase(
        sv: "inga kommuner hittades", en: "no municipalities found")

    static let badLimit = Phrase(
        sv: "--limit ska vara 0 eller mer", en: "--limit should be 0 or more")

    static let noSourcesYet = Phrase(
        sv: "Det finns inga källor än. Lägg till en: utkik source add ADRESS",
        en: "There are no sources yet. Add one: utkik source add ADDRESS")

    static let noRankings = Phrase(sv: "det finns ingen ranking", en: "there is no ranking")
}

extension Phrase {
    /// With all that there are.
    func among(_ choices: Phrase) -> Phrase {
        Phrase(sv: "\(sv): \(choices.sv)", en: "\(en): \(choices.en)")
    }
}
