import ClimateFixtures
import ClimateModel
import Testing

/// Text that is told to be clean at a glance is as a close look leaves it.
@Suite struct PlainTextTests {
    @Test(arguments: [1, 2, 3] as [UInt64]) func aGlanceTellsWhatACloseLookDoes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let scalars = Array(
            "aZ 09.\nåÄöéñ§·«»–—”’…•€™\u{7F}\u{80}\u{85}\u{A0}\u{AD}\u{24F}\u{250}\u{301}\u{200B}\u{200D}\u{2010}\u{2027}\u{2028}\u{202E}ﬁ漢🏆"
                .unicodeScalars)
        for _ in 0..<3_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                let common = Int.random(in: 0..<3, using: &random) > 0
                let choice =
                    common
                    ? scalars[..<12].randomElement(using: &random)
                    : scalars.randomElement(using: &random)
                if let choice { text.append(choice) }
            }
            // A carriage return at the end keeps it from a glance, and becomes a line's end.
            let clean = CleanText.block(String(text))
            #expect(CleanText.block(String(text) + "\r") == clean + "\n")
            let words = clean.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
            #expect(CleanText.line(String(text)) == words.map { String($0) }.joined(separator: " "))
        }
    }

    @Test(arguments: [1, 2] as [UInt64]) func eightBytesAtATime(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let half: UInt8 = Bool.random(using: &random) ? 0x80 : 0
            let low = UInt8.random(in: 0...0x5F, using: &random)
            let high = UInt8.random(in: low...0x5F, using: &random)
            let isThere = bytes.withUnsafeBufferPointer {
                $0.hasByte { $0.marked(half + low, through: half + high) }
            }
            #expect(isThere == bytes.contains { (half + low...half + high).contains($0) })
        }
    }
}
