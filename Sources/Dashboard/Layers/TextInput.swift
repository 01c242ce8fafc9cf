import ClimateModel
import TextGrid

/// A line of text being typed.
public struct TextInput: Hashable, Sendable {
    /// What is typed, clean and at most `limit` characters.
    public private(set) var text = ""
    /// How many characters stand before the cursor.
    public private(set) var cursor = 0

    private let limit: Int

    /// The most characters that a search takes; the rest of a paste is left out.
    static let limit = 200
    /// The most characters of an address.
    static let addressLimit = 2_000

    /// The cursor stands at the end of the text.
    public init(_ text: String = "") {
        limit = Self.limit
        insert(text)
    }

    /// Nothing is typed yet.
    init(limit: Int) { self.limit = limit }

    /// What is typed or pasted, cleaned, at the cursor.
    mutating func insert(_ new: String) {
        let clean = CleanText.block(new).map { $0.isNewline ? " " : $0 }
        let accepted = clean.prefix(max(0, limit - text.count))
        text.insert(contentsOf: accepted, at: text.index(text.startIndex, offsetBy: cursor))
        cursor += accepted.count
    }

    /// Moves the cursor.
    ///
    /// - Returns: whether `action` is one that moves it.
    mutating func move(_ action: Action) -> Bool {
        switch action {
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = text.count
        default: return false
        }
        return true
    }

    /// Does what a line editor does with `key`, but for moving, which the key map tells.
    ///
    /// - Returns: whether it was one of the keys that edit.
    mutating func edit(with key: Key) -> Bool {
        if let character = key.typed {
            insert(String(character))
            return true
        }
        switch (key.code, key.modifiers) {
        case (.backspace, []): remove(cursor - 1..<cursor)
        case (.delete, []): remove(cursor..<cursor + 1)
        case (.character("u"), .control): remove(0..<cursor)
        case (.character("w"), .control): remove(wordStart..<cursor)
        default: return false
        }
        return true
    }

    /// Where the word before the cursor begins.
    private var wordStart: Int {
        let before = Array(text.prefix(cursor))
        let end = before.lastIndex { $0 != " " } ?? -1
        return (before.prefix(end + 1).lastIndex(of: " ") ?? -1) + 1
    }

    private mutating func remove(_ range: Range<Int>) {
        let range = range.clamped(to: 0..<text.count)
        guard !range.isEmpty else { return }
        let start = text.index(text.startIndex, offsetBy: range.lowerBound)
        text.removeSubrange(start..<text.index(start, offsetBy: range.count))
        cursor = range.lowerBound
    }
}
