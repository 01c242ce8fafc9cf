/// Cuts a text into tokens, reading every byte once.
struct Tokenizer {
    private let utf8: UnsafeBufferPointer<UInt8>
    private let meanings = WordMeanings.all
    private var index = 0

    /// The tokens of a text in UTF-8.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    static func tokens(of utf8: [UInt8]) -> [Token] {
        utf8.withUnsafeBufferPointer { bytes in
            var tokenizer = Tokenizer(utf8: bytes)
            return tokenizer.tokens()
        }
    }

    private init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

    private mutating func tokens() -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(utf8.count / 6 + 2)
        while let (scalar, length) = scalar(at: index) {
            if Self.isDigit(scalar) {
                tokens.append(number())
            } else if Self.isLetter(scalar) {
                tokens.append(word())
            } else {
                if !scalar.isSpace { tokens.append(mark(scalar, length)) }
                index += length
            }
        }
        return tokens
    }

    // MARK: Characters

    /// The scalar whose first byte is at `position`, and how many bytes it has; the text is valid UTF-8, as strings are.
    private func scalar(at position: Int) -> (Unicode.Scalar, Int)? {
        guard position < utf8.count else { return nil }
        let first = utf8[position]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard position + length <= utf8.count else { return nil }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for byte in utf8[(position + 1)..<(position + length)] {
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (scalar.value | 0x20) &- 0x61 < 26 }
        // Latin-1 has two signs among its letters.
        if (0xC0...0xFF).contains(scalar.value) { return scalar.value & 0xDF != 0xD7 }
        return scalar.properties.isAlphabetic || scalar.properties.isDiacritic
    }

    private func letterLength(at position: Int) -> Int? {
        scalar(at: position).flatMap { Self.isLetter($0.0) ? $0.1 : nil }
    }

    private func digits(at position: Int) -> Int {
        var end = position
        while end < utf8.count, (0x30...0x39).contains(utf8[end]) { end += 1 }
        return end - position
    }

    // MARK: Tokens

    private func mark(_ scalar: Unicode.Scalar, _ length: Int) -> Token {
        let text: String
        switch scalar.value {
        case 0x2019, 0x00B4, 0x02BC, 0x60: text = "'"
        case 0x2010...0x2015, 0x2212: text = scalar.value == 0x2212 ? "-" : "–"
        case 0x201C...0x201F, 0xAB, 0xBB: text = "\""
        default: text = String(scalar)
        }
        return Token(
            text: text, kind: .mark, bytes: index..<(index + length),
            classes: meanings.meaning(of: text).classes)
    }

    /// Letters, and digits after them ("HV71"); a hyphen between letters or at the end ("Dals-Ed", "mark- och"); a colon
    /// before an ending ("SKR:s"). An English genitive ("Solna's") is a token of its own.
    private mutating func word() -> Token {
        let start = index
        while let (scalar, length) = scalar(at: index) {
            if Self.isLetter(scalar) || Self.isDigit(scalar) {
                index += length
            } else if scalar == "-" || scalar == "\u{2011}" {
                index += length
                if letterLength(at: index) == nil { break }
            } else if scalar == ":", let next = letterLength(at: index + 1), next == 1 {
                index += 1
            } else {
                break
            }
        }
        let bytes = start..<index
        let form = isLatin(bytes) ? latinForm(bytes) : anyForm(bytes)
        let meaning = meanings.meaning(of: form.small)
        return Token(
            text: form.small, kind: .word, bytes: bytes, isCapitalised: form.isCapitalised,
            isUppercase: form.isUppercase, cardinal: meaning.cardinal, ordinal: meaning.ordinal,
            place: meaning.place, classes: meaning.classes)
    }

    /// How a word is written.
    private struct Form {
        /// The word in lower case.
        var small: String
        var isCapitalised: Bool
        var isUppercase: Bool
    }

    /// Whether all is ASCII or C3 and a byte more.
    private func isLatin(_ bytes: Range<Int>) -> Bool {
        utf8[bytes].allSatisfy { $0 < 0xC0 || $0 == 0xC3 }
    }

    private func latinForm(_ bytes: Range<Int>) -> Form {
        var hasSmall = false
        let text = String(unsafeUninitializedCapacity: bytes.count) { target in
            var before: UInt8 = 0
            for (place, byte) in utf8[bytes].enumerated() {
                // Of the letters with C3 before them, those from ß on are small.
                let isSmall = before == 0xC3 ? byte >= 0x9F : byte &- 0x61 < 26
                hasSmall = hasSmall || isSmall
                target[place] = LatinBytes.lowered(byte, after: before)
                before = byte
            }
            return bytes.count
        }
        let first = utf8[bytes.lowerBound]
        let isCapitalised =
            first == 0xC3 ? utf8[bytes.lowerBound + 1] < 0x9F : first &- 0x41 < 26
        return Form(
            small: text, isCapitalised: isCapitalised,
            isUppercase: isCapitalised && bytes.count > 1 && !hasSmall)
    }

    private func anyForm(_ bytes: Range<Int>) -> Form {
        let written = String(decoding: utf8[bytes], as: UTF8.self)
        let isCapitalised = written.unicodeScalars.first?.properties.isUppercase ?? false
        let isMixed = utf8[bytes].contains { (0x61...0x7A).contains($0) }
        return Form(
            small: written.lowercased(), isCapitalised: isCapitalised,
            isUppercase: isCapitalised && bytes.count > 1 && !isMixed
                && written == written.uppercased())
    }

    private mutating func number() -> Token {
        let start = index
        let length = digits(at: index)
        index += length
        if length == 4, let end = isoDate(from: start) {
            index = end
            return token(.date, from: start)
        }
        let hasFraction = skipFraction()
        let value = length <= 4 && !hasFraction ? Self.value(utf8[start..<index]) : nil
        let ending = ending()
        var token = token(value == nil ? .otherNumber : .number, from: start)
        if Self.ordinalEndings.contains(ending) {
            token.kind = .ordinal
            token.ordinal = value
        } else if ending.isEmpty {
            token.cardinal = value
        } else {
            token.kind = .otherNumber
        }
        if token.kind == .ordinal, ending.hasSuffix("a") || ending.hasSuffix("an") {
            token.classes.insert(.rankName)
        }
        return token
    }

    private static let ordinalEndings: Set<String> = [
        ":e", ":a", ":an", ":de", ":dje", ":te", "e", "a", "st", "nd", "rd", "th",
    ]

    private func token(_ kind: Token.Kind, from start: Int) -> Token {
        let text = String(decoding: utf8[start..<index], as: UTF8.self).lowercased()
        return Token(text: text, kind: kind, bytes: start..<index)
    }

    private static func value(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Passes over "-10-15".
    private func isoDate(from start: Int) -> Int? {
        let end = start + 10
        guard end <= utf8.count, utf8[start + 4] == 0x2D, utf8[start + 7] == 0x2D,
            digits(at: start + 5) == 2, digits(at: start + 8) == 2
        else { return nil }
        return end
    }

    /// Passes over ",43", ".5", ":30" and further groups; whether there were any.
    private mutating func skipFraction() -> Bool {
        let start = index
        while index + 1 < utf8.count, Self.partsDigits(utf8[index]) {
            let more = digits(at: index + 1)
            if more == 0 { break }
            index += 1 + more
        }
        return index > start
    }

    private static func partsDigits(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x2E || byte == 0x3A
    }

    /// Passes over letters right after digits, with a colon before them or not.
    private mutating func ending() -> String {
        let start = index
        var end = index
        if end < utf8.count, utf8[end] == 0x3A { end += 1 }
        guard letterLength(at: end) != nil else { return "" }
        while let length = letterLength(at: end) { end += length }
        index = end
        return String(decoding: utf8[start..<end], as: UTF8.self).lowercased()
    }
}
