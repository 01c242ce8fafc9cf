import ClimateModel
import Dashboard
import Foundation
import Glibc
import Testing
import TextGrid

@testable import UtkikApp

/// The small formatters, by example and by property.
@Suite struct FormattingTests {
    @Test func quotesFieldsOfCSVAsRFC4180Says() {
        #expect(CSVText.line(["a", "b c", ""]) == "a,b c,\r\n")
        #expect(CSVText.field("a,b") == "\"a,b\"")
        #expect(CSVText.field("say \"hi\"") == "\"say \"\"hi\"\"\"")
        #expect(CSVText.field("two\nlines") == "\"two\nlines\"")
        #expect(CSVText.field("åäö;\t") == "åäö;\t")
    }

    @Test func writesEveryValueAsJSON() throws {
        let value = FieldValue.object([
            "b": .array([.int(1), .null, .bool(false)]), "a": .string("å/\"\u{1}"),
            "c": FieldValue(Double.nan), "d": .double(0.5), "e": FieldValue(nil as String?),
        ])
        let text = try JSONText.text(value, indent: "  ")
        let back = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(back?["a"] as? String == "å/\"\u{1}")
        #expect((back?["b"] as? [Any])?.count == 3)
        #expect(back?["c"] is NSNull && back?["e"] is NSNull)
        #expect(back?["d"] as? Double == 0.5)
        #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("  ") })
    }

    @Test func writesCellsOfTables() throws {
        #expect(try FieldValue.null.cell() == "")
        #expect(try FieldValue.double(37).cell() == "37")
        #expect(try FieldValue.double(3.25).cell() == "3.25")
        let parts = FieldValue.array([
            .object(["date": .string("2021"), "title": .string("x")]), .string("y"),
        ])
        #expect(try parts.cell() == "[{\"date\":\"2021\",\"title\":\"x\"},\"y\"]")
    }

    @Test func putsGlobalOptionsAfterTheCommand() {
        let commands: [String: Set<String>] = [
            "news": [], "rankings": [], "source": ["add", "list"],
        ]
        func normalized(_ words: String) -> String {
            ArgumentOrder.normalized(
                words.split(separator: " ").map(String.init), subcommands: commands
            )
            .joined(separator: " ")
        }
        #expect(
            normalized("--database x --plain news --unread") == "news --database x --plain --unread"
        )
        #expect(normalized("--database=x news") == "news --database=x")
        #expect(normalized("--database news") == "--database news")
        #expect(normalized("--plain") == "--plain")
        #expect(normalized("--unread news") == "--unread news")
        #expect(normalized("news --plain") == "news --plain")
        #expect(normalized("--plain source add x") == "source add --plain x")
        #expect(normalized("source --plain list --json") == "source list --plain --json")
        #expect(normalized("--plain source --json") == "source --plain --json")
    }

    @Test func splitsGlobalOptionsFromTheRest() {
        let (global, rest) = ArgumentOrder.split([
            "--as", "feed", "--database", "x", "a.csv", "--restricted", "--", "--plain",
        ])
        #expect(global == ["--database", "x", "--restricted"])
        #expect(rest == ["--as", "feed", "a.csv", "--", "--plain"])
    }

    @Test func escapesRoff() {
        #expect(Roff.escaped(".TH \\ -x") == "\\&.TH \\e \\-x")
        #expect(Roff.escaped("0–1 å") == "0\\[u2013]1 \\[u00E5]")
    }

    private struct Pair {
        var name: String
        var number: Int
    }

    private static var columns: [Column<Pair>] {
        [
            Column(
                "name", "",
                text: .init(
                    heading: Phrase(same: "Name"), priority: 1, isFlexible: true,
                    cell: { row, _ in row.name })
            ) { .string($0.name) },
            Column(
                "number", "",
                text: .init(
                    heading: Phrase(same: "N"), alignment: .trailing, priority: 2,
                    cell: { row, _ in String(row.number) })
            ) { .int($0.number) },
        ]
    }

    private func lines(_ rows: [Pair], width: Int?) -> [String] {
        var table = TextTable(
            Self.columns, look: TextLook(formats: Formats(.english), width: width, theme: nil))
        return table.lines(rows)
    }

    @Test func alignsWideCharacters() {
        let rows = [Pair(name: "日本", number: 7), Pair(name: "abc", number: 123)]
        #expect(lines(rows, width: nil) == ["Name    N", "日本    7", "abc   123"])
    }

    @Test func keepsLinesWithinTheTerminal() {
        let rows = (0..<40).map { Pair(name: String(repeating: "ö日", count: $0), number: $0) }
        for width in 8...60 {
            #expect(lines(rows, width: width).allSatisfy { DisplayWidth.of($0) <= width })
        }
        // A control character in a cell ends no line.
        #expect(lines([Pair(name: "a\u{1B}[2J\nb", number: 1)], width: nil).count == 2)
    }

    @Test func readsScreenSizes() {
        #expect(ScreenSize(argument: "80x24")?.size == Size(width: 80, height: 24))
        for text in ["80", "0x1", "501x1", "1x201", "x", "-1x5", "80x24x3", ""] {
            #expect(ScreenSize(argument: text) == nil)
        }
    }

    @Test func finishesEmptyLists() throws {
        for (format, expected) in [(OutputFormat.json, "[]\n"), (.csv, "name,number\r\n")] {
            var pipe: [Int32] = [0, 0]
            #expect(Glibc.pipe(&pipe) == 0)
            defer { for end in pipe { close(end) } }
            var writer = RecordWriter(
                Self.columns, format: format,
                look: TextLook(formats: Formats(.english), width: nil, theme: nil),
                to: StandardOutput(descriptor: pipe[1]))
            try writer.finish()
            var buffer = [UInt8](repeating: 0, count: 100)
            let count = read(pipe[0], &buffer, buffer.count)
            #expect(String(decoding: buffer.prefix(count), as: UTF8.self) == expected)
        }
    }
}
