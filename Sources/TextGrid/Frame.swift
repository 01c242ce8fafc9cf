/// A screenful of cells: what views draw on and presenters show.
///
/// Drawing outside the frame, or outside the clip, does nothing. Control characters are never stored: a string is cut into
/// display clusters, and what has no width of its own and no base to stand on is dropped.
public struct Frame: Hashable, Sendable {
    /// Width and height in cells; never changes.
    public let size: Size
    /// Row by row.
    public private(set) var cells: [Cell]
    /// Where the terminal's cursor stands, for prompts; nil hides it.
    public var cursor: Position?

    /// A cell's place.
    public struct Position: Hashable, Sendable {
        /// The column, from 0 at the left.
        public var x: Int
        /// The row, from 0 at the top.
        public var y: Int
        /// Any place will do, also one outside the frame.
        public init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// A frame of spaces in `style`.
    public init(size: Size, style: Style = .plain) {
        self.size = size
        cells = Array(
            repeating: Cell(character: " ", style: style, width: 1),
            count: size.width * size.height)
    }

    /// The whole frame, from (0, 0).
    public var bounds: Rect { Rect(size) }

    /// - Precondition: the position lies inside the frame.
    public subscript(x: Int, y: Int) -> Cell {
        cells[y * size.width + x]
    }

    /// Fills `rect` with spaces in `style`.
    public mutating func fill(_ rect: Rect, with style: Style, character: Character = " ") {
        let rect = rect.intersection(bounds)
        let width = DisplayWidth.of(character)
        guard !rect.isEmpty, width == 1 else { return }
        let cell = Cell(character: character, style: style, width: 1)
        for y in rect.y..<rect.maxY {
            detach(x: rect.x, y: y)
            detach(x: rect.maxX - 1, y: y)
            for x in rect.x..<rect.maxX { cells[y * size.width + x] = cell }
        }
    }

    /// Writes `text` from (x, y) to the right, as far as `clip` and the frame go. A wide character that would be cut in
    /// half becomes a space.
    ///
    /// - Returns: the column after the last one that the text takes, whether drawn or clipped.
    @discardableResult
    public mutating func write(
        _ text: some StringProtocol, x: Int, y: Int, style: Style, clip: Rect? = nil
    ) -> Int {
        let clip = clip.map { $0.intersection(bounds) } ?? bounds
        let isVisible = y >= clip.y && y < clip.maxY
        var column = x
        DisplayWidth.forEachCluster(in: text) { character, width in
            if isVisible { put(character, width: width, x: column, y: y, style: style, clip: clip) }
            column += width
        }
        return column
    }

    /// Changes the style of the cells of `rect`, leaving their text. A wide character has the style of its left half.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let rect = rect.intersection(bounds)
        for y in rect.y..<rect.maxY {
            for x in rect.x..<rect.maxX {
                let index = y * size.width + x
                if cells[index].width > 0 { cells[index].style = change(cells[index].style) }
                if cells[index].width == 2 { cells[index + 1].style = cells[index].style }
            }
        }
    }

    private mutating func put(
        _ character: Character, width: Int, x: Int, y: Int, style: Style, clip: Rect
    ) {
        let isWhole = x >= clip.x && x + width <= clip.maxX
        if isWhole {
            detach(x: x, y: y)
            detach(x: x + width - 1, y: y)
            let index = y * size.width + x
            cells[index] = Cell(
                character: Self.shown(character), style: style, width: UInt8(width))
            if width == 2 {
                cells[index + 1] = Cell(character: " ", style: style, width: 0)
            }
        } else {
            for column in max(x, clip.x)..<max(x, clip.x, min(x + width, clip.maxX)) {
                detach(x: column, y: y)
                cells[y * size.width + column] = Cell(character: " ", style: style, width: 1)
            }
        }
    }

    /// Fonts lack the less common spaces.
    private static func shown(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, scalar.value >= 0xA0 else {
            return character
        }
        switch scalar {
        case "\u{A0}", "\u{1680}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}": return " "
        default: return character
        }
    }

    /// Before one half of a wide character is overwritten, both become spaces.
    private mutating func detach(x: Int, y: Int) {
        let index = y * size.width + x
        if cells[index].width == 0 {
            blank(index - 1)
            blank(index)
        } else if cells[index].width == 2 {
            blank(index)
            blank(index + 1)
        }
    }

    private mutating func blank(_ index: Int) {
        cells[index] = Cell(character: " ", style: cells[index].style, width: 1)
    }
}
