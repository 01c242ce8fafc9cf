extension Source.Kind {
    /// What a user calls it.
    public var name: Phrase {
        switch self {
        case .starter: Phrase(sv: "startinnehåll", en: "starter content")
        case .table: Phrase(sv: "tabell", en: "table")
        case .feed: Phrase(sv: "flöde", en: "feed")
        case .projects: Phrase(sv: "projekt", en: "projects")
        case .newsletter: Phrase(sv: "nyhetsbrev", en: "newsletters")
        case .document: Phrase(sv: "dokument", en: "document")
        case .kolada: Phrase(same: "Kolada")
        }
    }
}
