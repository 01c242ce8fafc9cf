import ClimateModel
import ClimateStore
import Foundation
import Testing

/// The real program, run as a user runs it, in a folder of its own.
@Suite(.timeLimit(.minutes(1))) struct ProgramTests {
    private let program: IngestProgram
    private var folder: IngestProgram { program }

    init() throws { program = try IngestProgram() }

    private func run(
        _ arguments: String..., input: String? = nil, language: String = "sv_SE.UTF-8"
    ) throws -> IngestProgram.Run {
        try program.run(arguments, input: input, language: language)
    }

    private func store() throws -> ContentStore { try program.store() }

    // MARK: init

    @Test func makesTheDatabaseQuietly() throws {
        for _ in 0..<2 {
            let run = try run("init")
            #expect(run.status == 0)
            #expect(run.output + run.errors == "")
        }
        #expect(try store().municipalities().count == 290)
    }

    @Test func setsADamagedDatabaseAside() throws {
        #expect(try run("init").status == 0)
        try Data("not a database".utf8).write(to: URL(fileURLWithPath: folder.database))
        let run = try run("init")
        #expect(run.status == 0)
        #expect(run.errors.contains("skadad"))
        #expect(try store().municipalities().count == 290)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/data/utkik")
        #expect(files.contains { $0.hasPrefix("content.sqlite.corrupt-") })
    }

    @Test func leavesAnotherProgramsDatabaseAlone() throws {
        let path = folder.path + "/other.sqlite"
        #expect(try run("init", "--database", path).status == 0)
        var foreign = try Data(contentsOf: URL(fileURLWithPath: path))
        // The application id (sqlite.org/fileformat.html).
        foreign.replaceSubrange(68..<72, with: [1, 2, 3, 4])
        for name in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + name)
        }
        try foreign.write(to: URL(fileURLWithPath: path))
        let run = try run("init", "--database", path, "--language", "en")
        #expect(run.status == 1)
        #expect(run.errors.contains("another program"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == foreign)
    }

    @Test func oneWriterAtATime() throws {
        #expect(try run("init").status == 0)
        let lock = try WriterLock(path: StoreLocation(content: folder.database).lock)
        let file = try folder.write("Kommun;År;Rank\nSolna;1999;1\n", as: "r.csv")
        let refused = try run("import", file)
        #expect(refused.status == 75)
        #expect(refused.errors.contains("En annan process skriver"))
        withExtendedLifetime(lock) {}
    }

    // MARK: import

    /// The ranking that the starter content has, imported once more, changes nothing.
    @Test func theRankingIsThereAlready() throws {
        #expect(try run("init").status == 0)
        let known = try store().observations(of: Indicator.ID(rawValue: "foretagsklimat"))
        var text = "municipality_code,year,rank,certainty,source\n"
        for observation in known {
            let certainty = observation.provenance?.certainty.rawValue ?? ""
            text += "\(observation.municipality),\(observation.period),"
            text += "\(Int(observation.value ?? 0)),\(certainty),\"somewhere, else\"\n"
        }
        let file = try folder.write(text, as: "foretagsklimat_ranking.csv")
        let first = try run("import", file)
        #expect(first.status == 0)
        #expect(first.errors == "")
        #expect(
            first.lines == [
                "\(file): läst som ranking (CSV, UTF-8): Lokalt företagsklimat",
                "\(known.count) rader: 0 nya, 0 ändrade, \(known.count) oförändrade",
            ])
        #expect(try store().observations(of: Indicator.ID(rawValue: "foretagsklimat")) == known)
        #expect(try !store().sources().contains { $0.id.rawValue.hasPrefix("ranking-") })
    }

    @Test func newFiguresOnce() throws {
        let file = try folder.write(
            "Kommun;2009;2010\nSolna;1;2\nÅre;3;..\n", as: "Min ranking.csv")
        let first = try run("import", file, language: "en_GB.UTF-8")
        #expect(first.lines.last == "4 rows: 4 new, 0 changed, 0 unchanged")
        let second = try run("import", file, language: "en_GB.UTF-8")
        #expect(second.lines.last == "4 rows: 0 new, 0 changed, 4 unchanged")
        let changed = try folder.write(
            "Kommun;2009;2010\nSolna;5;2\nÅre;3;..\n", as: "Min ranking.csv")
        let third = try run("import", changed, "--language", "sv")
        #expect(third.lines.last == "4 rader: 0 nya, 1 ändrad, 3 oförändrade")
        let source = try store().sources().first { $0.id.rawValue == "ranking-min-ranking" }
        #expect(source?.address == file)
    }

    /// A gap in one table takes nothing from another.
    @Test func missingNeverReplacesKnown() throws {
        #expect(try run("init").status == 0)
        let id = Indicator.ID(rawValue: "foretagsklimat")
        let solna = try #require(MunicipalityCode(rawValue: "0184"))
        let file = try folder.write("Kommun;2014\nSolna;..\nÅre;290\n", as: "x.csv")
        #expect(try run("import", file).status == 0)
        let found = try store().observations(of: id).first {
            $0.municipality == solna && $0.period.year == 2014
        }
        #expect(found?.value == 1)
    }

    /// A table of nobody knows whom replaces no figure of a publisher; one that says who published it may.
    @Test func theSurerFigureOfAnotherPublisherStays() throws {
        #expect(try run("init").status == 0)
        let id = Indicator.ID(rawValue: "foretagsklimat")
        let before = try store().observations(of: id)
        let path = try folder.write(
            "Kommun;År;Placering\nSolna;2023;200\nSolna;2022;201\nSolna;1999;7\n",
            as: "Superkommun.csv")
        let swedish = try run("import", path)
        #expect(swedish.lines[1] == "3 rader: 1 ny, 0 ändrade, 2 oförändrade")
        #expect(
            swedish.lines.last
                == "  2 siffror behölls som de var: Svenskt Näringsliv har redan angett andra")
        let after = try store().observations(of: id)
        #expect(after.count == before.count + 1)
        #expect(Set(after).isSuperset(of: before))
        let again = try run("import", path, language: "en_GB.UTF-8")
        #expect(
            again.lines.last
                == "  2 figures were kept as they were: Svenskt Näringsliv has given others")
        for publisher in ["Svenskt Näringsliv", "Superkommun"] {
            let told = try run("import", path, "--publisher", publisher)
            #expect(told.status == 0)
            #expect(!told.output.contains("behölls"))
        }
        let replaced = try store().observations(of: id).filter { [200, 201].contains($0.value) }
        #expect(replaced.count { $0.municipality.rawValue == "0184" && $0.period.year > 2021 } == 2)
    }

    @Test func aBadFileChangesNothing() throws {
        #expect(try run("init").status == 0)
        let id = Indicator.ID(rawValue: "foretagsklimat")
        let before = try store().observations(of: id)
        let file = try folder.write(
            "Kommun;År;Rank\nSolna;2009;1\nKristinehanm;2009;2\nÅre;2009;x1\n", as: "bad.csv")
        let bad = try run("import", file)
        #expect(bad.status == 65)
        #expect(bad.output == "")
        let lines = bad.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0] == "\(file):3:1: okänd kommun ”Kristinehanm” – menade du Kristinehamn?")
        #expect(lines[1].hasPrefix("\(file):4:3: ”x1”: väntade en placering 1–290"))
        #expect(lines[2].contains("inget importerades: 2 fel, läst som ranking"))
        #expect(try store().observations(of: id) == before)
    }

    @Test func eachFileStandsAlone() throws {
        let good = try folder.write("Kommun;År;Rank\nSolna;2009;1\n", as: "good.csv")
        let bad = try folder.write("Kommun;År;Rank\nSolna;2009;0\n", as: "bad.csv")
        let run = try run("import", bad, good, "--format", "json")
        #expect(run.status == 65)
        #expect(run.errors == "")
        let reports = try run.lines.map {
            try #require(
                JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(reports.map { $0["status"] as? String } == ["rejected", "imported"])
        #expect(reports[0]["problemCount"] as? Int == 1)
        let problem = (reports[0]["problems"] as? [[String: Any]])?.first
        #expect(problem?["line"] as? Int == 2 && problem?["column"] as? Int == 3)
        #expect(problem?["cell"] as? String == "0")
        #expect(reports[1]["new"] as? Int == 1 && reports[1]["type"] as? String == "ranking")
        let keys: Set<String> = [
            "file", "status", "type", "format", "encoding", "title", "records", "new", "changed",
            "unchanged", "notes", "problems", "problemCount", "error",
        ]
        #expect(reports.allSatisfy { Set($0.keys) == keys })
    }

    @Test func everyTypeTwice() throws {
        let files = [
            try folder.write(
                "<rss><channel><title>Solna stad</title><item><title>Nytt</title><link>https://solna.se/1</link></item></channel></rss>",
                as: "feed.xml"),
            try folder.write("- {titel: Torg, kommun: Solna, fas: idé}\n", as: "projekt.yaml"),
            try folder.write(
                "<opml><body><outline text=\"Åre\" xmlUrl=\"https://are.se/rss\"/></body></opml>",
                as: "list.opml"),
            try folder.write("kommun,år,indikator,värde\nSolna,2021,NKI,75\n", as: "nki.csv"),
        ]
        let first = try run("import", files[0], files[1], files[2], files[3])
        #expect(first.status == 0)
        #expect(
            first.lines.filter { $0.first == "1" } == [
                "1 nyhet: 1 ny, 0 ändrade, 0 oförändrade",
                "1 projekt: 1 ny, 0 ändrade, 0 oförändrade",
                "1 källa: 1 ny, 0 ändrade, 0 oförändrade",
                "1 rad: 1 ny, 0 ändrade, 0 oförändrade",
            ])
        let second = try run("import", files[0], files[1], files[2], files[3])
        #expect(second.lines.filter { $0.hasSuffix(": 0 nya, 0 ändrade, 1 oförändrad") }.count == 4)
        #expect(try store().newsCount(NewsQuery(search: "nytt")).total >= 1)
        #expect(try store().indicators().contains { $0.id.rawValue == "nki" })
    }

    @Test func standardInput() throws {
        let run = try run("import", "-", "--year", "2009", input: "Plats;Kommun\n1;Solna\n")
        #expect(run.status == 0)
        #expect(
            run.lines.first == "stdin: läst som ranking (CSV (;), UTF-8): Lokalt företagsklimat")
    }

    @Test func failuresAndUsage() throws {
        let missing = try run("import", folder.path + "/none.csv")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("none.csv: filen finns inte"))
        #expect(try run("import", folder.path).status == 1)
        #expect(try run("import").status == 64)
        #expect(try run("import", "x", "--as", "nonsense").status == 64)
        #expect(try run("import", "x", "--language", "de").status == 64)
        #expect(try run("nonsense").status == 64)
        let help = try run("import", "--help", language: "en_US.UTF-8")
        #expect(help.status == 0 && help.output.contains("Import files"))
        #expect(try run("import", "--help").output.contains("Läs in filer"))
    }
}
