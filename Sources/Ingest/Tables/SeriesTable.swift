import ClimateModel

/// The indicators that a table's figures are of, as they are met, with the figures.
struct SeriesTable {
    /// One indicator of the table.
    struct Series {
        /// What the table calls it; nil where it doesn't say.
        var name: String?
        /// The id that it is to have if it is new; nil for one that is made of its name.
        var id: Indicator.ID?
        /// The indicator that was known before.
        var known: Indicator?
        /// Whether the headings say that these are ranks.
        var isRankColumn: Bool?
        /// In the table's order.
        var figures: [RawFigure] = []

        var knownKind: Indicator.Kind? { known?.kind }
    }

    private(set) var all: [Series] = []
    /// Whether it is of the statistics of foretagsklimat.se.
    let isBusinessClimate: Bool
    /// Who published it, where that is told.
    let publisher: String?

    private var indices: [String: Int] = [:]
    private let indicators: [Indicator]
    private let chosen: String?
    private let factor: String?
    private var count = 0
    private var municipalities: [MunicipalityCode] = []
    private var municipalityIndices: [MunicipalityCode: UInt16] = [:]
    private var details: [FigureDetail] = []
    private var detailIndices: [FigureDetail: Int32] = [:]

    init(layout: TableLayout, context: ImportContext) {
        isBusinessClimate = BusinessClimate.isTable(layout, context)
        publisher = context.toldPublisher ?? (isBusinessClimate ? BusinessClimate.publisher : nil)
        factor =
            isBusinessClimate && layout.first(.indicator) == nil
            ? BusinessClimate.factor(ofFile: context.stem) : nil
        indicators = context.indicators
        chosen = context.toldIndicator
    }

    subscript(index: Int) -> Series { all[index] }

    /// The index of the series of that name; what the user chose goes before what the table says.
    mutating func index(of name: String?, isRankColumn: Bool?) throws(Problem) -> Int {
        let key = chosen ?? name ?? ""
        if let index = indices[key] { return index }
        guard all.count < Limits.series else { throw Problem(message: .tooManySeries) }
        all.append(series(named: chosen ?? name, isRankColumn: isRankColumn))
        indices[key] = all.count - 1
        return all.count - 1
    }

    private func series(named name: String?, isRankColumn: Bool?) -> Series {
        guard isBusinessClimate, chosen == nil, let publisher else {
            let known = name.flatMap { Self.find($0, among: indicators) }
            return Series(name: name, known: known, isRankColumn: isRankColumn)
        }
        let parts = [factor, name].compactMap(\.self)
        let whole = parts.isEmpty ? nil : parts.joined(separator: " – ")
        let id = whole.map { BusinessClimate.id(of: $0, publisher: publisher) }
        return Series(
            name: whole, id: id, known: indicators.first { $0.id == id },
            isRankColumn: isRankColumn)
    }

    // MARK: Figures

    /// Keeps the figure of a cell, in a few bytes: hundreds of thousands of them are read before any is understood.
    mutating func add(
        _ cell: Cell, column: Int, to index: Int, of code: MunicipalityCode, year: Int,
        detail: FigureDetail
    ) throws(Problem) {
        count += 1
        guard count <= Limits.figures else {
            throw Problem(line: cell.line, message: .tooManyFigures)
        }
        let text = CleanText.line(cell.text)
        all[index].figures.append(
            RawFigure(
                line: Int32(clamping: cell.line), column: UInt16(clamping: column),
                year: Int16(clamping: year), municipality: number(of: code),
                detail: number(of: detail),
                text: text.utf8.count > 200 ? Problem.shown(text) : text))
    }

    func municipality(of figure: RawFigure) -> MunicipalityCode {
        municipalities[Int(figure.municipality)]
    }

    func detail(of figure: RawFigure) -> FigureDetail { details[Int(figure.detail)] }

    /// Takes the figures of a series out, so that they don't stay in memory beside what becomes of them.
    mutating func takeFigures(of index: Int) -> [RawFigure] {
        defer { all[index].figures = [] }
        return all[index].figures
    }

    /// A year of a series that has nothing but empty cells says nothing, not even that something is missing.
    mutating func dropEmptyYears() {
        for index in all.indices {
            let filled = Set(
                all[index].figures.lazy.filter { !$0.text.isEmpty }.map(\.year))
            all[index].figures.removeAll { !filled.contains($0.year) }
        }
    }

    private mutating func number(of code: MunicipalityCode) -> UInt16 {
        if let number = municipalityIndices[code] { return number }
        let number = UInt16(clamping: municipalities.count)
        municipalities.append(code)
        municipalityIndices[code] = number
        return number
    }

    private mutating func number(of detail: FigureDetail) -> Int32 {
        if let last = details.last, last == detail { return Int32(clamping: details.count - 1) }
        if let number = detailIndices[detail] { return number }
        let number = Int32(clamping: details.count)
        details.append(detail)
        detailIndices[detail] = number
        return number
    }

    // MARK: Indicators

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

/// One cell with a figure, before its meaning is known.
struct RawFigure {
    var line: Int32
    /// From 0.
    var column: UInt16
    var year: Int16
    /// The places of its municipality and its detail in the ``SeriesTable``.
    var municipality: UInt16
    var detail: Int32
    var text: String

    func problem(_ message: Phrase) -> Problem {
        Problem(line: Int(line), column: Int(column) + 1, cell: text, message: message)
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
