import ClimateModel

/// The list of sources: what is read, how it goes, and what can be done about it.
public struct SourceList: Sendable {
    /// What is searched for; "" for nothing.
    public internal(set) var search = ""
    /// Those that match, those that fail first.
    public internal(set) var rows: [SourceOverview] = []
    /// Where the list of `rows` stands.
    public internal(set) var list = ListState()
    /// Whether the sources were read.
    var isRead = false
    /// Which one is to be selected when it is there.
    private var sought: Source.ID?
    private var all: [SourceOverview] = []
    /// What tells sources of one title apart.
    private(set) var marks = SourceMarks([])
    /// Whether a search looks at addresses too; guests don't get to know them.
    private let searchesAddresses: Bool

    init(searchesAddresses: Bool) { self.searchesAddresses = searchesAddresses }

    var selected: SourceOverview? {
        rows.indices.contains(list.selection) ? rows[list.selection] : nil
    }

    /// How many there are, whatever is searched for.
    var tally: SourceTally { SourceTally(all) }

    /// Takes in what was read; the selection stays on its source.
    ///
    /// - Complexity: O(*n* log *n*) in the number of sources.
    mutating func take(_ overviews: [SourceOverview], in language: Language) {
        isRead = true
        marks = SourceMarks(overviews.map(\.source), isForGuests: !searchesAddresses)
        all = overviews.map { (key: $0.order(in: language), overview: $0) }
            .sorted { $0.key < $1.key }.map(\.overview)
        narrow()
    }

    /// Selects the source as soon as it is there; a search that would hide it ends then.
    mutating func seek(_ id: Source.ID) {
        sought = id
        narrow()
    }

    /// Shows those that match what is searched for.
    mutating func narrow() {
        let wanted = sought ?? selected?.id
        rows = matching
        if let sought, all.contains(where: { $0.id == sought }),
            !rows.contains(where: { $0.id == sought })
        {
            search = ""
            rows = all
        }
        list.resize(to: rows.count)
        guard let row = rows.firstIndex(where: { $0.id == wanted }) else { return }
        list.select(row)
        if sought == wanted { sought = nil }
    }

    private var matching: [SourceOverview] {
        let words = SearchKey.fold(search).split(separator: " ")
        return all.filter { overview in
            let key = SearchKey.fold(
                overview.source.title
                    + (searchesAddresses ? " " + (overview.source.address ?? "") : ""))
            return words.allSatisfy { key.contains($0) }
        }
    }
}

/// How it goes with a source.
public enum SourceCondition: Int, Hashable, Sendable, CaseIterable {
    /// The last reading failed.
    case failing
    /// It was never read.
    case never
    /// The last reading brought something new.
    case fresh
    /// The last reading brought nothing new.
    case unchanged
    /// Syncs leave it out.
    case paused
    /// It was imported, and is not read again.
    case imported
    /// It comes with the program.
    case builtIn
}

extension SourceOverview {
    /// How it goes with it.
    public var condition: SourceCondition {
        guard let subscription else { return source.kind == .starter ? .builtIn : .imported }
        if subscription.isPaused { return .paused }
        if source.lastError != nil { return .failing }
        guard let success = source.lastSuccess else { return .never }
        guard let change = subscription.state.lastChange else { return .unchanged }
        return change >= subscription.state.lastAttempt ?? success ? .fresh : .unchanged
    }

    /// What it holds, in a word or two.
    public func kindText(_ language: Language) -> String {
        (kind?.title ?? Phrases.notReadYet)(language)
    }

    /// What came through it, in words, the most telling kind first; empty where nothing did.
    public func content(_ formats: Formats) -> [String] { Phrases.content(of: self, formats) }

    /// Failing ones first, then those that are read, those that rest, those that are not read again; by title in each.
    fileprivate func order(in language: Language) -> (Int, String, String) {
        let group =
            switch condition {
            case .failing: 0
            case .never, .fresh, .unchanged: 1
            case .paused: 2
            case .imported, .builtIn: 3
            }
        return (group, Collation.key(for: source.title, in: language), id.rawValue)
    }
}
