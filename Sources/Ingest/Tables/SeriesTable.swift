import ClimateModel

/// The indicators that a table's figures are of, as they are met.
struct SeriesTable {
    /// One indicator of the table.
    struct Series {
        /// What the table calls it; nil where it doesn't say.
        var name: String?
        /// The indicator that was known before.
        var known: Indicator?
        /// Whether the headings say that these are ranks.
        var isRankColumn: Bool?

        var knownKind: Indicator.Kind? { known?.kind }
    }

    private(set) var all: [Series] = []
    private var indices: [String: Int] = [:]
    private let indicators: [Indicator]
    private let chosen: String?

    init(context: ImportContext) {
        indicators = context.indicators
        chosen = context.options.indicator
    }

    subscript(index: Int) -> Series { all[index] }

    /// The index of the series of that name; what the user chose goes before what the table says.
    mutating func index(of name: String?, isRankColumn: Bool?) -> Int {
        let name = chosen ?? name
        let key = name ?? ""
        if let index = indices[key] { return index }
        let known = name.flatMap { Self.find($0, among: indicators) }
        all.append(Series(name: name, known: known, isRankColumn: isRankColumn))
        indices[key] = all.count - 1
        return all.count - 1
    }

    /// By id, or by title in either language, whatever the case.
    static func find(_ name: String, among indicators: [Indicator]) -> Indicator? {
        let lowered = CleanText.line(name).lowercased()
        return indicators.first { $0.id.rawValue.lowercased() == lowered }
            ?? indicators.first {
                [$0.title.swedish, $0.title.english].contains { $0?.lowercased() == lowered }
            }
    }

    /// An id for a new indicator: of its name, with a sign of its own where another has that id already.
    static func newID(for name: String, taken: Set<Indicator.ID>) -> Indicator.ID {
        let id = Indicator.id(for: name)
        guard taken.contains(id) else { return id }
        let hash = String(NewsItem.ID(identity: name).rawValue, radix: 36)
        return Indicator.ID(rawValue: id.rawValue + "-" + hash.prefix(6))
    }
}

extension Indicator {
    /// The ranking that a table of places is of when nothing else is said: "Lokalt företagsklimat".
    public static let standardRanking = ID(rawValue: "foretagsklimat")

    /// A short stable name for something called `title`: lower-case letters and digits of ASCII, parted by hyphens.
    ///
    /// - Complexity: O(*k*) in the length of the title.
    public static func id(for title: some StringProtocol) -> ID { ID(rawValue: slug(title)) }
}

/// `text` as lower-case ASCII letters and digits parted by single hyphens, at most 80 long: "Årlig översikt" → "arlig-oversikt".
///
/// - Complexity: O(*k*) in the length of the text.
func slug(_ text: some StringProtocol) -> String {
    let words = SearchKey.fold(text.prefix(400)).split {
        !($0.isASCII && ($0.isLetter || $0.isNumber))
    }
    let joined = String(words.joined(separator: "-").prefix(80))
    if joined.isEmpty {
        return "x" + String(NewsItem.ID(identity: String(text)).rawValue, radix: 36)
    }
    return joined.hasSuffix("-") ? String(joined.dropLast()) : joined
}
