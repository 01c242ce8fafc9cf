import ClimateModel
import TextGrid

extension Painter {
    /// The news list: unread dot, star, day, municipality, title; while searching, what matched.
    mutating func drawNews(in rect: Rect) {
        let list = state.news.list
        let columns = NewsColumns(width: rect.width)
        for (line, index) in list.visible(height: rect.height).enumerated() {
            let row = Rect(x: rect.x, y: rect.y + line, width: rect.width, height: 1)
            guard let item = state.news.window[index] else { continue }
            drawNewsRow(item, isSelected: index == list.selection, in: row, columns)
        }
        drawScrollbar(of: list, in: rect)
    }

    private mutating func drawNewsRow(
        _ item: NewsSummary, isSelected: Bool, in rect: Rect, _ columns: NewsColumns
    ) {
        let surface = surface(isSelected: isSelected, in: .news)
        let (x, y) = (rect.x, rect.y)
        if isSelected {
            frame.fill(rect, with: state.theme.fill(surface))
            drawMarker(in: rect, on: surface)
        }
        if item.isUnread {
            let dot: Role = surface == .selectionFocus ? .newsUnread : .newsDot
            write(glyphs.unread, x: x + 1, y: y, style(dot, on: surface))
        }
        if item.isStarred { write(glyphs.star, x: x + 2, y: y, style(.newsStar, on: surface)) }
        // The selected row stands out as one piece, and costs the line to the terminal no more than it must.
        let title: Role = item.isUnread ? .newsUnread : .newsRead
        let secondary = style(surface == .selectionFocus ? title : .dim, on: surface)
        write(
            date(of: item), x: x + 3, y: y, width: columns.date, secondary,
            alignment: .trailing)
        if columns.municipality > 0 {
            write(
                municipalityText(item), x: x + columns.municipalityX, y: y,
                width: columns.municipality, secondary)
        }
        write(
            titleSpans(item, surface, width: rect.width - columns.titleX - 2),
            x: x + columns.titleX, y: y, width: rect.width - columns.titleX - 2)
    }

    private func date(of item: NewsSummary) -> String {
        let offset: Int =
            if case .moment(let moment) = item.published {
                state.environment.localOffset(moment)
            } else { 0 }
        return formats.listDate(item.published.date(offset: offset), today: state.today)
    }

    /// The first municipality it is about, and how many more; the publisher where there is none.
    func municipalityText(_ item: NewsSummary) -> String {
        guard let first = item.municipalities.first.flatMap({ state.content.gazetteer[$0] }) else {
            return item.publisher
        }
        let more = item.municipalities.count - 1
        return more > 0 ? "\(first.name) +\(more)" : first.name
    }

    /// The title; while searching, in half of the room, and beside it the words around the first match.
    private func titleSpans(_ item: NewsSummary, _ surface: Surface, width: Int) -> [Span] {
        let title = style(item.isUnread ? .newsUnread : .newsRead, on: surface)
        let text = item.title.text(in: language)
        guard let excerpt = item.excerpt, width >= 30 else { return [Span(text, style: title)] }
        let cut = TextLayout.truncate(
            glyphs.text(text), to: width / 2, ellipsis: glyphs.ellipsis)
        return [Span(cut + "  ", style: title)]
            + excerpt.beginningNearMatch(ellipsis: glyphs.ellipsis).map { run in
                Span(run.text, style: style(run.isMatch ? .match : .dim, on: surface))
            }
    }
}

/// The columns of the news list at a width.
struct NewsColumns {
    /// "2 okt" or "mars 2021".
    let date = 9
    let municipality: Int
    let titleX: Int
    var municipalityX: Int { 3 + date + 2 }

    init(width: Int) {
        municipality = width >= 100 ? 18 : width >= 52 ? 13 : 0
        titleX = 3 + date + 2 + (municipality > 0 ? municipality + 2 : 0)
    }
}

extension Excerpt {
    /// The runs from a word or two before the first match on.
    fileprivate func beginningNearMatch(ellipsis: String) -> [Run] {
        guard let match = runs.firstIndex(where: \.isMatch) else { return runs }
        let before = runs[..<match].map(\.text).joined()
        let near = before.split(separator: " ").suffix(2).joined(separator: " ")
        guard near.count < before.count - 2 else { return runs }
        return [Run(text: ellipsis + near + " ", isMatch: false)] + runs[match...]
    }
}
