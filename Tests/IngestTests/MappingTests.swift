import ClimateModel
import Testing

@testable import Ingest

/// Tables and lists that name their columns in their own way, read by the user's mapping.
@Suite struct MappingTests {
    private func read(
        _ text: String, _ mapping: TableMapping, kind: Source.Kind? = nil,
        municipality: MunicipalityCode? = nil
    ) throws(ImportFailure) -> ImportedFile {
        var context = Fixture.context()
        context.source = Fixture.source(mapping, kind: kind, municipality: municipality)
        return try FileReader.read(Array(text.utf8), context: context)
    }

    private func problem(
        _ text: String, _ mapping: TableMapping, kind: Source.Kind? = nil
    ) -> Problem? {
        do throws(ImportFailure) {
            _ = try read(text, mapping, kind: kind)
            return nil
        } catch {
            return error.problems.first
        }
    }

    // MARK: Figures

    @Test func columnsByTheirHeadings() throws {
        let text = """
            Uttag;;;;
            Ort;Mätt;Utfall 1;Utfall 2;Deltog
            Solna;2021;75,5;9;120
            Åre;2021;70;8;60
            """
        let file = try read(
            text,
            TableMapping(
                columns: [
                    "municipality": "ort", "year": "Mätt", "value": "Utfall 1",
                    "responses": "Deltog",
                ], indicator: "Nöjdhet", direction: .higherIsBetter))
        #expect(file.figures == ["0184 2021 75.5", "2321 2021 70.0"])
        #expect(file.batch.indicators.map(\.title.swedish) == ["Nöjdhet"])
        #expect(file.batch.indicators.map(\.direction) == [.higherIsBetter])
        #expect(file.batch.observations[0].observations.map(\.responses) == [120, 60])
        #expect(file.notes == [.ignoredColumns(["Utfall 2"])])
    }

    /// A column that the mapping tells goes before one that has the usual name, and before columns of years.
    @Test func aToldColumnGoesFirst() throws {
        let text = "Kommun;Värde;2019;Utfall\nSolna;1;2;3\n"
        let mapping = TableMapping(
            columns: ["value": "Utfall"], indicator: "Nöjdhet", year: 2021)
        #expect(try read(text, mapping).figures == ["0184 2021 3.0"])
        let year = TableMapping(columns: ["2023": "Utfall"], indicator: "Nöjdhet")
        #expect(try read(text, year).figures == ["0184 2019 2.0", "0184 2023 3.0"])
    }

    @Test func theHeadingRowThatIsTold() throws {
        let text = "Kommun;2019\nKommun;2020\nSolna;1\n"
        #expect(try read(text, TableMapping(headingRow: 2)).figures == ["0184 2020 1.0"])
        let problem = problem(text, TableMapping(headingRow: 9))
        #expect(problem?.message == .noSuchRow(9) || problem?.message == .noFigureHeading)
    }

    /// What the headings are, and what to type.
    @Test func unknownHeadingsAreToldWithARemedy() {
        let text = "Vad görs;Läge;Klart när\nNytt centrum;Igång;2024\n"
        func told(_ kind: Source.Kind?) -> String {
            problem(text, TableMapping(), kind: kind)?.message.en ?? ""
        }
        for kind in [nil, Source.Kind.table, .projects] {
            #expect(told(kind).hasPrefix("the headings (Vad görs, Läge, Klart när) are not known"))
        }
        #expect(told(nil).contains("--kind projects"))
        #expect(told(nil).contains("--column 'title=Vad görs'"))
        #expect(told(.projects).contains("--column 'title=Vad görs'"))
        #expect(told(.projects).contains("--municipality NAME"))
        #expect(told(.table).contains("--column 'municipality=Vad görs'"))
    }

    @Test func anUnknownPhaseIsToldWithARemedy() {
        let text = "Projekt;Kommun;Fas\nNytt centrum;Solna;Igång\n"
        let mapping = TableMapping()
        #expect(
            problem(text, mapping, kind: .projects)?.message.en
                .hasSuffix("Say what another word means: --phase WORD=ongoing") == true)
    }

    @Test func aMunicipalityThatIsTold() throws {
        let file = try read(
            "Nyckeltal;2020;2021\nNöjdhet;1,5;2\n", TableMapping(),
            municipality: try Fixture.code("1781"))
        #expect(file.figures == ["1781 2020 1.5", "1781 2021 2.0"])
    }

    @Test func whatBelongsToTheSource() throws {
        let file = try read("Kommun;År;Rank\nSolna;2021;1\n", TableMapping())
        let source = try #require(file.batch.sources.first)
        #expect(source.id.rawValue == "intranet" && source.title == "Listan")
        #expect(source.address == "https://intranet.example/lista")
        let provenance = file.batch.observations[0].observations[0].provenance
        #expect(provenance?.source == source.id && provenance?.publisher == "Kansliet")
        #expect(provenance?.certainty == .high)
    }

    // MARK: Faults

    @Test func namesThatMeanNothing() {
        let text = "Kommun;År;Rank\nSolna;2021;1\n"
        let near = problem(text, TableMapping(columns: ["munisipality": "Kommun"]))
        #expect(near?.message.en.contains("did you mean municipality?") == true)
        let far = problem(text, TableMapping(columns: ["colour": "Kommun", "value": "Rank"]))
        #expect(far?.message.en.contains("“colour”: expected") == true)
    }

    @Test func headingsThatAreNotThere() {
        let text = "Ort;År;Utfall\nSolna;2021;1\n"
        let near = problem(text, TableMapping(columns: ["value": "Utfal", "municipality": "Ort"]))
        #expect(near?.message == .missingHeading("Utfal", ["Ort", "År", "Utfall"]))
        #expect(near?.message.en.contains("did you mean Utfall?") == true)
        #expect(near?.line == 1)
        let far = problem(text, TableMapping(columns: ["value": "Poäng", "municipality": "Ort"]))
        #expect(far?.message.en.contains("it has Ort, År, Utfall") == true)
        let list = problem(
            "Namn;Kommun;Fas\nA;Solna;idé\n", TableMapping(columns: ["title": "Benämning"]))
        #expect(list?.message.en.contains("“Benämning”") == true)
        let json = problem(
            "{\"rader\": [{\"a\": \"b\"}]}", TableMapping(columns: ["title": "namn"]))
        #expect(json != nil)
    }

    @Test func projectsThatAreNobodys() throws {
        let text = "Projekt,Fas,Status,Ansvarig,Start\nNy plan,Samråd,Grön,Eva,2025-01-10\n"
        let message = problem(text, TableMapping())?.message
        #expect(message == .projectsWithoutMunicipality)
        #expect(message?.sv.contains("--municipality") == true)
        #expect(message?.en.contains("--municipality") == true)
        let file = try read(text, TableMapping(), municipality: try Fixture.code("1781"))
        #expect(file.batch.projects.map(\.municipality.rawValue) == ["1781"])
    }

    // MARK: Projects

    @Test func listsThatNameTheirColumns() throws {
        let text = """
            Ärende;Benämning;Läge i processen;Trafikljus;Status;Kontakt
            12;Torget;Uppstart;grön;x;Eva
            13;Bron;Drift;gul;y;Bo
            """
        let mapping = TableMapping(
            columns: [
                "case-number": "Ärende", "title": "Benämning", "phase": "Läge i processen",
                "status": "Trafikljus", "owner": "Kontakt",
            ], phases: ["uppstart": "planned", "drift": "avslutad"])
        let file = try read(text, mapping, municipality: try Fixture.code("1781"))
        let projects = file.batch.projects
        #expect(projects.map(\.id.rawValue) == ["kristinehamn-12", "kristinehamn-13"])
        #expect(projects.map(\.caseNumber) == ["12", "13"])
        #expect(projects.map(\.phase) == [.planned, .completed])
        #expect(projects.map(\.stage?.swedish) == ["Uppstart", "Drift"])
        #expect(projects.map(\.status) == [.green, .amber])
        #expect(projects.map(\.owner?.swedish) == ["Eva", "Bo"])
        #expect(projects.map(\.provenance.source.rawValue) == ["intranet", "intranet"])
        let wrong = TableMapping(columns: ["title": "Benämning"], phases: ["drift": "kanske"])
        #expect(problem(text, wrong)?.message == .badPhase)
    }

    @Test func listsInsideOfJSON() throws {
        let texts = [
            "{\"meta\": {\"antal\": 1}, \"svar\": {\"rader\": [{\"Projekt\": \"Torget\", \"Kommun\": \"Solna\"}]}}",
            "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"Projekt\": \"Torget\", \"Kommun\": \"Solna\"}}]}",
            "[{\"id\": \"rec1\", \"fields\": {\"Projekt\": \"Torget\", \"Kommun\": \"Solna\"}}]",
        ]
        for text in texts {
            let file = try read(text, TableMapping())
            #expect(file.batch.projects.map(\.title.swedish) == ["Torget"])
            #expect(file.batch.projects.map(\.id.rawValue) == ["solna-torget"])
        }
        let renamed = texts[0].replacing("Projekt", with: "benamning")
        let file = try read(renamed, TableMapping(columns: ["title": "Benamning"]))
        #expect(file.records == 1)
    }

    /// Exports have names of their own, which are no slips of the pen once a mapping tells the ones that matter.
    @Test func otherNamesAreIgnored() throws {
        let text = "Projekt;Kommun;Fas;Starta\nA;Solna;idé;x\n"
        #expect(problem(text, TableMapping()) != nil)
        let file = try read(text, TableMapping(columns: ["phase": "Fas"]))
        #expect(file.notes == [.ignoredFields(["Starta"])])
    }
}

/// Stages of planning, and what else lists of projects say of how far they have come.
@Suite struct PlanningTests {
    @Test(arguments: [
        ("Planbesked", Project.Phase.planned), ("Samråd", .ongoing), ("under granskning", .ongoing),
        ("Antagande", .ongoing), ("Antagen 2021-05-01", .ongoing), ("Laga kraft", .completed),
        ("Överklagad", .paused), ("Antagen, överklagad", .paused), ("Utställning", .ongoing),
        ("Negativt planbesked", .cancelled),
    ])
    func stages(_ word: String, _ phase: Project.Phase) throws {
        let file = try read("Projekt;Kommun;Fas\nA;Solna;\"\(word)\"\n")
        #expect(file.batch.projects.map(\.phase) == [phase])
        #expect(file.batch.projects.map(\.stage?.swedish) == [word])
    }

    @Test func statusThatIsAPhase() throws {
        let text = """
            Projekt;Kommun;Fas;Status
            A;Solna;;Pågående
            B;Solna;Granskning;Avslutad
            C;Solna;idé;grön
            D;Solna;planerad;Samråd
            """
        let projects = try read(text).batch.projects
        #expect(projects.map(\.phase) == [.ongoing, .completed, .idea, .planned])
        #expect(projects.map(\.stage?.swedish) == [nil, "Granskning", nil, "Samråd"])
        #expect(projects.map(\.status) == [nil, nil, .green, nil])
        #expect(
            problems("Projekt;Kommun;Fas;Status\nA;Solna;idé;blå\n")
                == ["2:4: " + Phrase.badStatus.en])
    }

    @Test func nextMilestones() throws {
        let text = """
            Projekt;Kommun;Nästa milstolpe;Diarienummer
            A;Solna;Samråd (2026-03-01);KS 2025/1
            B;Solna;2026-05 Beslut;KS 2025/2
            C;Solna;Vision 2030;KS 2025/3
            D;Solna;2026-09-01;KS 2025/4
            """
        let projects = try read(text).batch.projects
        #expect(
            projects.map {
                $0.milestones.map { "\($0.date.map { "\($0)" } ?? "-") \($0.title.swedish ?? "")" }
            }
                == [
                    ["2026-03-01 Samråd"], ["2026-05 Beslut"], ["- Vision 2030"],
                    ["2026-09-01 Nästa milstolpe"],
                ])
        #expect(projects.map(\.id.rawValue).first == "solna-ks-2025-1")
        let apart = "Projekt;Kommun;Nästa milstolpe;Nästa datum\nA;Solna;Beslut;2026-01\n"
        #expect(try read(apart).batch.projects[0].milestones[0].date == PartialDate("2026-01"))
    }

    /// In every form that other dates of a project may have, at the end, at the beginning or alone.
    @Test(arguments: [
        ("Samråd Q2 2026", "2026-04 Samråd"), ("Samråd (kvartal 2 2026)", "2026-04 Samråd"),
        ("2026-Q2", "2026-04 Nästa milstolpe"), ("Q2 2026: samråd", "2026-04 samråd"),
        ("Samråd under våren 2026", "2026-03 Samråd"), ("hösten 2026", "2026-09 Nästa milstolpe"),
        ("Våren 2026 – Samråd om plan", "2026-03 Samråd om plan"),
        ("Invigning vintern 2026", "2026 Invigning"), ("Samråd mars-26", "2026-03 Samråd"),
        ("mars 2026", "2026-03 Nästa milstolpe"), ("Beslut i mars 2026", "2026-03 Beslut"),
        ("1 mars 2026: beslut", "2026-03-01 beslut"), ("Beslut 26-03-01", "2026-03-01 Beslut"),
        ("Möte maj 26", "- Möte maj 26"), ("Vision 2030", "- Vision 2030"),
        ("Översikt april–maj 2026", "- Översikt april–maj 2026"),
        ("–", ""), ("löpande", ""), ("tbd", ""),
    ])
    func nextMilestonesOfEveryForm(cell: String, expected: String) throws {
        let project = try read("Projekt;Kommun;Nästa milstolpe\nA;Solna;\(cell)\n")
            .batch.projects[0]
        let told = project.milestones.map { milestone in
            (milestone.date?.description ?? "-") + " " + milestone.title.text(in: .swedish)
        }
        #expect(told.joined() == expected)
    }

    /// A project is the same when its place in the list, its title and its phase change.
    @Test func idsHold() throws {
        let first = try read("Projekt;Kommun;Fas;Dnr\nA;Solna;idé;1/21\nB;Åre;idé;1/21\n")
        let second = try read(
            "Projekt;Kommun;Fas;Dnr\nNy;Åre;idé;2\nBB;Åre;klar;1/21\nA;Solna;idé;1/21\n")
        #expect(first.batch.projects.map(\.id.rawValue) == ["solna-1-21", "are-1-21"])
        #expect(second.batch.projects.map(\.id.rawValue) == ["are-2", "are-1-21", "solna-1-21"])
    }
}
