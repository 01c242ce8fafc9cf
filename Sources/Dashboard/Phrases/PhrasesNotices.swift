import ClimateModel

/// What the interface says, in both languages; by area.
enum Phrases {}

/// Lines at the bottom that tell what an action did, or why it did nothing.
extension Phrases {
    static let noMunicipalityHere = Phrase(
        sv: "Raden hör inte till någon kommun.", en: "This row belongs to no municipality.")
    static func nothingHere(_ action: String) -> Phrase {
        Phrase(sv: "\(action): det går inte här.", en: "\(action): not here.")
    }

    static func nothingSearched(_ key: String) -> Phrase {
        Phrase(
            sv: "Inget är sökt än: tryck \(key).", en: "Nothing is searched yet: press \(key).")
    }

    static let alreadyZoomed = Phrase(
        sv: "Rutan har redan hela fönstret.", en: "The pane has the whole window already.")
    static let noMoreYears = Phrase(
        sv: "Inga fler år har siffror.", en: "No more years have figures.")
    static let noMoreItems = Phrase(
        sv: "Det var den sista i listan.", en: "That was the last one in the list.")

    static func nowMine(_ name: String) -> Phrase {
        Phrase(sv: "Din kommun är nu \(name).", en: "Your municipality is now \(name).")
    }

    static func followed(_ name: String) -> Phrase {
        Phrase(sv: "Du följer nu \(name).", en: "You now follow \(name).")
    }

    static func unfollowed(_ name: String) -> Phrase {
        Phrase(sv: "Du följer inte längre \(name).", en: "You no longer follow \(name).")
    }

    static let allReadAlready = Phrase(
        sv: "Allt i listan är redan läst.", en: "Everything in the list is read already.")

    static func markedRead(_ count: Int, _ formats: Formats) -> String {
        Plural(
            sv: (one: "1 nyhet märkt som läst.", other: "# nyheter märkta som lästa."),
            en: (one: "1 item marked read.", other: "# items marked read."))(count, formats)
    }

    static func noMatch(_ text: String) -> Phrase {
        Phrase(
            sv: "Ingen kommun heter något med ”\(text)”.", en: "No municipality matches “\(text)”.")
    }

    static func copied(_ text: String) -> Phrase {
        Phrase(sv: "Kopierat: \(text)", en: "Copied: \(text)")
    }
}
