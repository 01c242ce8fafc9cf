import ClimateModel

/// Reads a file as texts to be understood: plain text, Markdown, HTML, mail, or a feed with an article for each item.
public enum ArticleFile {
    /// The articles of `bytes`, in the file's order.
    ///
    /// - Parameters:
    ///   - context: what feeds and mail need besides the bytes.
    ///   - published: when the file's text was published, if the user says so; otherwise what a dateline in it tells. An
    ///     item of a feed and a message keep the date that they have themselves.
    /// - Throws: `ImportFailure` for what is no text, or over the limits.
    /// - Complexity: O(*n*) in the length of the file.
    public static func articles(
        _ bytes: [UInt8], context: ImportContext, published: PartialDate? = nil
    ) throws(ImportFailure) -> [Article] {
        guard bytes.count <= Limits.fileSize else { throw ImportFailure(.fileTooLarge) }
        if let message = Signature.message(for: bytes) { throw ImportFailure(message) }
        if MailForm(bytes) != nil { return try items(bytes, context, published) }
        let decoded = try DecodedText(bytes)
        switch TextForm(decoded.utf8) {
        case .empty: throw ImportFailure(.emptyFile)
        case .markup where feedRoots.contains(MarkupRoot.name(of: decoded.utf8)):
            return try items(bytes, context, published)
        case .markup:
            return [article(try DocumentReader.page(decoded.text, context: context), published)]
        case .json: return try items(bytes, context, published)
        case .plain:
            return [article(DocumentReader.text(decoded.text, context: context), published)]
        }
    }

    private static let feedRoots: Set<String> = ["rss", "rdf", "feed", "channel"]

    private static func items(
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

    private static func article(_ document: Document, _ published: PartialDate?) -> Article {
        Article(
            title: document.title, paragraphs: document.paragraphs,
            published: published ?? document.published.date(offset: 3_600))
    }
}
