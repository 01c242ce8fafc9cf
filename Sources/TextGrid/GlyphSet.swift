/// The shapes that views draw with, for terminals with and without Unicode.
///
/// Every shape takes one column in both sets, so a layout does not depend on the set.
public struct GlyphSet: Hashable, Sendable {
    /// Which characters may reach the terminal.
    public enum Repertoire: String, Hashable, Sendable, CaseIterable {
        case unicode, ascii
    }

    public let repertoire: Repertoire
    public var isUnicode: Bool { repertoire == .unicode }

    // MARK: Lines

    public let horizontal: String
    public let vertical: String
    /// Lines to the left, the right, and the named side.
    public let teeUp: String
    public let teeDown: String
    /// Lines up, down, and to the named side.
    public let teeLeft: String
    public let teeRight: String
    public let cross: String
    public let topLeft: String
    public let topRight: String
    public let bottomLeft: String
    public let bottomRight: String
    /// A dashed vertical line: a series break, today.
    public let dashedVertical: String

    // MARK: Signs

    /// Climbed, fell, stayed, not known.
    public let up: String
    public let down: String
    public let unchanged: String
    public let missing: String
    /// Stands for what was cut.
    public let ellipsis: String
    public let bullet: String
    public let unread: String
    public let star: String
    public let check: String
    public let crossMark: String
    /// Between the steps of a path: "Nyheter › Kristinehamn".
    public let arrowRight: String
    public let arrowLeft: String
    /// Between the years of a range.
    public let rangeDash: String
    /// Between short facts on one line.
    public let separator: String
    /// Stands at the left of a quoted paragraph.
    public let quoteBar: String

    // MARK: Selection, scrolling, pages

    public let selectionBar: String
    public let scrollThumb: String
    public let scrollTrack: String
    /// Of pages or scenes: the one shown, the others.
    public let pageDot: String
    public let otherPageDot: String

    // MARK: Time lines

    public let barFull: String
    /// The left half of a column at the end of a bar, and the right half at its start.
    public let barLeftHalf: String
    public let barRightHalf: String
    /// The time that a bar does not cover.
    public let barEmpty: String
    public let todayMark: String
    public let milestoneDone: String
    public let milestonePlanned: String

    // MARK: Status lights, told apart by shape

    public let statusGood: String
    public let statusWarning: String
    public let statusBad: String
    public let statusUnknown: String

    // MARK: Blocks

    /// One to eight eighths of a column, from the left.
    public let horizontalEighths: [String]
    /// One to eight eighths of a row, from below.
    public let verticalEighths: [String]
    /// What is not filled of a horizontal bar.
    public let shade: String

    /// `text` as this set can show it: unchanged, or legible ASCII.
    ///
    /// - Note: ASCII text may be wider than the original ("…" becomes "..."), so fold before laying out.
    /// - Complexity: O(*k*) in the length of the text.
    public func text(_ text: String) -> String {
        switch repertoire {
        case .unicode: text
        case .ascii: ASCIIFolding.fold(text)
        }
    }

    /// Box drawing, geometric shapes, blocks and braille.
    public static let unicode = GlyphSet(
        repertoire: .unicode,
        horizontal: "─", vertical: "│", teeUp: "┴", teeDown: "┬", teeLeft: "┤", teeRight: "├",
        cross: "┼", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        dashedVertical: "┊",
        up: "▲", down: "▼", unchanged: "=", missing: "–", ellipsis: "…", bullet: "•", unread: "●",
        star: "★", check: "✓", crossMark: "✗", arrowRight: "›", arrowLeft: "‹", rangeDash: "–",
        separator: "·", quoteBar: "▏",
        selectionBar: "▌", scrollThumb: "┃", scrollTrack: "│", pageDot: "●", otherPageDot: "○",
        barFull: "━", barLeftHalf: "╸", barRightHalf: "╺", barEmpty: "─", todayMark: "┃",
        milestoneDone: "◆", milestonePlanned: "◇",
        statusGood: "●", statusWarning: "▲", statusBad: "■", statusUnknown: "○",
        horizontalEighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
        verticalEighths: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        shade: "░")

    /// For locales and terminals without UTF-8.
    public static let ascii = GlyphSet(
        repertoire: .ascii,
        horizontal: "-", vertical: "|", teeUp: "+", teeDown: "+", teeLeft: "+", teeRight: "+",
        cross: "+", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        dashedVertical: ":",
        up: "^", down: "v", unchanged: "=", missing: "-", ellipsis: "~", bullet: "*", unread: "o",
        star: "*", check: "+", crossMark: "x", arrowRight: ">", arrowLeft: "<", rangeDash: "-",
        separator: "-", quoteBar: "|",
        selectionBar: ">", scrollThumb: "#", scrollTrack: "|", pageDot: "*", otherPageDot: ".",
        barFull: "=", barLeftHalf: "=", barRightHalf: "=", barEmpty: ".", todayMark: "|",
        milestoneDone: "#", milestonePlanned: "o",
        statusGood: "o", statusWarning: "!", statusBad: "X", statusUnknown: "?",
        horizontalEighths: [".", ".", "-", "-", "-", "=", "=", "#"],
        verticalEighths: ["_", "_", ".", ".", "-", "-", "'", "'"],
        shade: ".")
}
