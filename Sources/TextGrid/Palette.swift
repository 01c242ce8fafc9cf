/// xterm's 256 colours.
enum Palette {
    typealias Components = (red: UInt8, green: UInt8, blue: UInt8)

    static let colors: [Components] = system + cube + greys

    private static let system: [Components] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
        (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
        (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]

    private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

    private static let cube: [Components] = (0..<216).map {
        (levels[$0 / 36], levels[$0 / 6 % 6], levels[$0 % 6])
    }

    private static let greys: [Components] = (0..<24).map {
        let level = UInt8(8 + 10 * $0)
        return (level, level, level)
    }

    private static let perceptual = colors.map {
        OKLab(red: $0.red, green: $0.green, blue: $0.blue)
    }

    /// See ``Color/index(in:)``.
    static func nearest(to color: Components, in depth: ColorDepth) -> Int? {
        switch depth {
        case .palette256:
            let target = OKLab(red: color.red, green: color.green, blue: color.blue)
            return (16..<256).min {
                perceptual[$0].squaredDistance(to: target)
                    < perceptual[$1].squaredDistance(to: target)
            }
        case .ansi16: return systemColor(of: color, count: 16)
        case .ansi8: return systemColor(of: color, count: 8)
        case .mono, .trueColor: return nil
        }
    }

    private static func systemColor(of color: Components, count: Int) -> Int {
        if let exact = system.prefix(count).firstIndex(where: { $0 == color }) { return exact }
        let target = OKLab(red: color.red, green: color.green, blue: color.blue)
        guard target.chroma >= leastChroma else { return grey(of: target.l, count: count) }
        let isBright = count == 16 && target.l >= 0.66
        return hue(ofDegrees: target.hueDegrees) + (isBright ? 8 : 0)
    }

    /// Orange counts as yellow, which is amber: red is kept for what is red.
    private static func hue(ofDegrees degrees: Double) -> Int {
        switch degrees {
        case 50..<120: 3
        case 120..<168: 2
        case 168..<228: 6
        case 228..<296: 4
        case 296..<345: 5
        default: 1
        }
    }

    /// Below it lie the tinted greys of text and backgrounds, above it the softest colours that mean something.
    private static let leastChroma = 0.06

    private static func grey(of lightness: Double, count: Int) -> Int {
        if count == 8 { return lightness < 0.45 ? 0 : 7 }
        switch lightness {
        case ..<0.32: return 0
        case ..<0.70: return 8
        case ..<0.955: return 7
        default: return 15
        }
    }
}
