extension Color {
    /// A colour written as "#rrggbb" or "rrggbb", in either case; nil for anything else.
    public init?(hex text: some StringProtocol) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.utf8.allSatisfy(Self.isHexDigit),
            let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(
            red: UInt8(truncatingIfNeeded: value >> 16),
            green: UInt8(truncatingIfNeeded: value >> 8),
            blue: UInt8(truncatingIfNeeded: value))
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    /// The colour as "#rrggbb"; nil for the terminal's own.
    public var hex: String? {
        components.map { red, green, blue in
            let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
            return "#" + String(repeating: "0", count: 6 - digits.count) + digits
        }
    }

    /// The relative luminance of WCAG 2.2, 0 for black to 1 for white; nil for the terminal's own colour.
    public var luminance: Double? {
        components.map {
            0.2126 * SRGB.linear($0.red) + 0.7152 * SRGB.linear($0.green)
                + 0.0722 * SRGB.linear($0.blue)
        }
    }

    /// The contrast ratio of WCAG 2.2, 1 to 21; nil if either is the terminal's own colour.
    ///
    /// Text needs 4.5, large text and shapes that mean something 3.
    public func contrast(with other: Color) -> Double? {
        guard let one = luminance, let two = other.luminance else { return nil }
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// A colour on the way to `other` in OKLab: 0 gives this one, 1 the other.
    ///
    /// The terminal's own colour can't be mixed: the result is this one below 0.5, else the other.
    public func mixed(with other: Color, amount: Double) -> Color {
        guard let one = components, let two = other.components, amount > 0, amount < 1 else {
            return amount < 0.5 ? self : other
        }
        let mixed = OKLab(red: one.red, green: one.green, blue: one.blue)
            .mixed(
                with: OKLab(red: two.red, green: two.green, blue: two.blue), amount: amount
            ).components
        return Color(red: mixed.red, green: mixed.green, blue: mixed.blue)
    }

    /// The number of the colour that stands for this one on a terminal of that depth.
    ///
    /// - 256 colours: the nearest in OKLab of 16–255 of xterm's palette; a terminal's 0–15 are its user's.
    /// - 16 and 8 colours: the same hue, normal or bright by its lightness; a grey if it has next to no hue. By distance alone a
    ///   soft green would become cyan, and a dark one red.
    ///
    /// nil for the terminal's own colour, and where the depth has no palette (``ColorDepth/mono``,
    /// ``ColorDepth/trueColor``).
    ///
    /// - Complexity: O(*n*) in the size of the palette: about 2 µs for 256 colours, so keep the answer.
    public func index(in depth: ColorDepth) -> Int? {
        guard let components else { return nil }
        return Palette.nearest(to: components, in: depth)
    }

    /// The nearest colour that a terminal of that depth shows; itself for ``ColorDepth/trueColor``, the terminal's own for
    /// ``ColorDepth/mono``.
    public func nearest(in depth: ColorDepth) -> Color {
        switch depth {
        case .trueColor: self
        case .mono: .terminal
        case .palette256, .ansi16, .ansi8: index(in: depth).map(Color.init(paletteIndex:)) ?? self
        }
    }

    /// A colour of xterm's palette: 0–15 as xterm's defaults, then a 6×6×6 cube, then 24 greys.
    public init(paletteIndex index: Int) {
        let value = Palette.colors[min(max(0, index), 255)]
        self.init(red: value.red, green: value.green, blue: value.blue)
    }
}
