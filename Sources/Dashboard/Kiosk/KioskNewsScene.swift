import ClimateModel
import TextGrid

extension KioskPainter {
    /// The latest few: the day and the municipality, and what it is about in at most two lines.
    mutating func drawNews(_ news: [KioskContent.Headline]) {
        drawHeading(Phrases.kioskNews(language))
        let rect = layout.scene
        let items = newsItems(news, in: rect)
        let used = items.reduce(0) { $0 + $1.height }
        let gap = max(0, (rect.height - used) / max(1, items.count))
        var y = rect.y
        for item in items {
            draw(item, in: Rect(x: rect.x, y: y, width: rect.width, height: item.height))
            y += item.height + gap
        }
    }

    /// An item as it is drawn.
    private struct Item {
        var day: String
        var about: KioskText
        var title: KioskText
        var height: Int { about.height + about.scale + title.height }
    }

    /// Lines of text beside the heading.
    private static var lines: Int { 6 }

    /// As many as there are lines to read and rows to draw on; all of one size, and that the largest in which at least two
    /// are shown.
    private func newsItems(_ news: [KioskContent.Headline], in rect: Rect) -> [Item] {
        let scales = layout.letterScales
        let sizes: [(about: Int, title: Int)] =
            scales.map { ($0, $0) } + scales.map { ($0, 0) } + [(0, 0)]
        let choices = sizes.lazy.map { size in
            fitting(news, in: rect, gap: 2 * size.about) {
                item($0, in: rect, aboutScale: size.about, titleScale: size.title)
            }
        }
        return choices.first { $0.count >= min(2, news.count) } ?? choices.last ?? []
    }

    private func fitting(
        _ news: [KioskContent.Headline], in rect: Rect, gap: Int,
        make: (KioskContent.Headline) -> Item?
    ) -> [Item] {
        var items: [Item] = []
        var lines = Self.lines
        var rows = rect.height
        for headline in news {
            guard let item = make(headline) else { break }
            lines -= 1 + item.title.lines.count
            rows -= item.height
            guard lines >= 0, rows >= 0 || items.isEmpty else { break }
            items.append(item)
            rows -= max(1, gap)
        }
        return items
    }

    /// - Returns: nil where it can't be drawn that large.
    private func item(
        _ headline: KioskContent.Headline, in rect: Rect, aboutScale: Int, titleScale: Int
    ) -> Item? {
        let day = day(of: headline.published)
        let room = rect.width - DisplayWidth.of(day) - 3
        let title = headline.title.text(in: language)
        guard
            let about = KioskText(
                headline.about, lines: 1, width: room, scale: aboutScale, glyphs: glyphs),
            let text = KioskText(
                title, lines: 2, width: rect.width, scale: titleScale, glyphs: glyphs)
        else { return nil }
        return Item(day: day, about: about, title: text)
    }

    private func day(of published: PublicationDate) -> String {
        var offset = 0
        if case .moment(let moment) = published { offset = state.environment.localOffset(moment) }
        guard let date = published.date(offset: offset) else { return "" }
        return formats.listDate(date, today: state.today)
    }

    /// In block letters the municipality comes first, in plain text the day.
    private mutating func draw(_ item: Item, in rect: Rect) {
        let y = rect.y + item.about.height + item.about.scale
        draw(item.title, x: rect.x, y: y, in: layout.scene, style(.strong))
        if item.about.scale > 0 {
            draw(item.about, x: rect.x, y: rect.y, in: rect, style(.accent))
            let x = rect.x + item.about.width + 3
            write(item.day, x: x, y: rect.y + item.about.height - 1, style(.dim))
        } else {
            let width = DisplayWidth.of(item.day)
            write(item.day, x: rect.x, y: rect.y, style(.dim))
            let x = rect.x + (width > 0 ? width + 2 : 0)
            draw(item.about, x: x, y: rect.y, in: rect, style(.accent))
        }
    }
}
