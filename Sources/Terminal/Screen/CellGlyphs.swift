import CNcurses
import TextGrid

/// What curses shows for the text of a cell.
struct CellGlyphs {
    let usesUnicode: Bool

    /// A base character, at most four marks, and the end.
    private static let capacity = 6

    /// Appends what takes the columns of `cell`.
    ///
    /// A cell that ncurses would show in another width than the frame has for it, or not at all, becomes a sign that stands
    /// for it: so the columns hold, whatever the C library knows of Unicode.
    func append(_ cell: Cell, _ look: StyleTable.Look, to cells: inout [cchar_t]) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.capacity) { text in
            text.initialize(repeating: 0)
            fill(text, with: cell.character)
            var drawn = cchar_t()
            if text[0] != 0, width(of: text[0]) == cell.width,
                Self.set(&drawn, text, look)
            {
                cells.append(drawn)
                return
            }
            text.update(repeating: 0)
            text[0] = usesUnicode ? 0xFFFD : 0x3F
            guard Self.set(&drawn, text, look) else { return }
            for _ in 0..<cell.width { cells.append(drawn) }
        }
    }

    private func width(of scalar: UInt32) -> UInt8 {
        if scalar < 0x7F { return 1 }
        return UInt8(clamping: utkik_column_width(scalar))
    }

    private static func set(
        _ cell: inout cchar_t, _ text: UnsafeMutableBufferPointer<UInt32>, _ look: StyleTable.Look
    ) -> Bool {
        utkik_set_cell(&cell, text.baseAddress, look.attributes, look.pair) == OK
    }

    /// Nothing that could steer a terminal gets through, whoever made the frame.
    private func fill(_ text: UnsafeMutableBufferPointer<UInt32>, with character: Character) {
        var count = 0
        let shown = usesUnicode ? character : Self.ascii(for: character)
        for scalar in shown.unicodeScalars where Self.isHarmless(scalar) {
            guard count < Self.capacity - 1 else { return }
            text[count] = scalar.value
            count += 1
        }
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
