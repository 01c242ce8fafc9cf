import Glibc
import TerminalDriver
import Testing
import TextGrid

@testable import Terminal

/// What ncurses and the pen filter write, seen through the emulator. ncurses has one screen at a time in a process.
@Suite(.serialized) struct CursesScreenTests {
    private static let texts = [
        "Kristinehamn", "Vårgårda", "▲31", "⠉⠢⣀⣀⠤⠊", "日本語", "e\u{301}o\u{308}", "😀", "│", "  ", "x",
    ]

    private static let colors = [
        Color.terminal, Color(red: 0, green: 0, blue: 0), Color(red: 0, green: 0, blue: 3),
        Color(red: 255, green: 255, blue: 255), Color(red: 0x60, green: 0xD0, blue: 0x80),
        Color(red: 0x1A, green: 0x1B, blue: 0x26),
    ]

    private func style(_ random: inout SeededGenerator) -> Style {
        Style(
            foreground: Self.colors.randomElement(using: &random) ?? .terminal,
            background: Self.colors.randomElement(using: &random) ?? .terminal,
            attributes: Style.Attributes(
                rawValue: Bool.random(using: &random) ? 0 : UInt8.random(in: 0..<32, using: &random)
            ))
    }

    /// A few changes to `frame`, or a new one.
    private func change(_ frame: inout Frame, _ random: inout SeededGenerator) {
        let size = frame.size
        if Int.random(in: 0..<8, using: &random) == 0 {
            frame = Frame(size: size, style: style(&random))
        }
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            let x = Int.random(in: -3..<size.width, using: &random)
            let y = Int.random(in: 0..<size.height, using: &random)
            if Bool.random(using: &random) {
                let text = Self.texts.randomElement(using: &random) ?? ""
                frame.write(text, x: x, y: y, style: style(&random))
            } else {
                let rect = Rect(
                    x: x, y: y, width: Int.random(in: 0...40, using: &random),
                    height: Int.random(in: 0...5, using: &random))
                frame.fill(
                    rect, with: style(&random), character: Bool.random(using: &random) ? " " : "-")
            }
        }
    }

    @Test(
        "whatever the frames, the screen shows the last one",
        arguments: [ColorDepth.trueColor, .palette256, .ansi16, .ansi8, .mono])
    func anyFrames(depth: ColorDepth) throws {
        setlocale(LC_CTYPE, "C.UTF-8")
        var random = SeededGenerator(seed: 11)
        let expected = Dictionary(uniqueKeysWithValues: Self.colors.map { ($0, color($0, depth)) })
        for hasErase in [true, false] {
            let size = Size(width: 50, height: 12)
            var entry = TerminfoEntry.fallback.normalized(for: depth)
            if hasErase { entry.flags.insert("bce") }
            let type = TerminalType(entry: entry, depth: depth, isOwn: true)
            let screen = try CursesScreen(type: type, size: size, usesUnicode: true)
            let seen = VirtualScreen(columns: size.width, rows: size.height)
            var frame = Frame(size: size)
            for step in 0..<120 {
                change(&frame, &random)
                seen.write(screen.present(frame))
                if step % 30 == 29 {
                    seen.write(Array("\u{1B}[44mgarbage\u{1B}[3;3H\u{1B}[1J".utf8))
                    seen.write(screen.redraw())
                }
                try #require(difference(frame, seen, expected) == nil, "step \(step)")
            }
            seen.write(screen.leave())
            #expect(!seen.isAlternate)
        }
    }

    /// The first cell that the screen shows in another way than the frame has it.
    private func difference(
        _ frame: Frame, _ seen: VirtualScreen, _ expected: [Color: VirtualScreen.Color]
    ) -> String? {
        for y in 0..<frame.size.height {
            for x in 0..<frame.size.width {
                let (cell, shown) = (frame[x, y], seen[x, y])
                if cell.width == 0 { continue }
                let text = shown.text.isEmpty ? " " : shown.text
                let attributes = cell.style.attributes
                let isBlank = cell.character == " "
                let showsForeground =
                    !isBlank || !attributes.isDisjoint(with: [.underline, .reverse])
                guard text == String(cell.character),
                    shown.isReversed == attributes.contains(.reverse),
                    shown.isUnderlined == attributes.contains(.underline),
                    isBlank || shown.isBold == attributes.contains(.bold),
                    isBlank || shown.isItalic == attributes.contains(.italic),
                    shown.background == expected[cell.style.background],
                    !showsForeground || shown.foreground == expected[cell.style.foreground]
                else { return "\(x),\(y): \(cell) is \(shown)" }
            }
        }
        return nil
    }

    private func color(_ color: Color, _ depth: ColorDepth) -> VirtualScreen.Color {
        guard let components = color.components, depth != .mono else { return .terminal }
        if let index = color.index(in: depth) { return .palette(index) }
        return .rgb(Int(components.red) << 16 | Int(components.green) << 8 | Int(components.blue))
    }

    @Test("a selection that moves in a list costs few bytes, as a mark and as a bar")
    func bytesOfSelections() throws {
        setlocale(LC_CTYPE, "C.UTF-8")
        for (isBar, limit) in [(false, 150), (true, 400)] {
            let size = Size(width: 120, height: 40)
            var entry = TerminfoEntry.fallback.normalized(for: .trueColor)
            entry.flags.insert("bce")
            let screen = try CursesScreen(
                type: TerminalType(entry: entry, depth: .trueColor, isOwn: true), size: size,
                usesUnicode: true)
            _ = screen.present(SampleList.frame(size: size, selected: 5, isBar: isBar))
            for selected in 6..<12 {
                let bytes = screen.present(
                    SampleList.frame(size: size, selected: selected, isBar: isBar))
                #expect(bytes.count > 0 && bytes.count <= limit, "\(isBar) \(bytes.count)")
            }
            _ = screen.leave()
        }
    }
}

/// A list of five columns in three colours, 60 columns wide, as the rankings pane has it.
enum SampleList {
    private static let ground = Color(red: 0x1A, green: 0x1B, blue: 0x26)
    private static let bar = Color(red: 0x2A, green: 0x40, blue: 0x60)
    private static let plain = Color(red: 0xC8, green: 0xC8, blue: 0xD0)
    private static let dim = Color(red: 0x70, green: 0x78, blue: 0x88)
    private static let green = Color(red: 0x60, green: 0xD0, blue: 0x80)
    private static let accent = Color(red: 0x7A, green: 0xA2, blue: 0xF7)

    private static let names = [
        "Kristinehamn", "Vårgårda", "Upplands Väsby", "Säffle", "Örnsköldsvik", "Ale", "Munkfors",
    ]
    private static let counties = ["Värmland", "Västra Götaland", "Stockholm", "Västernorrland"]
    private static let trends = ["⠉⠢⣀⣀⠤⠊", "⠒⠒⠉⠉⠒⠢", "⣀⠤⠔⠒⠉⠉", "⢄⡠⠔⠒⠊⠉", "⠑⠒⠤⣀⠔⠤"]

    static func frame(size: Size, selected: Int, isBar: Bool) -> Frame {
        var frame = Frame(size: size, style: Style(foreground: plain, background: ground))
        for row in 0..<size.height {
            let isSelected = row == selected
            let ground = isSelected && isBar ? bar : ground
            func style(_ color: Color, _ attributes: Style.Attributes = []) -> Style {
                Style(foreground: color, background: ground, attributes: attributes)
            }
            let strong = isSelected ? style(accent, .bold) : style(plain)
            frame.fill(Rect(x: 0, y: row, width: 60, height: 1), with: style(plain))
            frame.write(isSelected ? "▌" : " ", x: 1, y: row, style: strong)
            frame.write("\(149 + row)", x: 4, y: row, style: strong)
            frame.write("▲\(10 + row * 7 % 89)", x: 9, y: row, style: style(green))
            frame.write(names[row % names.count], x: 15, y: row, style: strong)
            frame.write(counties[row % counties.count], x: 34, y: row, style: style(dim))
            frame.write(trends[row % trends.count], x: 50, y: row, style: style(dim))
            frame.write("│", x: 60, y: row, style: Style(foreground: dim, background: Self.ground))
            frame.write(
                "23 nov  Kramfors  Framtidsbygget", x: 64, y: row,
                style: Style(foreground: plain, background: Self.ground))
        }
        return frame
    }
}
