/// Everything that a key can do. The raw value is its name in the config file and the command palette's identity.
public enum Action: String, Hashable, Sendable, CaseIterable {
    // Everywhere.
    case quit, back, help, redraw, suspend
    case palette = "commands"
    case theme
    case language

    // Moving in lists and pages.
    case up, down
    case pageUp = "page-up"
    case pageDown = "page-down"
    case home, end
    case halfPageUp = "half-page-up"
    case halfPageDown = "half-page-down"
    case left, right
    case open
    case nextTarget = "next-link"
    case previousTarget = "previous-link"

    // The panes.
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case rankingsPane = "rankings-pane"
    case projectsPane = "projects-pane"
    case newsPane = "news-pane"
    case zoom

    // Municipalities.
    case chooseMunicipality = "choose-municipality"
    /// Makes the selected row's municipality the one whose standing is shown.
    case makeMine = "make-mine"
    /// Shows the page of the selected row's municipality.
    case municipalityPage = "municipality-page"
    case filterByMunicipality = "filter"
    case follow
    case compare
    case provenance

    // Searching.
    case search
    case nextMatch = "next-match"
    case previousMatch = "previous-match"
    case clear

    // Rankings.
    case chooseIndicator = "choose-ranking"
    case choosePeriod = "choose-year"
    case previousPeriod = "previous-year"
    case nextPeriod = "next-year"
    case scope, sort
    case reverseSort = "reverse-sort"
    case pinPeers = "pin-peers"

    // Projects.
    case filterPhase = "filter-phase"
    case filterStatus = "filter-status"

    // News.
    case filterSource = "filter-source"
    case filterKind = "filter-kind"
    case unreadOnly = "unread-only"
    case starredOnly = "starred-only"
    case newsOrder = "news-order"
    case toggleRead = "toggle-read"
    case markAllRead = "mark-all-read"
    case star

    // The reader and other pages.
    case nextItem = "next-item"
    case previousItem = "previous-item"
    case openLink = "open-link"
    case copyLink = "copy-link"

    /// Where a key means an action. A key is looked up in the contexts of what has the keys, the most particular first, and
    /// last in `global`.
    public enum Context: String, Hashable, Sendable, CaseIterable {
        case global
        /// Any of the three lists.
        case list
        case rankings, projects, news
        /// Any full page or box of text.
        case page
        case reader
        /// Lists to choose from, where letters are typed text.
        case picker
        /// The line at the bottom, where letters are typed text.
        case prompt
    }
}
