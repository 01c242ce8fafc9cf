import ClimateModel

/// Refuses the texts that toml++ 3.4, the parser within TOMLKit, ends the process on instead of reporting them: a table
/// header without a name, a closing brace where an array expects a value, a date or time (no setting is one), what is
/// neither text nor comment and yet not ASCII, and nesting too deep for a thread's stack. It knows strings, comments,
/// headers and brackets; all else is left to the parser.
struct TOMLGuard {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    /// The brackets that are open, innermost last.
    private var open: [Unicode.Scalar] = []
    private var isAtStart = true
    private var isHeader = false
    /// The points outside text on this line.
    private var points = 0

    /// How deep values and names may be nested.
    private static let depthLimit = 16

    /// The first place that must not reach the parser; nil where all may.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    static func problem(in text: String) -> ConfigValue.SyntaxError? {
        var scanner = TOMLGuard(text)
        return scanner.scan()
    }

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    private mutating func scan() -> ConfigValue.SyntaxError? {
        while index < scalars.count {
            let scalar = scalars[index]
            switch scalar {
            case "\n": endLine()
            case " ", "\t": index += 1
            case "\r" where peek(1) == "\n": index += 1
            case "#": skipComment()
            case "\"", "'":
                isAtStart = false
                skipString(scalar)
            default:
                if let reason = refusal(of: scalar) {
                    return ConfigValue.SyntaxError(line: line, reason: reason)
                }
            }
        }
        return nil
    }

    /// Takes one character outside text, or tells why it may not stand there.
    private mutating func refusal(of scalar: Unicode.Scalar) -> Phrase? {
        guard scalar.isASCII, scalar.value > 0x20, scalar.value < 0x7F else {
            return Self.noStraightQuotes
        }
        if isAtDate { return Self.date }
        let isFirst = isAtStart && open.isEmpty
        isAtStart = false
        index += 1
        switch scalar {
        case "[" where isFirst:
            isHeader = true
            if peek(0) == "[" { index += 1 }
            while peek(0) == " " || peek(0) == "\t" { index += 1 }
            return peek(0).map(Self.beginsName) ?? false ? nil : Self.noName
        case "[" where !isHeader, "{" where !isHeader:
            open.append(scalar)
            if open.count > Self.depthLimit { return Self.tooDeep }
        case ".":
            points += 1
            if points > Self.depthLimit { return Self.tooDeep }
        case "]" where open.last == "[": open.removeLast()
        case "}":
            guard open.last == "{" else { return Self.tooManyBraces }
            open.removeLast()
        default: break
        }
        return nil
    }

    /// Whether a word begins here as "1979-" or "07:" does.
    private var isAtDate: Bool {
        func isDigit(_ distance: Int) -> Bool {
            peek(distance).map { ("0"..."9").contains($0) } ?? false
        }
        if index > 0, Self.beginsName(scalars[index - 1]), scalars[index - 1] != "\"" {
            return false
        }
        if isDigit(0), isDigit(1), peek(2) == ":" { return true }
        return (0..<4).allSatisfy(isDigit) && peek(4) == "-"
    }

    private mutating func endLine() {
        index += 1
        line += 1
        isAtStart = true
        isHeader = false
        points = 0
    }

    private mutating func skipComment() {
        while index < scalars.count, scalars[index] != "\n" { index += 1 }
    }

    /// To after the closing quotes; to the end of the line, or of the file, where they are missing.
    private mutating func skipString(_ quote: Unicode.Scalar) {
        let isLong = peek(1) == quote && peek(2) == quote
        index += isLong ? 3 : 1
        while let scalar = peek(0) {
            if scalar == "\n" {
                guard isLong else { return }
                line += 1
            }
            if scalar == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
                index += isLong ? 3 : 1
                // Up to two quotes may stand before the closing three.
                while isLong, peek(0) == quote { index += 1 }
                return
            }
            index += scalar == "\\" && quote == "\"" && peek(1) != "\n" ? 2 : 1
        }
    }

    private func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance] : nil
    }

    private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "\"", "'": true
        default: false
        }
    }

    private static let noStraightQuotes = Phrase(
        sv: "texter skrivs inom raka citattecken: \"…\"",
        en: "texts are written in straight quotes: \"…\"")
    private static let date = Phrase(
        sv: "datum och tider skrivs inom citattecken", en: "dates and times are written in quotes")
    private static let noName = Phrase(
        sv: "ett namn saknas efter [", en: "a name is missing after [")
    private static let tooDeep = Phrase(sv: "för många nivåer", en: "too many levels")
    private static let tooManyBraces = Phrase(
        sv: "en klammer för mycket: }", en: "one brace too many: }")
}
