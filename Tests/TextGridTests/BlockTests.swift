import Testing
import TextGrid

@Suite struct BlockLettersTests {
    @Test func drawsCapitals() throws {
        #expect(BlockLetters.rows("Å 1") == [" ▀▀      ▄ ", "▄▀▀▄    ▀█ ", "█▀▀█    ▄█▄"])
        #expect(BlockLetters.rows("kil") == BlockLetters.rows("KIL"))
    }

    @Test func everyRowHasTheWidthThatIsTold() throws {
        let all = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789▲▼=–-.,:+/ "
        for scale in 1...4 {
            let rows = try #require(BlockLetters.rows(all, scale: scale))
            #expect(rows.count == BlockLetters.height * scale)
            let width = try #require(BlockLetters.width(all, scale: scale))
            #expect(rows.allSatisfy { DisplayWidth.of($0) == width })
            #expect(width == (try #require(BlockLetters.width(all))) * scale)
        }
    }

    @Test func everyLetterLooksDifferent() throws {
        var seen: Set<[String]> = []
        for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ23456789▲▼=–-.,:+/ " {
            let rows = try #require(BlockLetters.rows(String(character)))
            if ".,".contains(character) { continue }
            #expect(seen.insert(rows).inserted, "\(character)")
        }
    }

    @Test func whatHasNoShapeIsSaid() {
        #expect(BlockLetters.rows("漢") == nil)
        #expect(BlockLetters.rows("A\u{1B}") == nil)
        #expect(BlockLetters.rows("") == nil)
        #expect(BlockLetters.width("ø") == nil)
    }
}

@Suite struct BlockChartTests {
    @Test func aRiseGoesUp() {
        let rows = BlockChart.rows(values: [1, 2, 3], width: 9, height: 4)
        #expect(rows.first?.last == "█")
        #expect(rows.last?.first == "█")
        #expect(rows.last?.last == " ")
    }

    @Test func rankOneIsOnTop() {
        let rows = BlockChart.rows(
            values: [1], width: 3, height: 8, range: 1...290, lowestOnTop: true)
        #expect(rows.first?.contains("█") == true)
        #expect(rows.last == "   ")
    }

    @Test func aGapStaysEmpty() {
        let rows = BlockChart.rows(values: [1, nil, nil, nil, 1], width: 40, height: 4)
        for row in rows { #expect(row.dropFirst(5).dropLast(5).allSatisfy { $0 == " " }) }
    }

    @Test func asciiIsASCII() {
        let rows = BlockChart.rows(
            values: [1, 5, nil, 3], width: 20, height: 4, breaks: [1], glyphs: .ascii)
        #expect(rows.allSatisfy { $0.utf8.count == 20 })
    }

    @Test func anySizeHasItsSize() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<400 {
            let width = Int.random(in: 0...60, using: &generator)
            let height = Int.random(in: 0...20, using: &generator)
            let values: [Double?] = (0..<Int.random(in: 0...15, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? Double.random(in: -9...400, using: &generator) : nil
            }
            let rows = BlockChart.rows(
                values: values, width: width, height: height, range: 1...290, breaks: [1, 3],
                stroke: Int.random(in: -1...9, using: &generator))
            #expect(rows.count == (width > 0 ? height : 0))
            #expect(rows.allSatisfy { DisplayWidth.of($0) == width })
        }
    }
}
