import ClimateModel
import TextGrid

/// Rows of the table of actions: fetching, and the list of sources.
extension ActionDefinition {
    static var sync: Self {
        .init(
            Phrase(sv: "Hämta", en: "Fetch"),
            Phrase(
                sv: "Hämta på nytt från källan till det som är markerat eller visas.",
                en: "Fetch anew from the source of what is selected or shown."),
            [.list: [key("r")], .page: [key("r")], .sources: [key("r")]],
            hint: .init(3, sv: "hämta", en: "fetch", in: [.sources]),
            off: Restriction.startsPrograms)
    }

    static var syncAll: Self {
        .init(
            Phrase(sv: "Hämta från alla källor", en: "Fetch from all sources"),
            Phrase(
                sv: "Hämta från alla källor som inte är pausade.",
                en: "Fetch from all sources that are not paused."), [.global: [key("R")]],
            off: Restriction.startsPrograms)
    }

    static var stopSync: Self {
        .init(
            Phrase(sv: "Avbryt hämtningen", en: "Stop fetching"),
            Phrase(
                sv: "Avbryt hämtningen; det som redan är hämtat finns kvar.",
                en: "Stop fetching; what is fetched already stays."), [.global: [key("X")]],
            off: Restriction.startsPrograms)
    }

    static var showSources: Self {
        .init(
            Phrase(sv: "Källor", en: "Sources"),
            Phrase(
                sv: "Visa varifrån allt hämtas och hur det går, eller gå tillbaka.",
                en: "Show where all is fetched from and how it goes, or go back."),
            [.global: [key("S")]])
    }

    static var sourceDetails: Self {
        .init(
            Phrase(sv: "Allt om källan", en: "All about the source"),
            Phrase(
                sv: "Visa allt som är känt om källan, med hela felet.",
                en: "Show all that is known of the source, with the whole error."),
            [.sources: [key("i")]])
    }

    static var testSource: Self {
        .init(
            Phrase(sv: "Pröva källan", en: "Test the source"),
            Phrase(
                sv: "Visa vad källan skulle ge, utan att spara något.",
                en: "Show what the source would give, without keeping anything."),
            [.sources: [key("t")]], hint: .init(4, sv: "prova", en: "test"),
            off: Restriction.startsPrograms)
    }

    static var pauseSource: Self {
        .init(
            Phrase(sv: "Pausa eller återuppta", en: "Pause or resume"),
            Phrase(
                sv: "Hämta inte från källan tills vidare, eller börja igen.",
                en: "Fetch no more from the source for now, or begin again."),
            [.sources: [key("p")]], hint: .init(5, sv: "pausa", en: "pause"),
            off: Restriction.startsPrograms)
    }

    static var removeSource: Self {
        .init(
            Phrase(sv: "Ta bort källan", en: "Remove the source"),
            Phrase(
                sv: "Ta bort källan; det som lästs in finns kvar.",
                en: "Remove the source; what was read stays."),
            [.sources: [key("x"), Key(.delete)]], off: Restriction.startsPrograms)
    }

    static var addSource: Self {
        .init(
            Phrase(sv: "Lägg till en källa", en: "Add a source"),
            Phrase(
                sv: "Lägg till en källa: skriv eller klistra in dess adress.",
                en: "Add a source: type or paste its address."),
            [.sources: [key("a")]], hint: .init(6, sv: "ny", en: "new"),
            off: Restriction.startsPrograms)
    }
}

private func key(_ character: Character) -> Key { Key(.character(character)) }
