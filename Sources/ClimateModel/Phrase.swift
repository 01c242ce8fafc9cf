/// A text that a user sees, in every language that Utkik speaks.
///
/// Both languages are given where the text is written, so a translation that is left out does not compile. A text with
/// parameters is a function that returns a phrase.
public struct Phrase: Hashable, Codable, Sendable {
    /// The Swedish text.
    public let sv: String
    /// The English text.
    public let en: String

    /// The same thing said in both languages.
    public init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }

    /// A name or sign that is the same in both languages, such as "Utkik" or "SKR".
    public init(same text: String) {
        self.init(sv: text, en: text)
    }

    /// The text in `language`.
    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .swedish: sv
        case .english: en
        }
    }

    /// The same change made to the text in each language.
    public func map(_ change: (String) -> String) -> Phrase {
        Phrase(sv: change(sv), en: change(en))
    }
}

extension Phrase {
    /// "a", "a eller b", "a, b eller c" or "a, b or c".
    public static func alternatives(_ items: [String]) -> Phrase {
        guard let last = items.last, items.count > 1 else { return Phrase(same: items.joined()) }
        let first = items.dropLast().joined(separator: ", ")
        return Phrase(sv: "\(first) eller \(last)", en: "\(first) or \(last)")
    }
}
