import ClimateModel
import Configuration
import Testing

/// Where problems of a config file are said to be.
@Suite struct ConfigLineTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try SettingsFile.parse(text, path: "c", home: "/home/eva", SharedSettings.init)
            return []
        } catch {
            return error.problems.map { $0.text(in: .english) }
        }
    }

    @Test func theLastOfTwoThousandSourcesHasItsLine() {
        let sources = (1...2_000).map {
            """
            [[sources]]
            address = "https://kommun\($0).se/rss"
            every = "\($0 == 2_000 ? "ofta" : "30 min")"

            """
        }
        let found = problems("# Källor\n" + sources.joined(separator: "\n"))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("c:8000: sources.every: expected") == true, "\(found)")
    }

    @Test func tablesWithinListsBelongToTheLastOfThem() {
        let found = problems(
            """
            [[sources]]
            address = "https://a.se/"

            [sources.columns]
            start = 1

            [[ "sources" ]] # the second
            address = "https://b.se/"
            sources.x = { y = 1 }
            [sources.columns]
            "slut datum" = [
              1,
            ]
            [sync.x]
            [sync]
            contact = \"\"\"
            a
            \"\"\"
            """)
        #expect(
            found.map { $0.prefix(5) } == ["c:5: ", "c:9: ", "c:11:", "c:14:", "c:16:"], "\(found)")
    }
}
