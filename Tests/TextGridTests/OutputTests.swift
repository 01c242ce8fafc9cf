import Testing

@testable import TextGrid

@Suite struct OutputTests {
    private let red = Style(foreground: Color(red: 0xCD, green: 0, blue: 0), attributes: .bold)

    private func sample() -> Frame {
        var frame = Frame(size: Size(width: 10, height: 2))
        frame.write("ab", x: 0, y: 0, style: .plain)
        frame.write("cd", x: 2, y: 0, style: red)
        frame.write("漢 <", x: 1, y: 1, style: .plain)
        return frame
    }

    @Test func text() {
        #expect(sample().text() == "abcd\n 漢 <\n")
        #expect(Frame(size: Size(width: 3, height: 0)).text() == "")
    }

    @Test(arguments: [
        (ColorDepth.trueColor, "ab\u{1B}[0;1;38;2;205;0;0mcd\u{1B}[0m\n 漢 <\n"),
        (.palette256, "ab\u{1B}[0;1;38;5;160mcd\u{1B}[0m\n 漢 <\n"),
        (.ansi16, "ab\u{1B}[0;1;31mcd\u{1B}[0m\n 漢 <\n"),
        (.mono, "ab\u{1B}[0;1mcd\u{1B}[0m\n 漢 <\n"),
    ])
    func ansi(_ depth: ColorDepth, output: String) {
        #expect(sample().ansi(depth: depth) == output)
    }

    @Test func ansiKeepsBlanksThatShowAndBrightColors() {
        var frame = Frame(size: Size(width: 4, height: 1))
        frame.write("  ", x: 0, y: 0, style: Style(background: Color(paletteIndex: 12)))
        #expect(frame.ansi(depth: .ansi16) == "\u{1B}[0;104m  \u{1B}[0m\n")
        #expect(frame.ansi(depth: .ansi8).hasPrefix("\u{1B}[0;4"))
    }

    @Test func ansiWithoutSequencesIsTheText() {
        var random = SeededGenerator(seed: 10)
        for _ in 0..<60 {
            let frame = Frame.random(Size(width: 25, height: 4), using: &random)
            for depth in ColorDepth.allCases {
                let lines = stripped(frame.ansi(depth: depth)).split(
                    separator: "\n", omittingEmptySubsequences: false)
                #expect(lines.dropLast().map(trimmed) == frame.rows().map { trimmed($0[...]) })
            }
        }
    }

    private func stripped(_ text: String) -> String {
        var result = ""
        var isInside = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{1B}" { isInside = true }
            if !isInside { result.unicodeScalars.append(scalar) }
            if scalar == "m", isInside { isInside = false }
        }
        return result
    }

    private func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }

    // MARK: SVG

    @Test func svgEscapesAndPlacesText() {
        let svg = sample().svg(title: "a & <b> \u{1B}")
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"118\""))
        #expect(svg.contains("<title>a &amp; &lt;b&gt; </title>"))
        #expect(svg.contains("textLength=\"18\" y=\"14.5\">cd</text>"))
        #expect(svg.contains("&lt;</text>"))
        #expect(svg.contains("font-weight:bold"))
    }

    @Test func svgDrawsLinesBlocksAndDotsAsVectors() {
        var frame = Frame(size: Size(width: 24, height: 1))
        frame.write("─┼━╸█▄▟░▁⠿▲▼●○■◆◇┊│┌", x: 0, y: 0, style: .plain)
        #expect(!frame.svg().contains("<text"))
        #expect(frame.svg().contains("stroke-linecap=\"round\""))
        #expect(frame.svg().count < 6000)
    }

    @Test func svgIsWellFormedAndKeepsEveryLetter() {
        var random = SeededGenerator(seed: 11)
        for round in 0..<60 {
            var frame = Frame.random(Size(width: 25, height: 4), using: &random)
            frame.cursor = .init(x: round, y: 1)
            let svg = frame.svg(title: AnyText.text(0...5, using: &random))
            #expect(Self.isBalanced(svg))
            for scalar in svg.unicodeScalars {
                #expect(scalar == "\n" || scalar.properties.generalCategory != .control)
            }
        }
    }

    /// Whether every element is closed in order and no stray markup stands in text.
    private static func isBalanced(_ svg: String) -> Bool {
        var open: [Substring] = []
        for scalars in svg.unicodeScalars.split(separator: "<") {
            let piece = Substring(scalars)
            guard let end = scalars.firstIndex(of: ">") else { return false }
            let tag = piece[..<end]
            if scalars[scalars.index(after: end)...].contains(">") { return false }
            guard let name = tag.split(whereSeparator: { $0 == " " || $0 == "/" }).first else {
                return false
            }
            if tag.hasPrefix("/") {
                if open.popLast() != name { return false }
            } else if !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}

@Suite struct ColorTests {
    @Test func readsHexadecimal() {
        #expect(Color(hex: "#1e90FF") == Color(red: 0x1E, green: 0x90, blue: 0xFF))
        #expect(Color(hex: "000000")?.hex == "#000000")
        for text in ["", "#", "#12345", "1234567", "+12345", "#ggg000", "##12345", "½12345"] {
            #expect(Color(hex: text) == nil, "\(text)")
        }
        #expect(Color.terminal.hex == nil)
    }

    @Test func contrastByWCAG() throws {
        let white = Color(red: 255, green: 255, blue: 255)
        let black = Color(red: 0, green: 0, blue: 0)
        #expect(try abs(#require(white.contrast(with: black)) - 21) < 1e-9)
        #expect(try abs(#require(white.contrast(with: white)) - 1) < 1e-9)
        // The grey that WCAG's examples name as the lightest that passes on white.
        let grey = try #require(Color(hex: "#767676"))
        #expect(try abs(#require(grey.contrast(with: white)) - 4.54) < 0.01)
        #expect(grey.contrast(with: .terminal) == nil)
    }

    @Test func paletteColorsAreTheirOwnNearest() {
        for index in 16..<256 {
            let color = Color(paletteIndex: index)
            #expect(color.nearest(in: .palette256) == color)
        }
        for index in 0..<16 { #expect(Color(paletteIndex: index).index(in: .ansi16) == index) }
        for index in 0..<8 { #expect(Color(paletteIndex: index).index(in: .ansi8) == index) }
    }

    @Test(arguments: [
        ("#ff8700", ColorDepth.palette256, 208), ("#808080", .palette256, 244),
        ("#ff7a85", .ansi16, 9), ("#7bd88f", .ansi16, 10), ("#e5c07b", .ansi16, 11),
        ("#61afef", .ansi16, 12), ("#c678dd", .ansi16, 13), ("#56b6c2", .ansi16, 14),
        ("#98c379", .ansi8, 2), ("#d19a66", .ansi8, 3), ("#ffa500", .ansi16, 11),
        ("#1b5e20", .ansi16, 2), ("#8b0000", .ansi16, 1),
        ("#282c34", .ansi16, 0), ("#5c6370", .ansi16, 8), ("#abb2bf", .ansi16, 7),
        ("#ebdbb2", .ansi16, 7), ("#f9f9f9", .ansi16, 15), ("#5c6370", .ansi8, 7),
    ])
    func nearest(_ hex: String, depth: ColorDepth, index: Int) throws {
        #expect(try #require(Color(hex: hex)).index(in: depth) == index)
    }

    @Test func depthsWithoutAPalette() {
        let color = Color(red: 1, green: 2, blue: 3)
        #expect(color.index(in: .trueColor) == nil && color.nearest(in: .trueColor) == color)
        #expect(color.index(in: .mono) == nil && color.nearest(in: .mono) == .terminal)
        #expect(Color.terminal.index(in: .ansi8) == nil)
        #expect(Color.terminal.nearest(in: .ansi8) == .terminal)
    }

    @Test func mixing() throws {
        let black = Color(red: 0, green: 0, blue: 0)
        let white = Color(red: 255, green: 255, blue: 255)
        #expect(black.mixed(with: white, amount: 0) == black)
        #expect(black.mixed(with: white, amount: 1) == white)
        // Half of OKLab's lightness is sRGB 99.
        #expect(black.mixed(with: white, amount: 0.5).hex == "#636363")
        #expect(Color.terminal.mixed(with: white, amount: 0.4) == .terminal)
        var random = SeededGenerator(seed: 12)
        for _ in 0..<300 {
            let color = Color(
                red: .random(in: 0...255, using: &random),
                green: .random(in: 0...255, using: &random),
                blue: .random(in: 0...255, using: &random))
            #expect(color.mixed(with: color, amount: 0.5) == color)
        }
    }
}
