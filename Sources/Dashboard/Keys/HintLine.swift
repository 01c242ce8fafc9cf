import TextGrid

/// One piece of the hint line: "Enter öppna".
public struct HintItem: Hashable, Sendable {
    /// What the keys do; a click on the hint does it.
    public let action: Action
    /// As people read it: "j/k", "Enter".
    public let keys: String
    /// What it does, in a word or two of the user's language.
    public let text: String
    let order: Int
    let isKept: Bool

    /// Columns of the keys, a space and the text.
    public var width: Int { DisplayWidth.of(keys) + 1 + DisplayWidth.of(text) }
}

extension KeyMap {
    /// The most that a hint line holds.
    public static let hintLimit = 7

    /// The hints that matter most in `context`, at most seven, as many as fit in `width` columns with `gap` between
    /// them; in the order they are shown. What is switched off is left out, and what is `pointless` just now.
    public func hints(
        in context: Action.Context, width: Int, gap: Int = 3, isRestricted: Bool = false,
        except pointless: Set<Action> = [], formats: Formats
    ) -> [HintItem] {
        let items = Action.allCases.flatMap { action -> [HintItem] in
            guard action.refusal(isRestricted: isRestricted) == nil, !pointless.contains(action)
            else { return [] }
            return action.definition.hints.compactMap {
                item(for: action, $0, in: context, formats: formats)
            }
        }
        let byWeight = items.sorted {
            ($0.isKept ? 0 : 1, $0.order) < ($1.isKept ? 0 : 1, $1.order)
        }
        var room = width + gap
        let chosen = byWeight.prefix(Self.hintLimit).prefix { item in
            room -= item.width + gap
            return room >= 0
        }
        return chosen.sorted { $0.order < $1.order }
    }

    private func item(
        for action: Action, _ hint: ActionDefinition.Hint, in context: Action.Context,
        formats: Formats
    ) -> HintItem? {
        let isShown = hint.contexts.map { !$0.isDisjoint(with: context.chain) } ?? true
        guard isShown, let key = keys(for: action, in: context).first else { return nil }
        let partner = hint.partner.flatMap { keys(for: $0, in: context).first }
        // A slash between brackets would hide them.
        let isLetter = key.typed?.isLetter ?? true
        return HintItem(
            action: action,
            keys: [key, partner].compactMap { $0 }.map(formats.key)
                .joined(separator: isLetter ? "/" : " "),
            text: hint.text(formats.language), order: hint.order, isKept: hint.isKept)
    }
}
