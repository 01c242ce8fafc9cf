import ClimateModel
import TextGrid

extension KioskState {
    /// The screen as it is to be shown.
    ///
    /// - Complexity: O(*cells*).
    public func view() -> Frame {
        var painter = KioskPainter(self)
        painter.draw()
        return painter.frame
    }
}

/// Draws a kiosk's state on a frame. Scenes are its extensions, one a file.
struct KioskPainter: Canvas {
    var frame: Frame
    let state: KioskState
    let layout: KioskLayout
    let formats: Formats
    let glyphs: GlyphSet
    let language: Language

    init(_ state: KioskState) {
        self.state = state
        language = state.language
        glyphs = state.glyphs
        formats = Formats(state.language, glyphs: glyphs)
        layout = KioskLayout(size: state.size, shift: state.shift, glyphs: glyphs)
        frame = Frame(size: state.size, style: state.theme.fill())
    }

    func style(_ role: Role) -> Style { state.theme.style(role) }

    mutating func draw() {
        switch state.scene {
        case .home:
            if let standing = state.content.standing {
                drawHome(standing)
            } else if let claim = state.content.claim {
                drawClaimed(claim)
            }
        case .climbers: if let climbers = state.content.climbers { drawClimbers(climbers) }
        case .projects: if let projects = state.content.projects { drawProjects(projects) }
        case .news: drawNews(state.content.news)
        case nil: drawNothing()
        }
        drawFooter()
    }

    // MARK: Heading

    /// The heading at the left, the clock at the right, of one size.
    mutating func drawHeading(_ text: String) {
        let rect = layout.heading
        guard !rect.isEmpty else { return }
        let moment = state.now.clock(offset: state.environment.localOffset(state.now))
        let clock = formats.clock(moment)
        for scale in layout.letterScales {
            let width = BlockLetters.width(clock, scale: scale) ?? 0
            guard
                let heading = KioskText(
                    text, lines: 1, width: rect.width - width - 8, scale: scale, glyphs: glyphs),
                let time = KioskText(clock, lines: 1, width: width, scale: scale, glyphs: glyphs)
            else { continue }
            draw(heading, x: rect.x, y: rect.y, in: rect, style(.heading))
            draw(time, x: rect.maxX - width, y: rect.y, in: rect, style(.dim))
            return
        }
        let shown = rect.width >= 20 ? clock : ""
        let end = write(shown, endingAt: rect.maxX, y: rect.y, width: rect.width, style(.dim))
        drawLine(
            text, x: rect.x, y: rect.y,
            in: Rect(x: rect.x, y: rect.y, width: max(0, end - rect.x - 1), height: 1),
            style(.heading))
    }

    /// `text` in the largest block letters that fit.
    ///
    /// - Returns: its size; nil where none fit, or a character has no shape. Then nothing is drawn.
    mutating func drawLetters(_ text: String, x: Int, y: Int, width: Int, _ style: Style) -> Size? {
        guard let letters = KioskText(large: text, width: width, layout: layout) else { return nil }
        draw(letters, x: x, y: y, in: frame.bounds, style)
        return Size(width: letters.width, height: letters.height)
    }

    mutating func drawRows(_ rows: [String], x: Int, y: Int, _ style: Style) {
        for (index, row) in rows.enumerated() { frame.write(row, x: x, y: y + index, style: style) }
    }

    // MARK: Text

    /// A line of text, cut to what can be read at a glance.
    mutating func drawLine(_ text: String, x: Int, y: Int, in rect: Rect, _ style: Style) {
        guard y >= rect.y, y < rect.maxY else { return }
        let width = max(0, min(KioskLayout.measure, rect.maxX - x))
        let shown = TextLayout.truncate(glyphs.text(text), to: width, ellipsis: glyphs.ellipsis)
        frame.write(shown, x: x, y: y, style: style)
    }

    // MARK: Footer

    /// Which scene of how many at the left, how old the data is at the right.
    private mutating func drawFooter() {
        let rect = layout.footer
        guard !rect.isEmpty else { return }
        let playable = state.playable
        var x = rect.x
        if playable.count > 1 {
            for place in playable {
                let isShown = place == state.position
                x =
                    write(
                        isShown ? glyphs.pageDot : glyphs.otherPageDot, x: x, y: rect.y,
                        style(isShown ? .kioskDotFocus : .kioskDot)) + (layout.unit > 1 ? 2 : 1)
            }
        }
        write(
            age, endingAt: rect.maxX, y: rect.y,
            width: min(KioskLayout.measure, rect.maxX - x - 1),
            style(state.isStale ? .noticeWarning : .dim))
    }

    /// How old the data is, marked when it can't be read anew.
    private var age: String {
        guard state.position != nil else { return "" }
        let age = state.content.lastFetched.map {
            formats.age(of: $0, now: state.now, offset: state.environment.localOffset($0))
        }
        let text = age.map { Phrases.fetched($0) } ?? Phrases.nothingFetched
        return (state.isStale ? "! " : "") + text(language)
    }

    // MARK: Nothing

    /// A calm screen that says what to do.
    private mutating func drawNothing() {
        drawHeading("Utkik")
        let texts: [Phrase] =
            state.isStale
            ? [Phrases.cannotRead, Phrases.triesAgain]
            : state.reading == nil ? [Phrases.nothingToShow, Phrases.howToFill] : [Phrases.reading]
        let rect = layout.scene
        var y = rect.y + rect.height / 3
        for (index, text) in texts.enumerated() {
            drawLine(text(language), x: rect.x, y: y, in: rect, style(index == 0 ? .text : .dim))
            y += 2
        }
    }
}
