import ClimateModel
import TextGrid

/// How numbers, dates and times are written in a language, on a terminal that shows Unicode or only ASCII.
///
/// Swedish follows Myndigheternas skrivregler and Unicode CLDR `sv`: a decimal comma, a space between groups of three, a
/// point in clock times. English follows CLDR `en-GB`. Pure: the time zone and the day of today come with the call.
/// Spaces within a number are no-break spaces of one column.
public struct Formats: Hashable, Sendable {
    /// The language to write in.
    public let language: Language
    /// The signs to write with. Names and words keep their letters.
    public let glyphs: GlyphSet

    /// Writes Unicode unless told otherwise.
    public init(_ language: Language, glyphs: GlyphSet = .unicode) {
        self.language = language
        self.glyphs = glyphs
    }

    /// What stands where nothing is known: never 0, never blank.
    public var missing: String { glyphs.missing }

    var isASCII: Bool { !glyphs.isUnicode }

    /// A space that does not break a line.
    var noBreakSpace: String { isASCII ? " " : "\u{A0}" }
    var minus: String { isASCII ? "-" : "\u{2212}" }

    /// "12 480" or "12,480"; `missing` for nil.
    public func whole(_ number: Int?) -> String {
        guard let number else { return missing }
        return (number < 0 ? minus : "") + grouped(String(number.magnitude))
    }

    /// `number` rounded to `decimals` digits (0–6), half away from zero: "3,9" or "3.9", "12 480,5" or "12,480.5".
    /// What is not finite, or too large to be written out exactly, reads as `missing`.
    public func decimal(_ number: Double?, decimals: Int = 1) -> String {
        let decimals = min(max(0, decimals), 6)
        let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
        guard let number, number.isFinite, abs(number) * Double(scale) < 9e15 else {
            return missing
        }
        let scaled = Int((abs(number) * Double(scale)).rounded(.toNearestOrAwayFromZero))
        let sign = number < 0 && scaled > 0 ? minus : ""
        let integer = sign + grouped(String(scaled / scale))
        guard decimals > 0 else { return integer }
        let fraction = String(scaled % scale)
        return integer + decimalMark + String(repeating: "0", count: decimals - fraction.count)
            + fraction
    }

    /// A share of 1 in whole per cent: "58 %" or "58%".
    public func percent(_ share: Double?) -> String {
        guard let share, share.isFinite, abs(share) < 1e9 else { return missing }
        let number = decimal(share * 100, decimals: 0)
        return language == .swedish ? number + noBreakSpace + "%" : number + "%"
    }

    /// With its sign: "+31", "−12", "0".
    public func signed(_ number: Int?) -> String {
        guard let number else { return missing }
        return (number > 0 ? "+" : "") + whole(number)
    }

    /// A change of rank: "▲31" up, "▼12" down, "=" unchanged, `missing` unknown. The sign tells it without any colour.
    public func change(_ places: Int?) -> String {
        guard let places else { return missing }
        switch places.signum() {
        case 1: return glyphs.up + grouped(String(places.magnitude))
        case -1: return glyphs.down + grouped(String(places.magnitude))
        default: return glyphs.unchanged
        }
    }

    /// "7 av 16" or "7 of 16".
    public func place(_ position: Int?, of count: Int) -> String {
        whole(position) + noBreakSpace + outOf(count)
    }

    /// "7 av 16", and how many have a known rank where that is not everybody: "7 av 16 (14 kända)".
    public func place(_ place: Place) -> String {
        let text = self.place(place.position, of: place.members)
        guard place.known < place.members else { return text }
        let known = Phrase(sv: "kända", en: "known")(language)
        return text + " (" + whole(place.known) + noBreakSpace + known + ")"
    }

    /// "av 290" or "of 290".
    public func outOf(_ count: Int) -> String {
        Phrase(sv: "av", en: "of")(language) + noBreakSpace + whole(count)
    }

    /// How long a list is; "1 000+" where counting stopped there.
    public func count(_ count: ListCount) -> String {
        whole(count.total) + (count.isAtLeast ? "+" : "")
    }

    /// "a", "a och b", "a, b och c" or "a, b and c".
    public func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let word = Phrase(sv: " och ", en: " and ")(language)
        return items.dropLast().joined(separator: ", ") + word + last
    }

    /// In the language's quotation marks: ”så här” or “like this”.
    public func quoted(_ text: String) -> String {
        if isASCII { return "\"" + text + "\"" }
        return (language == .swedish ? "”" : "“") + text + "”"
    }

    private var decimalMark: String { language == .swedish ? "," : "." }

    /// `digits` in groups of three from the right.
    private func grouped(_ digits: String) -> String {
        guard digits.utf8.count > 3 else { return digits }
        let separator = language == .swedish ? noBreakSpace : ","
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { result += separator }
            result.append(digit)
        }
        return result
    }
}
