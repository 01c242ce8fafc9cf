extension Frame {
    /// The rows with escape sequences for their styles (ECMA-48 SGR), each ended by a reset and a newline.
    ///
    /// A sequence stands only where the style changes; blanks at the end of a row that look like nothing are left out. Colours
    /// are reduced to `depth`; ``ColorDepth/mono`` keeps the attributes.
    ///
    /// - Complexity: O(*c*) in the number of cells.
    public func ansi(depth: ColorDepth = .trueColor) -> String {
        var output = ""
        var codes = SGRCodes(depth: depth)
        for y in 0..<size.height {
            var style = Style.plain
            let width = contentWidth(ofRow: y) {
                $0.character == " " && $0.style.isInvisibleOnBlank
            }
            for x in 0..<width where self[x, y].width > 0 {
                let cell = self[x, y]
                if cell.style != style {
                    output += codes.change(to: cell.style)
                    style = cell.style
                }
                output.append(cell.character)
            }
            if style != .plain { output += "\u{1B}[0m" }
            output += "\n"
        }
        return output
    }
}

extension Style {
    /// Whether a space in this style looks like the terminal's own.
    var isInvisibleOnBlank: Bool {
        background == .terminal && attributes.isDisjoint(with: [.underline, .reverse])
    }
}

/// SGR sequences, made once for each style.
struct SGRCodes {
    let depth: ColorDepth
    private var known: [Style: String] = [:]

    init(depth: ColorDepth) { self.depth = depth }

    /// The sequence that sets `style` and nothing else.
    mutating func change(to style: Style) -> String {
        if let code = known[style] { return code }
        let code = "\u{1B}[" + (["0"] + parameters(of: style)).joined(separator: ";") + "m"
        known[style] = code
        return code
    }

    private func parameters(of style: Style) -> [String] {
        let attributes: [(Style.Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        return attributes.filter { style.attributes.contains($0.0) }.map(\.1)
            + parameters(of: style.foreground, base: 30)
            + parameters(of: style.background, base: 40)
    }

    private func parameters(of color: Color, base: Int) -> [String] {
        guard let components = color.components else { return [] }
        switch depth {
        case .mono: return []
        case .trueColor:
            return [
                "\(base + 8)", "2", "\(components.red)", "\(components.green)",
                "\(components.blue)",
            ]
        case .palette256, .ansi16, .ansi8:
            guard let index = color.index(in: depth) else { return [] }
            if index < 8 { return ["\(base + index)"] }
            if index < 16 { return ["\(base + 52 + index)"] }
            return ["\(base + 8)", "5", "\(index)"]
        }
    }
}
