/// Figures large enough to be the first thing seen on a screen.
public enum BlockDigits {
    /// How large the figures are drawn.
    public enum Size: String, Hashable, Sendable, CaseIterable {
        /// Three rows; a digit is three columns wide.
        case small
        /// Seven rows; a digit is six columns wide, to be read from across a room.
        case large

        /// The height in rows.
        public var rows: Int {
            switch self {
            case .small: 3
            case .large: 7
            }
        }
    }

    /// `text` as rows of equal width: digits, `+`, `-`, `–`, `=`, `▲` or `^`, `▼` or `v`, `.`, `,`, `:`, `/`, `%` and space. Other characters are
    /// left out.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func rows(
        _ text: String, size: Size = .small, glyphs: GlyphSet = .unicode
    ) -> [String] {
        let shapes = text.compactMap {
            // The signs of ``GlyphSet/ascii`` for what climbed and fell.
            shape(of: $0 == "^" ? "▲" : $0 == "v" ? "▼" : $0, size: size, glyphs: glyphs)
        }
        let gap = size == .small ? " " : "  "
        return (0..<size.rows).map { row in shapes.map { $0[row] }.joined(separator: gap) }
    }

    /// The columns that ``rows(_:size:glyphs:)`` takes.
    public static func width(_ text: String, size: Size = .small) -> Int {
        rows(text, size: size).first.map { DisplayWidth.of($0) } ?? 0
    }

    private static func shape(
        of character: Character, size: Size, glyphs: GlyphSet
    ) -> [String]? {
        switch (size, glyphs.repertoire) {
        case (.small, .unicode): SmallDigits.blocks[character]
        case (.small, .ascii): SmallDigits.strokes[character]
        case (.large, .unicode):
            LargeDigits.bitmaps[character].map {
                $0.map { String($0.map { $0 == "#" ? "█" : " " }) }
            }
        case (.large, .ascii): LargeDigits.bitmaps[character]
        }
    }
}
