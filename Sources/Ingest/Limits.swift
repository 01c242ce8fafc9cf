/// How much of anything a file may hold. What is over them is refused, never cut.
public enum Limits {
    /// Bytes of a file.
    public static let fileSize = 64 << 20
    /// Bytes of a file of YAML or JSON, which are held in memory as a tree.
    public static let treeFileSize = 16 << 20
    /// Bytes of one cell of a table.
    static let cellSize = 1 << 20
    static let columns = 2_000
    /// Figures of one table: 290 municipalities, 25 years and 50 factors are less.
    static let figures = 400_000
    /// Figures of Kolada that are kept at a time: 290 municipalities, three genders, and 4 indicators in 25 years or 40 in five
    /// are less.
    static let koladaFigures = 200_000
    /// Indicators of one table.
    static let series = 2_000
    /// Bytes of the text of the rows that the heading is looked for in.
    static let headText = 4 << 20
    /// Rows of a sheet (ECMA-376, part 1, section 18.3.1.73), and cells of it, with the empty ones before the last of a row.
    static let sheetRows = 1_048_576
    static let sheetCells = 10_000_000
    static let mergedCells = 20_000
    /// The texts that the cells of a workbook share: how many, and their bytes.
    static let sharedStrings = 1_000_000
    static let sharedStringsSize = 16 << 20
    static let sheets = 1_000
    static let cellFormats = 65_536
    /// Names of elements and attributes in one part of a workbook.
    static let partNames = 10_000
    /// Files in an archive, bytes of its directory, and bytes unpacked of it in all.
    static let archiveEntries = 4_096
    static let archiveDirectory = 1 << 20
    static let unpackedSize = 256 << 20
    /// How many times its packed size a file in an archive may be, if it is larger than `freelyUnpacked`.
    static let unpackedRatio = 250
    static let freelyUnpacked = 4 << 20
    /// Levels of nesting in JSON, YAML and XML.
    static let depth = 64
    /// Values in a tree once aliases are written out.
    static let nodes = 500_000
    /// Bytes from "<" to ">".
    static let tagSize = 64 << 10
    static let projects = 20_000
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
