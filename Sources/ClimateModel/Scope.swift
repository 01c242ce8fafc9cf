/// Which municipalities a list is about.
public enum Scope: Hashable, Codable, Sendable {
    /// All 290.
    case country
    /// A county, by SCB's two-digit code.
    case county(String)
    /// A group of SKR's classification, by its code: "B3".
    case group(String)
    /// A municipality and its peers.
    case peers(MunicipalityCode)
    /// Those the user follows.
    case followed
}

/// The 290, looked up in the ways the screens need.
public struct Gazetteer: Sendable {
    /// In order of code.
    public let all: [Municipality]
    private let byCode: [MunicipalityCode: Int]
    /// By name in lower case.
    private let byName: [String: Int]
    /// By name without diacritics, but for those that two share ("Habo" and "Håbo").
    private let byFoldedName: [String: Int]

    /// - Complexity: O(*n* log *n*).
    public init(_ municipalities: some Sequence<Municipality>) {
        all = municipalities.sorted { $0.code < $1.code }
        byCode = Dictionary(
            all.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            all.enumerated().map { (Self.spelling(of: $1.name), $0) },
            uniquingKeysWith: { first, _ in first })
        let folded = Dictionary(
            grouping: all.indices, by: { [all] in SearchKey.fold(all[$0].name) })
        byFoldedName = folded.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// - Complexity: O(1).
    public subscript(code: MunicipalityCode) -> Municipality? { byCode[code].map { all[$0] } }

    /// The municipality of that name, whatever its case, with or without "kommun", "stad" and a genitive s. Diacritics
    /// may be left out where that leaves one name only: "Habo" is never Håbo.
    ///
    /// - Complexity: O(*k*) in the length of the name.
    public func named(_ name: some StringProtocol) -> Municipality? {
        let spelling = Self.spelling(of: name)
        if let found = exactly(spelling) { return found }
        var stem = spelling
        for suffix in [" kommun", " kommuns", " stad", " stads"] where spelling.hasSuffix(suffix) {
            stem = String(spelling.dropLast(suffix.count))
        }
        return exactly(stem) ?? (stem.hasSuffix("s") ? exactly(String(stem.dropLast())) : nil)
    }

    private func exactly(_ spelling: String) -> Municipality? {
        (byName[spelling] ?? byFoldedName[SearchKey.fold(spelling)]).map { all[$0] }
    }

    /// In lower case, one space between words.
    private static func spelling(of name: some StringProtocol) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// In order of code.
    ///
    /// - Complexity: O(*n*).
    public var counties: [County] {
        Set(all.map(\.county)).sorted { $0.code < $1.code }
    }

    /// In order of code.
    ///
    /// - Complexity: O(*n*).
    public var groups: [MunicipalityGroup] {
        Set(all.map(\.group)).sorted { $0.code < $1.code }
    }

    /// The codes that `scope` holds.
    ///
    /// - Complexity: O(*n*).
    public func members(
        of scope: Scope, followed: Set<MunicipalityCode> = []
    ) -> Set<MunicipalityCode> {
        switch scope {
        case .country: Set(all.map(\.code))
        case .county(let code): Set(all.lazy.filter { $0.county.code == code }.map(\.code))
        case .group(let code): Set(all.lazy.filter { $0.group.code == code }.map(\.code))
        case .peers(let code): Set(self[code]?.peers ?? []).union([code])
        case .followed: followed
        }
    }
}
