import ClimateModel
import Dashboard
import TextGrid

/// What text output is fitted to.
struct TextLook {
    var formats: Formats
    /// How many columns a line may take; nil for as many as it needs.
    var width: Int?
    /// Nil for text without colours.
    var theme: Theme?
    /// Whether each record is a line in words, for reading aloud.
    var isSpoken = false
}

/// Records in aligned columns, wide characters and all.
struct TextTable<Row> {
    private let forms: [Column<Row>.TextForm]
    private let look: TextLook
    /// Of each column, as wide as what was printed so far.
    private var widths: [Int]
    private var hasHeading = false
    /// How many records were read aloud so far.
    private var spokenCount = 0

    private static var gap: Int { 2 }

    init(_ columns: [Column<Row>], look: TextLook) {
        self.look = look
        forms = columns.compactMap(\.text)
        widths = forms.map { DisplayWidth.of($0.heading(look.formats.language)) }
    }

    /// The lines for `rows`, below the headings the first time. Columns get wider when a later row needs it, never narrower.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    mutating func lines(_ rows: [Row]) -> [String] {
        if look.isSpoken { return spokenLines(rows) }
        let cells = rows.map { row in
            forms.map { form in
                shown(form.cell(row, look.formats), between: form.wraps ? "\n" : "; ")
            }
        }
        for row in cells {
            for (index, cell) in row.enumerated() {
                let lines = cell.split(separator: "\n").map { DisplayWidth.of(String($0)) }
                widths[index] = max(widths[index], lines.max() ?? 0)
            }
        }
        let placements = layout()
        var lines: [String] = []
        if !hasHeading {
            hasHeading = true
            let headings = forms.map { look.formats.glyphs.text($0.heading(look.formats.language)) }
            lines += self.lines(headings, roles: forms.map { _ in .heading }, placements)
        }
        for (row, cells) in zip(rows, cells) {
            let roles = forms.map { $0.role(row) }
            lines += self.lines(fitted(cells, row, placements), roles: roles, placements)
            lines += linesBelow(cells, roles: roles, placements)
        }
        return lines
    }

    /// The cells, shorter where a column knows how to and has to.
    private func fitted(
        _ cells: [String], _ row: Row, _ placements: [ColumnLayout.Placement<Int>]
    ) -> [String] {
        var cells = cells
        for place in placements where DisplayWidth.of(cells[place.id]) > place.width {
            guard let fit = forms[place.id].fitted else { continue }
            cells[place.id] = shown(fit(row, look.formats, place.width))
        }
        return cells
    }

    /// What stands below the others, from where the second column begins.
    private func linesBelow(
        _ cells: [String], roles: [Role], _ placements: [ColumnLayout.Placement<Int>]
    ) -> [String] {
        guard let width = look.width else { return [] }
        let second = placements.count > 1 ? placements[1].x : 0
        let indent = second * 3 <= width ? second : Self.gap
        return forms.indices.filter { forms[$0].isBelow && !cells[$0].isEmpty }.flatMap { index in
            TextLayout.wrap(cells[index], width: max(1, width - indent)).map { line in
                String(repeating: " ", count: indent) + painted(line, roles[index])
            }
        }
    }

    /// "1. plats 1, upp 2, Vårgårda".
    private mutating func spokenLines(_ rows: [Row]) -> [String] {
        rows.map { row in
            spokenCount += 1
            let words = forms.compactMap { $0.words(row, look.formats) }.map { shown($0) }
            return "\(spokenCount). " + words.joined(separator: ", ")
        }
    }

    /// What of a text can be shown, with plain spaces, so that words are found.
    ///
    /// - Parameter between: what parts its lines.
    func shown(_ text: String, between: String = "; ") -> String {
        text.split(separator: "\n").map { line in
            look.formats.glyphs.text(DisplayWidth.shown(String(line)))
                .replacing("\u{A0}", with: " ")
        }.joined(separator: between)
    }

    private func layout() -> [ColumnLayout.Placement<Int>] {
        let columns = forms.indices.filter { look.width == nil || !forms[$0].isBelow }.map {
            index in
            ColumnLayout.Column(
                id: index, minimum: minimum(of: index), ideal: widths[index],
                priority: forms[index].priority, alignment: forms[index].alignment)
        }
        let whole =
            columns.reduce(0) { $0 + widths[$1.id] } + Self.gap * max(0, columns.count - 1)
        return ColumnLayout.solve(
            columns, width: min(look.width ?? whole, whole), gap: Self.gap)
    }

    private func minimum(of index: Int) -> Int {
        let canShrink = forms[index].isFlexible || forms[index].wraps
        return look.width != nil && canShrink
            ? min(forms[index].least, widths[index]) : widths[index]
    }

    /// One line, or as many as the columns that wrap need.
    private func lines(
        _ cells: [String], roles: [Role], _ placements: [ColumnLayout.Placement<Int>]
    ) -> [String] {
        let wrapped = placements.map { place in
            forms[place.id].wraps
                ? TextLayout.wrap(cells[place.id], width: place.width) : [cells[place.id]]
        }
        return (0..<(wrapped.map(\.count).max() ?? 0)).map { row in
            let parts = zip(placements, wrapped).map { place, texts in
                let text = TextLayout.fit(
                    row < texts.count ? texts[row] : "", to: place.width,
                    alignment: place.alignment, ellipsis: look.formats.glyphs.ellipsis)
                return painted(text, roles[place.id])
            }
            return Self.trimmed(parts.joined(separator: String(repeating: " ", count: Self.gap)))
        }
    }

    private static func trimmed(_ text: String) -> String {
        guard let end = text.lastIndex(where: { $0 != " " }) else { return "" }
        return String(text[...end])
    }

    /// In the role's colour, where there are colours.
    private func painted(_ text: String, _ role: Role) -> String {
        guard let theme = look.theme, role != .text, !text.isEmpty else { return text }
        let words = Self.trimmed(text)
        var style = theme.style(role)
        style.background = .terminal
        var frame = Frame(size: Size(width: DisplayWidth.of(words), height: 1))
        frame.write(words, x: 0, y: 0, style: style)
        return String(frame.ansi(depth: theme.depth).dropLast() + text.dropFirst(words.count))
    }
}
