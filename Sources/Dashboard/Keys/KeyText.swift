import ClimateModel
import TextGrid

/// How keys are written for people.
extension Formats {
    /// "j", "Enter", "Ctrl-L", "Mellanslag", "↑".
    public func key(_ key: Key) -> String {
        var text = ""
        if key.modifiers.contains(.control) { text += "Ctrl-" }
        if key.modifiers.contains(.alt) { text += "Alt-" }
        if key.modifiers.contains(.shift) { text += Phrase(sv: "Skift-", en: "Shift-")(language) }
        if case .character(let character) = key.code, key.modifiers.contains(.control) {
            return text + (character == " " ? name(of: key.code) : character.uppercased())
        }
        return text + name(of: key.code)
    }

    /// Several keys in one: "k ↑", "o 1–9". Three or more consecutive digits are written as a range.
    public func keys(_ keys: [Key]) -> String {
        var texts: [String] = []
        var digits: [Int] = []
        func endDigits() {
            if digits.count > 2, let first = digits.first, let last = digits.last {
                texts.append(String(first) + glyphs.rangeDash + String(last))
            } else {
                texts += digits.map(String.init)
            }
            digits = []
        }
        for key in keys {
            if let digit = key.typed?.wholeNumberValue, digits.last.map({ $0 + 1 == digit }) ?? true
            {
                digits.append(digit)
            } else {
                endDigits()
                texts.append(self.key(key))
            }
        }
        endDigits()
        return texts.joined(separator: " ")
    }

    private func name(of code: Key.Code) -> String {
        switch code {
        case .character(" "): Phrase(sv: "Mellanslag", en: "Space")(language)
        case .character(let character): String(character)
        case .up: isASCII ? Phrase(sv: "Upp", en: "Up")(language) : "↑"
        case .down: isASCII ? Phrase(sv: "Ned", en: "Down")(language) : "↓"
        case .left: isASCII ? Phrase(sv: "Vänster", en: "Left")(language) : "←"
        case .right: isASCII ? Phrase(sv: "Höger", en: "Right")(language) : "→"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .home: "Home"
        case .end: "End"
        case .tab: "Tab"
        case .backTab: Phrase(sv: "Skift-Tab", en: "Shift-Tab")(language)
        case .enter: "Enter"
        case .escape: "Esc"
        case .backspace: Phrase(sv: "Backsteg", en: "Backspace")(language)
        case .delete: "Del"
        case .insert: "Ins"
        case .function(let number): "F" + String(number)
        }
    }
}
