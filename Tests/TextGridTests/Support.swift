@testable import TextGrid

/// SplitMix64: the same sequence for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Text of every kind that may come from outside.
enum AnyText {
    private static let pieces: [String] = [
        "a", "Z", "7", " ", " ", "  ", "å", "Ö", "é", "e\u{301}", "a\u{30A}", "-", "–", "/", ",",
        ".", "(", ")", "näringsliv", "Kristinehamn", "12\u{202F}480", "\u{A0}",
        "https://www.kristinehamn.se/naringsliv/företag", "漢", "字", "、", "「", "」", "かな",
        "한글", "각", "ｆ", "😀", "👩‍👩‍👧‍👦", "🇸🇪", "🇸", "❤️", "❤", "1️⃣", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈",
        "\u{0}", "\u{7}", "\u{1B}[31m", "\u{9B}2J", "\t", "\r\n", "\n", "\u{7F}", "\u{85}",
        "\u{200B}", "\u{200D}", "\u{200E}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{FEFF}",
        "\u{AD}", "\u{2028}", "\u{301}\u{302}", "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}",
        "क्षि", "தமிழ்", "ไทย", "العربية", "עברית", "\u{FE0F}", "\u{FFFE}", "\u{10FFFF}",
        "\u{E000}", "\u{3000}", "\u{1160}", "\u{115F}", "𠀀", "½", "█", "⠿", "<&>\"'",
    ]

    static func text(_ length: ClosedRange<Int>, using random: inout SeededGenerator) -> String {
        (0..<Int.random(in: length, using: &random)).map { _ in
            Int.random(in: 0..<12, using: &random) == 0
                ? String(Character(scalar(using: &random)))
                : pieces.randomElement(using: &random) ?? ""
        }.joined()
    }

    private static func scalar(using random: inout SeededGenerator) -> Unicode.Scalar {
        Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &random)) ?? "?"
    }

    static func style(using random: inout SeededGenerator) -> Style {
        let colors: [Color] = [
            .terminal, Color(red: 255, green: 0, blue: 0), Color(red: 20, green: 24, blue: 30),
        ]
        return Style(
            foreground: colors.randomElement(using: &random) ?? .terminal,
            background: colors.randomElement(using: &random) ?? .terminal,
            attributes: Style.Attributes(rawValue: UInt8.random(in: 0..<32, using: &random)))
    }
}

extension Frame {
    /// What is wrong with the frame; nil for a sound one.
    var fault: String? {
        if cells.count != size.width * size.height { return "cell count" }
        for y in 0..<size.height {
            for x in 0..<size.width {
                if let fault = fault(x, y) { return "\(fault) at \(x), \(y)" }
            }
        }
        return nil
    }

    private func fault(_ x: Int, _ y: Int) -> String? {
        let cell = self[x, y]
        switch cell.width {
        case 0:
            if x == 0 || self[x - 1, y].width != 2 { return "right half without left" }
            return cell.character == " " ? nil : "text in a right half"
        case 1, 2:
            if cell.width == 2, x + 1 == size.width || self[x + 1, y].width != 0 {
                return "left half without right"
            }
            if DisplayWidth.of(cell.character) != Int(cell.width) { return "wrong width" }
            return isStorable(cell.character) ? nil : "\(cell.character.unicodeScalars)"
        default: return "width \(cell.width)"
        }
    }

    private func isStorable(_ character: Character) -> Bool {
        character.unicodeScalars.count <= 5
            && character.unicodeScalars.allSatisfy {
                switch $0.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
                    .unassigned:
                    false
                default: true
                }
            }
    }

    /// A frame with random text written over it.
    static func random(_ size: Size, using random: inout SeededGenerator) -> Frame {
        var frame = Frame(size: size)
        frame.scribble(20, using: &random)
        return frame
    }

    mutating func scribble(_ times: Int, using random: inout SeededGenerator) {
        for _ in 0..<times {
            let clip = Rect(
                x: .random(in: -3...size.width, using: &random),
                y: .random(in: -3...size.height, using: &random),
                width: .random(in: 0...size.width + 5, using: &random),
                height: .random(in: 0...size.height + 5, using: &random))
            let style = AnyText.style(using: &random)
            let x = Int.random(in: -12...size.width + 3, using: &random)
            let y = Int.random(in: -2...size.height + 1, using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: fill(clip, with: style)
            case 1: restyle(clip) { _ in style }
            default:
                write(
                    AnyText.text(0...12, using: &random), x: x, y: y, style: style,
                    clip: Bool.random(using: &random) ? clip : nil)
            }
        }
    }
}
