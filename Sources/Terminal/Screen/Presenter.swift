import CNcurses
import TextGrid

/// Puts frames on ncurses' screen, the changed cells alone.
struct Presenter {
    private let depth: ColorDepth
    private let usesUnicode: Bool
    private var shown: Frame?
    private var pairs: ColorPairs
    private var looks: [Style: Look] = [:]
    private var colorNumbers: [Color: Int32] = [:]

    /// A style in curses' terms.
    private struct Look {
        var attributes: attr_t
        var pair: Int32
    }

    init(depth: ColorDepth, pairs: Int32, usesUnicode: Bool) {
        self.depth = depth
        self.usesUnicode = usesUnicode
        self.pairs = ColorPairs(limit: pairs)
    }

    /// Has the next frame drawn in full.
    mutating func forget() { shown = nil }

    /// Draws what is new in `frame`; ncurses then knows what to write.
    ///
    /// - Returns: whether anything is.
    mutating func draw(_ frame: Frame) -> Bool {
        let runs = FrameDiff.runs(from: shown, to: frame, gap: 0)
        let movesCursor = shown == nil || shown?.cursor != frame.cursor
        guard !runs.isEmpty || movesCursor else { return false }
        for run in runs { draw(run, of: frame) }
        place(frame.cursor, within: frame.size, changed: movesCursor)
        shown = frame
        wnoutrefresh(utkik_standard_window())
        return true
    }

    private func place(_ cursor: Frame.Position?, within size: Size, changed: Bool) {
        let window = utkik_standard_window()
        let isShown = cursor.map { Rect(size).contains(x: $0.x, y: $0.y) } ?? false
        if changed {
            leaveok(window, !isShown)
            curs_set(isShown ? 1 : 0)
        }
        if isShown, let cursor { wmove(window, Int32(cursor.y), Int32(cursor.x)) }
    }

    private mutating func draw(_ run: FrameDiff.Run, of frame: Frame) {
        var cells: [cchar_t] = []
        cells.reserveCapacity(run.columns.count)
        for x in run.columns {
            let cell = frame[x, run.y]
            // The right half of a wide character is drawn with the left.
            if cell.width == 0 { continue }
            append(cell, look: look(of: cell.style, in: frame), to: &cells)
        }
        mvwadd_wchnstr(
            utkik_standard_window(), Int32(run.y), Int32(run.columns.lowerBound), &cells,
            Int32(cells.count))
    }

    /// A cell that ncurses would show in another width than the frame has for it, or not at all, is a sign that stands for
    /// it: so the columns hold whatever the C library knows of Unicode.
    private func append(_ cell: Cell, look: Look, to cells: inout [cchar_t]) {
        let text = scalars(of: cell)
        if let base = text.first, utkik_column_width(base) == Int32(cell.width),
            let drawn = curses(text, look)
        {
            cells.append(drawn)
            return
        }
        let sign: UInt32 = usesUnicode ? 0xFFFD : 0x3F
        for _ in 0..<cell.width {
            if let drawn = curses([sign], look) { cells.append(drawn) }
        }
    }

    private func curses(_ text: [UInt32], _ look: Look) -> cchar_t? {
        var drawn = cchar_t()
        return utkik_set_cell(&drawn, text + [0], look.attributes, look.pair) == OK ? drawn : nil
    }

    /// The base character and at most four marks, as many as a curses cell holds. Nothing that could steer a terminal gets
    /// through, whoever made the frame.
    private func scalars(of cell: Cell) -> [UInt32] {
        let character =
            usesUnicode ? cell.character : Self.ascii(for: cell.character)
        return character.unicodeScalars.filter(Self.isHarmless).prefix(5).map(\.value)
    }

    private static func ascii(for character: Character) -> Character {
        character.isASCII ? character : GlyphSet.ascii.text(String(character)).first ?? "?"
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            return false
        default: return true
        }
    }
}

extension Presenter {
    private mutating func look(of style: Style, in frame: Frame) -> Look {
        if let look = looks[style] { return look }
        let look = Look(
            attributes: attributes(of: style),
            pair: depth == .mono ? 0 : pair(of: style, in: frame))
        looks[style] = look
        return look
    }

    private func attributes(of style: Style) -> attr_t {
        var attributes: attr_t = 0
        if style.attributes.contains(.bold) { attributes |= utkik_bold() }
        if style.attributes.contains(.dim) { attributes |= utkik_dim() }
        if style.attributes.contains(.italic) { attributes |= utkik_italic() }
        if style.attributes.contains(.underline) { attributes |= utkik_underline() }
        if style.attributes.contains(.reverse) { attributes |= utkik_reverse() }
        return attributes
    }

    /// Where a frame has more pairs of colours than the terminal, the last of them are the terminal's own.
    private mutating func pair(of style: Style, in frame: Frame) -> Int32 {
        let colors = colors(of: style)
        var answer = pairs.pair(for: colors)
        if answer == .exhausted {
            let used = Set(frame.styles.map { self.colors(of: $0) })
            looks = looks.filter { used.contains(colorsIfKnown(of: $0.key)) }
            if pairs.release(allBut: used) { answer = pairs.pair(for: colors) }
        }
        switch answer {
        case .known(let pair): return pair
        case .new(let pair):
            init_extended_pair(pair, colors.foreground, colors.background)
            return pair
        case .exhausted: return 0
        }
    }

    private mutating func colors(of style: Style) -> ColorPairs.Colors {
        ColorPairs.Colors(
            foreground: number(of: style.foreground), background: number(of: style.background))
    }

    private func colorsIfKnown(of style: Style) -> ColorPairs.Colors {
        ColorPairs.Colors(
            foreground: colorNumbers[style.foreground] ?? -1,
            background: colorNumbers[style.background] ?? -1)
    }

    /// The curses number of a colour: 24 bits of it, or the nearest of the palette.
    private mutating func number(of color: Color) -> Int32 {
        if let number = colorNumbers[color] { return number }
        let number: Int32
        if depth == .trueColor {
            number =
                color.components.map {
                    Int32($0.red) << 16 | Int32($0.green) << 8 | Int32($0.blue)
                } ?? -1
        } else {
            number = color.index(in: depth).map(Int32.init) ?? -1
        }
        colorNumbers[color] = number
        return number
    }
}

extension Frame {
    fileprivate var styles: Set<Style> { Set(cells.map(\.style)) }
}
