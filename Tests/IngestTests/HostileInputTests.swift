import ClimateModel
import Testing

@testable import Ingest

/// Input made to hurt: every one is refused or made harmless, soon.
@Suite(.timeLimit(.minutes(1))) struct HostileInputTests {
    @Test func notText() {
        #expect(
            failure([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00])?.problems[0].message == .archiveDirectory)
        #expect(failure(Array("%PDF-1.7\n%âãÏÓ".utf8))?.problems[0].message == .pdfFile)
        #expect(failure([])?.problems[0].message == .emptyFile)
        #expect(failure("  \n\t ")?.problems[0].message == .emptyFile)
        #expect(
            failure("# Läs mig\n\nEn text, med komma, och mer.\nEn rad.\n\nEn, två.\n")?.problems[0]
                .message
                == .unknownContent)
        #expect(failure("Kommun;År;Rank\nSol\0na;2021;1\n")?.problems[0].line == 2)
        var random = SeededGenerator(seed: 7)
        let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(failure(noise) != nil)
    }

    /// Cut anywhere, a file is read or refused, and never crashes.
    @Test func truncatedAnywhere() throws {
        let texts = [
            FeedTests.rss(
                "<title>a &amp; b</title><description><![CDATA[<p>x</p>]]></description>"),
            "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"å\\u00e5\"}]}",
            "projekt:\n  - titel: \"A\"\n    kommun: Solna\n    fas: idé\n",
            "Kommun,År,Rank\n\"Solna\",2021,1\nÅre,2021,2\n",
        ]
        for text in texts {
            let bytes = Array(text.utf8)
            _ = try FileReader.read(bytes, context: Fixture.context())
            for count in 0..<bytes.count { _ = failure(Array(bytes[..<count])) }
        }
        let feed = Array(texts[0].utf8)
        let end = "</rss>".utf8.count
        for count in 1..<(feed.count - end) { #expect(failure(Array(feed[..<count])) != nil) }
    }

    /// Bytes changed anywhere do no harm.
    @Test func changedAnywhere() {
        let text = Array(
            ("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]>"
                + FeedTests.rss(
                    "<title>a &amp; &#229;</title><description>&lt;p&gt;x</description>")).utf8)
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = UInt8.random(in: 1...255, using: &random)
            }
            _ = failure(bytes)
        }
    }

    @Test func deepJSON() {
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(failure(deep)?.problems[0].message == .tooDeep)
        let objects = String(repeating: "{\"a\":", count: 1_000_000)
        #expect(failure(objects)?.problems[0].message == .tooDeep)
    }

    @Test func deepYAML() {
        let flow = "a: " + String(repeating: "[", count: 100_000)
        #expect(failure(flow, ImportOptions(type: .projects)) != nil)
        let nested = (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(failure(nested, ImportOptions(type: .projects)) != nil)
    }

    @Test func yamlAliasBombs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let options = ImportOptions(type: .projects)
        #expect(failure(text, options)?.problems.first?.message == .tooManyNodes)
        for key in [
            "? *a12\n: x", "{*a12 : x}", "{[*a12]: x}", "{*a12}", "? [*a12]\n: x",
            "{[\n*a12\n], b}",
        ] {
            #expect(failure(text + "k: \n  " + key.replacing("\n", with: "\n  "), options) != nil)
        }
    }

    @Test func entityBombsAndFiles() throws {
        var bomb = "<!DOCTYPE rss [<!ENTITY l0 \"lol\">"
        for level in 1...20 {
            bomb += "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
        }
        bomb +=
            "<!ENTITY f SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"http://127.0.0.1/x\"> %p;]>"
        let file = try read(bomb + FeedTests.rss("<title>a&l20;&f;</title>"))
        #expect(file.batch.news.first?.title.swedish == "a&l20;&f;")
    }

    @Test func manyAttributes() {
        let many = (0..<200_000).map { " a\($0)=\"\"" }.joined()
        #expect(failure(FeedTests.rss("<title\(many)>a</title>"))?.problems[0].message == .longTag)
        let some = (0..<500).map { " a\($0)=\"\"" }.joined()
        #expect(
            failure(FeedTests.rss("<title\(some)>a</title>"))?.problems[0].message
                == .manyAttributes)
    }

    @Test func deepXML() {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(failure("<rss>" + deep)?.problems[0].message == .tooDeep)
    }

    @Test func deepAndLongHTML() {
        for html in [
            String(repeating: "<b>", count: 100_000),
            String(repeating: "<b>", count: 400) + String(repeating: "<i></i>", count: 15_000),
            "<p " + (0..<100_000).map { "a\($0)=1 " }.joined() + ">x",
            String(repeating: "<div><p><li>", count: 6_000),
        ] {
            _ = failure(
                FeedTests.rss("<title>x</title><description><![CDATA[\(html)]]></description>"))
        }
        let deep = String(repeating: "<b>", count: 2_000)
        let text = FeedTests.rss("<title>x</title><description><![CDATA[\(deep)]]></description>")
        #expect(failure(text)?.problems[0].message == .bodyTooLarge)
    }

    @Test func hugeCells() {
        let huge = String(repeating: "x", count: 20 << 20)
        #expect(
            failure("Kommun;År;Rank\n\"\(huge)\";2021;1\n")?.problems[0].message == .cellTooLong)
        let large = String(repeating: "x", count: 3 << 20)
        #expect(failure("Kommun;År;Rank\n\(large);2021;1\n")?.problems[0].message == .cellTooLong)
        #expect(
            failure(FeedTests.rss("<title>\(large)</title>"))?.problems[0].message == .fieldTooLong)
        let wide = String(repeating: ";", count: 100_000)
        #expect(failure("Kommun;2021\(wide)\nSolna;1\n") != nil)
    }

    @Test func tooLarge() {
        let bytes = [UInt8](repeating: 0x61, count: Limits.fileSize + 1)
        #expect(failure(bytes)?.problems[0].message == .fileTooLarge)
    }

    /// What could steer a terminal or turn text round never gets as far as a record.
    @Test func controlsAndOverrides() throws {
        let bad = "a\u{1B}[31m\u{202E}b\u{200B}\u{9B}c\u{7}d\u{FEFF}\u{2066}e"
        let feed = try read(FeedTests.rss("<title>\(bad)</title><description>\(bad)</description>"))
        #expect(feed.batch.news.first?.title.swedish == "a[31mbcde")
        #expect(feed.batch.news.first?.body.swedish?.plain == "a[31mbcde")
        let json = try read(
            "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"title\":\"a\\u001b\\u202eb\"}]}"
        )
        #expect(json.batch.news.first?.title.swedish == "ab")
        let project = try read("- {titel: \"a\\e[1m\\u202Eb\", kommun: Solna, fas: idé}")
        #expect(project.batch.projects.first?.title.swedish == "a[1mb")
        let table = failure("Kommun;År;Rank\n\u{1B}]0;x\u{7}Solnaa\u{202E};2021;1\n")?.problems
            .first
        let shown = (table?.message.sv ?? "") + (table?.cell ?? "")
        #expect(shown.unicodeScalars.allSatisfy { !CleanText.isUnsafe($0) })
    }
}
