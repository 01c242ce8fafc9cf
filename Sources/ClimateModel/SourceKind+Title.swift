extension Source.Kind {
    /// What a user calls it.
    public var title: Phrase {
        switch self {
        case .starter: Phrase(sv: "följer med", en: "built in")
        case .table: Phrase(sv: "tabell", en: "table")
        case .feed: Phrase(sv: "flöde", en: "feed")
        case .projects: Phrase(sv: "projektlista", en: "project list")
        case .newsletter: Phrase(sv: "nyhetsbrev", en: "newsletter")
        case .document: Phrase(sv: "dokument", en: "document")
        case .kolada: Phrase(same: "Kolada")
        }
    }
}
