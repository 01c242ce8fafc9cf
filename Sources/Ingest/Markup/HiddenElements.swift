import ClimateModel

/// Tells elements that a reader doesn't see: preheaders of newsletters, which only a list of messages shows, and what is for
/// other screens.
struct HiddenElements {
    /// Classes and ids that a style sheet hides, as "name".
    private var names: Set<String> = []

    /// Looks for the hidden classes and ids in the page's own style sheets; those within `@media` are for some screens only
    /// and don't count.
    ///
    /// - Complexity: O(*n*).
    init(_ page: HTMLElement) {
        var sheets: [String] = []
        page.visit { element in
            guard element.name == "style" else { return }
            for case .text(let text) in element.children { sheets.append(text) }
        }
        for sheet in sheets { read(sheet.prefix(256 << 10)) }
    }

    func contains(_ element: HTMLElement) -> Bool {
        if element.attributes["hidden"] != nil { return true }
        if let style = element.attributes["style"], Self.hides(style) { return true }
        guard !names.isEmpty else { return false }
        let classes = (element.attributes["class"] ?? "").split(whereSeparator: \.isWhitespace)
        return classes.contains { names.contains(String($0)) }
            || element.attributes["id"].map { names.contains("#" + $0) } ?? false
    }

    private mutating func read(_ sheet: Substring) {
        var depth = 0
        var selector = ""
        var text = ""
        for character in sheet {
            switch character {
            case "{":
                if depth == 0 { selector = text }
                text = ""
                depth += 1
            case "}":
                if depth == 1, !selector.contains("@"), Self.hides(text) { add(selector) }
                text = ""
                depth = max(0, depth - 1)
            default: text.append(character)
            }
        }
    }

    /// Takes plain class and id selectors: ".preheader", "span.preheader", "#preview".
    private mutating func add(_ selectors: String) {
        for selector in selectors.split(separator: ",") {
            let plain = selector.trimmingPrefix { $0.isWhitespace }
                .trimmingPrefix { $0.isLetter }
            let trimmed = String(plain).trimming(" \n\r\t")
            guard let sign = trimmed.first, sign == "." || sign == "#" else { continue }
            let name = trimmed.dropFirst()
            guard !name.isEmpty,
                name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
            else { continue }
            names.insert(sign == "#" ? trimmed : String(name))
        }
    }

    /// Whether declarations of CSS hide what they are of.
    static func hides(_ declarations: String) -> Bool {
        for declaration in declarations.prefix(4_000).split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let name = String(parts[0]).trimming(" \n\r\t").lowercased()
            let value = parts[1].lowercased().replacing("!important", with: "")
                .filter { !$0.isWhitespace }
            switch name {
            case "display" where value == "none": return true
            case "visibility" where value == "hidden": return true
            case "mso-hide" where value == "all": return true
            case "opacity" where isZero(value): return true
            case "max-height" where isZero(value): return true
            case "font-size" where isZero(value) || value == "1px": return true
            default: break
            }
        }
        return false
    }

    private static func isZero(_ value: String) -> Bool {
        let number = value.prefix { $0.isNumber || $0 == "." }
        return Double(number) == 0
    }
}
