import ClimateModel

/// What plain text says in words where the screen has signs and places.
enum PlainPhrases {
    static let survey = Phrase(sv: "Enkäten", en: "Survey")
    static let statusLabel = Phrase(sv: "Läge", en: "Status")
    static let done = Phrase(sv: "klart", en: "done")
    static let unread = Phrase(sv: "oläst", en: "unread")
    static let starred = Phrase(sv: "stjärnmärkt", en: "starred")
    static let isAbout = Phrase(sv: "Handlar om", en: "About")
    static let notKnown = Phrase(sv: "inte känd", en: "not known")

    /// "plats 150".
    static func rank(_ rank: Int, _ formats: Formats) -> String {
        Phrase(sv: "plats ", en: "rank ")(formats.language) + formats.whole(rank)
    }

    /// "plats 150 av 290".
    static func rank(_ rank: Int, of total: Int, _ formats: Formats) -> String {
        Phrase(sv: "plats ", en: "rank ")(formats.language) + formats.place(rank, of: total)
    }

    /// "plats 2 av 8", among those whose rank is known.
    static func place(_ place: Place, _ formats: Formats) -> String {
        let text = rank(place.position, of: place.known, formats)
        guard place.known < place.members else { return text }
        return "\(text) (\(Phrases.known(place.known, of: place.members, formats)))"
    }

    /// "status: Enligt plan".
    static func status(_ status: Project.Status) -> Phrase {
        Phrase(sv: "status: \(status.title.sv)", en: "status: \(status.title.en)")
    }
}

extension Formats {
    /// A change of rank in words: "upp 31", "ned 12", "oförändrad"; nil where it is not known.
    public func changeInWords(_ change: Int?) -> String? {
        guard let change else { return nil }
        let places = whole(abs(change))
        switch change.signum() {
        case 1: return Phrase(sv: "upp ", en: "up ")(language) + places
        case -1: return Phrase(sv: "ned ", en: "down ")(language) + places
        default: return Phrase(sv: "oförändrad", en: "unchanged")(language)
        }
    }

    /// What news say of a figure, in words: "ur nyheterna: ”…” (Kristinehamns kommun)", with what they say where the list has
    /// another figure.
    public func claimInWords(_ note: ClaimNote) -> String {
        let told = [note.rank.map { PlainPhrases.rank($0, self) }, changeInWords(note.change)]
            .compactMap(\.self).joined(separator: ", ")
        let head =
            note.relation == .fills
            ? Phrases.fromNews(language).lowercased()
            : Phrase(sv: "nyheterna säger ", en: "the news say ")(language) + told
        let record = note.record
        return "\(head): \(quoted(record.content.quote)) (\(record.provenance.publisher))"
    }
}
