import ClimateModel
import TextGrid

/// Which key does what, where.
public struct KeyMap: Sendable, Equatable {
    /// The keys of each action in each context it applies in, the best known first.
    private var keys: [Action: [Action.Context: [Key]]]
    private var actions: [Action.Context: [Key: Action]]

    /// The table's own keys.
    public static let standard = KeyMap(
        keys: Dictionary(uniqueKeysWithValues: Action.allCases.map { ($0, $0.definition.keys) }))

    init(keys: [Action: [Action.Context: [Key]]]) {
        self.keys = keys
        actions = [:]
        for action in Action.allCases {
            for (context, keys) in keys[action] ?? [:] {
                for key in keys { actions[context, default: [:]][key] = action }
            }
        }
    }

    /// What `key` does in `context`, or else in the contexts around it; nil where it does nothing, or types text.
    ///
    /// - Complexity: O(1).
    public func action(for key: Key, in context: Action.Context) -> Action? {
        if context.takesText, key.typed != nil { return nil }
        for context in context.chain {
            if let action = actions[context]?[key] { return action }
        }
        return nil
    }

    /// The keys that do `action` when pressed in `context`, the best known first; empty where it can't be done by key.
    public func keys(for action: Action, in context: Action.Context) -> [Key] {
        context.chain.flatMap { keys[action]?[$0] ?? [] }
            .filter { self.action(for: $0, in: context) == action }
    }

    /// The keys that `action` has in exactly this context.
    func ownKeys(of action: Action, in context: Action.Context) -> [Key] {
        keys[action]?[context] ?? []
    }
}

extension Action {
    /// Whether it can be done in `context`, by key or from the palette.
    public func applies(in context: Action.Context) -> Bool {
        context.chain.contains { definition.keys[$0] != nil }
    }

    /// Why it is switched off; nil when it may be done.
    public func refusal(isRestricted: Bool) -> Phrase? {
        isRestricted ? definition.restriction : nil
    }
}
