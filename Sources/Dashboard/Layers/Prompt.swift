/// A line at the bottom that asks for a text: a search, taken in as it is typed, or an address.
public struct Prompt: Sendable {
    /// What the text is for.
    public enum Subject: Hashable, Sendable {
        /// What to search a pane for.
        case pane(AppState.Pane)
        /// What to search the list of sources for.
        case sources
        /// Where a new source is read from.
        case address
    }

    /// What the text is for.
    public let subject: Subject
    /// What is typed so far.
    public internal(set) var input: TextInput
    /// What was searched for before, and comes back on Esc.
    let original: String
    /// Where the list stood before.
    let originalSelection: Int
}
