/// What lies over the panes; the last one has the keys.
public enum Layer: Sendable {
    case page(Page)
    case picker(Picker)
    case prompt(Prompt)

    var page: Page? { if case .page(let page) = self { page } else { nil } }
}
