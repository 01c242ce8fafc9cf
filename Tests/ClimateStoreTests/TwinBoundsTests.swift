import ClimateModel
import Testing

@testable import ClimateStore

/// Telling whether two items are the same costs little, whatever they are.
@Suite struct TwinBoundsTests {
    private let folder: TemporaryFolder
    private let writer: ContentWriter
    private let store: ContentStore

    init() throws {
        folder = try TemporaryFolder()
        writer = try ContentWriter.open(at: folder.location, now: .test)
        store = try ContentStore.open(folder.location)
    }

    private static let title = "Kristinehamn klättrar 31 placeringar"

    /// A text of words that no other seed gives.
    private static func text(_ seed: Int, words: Int) -> String {
        (0..<words).map { "ord\(["a", "b", "c", "d"][$0 % 4])s\(seed)n\($0)" }
            .joined(separator: " ")
    }

    private func write(_ items: [NewsItem]) throws -> WriteSummary {
        let sources = Set(items.map(\.provenance.source.rawValue)).sorted().map(Source.test)
        _ = try writer.write(ContentBatch(sources: sources))
        return try writer.write(ContentBatch(news: items))
    }

    @Test(.timeLimit(.minutes(1))) func manyItemsUnderTheHeadlineOfLongOnesAreQuicklyWritten()
        throws
    {
        let long = (1...24).map {
            NewsItem.test(
                "long\($0)", title: Self.title, text: Self.text($0, words: 10_000),
                source: "long\($0)")
        }
        #expect(try write(long).inserted == 24)
        let short = (1...400).map {
            NewsItem.test(
                "short\($0)", title: Self.title, text: Self.text(100 + $0, words: 15),
                source: "short")
        }
        #expect(try write(short).inserted == 400)
    }

    @Test func longTextsAreToldByTheirBeginnings() throws {
        let beginning = Self.text(1, words: 4_000)
        let one = beginning + " " + Self.text(2, words: 20_000)
        let two = beginning + " " + Self.text(3, words: 20_000)
        _ = try write([.test("1", title: Self.title, text: one, source: "a")])
        let same = NewsItem.test("2", title: Self.title, text: two, source: "b")
        #expect(try write([same]).updated == 1)
        let other = NewsItem.test(
            "3", title: Self.title, text: Self.text(4, words: 20_000), source: "c")
        #expect(try write([other]).inserted == 1)
        #expect(try store.newsItem(same.id)?.alsoFrom.count == 1)
    }

    /// What was compared before is not what is compared with once it has changed.
    @Test func aTextThatChangesInTheSameBatchIsComparedAsItIsThen() throws {
        let (old, new) = (Self.text(1, words: 40), Self.text(2, words: 40))
        _ = try write([.test("1", title: Self.title, text: old, source: "a")])
        let summary = try write([
            .test("2", title: Self.title, text: Self.text(3, words: 40), source: "b"),
            .test("1", title: Self.title, text: new, source: "a"),
            .test("4", title: Self.title, text: new, source: "c"),
        ])
        #expect(summary.inserted == 1 && summary.updated == 2)
    }

    @Test func aCutBodyGivesWhatStandsBeforeTheCut() throws {
        let body = StructuredText([
            .heading(level: 2, [.text("Sex \"beslut\"")]),
            .paragraph([.text("Läs\u{1} "), .link(text: "mer", address: "https://a.example/b")]),
            .list(ordered: true, items: [[.text("ett"), .strong("två")], [.emphasis("tre")]]),
            .quote([.text("Så\ndär \\ är det.")]),
        ])
        let (whole, plain) = (BodyCodec.encode(body), body.plain)
        #expect(BodyCodec.decode(beginning: whole) == body)
        var longest = 0
        for length in 0..<whole.count {
            let cut = BodyCodec.decode(beginning: String(whole.prefix(length)))?.plain ?? ""
            #expect(plain.hasPrefix(cut))
            #expect(cut.count >= longest)
            longest = max(longest, cut.count)
        }
        #expect(longest == plain.count)
    }
}
