import Testing
import TextGrid

@testable import IngestApp

/// Lines for people are broken between words where a terminal is too narrow for them.
@Suite struct StreamsTests {
    private static let line =
        "  ! Kristinehamns kommun: servern skickade nästan ingenting på 10 s – det är ofta tillfälligt"

    @Test(arguments: [40, 60, 80]) func longLinesAreBrokenBetweenWords(width: Int) {
        let lines = Streams.wrapped(Self.line, width: width).split(separator: "\n")
        #expect(lines.count > 1 && lines.allSatisfy { DisplayWidth.of(String($0)) <= width })
        #expect(lines.first?.hasPrefix("  ! K") == true)
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("    ") && !$0.hasPrefix("     ") })
        let words = lines.flatMap { $0.split(separator: " ") }
        #expect(words == Self.line.split(separator: " "))
    }

    @Test func othersAreLeftAsTheyAre() {
        #expect(Streams.wrapped(Self.line, width: nil) == Self.line)
        #expect(Streams.wrapped(Self.line, width: 200) == Self.line)
        #expect(Streams.wrapped("", width: 80) == "")
    }
}
