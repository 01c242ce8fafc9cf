/// What ``BlockBuilder`` makes of an element.
enum HTMLElementKind: Hashable, Sendable {
    /// Its content is no text.
    case hidden
    /// It stands on lines of its own.
    case block
    case heading(level: Int)
    case list(isOrdered: Bool)
    case item, table, row, cell, quote, lineBreak, strong, emphasis, link, picture

    /// By name; elements that aren't there leave no trace but their content.
    struct Names: Sendable {
        fileprivate let table: KeyTable<HTMLElementKind>

        /// - Complexity: O(1): names are short.
        subscript(name: String) -> HTMLElementKind? { table[LatinBytes.hash(name.utf8)] }
    }

    static let byName: Names = {
        var kinds: [UInt64: HTMLElementKind] = [:]
        for (kind, names) in lists {
            for name in names.split(separator: " ") { kinds[LatinBytes.hash(name.utf8)] = kind }
        }
        return Names(table: KeyTable(kinds, free: .hidden))
    }()

    private static let lists: [(HTMLElementKind, String)] = [
        (
            .hidden,
            """
            script style noscript iframe object form svg head title button select textarea template audio video canvas \
            math
            """
        ),
        (
            .block,
            """
            p div section article aside main header footer nav tbody thead caption figure figcaption dl dt dd address \
            pre center hr fieldset body html
            """
        ),
        (.heading(level: 1), "h1"), (.heading(level: 2), "h2"), (.heading(level: 3), "h3"),
        (.heading(level: 4), "h4"), (.heading(level: 5), "h5"), (.heading(level: 6), "h6"),
        (.list(isOrdered: false), "ul"), (.list(isOrdered: true), "ol"), (.item, "li"),
        (.table, "table"), (.row, "tr"), (.cell, "td th"), (.quote, "blockquote"),
        (.lineBreak, "br"), (.strong, "b strong"), (.emphasis, "i em cite"), (.link, "a"),
        (.picture, "img"),
    ]
}
