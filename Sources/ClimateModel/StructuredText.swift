/// Text with the little structure that news need, free of any markup language.
public struct StructuredText: Hashable, Codable, Sendable {
    /// In reading order.
    public var blocks: [Block]

    /// Takes the blocks in reading order; none is an empty text.
    public init(_ blocks: [Block] = []) { self.blocks = blocks }

    /// A part of a text that starts on a line of its own.
    public enum Block: Hashable, Codable, Sendable {
        /// Running text.
        case paragraph([Inline])
        /// Level 1–6.
        case heading(level: Int, [Inline])
        /// Items numbered from 1 or marked with a bullet; lists do not nest.
        case list(ordered: Bool, items: [[Inline]])
        /// Somebody else's words.
        case quote([Inline])
    }

    /// A run of text in one manner.
    public enum Inline: Hashable, Codable, Sendable {
        /// Text in the ordinary manner.
        case text(String)
        /// Stressed, usually set in italics.
        case emphasis(String)
        /// Important, usually set in bold.
        case strong(String)
        /// A link's text and its address, http(s) or mailto.
        case link(text: String, address: String)

        /// What is read of it.
        public var plain: String {
            switch self {
            case .text(let text), .emphasis(let text), .strong(let text), .link(let text, _): text
            }
        }
    }

    /// Whether there are no blocks.
    public var isEmpty: Bool { blocks.isEmpty }

    /// The links in reading order.
    public var links: [(text: String, address: String)] {
        blocks.flatMap(\.inlines).compactMap {
            if case .link(let text, let address) = $0 { (text, address) } else { nil }
        }
    }

    /// Its text without structure, blocks apart by a blank line; what the search index holds.
    public var plain: String {
        blocks.map { block in
            switch block {
            case .list(_, let items):
                items.map { $0.map(\.plain).joined() }.joined(separator: "\n")
            default: block.inlines.map(\.plain).joined()
            }
        }.joined(separator: "\n\n")
    }
}

extension StructuredText.Block {
    /// Its inlines in reading order.
    public var inlines: [StructuredText.Inline] {
        switch self {
        case .paragraph(let inlines), .heading(_, let inlines), .quote(let inlines): inlines
        case .list(_, let items): items.flatMap { $0 }
        }
    }
}
