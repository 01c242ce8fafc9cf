import TextGrid

/// Where everything stands on the home view.
public struct HomeLayout: Hashable, Sendable {
    /// How much there is room for, from the most to the least.
    public enum Mode: Hashable, Sendable {
        /// Three panes together under the standing strip.
        case wide
        /// One pane with tabs, the strip in one line.
        case tabs
        /// The focused list alone.
        case list
        /// One line that says the window is too small.
        case tooSmall
    }

    /// What there is room for.
    public var mode: Mode
    /// The title bar.
    public var title: Rect
    /// Where the municipality's standing is told; empty where there is no room.
    public var strip: Rect
    /// The panes' names, where only one pane is shown; else empty.
    public var tabs: Rect
    /// Each pane with its heading line; a pane that is not shown has none.
    public var panes: [AppState.Pane: Rect]
    /// Below the news list, where the selected item is shown; empty where there is no room.
    public var preview: Rect
    /// The line of keys at the bottom.
    public var hints: Rect

    static let minimum = Size(width: 20, height: 6)
    static let tabsMinimum = Size(width: 60, height: 12)
    static let wideMinimum = Size(width: 110, height: 24)
    /// From here the strip has a line more, for the years below the chart.
    static let tallHeight = 30

    /// - Complexity: O(1).
    public init(size: Size, focus: AppState.Pane, isZoomed: Bool) {
        let empty = Rect(x: 0, y: 0, width: 0, height: 0)
        (title, strip, tabs, preview, hints) = (empty, empty, empty, empty, empty)
        panes = [:]
        mode = Self.mode(of: size)
        let screen = Rect(size)
        switch mode {
        case .tooSmall: title = screen.split(top: 1).top
        case .list:
            (title, panes[focus]) = { ($0.top, $0.rest) }(screen.split(top: 1))
            if size.height >= 10, let pane = panes[focus] {
                (panes[focus], hints) = { ($0.rest, $0.bottom) }(pane.split(bottom: 1))
            }
        case .tabs: layOutTabs(screen, focus: focus)
        case .wide:
            if isZoomed { layOutZoomed(screen, focus: focus) } else { layOutWide(screen) }
        }
    }

    private static func mode(of size: Size) -> Mode {
        func fits(_ minimum: Size) -> Bool {
            size.width >= minimum.width && size.height >= minimum.height
        }
        if fits(wideMinimum) { return .wide }
        if fits(tabsMinimum) { return .tabs }
        return fits(minimum) ? .list : .tooSmall
    }

    private mutating func layOutTabs(_ screen: Rect, focus: AppState.Pane) {
        var rest = screen
        (title, rest) = rest.split(top: 1)
        (tabs, rest) = rest.split(top: 1)
        (rest, hints) = rest.split(bottom: 1)
        panes[focus] = rest
    }

    private mutating func layOutZoomed(_ screen: Rect, focus: AppState.Pane) {
        var rest = screen
        (title, rest) = rest.split(top: 1)
        (rest, hints) = rest.split(bottom: 2)
        (_, rest) = rest.split(top: 1)
        hints = hints.split(top: 1).rest
        panes[focus] = rest
    }

    private mutating func layOutWide(_ screen: Rect) {
        var rest = screen
        (title, rest) = rest.split(top: 1)
        (_, rest) = rest.split(top: 1)
        (strip, rest) = rest.split(top: screen.height >= Self.tallHeight ? 4 : 3)
        (_, rest) = rest.split(top: 1)
        (rest, hints) = rest.split(bottom: 1)
        // A little more for the left, which holds tables; the column between is the hairline's.
        let (left, right) = rest.split(left: min(rest.width * 54 / 100, 92))
        let projectRows = max(7, left.height * 36 / 100)
        let (rankings, projects) = left.split(bottom: projectRows)
        panes[.rankings] = rankings
        panes[.projects] = projects
        var news = right.split(left: 1).rest
        let previewRows = news.height * 38 / 100
        if previewRows >= 8 {
            (news, preview) = { ($0.rest, $0.bottom) }(news.split(bottom: previewRows))
        }
        panes[.news] = news
    }
}
