import Testing

@testable import TextGrid

@Suite struct WidgetTests {
    private func hairline(_ width: Int, _ leading: String, _ trailing: String) -> String {
        var frame = Frame(size: Size(width: width, height: 1))
        frame.drawHairline(in: frame.bounds, leading: leading, trailing: trailing, style: .plain)
        return frame.rows()[0]
    }

    @Test func hairlines() {
        #expect(hairline(27, "Ranking", "39 av 290") == "─ Ranking ───── 39 av 290 ─")
        #expect(hairline(12, "", "14 olästa") == "────────────")
        #expect(hairline(13, "", "14 olästa") == "─ 14 olästa ─")
        #expect(hairline(18, "Ranking", "39 av 290") == "─ Ranking ────────")
        #expect(hairline(9, "Ranking", "39 av 290") == "─ Rank… ─")
        #expect(hairline(3, "Ranking", "x") == "───")
        #expect(hairline(0, "Ranking", "x") == "")
    }

    @Test(arguments: [
        (10, 0, 10, 10, nil), (10, 0, 10, 100, 0..<1), (10, 90, 10, 100, 9..<10),
        (10, 1, 10, 100, 1..<2), (10, 89, 10, 100, 8..<9), (10, 25, 50, 100, 3..<8),
        (1, 5, 3, 9, 0..<1), (0, 0, 1, 2, nil), (10, 500, 10, 100, 9..<10),
    ])
    func scrollbars(_ height: Int, first: Int, visible: Int, total: Int, thumb: Range<Int>?) {
        #expect(
            Scrollbar.thumb(height: height, first: first, visible: visible, total: total) == thumb)
    }

    @Test func drawsAScrollbar() {
        var frame = Frame(size: Size(width: 1, height: 4))
        frame.drawScrollbar(
            in: frame.bounds, first: 2, visible: 2, total: 4, thumb: .plain, track: .plain)
        #expect(frame.rows() == ["│", "│", "┃", "┃"])
        frame = Frame(size: Size(width: 1, height: 4))
        frame.drawScrollbar(
            in: frame.bounds, first: 0, visible: 4, total: 4, thumb: .plain, track: .plain)
        #expect(frame.rows() == ["", "", "", ""])
    }
}

@Suite struct ColumnLayoutTests {
    private let columns = [
        ColumnLayout.Column(id: "rank", minimum: 5, priority: 90, alignment: .trailing),
        ColumnLayout.Column(id: "change", minimum: 4, priority: 80),
        ColumnLayout.Column(id: "name", minimum: 10, ideal: 16, priority: 100, isFlexible: true),
        ColumnLayout.Column(
            id: "county", minimum: 8, ideal: 16, maximum: 20, priority: 20, isFlexible: true),
        ColumnLayout.Column(id: "trend", minimum: 6, ideal: 10, priority: 50),
    ]

    private func drawn(_ width: Int) -> String {
        var row = Array(repeating: ".", count: width).joined()
        for place in ColumnLayout.solve(columns, width: width, gap: 2) {
            let start = row.index(row.startIndex, offsetBy: place.x)
            let end = row.index(start, offsetBy: place.width)
            let text = TextLayout.fit(place.id, to: place.width, ellipsis: "")
            row.replaceSubrange(start..<end, with: text.map { $0 == " " ? "_" : $0 })
        }
        return row
    }

    @Test func columnsComeAndGoWithTheWidth() {
        #expect(drawn(6) == "name__")
        #expect(drawn(12) == "name________")
        #expect(drawn(17) == "rank_..name______")
        #expect(drawn(25) == "rank_..chan..name________")
        #expect(drawn(32) == "rank_..chan..name_______..trend_")
        #expect(
            drawn(70)
                == "rank_..chan..name___________________..county______________..trend_____")
    }

    @Test func everythingFitsAndTheFirstIsAlwaysShown() {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<500 {
            let columns = (0..<Int.random(in: 1...9, using: &random)).map { id in
                let minimum = Int.random(in: 1...12, using: &random)
                return ColumnLayout.Column(
                    id: id, minimum: minimum, ideal: minimum + .random(in: 0...9, using: &random),
                    maximum: Bool.random(using: &random) ? 20 : nil,
                    priority: .random(in: 0...5, using: &random),
                    isFlexible: Bool.random(using: &random))
            }
            let width = Int.random(in: 1...120, using: &random)
            let gap = Int.random(in: 0...3, using: &random)
            let places = ColumnLayout.solve(columns, width: width, gap: gap)
            var x = 0
            for place in places {
                #expect(place.x == x)
                x = place.x + place.width + gap
                #expect(place.width >= min(width, columns[place.id].minimum))
            }
            #expect(x - gap <= width)
            #expect(places.map(\.id) == places.map(\.id).sorted())
            let shown = Set(places.map(\.id))
            let best = columns.max { ($0.priority, $1.id) < ($1.priority, $0.id) }
            #expect(best.map { shown.contains($0.id) } == true)
            for column in columns where !shown.contains(column.id) {
                #expect(places.allSatisfy { columns[$0.id].priority >= column.priority })
            }
            let grows = places.contains {
                columns[$0.id].isFlexible && columns[$0.id].maximum == nil
            }
            if grows { #expect(x - gap == width) }
        }
    }

    @Test func noRoomNoColumns() {
        #expect(ColumnLayout.solve(columns, width: 0).isEmpty)
        #expect(ColumnLayout.solve([ColumnLayout.Column<Int>](), width: 10).isEmpty)
    }
}
