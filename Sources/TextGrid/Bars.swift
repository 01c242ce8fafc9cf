/// A bar that shows a share by its length.
public enum HorizontalBar {
    /// The bar in exactly `width` columns, in steps of an eighth of a column; blanks fill the rest.
    ///
    /// What is more than nothing shows at least one step; what is less than all leaves at least one empty.
    public static func text(
        _ value: Double, of maximum: Double, width: Int, glyphs: GlyphSet = .unicode
    ) -> String {
        guard width > 0 else { return "" }
        guard value.isFinite, maximum.isFinite, value > 0, maximum > 0 else {
            return TextLayout.spaces(width)
        }
        let steps = width * 8
        let filled =
            value >= maximum
            ? steps : min(steps - 1, max(1, Int((value / maximum * Double(steps)).rounded())))
        let whole = String(repeating: glyphs.horizontalEighths[7], count: filled / 8)
        let part = filled % 8 == 0 ? "" : glyphs.horizontalEighths[filled % 8 - 1]
        return whole + part + TextLayout.spaces(width - (filled + 7) / 8)
    }
}

/// A stretch of time as a bar: from start to end, today and the milestones on it.
public enum TimelineBar {
    /// What a column shows, so that the caller gives it its style.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// Before the start or after the end.
        case empty
        /// Of the bar, before today and after.
        case elapsed, remaining
        /// Where today is.
        case today
        /// A milestone that is done, and one that is not.
        case milestoneDone, milestonePlanned
    }

    /// One column.
    public struct Part: Hashable, Sendable {
        /// One column of text.
        public var text: String
        /// What it shows.
        public var role: Role
    }

    /// Something that happens at one time.
    public struct Milestone: Hashable, Sendable {
        /// In the same unit as the bar's other times.
        public var time: Double
        /// Whether it is done, which has a sign of its own.
        public var isDone: Bool

        /// Takes the time and the state as they are.
        public init(time: Double, isDone: Bool) {
            self.time = time
            self.isDone = isDone
        }
    }

    /// The bar as exactly `width` parts of one column each. Times are in any one unit, as day numbers.
    ///
    /// In a column with several things a milestone goes before the bar, a planned one before one that is done; one that
    /// would hide today stands beside it. What lies outside `span` is not shown.
    ///
    /// - Parameters:
    ///   - start: nil, no bar.
    ///   - end: nil, the bar goes on to the end of the span and ends in an arrow.
    ///   - today: nil, the whole bar is `elapsed`.
    /// - Complexity: O(*w* + *m*) in the width and the number of milestones.
    public static func cells(
        start: Double?, end: Double?, today: Double?, milestones: [Milestone] = [],
        span: ClosedRange<Double>, width: Int, glyphs: GlyphSet = .unicode
    ) -> [Part] {
        guard width > 0 else { return [] }
        let axis = Axis(span: span, width: width)
        var parts = (0..<width).map { _ in Part(text: " ", role: .empty) }
        if let start, start <= span.upperBound, (end ?? span.upperBound) >= span.lowerBound {
            addBar(from: start, to: end, today: today, axis: axis, glyphs: glyphs, to: &parts)
        }
        if let today, span.contains(today) {
            parts[axis.column(of: today)] = Part(text: glyphs.todayMark, role: .today)
        }
        let inOrder = milestones.filter(\.isDone) + milestones.filter { !$0.isDone }
        let todayColumn = today.flatMap { span.contains($0) ? axis.column(of: $0) : nil }
        for milestone in inOrder where span.contains(milestone.time) {
            var column = axis.column(of: milestone.time)
            if column == todayColumn {
                // Both are to be seen: what is planned stands after today, what is done before it.
                column = min(max(0, column + (milestone.isDone ? -1 : 1)), width - 1)
            }
            parts[column] =
                milestone.isDone
                ? Part(text: glyphs.milestoneDone, role: .milestoneDone)
                : Part(text: glyphs.milestonePlanned, role: .milestonePlanned)
        }
        return parts
    }

    private static func addBar(
        from start: Double, to end: Double?, today: Double?, axis: Axis, glyphs: GlyphSet,
        to parts: inout [Part]
    ) {
        let first = axis.half(of: start)
        let last = max(first, axis.half(of: end ?? axis.span.upperBound))
        let lastElapsed = today.map { $0 < axis.span.lowerBound ? -1 : axis.column(of: $0) }
        for column in first / 2...last / 2 {
            if let lastElapsed, column > lastElapsed {
                parts[column] = Part(text: glyphs.barEmpty, role: .remaining)
                continue
            }
            let text =
                switch (first <= column * 2, last > column * 2) {
                case (true, false): glyphs.barLeftHalf
                case (false, true): glyphs.barRightHalf
                default: glyphs.barFull
                }
            parts[column] = Part(text: text, role: .elapsed)
        }
        if end == nil, let open = parts.last {
            parts[parts.count - 1] = Part(text: glyphs.arrowRight, role: open.role)
        }
    }

    /// Times on the columns.
    private struct Axis {
        let span: ClosedRange<Double>
        let width: Int

        /// The half column of a time, held within the span.
        func half(of time: Double) -> Int {
            let length = span.upperBound - span.lowerBound
            guard length > 0, !time.isNaN else { return 0 }
            let part = min(1, max(0, (time - span.lowerBound) / length))
            return min(width * 2 - 1, Int(part * Double(width * 2)))
        }

        func column(of time: Double) -> Int { half(of: time) / 2 }
    }
}
