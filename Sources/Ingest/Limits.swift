/// How much of anything a file may hold. What is over them is refused, never cut.
public enum Limits {
    /// Bytes of a file.
    public static let fileSize = 64 << 20
    /// Bytes of a file of YAML or JSON, which are held in memory as a tree.
    public static let treeFileSize = 16 << 20
    /// Bytes of one cell of a table.
    static let cellSize = 1 << 20
    static let columns = 2_000
    /// Figures of one table: 290 municipalities, 30 years and some hundred factors are less.
    static let figures = 2_000_000
    /// Levels of nesting in JSON, YAML and XML.
    static let depth = 64
    /// Values in a tree once aliases are written out.
    static let nodes = 500_000
    /// Bytes from "<" to ">".
    static let tagSize = 64 << 10
    static let newsItems = 200_000
    /// Bytes of the HTML of one body, its tags, and bytes of one tag in it.
    static let bodySize = 1 << 20
    static let bodyTags = 20_000
    static let bodyTagSize = 8 << 10
    /// Bytes of the HTML of a page or newsletter, scripts and comments left out, and its tags.
    static let pageSize = 4 << 20
    static let pageTags = 60_000
    /// Messages of a file of mail, the parts of one, the bytes of one text in it, of a part's header, of one of its fields, and
    /// its fields.
    static let mailMessages = 100_000
    static let mailParts = 1_000
    static let mailText = 8 << 20
    static let mailHeader = 512 << 10
    static let mailField = 128 << 10
    static let mailFields = 2_000
    /// Characters of a title or a name.
    static let titleLength = 500
}
