import ClimateModel
import TextGrid

/// A list to choose from, narrowed by typing: municipalities, rankings, themes, commands.
public struct Picker: Sendable {
    /// What the choice is for.
    public enum Purpose: Hashable, Sendable {
        /// Whose standing, what is ranked, which year, about whom, in which order; which projects.
        case municipality, indicator, period, scope, sort, projectPhase, projectStatus
        /// Which news; which colours; what to do.
        case newsSource, newsKind, theme, command
        /// What to compare with the chosen municipality.
        case comparison
        /// Whether to mark all news as read.
        case markAllRead
        /// Whether to take a source away.
        case removeSource
    }

    /// What is chosen.
    public enum Value: Hashable, Sendable {
        /// No narrowing: "all sources".
        case all
        /// By its code.
        case municipality(MunicipalityCode)
        /// By its id.
        case indicator(Indicator.ID)
        /// A year that has figures.
        case period(Period)
        /// Whom the list is about.
        case scope(Scope)
        /// What the list is sorted by.
        case sort(RankingsPane.Sort.Column)
        /// Projects of one phase.
        case projectPhase(Project.Phase)
        /// Projects of one status.
        case projectStatus(Project.Status)
        /// News of one source.
        case newsSource(Source.ID)
        /// News of one kind.
        case newsKind(NewsItem.Kind)
        /// By the theme's name.
        case theme(String)
        /// Something to do.
        case action(Action)
        /// Yes: this source.
        case removeSource(Source.ID)
        /// Yes: everything in the list of that query.
        case markAllRead(NewsQuery)
    }

    /// A row of the list.
    public struct Item: Hashable, Sendable {
        /// What choosing it gives.
        public var value: Value
        /// What it is called, in the user's language.
        public var label: String
        /// Dimmed, to the right: a county, a key.
        public var detail: String
        /// Why it can't be chosen now; nil where it can.
        public var disabledReason: String?
        /// Shown to the right: what a theme looks like.
        var colors: [Color] = []

        init(_ value: Value, _ label: String, detail: String = "", disabledReason: String? = nil) {
            self.value = value
            self.label = label
            self.detail = detail
            self.disabledReason = disabledReason
        }
    }

    /// What the choice is for.
    public let purpose: Purpose
    /// The line above the list, in the user's language.
    public let title: String
    /// All that can be chosen.
    public let items: [Item]
    /// What is typed to narrow the list.
    public internal(set) var input = TextInput()
    /// Where the list of `matches` stands.
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

    /// Whether it asks for a yes or a no, so that there is nothing to search for.
    var isQuestion: Bool { purpose == .removeSource || purpose == .markAllRead }

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
