import CNcurses
import TextGrid

/// Styles in curses' terms, found once each.
struct StyleTable {
    /// Attributes and a colour pair.
    struct Look {
        var attributes: attr_t
        var pair: Int32
    }

    /// A screen that is on for months may see any number of colours.
    private static let limit = 65_536

    private let depth: ColorDepth
    private var pairs: ColorPairs
    private var looks: [Style: Look] = [:]
    private var numbers: [Color: Int32] = [:]

    init(depth: ColorDepth, pairs: Int32) {
        self.depth = depth
        self.pairs = ColorPairs(limit: pairs)
    }

    /// - Parameter frame: what is drawn: its styles are those to keep when the terminal has no pair left.
    /// - Complexity: O(1) for a style that is known.
    mutating func look(of style: Style, in frame: Frame) -> Look {
        if let look = looks[style] { return look }
        let look = Look(
            attributes: Self.attributes(of: style),
            pair: depth == .mono ? 0 : pair(of: style, in: frame))
        if looks.count >= Self.limit { looks.removeAll(keepingCapacity: true) }
        looks[style] = look
        return look
    }

    private static func attributes(of style: Style) -> attr_t {
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
        if answer == .exhausted, keepOnly(Set(frame.cells.map(\.style))) {
            answer = pairs.pair(for: colors)
        }
        switch answer {
        case .known(let pair): return pair
        case .new(let pair):
            init_extended_pair(pair, colors.foreground, colors.background)
            return pair
        case .exhausted: return 0
        }
    }

    /// - Returns: whether pairs became free.
    private mutating func keepOnly(_ styles: Set<Style>) -> Bool {
        var used: Set<ColorPairs.Colors> = []
        for style in styles { used.insert(colors(of: style)) }
        looks = looks.filter { styles.contains($0.key) }
        return pairs.release(allBut: used)
    }

    private mutating func colors(of style: Style) -> ColorPairs.Colors {
        ColorPairs.Colors(
            foreground: number(of: style.foreground), background: number(of: style.background))
    }

    /// The curses number of a colour: 24 bits of it, or the nearest of the palette; -1 for the terminal's own.
    private mutating func number(of color: Color) -> Int32 {
        guard let components = color.components else { return -1 }
        if depth == .trueColor {
            return Int32(components.red) << 16 | Int32(components.green) << 8
                | Int32(components.blue)
        }
        if let number = numbers[color] { return number }
        let number = color.index(in: depth).map(Int32.init) ?? -1
        if numbers.count >= Self.limit { numbers.removeAll(keepingCapacity: true) }
        numbers[color] = number
        return number
    }
}
