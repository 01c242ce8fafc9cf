import Testing

@testable import TextGrid

@Suite struct FrameTests {
    private func frame(_ width: Int, _ height: Int = 1) -> Frame {
        Frame(size: Size(width: width, height: height))
    }

    @Test func writesAndReportsTheColumnAfter() {
        var frame = frame(10)
        #expect(frame.write("漢a", x: 1, y: 0, style: .plain) == 4)
        #expect(frame.write("långt bort", x: 5, y: 7, style: .plain) == 15)
        #expect(frame.rows() == [" 漢a"])
        #expect(frame[1, 0].width == 2 && frame[2, 0].width == 0)
    }

    @Test func overwritingHalfOfAWideCharacterClearsTheOther() {
        var frame = frame(6)
        frame.write("漢字", x: 0, y: 0, style: .plain)
        frame.write("x", x: 1, y: 0, style: .plain)
        #expect(frame.rows() == [" x字"])
        frame.write("y", x: 2, y: 0, style: .plain)
        #expect(frame.rows() == [" xy"])
    }

    @Test func aWideCharacterCutByTheClipBecomesASpace() {
        var frame = frame(6)
        frame.fill(frame.bounds, with: .plain, character: ".")
        frame.write("a漢", x: 1, y: 0, style: .plain, clip: Rect(x: 0, y: 0, width: 3, height: 1))
        #expect(frame.rows() == [".a ..."])
        frame.write("漢", x: -1, y: 0, style: .plain)
        #expect(frame.rows() == [" a ..."])
    }

    @Test func styledLinesKeepTheirStyles() {
        var frame = frame(8)
        let bold = Style(attributes: .bold)
        let line = StyledLine([Span("ab", style: bold), Span("cd")])
        #expect(frame.write(line, x: 1, y: 0, clip: Rect(x: 0, y: 0, width: 4, height: 1)) == 5)
        #expect(frame.rows() == [" abc"])
        #expect(frame[2, 0].style == bold && frame[3, 0].style == .plain)
    }

    @Test func restylingKeepsBothHalvesAlike() {
        var frame = frame(4)
        frame.write("漢字", x: 0, y: 0, style: .plain)
        let dim = Style(attributes: .dim)
        frame.restyle(Rect(x: 1, y: 0, width: 2, height: 1)) { _ in dim }
        #expect((0..<4).map { frame[$0, 0].style == dim } == [false, false, true, true])
    }

    @Test func rareSpacesAreStoredAsSpaces() {
        var frame = frame(8)
        frame.write("12\u{202F}480\u{A0}x", x: 0, y: 0, style: .plain)
        #expect(frame.rows() == ["12 480 x"])
    }

    @Test func nothingBreaksAFrame() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<150 {
            let size = Size(
                width: .random(in: 0...30, using: &random),
                height: .random(in: 0...8, using: &random))
            let frame = Frame.random(size, using: &random)
            #expect(frame.fault == nil)
            for row in frame.rows() { #expect(DisplayWidth.of(row) <= size.width) }
        }
    }
}

@Suite struct FrameDiffTests {
    private func frame(_ text: String) -> Frame {
        var frame = Frame(size: Size(width: 30, height: 1))
        frame.write(text, x: 0, y: 0, style: .plain)
        return frame
    }

    private func runs(_ old: String, _ new: String) -> [Range<Int>] {
        FrameDiff.runs(from: frame(old), to: frame(new)).map(\.columns)
    }

    @Test func findsWhatChanged() {
        #expect(runs("abc", "abc") == [])
        #expect(runs("abcdef", "abXdef") == [2..<3])
        #expect(runs("abcdefgh", "Xbcdefgh") == [0..<1])
        #expect(runs("abcd", "XbcX") == [0..<4])
        #expect(runs("abcdefgh", "XbcdefgX") == [0..<1, 7..<8])
    }

    @Test func runsHoldWholeWideCharacters() {
        #expect(runs("a漢b", "a字b") == [1..<3])
        #expect(runs("a漢b", "axyb") == [1..<3])
        #expect(runs("axyb", "a漢b") == [1..<3])
        #expect(runs("漢字", "x漢y") == [0..<4])
    }

    @Test func aFrameOfAnotherSizeIsDrawnWhole() {
        let new = Frame(size: Size(width: 4, height: 2))
        let whole = [FrameDiff.Run(y: 0, columns: 0..<4), FrameDiff.Run(y: 1, columns: 0..<4)]
        #expect(FrameDiff.runs(from: nil, to: new) == whole)
        #expect(FrameDiff.runs(from: frame("x"), to: new) == whole)
        #expect(FrameDiff.runs(from: new, to: new) == [])
        #expect(FrameDiff.runs(from: nil, to: Frame(size: Size(width: 0, height: 3))) == [])
    }

    @Test func drawingTheRunsGivesTheNewFrame() {
        var random = SeededGenerator(seed: 4)
        for round in 0..<150 {
            let size = Size(width: .random(in: 1...30, using: &random), height: 3)
            let old = Frame.random(size, using: &random)
            var new = old
            new.scribble(round % 5, using: &random)
            var drawn = old.cells
            var last = FrameDiff.Run(y: 0, columns: -9 ..< -9)
            for run in FrameDiff.runs(from: old, to: new) {
                #expect(old[run.columns.lowerBound, run.y].width != 0)
                #expect(new[run.columns.lowerBound, run.y].width != 0)
                if run.columns.upperBound < size.width {
                    #expect(old[run.columns.upperBound, run.y].width != 0)
                    #expect(new[run.columns.upperBound, run.y].width != 0)
                }
                #expect(
                    (last.y, last.columns.upperBound + 4) < (run.y, run.columns.lowerBound)
                        || last.y < run.y)
                last = run
                for x in run.columns { drawn[run.y * size.width + x] = new[x, run.y] }
            }
            #expect(drawn == new.cells)
        }
    }
}
