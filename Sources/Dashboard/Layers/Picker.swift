import ClimateModel

/// A list to choose from, narrowed by typing: municipalities, rankings, themes, commands.
public struct Picker: Sendable {
    /// What the choice is for.
    public enum Purpose: Hashable, Sendable {
        case municipality, indicator, period, scope, sort, projectPhase, projectStatus
        case newsSource, newsKind, theme, command
        /// What to compare with the chosen municipality.
        case comparison
        case link
    }

    public enum Value: Hashable, Sendable {
        /// No narrowing: "all sources".
        case all
        case municipality(MunicipalityCode)
        case indicator(Indicator.ID)
        case period(Period)
        case scope(Scope)
        case sort(RankingsPane.Sort.Column)
        case projectPhase(Project.Phase)
        case projectStatus(Project.Status)
        case newsSource(Source.ID)
        case newsKind(NewsItem.Kind)
        case theme(String)
        case action(Action)
        case link(String)
    }

    public struct Item: Hashable, Sendable {
        public var value: Value
        public var label: String
        /// Dimmed, to the right: a county, a key.
        public var detail: String
        /// Why it can't be chosen now; nil where it can.
        public var disabledReason: String?

        init(_ value: Value, _ label: String, detail: String = "", disabledReason: String? = nil) {
            self.value = value
            self.label = label
            self.detail = detail
            self.disabledReason = disabledReason
        }
    }

    public let purpose: Purpose
    public let title: String
    /// All that can be chosen.
    public let items: [Item]
    public internal(set) var input = TextInput()
    public internal(set) var list: ListState
    /// What the typed text leaves, the best matches first.
    public private(set) var matches: [Item]
    /// What held before it was opened, for a choice that shows at once and may be undone.
    let original: Value?

    private let keys: [String]

    init(
        _ purpose: Purpose, title: String, items: [Item], current: Value? = nil
    ) {
        self.purpose = purpose
        self.title = title
        self.items = items
        matches = items
        original = current
        keys = items.map { SearchKey.fold($0.label + " " + $0.detail) }
        list = ListState(
            count: items.count, selection: items.firstIndex { $0.value == current } ?? 0)
    }

    var selected: Item? {
        matches.indices.contains(list.selection) ? matches[list.selection] : nil
    }

    /// Takes in what was typed: every word must occur; a match at the start of the label comes first.
    ///
    /// - Complexity: O(*n*) in the number of items.
    mutating func narrow() {
        let needle = SearchKey.fold(input.text)
        let words = needle.split(separator: " ")
        let hits = zip(items, keys).filter { _, key in words.allSatisfy { key.contains($0) } }
        let first = hits.filter { $0.1.hasPrefix(needle) }
        let rest = hits.filter { !$0.1.hasPrefix(needle) }
        matches = (first + rest).map(\.0)
        list = ListState(count: matches.count)
    }
}
