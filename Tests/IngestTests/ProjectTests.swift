import ClimateModel
import Testing

@testable import Ingest

/// Projects from YAML, JSON and tables.
@Suite struct ProjectTests {
    private static let swedishYAML = """
        projekt:
          - titel: Översyn av samhällsbyggnad
            kommun: Kristinehamns kommun
            sammanfattning: {sv: Bättre service, en: Better service}
            fas: pågående
            status: grön
            ansvarig: Martin Willén
            start: 2019-11
            slut: 1 november 2022
            delar:
              - titel: Lots
                beskrivning: En väg in
            milstolpar:
              - titel: Utbildning
                datum: 2021-11
                klar: ja
            beslut:
              - {titel: Politiskt råd, datum: 2021-09, organ: kommunstyrelsen}
            utfall:
              - {titel: Placering, siffra: 150, enhet: plats, precision: cirka}
            personer:
              - {namn: Madelen Richardsson, roll: näringslivschef}
            länkar:
              - {titel: Nyhetsbrevet, adress: "https://kristinehamn.se"}
            uppdateringar:
              - {datum: 2021-10-01, text: Ny chef}
            källa: Nyhetsbrev 5
            utgivare: Kristinehamns kommun
        """

    @Test func everyFieldInSwedish() throws {
        let file = try read(Self.swedishYAML, fileName: "projekt.yaml")
        #expect(file.type == .projects)
        #expect(file.format == "YAML")
        let project = try #require(file.batch.projects.first)
        let expected = Project(
            id: Project.ID(rawValue: "kristinehamn-oversyn-av-samhallsbyggnad"),
            title: "Översyn av samhällsbyggnad", municipality: try Fixture.code("1781"),
            summary: LocalizedText(swedish: "Bättre service", english: "Better service"),
            phase: .ongoing, status: .green, owner: "Martin Willén", start: PartialDate("2019-11"),
            end: PartialDate("2022-11-01"),
            strands: [.init(title: "Lots", text: "En väg in")],
            milestones: [.init(title: "Utbildning", date: PartialDate("2021-11"), isDone: true)],
            decisions: [
                .init(title: "Politiskt råd", date: PartialDate("2021-09"), body: "kommunstyrelsen")
            ],
            outcomes: [.init(title: "Placering", figure: 150, unit: "plats", qualifier: "cirka")],
            people: [.init(name: "Madelen Richardsson", role: "näringslivschef")],
            links: [.init(title: "Nyhetsbrevet", address: "https://kristinehamn.se")],
            updates: [.init(date: PartialDate("2021-10-01"), text: "Ny chef")],
            provenance: Provenance(
                source: Source.ID(rawValue: "projects-projekt"), publisher: "Kristinehamns kommun",
                fetched: Fixture.now, detail: "Nyhetsbrev 5"))
        #expect(project == expected)
    }

    /// The same project in each of the three forms is the same project.
    @Test func oneProjectInThreeForms() throws {
        let yaml = try read(
            """
            - id: bygget
              title: Framtidsbygget
              municipality: "2282"
              phase: completed
              start: 2015
              end: 2018
              milestones: ["[x] 2018-11-23 Slutredovisning", "2019 Mer"]
              decisions: ["2015-01 Start (kommunstyrelsen)"]
              outcomes: ["Ambassadörer: 213", "Utbildade: ca 1 400 anställda", Bara text]
              people: Andreas Gylling (projektledare)
              links: Sidan https://kramfors.se
              publisher: Kramfors kommun
            """)
        let json = try read(
            """
            {"projects": [{"id": "bygget", "title": "Framtidsbygget", "municipality": "Kramfors",
              "phase": "completed", "start": 2015, "end": "2018",
              "milestones": [{"title": "Slutredovisning", "date": "2018-11-23", "done": true},
                {"title": "Mer", "date": "2019"}],
              "decisions": [{"title": "Start", "date": "2015-01", "body": "kommunstyrelsen"}],
              "outcomes": [{"title": "Ambassadörer", "figure": 213},
                {"title": "Utbildade", "figure": 1400, "unit": "anställda", "qualifier": "ca"},
                "Bara text"],
              "people": [{"name": "Andreas Gylling", "role": "projektledare"}],
              "links": [{"title": "Sidan", "address": "https://kramfors.se"}],
              "publisher": "Kramfors kommun"}]}
            """)
        let table = try read(
            "ID;Projekt;Kommun;Fas;Start;Slut;Milstolpar;Beslut;Utfall;Personer;Länkar;Utgivare\n"
                + "bygget;Framtidsbygget;Kramfors;avslutad;2015;2018;"
                + "[x] 2018-11-23 Slutredovisning|2019 Mer;2015-01 Start (kommunstyrelsen);"
                + "\"Ambassadörer: 213\nUtbildade: ca 1 400 anställda\nBara text\";"
                + "Andreas Gylling (projektledare);Sidan https://kramfors.se;Kramfors kommun\n")
        #expect(yaml.batch.projects.count == 1)
        #expect(yaml.batch.projects == json.batch.projects)
        #expect(table.batch.projects == json.batch.projects)
        #expect([yaml.format, json.format, table.format] == ["YAML", "JSON", "CSV (;)"])
        let project = try #require(json.batch.projects.first)
        #expect(project.milestones.map(\.isDone) == [true, false])
        #expect(project.outcomes.map(\.figure) == [213, 1400, nil])
    }

    @Test func bothLanguagesByFieldName() throws {
        let project = try #require(
            try read(
                "{\"title_sv\": \"Torg\", \"title_en\": \"Square\", \"kommun\": \"Solna\", \"fas\": \"idé\"}"
            )
            .batch.projects.first)
        #expect(project.title == LocalizedText(swedish: "Torg", english: "Square"))
        #expect(project.phase == .idea)
    }

    @Test(
        arguments: [
            ("våren 2025", "2025-03"), ("Höst 2025", "2025-09"), ("vintern 2025", "2025"),
            ("Q1 2025", "2025-01"), ("2025-Q3", "2025-07"), ("kvartal 2 2025", "2025-04"),
            ("2025 mars", "2025-03"), ("mars-26", "2026-03"), ("25-03-01", "2025-03-01"),
            ("löpande", nil), ("tills vidare", nil), ("-", nil), ("–", nil), ("n/a", nil),
            ("?", nil),
        ] as [(String, String?)]) func datesOfPlansAreRead(text: String, date: String?) throws
    {
        let file = try read(
            "Projekt;Kommun;Fas;Start\nA;Solna;Pågående;\(text)\n", fileName: "projekt.csv")
        #expect(file.batch.projects.map(\.start) == [date.flatMap { PartialDate($0) }])
    }

    @Test(arguments: [
        ("kv 4 2027", "2027-12"), ("våren 2027", "2027-05"), ("hösten 2027", "2027-11"),
        ("mars-27", "2027-03"), ("2027", "2027"),
    ])
    func aQuarterOrSeasonEndsWithItsLastMonth(text: String, date: String) throws {
        let file = try read(
            "Projekt;Kommun;Fas;Start;Slut\nA;Solna;Pågående;Q1 2027;\(text)\n",
            fileName: "projekt.csv")
        #expect(file.batch.projects.map(\.end) == [PartialDate(date)])
        #expect(file.batch.projects.map(\.start) == [PartialDate("2027-01")])
    }

    @Test(arguments: ["Q5 2025", "01-03-25", "mars-2", "2024 2025", "hösten", "13/45 25"])
    func whatIsNoDateOfAPlanIsRefused(text: String) {
        #expect(throws: ImportFailure.self) {
            try read(
                "Projekt;Kommun;Fas;Start\nA;Solna;Pågående;\(text)\n", fileName: "projekt.csv")
        }
    }

    @Test(
        arguments: [
            ("Påbörjad", .ongoing), ("Ej påbörjad", .planned), ("Startad", .ongoing),
            ("Uppdrag", .planned), ("Underrättelse", .ongoing),
        ] as [(String, Project.Phase)]) func commonWordsForPhasesAreRead(
            word: String, phase: Project.Phase
        ) throws
    {
        let file = try read(
            "Projekt;Kommun;Fas;Status\nA;Solna;\(word);Försenad\n", fileName: "projekt.csv")
        #expect(file.batch.projects.map(\.phase) == [phase])
        #expect(file.batch.projects.map(\.status) == [.amber])
    }

    /// Among them the program's own words for the lights.
    @Test(arguments: [
        ("Enligt plan", Project.Status.green), ("On track", .green), ("Behöver åtgärd", .amber),
        ("Kritiskt", .red),
    ])
    func statusesAreReadInOtherWords(word: String, status: Project.Status) throws {
        let file = try read(
            "Projekt;Kommun;Fas;Status\nA;Solna;Pågår;\(word)\n", fileName: "projekt.csv")
        #expect(file.batch.projects.map(\.status) == [status])
    }

    @Test func problemsHaveTheirPlaces() {
        let found = problems(
            """
            projekt:
              - titel: A
                kommun: Kristinehanm
                fas: snart
                start: i våras
                milstolper:
                  - x
              - kommun: Solna
                fas: pågående
              - titel: B
                kommun: Solna
                länkar: [{titel: x, adress: "javascript:alert(1)"}]
            """)
        #expect(
            found == [
                "3:13: unknown municipality “Kristinehanm” – did you mean Kristinehamn?",
                "6:5: unknown field “milstolper” – did you mean milstolpar?",
                "8:5: " + Phrase.missingField("title", "titel").en,
                "12:14: " + Phrase.badAddress.en,
            ])
        #expect(
            problems(
                "{\"titel\": \"A\", \"kommun\": \"Solna\",\n \"fas\": \"snart\", \"start\": \"våren\"}"
            )
                == ["2:9: " + Phrase.badPhase.en, "2:27: " + Phrase.badDate.en])
    }

    @Test func anEndBeforeTheStartIsAProblemOfItsLine() throws {
        #expect(
            problems("- titel: A\n  kommun: Solna\n  start: 2026-01\n  slut: 2025-01\n") == [
                "4:9: the project ends before its start 2026-01"
            ])
        // A year may mean any of its days.
        #expect(
            try read("- {titel: A, kommun: Solna, start: 2026-03, slut: 2026}").batch.projects
                .first?.end == PartialDate("2026"))
    }

    @Test func twoOfOneIdentity() {
        #expect(
            problems("- {titel: A, kommun: Solna}\n- {titel: A, kommun: Solna}\n") == [
                "2:3: " + Phrase.sameProject(line: 1).en
            ])
    }

    @Test func unusedFieldsAreTold() throws {
        let file = try read("- {titel: A, kommun: Solna, fas: idé, budget: 3}")
        #expect(file.notes == [.ignoredFields(["budget"])])
    }

    @Test(arguments: ["{", "{\"titel\": ", "[{\"titel\": \"A\"", "{\"titel\": \"A", "[1,]", "{} x"])
    func brokenJSON(text: String) {
        #expect(failure(text)?.problems.first?.line == 1)
    }

    @Test(arguments: ["- a: [1", "- titel: \"A", "a: b: c", "- &a [*b]", "- {titel: A", "\t- a: b"])
    func brokenYAML(text: String) {
        #expect(failure(text, ImportOptions(type: .projects)) != nil)
    }

    @Test func anchorsAndAliasesWork() throws {
        let file = try read(
            """
            - titel: A
              kommun: Solna
              fas: idé
              källa: &source Budget 2021
            - {titel: B, kommun: Solna, källa: *source}
            """)
        #expect(file.batch.projects.map(\.provenance.detail) == ["Budget 2021", "Budget 2021"])
    }
}
