import ClimateModel
import TextGrid

/// Names of sources in columns that may be too narrow for them.
extension SourceMarks {
    /// The title with what tells it apart in brackets, in at most `width` columns: the title is shortened first, then the mark
    /// in its middle. An address that stands in for a title is shortened in its middle, as its end tells most.
    public func name(of source: Source, in width: Int, _ glyphs: GlyphSet) -> String {
        name(of: source, in: width, glyphs, between: " (", end: ")")
    }

    /// The same with the mark after a separator.
    func row(of source: Source, in width: Int, _ glyphs: GlyphSet) -> String {
        name(of: source, in: width, glyphs, between: " \(glyphs.separator) ", end: "")
    }

    /// A shortened title keeps this many columns for as long as the mark has room.
    private static var least: Int { 8 }
    /// Of more sources of one title a mark that has no room is not looked for but replaced by a number.
    private static var most: Int { 50 }

    private func name(
        of source: Source, in width: Int, _ glyphs: GlyphSet, between: String, end: String
    ) -> String {
        let title = glyphs.text(source.titleWithoutScheme)
        guard self[source.id] != nil else {
            let isAddress = source.title == source.address
            return isAddress && DisplayWidth.of(title) > width
                ? Self.middle(of: title, to: width, glyphs)
                : TextLayout.truncate(title, to: width, ellipsis: glyphs.ellipsis)
        }
        let room = max(
            width - DisplayWidth.of(between + end) - min(Self.least, DisplayWidth.of(title)),
            width / 2)
        let sign = between + mark(of: source.id, in: room, glyphs) + end
        let left = max(0, width - DisplayWidth.of(sign))
        return TextLayout.truncate(title, to: left, ellipsis: glyphs.ellipsis) + sign
    }

    /// The longest form that has room and that no other of the same title would have there.
    private func mark(of id: Source.ID, in room: Int, _ glyphs: GlyphSet) -> String {
        func whole(_ id: Source.ID) -> String { glyphs.text(self[id] ?? "") }
        func short(_ id: Source.ID) -> String { glyphs.text(self.short(id) ?? "") }
        func middle(_ id: Source.ID) -> String {
            let text = short(id)
            return DisplayWidth.of(text) <= room ? text : Self.middle(of: text, to: room, glyphs)
        }
        let text = whole(id)
        if DisplayWidth.of(text) <= room { return text }
        let all = namesakes(of: id)
        let forms = all.count > Self.most ? [] : [short, middle]
        let alone = forms.lazy.map { form in (form(id), all.count { form($0) == form(id) }) }
            .first { DisplayWidth.of($0.0) <= room && $0.1 == 1 }
        return alone?.0 ?? "#\((all.firstIndex(of: id) ?? 0) + 1)"
    }

    /// A third of the room for the start, the rest for the end, where paths differ more often.
    private static func middle(of text: String, to width: Int, _ glyphs: GlyphSet) -> String {
        let room = max(0, width - DisplayWidth.of(glyphs.ellipsis))
        let start = TextLayout.truncate(text, to: room / 3, ellipsis: "")
        let end = TextLayout.truncate(
            String(text.reversed()), to: room - DisplayWidth.of(start), ellipsis: "")
        let mark = start + glyphs.ellipsis + String(end.reversed())
        let twice = glyphs.ellipsis + glyphs.ellipsis
        return mark.hasPrefix(twice) ? String(mark.dropFirst(glyphs.ellipsis.count)) : mark
    }
}

extension Source {
    /// An address that stands in for a title is told without its scheme, which every other has too.
    fileprivate var titleWithoutScheme: String {
        let scheme = ["https://", "http://"].first { title.hasPrefix($0) }
        return String(title.dropFirst(scheme?.count ?? 0))
    }
}
