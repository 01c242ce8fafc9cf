/// A line at the bottom that asks for a text: a search, taken in as it is typed.
public struct Prompt: Sendable {
    /// The pane that is searched.
    public let pane: AppState.Pane
    /// What is typed so far.
    public internal(set) var input: TextInput
    /// What was searched for before, and comes back on Esc.
    let original: String
    /// Where the list stood before.
    let originalSelection: Int
}
