import ClimateModel

/// Reads a file as texts to be understood: plain text, Markdown, HTML, or a feed with an article for each item.
public enum ArticleFile {
    /// The articles of `bytes`, in the file's order.
    ///
    /// - Parameters:
    ///   - context: what feeds need besides the bytes.
    ///   - published: when the file's text was published, if the user says so; otherwise what a dateline in it tells. An
    ///     item of a feed keeps the date that it has itself.
    /// - Throws: `ImportFailure` for what is no text, or over the limits.
    /// - Complexity: O(*n*) in the length of the file.
    public static func articles(
        _ bytes: [UInt8], context: ImportContext, published: PartialDate? = nil
    ) throws(ImportFailure) -> [Article] {
        guard bytes.count <= Limits.fileSize else { throw ImportFailure(.fileTooLarge) }
        if let message = Signature.message(for: bytes) { throw ImportFailure(message) }
        let text = try DecodedText(bytes).text
        switch TextForm(text) {
        case .empty: throw ImportFailure(.emptyFile)
        case .markup where feedRoots.contains(MarkupRoot.name(of: text)):
            return try feed(bytes, context, published)
        case .markup: return [try page(text, published)]
        case .json: return try feed(bytes, context, published)
        case .plain: return [PlainDocument(text).article(published)]
        }
    }

    private static let feedRoots: Set<String> = ["rss", "rdf", "feed", "channel"]

    private static func feed(
        _ bytes: [UInt8], _ context: ImportContext, _ published: PartialDate?
    ) throws(ImportFailure) -> [Article] {
        var context = context
        context.options.type = .news
        return try FileReader.read(bytes, context: context).batch.news.map { item in
            var article = Article(item)
            article.published = article.published ?? published
            return article
        }
    }

    private static func page(
        _ html: String, _ published: PartialDate?
    ) throws(ImportFailure) -> Article {
        guard let body = HTMLText.structured(html) else { throw ImportFailure(.bodyTooLarge) }
        var title = ""
        var paragraphs: [String] = []
        for block in body.blocks {
            switch block {
            case .heading(_, let inlines) where title.isEmpty:
                title = inlines.map(\.plain).joined()
            case .list(_, let items):
                paragraphs += items.map { $0.map(\.plain).joined() }
            default: paragraphs.append(block.inlines.map(\.plain).joined())
            }
        }
        return Article(
            title: title, paragraphs: paragraphs,
            published: published ?? Dateline.date(in: [title] + paragraphs))
    }
}

/// Plain text or Markdown.
struct PlainDocument {
    private(set) var title = ""
    private(set) var paragraphs: [String] = []
    private var lines: [String] = []

    /// Blank lines, headings and list items part paragraphs; the first heading, or a first line that stands alone, is the
    /// title. Marks for emphasis and the addresses of links are left out.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    init(_ text: String) {
        for line in CleanText.block(text).split(separator: "\n", omittingEmptySubsequences: false) {
            add(CleanText.line(line))
        }
        flush()
        if title.isEmpty, let first = paragraphs.first, first.count <= 120,
            !first.hasSuffix("."), paragraphs.count > 1
        {
            title = paragraphs.removeFirst()
        }
    }

    private mutating func add(_ line: String) {
        let heading = line.prefix { $0 == "#" }
        if (1...6).contains(heading.count), line.dropFirst(heading.count).hasPrefix(" ") {
            flush()
            let text = Self.plain(line.dropFirst(heading.count + 1))
            if title.isEmpty, paragraphs.isEmpty { title = text } else { paragraphs.append(text) }
        } else if let marker = ["- ", "* ", "+ ", "• "].first(where: { line.hasPrefix($0) }) {
            flush()
            lines = [String(line.dropFirst(marker.count))]
        } else if line.isEmpty || line.allSatisfy({ "-=*_".contains($0) }) {
            flush()
        } else {
            lines.append(line.hasPrefix("> ") ? String(line.dropFirst(2)) : line)
        }
    }

    private mutating func flush() {
        if !lines.isEmpty { paragraphs.append(Self.plain(lines.joined(separator: " ")[...])) }
        lines = []
    }

    /// Without emphasis, and with a link's text alone.
    private static func plain(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let mark = rest.firstIndex(where: { "*_`[]".contains($0) }) {
            result += rest[..<mark]
            let next = rest.index(after: mark)
            let isLinkEnd = rest[mark] == "]" && rest[next...].first == "("
            if isLinkEnd, let end = rest[next...].firstIndex(of: ")") {
                rest = rest[rest.index(after: end)...]
            } else {
                rest = rest[next...]
            }
        }
        return result + rest
    }

    func article(_ published: PartialDate?) -> Article {
        Article(
            title: title, paragraphs: paragraphs,
            published: published ?? Dateline.date(in: [title] + paragraphs))
    }
}

/// Finds when a document says that it was published.
enum Dateline {
    /// A dateline is no longer than this many words, and stands among the first paragraphs or says "Publicerad".
    private static let length = 10
    private static let reach = 8

    /// From "Publicerad 2023-06-01", "fredag 14 september 2012", "Nyhetsbrev 5, oktober 2021", "Nyhetsbrev hösten 2021";
    /// nil where no line tells.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    static func date(in paragraphs: [String]) -> PartialDate? {
        for (index, paragraph) in paragraphs.enumerated() {
            guard paragraph.utf8.count <= 200 else { continue }
            let prose = Prose(CleanText.line(paragraph))
            let isMarked = prose.tokens.prefix(3).contains { marks.contains($0.text) }
            guard isMarked || index < reach, prose.tokens.count <= length,
                let date = date(in: prose)
            else { continue }
            return date
        }
        return nil
    }

    private static let marks: Set<String> = [
        "publicerad", "publicerat", "uppdaterad", "datum", "published", "date", "updated",
    ]

    private static func date(in prose: Prose) -> PartialDate? {
        let finder = DateFinder(
            tokens: prose.tokens, sentence: prose.tokens.indices, written: nil)
        guard let found = finder.dates().first(where: { $0.year != nil }), let year = found.year
        else { return nil }
        if found.lastMonth != nil { return PartialDate(year: year) }
        return PartialDate(year: year, month: found.month, day: found.day)
    }
}
