import ClimateModel
import Foundation
import Testing

@testable import Ingest

/// Workbooks as libraries make them, and one by hand: `Data/workbooks/make.py` tells how.
@Suite struct WorkbookTests {
    @Test func statisticsOfManyFactors() throws {
        let file = try readWorkbook("statistik")
        #expect(file.format == "XLSX (Sheet1)")
        #expect(
            file.batch.indicators.map(\.id.rawValue) == [
                "svenskt-naringsliv-service-foretag", "svenskt-naringsliv-kommunalskatt",
                "svenskt-naringsliv-ranking", "svenskt-naringsliv-invanare-antal",
            ])
        #expect(
            file.batch.indicators.map(\.title.swedish) == [
                "Service – Företag", "Kommunalskatt", "Ranking", "Invånare – Antal",
            ])
        #expect(
            file.batch.indicators.map(\.direction) == [
                .higherIsBetter, .lowerIsBetter, .lowerIsBetter, .neutral,
            ])
        #expect(file.batch.indicators.map(\.kind) == [.value, .value, .rank, .value])
        #expect(
            file.batch.indicators.map { $0.breaks.map(\.period.year) } == [[2020], [], [2020], []])
        #expect(Set(file.batch.indicators.map(\.publisher)) == ["Svenskt Näringsliv"])
        #expect(
            file.figures == [
                "0184 2018 3.43", "0184 2019 3.5", "0184 2021 3.6", "2321 2018 4.1",
                "2321 2019 notReported", "2321 2021 4.2", "0184 2018 29.3", "0184 2019 29.3",
                "0184 2020 29.3", "0184 2021 29.4", "0184 2018 1.0", "0184 2019 1.0",
                "0184 2020 1.0", "0184 2021 2.0", "0184 2018 80950.0", "0184 2019 82429.0",
                "0184 2020 83162.0", "0184 2021 84187.0",
            ])
        #expect(file.notes == [.skippedAreas(2)])
        let provenance = file.batch.observations[0].observations[0].provenance
        #expect(provenance?.publisher == "Svenskt Näringsliv" && provenance?.certainty == .high)
    }

    /// The same table as text is the same figures of the same indicators, and again the same once they are known.
    @Test func theSameAsTextAndOnceMore() throws {
        let rows = """
            Kommun;Län;Kommungrupp;Faktor;Delserie;2018;2019
            Solna;Stockholms län;Storstad;Service;Företag;3,43;3,5
            """
        let first = try read(rows)
        let workbook = try readWorkbook("statistik")
        #expect(first.batch.indicators[0].id == workbook.batch.indicators[0].id)
        var context = Fixture.context(fileName: "fil.csv")
        context.indicators += first.batch.indicators
        let again = try FileReader.read(Array(rows.utf8), context: context)
        #expect(again.batch.indicators.isEmpty)
        #expect(again.batch.observations == first.batch.observations)
    }

    @Test func olderFileOfOneFactor() throws {
        let source = KnownSource(
            id: Source.ID(rawValue: "klimat"),
            settings: SourceSettings(address: "https://www.foretagsklimat.se/a/older.xlsx"))
        let file = try readWorkbook(
            "older", fileName: "Arbetsställen_2023-2025.xlsx", source: source)
        let indicator = try #require(file.batch.indicators.first)
        #expect(indicator.title.swedish == "Arbetsställen – Antal")
        #expect(indicator.id.rawValue == "svenskt-naringsliv-arbetsstallen-antal")
        #expect(indicator.direction == .higherIsBetter)
        #expect(indicator.source == source.id)
        #expect(file.batch.sources.map(\.id) == [source.id])
        #expect(
            file.figures == [
                "0184 2023 12345.0", "0184 2024 12400.5", "0184 2025 12501.0", "0305 2023 1500.0",
                "0305 2024 notReported", "0305 2025 1601.0",
            ])
    }

    @Test func everyKindOfCell() throws {
        let file = try readWorkbook("kinds")
        #expect(file.type == .projects)
        #expect(file.format == "XLSX (Projekt)")
        #expect(file.batch.projects.map(\.title.swedish) == ["Nya hamnen & torget", "Skolvägen"])
        #expect(Set(file.batch.projects.map(\.municipality.rawValue)) == ["1781"])
        let harbour = file.batch.projects[0]
        #expect(harbour.id.rawValue == "kristinehamn-ks-2021-12")
        #expect(harbour.phase == .ongoing && harbour.stage?.swedish == "Samråd")
        #expect(harbour.owner?.swedish == "Eva Ek")
        #expect(harbour.start == PartialDate("2021-11-01") && harbour.end == PartialDate("2024-06"))
        #expect(
            harbour.milestones == [
                .init(
                    title: LocalizedText(swedish: "Granskning"), date: PartialDate("2022-03"))
            ])
        let road = file.batch.projects[1]
        #expect(road.phase == .completed && road.stage?.swedish == "Laga kraft")
        #expect(road.start == PartialDate("2019-02-28"))
        #expect(road.id.rawValue == "kristinehamn-17")
    }

    @Test func numbersPercentagesAndErrors() throws {
        let file = try readWorkbook("numbers")
        #expect(
            file.figures == ["0184 2021 0.3", "2321 2021 1234567.25", "0114 2021 notReported"])
        let observations = file.batch.observations[0].observations
        #expect(observations.map(\.responseRate) == [0.45, 0.5, nil])
        #expect(file.notes == [.ignoredColumns(["Uppdaterad"])])
    }

    /// Days counted from 1904 are the same days.
    @Test func daysFrom1904() throws {
        let rows = try rows(ofWorkbook: "numbers")
        #expect(rows.map { $0[5].text } == ["Uppdaterad", "2021-11-01", "2021-11-02", ""])
    }

    @Test func inlineTextsWithoutReferences() throws {
        let file = try readWorkbook("inline")
        #expect(
            file.figures == [
                "1781 2020 181.0", "1781 2021 150.0", "0305 2020 notReported", "0305 2021 12.0",
            ])
    }

    @Test func theSheetThatIsTold() throws {
        #expect(try readWorkbook("kinds", mapping: TableMapping(sheet: "projekt")).records == 2)
        let failure = workbookFailure("kinds", TableMapping(sheet: "Projekten"))
        #expect(
            failure?.problems[0].message
                == .noSuchSheet("Projekten", ["Läs mig", "Projekt"]))
        #expect(failure?.problems[0].message.en.contains("did you mean Projekt?") == true)
        let other = workbookFailure("kinds", TableMapping(sheet: "Läs mig"))
        #expect(
            other?.problems[0].message.en.contains("are not known: expected municipality") == true)
    }

    @Test(arguments: [
        ("General", CellFormat.plain), ("0.00", .plain), ("0.0%", .percent),
        ("#,##0\\ \"d\"", .plain), ("[Red]0;[h]:mm", .plain),
    ])
    func formatsOfNumbers(_ code: String, _ format: CellFormat) {
        #expect(CellFormat(code: code) == format)
    }

    @Test func daysBefore1900March() {
        let day = CellFormat(builtIn: 14)
        let texts = ["1", "59", "61", "44501", "44501.75", "2958465", "2958466", "-1"].map {
            CellNumber().text(Array($0.utf8), day)
        }
        #expect(
            texts == [
                "1900-01-01", "1900-02-28", "1900-03-01", "2021-11-01", "2021-11-01", "9999-12-31",
                "2958466", "-1",
            ])
        #expect(
            CellNumber().text(Array("44501.75".utf8), CellFormat(builtIn: 22)) == "2021-11-01 18:00"
        )
    }
}

/// The bytes of a workbook beside the tests.
func workbook(_ name: String) throws -> [UInt8] {
    let url = try #require(
        Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: "Data/workbooks"))
    return Array(try Data(contentsOf: url))
}

/// What such a workbook says.
func readWorkbook(
    _ name: String, fileName: String = "fil.xlsx", mapping: TableMapping? = nil,
    source: KnownSource? = nil
) throws -> ImportedFile {
    var context = Fixture.context(fileName: fileName)
    context.source = source ?? mapping.map { Fixture.source($0) }
    return try FileReader.read(try workbook(name), context: context)
}

/// What is wrong with it by that mapping.
func workbookFailure(_ name: String, _ mapping: TableMapping) -> ImportFailure? {
    do {
        _ = try readWorkbook(name, mapping: mapping)
        return nil
    } catch {
        return error as? ImportFailure
    }
}

/// The rows of its first sheet.
private func rows(ofWorkbook name: String) throws -> [Row] {
    try ZipArchive.open(try workbook(name)) { archive throws(ImportFailure) in
        do throws(Problem) {
            let workbook = try Workbook(archive)
            var rows = try workbook.rows(of: workbook.sheets[0])
            var result: [Row] = []
            while let row = try rows.next() { result.append(row) }
            return result
        } catch {
            throw ImportFailure(error)
        }
    }
}
