import ClimateModel

/// The stretch of a long list that is held in memory: a few screens around what is shown.
public struct WindowedRows<Row: Sendable>: Sendable {
    /// The index of the first row held.
    public private(set) var offset: Int
    /// The rows held, without holes.
    public private(set) var rows: [Row]

    /// Holds `rows`, the first of which has the index `offset`.
    public init(offset: Int = 0, rows: [Row] = []) {
        self.offset = offset
        self.rows = rows
    }

    /// The row of that index, if it is held.
    public subscript(index: Int) -> Row? {
        let position = index - offset
        return rows.indices.contains(position) ? rows[position] : nil
    }

    /// Changes the row of that index, if it is held.
    public mutating func change(_ index: Int, _ body: (inout Row) -> Void) {
        let position = index - offset
        guard rows.indices.contains(position) else { return }
        body(&rows[position])
    }

    /// What to read so that `visible` rows of `count` are held; nil if they are.
    ///
    /// - Returns: a window of three screens with the visible one in the middle.
    public func missing(visible: Range<Int>, count: Int) -> Window? {
        let wanted = visible.clamped(to: 0..<max(0, count))
        guard !wanted.isEmpty else { return nil }
        let held = offset..<(offset + rows.count)
        if held.lowerBound <= wanted.lowerBound, held.upperBound >= wanted.upperBound { return nil }
        let start = max(0, wanted.lowerBound - wanted.count)
        return Window(offset: start, count: min(count, wanted.upperBound + wanted.count) - start)
    }
}
