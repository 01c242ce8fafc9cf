import ClimateModel
import TextGrid

extension KioskPainter {
    /// Those that rose most, with how many are known, so that nobody takes some for all.
    mutating func drawClimbers(_ climbers: KioskContent.Climbers) {
        drawHeading(Phrases.climbers(climbers.period)(language))
        let rect = layout.scene
        let known = formats.place(climbers.known, of: climbers.total)
        let list = drawSubtitle(
            known + " " + Phrases.municipalitiesKnown(language), in: rect,
            leaving: climbers.rows.count)
        if !drawLargeClimbers(climbers.rows, in: list) {
            drawSmallClimbers(climbers.rows, in: list)
        }
    }

    /// In block letters, as many as there is room for.
    ///
    /// - Returns: false where one of them does not fit; then nothing is drawn.
    private mutating func drawLargeClimbers(
        _ climbers: [KioskContent.Climbers.Row], in rect: Rect
    ) -> Bool {
        let fitting = layout.letterScales.first { scale in
            rect.height / max(1, climbers.count) > BlockLetters.height * scale
                && climbers.allSatisfy { row in
                    let width = BlockLetters.width(row.name, scale: scale)
                    return width.map { changeWidth(climbers, scale: scale) + $0 <= rect.width }
                        ?? false
                }
        }
        guard let scale = fitting else { return false }
        let height = BlockLetters.height * scale
        let step = min(height * 2, rect.height / max(1, climbers.count))
        let x = rect.x + changeWidth(climbers, scale: scale)
        for (index, row) in climbers.enumerated() {
            let y = rect.y + index * step
            let change = BlockLetters.rows(formats.changeFigure(row.change), scale: scale) ?? []
            let width = change.first.map { DisplayWidth.of($0) } ?? 0
            drawRows(change, x: x - 4 * scale - width, y: y, style(.rankingsUp))
            let name = BlockLetters.rows(row.name, scale: scale) ?? []
            drawRows(name, x: x, y: y, style(row.isChosen ? .accent : .text))
            let end = x + (name.first.map { DisplayWidth.of($0) } ?? 0) + 2
            write(
                ranks(of: row), endingAt: rect.maxX, y: y + height - 1, width: rect.maxX - end,
                style(.dim))
        }
        return true
    }

    /// The columns of the changes with the gap after them.
    private func changeWidth(_ climbers: [KioskContent.Climbers.Row], scale: Int) -> Int {
        let widths = climbers.compactMap {
            BlockLetters.width(formats.changeFigure($0.change), scale: scale)
        }
        return (widths.max() ?? 0) + 4 * scale
    }

    /// A line each, with a bar below it where there is room.
    private mutating func drawSmallClimbers(
        _ climbers: [KioskContent.Climbers.Row], in rect: Rect
    ) {
        let step = min(4, max(1, rect.height / max(1, climbers.count)))
        let most = climbers.map(\.change).max() ?? 1
        for (index, row) in climbers.enumerated() {
            let y = rect.y + index * step
            guard y < rect.maxY else { return }
            let change = TextLayout.pad(formats.change(row.change), to: 6, alignment: .leading)
            let x = write(change, x: rect.x, y: y, style(.rankingsUp))
            let text = Rect(
                x: x, y: y, width: min(rect.maxX - x, KioskLayout.measure - 6), height: 1)
            let ranks = rect.width >= 30 ? ranks(of: row) : ""
            let start = write(
                ranks, endingAt: text.maxX, y: y, width: text.width, style(.dim))
            write(
                row.name, x: x, y: y, width: max(0, start - x - 1),
                style(row.isChosen ? .accent : .strong))
            if step > 2 {
                let bar = HorizontalBar.text(
                    Double(row.change), of: Double(most), width: rect.width, glyphs: glyphs)
                write(bar, x: rect.x, y: y + 1, style(.rankingsUp))
            }
        }
    }

    /// "227 › 63": where it stood and where it stands.
    private func ranks(of row: KioskContent.Climbers.Row) -> String {
        [row.previousRank.map(String.init), String(row.rank)].compactMap(\.self)
            .joined(separator: " \(glyphs.arrowRight) ")
    }
}
