import ClimateModel

/// The rows of a sheet, one by one: no more of it stands in memory than a chunk's worth.
struct SheetRows: RowSource {
    private var parser: PartParser
    private let taker: SheetTaker
    private let merged: MergedCells
    private var pending: [Row] = []
    private var index = 0

    init(_ parser: PartParser, _ taker: SheetTaker, _ merged: MergedCells) {
        self.parser = parser
        self.taker = taker
        self.merged = merged
    }

    var progress: Double { parser.progress }

    mutating func next() throws(Problem) -> Row? {
        while index == pending.count {
            pending.removeAll()
            let hasMore = try parser.step()
            pending = taker.takeRows()
            index = 0
            if pending.isEmpty, !hasMore { return nil }
        }
        defer { index += 1 }
        merged.fill(&pending[index])
        return pending[index]
    }
}
