import ClimateModel

extension Action.Context {
    /// This context and those around it, innermost first: where a key is looked up.
    public var chain: [Action.Context] {
        switch self {
        case .global: [.global]
        case .list: [.list, .global]
        case .rankings, .projects, .news: [self, .list, .global]
        case .page: [.page, .global]
        case .reader: [.reader, .page, .global]
        case .sources: [.sources, .global]
        case .picker: [.picker, .prompt, .global]
        case .prompt: [.prompt, .global]
        }
    }

    /// Whether a key with a character types it here.
    public var takesText: Bool { self == .prompt || self == .picker }

    /// What the help calls it.
    public var title: Phrase {
        switch self {
        case .global: Phrase(sv: "Överallt", en: "Everywhere")
        case .list: Phrase(sv: "I alla rutor", en: "In every pane")
        case .rankings: Phrase(sv: "Ranking", en: "Rankings")
        case .projects: Phrase(sv: "Projekt", en: "Projects")
        case .news: Phrase(sv: "Nyheter", en: "News")
        case .page: Phrase(sv: "På en sida", en: "On a page")
        case .reader: Phrase(sv: "Läsaren", en: "The reader")
        case .sources: Phrase(sv: "Källor", en: "Sources")
        case .picker: Phrase(sv: "I en väljare", en: "In a picker")
        case .prompt: Phrase(sv: "När du skriver", en: "While typing")
        }
    }
}
