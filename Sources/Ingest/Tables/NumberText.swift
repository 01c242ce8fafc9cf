import ClimateModel

/// Numbers as people and programs write them, in Swedish and English.
enum NumberText {
    /// A number and how many decimals it is written with.
    struct Number: Hashable {
        var value: Double
        var decimals: Int
    }

    /// Reads "3,43", "3.43", "1 234,5" (with any kind of space), "1,234.5", "1.234,5", "−7" and "45 %"; nil for
    /// anything else.
    ///
    /// Of a comma and a point in one number the last is the decimal mark. One comma alone is one too, unless
    /// `commaGroups` says that it parts thousands; so is one point alone. Thousands must be in groups of three.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    static func number(_ text: some StringProtocol, commaGroups: Bool = false) -> Number? {
        guard text.utf8.count <= 64 else { return nil }
        var body = CleanText.line(text)[...]
        if body.hasSuffix("%") { body.removeLast() }
        while body.last?.isWhitespace == true { body.removeLast() }
        var isNegative = false
        if let sign = body.first, "-−–+".contains(sign) {
            isNegative = sign != "+"
            body.removeFirst()
        }
        let mark = decimalMark(of: body, commaGroups: commaGroups)
        let parts =
            mark.map { body.split(separator: $0, omittingEmptySubsequences: false) } ?? [body]
        guard parts.count <= 2, let whole = digits(grouped: parts[0]) else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard fraction.allSatisfy(isDigit), parts.count == 1 || !fraction.isEmpty,
            whole.utf8.count + fraction.utf8.count <= 17,
            let value = Double(whole + "." + (fraction.isEmpty ? "0" : fraction))
        else { return nil }
        return Number(value: isNegative ? -value : value, decimals: fraction.utf8.count)
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }

    private static func decimalMark(of body: Substring, commaGroups: Bool) -> Character? {
        let comma = body.lastIndex(of: ",")
        let point = body.lastIndex(of: ".")
        switch (comma, point) {
        case (nil, nil): return nil
        case (let comma?, let point?): return comma > point ? "," : "."
        case (.some, nil):
            return commaGroups || body.count(where: { $0 == "," }) > 1 ? nil : ","
        case (nil, .some): return body.count(where: { $0 == "." }) > 1 ? nil : "."
        }
    }

    /// The digits of "1 234", "1.234", "1,234" or "1'234"; nil unless the groups are of three and parted alike.
    private static func digits(grouped text: Substring) -> String? {
        let separators = Set(text.filter { !isDigit($0) })
        guard let separator = separators.first else {
            return text.isEmpty ? nil : String(text)
        }
        guard separators.count == 1, " .,'’".contains(separator) else { return nil }
        let groups = text.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }

    /// Whether commas part thousands in the numbers of a table.
    ///
    /// They do where some number shows it: two commas in groups of three, or a comma before a point. They do as well in a
    /// table whose cells are parted by commas if every comma stands before exactly three digits, for who writes decimal
    /// commas parts cells with semicolons.
    ///
    /// - Complexity: O(*n*).
    static func commasPartThousands(in texts: some Sequence<String>, isPartedByCommas: Bool) -> Bool
    {
        var sawComma = false
        var allGroups = true
        for text in texts where text.contains(",") {
            sawComma = true
            let groups = text.split(separator: ",", omittingEmptySubsequences: false)
            let fractionFree = groups.map { $0.split(separator: ".").first ?? "" }
            let isGrouped = fractionFree.dropFirst().allSatisfy {
                $0.count == 3 && $0.allSatisfy(isDigit)
            }
            if isGrouped, groups.count > 2 || text.contains(".") { return true }
            if !isGrouped { allGroups = false }
        }
        return sawComma && allGroups && isPartedByCommas
    }

    /// What a cell without a number says of why; nil if it is none of the known ways.
    ///
    /// "." stands for "not applicable" and ".." for "not available" in the tables of official statistics in Sweden
    /// (SCB, Teckenförklaring).
    static func missing(_ text: some StringProtocol) -> Observation.Status? {
        switch SearchKey.fold(text) {
        case "", "-", "–", "—", "−", "..", "...", "…", "x", "*", "n/a", "na", "#n/a", "#saknas!",
            "null", "nil", "none", "nan", "saknas", "uppgift saknas", "ingen uppgift", "missing",
            "not reported", "ej rapporterat", "e.r.", "?":
            .notReported
        case ".", "ej tillampligt", "ej aktuellt", "not applicable": .notApplicable
        case "sekretess", "hemlig", "hemligt", "secret", "confidential": .secret
        default: nil
        }
    }
}
