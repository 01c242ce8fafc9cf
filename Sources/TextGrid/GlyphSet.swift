/// The shapes that views draw with, for terminals with and without Unicode.
///
/// Every shape takes one column in both sets, so a layout does not depend on the set.
public struct GlyphSet: Hashable, Sendable {
    /// Which characters may reach the terminal.
    public enum Repertoire: String, Hashable, Sendable, CaseIterable {
        /// All of Unicode, or printable ASCII alone.
        case unicode, ascii
    }

    /// Which characters the shapes are made of.
    public let repertoire: Repertoire
    /// Whether the shapes need Unicode.
    public var isUnicode: Bool { repertoire == .unicode }

    // MARK: Lines

    /// A line from left to right.
    public let horizontal: String
    /// A line from top to bottom.
    public let vertical: String
    /// Lines to the left, the right, and the named side.
    public let teeUp: String
    /// As `teeUp`, downwards.
    public let teeDown: String
    /// Lines up, down, and to the named side.
    public let teeLeft: String
    /// As `teeLeft`, to the right.
    public let teeRight: String
    /// Lines to all four sides.
    public let cross: String
    /// The corner of a box, named by where it is.
    public let topLeft: String
    /// The corner of a box, named by where it is.
    public let topRight: String
    /// The corner of a box, named by where it is.
    public let bottomLeft: String
    /// The corner of a box, named by where it is.
    public let bottomRight: String
    /// A dashed vertical line: a series break, today.
    public let dashedVertical: String

    // MARK: Signs

    /// Climbed, fell, stayed, not known.
    public let up: String
    /// Fell.
    public let down: String
    /// Stayed where it was.
    public let unchanged: String
    /// Not known.
    public let missing: String
    /// Stands for what was cut.
    public let ellipsis: String
    /// Before an item of a list.
    public let bullet: String
    /// Before what is not read yet.
    public let unread: String
    /// Beside what the user marked.
    public let star: String
    /// Done, chosen or succeeded.
    public let check: String
    /// Failed or cancelled.
    public let crossMark: String
    /// Between the steps of a path: "Nyheter › Kristinehamn".
    public let arrowRight: String
    /// Points back to the left.
    public let arrowLeft: String
    /// Between the years of a range.
    public let rangeDash: String
    /// Between short facts on one line.
    public let separator: String
    /// After a figure that somebody claims: told, not published.
    public let claimed: String
    /// Beside a figure that somebody claims to be another.
    public let differs: String
    /// Stands at the left of a quoted paragraph.
    public let quoteBar: String

    // MARK: Selection, scrolling, pages

    /// At the left of the selected row.
    public let selectionBar: String
    /// The part of a scroll bar that tells where the view is.
    public let scrollThumb: String
    /// The rest of a scroll bar.
    public let scrollTrack: String
    /// Of pages or scenes: the one shown, the others.
    public let pageDot: String
    /// One of the others.
    public let otherPageDot: String

    // MARK: Time lines

    /// A whole column of a bar.
    public let barFull: String
    /// The left half of a column at the end of a bar, and the right half at its start.
    public let barLeftHalf: String
    /// Its right half.
    public let barRightHalf: String
    /// The time that a bar does not cover.
    public let barEmpty: String
    /// Where today is.
    public let todayMark: String
    /// A milestone that is done.
    public let milestoneDone: String
    /// A milestone that is to come.
    public let milestonePlanned: String

    // MARK: Status lights, told apart by shape

    /// As planned: green.
    public let statusGood: String
    /// At risk: amber.
    public let statusWarning: String
    /// In trouble: red.
    public let statusBad: String
    /// No status given.
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
        separator: "·", claimed: "”", differs: "≠", quoteBar: "▏",
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
        separator: "-", claimed: "\"", differs: "!", quoteBar: "|",
        selectionBar: ">", scrollThumb: "#", scrollTrack: "|", pageDot: "*", otherPageDot: ".",
        barFull: "=", barLeftHalf: "=", barRightHalf: "=", barEmpty: ".", todayMark: "|",
        milestoneDone: "#", milestonePlanned: "o",
        statusGood: "o", statusWarning: "!", statusBad: "X", statusUnknown: "?",
        horizontalEighths: [".", ".", "-", "-", "-", "=", "=", "#"],
        verticalEighths: ["_", "_", ".", ".", "-", "-", "'", "'"],
        shade: ".")
}
