/// Where a list stands: how long it is, which row is selected, which row is the first one shown.
public struct ListState: Hashable, Sendable {
    /// How many rows there are, 0 or more.
    public private(set) var count: Int
    /// 0 where the list is empty.
    public private(set) var selection: Int
    /// The first row that is shown, from 0.
    public private(set) var top: Int

    /// Numbers out of range become the nearest in it.
    public init(count: Int = 0, selection: Int = 0) {
        self.count = max(0, count)
        self.selection = selection
        top = 0
        select(selection)
    }

    /// Whether there are no rows.
    public var isEmpty: Bool { count == 0 }

    /// Moves the selection to `row`, or to the nearest row there is.
    public mutating func select(_ row: Int) {
        selection = min(max(0, row), max(0, count - 1))
    }

    /// Moves the selection down, or up for a negative number, as far as there are rows.
    public mutating func move(by rows: Int) {
        let (sum, overflow) = selection.addingReportingOverflow(rows)
        select(overflow ? (rows > 0 ? .max : 0) : sum)
    }

    /// The list is now `count` long; the selection stays where it can.
    public mutating func resize(to count: Int) {
        self.count = max(0, count)
        select(selection)
    }

    /// Scrolls by `rows` with the selection held inside what is shown and away from its edges, as a wheel does, so that
    /// ``settle(height:margin:inLeaps:)`` leaves it there.
    public mutating func scroll(by rows: Int, height: Int, margin: Int = 2) {
        let last = max(0, count - height)
        top = min(max(0, top + rows), last)
        let margin = max(0, min(margin, (height - 1) / 2))
        let first = top == 0 ? 0 : top + margin
        let end = top == last ? count - 1 : top + height - 1 - margin
        select(min(max(selection, first), max(first, end)))
    }

    /// Scrolls so that the selection is inside `height` rows, with `margin` rows of sight around it, and no empty rows are
    /// shown below the last. Where nothing of it shows, it stays as it was.
    ///
    /// - Parameter inLeaps: scrolls half a screen at a time rather than no more than needed. Beside other panes a terminal
    ///   can't move a list's lines, and would have to write all of them for each row.
    public mutating func settle(height: Int, margin: Int = 2, inLeaps: Bool = false) {
        guard height > 0 else { return }
        let margin = min(margin, (height - 1) / 2)
        let isAbove = selection < top + margin
        let isBelow = selection > top + height - 1 - margin
        if isAbove || isBelow {
            let nearest = isAbove ? selection - margin : selection - height + 1 + margin
            top = inLeaps ? selection - height / 2 : nearest
        }
        top = min(max(0, top), max(0, count - height))
    }

    /// The rows that are shown in `height` rows.
    public func visible(height: Int) -> Range<Int> {
        let first = min(top, count)
        return first..<max(first, min(count, top + max(0, height)))
    }

    /// The rows that are to be at hand: those shown in `height` rows, and those around the selection, as pages step from it
    /// to the next even where no list shows.
    public func held(height: Int) -> Range<Int> {
        let near = max(0, selection - 2)..<min(count, selection + 3)
        guard height > 0 else { return near }
        let shown = visible(height: height)
        return min(shown.lowerBound, near.lowerBound)..<max(shown.upperBound, near.upperBound)
    }
}
