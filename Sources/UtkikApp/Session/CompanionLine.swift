import ClimateModel
import Dashboard
import Foundation

/// A line that the companion prints with `--json`. What is from outside is cleaned and bounded here once more.
enum CompanionLine {
    /// Of `sync`: what came of a source. Nil for a line that is none.
    static func report(_ line: [UInt8]) -> SyncReport? {
        guard let value = decode(Report.self, line) else { return nil }
        return SyncReport(
            source: Source.ID(rawValue: value.source),
            title: text(value.title) ?? text(value.address) ?? value.source,
            result: SyncReport.Result(rawValue: value.result) ?? .skipped,
            new: count(value.new), changed: count(value.changed), error: text(value.error),
            done: count(value.done), total: count(value.total))
    }

    /// Of `source add`, `pause`, `resume` and `remove`: what it was done to. Nil for a line that is none.
    static func change(_ line: [UInt8]) -> SourceChangeResult? {
        guard let value = decode(Change.self, line) else { return nil }
        let id = Source.ID(rawValue: value.source)
        let wasThere = value.result.map { $0 != "new" } ?? false
        return wasThere
            ? .present(id, title: text(value.title)) : .done(id, title: text(value.title))
    }

    /// Of `source test`: what it would bring. Nil for a line that is none.
    static func test(_ line: [UInt8]) -> SourceTest? {
        guard let value = decode(Test.self, line) else { return nil }
        return SourceTest(
            address: text(value.address) ?? "", kind: value.kind.flatMap(Source.Kind.init),
            title: text(value.title), items: count(value.items), newest: text(value.newest),
            problems: texts(value.problems), preview: texts(value.preview),
            error: text(value.error))
    }

    /// A line that is no JSON, as text to show, without the program's name before it; nil for a blank one.
    static func plain(_ line: [UInt8]) -> String? {
        guard let text = text(String(decoding: line, as: UTF8.self)) else { return nil }
        let name = "utkik: "
        return text.hasPrefix(name) ? String(text.dropFirst(name.count)) : text
    }

    private struct Report: Decodable {
        var source: String
        var title: String?
        var address: String?
        var result: String
        var new: Int?
        var changed: Int?
        var error: String?
        var done: Int?
        var total: Int?
    }

    private struct Change: Decodable {
        var source: String
        var title: String?
        /// Of an addition: `new`, `changed` or `unchanged`.
        var result: String?
    }

    private struct Test: Decodable {
        var address: String
        var kind: String?
        var title: String?
        var items: Int?
        var newest: String?
        var problems: [String]?
        var preview: [String]?
        var error: String?
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ line: [UInt8]) -> Value? {
        guard line.first == UInt8(ascii: "{") else { return nil }
        return try? JSONDecoder().decode(type, from: Data(line))
    }

    /// The longest text that is shown, in characters.
    private static let textLimit = 500
    /// The most texts of a list that are shown.
    private static let listLimit = 50
    /// The largest count that is believed.
    private static let countLimit = 1_000_000_000

    private static func text(_ text: String?) -> String? {
        guard let text else { return nil }
        let clean = CleanText.line(text.prefix(textLimit))
        return clean.isEmpty ? nil : clean
    }

    private static func texts(_ list: [String]?) -> [String] {
        (list ?? []).prefix(listLimit).compactMap { text($0) }
    }

    private static func count(_ number: Int?) -> Int { min(max(0, number ?? 0), countLimit) }
}
