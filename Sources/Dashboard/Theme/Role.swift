/// What a piece of the screen is, for themes to colour.
///
/// The raw value is its name in a theme file. A role that neither the theme nor the defaults give a colour looks as the role
/// around it: `pane.border.focus` → `pane.border` → `pane` → `text`.
public enum Role: String, Hashable, Sendable, CaseIterable {
    case text
    /// What is secondary.
    case dim = "text.dim"
    case strong = "text.strong"
    /// The focus and the chosen municipality.
    case accent = "text.accent"
    case heading = "text.heading"
    case link = "text.link"
    /// What a search found.
    case match = "text.match"
    case quote = "text.quote"

    case bar
    case barTitle = "bar.title"
    case barTab = "bar.tab"
    case barTabFocus = "bar.tab.focus"

    case pane
    case paneTitle = "pane.title"
    case paneTitleFocus = "pane.title.focus"
    /// Counts and years in a pane's title line.
    case paneNote = "pane.note"
    case paneBorder = "pane.border"
    case paneBorderFocus = "pane.border.focus"

    case list
    case listHeader = "list.header"
    /// The bar at the left of the selected row.
    case listMarker = "list.marker"
    case listMarkerFocus = "list.marker.focus"
    case listFilter = "list.filter"
    case scrollThumb = "scroll.thumb"
    case scrollTrack = "scroll.track"

    /// The answer to "where do we stand".
    case standing
    case standingRank = "standing.rank"

    case rankings
    case rankingsUp = "rankings.up"
    case rankingsDown = "rankings.down"
    case rankingsSame = "rankings.same"
    case rankingsChosen = "rankings.chosen"
    case rankingsPeer = "rankings.peer"

    case status
    case statusGreen = "status.green"
    case statusAmber = "status.amber"
    case statusRed = "status.red"
    case statusNone = "status.none"

    case projects
    case projectsBar = "projects.bar"
    case projectsRest = "projects.rest"
    case projectsToday = "projects.today"
    case projectsMilestone = "projects.milestone"

    case news
    case newsUnread = "news.unread"
    case newsRead = "news.read"
    /// The dot of what is unread.
    case newsDot = "news.dot"
    case newsStar = "news.star"

    case chart
    case chartLine = "chart.line"
    case chartOther = "chart.other"
    case chartLabel = "chart.label"
    case chartGrid = "chart.grid"
    /// The small trends in lists.
    case chartSpark = "chart.spark"

    case hint
    case hintKey = "hint.key"
    case hintStatus = "hint.status"

    case notice
    case noticeGood = "notice.good"
    case noticeWarning = "notice.warning"
    case noticeProblem = "notice.problem"
    case progress

    case prompt
    case promptLabel = "prompt.label"

    case help

    case kiosk
    case kioskRank = "kiosk.rank"
    case kioskDot = "kiosk.dot"
    case kioskDotFocus = "kiosk.dot.focus"

    /// The role that this one looks as where it has no colour of its own; nil for `text`.
    public var parent: Role? {
        guard self != .text else { return nil }
        var name = rawValue[...]
        while let dot = name.lastIndex(of: ".") {
            name = name[..<dot]
            if let role = Role(rawValue: String(name)) { return role }
        }
        return .text
    }

    /// Whether it is read, or a shape that carries meaning; hairlines and tracks are neither, and may be faint.
    public var isRead: Bool {
        switch self {
        case .paneBorder, .paneBorderFocus, .scrollTrack, .scrollThumb, .projectsRest, .chartGrid:
            false
        default: true
        }
    }
}

/// What lies behind a piece of the screen. The raw value is its name in a theme file.
public enum Surface: String, Hashable, Sendable, CaseIterable {
    case screen = "surface.screen"
    /// The title bar and the hint line.
    case bar = "surface.bar"
    /// What lies over the panes: pickers, the help.
    case panel = "surface.panel"
    /// The selected row where the focus is not, and where it is.
    case selection = "surface.selection"
    case selectionFocus = "surface.selection.focus"
}
