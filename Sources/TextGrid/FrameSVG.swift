extension Frame {
    /// The frame as a picture: a self-contained SVG document without scripts, images or fonts of its own.
    ///
    /// Text stands in runs of one style with their exact length; lines, blocks, braille and shapes are vectors. So the columns
    /// align in every viewer, whatever font it has.
    ///
    /// - Parameters:
    ///   - title: the document's title, shown in a title bar; nil, no bar.
    ///   - font: a CSS `font-family` list.
    ///   - foreground: stands for the terminal's own.
    ///   - background: stands for the terminal's own; nil takes the frame's most common background, or a near black.
    /// - Complexity: O(*c*) in the number of cells.
    public func svg(
        title: String? = nil, font: String = Frame.svgFont,
        foreground: Color = Color(red: 0xD6, green: 0xDA, blue: 0xE2), background: Color? = nil
    ) -> String {
        var writer = SVGWriter(
            frame: self, foreground: foreground, background: background ?? commonBackground)
        return writer.document(title: title.map { DisplayWidth.shown($0) }, font: font)
    }

    /// Monospaced fonts of the usual systems.
    public static let svgFont =
        "ui-monospace,'Cascadia Mono','SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono',"
        + "monospace"

    private var commonBackground: Color {
        var counts: [Color: Int] = [:]
        for cell in cells { counts[cell.style.background, default: 0] += 1 }
        counts[.terminal] = nil
        let most = counts.max { ($0.value, $0.key.packed) < ($1.value, $1.key.packed) }
        return most?.key ?? Color(red: 0x14, green: 0x17, blue: 0x1D)
    }
}

/// Writes one document.
private struct SVGWriter {
    let frame: Frame
    let foreground: Color
    let background: Color
    private var shapes = SVGShapes(width: Self.cellWidth, height: Self.cellHeight)
    private var texts = ""
    /// The text styles met, by number.
    private var classes: [String] = []

    private static let cellWidth = 9.0
    private static let cellHeight = 20.0
    private static let fontSize = 15.0
    private static let baseline = 14.5
    private static let padding = 14.0
    private static let barHeight = 40.0

    init(frame: Frame, foreground: Color, background: Color) {
        self.frame = frame
        self.foreground = foreground
        self.background = background
    }

    /// A style with the terminal's colours, reversal and dimming worked out.
    private struct Look: Equatable {
        var ink: Color
        var paper: Color
        var attributes: Style.Attributes
    }

    private func look(_ style: Style) -> Look {
        var ink = style.foreground == .terminal ? foreground : style.foreground
        var paper = style.background == .terminal ? background : style.background
        if style.attributes.contains(.reverse) { swap(&ink, &paper) }
        if style.attributes.contains(.dim) { ink = ink.mixed(with: paper, amount: 0.38) }
        return Look(ink: ink, paper: paper, attributes: style.attributes)
    }

    mutating func document(title: String?, font: String) -> String {
        for y in 0..<frame.size.height {
            addRow(y)
            addUnderlines(y)
        }
        let top = title == nil ? Self.padding : Self.barHeight
        let width = SVG.number(Double(frame.size.width) * Self.cellWidth + 2 * Self.padding)
        let height = SVG.number(
            Double(frame.size.height) * Self.cellHeight + top + Self.padding)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img">
            \(title.map { "<title>\(SVG.escape($0))</title>\n" } ?? "")\
            <style>text{font:\(SVG.number(Self.fontSize))px \(SVG.escape(font))}\(styleSheet)</style>
            <rect width="\(width)" height="\(height)" rx="9" fill="\(hex(background))"/>
            \(title.map { titleBar($0, width: width) } ?? "")\
            <g transform="translate(\(SVG.number(Self.padding)) \(SVG.number(top)))">
            \(backgrounds())\(paths())\(texts)\(cursor())</g>
            </svg>

            """
    }

    private var styleSheet: String {
        classes.enumerated().map { ".t\($0.offset){\($0.element)}" }.joined()
    }

    private func hex(_ color: Color) -> String { color.hex ?? "none" }

    private func titleBar(_ title: String, width: String) -> String {
        let ink = hex(foreground.mixed(with: background, amount: 0.35))
        let dots = [0.0, 1, 2].map { SVG.circle(18 + $0 * 16, 17, 4.5) }.joined()
        let faint = hex(foreground.mixed(with: background, amount: 0.75))
        return """
            <path fill="\(faint)" d="\(dots)"/>
            <text x="50%" y="22" text-anchor="middle" fill="\(ink)">\(SVG.escape(title))</text>

            """
    }

    // MARK: Backgrounds

    /// A rectangle of one background.
    private struct Block {
        var columns: Range<Int>
        var rows: Range<Int>
        var color: Color
    }

    private func backgrounds() -> String {
        blocks().map { block in
            let data = SVG.rect(
                Double(block.columns.lowerBound) * Self.cellWidth,
                Double(block.rows.lowerBound) * Self.cellHeight,
                Double(block.columns.count) * Self.cellWidth,
                Double(block.rows.count) * Self.cellHeight)
            return "<path fill=\"\(hex(block.color))\" d=\"\(data)\"/>\n"
        }.joined()
    }

    /// The runs of one background, equal ones below each other joined.
    private func blocks() -> [Block] {
        var done: [Block] = []
        var open: [Block] = []
        for y in 0..<frame.size.height {
            var next: [Block] = []
            for (columns, color) in paperRuns(ofRow: y) {
                let above = open.firstIndex { $0.columns == columns && $0.color == color }
                let top = above.map { open.remove(at: $0).rows.lowerBound } ?? y
                next.append(Block(columns: columns, rows: top..<y + 1, color: color))
            }
            done += open
            open = next
        }
        return done + open
    }

    private func paperRuns(ofRow y: Int) -> [(Range<Int>, Color)] {
        var runs: [(Range<Int>, Color)] = []
        for x in 0..<frame.size.width {
            let paper = look(frame[x, y].style).paper
            if paper == background { continue }
            if let last = runs.last, last.0.upperBound == x, last.1 == paper {
                runs[runs.count - 1].0 = last.0.lowerBound..<x + 1
            } else {
                runs.append((x..<x + 1, paper))
            }
        }
        return runs
    }

    // MARK: Text and shapes

    private mutating func addRow(_ y: Int) {
        var x = 0
        while x < frame.size.width {
            let cell = frame[x, y]
            if cell.width == 0 {
                x += 1
                continue
            }
            let look = look(cell.style)
            let place = (x: Double(x) * Self.cellWidth, y: Double(y) * Self.cellHeight)
            if cell.character == " " {
                x += 1
            } else if shapes.add(cell.character, x: place.x, y: place.y, color: hex(look.ink)) {
                x += 1
            } else if Self.isRunning(cell) {
                x = addRun(x: x, y: y, look: look)
            } else {
                addCentred(cell, x: x, y: y, look: look)
                x += Int(cell.width)
            }
        }
    }

    /// Whether a monospaced font surely has the character one column wide.
    private static func isRunning(_ cell: Cell) -> Bool {
        guard let scalar = cell.character.unicodeScalars.first else { return false }
        return cell.width == 1 && scalar.value < 0x2190 && cell.character != " "
    }

    /// A run goes on over single spaces.
    private mutating func addRun(x start: Int, y: Int, look first: Look) -> Int {
        var text = ""
        var x = start
        while x < frame.size.width {
            let cell = frame[x, y]
            if cell.character == " ", cell.width == 1 {
                guard x + 1 < frame.size.width, Self.isRunning(frame[x + 1, y]),
                    look(frame[x + 1, y].style) == first, look(cell.style) == first
                else { break }
            } else if !Self.isRunning(cell) || look(cell.style) != first {
                break
            }
            text.append(cell.character)
            x += 1
        }
        let left = SVG.number(Double(start) * Self.cellWidth)
        let length = SVG.number(Double(x - start) * Self.cellWidth)
        addText(
            text, attributes: "x=\"\(left)\" textLength=\"\(length)\"", y: y, look: first)
        return x
    }

    private mutating func addCentred(_ cell: Cell, x: Int, y: Int, look: Look) {
        let middle = SVG.number((Double(x) + Double(cell.width) / 2) * Self.cellWidth)
        addText(
            String(cell.character), attributes: "x=\"\(middle)\" text-anchor=\"middle\"", y: y,
            look: look)
    }

    private mutating func addText(_ text: String, attributes: String, y: Int, look: Look) {
        var rules = "fill:\(hex(look.ink))"
        if look.attributes.contains(.bold) { rules += ";font-weight:bold" }
        if look.attributes.contains(.italic) { rules += ";font-style:italic" }
        let number = classes.firstIndex(of: rules) ?? classes.count
        if number == classes.count { classes.append(rules) }
        let baseline = SVG.number(Double(y) * Self.cellHeight + Self.baseline)
        texts +=
            "<text class=\"t\(number)\" \(attributes) y=\"\(baseline)\">\(SVG.escape(text))</text>\n"
    }

    /// A line under each run of underlined columns of one colour.
    private mutating func addUnderlines(_ y: Int) {
        var x = 0
        while x < frame.size.width {
            let first = look(frame[x, y].style)
            let start = x
            while x < frame.size.width, look(frame[x, y].style) == first { x += 1 }
            guard first.attributes.contains(.underline) else { continue }
            shapes.addRect(
                Double(start) * Self.cellWidth, Double(y) * Self.cellHeight + Self.baseline + 1.5,
                Double(x - start) * Self.cellWidth, 1, color: hex(first.ink))
        }
    }

    private func paths() -> String {
        let filled = shapes.fills.map {
            "<path fill=\"\($0.color)\" d=\"\($0.data)\"/>\n"
        }
        let dotted = shapes.dots.map {
            "<path stroke=\"\($0.color)\" stroke-width=\"3\" stroke-linecap=\"round\" d=\"\($0.data)\"/>\n"
        }
        return (filled + dotted).joined()
    }

    private func cursor() -> String {
        guard let cursor = frame.cursor, frame.bounds.contains(x: cursor.x, y: cursor.y) else {
            return ""
        }
        let data = SVG.rect(
            Double(cursor.x) * Self.cellWidth, Double(cursor.y) * Self.cellHeight + 1, 2,
            Self.cellHeight - 2)
        return "<path fill=\"\(hex(foreground))\" d=\"\(data)\"/>\n"
    }
}
