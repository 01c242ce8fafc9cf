import TextGrid

/// A text of a few lines: in block letters, or plain.
struct KioskText {
    let lines: [String]
    /// How large the block letters are; 0 for plain text.
    let scale: Int

    /// The columns that it takes.
    var width: Int {
        lines.map { line in
            scale == 0 ? DisplayWidth.of(line) : BlockLetters.width(line, scale: scale) ?? 0
        }.max() ?? 0
    }

    /// The rows that it takes.
    var height: Int {
        scale == 0 ? lines.count : lines.count * (BlockLetters.height * scale + scale) - scale
    }

    /// Plain text of at most `count` lines, the last one cut where there is more.
    init(_ text: String, lines count: Int, width: Int, glyphs: GlyphSet) {
        let width = max(1, min(KioskLayout.measure, width))
        var lines = TextLayout.wrap(glyphs.text(text), width: width)
        if lines.count > count, count > 0 {
            let rest = lines[(count - 1)...].joined(separator: " ")
            lines.removeSubrange((count - 1)...)
            lines.append(TextLayout.truncate(rest, to: width, ellipsis: glyphs.ellipsis))
        }
        self.init(lines: Array(lines.prefix(max(0, count))), scale: 0)
    }

    private init(lines: [String], scale: Int) {
        self.lines = lines
        self.scale = scale
    }

    /// Block letters of `scale`, or plain text for 0; nil where block letters take more than `count` lines, or have no shape
    /// for a character.
    init?(_ text: String, lines count: Int, width: Int, scale: Int, glyphs: GlyphSet) {
        guard scale > 0 else {
            self.init(text, lines: count, width: width, glyphs: glyphs)
            return
        }
        var lines: [String] = []
        for word in text.split(separator: " ") {
            let longer = lines.last.map { $0 + " " + word } ?? ""
            if !lines.isEmpty, Self.fits(longer, width: width, scale: scale) {
                lines[lines.count - 1] = longer
            } else if Self.fits(String(word), width: width, scale: scale), lines.count < count {
                lines.append(String(word))
            } else {
                return nil
            }
        }
        guard !lines.isEmpty else { return nil }
        self.init(lines: lines, scale: scale)
    }

    /// One line in the largest block letters of a layout that fit; nil where none do.
    init?(large text: String, width: Int, height: Int = .max, layout: KioskLayout) {
        let choices = layout.letterScales.lazy.compactMap {
            KioskText(text, lines: 1, width: width, scale: $0, glyphs: .unicode)
        }
        guard let text = choices.first(where: { $0.height <= height }) else { return nil }
        self = text
    }

    private static func fits(_ line: String, width: Int, scale: Int) -> Bool {
        guard line.count <= KioskLayout.measure else { return false }
        return BlockLetters.width(line, scale: scale).map { $0 <= width } ?? false
    }
}

extension KioskPainter {
    /// A text that is one size smaller than what stands above it, where that is in block letters, or plain.
    func secondary(_ text: String, lines: Int, width: Int, below scale: Int) -> KioskText {
        KioskText(text, lines: lines, width: width, scale: max(0, scale - 1), glyphs: glyphs)
            ?? KioskText(text, lines: lines, width: width, glyphs: glyphs)
    }

    /// A line that says what the scene is about.
    ///
    /// - Parameter rows: how many have to be left below it.
    /// - Returns: what is left below it.
    mutating func drawSubtitle(_ text: String, in rect: Rect, leaving rows: Int = 6) -> Rect {
        let subtitle = secondary(text, lines: 1, width: rect.width, below: layout.letterScale)
        draw(subtitle, x: rect.x, y: rect.y, in: rect, style(.dim))
        let wanted = subtitle.scale > 0 ? subtitle.scale : max(1, layout.unit)
        let gap = rect.height > rows + subtitle.height ? wanted : 0
        return rect.split(top: subtitle.height + gap).rest
    }

    /// - Returns: the row below it.
    @discardableResult
    mutating func draw(_ text: KioskText, x: Int, y: Int, in rect: Rect, _ style: Style) -> Int {
        for (index, line) in text.lines.enumerated() {
            if text.scale == 0 {
                drawLine(line, x: x, y: y + index, in: rect, style)
            } else {
                let rows = BlockLetters.rows(line, scale: text.scale) ?? []
                drawRows(rows, x: x, y: y + index * (rows.count + text.scale), style)
            }
        }
        return y + text.height
    }
}
