import Testing

@testable import IngestApp

/// The line that shows how far something has come.
@Suite struct StatusLineTests {
    @Test func theBarGrowsWithTheShare() {
        let empty = String(repeating: " ", count: 30)
        #expect(StatusLine.line("Hämtar", share: 0, columns: 79) == "Hämtar [\(empty)] 0 %")
        let half = String(repeating: "=", count: 15) + String(repeating: " ", count: 15)
        #expect(StatusLine.line("Hämtar", share: 0.5, columns: 79) == "Hämtar [\(half)] 50 %")
        #expect(StatusLine.line("Hämtar", share: 7, columns: 79).hasSuffix("] 100 %"))
    }

    /// A line that wraps can't be taken away.
    @Test func itFitsEveryTerminal() {
        for columns in 1...100 {
            for share in [0, 0.5, 1] {
                let line = StatusLine.line("Hämtar 3 av 4", share: share, columns: columns)
                #expect(line.count <= columns && !line.isEmpty)
                #expect(line.contains("[") == (columns >= 30))
            }
        }
        #expect(StatusLine.line("Hämtar 3 av 4", share: 0.75, columns: 29) == "Hämtar 3 av 4 75 %")
    }
}
