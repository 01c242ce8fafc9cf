import TextGrid

/// Where the parts of a kiosk's screen stand: big margins, a heading, a scene, a line at the bottom.
struct KioskLayout {
    /// How large figures are drawn; 0 where the screen has room for small ones only.
    let unit: Int
    /// How large block letters are at most; 0 where all text is plain.
    let letterScale: Int
    let heading: Rect
    let scene: Rect
    let footer: Rect

    /// The scales of block letters to try, the largest first.
    var letterScales: [Int] { Array(stride(from: letterScale, to: 0, by: -1)) }

    /// No line of text is longer, so that it is read at a glance.
    static let measure = 40

    init(size: Size, shift: KioskShift, glyphs: GlyphSet) {
        unit = min(size.height / 20, size.width / 60)
        letterScale = unit < 2 || !glyphs.isUnicode ? 0 : (unit + 1) / 2
        let dx = size.width >= 30 ? max(2, size.width / 16) : (size.width >= 12 ? 1 : 0)
        let dy = size.height >= 16 ? max(1, size.height / 14) : 0
        var inner = Rect(size).inset(dx: dx, dy: dy)
        if unit > 0 {
            inner.x += shift.dx
            inner.y += shift.dy
        }
        let isRoomy = size.height >= 12
        let (rest, footer) = inner.split(bottom: size.height >= 6 ? 1 : 0)
        let headingHeight = letterScale > 0 ? BlockLetters.height * letterScale : 1
        let (heading, body) = rest.split(top: headingHeight)
        self.footer = footer
        self.heading = heading
        let gap = isRoomy ? max(1, unit) : 0
        scene = body.split(top: gap).rest.split(bottom: isRoomy ? max(1, unit) : 0).rest
    }
}
