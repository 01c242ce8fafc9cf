import ClimateFixtures
import ClimateModel
import Dashboard
import Testing

@testable import UtkikApp

/// What the writer prints, taken apart.
@Suite struct CompanionLineTests {
    @Test func linesComeWholeHoweverTheyArePieced() {
        var random = SeededGenerator(seed: 3)
        let lines = (0..<200).map { String(repeating: "å", count: $0 % 60) + "\($0)" }
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        var splitter = LineSplitter()
        var found: [String] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...90, using: &random))
            found += splitter.feed(bytes[start..<end]).map { String(decoding: $0, as: UTF8.self) }
            start = end
        }
        #expect(found == lines)
        #expect(splitter.finish() == nil)
    }

    @Test func aLineBeyondMeasureIsLeftOutAndTheNextOneKept() {
        var splitter = LineSplitter()
        let endless = [UInt8](repeating: 0x7B, count: 50_000)
        for _ in 0..<20 { #expect(splitter.feed(endless).isEmpty) }
        #expect(splitter.finish() == nil)
        #expect(splitter.feed(Array("\nkort\nlast".utf8)) == [Array("kort".utf8)])
        #expect(splitter.finish() == Array("last".utf8))
    }

    @Test(arguments: [
        "", "{", "[]", "7", "{\"source\":7}", "{\"source\":\"a\"}", "null",
        "{\"result\":\"failed\"}",
        String(repeating: "[", count: 60_000), "{" + String(repeating: "\"a\":{", count: 10_000),
    ]) func whatIsNoReportIsNone(text: String) {
        #expect(CompanionLine.report(Array(text.utf8)) == nil)
    }

    @Test func reportsAreCleanAndBounded() throws {
        let text = """
            {"source":"a","title":"\\u001b[31mRöd\\u202e \(String(repeating: "x", count: 2_000))","result":"strange",
            "new":-3,"changed":9223372036854775807,"done":2,"total":5,"more":[1,2]}
            """.replacing("\n", with: "")
        let report = try #require(CompanionLine.report(Array(text.utf8)))
        #expect(report.result == .skipped)
        #expect(report.title.hasPrefix("[31mRöd"))
        #expect(report.title.count <= 500)
        #expect(report.new == 0 && report.changed == 1_000_000_000)
        #expect(report.done == 2 && report.total == 5)
    }

    @Test func anAdditionTellsWhetherItWasThereAlready() {
        func change(_ text: String) -> SourceChangeResult? {
            CompanionLine.change(Array(text.utf8))
        }
        let id = Source.ID(rawValue: "a")
        #expect(change(#"{"source":"a","title":"A","result":"new"}"#) == .done(id, title: "A"))
        for result in ["changed", "unchanged"] {
            let text = #"{"source":"a","title":"A","address":"x","result":"\#(result)"}"#
            #expect(change(text) == .present(id, title: "A"))
        }
        #expect(change(#"{"source":"a","done":true}"#) == .done(id, title: nil))
    }

    @Test func aTestIsReadInFull() throws {
        let text = """
            {"address":"https://x","kind":"feed","title":null,"items":20,"newest":"2026-11-20","problems":["a"],\
            "error":null,"preview":["b","","c"]}
            """
        let test = try #require(CompanionLine.test(Array(text.utf8)))
        #expect(test.kind == .feed && test.title == nil && test.items == 20)
        #expect(
            test.newest == "2026-11-20" && test.problems == ["a"] && test.preview == ["b", "c"])
        #expect(test.error == nil)
    }
}
