/// Everything that a key can do. The raw value is its name in the config file and the command palette's identity.
public enum Action: String, Hashable, Sendable, CaseIterable {
    // Everywhere.
    case quit, back, help, redraw, suspend
    case palette = "commands"
    case theme
    case language

    // Moving in lists and pages.
    case up, down, pageUp = "page-up", pageDown = "page-down", home, end
    case halfPageUp = "half-page-up", halfPageDown = "half-page-down"
    case left, right
    case open
    case nextTarget = "next-link", previousTarget = "previous-link"

    // The panes.
    case nextPane = "next-pane", previousPane = "previous-pane"
    case rankingsPane = "rankings", projectsPane = "projects", newsPane = "news"
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
    case search, nextMatch = "next-match", previousMatch = "previous-match"
    case clear

    // Rankings.
    case chooseIndicator = "choose-ranking"
    case choosePeriod = "choose-year"
    case previousPeriod = "previous-year", nextPeriod = "next-year"
    case scope, sort
    case reverseSort = "reverse-sort"
    case pinPeers = "pin-peers"

    // Projects.
    case filterPhase = "filter-phase", filterStatus = "filter-status"

    // News.
    case filterSource = "filter-source", filterKind = "filter-kind"
    case unreadOnly = "unread-only", starredOnly = "starred-only"
    case newsOrder = "news-order"
    case toggleRead = "toggle-read", markAllRead = "mark-all-read", star

    // The reader and other pages.
    case nextItem = "next-item", previousItem = "previous-item"
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
