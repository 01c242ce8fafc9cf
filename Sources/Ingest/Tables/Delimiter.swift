/// What stands between the cells of a table, found from its text.
struct Delimiter: Hashable, Sendable {
    var byte: UInt8
    /// Where the table begins: after Excel's line "sep=;" if there is one.
    var start: Int
    var line: Int
    /// Whether nearly all of the first rows have the same number of cells, as those of a table do and those of running
    /// text don't.
    var isRegular: Bool

    /// "CSV", "CSV (;)" or "TSV".
    var formatName: String {
        byte == 0x09 ? "TSV" : byte == 0x2C ? "CSV" : "CSV (\(Character(Unicode.Scalar(byte))))"
    }

    private static let candidates: [UInt8] = [0x09, 0x3B, 0x2C]  // tab ; ,
    private static let sampleRows = 60

    /// Nil if the text is no table of at least two columns.
    ///
    /// The first rows are read with each candidate, quotes and all. The one that gives most rows the same number of
    /// cells, more than one, is it; of equals, the one with most cells; of those, tab before semicolon before comma. So a
    /// decimal comma in a table with semicolons is never a separator: its heading has none.
    ///
    /// - Complexity: O(*n*) in the length of the first rows.
    init?(_ bytes: [UInt8]) {
        if let hint = Self.excelHint(bytes) {
            self = hint
            return
        }
        var best: (share: Double, columns: Int, byte: UInt8)?
        for candidate in Self.candidates {
            guard let score = Self.score(bytes, candidate) else { continue }
            if let best, (best.share, best.columns) >= score { continue }
            best = (score.0, score.1, candidate)
        }
        guard let best else { return nil }
        self.init(byte: best.byte, start: 0, line: 1, isRegular: best.share >= 0.7)
    }

    private init(byte: UInt8, start: Int, line: Int, isRegular: Bool) {
        self.byte = byte
        self.start = start
        self.line = line
        self.isRegular = isRegular
    }

    private static func excelHint(_ bytes: [UInt8]) -> Delimiter? {
        guard bytes.count > 5, bytes.starts(with: Array("sep=".utf8)), candidates.contains(bytes[4])
        else { return nil }
        let end = bytes[5...].firstIndex { $0 == 0x0A || $0 == 0x0D }
        guard let end, end == 5 else { return nil }
        let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
        return Delimiter(byte: bytes[4], start: end + (isPair ? 2 : 1), line: 2, isRegular: true)
    }

    private static func score(_ bytes: [UInt8], _ delimiter: UInt8) -> (Double, Int)? {
        var reader = DelimitedReader(bytes, delimiter: delimiter)
        var counts: [Int: Int] = [:]
        var rows = 0
        do {
            while rows < sampleRows, let row = try reader.next() {
                counts[row.cells.count, default: 0] += 1
                rows += 1
            }
        } catch {
            // What was read before the fault tells enough; the fault itself is told when the table is read.
            rows += 1
        }
        let usual = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let usual, rows > 0 else { return nil }
        return (Double(usual.value) / Double(rows), usual.key)
    }
}
