import ClimateModel

/// Turns a newsletter's HTML into blocks: what is hidden is left out, tables that lay out the page become their cells in
/// reading order, and lines set large become headings.
enum NewsletterPage {
    /// Nil for HTML over the limits.
    ///
    /// - Complexity: O(*n*).
    static func blocks(_ html: String) -> (blocks: [StructuredText.Block], language: String?)? {
        guard let page = HTMLElement.tree(html) else { return nil }
        let hidden = HiddenElements(page, as: .newsletter)
        let language = page.first("html")?.attributes["lang"]
        page.remove { hidden.contains($0) || Self.isPreheader($0) }
        page.measure()
        flatten(page)
        HeadingSizes(page).mark(page)
        return (page.structured(base: nil).blocks, language)
    }

    /// Text that only a list of messages shows, by the name that it goes by.
    private static func isPreheader(_ element: HTMLElement) -> Bool {
        let names = [element.attributes["class"], element.attributes["id"]]
        return names.contains { name in
            let lowered = (name ?? "").lowercased()
            return lowered.hasASCII("preheader") || lowered.hasASCII("preview-text")
                || lowered.hasASCII("mcnpreviewtext")
        }
    }

    private static let tableParts: Set<String> = [
        "table", "tbody", "thead", "tfoot", "tr", "td", "th",
    ]

    /// Makes plain boxes of tables that hold no data.
    private static func flatten(_ element: HTMLElement) {
        for child in element.elements {
            if child.name == "table", !isData(child) { unbox(child) }
            flatten(child)
        }
    }

    private static func unbox(_ table: HTMLElement) {
        table.name = "div"
        for child in table.elements where tableParts.contains(child.name) && child.name != "table" {
            unbox(child)
        }
    }

    /// Whether a table has figures or facts in rows and columns: it has heading cells, or at least two rows of short
    /// cells, and no other table in it.
    private static func isData(_ table: HTMLElement) -> Bool {
        if ["presentation", "none"].contains(table.attributes["role"]) { return false }
        var rows: [HTMLElement] = []
        for child in table.elements {
            if child.name == "tr" { rows.append(child) }
            if ["tbody", "thead", "tfoot"].contains(child.name) {
                rows += child.elements.filter { $0.name == "tr" }
            }
        }
        guard rows.count >= 2 else { return false }
        let cells = rows.map { row in row.elements.filter { ["td", "th"].contains($0.name) } }
        guard cells.allSatisfy({ row in row.allSatisfy { $0.measured.characters <= 120 } }),
            cells.count(where: { row in row.count { $0.measured.characters > 0 } >= 2 }) * 2
                >= rows.count
        else { return false }
        return !cells.joined().contains { cell in
            cell.contains { ["table", "h1", "h2", "h3", "img", "ul"].contains($0.name) }
        }
    }
}
