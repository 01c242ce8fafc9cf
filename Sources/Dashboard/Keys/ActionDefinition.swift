import ClimateModel
import TextGrid

/// What an action is called, where it applies and which keys it has unless the config says otherwise.
public struct ActionDefinition: Sendable {
    /// A few words, as a heading in the palette and the help.
    public let title: Phrase
    /// A sentence.
    public let help: Phrase
    /// The contexts it applies in, each with its keys, the best known first.
    public let keys: [Action.Context: [Key]]
    /// How the hint line shows it; none for an action that only the help and the palette tell of.
    public let hints: [Hint]
    /// Why it is switched off for a guest; nil where guests may.
    public let restriction: Phrase?

    /// A piece of the hint line.
    public struct Hint: Sendable {
        /// A word or two.
        public let text: Phrase
        /// Its place in the line, from the left.
        public let order: Int
        /// Whether it stays when there is no room for all; of the others the leftmost stay.
        public let isKept: Bool
        /// The action whose key is shown after a slash, as in "j/k rad".
        public let partner: Action?
        /// Where it is shown; nil means wherever the action applies.
        public let contexts: Set<Action.Context>?

        init(
            _ order: Int, sv: String, en: String, with partner: Action? = nil,
            in contexts: Set<Action.Context>? = nil, isKept: Bool = false
        ) {
            text = Phrase(sv: sv, en: en)
            self.order = order
            self.isKept = isKept
            self.partner = partner
            self.contexts = contexts
        }
    }

    init(
        _ title: Phrase, _ help: Phrase, _ keys: [Action.Context: [Key]], hint hints: Hint...,
        off restriction: Phrase? = nil
    ) {
        self.title = title
        self.help = help
        self.keys = keys
        self.hints = hints
        self.restriction = restriction
    }
}

/// Why actions are switched off for guests.
enum Restriction {
    static let startsPrograms = Phrase(
        sv: "avstängt för gäster: startar inga andra program",
        en: "switched off for guests: starts no other program")
    static let keepsNothing = Phrase(
        sv: "avstängt för gäster: inget sparas", en: "switched off for guests: nothing is kept")
}
