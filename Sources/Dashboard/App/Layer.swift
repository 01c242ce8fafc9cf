/// What lies over the panes; the last one has the keys.
public enum Layer: Sendable {
    /// Something to read.
    case page(Page)
    /// Something to choose.
    case picker(Picker)
    /// A line to type in.
    case prompt(Prompt)
    /// What is read from where.
    case sources(SourceList)

    var page: Page? { if case .page(let page) = self { page } else { nil } }
    var sources: SourceList? { if case .sources(let view) = self { view } else { nil } }

    /// Whether nothing of what lies below is seen.
    var coversScreen: Bool {
        switch self {
        case .page(let page): page.isFullScreen
        case .sources: true
        case .picker, .prompt: false
        }
    }
}
