/// What changed between two frames.
public enum FrameDiff {
    /// Neighbouring columns of one row that must be drawn again.
    public struct Run: Hashable, Sendable {
        /// The row, from 0 at the top.
        public var y: Int
        /// The columns to draw, from 0 at the left.
        public var columns: Range<Int>

        /// Takes the row and the columns as they are.
        public init(y: Int, columns: Range<Int>) {
            self.y = y
            self.columns = columns
        }
    }

    /// The runs to draw to get from `old` to `new`, from the top down and from left to right.
    ///
    /// Without an old frame, or with one of another size, every row is a run. A run never starts or ends inside a wide
    /// character of either frame. Two runs with at most `gap` unchanged columns between them are one: moving the cursor
    /// costs about as many bytes as drawing that many characters.
    ///
    /// - Complexity: O(*c*) in the number of cells.
    public static func runs(from old: Frame?, to new: Frame, gap: Int = 4) -> [Run] {
        let size = new.size
        guard size.width > 0 else { return [] }
        guard let old, old.size == size else {
            return (0..<size.height).map { Run(y: $0, columns: 0..<size.width) }
        }
        var runs: [Run] = []
        old.cells.withUnsafeBufferPointer { before in
            new.cells.withUnsafeBufferPointer { after in
                if before.baseAddress == after.baseAddress { return }
                for y in 0..<size.height {
                    let row = y * size.width..<(y + 1) * size.width
                    addRuns(
                        of: UnsafeBufferPointer(rebasing: before[row]),
                        UnsafeBufferPointer(rebasing: after[row]), y: y, gap: gap, to: &runs)
                }
            }
        }
        return runs
    }

    private static func addRuns(
        of before: UnsafeBufferPointer<Cell>, _ after: UnsafeBufferPointer<Cell>, y: Int, gap: Int,
        to runs: inout [Run]
    ) {
        var column = 0
        let firstOfRow = runs.count
        while column < after.count {
            if before[column] == after[column] {
                column += 1
                continue
            }
            var start = column
            while start > 0, before[start].width == 0 || after[start].width == 0 { start -= 1 }
            column += 1
            while column < after.count, before[column].width == 0 || after[column].width == 0 {
                column += 1
            }
            if runs.count > firstOfRow, start - runs[runs.count - 1].columns.upperBound <= gap {
                let first = runs[runs.count - 1].columns.lowerBound
                runs[runs.count - 1].columns = first..<column
            } else {
                runs.append(Run(y: y, columns: start..<column))
            }
        }
    }
}
