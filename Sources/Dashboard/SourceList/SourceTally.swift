import ClimateModel

/// How many sources there are, and how it goes with them: counted the same way wherever it is told.
public struct SourceTally: Hashable, Sendable {
    /// All that content came from or is to come from.
    public private(set) var all = 0
    /// Those of them that syncs read, paused ones included.
    public private(set) var read = 0
    /// Those that could not be read the last time, and are not paused.
    public private(set) var failing = 0
    /// Those that syncs leave out for now.
    public private(set) var paused = 0

    /// - Complexity: O(*n*).
    public init(_ overviews: some Sequence<SourceOverview>) {
        for overview in overviews {
            all += 1
            if overview.subscription != nil { read += 1 }
            switch overview.condition {
            case .failing: failing += 1
            case .paused: paused += 1
            default: break
            }
        }
    }

    /// "11 källor: 8 läses av utkik sync (4 med fel, 1 pausad), 3 är importerade eller inbyggda".
    public func sentence(_ formats: Formats) -> String {
        let language = formats.language
        let states = [
            failing > 0 ? Phrases.failing(failing, formats) : nil,
            paused > 0 ? Phrases.paused(paused, formats) : nil,
        ].compactMap(\.self).joined(separator: ", ")
        let others = all - read
        let number = others > 0 ? formats.whole(read) : Phrases.sources(read, formats)
        let readText =
            Phrase(sv: "\(number) läses av utkik sync", en: "\(number) read by utkik sync")(
                language)
            + (states.isEmpty ? "" : " (\(states))")
        guard others > 0 else { return readText }
        return Phrases.sources(all, formats) + ": " + readText + ", "
            + Phrases.unread(others: others, formats)
    }
}

extension Phrases {
    private static let pausedPlural = Plural(
        sv: (one: "1 pausad", other: "# pausade"), en: (one: "1 paused", other: "# paused"))
    private static let othersPlural = Plural(
        sv: (one: "1 är importerad eller inbyggd", other: "# är importerade eller inbyggda"),
        en: (one: "1 imported or built in", other: "# imported or built in"))

    fileprivate static func paused(_ count: Int, _ formats: Formats) -> String {
        pausedPlural(count, formats)
    }

    fileprivate static func unread(others count: Int, _ formats: Formats) -> String {
        othersPlural(count, formats)
    }
}
