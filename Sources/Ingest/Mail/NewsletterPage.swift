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

/// Finds lines that are set larger than the text, which stand for headings in newsletters.
private struct HeadingSizes {
    /// Pixels of most of the text.
    private var common = 16.0

    init(_ page: HTMLElement) {
        var characters: [Double: Int] = [:]
        Self.count(page, size: 16, &characters)
        common = characters.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 16
    }

    private static func count(_ element: HTMLElement, size: Double, _ sum: inout [Double: Int]) {
        guard element.name != "style", element.name != "script" else { return }
        let own = self.size(of: element) ?? size
        for child in element.children {
            switch child {
            case .text(let text): sum[own, default: 0] += text.utf8.count { $0 > 0x20 }
            case .element(let child): count(child, size: own, &sum)
            }
        }
    }

    /// Pixels of "font-size: 24px", "font: bold 18pt Arial"; nil for sizes that depend on others.
    private static func size(of element: HTMLElement) -> Double? {
        guard let style = element.attributes["style"]?.lowercased() else { return nil }
        for declaration in style.split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let name = String(parts[0]).trimming(" \n\r\t")
            guard name == "font-size" || name == "font" else { continue }
            for word in parts[1].split(whereSeparator: { $0 == " " || $0 == "/" }) {
                let digits = word.prefix { $0.isNumber || $0 == "." }
                guard let number = Double(digits), number < 200 else { continue }
                if word.hasSuffix("px") { return number }
                if word.hasSuffix("pt") { return number * 4 / 3 }
            }
        }
        return nil
    }

    private static let boxes: Set<String> = ["p", "div", "center", "section"]
    private static let parts: Set<String> = [
        "p", "div", "table", "tr", "td", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6",
        "img",
        "center", "section", "br",
    ]

    func mark(_ page: HTMLElement) { mark(page, size: 16) }

    private func mark(_ element: HTMLElement, size: Double) {
        let own = Self.size(of: element) ?? size
        if Self.boxes.contains(element.name), (3...120).contains(element.measured.characters),
            !element.elements.contains(where: { Self.parts.contains($0.name) }),
            let least = least(in: element, size: own), least >= 1.2 * common
        {
            element.name = least >= 1.7 * common ? "h2" : "h3"
            return
        }
        for child in element.elements { mark(child, size: own) }
    }

    /// The least size of text in it; nil where it has no text, or parts that stand on lines of their own.
    private func least(in element: HTMLElement, size: Double) -> Double? {
        var least: Double?
        for child in element.children {
            switch child {
            case .text(let text):
                if !text.allSatisfy(\.isWhitespace) { least = min(least ?? size, size) }
            case .element(let child):
                if Self.parts.contains(child.name) { return nil }
                let inner = self.least(in: child, size: Self.size(of: child) ?? size)
                if let inner { least = min(least ?? inner, inner) }
            }
        }
        return least
    }
}
