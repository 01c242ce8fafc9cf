import ClimateModel

/// An element of a page, with what is inside of it.
final class HTMLElement {
    var name: String
    let attributes: [String: String]
    var children: [HTMLNode] = []
    /// What it holds, as ``measure()`` found it.
    private(set) var measured = Measure()

    /// How much text an element holds.
    struct Measure {
        /// Visible characters, about: bytes of text that are no white space.
        var characters = 0
        /// Those that are in links.
        var linked = 0
        var links = 0
    }

    init(_ name: String, _ attributes: [String: String] = [:], _ children: [HTMLNode] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }
}

/// A piece of a page.
enum HTMLNode {
    case element(HTMLElement)
    case text(String)
}

extension HTMLElement {
    /// The whole page or fragment, in an element of no name; nil for HTML over the bounds.
    ///
    /// - Complexity: O(*n*).
    static func tree(_ html: String) -> HTMLElement? {
        guard let bytes = HTMLGuard.bounded(html, .page) else { return nil }
        let builder = HTMLTreeBuilder()
        HTMLEvents.parse(bytes, into: builder)
        return builder.root
    }

    /// Its elements, without those further down.
    var elements: [HTMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// Itself and all elements below, in the order of the text.
    ///
    /// - Complexity: O(*n*).
    func visit(_ body: (HTMLElement) -> Void) {
        body(self)
        for element in elements { element.visit(body) }
    }

    /// The first that `isWanted`, itself included.
    func first(where isWanted: (HTMLElement) -> Bool) -> HTMLElement? {
        if isWanted(self) { return self }
        for element in elements {
            if let found = element.first(where: isWanted) { return found }
        }
        return nil
    }

    func first(_ name: String) -> HTMLElement? { first { $0.name == name } }

    func contains(where isWanted: (HTMLElement) -> Bool) -> Bool { first(where: isWanted) != nil }

    /// Takes out the elements below that are not wanted, with all in them.
    func remove(where isUnwanted: (HTMLElement) -> Bool) {
        children.removeAll { node in
            if case .element(let element) = node { isUnwanted(element) } else { false }
        }
        for element in elements { element.remove(where: isUnwanted) }
    }

    /// Measures it and all elements below.
    ///
    /// - Complexity: O(*n*).
    func measure() {
        measured = Measure()
        guard name != "script", name != "style" else { return }
        for child in children {
            switch child {
            case .text(let text): measured.characters += text.utf8.count { $0 > 0x20 }
            case .element(let element):
                element.measure()
                measured.characters += element.measured.characters
                measured.linked += element.measured.linked
                measured.links += element.measured.links
            }
        }
        if name == "a" {
            measured.linked = measured.characters
            measured.links += 1
        }
    }

    /// Its text in one line, without that of scripts and styles.
    ///
    /// - Complexity: O(*n*).
    var text: String {
        var text = ""
        append(to: &text)
        return CleanText.line(text)
    }

    private func append(to text: inout String) {
        if name == "script" || name == "style" { return }
        for child in children {
            switch child {
            case .text(let piece): text += piece
            case .element(let element):
                element.append(to: &text)
                if !Self.inlineElements.contains(element.name) { text += " " }
            }
        }
    }

    private static let inlineElements: Set<String> = [
        "a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span",
        "strong", "sub", "sup", "time", "u",
    ]

    /// Its structured text: what ``HTMLText/structured(_:base:)`` makes of the same HTML.
    func structured(base: String?) -> StructuredText {
        let builder = BlockBuilder(base: base)
        write(to: builder)
        return builder.finished()
    }

    private func write(to builder: BlockBuilder) {
        builder.start(name, attributes)
        for child in children {
            switch child {
            case .text(var text): text.withUTF8 { builder.text($0) }
            case .element(let element): element.write(to: builder)
            }
        }
        builder.end(name)
    }
}

/// Makes a tree of the parser's events.
private final class HTMLTreeBuilder: HTMLEventTaking {
    let root = HTMLElement("")
    private var open: [HTMLElement] = []
    /// How many elements are open below the deepest level that is kept; what is in them belongs to that level.
    private var tooDeep = 0

    private static let depth = 600
    private static let kept = [
        "id", "class", "role", "href", "rel", "type", "title", "lang", "xml:lang", "style",
        "hidden", "alt",
        "width", "height", "name", "property", "content", "itemprop", "datetime", "aria-label",
        "align", "charset", "http-equiv", "aria-hidden", "size",
    ]

    func start(_ name: String, _ attributes: some HTMLAttributes) {
        guard open.count < Self.depth else {
            tooDeep += 1
            return
        }
        var kept: [String: String] = [:]
        for key in Self.kept {
            if let value = attributes[key] { kept[key] = value }
        }
        let element = HTMLElement(name, kept)
        (open.last ?? root).children.append(.element(element))
        open.append(element)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        (open.last ?? root).children.append(.text(String(decoding: bytes, as: UTF8.self)))
    }

    func end(_ name: String) {
        if tooDeep > 0 {
            tooDeep -= 1
        } else if open.last?.name == name {
            open.removeLast()
        } else if let place = open.lastIndex(where: { $0.name == name }) {
            open.removeSubrange(place...)
        }
    }
}
