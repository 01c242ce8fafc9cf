/// What a piece of the screen is, for themes to colour.
///
/// The raw value is its name in a theme file. A role that neither the theme nor the defaults give a colour looks as the role
/// around it: `pane.border.focus` → `pane.border` → `pane` → `text`.
public enum Role: String, Hashable, Sendable, CaseIterable {
    /// What is read, where nothing else is said.
    case text
    /// What is secondary.
    case dim = "text.dim"
    /// What stands out: the name of what a page is about.
    case strong = "text.strong"
    /// The focus and the chosen municipality.
    case accent = "text.accent"
    /// Above a part of a page.
    case heading = "text.heading"
    /// What can be opened.
    case link = "text.link"
    /// What a search found.
    case match = "text.match"
    /// Somebody else's words.
    case quote = "text.quote"

    /// Text on the title bar and on other bars.
    case bar
    /// The program's name in the title bar.
    case barTitle = "bar.title"
    /// A pane's name among the tabs.
    case barTab = "bar.tab"
    /// The same for the pane that has the focus.
    case barTabFocus = "bar.tab.focus"

    /// All that stands in a pane.
    case pane
    /// A pane's name.
    case paneTitle = "pane.title"
    /// The name of the pane with the focus.
    case paneTitleFocus = "pane.title.focus"
    /// Counts and years in a pane's title line.
    case paneNote = "pane.note"
    /// The lines around panes.
    case paneBorder = "pane.border"
    /// The lines around the pane with the focus.
    case paneBorderFocus = "pane.border.focus"

    /// All that stands in a list.
    case list
    /// The names of a list's columns.
    case listHeader = "list.header"
    /// The bar at the left of the selected row.
    case listMarker = "list.marker"
    /// The same where the focus is.
    case listMarkerFocus = "list.marker.focus"
    /// What narrows a list.
    case listFilter = "list.filter"
    /// The part of a scroll bar that tells where the view is.
    case scrollThumb = "scroll.thumb"
    /// The rest of a scroll bar.
    case scrollTrack = "scroll.track"

    /// The answer to "where do we stand".
    case standing
    /// The rank in large figures.
    case standingRank = "standing.rank"

    /// All that stands in the rankings.
    case rankings
    /// A municipality that rose.
    case rankingsUp = "rankings.up"
    /// One that fell.
    case rankingsDown = "rankings.down"
    /// One that stayed where it was.
    case rankingsSame = "rankings.same"
    /// The row of the chosen municipality.
    case rankingsChosen = "rankings.chosen"
    /// The row of one of its peers.
    case rankingsPeer = "rankings.peer"

    /// A project's status light.
    case status
    /// As planned.
    case statusGreen = "status.green"
    /// At risk.
    case statusAmber = "status.amber"
    /// In trouble.
    case statusRed = "status.red"
    /// No status given.
    case statusNone = "status.none"

    /// All that stands about projects.
    case projects
    /// The part of a project's time that is over.
    case projectsBar = "projects.bar"
    /// The part that is left.
    case projectsRest = "projects.rest"
    /// Where today is on it.
    case projectsToday = "projects.today"
    /// A milestone on it.
    case projectsMilestone = "projects.milestone"

    /// All that stands in the news.
    case news
    /// The title of what is unread.
    case newsUnread = "news.unread"
    /// The title of what is read.
    case newsRead = "news.read"
    /// The dot of what is unread.
    case newsDot = "news.dot"
    /// The star of what has one.
    case newsStar = "news.star"

    /// A chart of ranks by year.
    case chart
    /// The curve of the chosen municipality.
    case chartLine = "chart.line"
    /// The curve of the one it is compared with.
    case chartOther = "chart.other"
    /// Years and ranks beside a chart.
    case chartLabel = "chart.label"
    /// The lines behind the curves.
    case chartGrid = "chart.grid"
    /// The small trends in lists.
    case chartSpark = "chart.spark"

    /// The line of keys at the bottom.
    case hint
    /// A key in it.
    case hintKey = "hint.key"
    /// What stands at its right end.
    case hintStatus = "hint.status"

    /// What is told at the bottom until the next key.
    case notice
    /// Something that went well.
    case noticeGood = "notice.good"
    /// Something to be careful with.
    case noticeWarning = "notice.warning"
    /// Something that went wrong.
    case noticeProblem = "notice.problem"
    /// How far work that takes time has come.
    case progress

    /// A line to type in.
    case prompt
    /// What it asks for.
    case promptLabel = "prompt.label"

    /// The help.
    case help

    /// All that a kiosk shows.
    case kiosk
    /// The rank in the largest figures.
    case kioskRank = "kiosk.rank"
    /// The dot of a scene that is not shown.
    case kioskDot = "kiosk.dot"
    /// The dot of the scene that is.
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
    /// The screen itself.
    case screen = "surface.screen"
    /// The title bar and the hint line.
    case bar = "surface.bar"
    /// What lies over the panes: pickers, the help.
    case panel = "surface.panel"
    /// The selected row where the focus is not, and where it is.
    case selection = "surface.selection"
    /// The selected row where the focus is.
    case selectionFocus = "surface.selection.focus"
}
