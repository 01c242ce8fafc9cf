import ClimateModel

/// A text that a user sees, in every language that Utkik speaks.
///
/// Both languages are given where the text is written, so a translation that is left out does not compile. A text with
/// parameters is a function that returns a phrase; one with a count is a ``Plural``.
public struct Phrase: Hashable, Sendable {
    public let sv: String
    public let en: String

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

/// A text that goes with a count: "1 oläst", "14 olästa".
///
/// `#` in a form stands for the count as ``Formats/whole(_:)`` writes it. Swedish and English have the same two forms:
/// one for exactly 1, and one for every other number, 0 among them (Unicode CLDR, plural rules, cardinal).
public struct Plural: Hashable, Sendable {
    private let singular: Phrase
    private let plural: Phrase

    public init(sv: (one: String, other: String), en: (one: String, other: String)) {
        singular = Phrase(sv: sv.one, en: en.one)
        plural = Phrase(sv: sv.other, en: en.other)
    }

    /// The form for `count`, with the count in place of every `#`.
    public func callAsFunction(_ count: Int, _ formats: Formats) -> String {
        let form = (count == 1 ? singular : plural)(formats.language)
        guard form.contains("#") else { return form }
        let number = formats.whole(count)
        return form.split(separator: "#", omittingEmptySubsequences: false)
            .joined(separator: number)
    }
}
