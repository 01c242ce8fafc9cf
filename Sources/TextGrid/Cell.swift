/// One cell of the grid.
///
/// A character two columns wide stands in its left cell; the cell to its right is its continuation. A frame never holds
/// one without the other.
public struct Cell: Hashable, Sendable {
    /// One base character with its combining marks; a space in a continuation.
    public internal(set) var character: Character
    /// How it looks; a continuation looks as its left half does.
    public internal(set) var style: Style
    /// 1, 2, or 0 for the continuation of a wide character.
    public internal(set) var width: UInt8

    /// A space.
    public static let blank = Cell(character: " ", style: .plain, width: 1)
}
