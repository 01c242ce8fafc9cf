import ClimateModel

/// How a number in a cell is shown, by its format.
enum CellFormat: Hashable {
    case plain, percent
    /// How much of a date, and whether a time of day.
    case date(DateParts)

    struct DateParts: Hashable {
        var hasYear = false
        var hasMonth = false
        var hasDay = false
        var hasTime = false

        var isEmpty: Bool { !hasYear && !hasMonth && !hasDay && !hasTime }
    }

    private static let day = DateParts(hasYear: true, hasMonth: true, hasDay: true)

    /// The formats that need not be written out (ECMA-376, part 1, section 18.8.30).
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
        case 14...16, 27...31, 36, 50...58: self = .date(Self.day)
        case 17: self = .date(DateParts(hasYear: true, hasMonth: true))
        case 18...21, 45...47: self = .date(DateParts(hasTime: true))
        case 22:
            self = .date(DateParts(hasYear: true, hasMonth: true, hasDay: true, hasTime: true))
        default: self = .plain
        }
    }

    /// Of a code like "yyyy-mm-dd", "[$-41D]d mmmm yyyy" or "0.0%": the first of its sections, without what is quoted.
    init(code: String) {
        var parts = DateParts()
        var minutesOrMonths = false
        var isPercent = false
        var rest = code.lowercased().prefix(255)
        while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[":
                let inner = rest.prefix { $0 != "]" }
                if ["h", "hh", "m", "mm", "s", "ss"].contains(inner) { parts.hasTime = true }
                rest = rest.dropFirst(inner.count + 1)
            case "\\", "_", "*": _ = rest.popFirst()
            case "%": isPercent = true
            case "y": parts.hasYear = true
            case "d": parts.hasDay = true
            case "m": minutesOrMonths = true
            case "h", "s": parts.hasTime = true
            case ";": rest = ""
            default: break
            }
        }
        // "m" means minutes beside hours or seconds, and months elsewhere.
        if minutesOrMonths { parts.hasMonth = !parts.hasTime || parts.hasDay || parts.hasYear }
        let isGeneral = code.lowercased() == "general"
        self = isGeneral || parts.isEmpty ? (isPercent ? .percent : .plain) : .date(parts)
    }
}

/// The formats that cells name by number (ECMA-376, part 1, section 18.8): `cellXfs` of the part "styles".
final class CellFormats: PartTaking {
    var problem: Problem?
    private var codes: [Int: CellFormat] = [:]
    private var formats: [CellFormat] = []
    private var isInCellFormats = false

    subscript(index: Int) -> CellFormat {
        formats.indices.contains(index) ? formats[index] : .plain
    }

    func start(_ element: XMLElement) {
        if element.isNamed("numFmt") {
            guard let id = element["numFmtId"].flatMap({ Int($0) }),
                let code = element["formatCode"], codes.count < Limits.cellFormats
            else { return }
            codes[id] = CellFormat(code: code)
        } else if element.isNamed("cellXfs") {
            isInCellFormats = true
        } else if isInCellFormats, element.isNamed("xf"), formats.count < Limits.cellFormats {
            let id = element["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id] ?? CellFormat(builtIn: id))
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func end(_ element: XMLElement) {
        if element.isNamed("cellXfs") { isInCellFormats = false }
    }
}
