import ClimateModel

/// A text that goes with a count: "1 oläst", "14 olästa".
///
/// `#` in a form stands for the count as ``Formats/whole(_:)`` writes it. Swedish and English have the same two forms:
/// one for exactly 1, and one for every other number, 0 among them (Unicode CLDR, plural rules, cardinal).
public struct Plural: Hashable, Sendable {
    private let singular: Phrase
    private let plural: Phrase

    /// Takes both forms in both languages; `other` is also the form for 0.
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
