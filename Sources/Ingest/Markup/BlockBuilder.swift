import ClimateModel

/// Builds structured text of the elements of HTML as they come.
final class BlockBuilder: HTMLEventTaking {
    private let base: String?
    private var blocks: [StructuredText.Block] = []
    private var inlines: [StructuredText.Inline] = []
    /// The run of text so far, in UTF-8.
    private var pending: [UInt8] = []
    private let kinds = HTMLElementKind.byName
    private var breaks = 0
    /// How many elements are open whose content is not text.
    private var hidden = 0
    private var strong = 0
    private var emphasis = 0
    private var quotes = 0
    private var heading: Int?
    private var link: String?
    /// The lists that are open, and whether they are numbered.
    private var lists: [Bool] = []
    /// Whether a table's row is open whose cells become one paragraph.
    private var isInRow = false
    /// Whether a cell has begun whose text is to stand apart from that of the cell before.
    private var awaitsGap = false
    private var isCellEmpty = true
    private var items: [[StructuredText.Inline]] = []

    private static let cellGap = " · "
    private static let deepestLevel = 5

    init(base: String?) { self.base = base }

    func start(_ name: String, _ attributes: some HTMLAttributes) {
        guard let kind = kinds[name] else { return }
        if kind == .hidden {
            hidden += 1
            return
        }
        guard hidden == 0 else { return }
        switch kind {
        case .hidden: break
        case .heading(let level):
            flushBlock()
            heading = level
        case .list(let isOrdered):
            flushBlock()
            lists.append(isOrdered)
        case .item: flushBlock()
        case .table, .row:
            endRow()
            isInRow = kind == .row
        case .cell: startCell()
        case .quote:
            flushBlock()
            quotes += 1
        case .lineBreak: breaks += 1
        case .strong: mark { strong += 1 }
        case .emphasis: mark { emphasis += 1 }
        case .link:
            mark { link = attributes["href"].flatMap { RelativeLink.resolve($0, base: base) } }
        case .picture: Picture.description(attributes).map(picture)
        case .block: startBlock()
        }
    }

    func end(_ name: String) {
        guard let kind = kinds[name] else { return }
        if kind == .hidden {
            hidden = max(0, hidden - 1)
            return
        }
        guard hidden == 0 else { return }
        switch kind {
        case .hidden, .lineBreak, .picture: break
        case .heading:
            flushBlock()
            heading = nil
        case .list:
            flushBlock()
            endList()
        case .quote:
            flushBlock()
            quotes = max(0, quotes - 1)
        case .strong: mark { strong = max(0, strong - 1) }
        case .emphasis: mark { emphasis = max(0, emphasis - 1) }
        case .link: mark { link = nil }
        case .item: flushBlock()
        case .table, .row: endRow()
        case .cell: flushInline()
        case .block: endBlock()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard hidden == 0 else { return }
        if bytes.hasSingleSpacesOnly {
            let isApart = bytes.first == UInt8(ascii: " ")
            if isApart { space() }
            word(isApart ? bytes[1...] : bytes[...])
        } else {
            let text = String(decoding: bytes, as: UTF8.self)
            for (index, part) in text.unicodeScalars
                .split(omittingEmptySubsequences: false, whereSeparator: \.isSpace).enumerated()
            {
                if index > 0 { space() }
                word(String(part).utf8)
            }
        }
    }

    private func space() {
        if pending.last != UInt8(ascii: " ") { pending.append(UInt8(ascii: " ")) }
    }

    private func word(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty else { return }
        applyBreaks()
        isCellEmpty = false
        pending.append(contentsOf: bytes)
    }

    /// The text as it was built.
    func finished() -> StructuredText {
        flushBlock()
        while !lists.isEmpty { endList() }
        return StructuredText(blocks)
    }

    // MARK: Inlines

    /// One line break stays one; two or more begin a new paragraph.
    private func applyBreaks() {
        guard breaks > 0 else { return }
        if breaks > 1 {
            breaks = 0
            flushBlock()
        } else {
            breaks = 0
            while pending.last == UInt8(ascii: " ") { pending.removeLast() }
            if !pending.isEmpty || !inlines.isEmpty { pending.append(UInt8(ascii: "\n")) }
        }
    }

    /// Ends the run of text so far, and changes how the next is marked.
    private func mark(_ change: () -> Void) {
        flushInline()
        change()
    }

    private func flushInline() {
        guard !pending.isEmpty else { return }
        var text = CleanText.block(String(decoding: pending, as: UTF8.self))
        pending.removeAll(keepingCapacity: true)
        guard !text.isEmpty else { return }
        let isBlank = !text.hasVisibleEnds && text.allSatisfy(\.isWhitespace)
        if isBlank, inlines.isEmpty || awaitsGap { return }
        if awaitsGap, applyGap() { text = String(text.drop(while: \.isWhitespace)) }
        if let link, !isBlank {
            inlines.append(.link(text: CleanText.line(text), address: link))
        } else if strong > 0, !isBlank {
            inlines.append(.strong(text))
        } else if emphasis > 0, !isBlank {
            inlines.append(.emphasis(text))
        } else if case .text(let before) = inlines.last {
            inlines[inlines.count - 1] = .text(before + text)
        } else {
            inlines.append(.text(text))
        }
    }

    /// A picture's description stands for it where it is: in a link, a heading or a list as text, else apart.
    private func picture(_ description: String) {
        if link != nil || heading != nil {
            text(of: description)
        } else {
            let isApart = !isInRow && lists.isEmpty
            if isApart { flushBlock() }
            mark { emphasis += 1 }
            text(of: description)
            mark { emphasis -= 1 }
            if isApart { flushBlock() }
        }
    }

    private func text(of description: String) {
        var description = description
        description.withUTF8 { text($0) }
    }

    // MARK: Blocks

    private func startBlock() {
        // The first paragraph of a cell is its text; one with several lays out a page.
        if isInRow, isCellEmpty { return }
        flushBlock()
        isInRow = false
    }

    private func endBlock() {
        if isInRow { space() } else { flushBlock() }
    }

    private func startCell() {
        guard isInRow else { return flushBlock() }
        flushInline()
        awaitsGap = true
        isCellEmpty = true
    }

    private func endRow() {
        flushBlock()
        isInRow = false
    }

    /// Parts the cell that begins from those before it.
    ///
    /// - Returns: whether there are any.
    private func applyGap() -> Bool {
        awaitsGap = false
        inlines = Self.trimmed(inlines)
        if case .text(let before)? = inlines.last {
            inlines[inlines.count - 1] = .text(before + Self.cellGap)
        } else if !inlines.isEmpty {
            inlines.append(.text(Self.cellGap))
        }
        return !inlines.isEmpty
    }

    private func flushBlock() {
        flushInline()
        breaks = 0
        awaitsGap = false
        guard !inlines.isEmpty else { return }
        let content = Self.trimmed(inlines)
        inlines = []
        guard !content.isEmpty else { return }
        if let heading {
            blocks.append(.heading(level: heading, content))
        } else if !lists.isEmpty {
            items.append(Self.indented(content, level: lists.count))
        } else if quotes > 0 {
            blocks.append(.quote(content))
        } else {
            blocks.append(.paragraph(content))
        }
    }

    /// Items below others' level are told by dashes, of which there are at most a few.
    private static func indented(
        _ content: [StructuredText.Inline], level: Int
    ) -> [StructuredText.Inline] {
        guard level > 1 else { return content }
        let dashes = String(repeating: "– ", count: min(level - 1, deepestLevel))
        if case .text(let text)? = content.first {
            return [.text(dashes + text)] + content.dropFirst()
        }
        return [.text(dashes)] + content
    }

    /// A list inside a list adds its items to the outer one.
    private func endList() {
        guard let isOrdered = lists.popLast(), lists.isEmpty, !items.isEmpty else { return }
        blocks.append(.list(ordered: isOrdered, items: items))
        items = []
    }

    /// Without white space at its ends.
    private static func trimmed(
        _ inlines: [StructuredText.Inline]
    ) -> [StructuredText.Inline] {
        if inlines.count == 1, case .text(let text) = inlines[0], text.hasVisibleEnds {
            return inlines
        }
        var result = inlines
        while case .text(let text)? = result.first, !text.hasVisibleEnds {
            let rest = text.drop(while: \.isWhitespace)
            if rest.isEmpty {
                result.removeFirst()
                continue
            }
            result[0] = .text(String(rest))
            break
        }
        while case .text(let text)? = result.last, !text.hasVisibleEnds {
            var rest = text[...]
            while rest.last?.isWhitespace == true { rest.removeLast() }
            if rest.isEmpty {
                result.removeLast()
                continue
            }
            result[result.count - 1] = .text(String(rest))
            break
        }
        return result
    }
}
