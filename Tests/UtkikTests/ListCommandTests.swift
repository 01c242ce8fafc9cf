import ClimateModel
import Foundation
import Testing

/// News, projects, one municipality, themes.
@Suite(.timeLimit(.minutes(2))) struct ListCommandTests {
    private let utkik: UtkikProgram

    init() throws { utkik = try UtkikProgram() }

    @Test func printsNews() throws {
        let rows = try utkik.objects("news")
        let keys: Set = [
            "id", "kind", "title", "link", "source", "published", "updated", "municipalities",
            "unread", "starred",
        ]
        #expect(rows.count == 6)
        #expect(rows.allSatisfy { keys.isSubset(of: $0.keys) })
        #expect(rows.allSatisfy { $0["unread"] as? Bool == true })
        let dates = rows.compactMap { $0["published"] as? String }
        #expect(dates == dates.sorted(by: >))
        // Its publisher gives no date.
        #expect(rows.last?["published"] is NSNull)
        let about = try #require(rows.first?["municipalities"] as? [[String: String]])
        #expect(about.first == ["code": "1784", "name": "Arvika"])
    }

    @Test func narrowsNews() throws {
        let about = try utkik.objects("news", "--municipality", "kristinehamn")
        #expect(about.count == 2)
        #expect(
            try utkik.objects("news", "--municipality", "1781", "--kind", "newsletter").count == 1)
        #expect(try utkik.objects("news", "--starred").isEmpty)
        #expect(
            try utkik.objects("news", "--search", "foretag narsam", "--language", "sv").count >= 1)
        #expect(try utkik.objects("news", "--limit", "2").count == 2)
        #expect(try utkik.objects("news", "--limit", "0").isEmpty)
        #expect(try utkik.run("news", "--municipality", "Nowhere").status == 64)
        #expect(try utkik.run("news", "--source", "nobody").status == 64)
    }

    @Test(arguments: [
        ("news", "no news items found"), ("projects", "no projects found"),
        ("rankings", "no municipalities found"),
    ])
    func nothingFoundIsSaidBesideTheOutput(command: String, told: String) throws {
        let nothing = try utkik.run(command, "--search", "xqzzy", "--language", "en")
        #expect(nothing.status == 0)
        #expect(nothing.errors == "utkik: \(told)\n")
        #expect(command == "rankings" || nothing.output.isEmpty)
        let json = try utkik.run(command, "--search", "xqzzy", "--format", "json")
        #expect(json.output == "[]\n" && json.errors.isEmpty)
        #expect(try utkik.run(command, "--language", "en").errors.isEmpty)
    }

    @Test func printsProjects() throws {
        let rows = try utkik.objects("projects", "--municipality", "Kramfors", "--language", "sv")
        let project = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(project["phase"] as? String == "completed")
        #expect(project["start"] as? String == "2015")
        #expect(project["status"] is NSNull)
        let outcomes = try #require(project["outcomes"] as? [[String: Any]])
        #expect(outcomes.count == 6)
        #expect(Set(outcomes[0].keys) == ["title", "figure", "unit", "qualifier"])
        let owner = try #require(project["municipality"] as? [String: String])
        #expect(owner["name"] == "Kramfors")
        for key in ["id", "title", "end", "milestones", "decisions", "source"] {
            #expect(project[key] != nil)
        }
        #expect(try utkik.objects("projects", "--phase", "ongoing").count == 1)
        #expect(try utkik.objects("projects", "--status", "red").isEmpty)
    }

    @Test func printsThePlanningStageAndTheCaseNumber() throws {
        try utkik.home.write(
            """
            Projekt;Kommun;Planskede;Diarienummer
            Ny hamn;Kil;Samråd;KS 2021/123
            Nytt torg;Kil;;

            """, to: "planer.csv")
        let run = try utkik.run("import", utkik.home.path + "/planer.csv")
        #expect(run.status == 0, "\(run.errors)")
        let rows = try utkik.objects("projects", "--municipality", "Kil", "--language", "en")
        let harbour = try #require(rows.first { $0["title"] as? String == "Ny hamn" })
        #expect(harbour["stage"] as? String == "Samråd")
        #expect(harbour["caseNumber"] as? String == "KS 2021/123")
        let square = try #require(rows.first { $0["title"] as? String == "Nytt torg" })
        #expect(square["stage"] is NSNull && square["caseNumber"] is NSNull)
        let table = try utkik.run("projects", "--search", "2021/123", "--format", "csv")
        #expect(table.output.contains("KS 2021/123") && !table.output.contains("Nytt torg"))
        let heading = table.output.prefix { $0 != "\n" && $0 != "\r\n" }
        #expect(heading.contains("stage") && heading.contains("caseNumber"))
        let id = try #require(harbour["id"] as? String)
        let page = try utkik.run("render", "--view", "project:" + id, "--size", "100x30")
        #expect(page.output.contains("KS 2021/123") && page.output.contains("Samråd"))
    }

    @Test func printsOneMunicipality() throws {
        let run = try utkik.run("municipality", "KRISTINEHAMN", "--format", "json")
        #expect(run.status == 0)
        let value = try JSONSerialization.jsonObject(with: run.outputBytes)
        let object = try #require(value as? [String: Any])
        let standing = try #require(object["standing"] as? [String: Any])
        #expect(standing["rank"] as? Int == 150)
        #expect(standing["change"] as? Int == 31)
        #expect(standing["streak"] as? Int == 2)
        let trend = try #require(object["trend"] as? [[String: Any]])
        #expect(trend.count == 12)
        #expect(trend.contains { $0["period"] as? Int == 2018 && $0["rank"] is NSNull })
        #expect((object["projects"] as? [Any])?.count == 1)
        #expect((object["news"] as? [Any])?.count == 2)
        #expect((object["peers"] as? [Any])?.count == 7)
        #expect(object["newsCount"] as? Int == 2)
        let places = try #require(object["places"] as? [[String: Any]])
        #expect(places.map { $0["among"] as? String } == ["peers", "group", "county"])
    }

    @Test func findsMunicipalitiesByEveryName() throws {
        for name in ["1715", "kil", "Kils kommun"] {
            let run = try utkik.run("municipality", name)
            #expect(run.output.hasPrefix("Kil\n"), "\(name)")
        }
        // One of two that differ by a ring alone.
        #expect(try utkik.run("municipality", "Håbo").output.hasPrefix("Håbo\n"))
        #expect(try utkik.run("municipality", "Habo").output.hasPrefix("Habo\n"))
        let run = try utkik.run("municipality", "Malmo\u{1B}[31m")
        #expect(run.status == 64)
        #expect(!run.errors.contains("\u{1B}"))
    }

    @Test func listsThemes() throws {
        try FileManager.default.createDirectory(
            atPath: utkik.home.path + "/.config/utkik/themes", withIntermediateDirectories: true)
        try utkik.home.write("palette: 3\n", to: ".config/utkik/themes/broken.yaml")
        let rows = try utkik.objects("themes")
        let names = rows.compactMap { $0["name"] as? String }
        #expect(names.contains("skymning") && names.contains("broken"))
        let broken = try #require(rows.first { $0["name"] as? String == "broken" })
        #expect((broken["problem"] as? String)?.contains("broken.yaml") == true)
        #expect(rows.count { $0["problem"] is NSNull } == 5)
    }

    @Test func givesEveryProblemOfAThemeALineOfItsOwn() throws {
        try FileManager.default.createDirectory(
            atPath: utkik.home.path + "/.config/utkik/themes", withIntermediateDirectories: true)
        try utkik.home.write(
            "base00: \"zz\"\nbase01: \"yy\"\n", to: ".config/utkik/themes/broken.yaml")
        for command in ["themes", "doctor"] {
            let lines = try utkik.run(command, "--language", "sv").lines
            let places = lines.filter { $0.contains("broken.yaml:") }
            #expect(places.count > 1, "\(command): \(lines)")
            #expect(places.allSatisfy { $0.components(separatedBy: "broken.yaml:").count == 2 })
        }
        let screen = try utkik.start("--theme", "broken", "--language", "sv", columns: 400)
        #expect(screen.wait(for: "; "))
        screen.type("qq")
    }

    @Test func asksWhichOfTheNamesThatBeginSo() throws {
        let swedish = try utkik.run("municipality", "upplands", "--language", "sv")
        #expect(swedish.status == 64)
        #expect(swedish.errors.contains("menade du Upplands Väsby eller Upplands-Bro?"))
        let english = try utkik.run("municipality", "Kristine", "--language", "en")
        #expect(english.errors.contains("did you mean Kristinehamn?"))
        let many = try utkik.run("municipality", "s", "--language", "en")
        #expect(many.status == 64 && !many.errors.contains("did you mean"))
    }

    @Test func keepsHostileTitlesHarmless() throws {
        let nasty = "=cmd|\"x\", \u{1B}]0;x\u{7}\u{202E}två\nrader\u{200B}"
        try utkik.write(hostileNews(nasty))
        let rows = try utkik.objects("news", "--search", "cmd")
        let title = try #require(rows.first?["title"] as? String)
        #expect(title.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
        let csv = try utkik.run("news", "--search", "cmd", "--format", "csv")
        #expect(csv.output.contains("\"=cmd|\"\"x\"\", "))
        #expect(csv.output.components(separatedBy: "\r\n").count == 3)
        let text = try utkik.run("news", "--search", "cmd")
        #expect(text.lines.count == 2)
        #expect(!text.output.contains("\u{1B}"))
    }

    @Test func streamsLongLists() throws {
        try utkik.write(manyNews(1_203))
        let run = try utkik.run("news", "--format", "csv")
        #expect(run.output.components(separatedBy: "\r\n").count == 1_203 + 6 + 2)
        let ids = try utkik.objects("news").compactMap { $0["id"] as? String }
        #expect(Set(ids).count == 1_209)
    }
}

/// An item that tries what a feed may try.
func hostileNews(_ title: String) -> ContentBatch {
    news([
        NewsItem(
            identity: "hostile", kind: .news, title: LocalizedText(swedish: title),
            link: "https://example.org/x", published: .moment(Timestamp(seconds: 1_699_999_999)),
            provenance: Provenance(source: .init(rawValue: "test"), publisher: "Test"))
    ])
}

func manyNews(_ count: Int) -> ContentBatch {
    news(
        (0..<count).map { number in
            NewsItem(
                identity: "item-\(number)", kind: .news,
                title: LocalizedText(swedish: "Nyhet nummer \(number)"),
                published: .moment(Timestamp(seconds: 1_600_000_000 + Int64(number))),
                provenance: Provenance(source: .init(rawValue: "test"), publisher: "Test"))
        })
}

private func news(_ items: [NewsItem]) -> ContentBatch {
    ContentBatch(
        sources: [Source(id: .init(rawValue: "test"), kind: .feed, title: "Test")], news: items)
}
