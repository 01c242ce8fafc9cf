import ClimateModel
import TextGrid

/// Draws a state on a frame. Views are its extensions, one a file.
struct Painter: Canvas {
    var frame: Frame
    let state: AppState
    let formats: Formats
    let glyphs: GlyphSet
    let language: Language

    init(_ state: AppState) {
        self.state = state
        language = state.language
        glyphs = state.glyphs
        formats = state.formats
        frame = Frame(size: state.size, style: state.theme.fill())
    }

    func style(_ role: Role, on surface: Surface = .screen) -> Style {
        state.theme.style(role, on: surface)
    }

    /// Where in a list that fills `rect` the view stands, down its last column.
    mutating func drawScrollbar(of list: ListState, in rect: Rect) {
        frame.drawScrollbar(
            in: rect.split(right: 1).right, first: list.top, visible: rect.height,
            total: list.count, thumb: style(.scrollThumb), track: style(.scrollTrack),
            glyphs: glyphs)
    }
}

extension AppState {
    var formats: Formats { Formats(language, glyphs: glyphs) }

    /// The screen as it is to be shown.
    ///
    /// - Complexity: O(*cells*) plus what the visible rows hold; independent of the length of the lists.
    public func view() -> Frame {
        var painter = Painter(self)
        painter.drawScreen()
        return painter.frame
    }
}
