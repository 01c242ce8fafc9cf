import ClimateModel
import Testing

@testable import Ingest

/// What tables of figures mean.
@Suite struct FigureTableTests {
    @Test func longTableOfRanks() throws {
        let file = try read(
            """
            municipality_code,municipality,year,rank,certainty,source
            0184,Solna,2014,1,high,"a, b"
            114,Upplands Väsby,2014,3,medium,c
            """)
        #expect(file.type == .ranking)
        #expect(file.figures == ["0184 2014 1.0", "0114 2014 3.0"])
        #expect(file.batch.indicators.isEmpty)
        let second = file.batch.observations[0].observations[1]
        #expect(second.provenance?.certainty == .medium)
        #expect(second.provenance?.detail == "c")
        #expect(second.provenance?.publisher == "fil.csv")
        #expect(second.provenance?.source == Source.ID(rawValue: "ranking-fil"))
    }

    @Test func aTableThatTellsNoPublisherIsAnImportedFile() throws {
        let table = "kommun;år;plats\nSolna;2014;1\n"
        let unknown = try read(table).batch.observations[0].observations[0].provenance
        #expect(unknown?.publisher == "fil.csv" && unknown?.certainty == .medium)
        let options = ImportOptions(publisher: "Byrån")
        let told = try read(table, options).batch.observations[0].observations[0].provenance
        #expect(told?.publisher == "Byrån" && told?.certainty == .high)
    }

    @Test func wideTableOfRanksBelowATitle() throws {
        let file = try read(
            """
            Företagsklimatet i landet;;;
            Kommun;2019;2020;2021
            Kristinehamns kommun;210;181;150
            HÅBO;1;..;
            habo;2;x;3
            Källa: eget uttag;;;
            """)
        #expect(
            file.figures == [
                "1781 2019 210.0", "1781 2020 181.0", "1781 2021 150.0", "0305 2019 1.0",
                "0305 2020 notReported", "0305 2021 notReported", "0643 2019 2.0",
                "0643 2020 notReported", "0643 2021 3.0",
            ])
        #expect(file.notes == [.skippedNotes(1)])
    }

    @Test func headingsThatNameTheYear() throws {
        let file = try read("Kommun;Ranking 2022;Ranking 2023;Förändring\nSolna;2;1;1\n")
        #expect(file.figures == ["0184 2022 2.0", "0184 2023 1.0"])
        #expect(file.notes == [.ignoredColumns(["Förändring"])])
    }

    @Test func statisticsOfManyFactors() throws {
        let file = try read(
            """
            Kommun;Län;Kommungrupp;Faktor;Delserie;2003;2004;2005
            Solna;Stockholms län;Storstad;Service;Företag;3,43;3,5;
            Åre;Jämtlands län;Landsbygd;Service;Företag;4,1;..;
            Solna;Stockholms län;Storstad;Skatt;Skatt;1 234,5;1;
            Stockholms län;Stockholms län;;Service;Företag;3,1;3,2;
            Riket;;;Service;Företag;3,2;3,3;
            """)
        #expect(file.type == .indicator)
        #expect(
            file.batch.indicators.map(\.id.rawValue) == [
                "svenskt-naringsliv-service-foretag", "svenskt-naringsliv-skatt",
            ])
        #expect(file.batch.indicators.map(\.decimals) == [2, 1])
        #expect(
            file.figures == [
                "0184 2003 3.43", "0184 2004 3.5", "2321 2003 4.1", "2321 2004 notReported",
                "0184 2003 1234.5", "0184 2004 1.0",
            ])
        #expect(file.notes == [.skippedAreas(2)])
    }

    @Test func knownIndicatorsByIdAndTitle() throws {
        let text = "kommun,år,nyckeltal,rank,värde\nSolna,2021,%,3,\"75,5\"\n"
        for name in ["U07453", "u07453", "företagsklimat insikt"] {
            let file = try read(text.replacing("%", with: name))
            #expect(file.batch.observations.map(\.indicator) == [Fixture.insikt.id])
            #expect(file.figures == ["0184 2021 75.5"])
            #expect(file.batch.indicators.isEmpty)
        }
        let ranks = try read(text.replacing("%", with: "Lokalt företagsklimat"))
        #expect(ranks.figures == ["0184 2021 3.0"])
    }

    /// Titles that differ in a letter are indicators of their own, whatever their ids come to.
    @Test func likeTitlesAreKeptApart() throws {
        let text =
            "kommun,år,nyckeltal,värde\nSolna,2021,Företagsklimat,3.5\nSolna,2021,A–B,1\nSolna,2021,A B,2\n"
        let file = try read(text)
        let ids = file.batch.observations.map(\.indicator.rawValue)
        #expect(Set(ids).count == 3)
        #expect(!ids.contains("foretagsklimat"))
        #expect(try read(text).batch == file.batch)
    }

    @Test func valuesNeedAnIndicator() throws {
        let text = "kommun;år;värde;antal svar;svarsfrekvens\nSolna;2021;3,43;200;45 %\n"
        #expect(problems(text) == ["-:-: " + Phrase.whichIndicator.en])
        let file = try read(
            text, ImportOptions(indicator: "Nöjdhet", direction: .higherIsBetter))
        let indicator = try #require(file.batch.indicators.first)
        #expect(indicator.id.rawValue == "nojdhet")
        #expect(indicator.kind == .value)
        #expect(indicator.direction == .higherIsBetter)
        #expect(indicator.decimals == 2)
        let observation = file.batch.observations[0].observations[0]
        #expect(observation.responses == 200)
        #expect(observation.responseRate == 0.45)
    }

    @Test func theYearFromTheCommandLine() throws {
        let text = "Placering;Kommun\n1;Solna\n"
        #expect(problems(text) == ["1:-: " + Phrase.noYear.en])
        #expect(try read(text, ImportOptions(year: 2023)).figures == ["0184 2023 1.0"])
    }

    @Test(arguments: [
        ("0184", "0184"), ("184", "0184"), ("Solna", "0184"), ("SOLNA KOMMUN", "0184"),
        ("solna stad", "0184"), ("0184 Solna", "0184"), ("Kristinehamns kommun", "1781"),
        ("Borås Stad", "1490"), ("Region Gotland", "0980"), ("Upplands-Väsby", "0114"),
        ("Ostersund", "2380"), ("Håbo", "0305"), ("Habo", "0643"), ("Dals Ed", "1438"),
        ("Go\u{308}teborg", "1480"), ("  Solna\u{A0}", "0184"),
    ])
    func municipalities(text: String, code: String) throws {
        let file = try read("Kommun;År;Rank\n\(text);2021;5\n")
        #expect(file.figures == ["\(code) 2021 5.0"])
    }

    @Test func unknownMunicipalities() {
        #expect(
            problems("Kommun;År;Rank\nKristinehanm;2021;5\nAtlantis;2021;6\n9999;2021;7\n") == [
                "2:1: unknown municipality “Kristinehanm” – did you mean Kristinehamn?",
                "3:1: unknown municipality “Atlantis”",
                "4:1: unknown municipality “9999”",
            ])
        let swedish = failure("Kommun;År;Rank\nKristinehanm;2021;5\n")?.problems.first?.message.sv
        #expect(swedish == "okänd kommun ”Kristinehanm” – menade du Kristinehamn?")
        #expect(
            problems("Kod;Kommun;År;Rank\n0184;Sollentuna;2021;5\n9999;;2021;5\n") == [
                "2:2: code 0184 is Solna, not Sollentuna (0163)",
                "3:1: unknown municipality code “9999”: expected four digits, like 1781",
            ])
        #expect(
            problems("Kommun;År;Rank\nHãbo;2021;5\n") == [
                "2:1: unknown municipality “Hãbo” – did you mean Håbo or Habo?"
            ])
    }

    @Test(arguments: ["0", "291", "-1", "1,5", "1.5", "ett", "1 2", "1e2"])
    func badRanks(text: String) {
        #expect(
            problems("Kommun;År;Rank\nSolna;2021;\(text)\n") == ["2:3: " + Phrase.badRank(290).en])
    }

    @Test(arguments: ["1899", "2101", "21", "2021,5", "x", "-2021"])
    func badYears(text: String) {
        #expect(problems("Kommun;År;Rank\nSolna;\(text);1\n") == ["2:2: " + Phrase.badYear.en])
    }

    @Test func allProblemsAtOnce() {
        #expect(
            problems("Kommun;År;Rank\nSolnaa;2021;1\nSolna;x;1\nSolna;2021;999\nSolna;2021;1;9\n")
                .map { $0.prefix(4) } == ["2:1:", "3:2:", "4:3:", "5:4:"])
    }

    @Test func manyProblemsAreCounted() {
        let rows = (0..<250).map { "Nowhere\($0);2021;1\n" }.joined()
        let found = failure("Kommun;År;Rank\n" + rows)
        #expect(found?.total == 250)
        #expect(found?.problems.count == ImportFailure.mostProblems)
    }

    @Test func theSameFigureTwice() throws {
        #expect(
            try read("Kommun;År;Rank\nSolna;2021;1\nSolna;2021;1\n").figures == ["0184 2021 1.0"])
        #expect(
            problems("Kommun;År;Rank\nSolna;2021;1\nSolna;2021;2\n") == [
                "3:3: " + Phrase.twoFigures(line: 2, "1").en
            ])
    }

    @Test(arguments: [
        ("3,43", 3.43), ("3.43", 3.43), ("1 234,5", 1234.5), ("1\u{A0}234", 1234),
        ("1\u{202F}234\u{2009}567", 1_234_567), ("1.234,5", 1234.5), ("1,234.5", 1234.5),
        ("1,234,567", 1_234_567), ("−7", -7), ("45 %", 45), ("1'234", 1234), ("0", 0),
    ])
    func numbers(text: String, value: Double) throws {
        let file = try read(
            "Kommun;År;Värde\nSolna;2021;\(text)\n", ImportOptions(indicator: "x"))
        #expect(file.figures == ["0184 2021 \(value)"])
    }

    /// In a table whose cells are parted by commas, a comma before three digits parts thousands.
    @Test func commasOfThousands() throws {
        let options = ImportOptions(indicator: "x")
        #expect(
            try read("Municipality,Year,Value\nSolna,2021,\"12,345\"\n", options).figures == [
                "0184 2021 12345.0"
            ])
        #expect(
            try read("Kommun;År;Värde\nSolna;2021;12,345\n", options).figures == [
                "0184 2021 12.345"
            ])
        #expect(
            try read("Kommun,År,Värde\nSolna,2021,\"3,43\"\nÅre,2021,\"3,125\"\n", options).figures
                == ["0184 2021 3.43", "2321 2021 3.125"])
    }

    @Test(arguments: ["1 23", "1,2,3", "12,34.5", "1.2.3", "abc", "3,", ",5", "--1", "1 2345"])
    func badNumbers(text: String) {
        let found = problems(
            "Kommun;År;Värde\nSolna;2021;\"\(text)\"\n", ImportOptions(indicator: "x"))
        #expect(found == ["2:3: " + Phrase.badNumber.en])
    }

    @Test func waysOfMissing() throws {
        let text = "Kommun;2020;2021;2022;2023\nSolna;.;sekretess;N/A;5\nÅre;;–;-;6\n"
        #expect(
            try read(text).figures == [
                "0184 2020 notApplicable", "0184 2021 secret", "0184 2022 notReported",
                "0184 2023 5.0", "2321 2020 notReported", "2321 2021 notReported",
                "2321 2022 notReported", "2321 2023 6.0",
            ])
    }

    @Test func forcedType() throws {
        let text = "Kommun;2021\nSolna;5\n"
        #expect(try read(text).type == .ranking)
        #expect(
            problems(text, ImportOptions(type: .indicator)) == ["-:-: " + Phrase.whichIndicator.en])
        let file = try read(text, ImportOptions(type: .indicator, indicator: "Antal"))
        #expect(file.type == .indicator)
        #expect(failure(text, ImportOptions(type: .news))?.problems.count == 1)
    }

    @Test func importedTwiceIsTheSame() throws {
        let text = "Kommun;2021;2022\nSolna;5;6\n"
        #expect(try read(text).batch == read(text).batch)
    }
}
