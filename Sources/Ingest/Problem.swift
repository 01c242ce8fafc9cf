import ClimateModel

/// Something in a file that can't be read, with its place and what was expected instead.
public struct Problem: Hashable, Codable, Sendable {
    /// The line in the file, from 1; nil where the whole file is meant.
    public var line: Int?
    /// From 1. In a table it is the number of the cell in its row, as spreadsheets count columns; in other text
    /// it is the character on the line, as editors count them.
    public var column: Int?
    /// What stands there, cleaned and shortened; nil where there is no such text.
    public var cell: String?
    /// What is wrong, and what was expected.
    public var message: Phrase

    /// `cell` is cleaned and cut to 60 characters.
    public init(line: Int? = nil, column: Int? = nil, cell: String? = nil, message: Phrase) {
        self.line = line
        self.column = column
        self.cell = cell.map(Self.shown)
        self.message = message
    }

    /// `text` fit for a message: one clean line of at most 60 characters.
    static func shown(_ text: String) -> String {
        let clean = CleanText.line(text.prefix(400))
        return clean.count > 60 ? clean.prefix(59) + "…" : clean
    }
}

/// Why a file was not imported: all that is wrong with it. Nothing of the file was used.
public struct ImportFailure: Error, Hashable, Codable, Sendable {
    /// The first problems, at most ``mostProblems``, in order of line.
    public var problems: [Problem]
    /// How many there are in all.
    public var total: Int
    /// What it was taken for; nil where nothing told.
    public var readAs: ContentType?
    /// Whether the same bytes may well be read another time, as what was missing is nothing of theirs.
    public var isPassing = false

    /// How many problems are kept to be shown.
    public static let mostProblems = 100

    /// `total` is the number of `problems` unless more were found than are kept.
    public init(problems: [Problem], total: Int? = nil) {
        self.problems = problems
        self.total = total ?? problems.count
    }

    /// The same, told what the file was taken for.
    func reading(as type: ContentType) -> ImportFailure {
        var failure = self
        failure.readAs = failure.readAs ?? type
        return failure
    }

    init(_ problem: Problem) { self.init(problems: [problem]) }

    /// One problem with the whole file.
    public init(_ message: Phrase) { self.init(Problem(message: message)) }
}

extension ImportFailure {
    /// What a failure says of the bytes, for whoever has good content of the same source.
    public enum Kind: Sendable {
        /// They can't be read.
        case unreadable
        /// They end before what they hold does: an answer that was cut off.
        case truncated
        /// They hold nothing: no bytes, a feed without items, a page without text.
        case empty
        /// They hold more, or are nested deeper, than is read.
        case overLimits
    }

    /// What the first of its problems that tells says of the bytes.
    public var kind: Kind {
        problems.lazy.compactMap { Self.kinds[$0.message] }.first ?? .unreadable
    }

    private static let kinds: [Phrase: Kind] = {
        var kinds: [Phrase: Kind] = [:]
        for message: Phrase in [.xmlTruncated, .jsonTruncated, .pageTruncated, .truncatedUTF16] {
            kinds[message] = .truncated
        }
        for message: Phrase in [.emptyFile, .emptyFeed, .emptyPage, .emptyMail, .noSources] {
            kinds[message] = .empty
        }
        for message: Phrase in [
            .fileTooLarge, .pageTooLarge, .bodyTooLarge, .fieldTooLong, .tooManyItems,
            .treeTooLarge,
            .tooDeep, .tooManyNodes, .longTag, .manyAttributes, .cellTooLong, .tooManyColumns,
            .tooManyFigures, .tooManyMessages, .tooManyParts, .mailHeaderTooLong,
        ] {
            kinds[message] = .overLimits
        }
        return kinds
    }()
}

extension Problem: Error {}

/// Problems as they are found; keeps the first and counts the rest, so that a hostile file can't fill the memory.
struct ProblemList {
    private(set) var kept: [Problem] = []
    private(set) var total = 0

    mutating func add(_ problem: Problem) {
        total += 1
        if kept.count < ImportFailure.mostProblems { kept.append(problem) }
    }

    /// Throws what was found, if anything was.
    func check() throws(ImportFailure) {
        if total > 0 { throw failure }
    }

    /// What was found, in order of place.
    var failure: ImportFailure {
        let ordered = kept.sorted {
            ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0)
        }
        return ImportFailure(problems: ordered, total: total)
    }
}
