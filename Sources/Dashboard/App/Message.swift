import ClimateModel
import TextGrid

/// Everything that can happen to the dashboard.
public enum Message: Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted, clean and bounded.
    case paste(String)
    /// A click or a turn of the wheel.
    case mouse(MouseEvent)
    /// The terminal's size, in cells.
    case resized(Size)
    /// The clock, at the start and then at every full minute.
    case tick(Timestamp)
    /// The time that a scene of the kiosk is shown is over.
    case sceneEnded
    /// Nothing was pressed for a moment, after ``Effect/awaitRest``.
    case rested
    /// Another program wrote to the content.
    case contentChanged
    /// The content can't be read any more: what was read last stays. The text is for the user.
    case contentLost(String)
    /// What was read, with what asked for it.
    case answer(ReadRequest, Answer)
    /// A read failed; the text is for the user.
    case failed(ReadRequest, String)
    /// The themes there are, in answer to ``Effect/listThemes``.
    case themesListed([ThemeSample])
    /// A theme by its name, in answer to ``Effect/loadTheme(_:)``.
    case themeLoaded(String, Theme)
    /// A theme's name, and why it could not be read, for the user.
    case themeFailed(String, String)
    /// What came of reading these sources, in answer to ``Effect/sync(_:)``.
    case syncProgressed([SyncReport])
    /// The sync is over.
    case syncEnded(SyncEnding)
    /// What came of ``Effect/changeSource(_:)``.
    case sourceChanged(SourceChange, SourceChangeResult)
    /// What came of ``Effect/testSource(_:)``.
    case sourceTested(Source.ID, SourceTest)
    /// Something worth a line at the bottom: what a command outside did.
    case notice(String, isProblem: Bool)
    /// The action of that name, chosen otherwise than by its key.
    case perform(Action)
    /// Leave what lies over the panes and go there.
    case open(Destination)
}

/// What the shell is asked to do after an update.
public enum Effect: Hashable, Sendable {
    /// Read something, and answer with ``Message/answer(_:_:)`` or ``Message/failed(_:_:)``.
    case read(ReadRequest)
    /// Mark items as read (true) or unread.
    case setRead(Bool, [NewsItem.ID])
    /// Mark all that match as read.
    case markAllRead(NewsQuery)
    /// Set (true) or take away an item's star.
    case setStarred(Bool, NewsItem.ID)
    /// Keep a value for the next start; nil forgets it.
    case setPreference(String?, key: Preference)
    /// Sends ``Message/rested`` when nothing was pressed for a moment.
    case awaitRest
    /// Shows an address in the user's browser.
    case openLink(String)
    /// Puts a text on the user's clipboard.
    case copy(String)
    /// List the themes there are.
    case listThemes
    /// Read the theme of that name.
    case loadTheme(String)
    /// Have the writer fetch, and tell of it with ``Message/syncProgressed(_:)`` and ``Message/syncEnded(_:)``; one at a time.
    case sync(SyncTarget)
    /// End the sync.
    case stopSync
    /// Have the writer change something about a source.
    case changeSource(SourceChange)
    /// Have the writer tell what reading a source would bring.
    case testSource(Source.ID)
    /// Forget the test: nobody looks at its result.
    case stopTest
    /// Draw the whole screen again, whatever it is thought to show.
    case redraw
    /// Stop the program, as the shell's job control does.
    case suspend
    /// End the session.
    case quit
}

/// What is kept for the next start.
public enum Preference: String, Hashable, Sendable, CaseIterable {
    /// A municipality's code, several codes, a language, a theme's name, a pane's name.
    case municipality, followed, language, theme, view
}
