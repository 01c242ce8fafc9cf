import ClimateModel
import Testing

@testable import Ingest

/// How tables are written: separators, line ends, encodings, quotes.
@Suite struct TableFormTests {
    private static let rows = [
        ["Kommun", "År", "Placering"], ["Åre", "2021", "12"], ["Örebro", "2021", "–"],
    ]
    private static let expected = ["2321 2021 12.0", "1880 2021 notReported"]

    @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
    func separatorsAndLineEnds(separator: String, lineEnd: String) throws {
        let text = Self.rows.map { $0.joined(separator: separator) }.joined(separator: lineEnd)
        for ending in ["", lineEnd, lineEnd + lineEnd] {
            #expect(try read(text + ending).figures == Self.expected)
        }
    }

    @Test(arguments: TextEncoding.found, [true, false])
    func encodings(encoding: TextEncoding, mark: Bool) throws {
        let text = Self.rows.map { $0.joined(separator: ";") }.joined(separator: "\n")
        let file = try FileReader.read(
            encoded(text, encoding, mark: mark), context: Fixture.context())
        #expect(file.figures == Self.expected)
        #expect(file.encoding == encoding)
    }

    @Test func excelsSeparatorLine() throws {
        #expect(
            try read("sep=;\r\nKommun;År;Rank\r\nSolna;2021;1\r\n").figures == ["0184 2021 1.0"])
        #expect(
            problems("sep=;\nKommun;År;Rank\nSolna;2021;x1\n").first?.hasPrefix("3:3:") == true)
    }

    @Test func quotes() throws {
        let text =
            "\"Kommun\",\"År\",Rank,Källa\r\n\"Solna\",2021,\"1\",\"a \"\"b\"\", c\nd\"\r\nÅre,2021,2,x"
        let file = try read(text)
        #expect(file.figures == ["0184 2021 1.0", "2321 2021 2.0"])
        let detail = file.batch.observations[0].observations[0].provenance?.detail
        #expect(detail == "a \"b\", c d")
    }

    @Test func quoteFaultsAreToldWithTheirPlace() {
        #expect(
            problems("Kommun,År,Rank\nSolna,2021,\"1\nÅre,2021,2\n") == [
                "2:3: " + Phrase.openQuote.en
            ])
        #expect(
            problems("Kommun,År,Rank\n\"Sol\"na,2021,1\n") == ["2:1: " + Phrase.textAfterQuote.en])
    }

    @Test func linesCountInsideQuotes() {
        let text = "Kommun,År,Rank,Källa\nSolna,2021,1,\"a\r\nb\rc\nd\"\nSolnaa,2021,2,x\n"
        #expect(problems(text).first?.hasPrefix("6:1:") == true)
    }

    /// A table survives being written by any of the usual rules and read again.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let separator = [",", ";", "\t"].randomElement(using: &random) ?? ","
        let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        let pieces = ["a", "\"", ",", ";", "\t", "ö", " b", "–", "1", "👍"]
        var lines = [["kommun", "år", "rank", "källa"]]
        for municipality in Fixture.municipalities.shuffled(using: &random).prefix(12) {
            let detail = (0..<Int.random(in: 1...6, using: &random))
                .compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let rank = Int.random(in: 1...290, using: &random)
            lines.append([municipality.name, "2020", String(rank), "x" + detail])
        }
        let text = lines.map { cells in
            cells.map { cell in
                let must = cell.contains { "\",;\t".contains($0) }
                guard must || Bool.random(using: &random) else { return cell }
                return "\"" + cell.replacing("\"", with: "\"\"") + "\""
            }.joined(separator: separator)
        }.joined(separator: lineEnd)
        let observations = try read(text).batch.observations[0].observations
        let finder = Fixture.finder
        #expect(observations.count == 12)
        for (observation, line) in zip(observations, lines.dropFirst()) {
            #expect(finder[observation.municipality]?.name == line[0])
            #expect(observation.value == Double(line[2]))
            #expect(observation.provenance?.detail == CleanText.line(line[3]))
        }
    }
}
