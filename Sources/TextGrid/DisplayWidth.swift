/// How many columns text takes in a terminal, and what of it a cell can hold.
///
/// The widths are those that xterm, VTE, tmux, libvterm and glibc's `wcwidth` agree on (UAX #11, Unicode 14; ambiguous
/// characters are narrow), independent of the C locale. Where they disagree, the text is reduced to what they agree on:
/// - of a zero-width-joiner sequence or a skin-toned emoji, the first emoji is kept;
/// - variation selectors go, so "❤️" is the narrow "❤";
/// - a flag becomes the two letters of its country code, one column each;
/// - a character newer than Unicode 14, or that became wide in a later version, becomes U+FFFD;
/// - a base character keeps at most four combining marks (the limit of a curses cell).
///
/// Controls, format characters (bidirectional marks among them), invisible fillers, and combining marks without a base take
/// no column and are never stored.
public enum DisplayWidth {
    /// 1 or 2 for a character that is shown, 0 for one that is not (controls, lone marks); more for one that terminals
    /// show as several, as an Indic conjunct.
    public static func of(_ character: Character) -> Int {
        of(String(character))
    }

    /// The sum over its clusters.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func of(_ text: some StringProtocol) -> Int {
        if let width = asciiWidth(text) { return width }
        var sum = 0
        var clusters = Clusters(text)
        while let cluster = clusters.next() { sum += cluster.width }
        return sum
    }

    /// Calls `body` with each piece of `text` that takes one or two columns, in order; what takes none is left out.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func forEachCluster(
        in text: some StringProtocol, _ body: (Character, Int) -> Void
    ) {
        var clusters = Clusters(text)
        while let cluster = clusters.next() { body(cluster.character, cluster.width) }
    }

    /// What of `text` is shown, as a string.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func shown(_ text: some StringProtocol) -> String {
        var result = ""
        forEachCluster(in: text) { character, _ in result.append(character) }
        return result
    }

    /// The width of text that is all ASCII; nil for other text.
    private static func asciiWidth(_ text: some StringProtocol) -> Int? {
        let counted: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
            var width = 0
            for byte in bytes {
                if byte >= 0x80 { return nil }
                if byte >= 0x20 && byte != 0x7F { width += 1 }
            }
            return width
        }
        return counted ?? nil
    }
}
