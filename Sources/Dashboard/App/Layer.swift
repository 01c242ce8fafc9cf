/// What lies over the panes; the last one has the keys.
public enum Layer: Sendable {
    /// Something to read.
    case page(Page)
    /// Something to choose.
    case picker(Picker)
    /// A line to type in.
    case prompt(Prompt)

    var page: Page? { if case .page(let page) = self { page } else { nil } }
}
