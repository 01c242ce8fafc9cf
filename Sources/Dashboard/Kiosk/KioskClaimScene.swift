import ClimateModel
import TextGrid

extension KioskPainter {
    /// Where we stand as news have it, where the list has no place at all: the quote and who says so.
    mutating func drawClaimed(_ claim: ClaimNote) {
        drawHeading(state.content.chosen?.name ?? "")
        let title = state.content.indicator?.title.text(in: language) ?? ""
        let rect = drawSubtitle(title, in: layout.scene, leaving: 4)
        let told = secondary(
            Phrases.claimed(claim, formats), lines: 1, width: rect.width, below: layout.letterScale)
        var y = draw(told, x: rect.x, y: rect.y, in: rect, style(.strong)) + told.scale
        let quote = KioskText(
            formats.quoted(claim.record.content.quote), lines: min(3, rect.maxY - y - 1),
            width: rect.width, glyphs: glyphs)
        y = draw(quote, x: rect.x, y: y, in: rect, style(.quote))
        drawLine(claim.record.provenance.publisher, x: rect.x, y: y, in: rect, style(.dim))
    }
}
