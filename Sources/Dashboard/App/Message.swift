import ClimateModel
import TextGrid

/// Everything that can happen to the dashboard.
public enum Message: Sendable {
    case key(Key)
    case paste(String)
    case mouse(MouseEvent)
    case resized(Size)
    /// The clock, at the start and then at every full minute.
    case tick(Timestamp)
    /// The time that a scene of the kiosk is shown is over.
    case sceneEnded
    /// Nothing was pressed for a moment, after ``Effect/awaitRest``.
    case rested
    /// Another program wrote to the content.
    case contentChanged
    case answer(ReadRequest, Answer)
    /// A read failed; the text is for the user.
    case failed(ReadRequest, String)
    case themesListed([String])
    case themeLoaded(String, Theme)
    case themeFailed(String, String)
    /// Something worth a line at the bottom: what a command outside did.
    case notice(String, isProblem: Bool)
    /// The action of that name, chosen otherwise than by its key.
    case perform(Action)
    /// Leave what lies over the panes and go there.
    case open(Destination)
}

/// What the shell is asked to do after an update.
public enum Effect: Hashable, Sendable {
    case read(ReadRequest)
    case setRead(Bool, [NewsItem.ID])
    case markAllRead(NewsQuery)
    case setStarred(Bool, NewsItem.ID)
    case setPreference(String?, key: Preference)
    /// Sends ``Message/rested`` when nothing was pressed for a moment.
    case awaitRest
    /// Shows an address in the user's browser.
    case openLink(String)
    /// Puts a text on the user's clipboard.
    case copy(String)
    case listThemes
    case loadTheme(String)
    case redraw
    case suspend
    case quit
}

/// What is kept for the next start.
public enum Preference: String, Hashable, Sendable, CaseIterable {
    case municipality, followed, language, theme, view
}
