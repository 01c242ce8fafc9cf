import ClimateModel

/// The news pane: which items, in which order, and where in the list.
public struct NewsPane: Sendable {
    public internal(set) var source: Source.ID?
    public internal(set) var kind: NewsItem.Kind?
    public internal(set) var unreadOnly = false
    public internal(set) var starredOnly = false
    public internal(set) var order = NewsQuery.Order.date
    public internal(set) var search = ""
    public internal(set) var count = ListCount(total: 0)
    public internal(set) var list = ListState()
    public internal(set) var window = WindowedRows<NewsSummary>()
    /// The selected item in full, where it is shown beside the list.
    public internal(set) var preview: NewsItem?
    public internal(set) var problem: Problem?

    var selected: NewsSummary? { window[list.selection] }
}
