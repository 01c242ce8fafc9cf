import ClimateModel

/// Reads documents: web pages, plain text and Markdown.
enum DocumentReader {
    /// A page, or a fragment of one.
    ///
    /// - Throws: a problem for HTML over the limits, or that ends within a tag.
    /// - Complexity: O(*n*).
    static func page(_ html: String, context: ImportContext) throws(ImportFailure) -> Document {
        guard !PageEnd.isMissing(in: html) else {
            throw ImportFailure(.pageTruncated)
        }
        guard let page = HTMLElement.tree(html) else {
            throw ImportFailure(.pageTooLarge)
        }
        return PageReader(page, base: context.source?.base, dateline: Dateline(context)).document()
    }

    /// Plain text or Markdown.
    ///
    /// - Complexity: O(*n*).
    static func text(_ text: String, context: ImportContext) -> Document {
        let lines = TextLines(text)
        var document = Document(format: lines.isMarkdown ? "Markdown" : "text")
        document.title = lines.title.shortened(to: Limits.titleLength)
        document.body = StructuredText(lines.blocks)
        document.published =
            lines.date
            ?? Dateline(context).date(in: [lines.title] + document.paragraphs)
            .map { .date($0) } ?? .unknown
        document.language = Language(of: document.body.plain)
        return document
    }

    /// The document as one item of news; a page without text that names feeds gives none, but the feeds.
    ///
    /// - Throws: a problem for one without either.
    static func imported(
        _ document: Document, encoding: TextEncoding, context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        var document = document
        if document.title.isEmpty {
            let start = CleanText.line(document.body.plain.prefix(400))
            document.title = start.shortened(to: 80)
        }
        if document.published != .unknown { document.dropDateline() }
        let isEmpty = document.body.isEmpty && document.summary.isEmpty
        guard !document.title.isEmpty, !isEmpty else {
            guard !document.feedLinks.isEmpty else { throw ImportFailure(.emptyPage) }
            return ImportedFile(
                type: .news, format: document.format, encoding: encoding, batch: ContentBatch(),
                records: 0, feedLinks: document.feedLinks)
        }
        let known = context.source
        let id = known?.id ?? .imported(.news, context)
        let item = item(document, id, context)
        let source = Source(
            id: id, kind: .document, title: known?.settings.title ?? known?.title ?? document.title,
            address: known?.settings.address ?? context.address, lastSuccess: context.now)
        return ImportedFile(
            type: .news, format: document.format, encoding: encoding,
            batch: ContentBatch(sources: [source], news: [item]), records: 1,
            title: Phrase(same: Problem.shown(document.title)),
            notes: item.published == .unknown ? [.undatedItems(1)] : [],
            feedLinks: document.feedLinks)
    }

    private static func item(
        _ document: Document, _ source: Source.ID, _ context: ImportContext
    ) -> NewsItem {
        let link = document.link ?? context.source?.base
        let publisher =
            context.toldPublisher ?? document.publisher
            ?? link.flatMap { RelativeLink.host(of: $0) } ?? context.ownerName
            ?? municipalityNamed(in: document, context) ?? context.folderName
            ?? CleanText.line(context.stem)
        let feed = RawFeed(title: publisher, link: link)
        var raw = RawItem()
        raw.link = link
        raw.author = document.author
        let linker = MunicipalityLinker(context.municipalities, feed: feed)
        return NewsItem(
            identity: link.map { RelativeLink.identity(of: $0) }
                ?? "\(source.rawValue):\(slug(context.stem))",
            kind: NewsKind.guess(raw) ?? .news,
            title: LocalizedText(document.title, in: document.language),
            body: LocalizedBody(document.body, in: document.language),
            summary: LocalizedText(document.summary, in: document.language),
            author: document.author, link: link, published: document.published,
            updated: document.updated,
            municipalities: context.withOwn(linker.municipalities(of: raw)),
            provenance: Provenance(source: source, publisher: publisher, fetched: context.now))
    }
}

extension DocumentReader {
    /// The one that the text is about; nil for none and for several.
    private static func municipalityNamed(
        in document: Document, _ context: ImportContext
    ) -> String? {
        let article = Article(
            title: document.title, paragraphs: document.paragraphs, published: nil,
            municipalities: [])
        let found = context.municipalities.articles.read(article).municipalities
        return found.count == 1 ? context.municipalities[found[0]]?.name : nil
    }
}

extension Document {
    /// Leaves out first lines that are no more than the date, which it has besides.
    fileprivate mutating func dropDateline() {
        var blocks = body.blocks[...]
        while blocks.count > 1, case .paragraph(let inlines)? = blocks.first,
            PageBlocks.isDateline(.paragraph(inlines))
                || Dateline.isAlone(inlines.map(\.plain).joined())
        {
            blocks = blocks.dropFirst()
        }
        if blocks.count < body.blocks.count { body = StructuredText(Array(blocks)) }
    }
}

/// Tells a page that was cut off from one that merely leaves its last tags out, which HTML allows.
private enum PageEnd {
    /// Whether the text ends within a tag.
    static func isMissing(in html: String) -> Bool {
        let end = html.suffix(2_000)
        if let open = end.lastIndex(of: "<"), !end[open...].contains(">") {
            let next = end[end.index(after: open)...].first
            return next.map { $0.isLetter || $0 == "/" || $0 == "!" } ?? true
        }
        return false
    }
}

extension ImportContext {
    /// Whose files outside of the web are: the source's municipality, else the source itself, as the user or its folder
    /// names it; nil where nobody does.
    fileprivate var ownerName: String? {
        toldMunicipality?.name ?? source?.settings.title ?? source?.title
    }

    /// The folder of a file on this machine; nil where that is not told.
    fileprivate var folderName: String? {
        let path = source?.settings.address ?? address ?? ""
        guard !path.contains("://") else { return nil }
        return path.split(separator: "/").dropLast().last.map { CleanText.line($0) }
            .flatMap { $0.isEmpty || $0.hasPrefix(".") ? nil : $0 }
    }

    /// The day in Sweden when the file is read.
    var readOn: PartialDate { PartialDate(now.clock(offset: SwedishTime.offset(at: now)).date) }
}

extension Phrase {
    static let pageTruncated = Phrase(
        sv: "sidan slutar mitt i en tagg: den kom inte fram hel",
        en: "the page ends in the middle of a tag: it did not arrive whole")
    static let pageTooLarge = Phrase(
        sv: "sidan är för stor eller för djupt nästlad",
        en: "the page is too large or too deeply nested")
    static let emptyPage = Phrase(
        sv: "sidan har ingen text", en: "the page has no text")
}
