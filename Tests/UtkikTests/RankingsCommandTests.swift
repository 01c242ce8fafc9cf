import ClimateModel
import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct RankingsCommandTests {
    private let utkik: UtkikProgram

    init() throws { utkik = try UtkikProgram() }

    @Test func listsTheWholeCountryOf2014() throws {
        let rows = try utkik.objects("rankings", "--period", "2014")
        #expect(rows.count == 290)
        let ranks = rows.compactMap { $0["rank"] as? Int }
        #expect(ranks.count { $0 == 140 } == 2)
        #expect(!ranks.contains(141))
        #expect(ranks == ranks.sorted())
        #expect(
            rows.filter { $0["rank"] as? Int == 140 }.allSatisfy { $0["isTied"] as? Bool == true })
        #expect(Set(rows.compactMap { $0["code"] as? String }).count == 290)
    }

    @Test func knowsWhatKristinehamnWonIn2021() throws {
        let rows = try utkik.objects("rankings", "--period", "2021", "--search", "KRISTINE")
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(row["code"] as? String == "1781")
        #expect(row["name"] as? String == "Kristinehamn")
        #expect(row["county"] as? String == "Värmlands län")
        #expect(row["rank"] as? Int == 150)
        #expect(row["previousRank"] as? Int == 181)
        #expect(row["change"] as? Int == 31)
        #expect(row["period"] as? Int == 2021)
        #expect(row["outOf"] as? Int == 290)
        #expect(row["indicator"] as? String == "foretagsklimat")
        #expect(row["value"] is NSNull)
        #expect((row["source"] as? String)?.isEmpty == false)
        #expect((row["group"] as? String)?.isEmpty == false)
    }

    @Test func everyRecordHasEveryKey() throws {
        let rows = try utkik.objects("rankings", "--all", "--limit", "290")
        let keys: Set = [
            "code", "name", "county", "group", "indicator", "period", "rank", "previousRank",
            "change", "value", "outOf", "source", "isTied", "status", "responses",
            "responseRate", "certainty",
        ]
        #expect(rows.count == 290)
        #expect(rows.allSatisfy { keys.isSubset(of: $0.keys) })
        #expect(rows.last?["rank"] is NSNull)
    }

    @Test func narrowsAndOrders() throws {
        let county = try utkik.objects(
            "rankings", "--period", "2014", "--scope", "county:värmland", "--sort", "name",
            "--language", "sv")
        #expect(county.count == 16)
        #expect(county.first?["name"] as? String == "Arvika")
        // Å comes last.
        #expect(county.last?["name"] as? String == "Årjäng")
        let climbers = try utkik.objects(
            "rankings", "--period", "2021", "--sort", "change", "--limit", "2")
        #expect(climbers.map { $0["change"] as? Int } == [112, 94])
        let fallers = try utkik.objects(
            "rankings", "--period", "2021", "--sort", "change", "--reverse", "--limit", "1")
        #expect(fallers.first?["change"] as? Int == -69)
        let peers = try utkik.objects(
            "rankings", "--period", "2014", "--scope", "peers:kristinehamn")
        #expect(peers.count == 8)
    }

    @Test func printsCSVWithAHeading() throws {
        let run = try utkik.run("rankings", "--period", "2021", "--limit", "1", "--format", "csv")
        #expect(run.status == 0)
        let records = run.output.components(separatedBy: "\r\n")
        #expect(records.count == 3 && records[2].isEmpty)
        #expect(records[0].hasPrefix("rank,change,value,code,name,county,"))
        #expect(records[1].hasPrefix("1,2,,1442,Vårgårda,Västra Götalands län,14,C7,"))
        // A field with a comma stands in quotation marks.
        #expect(records[1].contains("\"foretagsklimat.se/ranking, tabellen 2023\""))
    }

    @Test func printsColumnsForPeople() throws {
        let run = try utkik.run(
            "rankings", "--period", "2021", "--limit", "3", "--language", "sv")
        #expect(run.lines.count == 5)
        #expect(
            run.lines[0].hasPrefix(
                "Lokalt företagsklimat 2021 · 39 av 290 kända · Källa: Svenskt Näringsliv, "))
        #expect(run.lines[1].hasPrefix("Plats  Ändring  Värde  Kod   Kommun"))
        #expect(run.lines[2].hasPrefix("   1        ▲2      –  1442  Vårgårda"))
        #expect(!run.output.contains("\u{1B}"))
        let ascii = try utkik.run(
            "rankings", "--period", "2021", "--limit", "1", environment: ["LC_ALL": "C"])
        #expect(ascii.outputBytes.allSatisfy { $0 < 0x80 })
    }

    /// Behind the rank, where there is room at every width, and figures stand under each other all the same.
    @Test func ranksThatNewsTellOtherwiseAreMarked() throws {
        var item = NewsItem(
            identity: "press", kind: .news, title: "Plats 152",
            published: .unknown,
            provenance: Provenance(source: .init(rawValue: "press"), publisher: "Någon"))
        for (code, rank) in [("1781", 152), ("1730", 99)] {
            item.claims.append(
                RankingClaim(
                    municipality: try #require(MunicipalityCode(rawValue: code)), name: "",
                    ranking: "Lokalt företagsklimat", year: 2021, rank: rank, change: nil,
                    quote: "Så är det.",
                    certainty: .high))
        }
        try utkik.write(
            ContentBatch(
                sources: [Source(id: .init(rawValue: "press"), kind: .feed, title: "Press")],
                news: [item]))
        let lines = try utkik.run("rankings", "--period", "2021", "--language", "sv").lines
        func start(_ name: String) throws -> Substring {
            try #require(lines.first { $0.contains(" \(name) ") }).prefix(6)
        }
        #expect(try start("Kristinehamn") == " 150≠ ")
        #expect(try start("Eda") == "  99” ")
        #expect(try start("Nykvarn") == " 163  ")
    }

    @Test func beginsWithTheYearThatTheScreenBeginsWith() throws {
        let terminal = try utkik.start("--language", "sv")
        #expect(terminal.wait(for: "Lokalt företagsklimat 2021"))
        let text = try utkik.run("rankings", "--language", "sv").lines[0]
        #expect(text.hasPrefix("Lokalt företagsklimat 2021 · "))
        let rows = try utkik.objects("rankings")
        #expect(rows.allSatisfy { $0["period"] as? Int == 2021 })
    }

    @Test func listsAndObjectsInCSVAreJSON() throws {
        let run = try utkik.run("municipality", "Kristinehamn", "--format", "csv")
        #expect(run.output.contains("\"{\"\"count\"\":"))
        #expect(run.output.contains("[{\"\"code\"\":\"\""))
    }

    @Test func asksWhatWasMeant() throws {
        let run = try utkik.run(
            "rankings", "--scope", "peers:Kristinehanm", environment: ["LC_ALL": "sv_SE.UTF-8"])
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("okänd kommun ”Kristinehanm” – menade du Kristinehamn?"))
        #expect(try utkik.run("rankings", "--period", "1999").status == 64)
        #expect(try utkik.run("rankings", "--indicator", "nope").status == 64)
        #expect(try utkik.run("rankings", "--scope", "moon").status == 64)
        #expect(try utkik.run("rankings", "--limit", "x").status == 64)
        #expect(try utkik.run("rankings", "--nope").status == 64)
    }

    @Test func takesGlobalOptionsBeforeTheCommand() throws {
        let run = try utkik.run(
            "--language", "sv", "--color=never", "rankings", "--period", "2021", "--limit", "1")
        #expect(run.status == 0)
        #expect(run.lines[1].hasPrefix("Plats"))
    }

    @Test func coloursOnlyWhereAsked() throws {
        let run = try utkik.run(
            "rankings", "--period", "2021", "--limit", "1", "--color", "256")
        #expect(run.output.contains("\u{1B}["))
    }
}
