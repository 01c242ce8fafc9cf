/// Everything that a key can do. The raw value is its name in the config file and the command palette's identity.
public enum Action: String, Hashable, Sendable, CaseIterable {
    // Everywhere.
    /// Leave; go back or stop; show the keys; draw the screen anew; go to the background.
    case quit, back, help, redraw, suspend
    /// Search among all that can be done.
    case palette = "commands"
    /// Choose the colours.
    case theme
    /// Change to the other language.
    case language

    // Moving in lists and pages.
    /// One row.
    case up, down
    /// One screenful towards the start.
    case pageUp = "page-up"
    /// One screenful towards the end.
    case pageDown = "page-down"
    /// The first and the last row.
    case home, end
    /// Half a screenful towards the start.
    case halfPageUp = "half-page-up"
    /// Half a screenful towards the end.
    case halfPageDown = "half-page-down"
    /// To what stands beside; in typed text, by one character.
    case left, right
    /// Open what is selected, or choose it.
    case open
    /// Select the next thing that can be opened from a page.
    case nextTarget = "next-link"
    /// Select the one before.
    case previousTarget = "previous-link"

    // The panes.
    /// Move the focus to the next pane, round and round.
    case nextPane = "next-pane"
    /// Move the focus to the pane before.
    case previousPane = "previous-pane"
    /// Move the focus to the rankings.
    case rankingsPane = "rankings-pane"
    /// Move the focus to the projects.
    case projectsPane = "projects-pane"
    /// Move the focus to the news.
    case newsPane = "news-pane"
    /// Give the focused pane the whole screen, or show all again.
    case zoom

    // Municipalities.
    /// Choose whose standing is shown.
    case chooseMunicipality = "choose-municipality"
    /// Makes the selected row's municipality the one whose standing is shown.
    case makeMine = "make-mine"
    /// Shows the page of the selected row's municipality.
    case municipalityPage = "municipality-page"
    /// Make all three panes be about the selected row's municipality, or about all again.
    case filterByMunicipality = "filter"
    /// Add the municipality to those the user follows, or take it away.
    case follow
    /// Show the municipality beside another.
    case compare
    /// Tell who published what is selected, when it was fetched and how sure it is.
    case provenance

    // Fetching.
    /// Fetch what is selected or shown anew.
    case sync
    /// Fetch from every source.
    case syncAll = "sync-all"
    /// End the fetching that is going on.
    case stopSync = "stop-sync"
    /// Show the list of sources, or leave it.
    case showSources = "show-sources"
    /// Show all that is known of the selected source, with the whole of what went wrong.
    case sourceDetails = "source-details"
    /// Show what reading the selected source would bring.
    case testSource = "test-source"
    /// Leave the selected source out of fetching, or take it up again.
    case pauseSource = "pause-source"
    /// Take the selected source away.
    case removeSource = "remove-source"
    /// Add a source by its address.
    case addSource = "add-source"

    // Searching.
    /// Search the list as it is typed.
    case search
    /// To the next row that matches.
    case nextMatch = "next-match"
    /// To the row before that matches.
    case previousMatch = "previous-match"
    /// Take away filters and searches in all panes.
    case clear

    // Rankings.
    /// Choose what is ranked.
    case chooseIndicator = "choose-ranking"
    /// Choose the year.
    case choosePeriod = "choose-year"
    /// To the year before.
    case previousPeriod = "previous-year"
    /// To the year after.
    case nextPeriod = "next-year"
    /// Choose whom the list is about; choose what it is sorted by.
    case scope, sort
    /// Sort the other way round.
    case reverseSort = "reverse-sort"
    /// Keep the chosen municipality and its peers on top, or not.
    case pinPeers = "pin-peers"

    // Projects.
    /// Choose the phase that projects are of.
    case filterPhase = "filter-phase"
    /// Choose the status that projects have.
    case filterStatus = "filter-status"

    // News.
    /// Choose the source that news come from.
    case filterSource = "filter-source"
    /// Choose the kind that news are of.
    case filterKind = "filter-kind"
    /// Show what is not read yet alone, or all.
    case unreadOnly = "unread-only"
    /// Show what has a star alone, or all.
    case starredOnly = "starred-only"
    /// Unread first, or newest first.
    case newsOrder = "news-order"
    /// Mark the item as read or as unread.
    case toggleRead = "toggle-read"
    /// Mark all that the list shows, as it is filtered, as read.
    case markAllRead = "mark-all-read"
    /// Set or take away the star.
    case star

    // The reader and other pages.
    /// To the next of the list that the page was opened from.
    case nextItem = "next-item"
    /// To the one before.
    case previousItem = "previous-item"
    /// Open a link in the browser.
    case openLink = "open-link"
    /// Put a link on the clipboard.
    case copyLink = "copy-link"

    /// Where a key means an action. A key is looked up in the contexts of what has the keys, the most particular first, and
    /// last in `global`.
    public enum Context: String, Hashable, Sendable, CaseIterable {
        /// Everywhere, unless a nearer context has the key.
        case global
        /// Any of the three lists.
        case list
        /// One of the lists.
        case rankings, projects, news
        /// Any full page or box of text.
        case page
        /// The page that shows a news item.
        case reader
        /// The list of sources.
        case sources
        /// Lists to choose from, where letters are typed text.
        case picker
        /// The line at the bottom, where letters are typed text.
        case prompt
    }
}
