import ClimateModel

/// Finds lines that are set larger than the text, or in bold above it, which stand for headings in newsletters.
struct HeadingSizes {
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

    /// Pixels of HTML's sizes from 1 to 7.
    private static let fontSizes = [10.0, 13, 16, 18, 24, 32, 48]

    /// Pixels of "font-size: 24px", "font: bold 18pt Arial" and `<font size="4">`; nil for sizes that depend on others.
    private static func size(of element: HTMLElement) -> Double? {
        if element.name == "font", let told = element.attributes["size"], let number = Int(told) {
            let isRelative = told.hasPrefix("+") || told.hasPrefix("-")
            return fontSizes[min(7, max(1, isRelative ? 3 + number % 8 : number)) - 1]
        }
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

    /// Makes headings of them.
    ///
    /// - Complexity: O(*n d*), *d* being how deep inline elements are nested in one another.
    func mark(_ page: HTMLElement) { mark(page, size: 16, isWhole: true) }

    /// - Parameter isWhole: whether the element is a box, or all of one.
    private func mark(_ element: HTMLElement, size: Double, isWhole: Bool) {
        let own = Self.size(of: element) ?? size
        if Self.boxes.contains(element.name), (3...120).contains(element.measured.characters),
            !element.elements.contains(where: { Self.parts.contains($0.name) }),
            let least = least(in: element, size: own), least >= 1.2 * common
        {
            element.name = level(least)
            return
        }
        if isWhole { markTitles(in: element, size: own) }
        for child in element.elements {
            let isBox = Self.boxes.contains(child.name) || child.name == "body"
            let isAll = child.measured.characters == element.measured.characters
            mark(child, size: own, isWhole: isBox || isWhole && isAll)
        }
    }

    private func level(_ size: Double) -> String { size >= 1.7 * common ? "h2" : "h3" }

    // MARK: Titles with their text

    /// Makes headings of the lines that stand above a text in one box, ended by a line break: the first line, and those
    /// after an empty one.
    private func markTitles(in element: HTMLElement, size: Double) {
        guard element.elements.contains(where: { $0.name == "br" }) else { return }
        var lines: [[HTMLNode]] = [[]]
        for node in element.children {
            if case .element(let child) = node, child.name == "br" {
                lines.append([])
            } else {
                lines[lines.count - 1].append(node)
            }
        }
        let lengths = lines.map(Self.characters)
        var children: [HTMLNode] = []
        for (index, line) in lines.enumerated() {
            let isFirst = index == 0 || lengths[index - 1] == 0
            if isFirst, (3...100).contains(lengths[index]),
                let text = lengths[(index + 1)...].first(where: { $0 > 0 }),
                let name = title(line, size: size, above: text)
            {
                children.append(.element(HTMLElement(name, [:], line)))
            } else {
                children += line
            }
            if index + 1 < lines.count { children.append(.element(HTMLElement("br"))) }
        }
        element.children = children
    }

    /// What heading a line is above so many characters of text; nil for none.
    private func title(_ line: [HTMLNode], size: Double, above text: Int) -> String? {
        let holder = HTMLElement("", [:], line)
        guard let last = holder.text.last, !".,;:".contains(last),
            let least = least(in: holder, size: size)
        else { return nil }
        if least >= 1.2 * common { return level(least) }
        // A name in bold above a title and a number is no heading, and so is a word above another.
        return text >= 40 && isBold(holder) ? "h3" : nil
    }

    private static func characters(_ line: [HTMLNode]) -> Int {
        line.reduce(0) { sum, node in
            switch node {
            case .text(let text): sum + text.utf8.count { $0 > 0x20 }
            case .element(let element): sum + element.measured.characters
            }
        }
    }

    /// Whether all text in it is bold.
    private func isBold(_ element: HTMLElement) -> Bool {
        element.children.allSatisfy { node in
            switch node {
            case .text(let text): text.allSatisfy(\.isWhitespace)
            case .element(let child):
                child.measured.characters == 0 || Self.setsBold(child) || isBold(child)
            }
        }
    }

    private static func setsBold(_ element: HTMLElement) -> Bool {
        if element.name == "b" || element.name == "strong" { return true }
        let style = (element.attributes["style"] ?? "").lowercased().filter { !$0.isWhitespace }
        return ["bold", "600", "700", "800", "900"].contains { style.contains("font-weight:" + $0) }
    }

    // MARK: Lines by themselves

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
