import ClimateModel
import TextGrid

extension Painter {
    /// The beginning of the selected news item, below the list.
    mutating func drawPreview(in rect: Rect) {
        let (heading, rest) = rect.split(top: 1)
        guard let item = state.news.preview else {
            frame.drawHairline(in: heading, style: style(.paneBorder), glyphs: glyphs)
            return
        }
        frame.drawHairline(
            in: heading, leading: glyphs.text(item.provenance.publisher),
            trailing: glyphs.text(item.kind.title(language)), style: style(.paneBorder),
            leadingStyle: style(.paneTitle), trailingStyle: style(.dim), glyphs: glyphs)
        let body = rest.inset(dx: 2)
        let content = NewsItemContent(
            item, context: PageContext(state), width: min(body.width, NewsItemContent.measure),
            lineLimit: body.height)
        let isCut = content.lines.count > body.height
        for (row, line) in content.lines.prefix(body.height - (isCut ? 1 : 0)).enumerated() {
            frame.write(line, x: body.x, y: body.y + row, clip: body)
        }
        guard isCut else { return }
        write(
            Phrases.more(keyText(.open))(language), endingAt: rect.maxX - 1, y: rect.maxY - 1,
            width: 24, style(.dim))
    }
}
