import ClimateModel
import TextGrid

/// Fetching: how far it has come, and what came of it.
extension Phrases {
    private static let newPlural = Plural(
        sv: (one: "1 ny", other: "# nya"), en: (one: "1 new", other: "# new"))
    private static let changedPlural = Plural(
        sv: (one: "1 ändrad", other: "# ändrade"), en: (one: "1 changed", other: "# changed"))
    private static let failedPlural = Plural(
        sv: (one: "1 källa svarade inte som den ska", other: "# källor svarade inte som de ska"),
        en: (one: "1 source could not be read", other: "# sources could not be read"))
    private static let nothingNew = Phrase(sv: "Inget nytt", en: "Nothing new")

    /// "3 nya, 1 ändrad"; "Inget nytt".
    static func changes(_ run: SyncRun, _ formats: Formats) -> String {
        var parts: [String] = []
        if run.new > 0 { parts.append(newPlural(run.new, formats)) }
        if run.changed > 0 { parts.append(changedPlural(run.changed, formats)) }
        return parts.isEmpty ? nothingNew(formats.language) : parts.joined(separator: ", ")
    }

    /// What a fetching came to, in `width` columns where that can be.
    static func fetchResult(
        _ run: SyncRun, sources key: String?, _ formats: Formats, width: Int
    ) -> String {
        let language = formats.language
        if run.done == 1, let failure = run.lastFailure {
            return failure.title + ": " + (failure.error ?? SourceCondition.failing.title(language))
        }
        let changes = changes(run, formats)
        guard run.failed > 0 else {
            let sources = sources(run.done, formats)
            return changes + " · " + sources
        }
        let long = "\(changes) · \(with(key, failedPlural(run.failed, formats)))"
        if DisplayWidth.of(long) <= width { return long }
        return "\(changes) · \(failing(run.failed, sources: key, formats))"
    }

    private static func with(_ key: String?, _ text: String) -> String {
        key.map { "\(text) (\($0))" } ?? text
    }

    /// How the status line tells of a fetching that goes on, the most telling first.
    static func fetching(_ run: SyncRun, _ formats: Formats) -> [String] {
        let language = formats.language
        if run.isStopping { return [Phrase(sv: "Avbryter …", en: "Stopping …")(language)] }
        let verb = Phrase(sv: "Hämtar", en: "Fetching")(language)
        guard let total = run.total, total > 1 else {
            return (run.title.map { ["\(verb) \($0) …"] } ?? []) + [verb + " …"]
        }
        let place = formats.place(run.done, of: total)
        let found = [
            run.new > 0 ? newPlural(run.new, formats) : nil,
            run.failed > 0 ? failing(run.failed, formats) : nil,
        ].compactMap(\.self)
        let head = "\(verb) \(place) …"
        return [([head] + found).joined(separator: " · "), head, place]
    }

    /// How the status line tells of what was fetched last, the most telling first.
    static func fetched(
        _ run: SyncRun, sources key: String?, _ formats: Formats
    ) -> [String] {
        let changes = changes(run, formats)
        guard run.failed > 0 else { return [changes] }
        return ["\(changes) · \(failing(run.failed, sources: key, formats))", changes]
    }

    static func fetchStopped(_ run: SyncRun, _ formats: Formats) -> String {
        let stopped = Phrase(sv: "Hämtningen avbröts.", en: "Fetching was stopped.")
        guard run.new + run.changed > 0 else { return stopped(formats.language) }
        return stopped(formats.language) + " " + changes(run, formats)
    }

    static func alreadyFetching(stop key: String) -> Phrase {
        Phrase(
            sv: "Hämtning pågår redan; \(key) avbryter den.",
            en: "Fetching is going on already; \(key) stops it.")
    }

    static let anotherFetches = Phrase(
        sv: "En annan hämtning pågår; det den hittar visas här.",
        en: "Another sync is running; what it finds shows here.")
    static let nothingToStop = Phrase(sv: "Ingen hämtning pågår.", en: "Nothing is being fetched.")

    private static func noSources(_ key: String?) -> Phrase {
        Phrase(
            sv: "Det finns inga källor att hämta från än"
                + (key.map { "; \($0) lägger till." } ?? "."),
            en: "There are no sources to fetch from yet" + (key.map { "; \($0) adds them." } ?? ".")
        )
    }

    /// Why a fetching of all found nothing to read.
    static func nothingToFetch(_ tally: SourceTally, sources key: String?) -> Phrase {
        if tally.read == 0 { return noSources(key) }
        guard tally.paused == tally.read else {
            return Phrase(sv: "Inget att hämta just nu.", en: "Nothing to fetch right now.")
        }
        let isOne = tally.paused == 1
        return Phrase(
            sv: (isOne ? "Källan är pausad" : "Alla källor är pausade")
                + (key.map { "; \($0) visar \(isOne ? "den" : "dem")." } ?? "."),
            en: (isOne ? "The source is paused" : "All sources are paused")
                + (key.map { "; \($0) shows \(isOne ? "it" : "them")." } ?? "."))
    }

    /// Why a source can't be fetched from; nil for one that is not known.
    static func notFetched(_ source: Source?) -> Phrase {
        guard let source else {
            return Phrase(sv: "Källan finns inte längre.", en: "The source is no longer there.")
        }
        guard source.kind != .starter else {
            return Phrase(
                sv: "”\(source.title)” följer med programmet och hämtas inte.",
                en: "“\(source.title)” comes with the program and is not fetched.")
        }
        return Phrase(
            sv: "”\(source.title)” kommer från en importerad fil och hämtas inte.",
            en: "“\(source.title)” comes from an imported file and is not fetched.")
    }
}

/// What came of a change.
extension Phrases {
    static func sourcePaused(_ title: String) -> Phrase {
        Phrase(sv: "Pausad: \(title)", en: "Paused: \(title)")
    }

    static func sourceResumed(_ title: String) -> Phrase {
        Phrase(sv: "Hämtas igen: \(title)", en: "Fetched again: \(title)")
    }

    static func sourceRemoved(_ title: String) -> Phrase {
        Phrase(
            sv: "Borttagen: \(title). Det som lästs in finns kvar.",
            en: "Removed: \(title). What was read stays.")
    }

    static func sourceAdded(_ title: String, fetch key: String) -> Phrase {
        Phrase(sv: "Tillagd: \(title). \(key) hämtar.", en: "Added: \(title). \(key) fetches.")
    }

    static func sourcePresent(_ title: String) -> Phrase {
        Phrase(sv: "Fanns redan: \(title).", en: "Was there already: \(title).")
    }

    static func pausing(_ title: String) -> Phrase {
        Phrase(sv: "Pausar \(title) …", en: "Pausing \(title) …")
    }

    static func resuming(_ title: String) -> Phrase {
        Phrase(sv: "Återupptar \(title) …", en: "Resuming \(title) …")
    }

    static func removing(_ title: String) -> Phrase {
        Phrase(sv: "Tar bort \(title) …", en: "Removing \(title) …")
    }

    static func adding(_ address: String) -> Phrase {
        Phrase(sv: "Lägger till \(address) …", en: "Adding \(address) …")
    }

    static func inConfig(_ title: String, pause key: String) -> Phrase {
        Phrase(
            sv: "”\(title)” står i inställningsfilen: ta bort den där, eller pausa med \(key).",
            en: "“\(title)” stands in the config file: remove it there, or pause with \(key).")
    }

    /// That there is no list to go to of what came from a source.
    static func nothingFrom(_ title: String, but background: LocalizedText?) -> Phrase {
        guard let background else {
            return Phrase(
                sv: "Inget har kommit från ”\(title)” än.",
                en: "Nothing has come from “\(title)” yet.")
        }
        return Phrase(
            sv: "Från ”\(title)” kommer \(background.text(in: .swedish)).",
            en: "From “\(title)” come \(background.text(in: .english)).")
    }

    static func askToRemove(_ title: String) -> Phrase {
        Phrase(sv: "Ta bort ”\(title)”?", en: "Remove “\(title)”?")
    }

    static let removeSource = Phrase(
        sv: "Ja, men behåll det som lästs", en: "Yes, but keep what was read")
    static let newAddress = Phrase(sv: "Adress:", en: "Address:")
}

/// The list of sources.
extension Phrases {
    static let sourceList = Phrase(sv: "Källor", en: "Sources")
    static let stateHeading = Phrase(sv: "läge", en: "state")
    static let sourceHeading = Phrase(sv: "källa", en: "source")
    static let notReadYet = Phrase(sv: "ej läst än", en: "not read yet")
    static let kindHeading = Phrase(sv: "slag", en: "kind")
    static let contentHeading = Phrase(sv: "innehåll", en: "content")
    static let lastHeading = Phrase(sv: "senast hämtad", en: "last fetched")
    static let nextHeading = Phrase(sv: "nästa", en: "next")
    static let noSourcesYet = Phrase(
        sv: "Här finns inga källor än.", en: "There are no sources yet.")

    static func addHint(_ key: String) -> Phrase {
        Phrase(
            sv: "Tryck \(key) och ange en adress, eller kör utkik source add ADRESS.",
            en: "Press \(key) and give an address, or run utkik source add ADDRESS.")
    }

    /// When a source was tried last.
    static func last(_ age: String) -> Phrase {
        Phrase(sv: "senast \(age)", en: "last \(age)")
    }

    /// "i visar allt".
    static func showsAll(_ key: String) -> Phrase {
        Phrase(sv: "\(key) visar allt", en: "\(key) shows all")
    }

    static let being = Phrase(sv: "hämtas", en: "fetching")
    static let stateLabel = Phrase(sv: "Läge", en: "State")
    static let nextLabel = Phrase(sv: "Nästa gång", en: "Next time")
    static let contentLabel = Phrase(sv: "Innehåll", en: "Content")
    static let settingsLabel = Phrase(sv: "Finns i", en: "Kept in")
    static let inConfigFile = Phrase(sv: "inställningsfilen", en: "the config file")
    static let inDatabase = Phrase(
        sv: "databasen (utkik source)", en: "the database (utkik source)")
    static let atOnce = Phrase(sv: "nästa hämtning", en: "the next sync")
    static let notWhilePaused = Phrase(sv: "inte förrän den återupptas", en: "not until resumed")
    static let adaptive = Phrase(
        sv: " efter hur ofta den ändras", en: " by how often it changes")

    static func interval(_ duration: String) -> Phrase {
        Phrase(sv: "mellanrum \(duration)", en: "interval \(duration)")
    }

    private static let figurePlural = Plural(
        sv: (one: "1 siffra", other: "# siffror"), en: (one: "1 figure", other: "# figures"))
    private static let failurePlural = Plural(
        sv: (one: "1 gång", other: "# gånger i rad"),
        en: (one: "once", other: "# times in a row"))

    static func failures(_ count: Int, _ formats: Formats) -> String {
        failurePlural(count, formats)
    }

    private static let failingPlural = Plural(
        sv: (one: "1 med fel", other: "# med fel"), en: (one: "1 failing", other: "# failing"))

    /// "2 med fel (S)": how many sources fail, and the key that leads to them where one does.
    static func failing(_ count: Int, sources key: String? = nil, _ formats: Formats) -> String {
        with(key, failingPlural(count, formats))
    }

    /// What came through a source, the most telling kind first; empty where nothing did.
    static func content(of source: SourceOverview, _ formats: Formats) -> [String] {
        var parts: [String] = []
        if source.newsCount > 0 {
            parts.append(newsItems(ListCount(total: source.newsCount), formats))
        }
        if source.figureCount > 0 { parts.append(figurePlural(source.figureCount, formats)) }
        if source.projectCount > 0 { parts.append(projects(source.projectCount, formats)) }
        if let background = source.background {
            parts.append(background.text(in: formats.language))
        }
        return parts
    }
}

/// The test of a source.
extension Phrases {
    static let sourceTest = Phrase(sv: "Prov", en: "Test")
    static let testing = Phrase(sv: "Läser källan …", en: "Reading the source …")
    static let kindLabel = Phrase(sv: "Slag", en: "Kind")
    static let titleLabel = Phrase(sv: "Titel", en: "Title")
    static let itemsLabel = Phrase(sv: "Poster", en: "Items")
    static let newestLabel = Phrase(sv: "Senaste", en: "Newest")
    static let wouldBeRead = Phrase(sv: "Detta skulle läsas", en: "This would be read")
    static let problemsLabel = Phrase(sv: "Anmärkningar", en: "Remarks")
    static let readsWell = Phrase(sv: "Källan går bra att läsa.", en: "The source reads well.")
    static let cannotBeRead = Phrase(
        sv: "Källan kunde inte läsas nu.", en: "The source could not be read now.")
}

extension SourceCondition {
    /// In a word or two, of a source.
    public var title: Phrase {
        switch self {
        case .failing: Phrase(sv: "fel", en: "failing")
        case .never: Phrase(sv: "ej hämtad", en: "never read")
        case .fresh: Phrase(sv: "ok", en: "ok")
        case .unchanged: Phrase(sv: "oförändrad", en: "unchanged")
        case .paused: Phrase(sv: "pausad", en: "paused")
        case .imported: Phrase(sv: "importerad", en: "imported")
        case .builtIn: Phrase(sv: "inbyggd", en: "built in")
        }
    }

    /// A full sentence without its point.
    var sentence: Phrase {
        switch self {
        case .failing: Phrase(sv: "kunde inte läsas", en: "could not be read")
        case .never: Phrase(sv: "har aldrig hämtats", en: "was never fetched")
        case .fresh: Phrase(sv: "gav något nytt", en: "brought something new")
        case .unchanged: Phrase(sv: "gav inget nytt", en: "brought nothing new")
        case .paused: Phrase(sv: "pausad", en: "paused")
        case .imported:
            Phrase(sv: "importerad en gång, hämtas inte", en: "imported once, not fetched")
        case .builtIn:
            Phrase(sv: "följer med programmet, hämtas inte", en: "comes with it, not fetched")
        }
    }
}
