import Testing

@testable import TextGrid

@Suite struct ChartTests {
    private let sets = [GlyphSet.unicode, .ascii]

    @Test func aRisingLine() {
        let values: [Double?] = [0, 1, 2, 3]
        #expect(BrailleChart.rows(values: values, width: 2, height: 1) == ["⡠⠊"])
        #expect(
            BrailleChart.rows(values: values, width: 2, height: 1, lowestOnTop: true) == ["⠑⢄"])
        #expect(
            BrailleChart.rows(values: values, width: 4, height: 1, glyphs: .ascii) == ["_.-'"])
    }

    @Test func rankOneStandsOnTop() {
        let rows = BrailleChart.rows(
            values: [290, 145, 1], width: 12, height: 3, range: 1...290, lowestOnTop: true)
        #expect(rows[0].last != " " && rows[0].first == " ")
        #expect(rows[2].first != " " && rows[2].last == " ")
    }

    @Test func missingValuesAreGapsAndLoneOnesDots() {
        for glyphs in sets {
            let text = Sparkline.text(
                [1, 2, nil, nil, 3, nil, nil, 1, 2], width: 18, glyphs: glyphs)
            #expect(text.split(separator: " ").count == 3)
        }
        #expect(Sparkline.text([nil, 5, nil], width: 3) == " ⠐ ")
        #expect(Sparkline.text([7], width: 3).filter { $0 != " " }.count == 1)
    }

    @Test func noLineCrossesABreak() {
        let values: [Double?] = [5, 5, 5, 5]
        let whole = Sparkline.text(values, width: 12, range: 0...8)
        #expect(!whole.contains(" "))
        let broken = BrailleChart.rows(
            values: values, width: 12, height: 1, range: 0...8, breaks: [2])
        #expect(broken[0].contains(" "))
        let ascii = BrailleChart.rows(
            values: values, width: 12, height: 2, range: 0...8, breaks: [2], glyphs: .ascii)
        #expect(ascii.allSatisfy { $0.contains(":") })
    }

    @Test func aMarkIsLarger() {
        let values: [Double?] = [0, 1, 0]
        let plain = BrailleChart.rows(values: values, width: 6, height: 2)
        let marked = BrailleChart.rows(values: values, width: 6, height: 2, marks: [2, 9])
        #expect(dots(marked) > dots(plain))
        let ascii = BrailleChart.rows(
            values: values, width: 6, height: 2, marks: [2], glyphs: .ascii)
        #expect(ascii[1].last == "*")
    }

    private func dots(_ rows: [String]) -> Int {
        rows.joined().unicodeScalars.filter { $0.value >= 0x2800 }.reduce(0) {
            $0 + ($1.value - 0x2800).nonzeroBitCount
        }
    }

    @Test func labelsStandAtTheirValues() {
        #expect(BrailleChart.column(of: 0, count: 10, width: 20) == 0)
        #expect(BrailleChart.column(of: 9, count: 10, width: 20) == 19)
        #expect(BrailleChart.row(of: 1, height: 4, range: 1...290, lowestOnTop: true) == 0)
        #expect(BrailleChart.row(of: 290, height: 4, range: 1...290, lowestOnTop: true) == 3)
        #expect(BrailleChart.row(of: 999, height: 4, range: 1...290) == 0)
    }

    @Test func rowsHaveExactlyTheWidth() {
        var random = SeededGenerator(seed: 8)
        let odd: [Double?] = [nil, .nan, .infinity, -.infinity, 1e308, -1e308, 0]
        for _ in 0..<500 {
            let values = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Int.random(in: 0..<8, using: &random) == 0
                    ? odd.randomElement(using: &random) ?? nil
                    : Double.random(in: -50...300, using: &random)
            }
            let width = Int.random(in: 0...30, using: &random)
            let height = Int.random(in: 0...6, using: &random)
            for glyphs in sets {
                let rows = BrailleChart.rows(
                    values: values, width: width, height: height,
                    range: Bool.random(using: &random) ? 1...290 : nil,
                    lowestOnTop: Bool.random(using: &random), breaks: [3, 50, -1],
                    marks: [0, 5, 99, -2], glyphs: glyphs)
                #expect(rows.count == (width == 0 ? 0 : height))
                for row in rows { #expect(DisplayWidth.of(row) == width) }
                #expect(
                    DisplayWidth.of(Sparkline.text(values, width: width, glyphs: glyphs)) == width)
            }
        }
    }
}

@Suite struct BarTests {
    @Test(arguments: [
        (0.0, "    "), (1.0, "████"), (0.5, "██  "), (0.001, "▏   "), (0.999, "███▉"),
        (7, "████"), (-1, "    "), (.nan, "    "),
    ])
    func horizontalBars(_ value: Double, bar: String) {
        #expect(HorizontalBar.text(value, of: 1, width: 4) == bar)
    }

    @Test func horizontalBarsWithoutAMaximum() {
        #expect(HorizontalBar.text(3, of: 0, width: 3) == "   ")
        #expect(HorizontalBar.text(3, of: 4, width: 0) == "")
    }

    private func bar(
        _ start: Double?, _ end: Double?, today: Double?,
        milestones: [TimelineBar.Milestone] = [], width: Int = 10, glyphs: GlyphSet = .unicode
    ) -> [TimelineBar.Part] {
        TimelineBar.cells(
            start: start, end: end, today: today, milestones: milestones, span: 0...10,
            width: width, glyphs: glyphs)
    }

    private func text(_ parts: [TimelineBar.Part]) -> String { parts.map(\.text).joined() }

    @Test func timelineBars() {
        #expect(text(bar(2, 7.9, today: 5.2)) == "  ━━━┃──  ")
        #expect(text(bar(2.6, 5.2, today: nil)) == "  ╺━━╸    ")
        #expect(text(bar(-5, nil, today: 20)) == "━━━━━━━━━›")
        #expect(text(bar(0, 3, today: -1)) == "────      ")
        #expect(text(bar(4, .infinity, today: 99)) == "    ━━━━━━")
        #expect(text(bar(nil, 4, today: nil)) == "          ")
        #expect(text(bar(11, 14, today: nil)) == "          ")
        #expect(text(bar(-4, -1, today: nil)) == "          ")
    }

    @Test func timelineRoles() {
        let parts = bar(
            1, 9, today: 4.5,
            milestones: [.init(time: 2.5, isDone: true), .init(time: 7, isDone: false)])
        #expect(text(parts) == " ━◆━┃──◇──")
        #expect(
            parts.map(\.role) == [
                .empty, .elapsed, .milestoneDone, .elapsed, .today, .remaining, .remaining,
                .milestonePlanned, .remaining, .remaining,
            ])
    }

    @Test func timelineBarsHaveExactlyTheWidth() {
        var random = SeededGenerator(seed: 9)
        let times: [Double?] = [nil, .nan, .infinity, -.infinity, 0, 10]
        for round in 0..<500 {
            func time() -> Double? {
                Bool.random(using: &random)
                    ? .random(in: -5...15, using: &random)
                    : times.randomElement(using: &random) ?? nil
            }
            let width = Int.random(in: 0...30, using: &random)
            let parts = bar(
                time(), time(), today: time(),
                milestones: [.init(time: time() ?? 3, isDone: round % 2 == 0)], width: width,
                glyphs: round % 3 == 0 ? .ascii : .unicode)
            #expect(parts.count == width)
            for part in parts { #expect(DisplayWidth.of(part.text) == 1) }
        }
    }
}

@Suite struct BlockDigitsTests {
    @Test func everyFigureHasRowsOfOneWidth() {
        for glyphs in [GlyphSet.unicode, .ascii] {
            for size in BlockDigits.Size.allCases {
                for character in "0123456789+-–=▲▼^v.,:/% " {
                    let rows = BlockDigits.rows(String(character), size: size, glyphs: glyphs)
                    #expect(rows.count == size.rows)
                    #expect(Set(rows.map { DisplayWidth.of($0) }).count == 1, "\(character)")
                    if glyphs == .ascii {
                        #expect(rows.joined().utf8.allSatisfy { $0 < 0x80 })
                    }
                }
            }
        }
    }

    @Test func noTwoDigitsLookAlike() {
        for glyphs in [GlyphSet.unicode, .ascii] {
            for size in BlockDigits.Size.allCases {
                let shapes = "0123456789+-=/▲▼.:".map {
                    BlockDigits.rows(String($0), size: size, glyphs: glyphs)
                }
                #expect(Set(shapes).count == shapes.count)
            }
        }
    }

    @Test func aRank() {
        #expect(BlockDigits.rows("150") == ["▄█  █▀▀ ▟▀▙", " █  ▀▀▙ █ █", "▄█▄ ▄▄▛ ▜▄▛"])
        #expect(BlockDigits.width("150") == 11)
        #expect(BlockDigits.width("150", size: .large) == 22)
        #expect(BlockDigits.rows("1x5") == BlockDigits.rows("15"))
        #expect(BlockDigits.rows("^3") == BlockDigits.rows("▲3"))
        #expect(BlockDigits.rows("") == ["", "", ""])
    }
}
