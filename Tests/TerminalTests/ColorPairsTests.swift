import Testing

@testable import Terminal

@Suite struct ColorPairsTests {
    private func colors(_ number: Int32) -> ColorPairs.Colors {
        ColorPairs.Colors(foreground: number, background: number + 1)
    }

    @Test("the same colours are the same pair, the terminal's own are pair 0")
    func reuse() {
        var pairs = ColorPairs(limit: 8)
        #expect(pairs.pair(for: ColorPairs.Colors(foreground: -1, background: -1)) == .known(0))
        #expect(pairs.pair(for: colors(1)) == .new(1))
        #expect(pairs.pair(for: colors(2)) == .new(2))
        #expect(pairs.pair(for: colors(1)) == .known(1))
    }

    @Test("when all are taken, those that are not in use are given out anew")
    func exhaustion() {
        var pairs = ColorPairs(limit: 4)
        for number in 1...3 {
            #expect(pairs.pair(for: colors(Int32(number))) == .new(Int32(number)))
        }
        #expect(pairs.pair(for: colors(4)) == .exhausted)
        let isFreed = (
            pairs.release(allBut: [colors(1), colors(2), colors(3)]),
            pairs.release(allBut: [colors(1), colors(3), colors(4)])
        )
        #expect(isFreed == (false, true))
        #expect(pairs.pair(for: colors(4)) == .new(2))
        #expect(pairs.pair(for: colors(1)) == .known(1))
        #expect(pairs.pair(for: colors(2)) == .exhausted)
    }
}
