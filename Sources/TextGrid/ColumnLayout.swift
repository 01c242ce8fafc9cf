/// Which columns of a table are shown at a width, where, and how wide.
public enum ColumnLayout {
    /// A column that a table can show.
    public struct Column<ID: Hashable & Sendable>: Hashable, Sendable {
        /// Which column it is, unique in the table.
        public var id: ID
        /// Below this it is not shown.
        public var minimum: Int
        /// Wide enough for what it shows; not less than the minimum.
        public var ideal: Int
        /// Takes the room that is left over when every column has its ideal width.
        public var isFlexible: Bool
        /// The widest that a flexible column may get; nil for no bound.
        public var maximum: Int?
        /// When room is short, the column of the lowest priority goes first, of equals the last.
        public var priority: Int
        /// How its text stands in it.
        public var alignment: Alignment

        /// A minimum below 1 is taken as 1. Without an ideal width the column wants its minimum.
        public init(
            id: ID, minimum: Int, ideal: Int? = nil, maximum: Int? = nil, priority: Int = 0,
            alignment: Alignment = .leading, isFlexible: Bool = false
        ) {
            self.id = id
            self.minimum = max(1, minimum)
            self.ideal = max(self.minimum, ideal ?? minimum)
            self.maximum = maximum.map { [ideal = self.ideal] in max(ideal, $0) }
            self.priority = priority
            self.alignment = alignment
            self.isFlexible = isFlexible
        }
    }

    /// A column that is shown.
    public struct Placement<ID: Hashable & Sendable>: Hashable, Sendable {
        /// The column that is placed.
        public var id: ID
        /// From the left edge of the table.
        public var x: Int
        /// In columns of the screen, 1 or more.
        public var width: Int
        /// How its text stands in it.
        public var alignment: Alignment
    }

    /// Places the columns, in their order, in `width` columns with `gap` blank ones between them.
    ///
    /// Columns are dropped until the minimum widths fit; the column of the highest priority is always shown, in less than its
    /// minimum if need be. Then columns grow towards their ideal width in the order of priority, and at last the flexible ones
    /// share what is left, evenly.
    ///
    /// - Complexity: O(*n*²) in the number of columns.
    public static func solve<ID>(
        _ columns: [Column<ID>], width: Int, gap: Int = 2
    ) -> [Placement<ID>] {
        guard width > 0, !columns.isEmpty else { return [] }
        let byPriority = columns.indices.sorted { one, two in
            (columns[two].priority, one) < (columns[one].priority, two)
        }
        var shown = byPriority
        func room(_ widths: [Int]) -> Int {
            width - widths.reduce(0, +) - gap * (shown.count - 1)
        }
        while shown.count > 1, room(shown.map { columns[$0].minimum }) < 0 { shown.removeLast() }

        var widths = Array(repeating: 0, count: columns.count)
        for index in shown { widths[index] = min(width, columns[index].minimum) }
        var left = room(widths)
        for index in shown {
            let more = min(max(0, left), columns[index].ideal - widths[index])
            widths[index] += max(0, more)
            left -= max(0, more)
        }
        share(left, among: shown.filter { columns[$0].isFlexible }, of: columns, in: &widths)

        var x = 0
        return shown.sorted().map { index in
            defer { x += widths[index] + gap }
            return Placement(
                id: columns[index].id, x: x, width: widths[index],
                alignment: columns[index].alignment)
        }
    }

    /// One column at a time to the narrowest that may still grow would be even; rounds do the same faster.
    private static func share<ID>(
        _ room: Int, among flexible: [Int], of columns: [Column<ID>], in widths: inout [Int]
    ) {
        var left = room
        var growing = flexible
        while left > 0, !growing.isEmpty {
            let part = max(1, left / growing.count)
            for index in growing where left > 0 {
                let bound = columns[index].maximum ?? .max
                let more = min(part, left, bound - widths[index])
                widths[index] += more
                left -= more
            }
            growing.removeAll { widths[$0] >= columns[$0].maximum ?? .max }
        }
    }
}
