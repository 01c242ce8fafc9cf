/// Which municipalities a list is about.
public enum Scope: Hashable, Codable, Sendable {
    case country
    case county(String)
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
    private let byName: [String: Int]

    /// - Complexity: O(*n* log *n*).
    public init(_ municipalities: some Sequence<Municipality>) {
        all = municipalities.sorted { $0.code < $1.code }
        byCode = Dictionary(
            all.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            all.enumerated().map { (SearchKey.fold($1.name), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// - Complexity: O(1).
    public subscript(code: MunicipalityCode) -> Municipality? { byCode[code].map { all[$0] } }

    /// The municipality of that name, whatever its case and diacritics, with or without "kommun" and a genitive s.
    ///
    /// - Complexity: O(*k*) in the length of the name.
    public func named(_ name: some StringProtocol) -> Municipality? {
        let folded = SearchKey.fold(name)
        if let index = byName[folded] { return all[index] }
        for suffix in [" kommun", " kommuns", " stad", " stads"] where folded.hasSuffix(suffix) {
            let stem = String(folded.dropLast(suffix.count))
            if let index = byName[stem] { return all[index] }
            if stem.hasSuffix("s"), let index = byName[String(stem.dropLast())] {
                return all[index]
            }
        }
        return nil
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
