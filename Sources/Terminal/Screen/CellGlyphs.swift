import CNcurses
import TextGrid

/// What curses shows for the text of a cell.
struct CellGlyphs {
    let usesUnicode: Bool

    /// Appends what takes the columns of `cell`.
    ///
    /// A cell that ncurses would show in another width than the frame has for it, or not at all, becomes a sign that stands
    /// for it: so the columns hold, whatever the C library knows of Unicode.
    func append(_ cell: Cell, _ look: StyleTable.Look, to cells: inout [cchar_t]) {
        let text = scalars(of: cell)
        if let base = text.first, utkik_column_width(base) == Int32(cell.width),
            let drawn = Self.curses(text, look)
        {
            cells.append(drawn)
            return
        }
        let sign: UInt32 = usesUnicode ? 0xFFFD : 0x3F
        for _ in 0..<cell.width {
            if let drawn = Self.curses([sign], look) { cells.append(drawn) }
        }
    }

    private static func curses(_ text: [UInt32], _ look: StyleTable.Look) -> cchar_t? {
        var drawn = cchar_t()
        return utkik_set_cell(&drawn, text + [0], look.attributes, look.pair) == OK ? drawn : nil
    }

    /// The base character and at most four marks, as many as a curses cell holds. Nothing that could steer a terminal gets
    /// through, whoever made the frame.
    private func scalars(of cell: Cell) -> [UInt32] {
        let character = usesUnicode ? cell.character : Self.ascii(for: cell.character)
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
