import ClimateModel

/// Finds the municipalities that a news item is of, by who publishes it and by its title.
///
/// Only plain signs count: a name followed by "kommun" or "stad" anywhere in a title, a publisher's name, or a feed's
/// address that is the name; and a bare name in the feed's title, unless it is a word of its own ("Vara", "Mark").
struct MunicipalityLinker {
    private let finder: MunicipalityFinder
    /// Names, and genitives of names, in lower case: as single words.
    private let byFirstWord: [String: [(words: [String], code: MunicipalityCode)]]
    /// Those that the feed is of.
    private var own: [MunicipalityCode] = []

    /// Names that are words or first names as well.
    private static let words: Set<String> = [
        "ale", "berg", "boden", "dorotea", "eda", "flen", "grums", "heby", "kil", "kinda",
        "klippan",
        "kumla", "köping", "lund", "mark", "mora", "nora", "orsa", "sala", "salem", "säter",
        "trosa",
        "vara", "vilhelmina", "ånge", "åre",
    ]

    init(_ finder: MunicipalityFinder, feed: RawFeed) {
        self.finder = finder
        var names: [String: [(words: [String], code: MunicipalityCode)]] = [:]
        var hosts: [String: [MunicipalityCode]] = [:]
        for municipality in finder.all {
            let name = municipality.name.lowercased()
            for form in Set([name, name.hasSuffix("s") || name.hasSuffix("x") ? name : name + "s"])
            {
                let words = Self.words(of: form)
                if let first = words.first {
                    names[first, default: []].append((words, municipality.code))
                }
            }
            let host = SearchKey.fold(name).filter { $0.isLetter }
            hosts[host + ".se", default: []].append(municipality.code)
        }
        byFirstWord = names.mapValues { $0.sorted { $0.words.count > $1.words.count } }
        own = named(in: feed.title, bareNames: true)
        let host = (feed.selfLink ?? feed.link).flatMap { RelativeLink.host(of: $0) }
        if own.isEmpty, let codes = host.flatMap({ hosts[$0] }), codes.count == 1 { own = codes }
    }

    /// Those its feed is of first, then those its title names.
    ///
    /// - Complexity: O(*k*) in the length of the texts.
    func municipalities(of item: RawItem, title: String) -> [MunicipalityCode] {
        var found = own
        for text in [item.publisher, item.author, title] {
            found += named(in: text ?? "", bareNames: false)
        }
        var seen: Set<MunicipalityCode> = []
        return found.filter { seen.insert($0).inserted }
    }

    private static func words(of text: some StringProtocol) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private func named(in text: String, bareNames: Bool) -> [MunicipalityCode] {
        let words = Self.words(of: text.prefix(1_000))
        var found: [MunicipalityCode] = []
        var index = 0
        while index < words.count {
            guard let match = match(words, at: index) else {
                index += 1
                continue
            }
            let next = index + match.words.count
            let follower = next < words.count ? words[next] : ""
            if isNamed(match.words, follower, bareNames: bareNames, finder: finder, match.code) {
                found.append(match.code)
            }
            index = next
        }
        return found
    }

    private func match(
        _ words: [String], at index: Int
    ) -> (words: [String], code: MunicipalityCode)? {
        byFirstWord[words[index]]?.first { words[index...].starts(with: $0.words) }
    }

    private func isNamed(
        _ words: [String], _ follower: String, bareNames: Bool, finder: MunicipalityFinder,
        _ code: MunicipalityCode
    ) -> Bool {
        if ["kommun", "kommuns", "stad", "stads", "municipality"].contains(follower) {
            return true
        }
        // "Kalmar län" is a county, "Uppsala universitet" neither.
        guard bareNames, follower.isEmpty || !["län", "läns", "universitet"].contains(follower)
        else { return false }
        let name = finder[code]?.name.lowercased() ?? ""
        return !Self.words.contains(name)
    }
}
