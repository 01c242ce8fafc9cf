import ClimateModel

/// Finds the municipality that a cell or a word means.
///
/// Stricter than a search: a name is first taken with its own letters, so that Håbo and Habo, which differ in a ring
/// alone, are never taken for each other.
public struct MunicipalityFinder: Sendable {
    /// What a text means.
    public enum Match: Hashable, Sendable {
        /// One municipality for certain.
        case municipality(Municipality)
        /// The country, a county, a mean: not a municipality, and not meant to be one.
        case aggregate
        /// None; the names it is most like, best first.
        case unknown(suggestions: [String])
    }

    /// In order of code.
    public let all: [Municipality]
    private let byCode: [String: Int]
    private let byName: [String: Int]
    /// Names without case, diacritics and hyphens, with all that share them.
    private let byFoldedName: [String: [Int]]
    private let byHost: [String: Int]
    private let aggregates: Set<String>
    /// Reads texts that name them.
    let articles: ArticleReader

    /// - Complexity: O(*n* log *n*).
    public init(_ municipalities: some Sequence<Municipality>) {
        let all = municipalities.sorted { $0.code < $1.code }
        self.all = all
        let indices = all.indices
        byCode = Dictionary(
            indices.map { (all[$0].code.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            indices.map { (CleanText.line(all[$0].name).lowercased(), $0) },
            uniquingKeysWith: { first, _ in first })
        let folded = Dictionary(grouping: indices) { Self.fold(all[$0].name) }
        byFoldedName = folded
        let counties = Set(all.map(\.county)).flatMap { [$0.name, $0.shortName] }.map(Self.fold)
        articles = ArticleReader(Gazetteer(all))
        let hosts = Dictionary(grouping: indices) { Self.host(of: all[$0].name) }
        byHost = hosts.compactMapValues { $0.count == 1 ? $0.first : nil }
        aggregates = Set(counties.filter { folded[$0] == nil }).union(Self.aggregateNames)
    }

    private static let aggregateNames: Set<String> = [
        "riket", "hela riket", "sverige", "hela landet", "landet", "sweden", "country", "alla",
        "alla kommuner", "all municipalities", "totalt", "total", "genomsnitt", "medel",
        "medelvarde", "medelvarde riket", "rikssnitt", "snitt", "mean", "average", "median",
    ]

    private static func fold(_ name: some StringProtocol) -> String {
        String(SearchKey.fold(name).map { "-‐–/".contains($0) ? " " : $0 })
    }

    /// The address that a municipality of that name has: "upplandsvasby.se".
    private static func host(of name: String) -> String {
        SearchKey.fold(name).filter { $0.isLetter } + ".se"
    }

    /// The municipality whose name alone the host is, without "www."; nil where two share it.
    ///
    /// - Complexity: O(1).
    func find(host: String) -> Municipality? { byHost[host].map { all[$0] } }

    /// The municipality of a code as it is: four digits.
    ///
    /// - Complexity: O(1).
    public subscript(code: MunicipalityCode) -> Municipality? {
        byCode[code.rawValue].map { all[$0] }
    }

    /// By code: "0114", or "114" where a spreadsheet has dropped the zero. Two digits or less are a county, and "00" and
    /// "0000" the country.
    ///
    /// - Complexity: O(1), or O(*n*) for one that is unknown.
    public func find(code text: some StringProtocol) -> Match {
        let text = CleanText.line(text)
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return .unknown(suggestions: []) }
        let number = Int(text) ?? 0
        if text.utf8.count <= 2 || number == 0 { return .aggregate }
        let code = text.utf8.count == 3 ? "0" + text : text
        return byCode[code].map { .municipality(all[$0]) } ?? .unknown(suggestions: [])
    }

    /// By name, with or without "kommun" or "stad" and the genitive s before it; by its exact letters in any case
    /// first, then without diacritics where that leaves no doubt.
    ///
    /// - Parameter suggesting: whether names like an unknown one are looked for.
    /// - Complexity: O(*k*) in the length of the name; O(*nk²*) for one that is unknown, if suggesting.
    public func find(name text: some StringProtocol, suggesting: Bool = true) -> Match {
        let forms = Self.forms(of: CleanText.line(text.prefix(200)).lowercased())
        for form in forms {
            if let index = byName[form] { return .municipality(all[index]) }
        }
        for form in forms {
            guard let indices = byFoldedName[Self.fold(form)] else { continue }
            if indices.count == 1 { return .municipality(all[indices[0]]) }
            return .unknown(suggestions: indices.map { all[$0].name })
        }
        if isAggregate(forms[0]) { return .aggregate }
        return .unknown(suggestions: suggesting ? suggestions(for: forms) : [])
    }

    /// By a code, a name, or both in one cell as SCB writes them: "0114 Upplands Väsby".
    ///
    /// - Complexity: as ``find(name:)``.
    public func find(_ text: some StringProtocol, suggesting: Bool = true) -> Match {
        let text = CleanText.line(text.prefix(200))
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return find(name: text, suggesting: suggesting) }
        let rest = text.dropFirst(digits.count)
        if rest.isEmpty { return find(code: digits) }
        guard rest.hasPrefix(" ") else { return .unknown(suggestions: []) }
        let byName = find(name: rest.dropFirst(), suggesting: suggesting)
        guard case .municipality(let named) = byName else { return byName }
        return find(code: digits) == byName ? byName : .unknown(suggestions: [named.name])
    }

    private func isAggregate(_ name: String) -> Bool {
        let folded = Self.fold(name)
        return aggregates.contains(folded) || folded.hasSuffix(" lan")
            || folded.hasSuffix(" county") || folded.hasSuffix("regionen")
    }

    /// The name and what is left of it without words that go with names.
    private static func forms(of name: String) -> [String] {
        var forms = [name]
        for suffix in [" kommun", " kommuns", " stad", " stads", " municipality"]
        where name.hasSuffix(suffix) {
            let stem = String(name.dropLast(suffix.count))
            forms.append(stem)
            if stem.hasSuffix("s") { forms.append(String(stem.dropLast())) }
        }
        for prefix in ["region ", "municipality of ", "city of "] where name.hasPrefix(prefix) {
            forms.append(String(name.dropFirst(prefix.count)))
        }
        return forms
    }

    private func suggestions(for forms: [String]) -> [String] {
        let words = forms.map { Array(Self.fold($0)) }
        let scored = all.compactMap { municipality -> (distance: Int, name: String)? in
            let name = Array(Self.fold(municipality.name))
            let most = max(1, name.count / 3)
            let best = words.filter { abs($0.count - name.count) <= most }
                .map { editDistance($0, name) }.min()
            return best.flatMap { $0 <= most ? ($0, municipality.name) : nil }
        }
        guard let best = scored.map(\.distance).min() else { return [] }
        return Array(scored.filter { $0.distance == best }.map(\.name).prefix(3))
    }
}
