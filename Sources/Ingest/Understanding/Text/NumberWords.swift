/// Numbers written as words, in Swedish and English.
enum NumberWords {
    /// "tolv", "tjugoåtta", "etthundratolv", "twelve", "twenty-eight", up to 299. "en", "ett", "one" and "a" are one.
    static let cardinals: [String: Int] = {
        var words = numbered(swedishCardinals).merging(english(units: englishUnits)) { first, _ in
            first
        }
        for word in ["en", "ett", "one"] { words[word] = 1 }
        for (index, ten) in tens.enumerated() {
            for hundred in ["": 0, "hundra": 100, "etthundra": 100, "tvåhundra": 200] {
                words[hundred.key + ten + "en"] = hundred.value + index * 10 + 21
            }
        }
        return words
    }()

    /// "första", "tolfte", "tjugoåttonde", "hundratolfte", "twelfth", "twenty-eighth", up to 299.
    static let ordinals: [String: Int] = {
        var words = numbered(swedishOrdinals)
            .merging(english(units: englishOrdinals)) { first, _ in first }
        words["förste"] = 1
        words["andre"] = 2
        return words
    }()

    /// What an ordinal and its noun in one word end with: "förstaplats", "tredjeplatsen".
    static let placeEndings = ["platsen", "plats", "placeringen", "placering"]

    // MARK: Swedish

    private static let units = words(
        "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
    )
    private static let unitOrdinals = words(
        """
        första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde \
        femtonde sextonde sjuttonde artonde nittonde
        """)
    private static let tens = words(
        "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }

    /// 1–99, as the last part of a longer number has them.
    private static func swedish(_ units: [String], ten: (String) -> String) -> [Int: String] {
        var all: [Int: String] = [:]
        for (index, unit) in units.enumerated() { all[index + 1] = unit }
        for (index, name) in tens.enumerated() {
            all[index * 10 + 20] = ten(name)
            for unit in 1...9 { all[index * 10 + 20 + unit] = name + units[unit - 1] }
        }
        return all
    }

    private static let swedishCardinals = swedish(units) { $0 }
    private static let swedishOrdinals = swedish(unitOrdinals) { $0 + "nde" }

    /// `small` and the same after "hundra", "etthundra" and "tvåhundra".
    private static func numbered(_ small: [Int: String]) -> [String: Int] {
        let isOrdinal = small[1] == unitOrdinals[0]
        var all: [String: Int] = [:]
        for (value, word) in small { all[word] = value }
        for (hundred, start) in [("hundra", 100), ("etthundra", 100), ("tvåhundra", 200)] {
            all[isOrdinal ? hundred + "de" : hundred] = start
            for (value, word) in small { all[hundred + word] = start + value }
            if !isOrdinal { all[hundred + "en"] = start + 1 }
        }
        return all
    }

    // MARK: English

    private static let englishUnits = words(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
        eighteen nineteen
        """)
    private static let englishOrdinals = words(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
        fifteenth sixteenth seventeenth eighteenth nineteenth
        """)
    private static let englishTens = words(
        "twenty thirty forty fifty sixty seventy eighty ninety")

    private static func english(units: [String]) -> [String: Int] {
        var all: [String: Int] = [:]
        for (index, unit) in units.enumerated() { all[unit] = index + 1 }
        let isOrdinal = units[0] == "first"
        for (index, ten) in englishTens.enumerated() {
            all[isOrdinal ? ten.dropLast() + "ieth" : ten] = index * 10 + 20
            for unit in 1...9 { all[ten + "-" + units[unit - 1]] = index * 10 + 20 + unit }
        }
        return all
    }

    /// `tokens` with English hundreds put together: "one hundred and twelfth" is one token then.
    ///
    /// - Complexity: O(*n*).
    static func merged(_ tokens: [Token]) -> [Token] {
        guard tokens.contains(where: { $0.bytes.count == 7 && $0.text == "hundred" }) else {
            return tokens
        }
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            let (token, count) = hundred(tokens, at: index)
            result.append(token)
            index += count
        }
        return result
    }

    /// The token at `index`, or the number of hundreds that begins there, and how many tokens it is.
    private static func hundred(_ tokens: [Token], at index: Int) -> (Token, Int) {
        let first = tokens[index]
        guard index + 1 < tokens.count, tokens[index + 1].text == "hundred",
            let hundreds = ["a": 1, "one": 1, "two": 2][first.text]
        else { return (first, 1) }
        var merged = first
        var end = index + 2
        merged.cardinal = hundreds * 100
        let rest = end < tokens.count && tokens[end].text == "and" ? end + 1 : end
        if rest < tokens.count, tokens[rest].kind == .word {
            if let small = tokens[rest].cardinal, small < 100 {
                merged.cardinal = hundreds * 100 + small
                end = rest + 1
            } else if let small = tokens[rest].ordinal, small < 100 {
                merged.cardinal = nil
                merged.ordinal = hundreds * 100 + small
                end = rest + 1
            }
        }
        merged.text = tokens[index..<end].map(\.text).joined(separator: " ")
        merged.classes = []
        merged.bytes = first.bytes.lowerBound..<tokens[end - 1].bytes.upperBound
        return (merged, end - index)
    }
}
