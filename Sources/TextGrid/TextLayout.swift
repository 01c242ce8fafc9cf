/// Where text stands in a field.
public enum Alignment: String, Hashable, Sendable, CaseIterable {
    /// At the start, at the end, or in the middle.
    case leading, trailing, center
}

/// Cutting, padding and breaking plain text to widths in columns.
///
/// Results hold only what can be shown (see ``DisplayWidth``).
public enum TextLayout {
    /// `text` in at most `width` columns. What is cut off is marked with `ellipsis`, and the cut is moved to the end of a
    /// word when one ends near. A number is kept whole or goes.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func truncate(_ text: String, to width: Int, ellipsis: String = "…") -> String {
        guard width > 0 else { return "" }
        let mark = Array(Clusters(ellipsis))
        let markWidth = mark.reduce(0) { $0 + $1.width }
        var kept: [Cluster] = []
        var used = 0
        var clusters = Clusters(text)
        while used <= width, let cluster = clusters.next() {
            used += cluster.width
            kept.append(cluster)
        }
        if used <= width { return string(kept[...]) }
        guard markWidth <= width else { return truncate(ellipsis, to: width, ellipsis: "") }
        return string(kept[..<cut(kept, to: width - markWidth)]) + string(mark[...])
    }

    /// How many of the leading clusters to keep, so that they take at most `width` columns and end well.
    static func cut(_ clusters: [Cluster], to width: Int) -> Int {
        var count = 0
        var used = 0
        while count < clusters.count, used + clusters[count].width <= width {
            used += clusters[count].width
            count += 1
        }
        var end = count
        if end > 0, end < clusters.count, !isSpace(clusters[end]), !isSpace(clusters[end - 1]),
            let space = clusters[..<end].lastIndex(where: isSpace), end - space <= 10,
            space * 2 >= end
        {
            end = space
        }
        if isInNumber(clusters, end) {
            // A cut number reads as another number.
            while end > 0, isPartOfNumber(clusters[end - 1]) { end -= 1 }
            if end == 0 { return 0 }
        }
        while end > 0, isLoose(clusters[end - 1].character) { end -= 1 }
        return end == 0 ? count : end
    }

    /// Whether a number goes on over the cut before `end`.
    private static func isInNumber(_ clusters: [Cluster], _ end: Int) -> Bool {
        guard end > 0, end < clusters.count, isPartOfNumber(clusters[end - 1]) else { return false }
        if clusters[end].character.isNumber { return true }
        return isPartOfNumber(clusters[end]) && end + 1 < clusters.count
            && clusters[end + 1].character.isNumber
    }

    private static func isPartOfNumber(_ cluster: Cluster) -> Bool {
        cluster.character.isNumber || ".,\u{202F}\u{2009}\u{A0}".contains(cluster.character)
    }

    /// A space that ends a word, not one that groups digits.
    private static func isSpace(_ cluster: Cluster) -> Bool {
        cluster.character.isWhitespace && !isPartOfNumber(cluster)
    }

    /// Does not end a text well before an ellipsis.
    private static func isLoose(_ character: Character) -> Bool {
        character.isWhitespace || ",;:–—-·/(".contains(character)
    }

    private static func string(_ clusters: ArraySlice<Cluster>) -> String {
        var result = ""
        for cluster in clusters { result.append(cluster.character) }
        return result
    }

    /// `text` with spaces to fill `width` columns; text that is wider stays as it is.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func pad(
        _ text: String, to width: Int, alignment: Alignment = .leading
    ) -> String {
        let missing = width - DisplayWidth.of(text)
        guard missing > 0 else { return text }
        let before =
            switch alignment {
            case .leading: 0
            case .trailing: missing
            case .center: missing / 2
            }
        return String(repeating: " ", count: before) + text
            + String(repeating: " ", count: missing - before)
    }

    /// `text` in exactly `width` columns: truncated if it is wider, padded if it is narrower.
    public static func fit(
        _ text: String, to width: Int, alignment: Alignment = .leading, ellipsis: String = "…"
    ) -> String {
        pad(truncate(text, to: width, ellipsis: ellipsis), to: width, alignment: alignment)
    }

    /// `text` in lines of at most `width` columns.
    ///
    /// In the spirit of UAX #14: lines break at spaces, after hyphens, dashes and slashes, and between ideographs; a word
    /// wider than the line breaks at the column; no-break spaces hold. A newline ends a line. Spaces at a break vanish;
    /// nothing else does. Empty text gives one empty line.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func wrap(_ text: String, width: Int) -> [String] {
        wrap([Span(text)], width: width).map(\.text)
    }
}
