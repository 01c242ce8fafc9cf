import ClimateModel

/// The news pane: which items, in which order, and where in the list.
public struct NewsPane: Sendable {
    /// Only from this source; nil for all.
    public internal(set) var source: Source.ID?
    /// Only of this kind; nil for all.
    public internal(set) var kind: NewsItem.Kind?
    /// Only what is not read yet.
    public internal(set) var unreadOnly = false
    /// Only what has a star.
    public internal(set) var starredOnly = false
    /// The order of the list.
    public internal(set) var order = NewsQuery.Order.date
    /// What is searched for; "" for nothing.
    public internal(set) var search = ""
    /// How many items match, and how many of them are unread.
    public internal(set) var count = ListCount(total: 0)
    /// Where the list stands.
    public internal(set) var list = ListState()
    /// The stretch of the list that is held.
    public internal(set) var window = WindowedRows<NewsSummary>()
    /// The selected item in full, where it is shown beside the list.
    public internal(set) var preview: NewsItem?
    /// Why the list can't be shown; nil when it can.
    public internal(set) var problem: Problem?

    var selected: NewsSummary? { window[list.selection] }
}
