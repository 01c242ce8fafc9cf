import ClimateModel

/// Tells elements that a reader doesn't see: preheaders of newsletters, which only a list of messages shows, and what is for
/// other screens.
struct HiddenElements {
    /// What shows the text, which decides what hides it: a browser runs scripts, which fade in and fold out what a page's
    /// style sheet makes invisible at first; mail has none, and its senders hide text in more ways.
    enum Medium { case page, newsletter }

    private let medium: Medium
    /// Classes and ids that a style sheet hides, as "name" and "#name".
    private var names: Set<String> = []
    /// Those that a style sheet sets too small to be read, and those that it sets in another size.
    private var tinyNames: Set<String> = []
    private var sizedNames: Set<String> = []
    /// Elements too small to be read that hold none that can be.
    private var tiny: Set<ObjectIdentifier> = []

    /// Looks for the hidden classes and ids in the page's own style sheets; those within `@media` are for some screens only
    /// and don't count.
    ///
    /// - Complexity: O(*n*).
    init(_ page: HTMLElement, as medium: Medium) {
        self.medium = medium
        var sheets: [String] = []
        page.visit { element in
            guard element.name == "style" else { return }
            for case .text(let text) in element.children { sheets.append(text) }
        }
        for sheet in sheets { read(sheet.prefix(256 << 10)) }
        if medium == .newsletter { _ = findTiny(page) }
    }

    func contains(_ element: HTMLElement) -> Bool {
        if element.attributes["hidden"] != nil { return true }
        if let style = element.attributes["style"], hides(style) { return true }
        return tiny.contains(ObjectIdentifier(element)) || isNamed(element, in: names)
    }

    private func isNamed(_ element: HTMLElement, in names: Set<String>) -> Bool {
        guard !names.isEmpty else { return false }
        let classes = (element.attributes["class"] ?? "").split(whereSeparator: \.isWhitespace)
        return classes.contains { names.contains(String($0)) }
            || element.attributes["id"].map { names.contains("#" + $0) } ?? false
    }

    // MARK: Sizes

    private enum Size { case tiny, readable }

    /// Notes the elements below that are too small, the outermost of each, and tells whether the element or one below has a
    /// size that can be read.
    private mutating func findTiny(_ element: HTMLElement) -> Bool {
        let own = size(of: element)
        var isReadable = own == .readable
        for child in element.elements where findTiny(child) { isReadable = true }
        if own == .tiny, !isReadable { tiny.insert(ObjectIdentifier(element)) }
        return isReadable
    }

    /// The size that an element sets itself; nil for none, and for one that depends on those around it.
    private func size(of element: HTMLElement) -> Size? {
        if let size = element.attributes["style"].flatMap(Self.size(in:)) { return size }
        if element.name == "font", element.attributes["size"] != nil { return .readable }
        if isNamed(element, in: sizedNames) { return .readable }
        return isNamed(element, in: tinyNames) ? .tiny : nil
    }

    private static func size(in declarations: String) -> Size? {
        for (name, value) in Self.declarations(declarations) where name == "font-size" {
            if isZero(value) || value == "1px" { return .tiny }
            return value.hasSuffix("%") || value.hasSuffix("em") && !value.hasSuffix("rem")
                ? nil : .readable
        }
        return nil
    }

    // MARK: Style sheets

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
                if depth == 1, !selector.contains("@") { add(selector, text) }
                text = ""
                depth = max(0, depth - 1)
            default: text.append(character)
            }
        }
    }

    private mutating func add(_ selectors: String, _ declarations: String) {
        let isHidden = hides(declarations)
        let size = Self.size(in: declarations)
        guard isHidden || size != nil else { return }
        for name in Self.names(in: selectors) {
            if isHidden { names.insert(name) }
            switch size {
            case .tiny: tinyNames.insert(name)
            case .readable: sizedNames.insert(name)
            case nil: break
            }
        }
    }

    /// Plain class and id selectors: ".preheader", "span.preheader", "#preview".
    private static func names(in selectors: String) -> [String] {
        selectors.split(separator: ",").compactMap { selector in
            let plain = selector.trimmingPrefix { $0.isWhitespace }
                .trimmingPrefix { $0.isLetter }
            let trimmed = String(plain).trimming(" \n\r\t")
            guard let sign = trimmed.first, sign == "." || sign == "#" else { return nil }
            let name = trimmed.dropFirst()
            guard !name.isEmpty,
                name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
            else { return nil }
            return sign == "#" ? trimmed : String(name)
        }
    }

    /// Whether declarations of CSS hide what they are of.
    private func hides(_ declarations: String) -> Bool {
        Self.declarations(declarations).contains { name, value in
            switch name {
            case "display": value == "none"
            case "visibility": value == "hidden"
            case "mso-hide": medium == .newsletter && value == "all"
            case "opacity", "max-height": medium == .newsletter && Self.isZero(value)
            default: false
            }
        }
    }

    /// Names and values in lower case, without white space.
    private static func declarations(_ text: String) -> [(name: String, value: String)] {
        text.prefix(4_000).split(separator: ";").compactMap { declaration in
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let value = parts[1].lowercased().replacing("!important", with: "")
                .filter { !$0.isWhitespace }
            return (String(parts[0]).trimming(" \n\r\t").lowercased(), value)
        }
    }

    private static func isZero(_ value: String) -> Bool {
        let number = value.prefix { $0.isNumber || $0 == "." }
        return Double(number) == 0
    }
}
