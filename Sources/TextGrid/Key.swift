/// A key, or a character with modifiers, as a terminal can tell it.
///
/// Keys that a terminal sends as the same bytes are the same value: Ctrl-I is Tab, Ctrl-M and Ctrl-J are Enter, Ctrl-H and
/// Ctrl-? are Backspace, Ctrl-[ is Esc, and Shift with a letter is the capital. So a key that is read always equals the key that was
/// written in a key map.
public struct Key: Hashable, Sendable {
    /// Which key.
    public enum Code: Hashable, Sendable {
        /// A key that types a character; with Ctrl always the lower-case letter.
        case character(Character)
        /// The arrows.
        case up, down, left, right
        /// The keys that move far.
        case pageUp, pageDown, home, end
        /// The other named keys; `backTab` is Shift-Tab.
        case tab, backTab, enter, escape, backspace, delete, insert
        /// F1 to F12.
        case function(Int)
    }

    /// Keys held together with another.
    public struct Modifiers: OptionSet, Hashable, Sendable {
        /// One bit for each modifier.
        public let rawValue: UInt8
        /// Bits without a meaning are kept as they are.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Shift; never set with a character, which is another one then.
        public static let shift = Modifiers(rawValue: 1)
        /// Alt, also called Meta or Option.
        public static let alt = Modifiers(rawValue: 2)
        /// Ctrl.
        public static let control = Modifiers(rawValue: 4)
    }

    /// Which key, as normalized.
    public let code: Code
    /// What is held with it, as normalized.
    public let modifiers: Modifiers

    /// The key as a terminal would tell it: see the type.
    public init(_ code: Code, _ modifiers: Modifiers = []) {
        switch code {
        case .character(let character):
            (self.code, self.modifiers) = Self.normalized(character, modifiers)
        case .tab where modifiers.contains(.shift):
            self.code = .backTab
            self.modifiers = modifiers.subtracting(.shift)
        default:
            self.code = code
            self.modifiers = modifiers
        }
    }

    /// The same as `Key(.character(character), modifiers)`.
    public init(_ character: Character, _ modifiers: Modifiers = []) {
        self.init(.character(character), modifiers)
    }

    /// The character that the key types; nil for a named key and for one with Ctrl or Alt.
    public var typed: Character? {
        guard case .character(let character) = code, modifiers.isEmpty else { return nil }
        return character
    }

    private static func normalized(
        _ character: Character, _ modifiers: Modifiers
    ) -> (Code, Modifiers) {
        var character = character
        var rest = modifiers
        if rest.contains(.control) {
            character = single(character.lowercased(), else: character)
            character = controlSynonyms[character] ?? character
            if let code = sentByControl[character] {
                return (code, rest.subtracting([.control, .shift]))
            }
        } else if rest.contains(.shift) {
            character = single(character.uppercased(), else: character)
        }
        rest.subtract(.shift)
        return (.character(character), rest)
    }

    private static func single(_ text: String, else character: Character) -> Character {
        text.count == 1 ? text.first ?? character : character
    }

    /// Ctrl-@ is sent as Ctrl-Space is, Ctrl-/ as Ctrl-_.
    private static let controlSynonyms: [Character: Character] = ["@": " ", "/": "_"]

    private static let sentByControl: [Character: Code] = [
        "i": .tab, "m": .enter, "j": .enter, "h": .backspace, "?": .backspace, "[": .escape,
    ]
}

/// The text form that key maps and help use: "g", "G", "?", "ctrl-l", "alt-x", "shift-up", "pgdn", "space", "f1".
extension Key: LosslessStringConvertible {
    /// The text form, modifiers first; `init(_:)` reads it back.
    public var description: String {
        var text = ""
        if modifiers.contains(.control) { text += "ctrl-" }
        if modifiers.contains(.alt) { text += "alt-" }
        if modifiers.contains(.shift) { text += "shift-" }
        switch code {
        case .character(" "): return text + "space"
        case .character(let character): return text + String(character)
        case .function(let number): return text + "f\(number)"
        default: return text + (Self.names.first { $0.code == code }?.name ?? "")
        }
    }

    /// Reads the text form, and its usual synonyms ("pagedown", "return", "c-x"); names and modifiers in any case, a
    /// single character as it stands. Nil for anything else.
    public init?(_ description: String) {
        var rest = Substring(description)
        var modifiers: Modifiers = []
        while let (prefix, modifier) = Self.prefixes.first(where: { prefix, _ in
            rest.count > prefix.count && rest.lowercased().hasPrefix(prefix)
        }) {
            rest = rest.dropFirst(prefix.count)
            modifiers.insert(modifier)
        }
        guard let code = Self.code(named: rest) else { return nil }
        self.init(code, modifiers)
    }

    private static func code(named name: Substring) -> Code? {
        if name.count == 1, let character = name.first {
            let isShown = DisplayWidth.of(character) > 0 && character != " "
            return isShown ? .character(character) : nil
        }
        let name = name.lowercased()
        if name == "space" { return .character(" ") }
        if let named = names.first(where: { $0.name == name || $0.synonyms.contains(name) }) {
            return named.code
        }
        guard name.first == "f", let number = Int(name.dropFirst()), (1...12).contains(number),
            name == "f\(number)"
        else { return nil }
        return .function(number)
    }

    private static let prefixes: [(String, Modifiers)] = [
        ("ctrl-", .control), ("control-", .control), ("c-", .control),
        ("alt-", .alt), ("meta-", .alt), ("m-", .alt), ("a-", .alt),
        ("shift-", .shift), ("s-", .shift),
    ]

    private static let names: [(name: String, code: Code, synonyms: [String])] = [
        ("up", .up, []), ("down", .down, []), ("left", .left, []), ("right", .right, []),
        ("pgup", .pageUp, ["pageup"]), ("pgdn", .pageDown, ["pagedown", "pgdown"]),
        ("home", .home, []), ("end", .end, []), ("tab", .tab, []),
        ("shift-tab", .backTab, ["backtab"]), ("enter", .enter, ["return"]),
        ("esc", .escape, ["escape"]),
        ("backspace", .backspace, ["bs"]), ("del", .delete, ["delete"]),
        ("ins", .insert, ["insert"]),
    ]
}
