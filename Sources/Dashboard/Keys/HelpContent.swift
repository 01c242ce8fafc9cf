import ClimateModel
import TextGrid

/// A part of the help: the keys of one context.
public struct HelpSection: Hashable, Sendable {
    /// Where the keys mean this.
    public let context: Action.Context
    /// What the context is called, in the user's language.
    public let title: String
    /// In the table's order.
    public let rows: [HelpRow]
}

/// One action in the help or the palette.
public struct HelpRow: Hashable, Sendable {
    /// What is done.
    public let action: Action
    /// As people read them: "k ↑"; "" for an action without a key.
    public let keys: String
    /// What it is called, in the user's language.
    public let title: String
    /// What it does, in one sentence of the user's language.
    public let help: String
    /// Why it is switched off; nil when it may be done.
    public let refusal: String?
}

extension KeyMap {
    /// What every key does: first where the user stands and around it, then everywhere else. An action stands in
    /// the outermost place where it has a key of its own, once for each.
    public func help(for context: Action.Context, isRestricted: Bool, formats: Formats)
        -> [HelpSection]
    {
        let near = context.chain
        let order = near + Action.Context.allCases.filter { !near.contains($0) }
        return order.compactMap { context in
            let rows = Action.allCases.compactMap { action -> HelpRow? in
                let keys = ownKeys(of: action, in: context)
                guard !keys.isEmpty else { return nil }
                return row(action, keys, isRestricted: isRestricted, formats: formats)
            }
            guard !rows.isEmpty else { return nil }
            return HelpSection(
                context: context, title: context.title(formats.language), rows: rows)
        }
    }

    /// What can be done in `context`, with or without a key, those of the place first.
    ///
    /// - Parameter search: words that each begin a word of the title or the name, whatever their case and accents;
    ///   "" finds all.
    public func palette(
        for context: Action.Context, search: String = "", isRestricted: Bool, formats: Formats
    ) -> [HelpRow] {
        let sought = SearchKey.fold(search).split(separator: " ")
        let near = context.chain
        // What is for this place comes first, what is for everywhere (leaving, too) last.
        let distance = { (action: Action) in
            near.lastIndex { action.definition.keys[$0] != nil } ?? near.count
        }
        let byDistance = Action.allCases.enumerated()
            .sorted { (distance($0.element), $0.offset) < (distance($1.element), $1.offset) }
        return byDistance.compactMap { _, action in
            guard action.applies(in: context), action.isCommand else { return nil }
            let title = action.definition.title(formats.language)
            let words = SearchKey.fold(title + " " + action.rawValue).split(separator: " ")
            guard sought.allSatisfy({ word in words.contains { $0.hasPrefix(word) } }) else {
                return nil
            }
            return row(
                action, keys(for: action, in: context), isRestricted: isRestricted,
                formats: formats)
        }
    }

    private func row(
        _ action: Action, _ keys: [Key], isRestricted: Bool, formats: Formats
    ) -> HelpRow {
        let language = formats.language
        return HelpRow(
            action: action, keys: formats.keys(keys), title: action.definition.title(language),
            help: action.definition.help(language),
            refusal: action.refusal(isRestricted: isRestricted)?(language))
    }
}

extension Action {
    /// Whether it makes sense to pick it from the palette: not moving about, and not the palette itself.
    var isCommand: Bool {
        switch self {
        case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .left, .right, .palette:
            false
        default: true
        }
    }
}
