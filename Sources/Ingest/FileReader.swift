import ClimateModel

/// Reads any file that Utkik imports: what it is is found from what it holds.
public enum FileReader {
    /// What `bytes` say.
    ///
    /// A pure function: the same bytes and context give the same answer. It throws all problems of the file at once; then
    /// nothing of the file is to be used.
    ///
    /// - Complexity: O(*n*) in the length of the file.
    public static func read(
        _ bytes: [UInt8], context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        try parsed(bytes, context).understood(by: context.municipalities.articles)
    }

    private static func parsed(
        _ bytes: [UInt8], _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        guard bytes.count <= Limits.fileSize else { throw ImportFailure(.fileTooLarge) }
        if WorkbookReader.recognises(bytes) {
            try require(context, [.ranking, .indicator, .projects])
            return try WorkbookReader.read(bytes, context)
        }
        if let message = Signature.message(for: bytes) { throw ImportFailure(message) }
        let isMail =
            context.source?.settings.kind == .newsletter || context.fileExtension == "eml"
        if let mail = MailForm(bytes, isExpected: isMail) {
            return try readMail(bytes, mail, context)
        }
        let decoded = try DecodedText(bytes, charset: context.source?.charset)
        switch TextForm(decoded.utf8) {
        case .empty: throw ImportFailure(.emptyFile)
        case .markup: return try readMarkup(decoded, context)
        case .json: return try readJSON(decoded, context)
        case .plain: return try readPlain(decoded, context)
        }
    }

    private static func readMail(
        _ bytes: [UInt8], _ form: MailForm, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        try require(context, [.news])
        return try reading(as: .news) { () throws(ImportFailure) in
            try MailReader.read(bytes, form, context: context)
        }
    }

    // MARK: XML

    private static func readMarkup(
        _ decoded: DecodedText, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        let root = MarkupRoot.name(of: decoded.utf8)
        let type: ContentType = root == "opml" ? .sources : .news
        try require(context, [type])
        if isPage(root, context) { return try readPage(decoded, context) }
        return try reading(as: type) { () throws(ImportFailure) in
            let bytes = try repaired(decoded.utf8)
            if type == .sources {
                return try SourceList.read(bytes, encoding: decoded.encoding, context: context)
            }
            let feed = try feed(bytes, context)
            return try NewsReader.read(feed, encoding: decoded.encoding, context: context)
        }
    }

    /// Elements that HTML begins with, whole or in part.
    private static let pageRoots: Set<String> = [
        "html", "head", "body", "main", "article", "section", "div", "p", "h1", "h2", "table",
        "meta",
        "title", "script", "link", "style", "header",
    ]

    private static func isPage(_ root: String, _ context: ImportContext) -> Bool {
        let isToBe =
            context.source?.settings.kind == .document
            || ["html", "htm", "xhtml"].contains(context.fileExtension)
        return pageRoots.contains(root) || isToBe && !feedRoots.contains(root)
    }

    private static let feedRoots: Set<String> = ["rss", "rdf", "feed", "channel", "opml"]

    /// Of a source that should be a feed, a page is no more than where its feeds are named.
    private static func readPage(
        _ decoded: DecodedText, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        try reading(as: .news) { () throws(ImportFailure) in
            let document = try DocumentReader.page(decoded.text, context: context)
            if context.source?.settings.kind == .feed, document.feedLinks.isEmpty {
                throw ImportFailure(.webPage)
            }
            return try DocumentReader.imported(
                document, encoding: decoded.encoding, context: context)
        }
    }

    private static func repaired(_ text: [UInt8]) throws(ImportFailure) -> [UInt8] {
        do throws(Problem) {
            return try XMLRepair.repair(text)
        } catch {
            throw ImportFailure(error)
        }
    }

    private static func feed(
        _ bytes: [UInt8], _ context: ImportContext
    ) throws(ImportFailure) -> RawFeed {
        let builder = XMLFeedBuilder(address: context.source?.base)
        do throws(Problem) {
            try XMLEvents.parse(bytes, into: builder) { context.progress($0 / 2) }
            if let problem = builder.problem { throw problem }
        } catch {
            throw ImportFailure(error)
        }
        guard ["rss", "RDF", "feed", "channel"].contains(builder.root) else {
            throw ImportFailure(.unknownXML(builder.root))
        }
        return builder.feed
    }

    // MARK: JSON

    private static func readJSON(
        _ decoded: DecodedText, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        let root = try tree { () throws(Problem) in try JSONTree.read(decoded.utf8) }
        let isFeed = context.options.type.map { $0 == .news } ?? JSONFeed.recognises(root, context)
        if isFeed {
            return try reading(as: .news) { () throws(ImportFailure) in
                try NewsReader.read(
                    try JSONFeed.read(root, address: context.source?.base),
                    encoding: decoded.encoding, context: context)
            }
        }
        try require(context, [.projects])
        return try projects(root, "JSON", decoded, context)
    }

    // MARK: Tables and YAML

    private static func readPlain(
        _ decoded: DecodedText, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        if isDocument(context) { return try readText(decoded, context) }
        try require(context, [.ranking, .indicator, .projects])
        let bytes = decoded.utf8
        let delimiter = Delimiter(bytes)
        if let delimiter, let content = try content(bytes, delimiter, context) {
            return try table(bytes, delimiter, as: content, decoded, context)
        }
        let wanted = TableReader.wanted(context)
        let mayBeText = context.fileExtension == "txt" && wanted == nil
        if wanted != .figures,
            TextForm.looksLikeYAML(decoded.text) && !mayBeText
                || (wanted == .projects && delimiter == nil)
        {
            let root = try tree { () throws(Problem) in try YAMLTree.read(decoded.text) }
            return try projects(root, "YAML", decoded, context)
        }
        if mayBeText, delimiter?.isRegular != true { return try readText(decoded, context) }
        guard let delimiter, delimiter.isRegular || wanted != nil else {
            throw ImportFailure(wanted == nil ? .unknownContent : .noFigureHeading)
        }
        return try table(
            bytes, delimiter, as: TableReader.fallback(context), decoded, context)
    }

    /// Whether the user, the source or the file's name says that plain text is a document.
    private static func isDocument(_ context: ImportContext) -> Bool {
        let isTable = ["csv", "tsv", "yaml", "yml"].contains(context.fileExtension)
        return context.source?.settings.kind == .document
            || context.options.type == .news && !isTable
            || ["md", "markdown"].contains(context.fileExtension) && context.options.type == nil
    }

    private static func readText(
        _ decoded: DecodedText, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        try reading(as: .news) { () throws(ImportFailure) in
            try DocumentReader.imported(
                DocumentReader.text(decoded.text, context: context), encoding: decoded.encoding,
                context: context)
        }
    }

    private static func content(
        _ bytes: [UInt8], _ delimiter: Delimiter, _ context: ImportContext
    ) throws(ImportFailure) -> TableReader.Content? {
        do throws(Problem) {
            let rows = HeadedRows(
                DelimitedReader(bytes, delimiter), headingRow: context.mapping.headingRow)
            return try TableReader.content(of: rows.head, context)
        } catch {
            throw ImportFailure(error)
        }
    }

    private static func table(
        _ bytes: [UInt8], _ delimiter: Delimiter, as content: TableReader.Content,
        _ decoded: DecodedText, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        var rows = HeadedRows(
            DelimitedReader(bytes, delimiter), headingRow: context.mapping.headingRow)
        let form = TableForm(
            name: delimiter.formatName, encoding: decoded.encoding,
            isPartedByCommas: delimiter.byte == UInt8(ascii: ","))
        return try TableReader.read(&rows, as: content, form, context)
    }

    private static func projects(
        _ root: Tree, _ format: String, _ decoded: DecodedText, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        guard TableReader.wanted(context) == .projects || ProjectFile.recognises(root, context)
        else {
            throw ImportFailure(
                Problem(line: root.line, column: root.column, message: .unknownTree(format)))
        }
        return try reading(as: .projects) { () throws(ImportFailure) in
            try ProjectFile.read(
                root, format: format, encoding: decoded.encoding, context: context)
        }
    }

    /// Lets a failure tell what the file was taken for.
    private static func reading(
        as type: ContentType, _ read: () throws(ImportFailure) -> ImportedFile
    ) throws(ImportFailure) -> ImportedFile {
        do throws(ImportFailure) {
            return try read()
        } catch {
            throw error.reading(as: type)
        }
    }

    private static func tree(
        _ read: () throws(Problem) -> Tree
    ) throws(ImportFailure) -> Tree {
        do throws(Problem) {
            return try read()
        } catch {
            throw ImportFailure(error)
        }
    }

    /// Throws if the user wants the file read as something that its form can't be.
    private static func require(
        _ context: ImportContext, _ possible: [ContentType]
    ) throws(ImportFailure) {
        guard let wanted = context.options.type, !possible.contains(wanted) else { return }
        throw ImportFailure(.otherType(wanted, possible))
    }
}

extension Phrase {
    static let webPage = Phrase(
        sv:
            "det är en webbsida som inte namnger något flöde: ange flödets egen adress (RSS eller Atom)",
        en: "this is a web page that names no feed: give the feed's own address (RSS or Atom)")

    static func unknownXML(_ root: String) -> Phrase {
        let root = Problem.shown(root)
        return Phrase(
            sv: "okänd XML (<\(root)>): väntade RSS, Atom eller OPML",
            en: "unknown XML (<\(root)>): expected RSS, Atom or OPML")
    }

    static func unknownTree(_ format: String) -> Phrase {
        Phrase(
            sv:
                "okänt innehåll i \(format): väntade projekt (med titel och kommun) eller JSON Feed",
            en:
                "unknown content in \(format): expected projects (with title and municipality) or JSON Feed"
        )
    }

    static func otherType(_ wanted: ContentType, _ possible: [ContentType]) -> Phrase {
        func list(_ language: Language) -> String {
            possible.map { $0.name(language) }.joined(separator: ", ")
        }
        return Phrase(
            sv: "filen kan inte läsas som \(wanted.name.sv): den har formen av \(list(.swedish))",
            en: "the file can't be read as \(wanted.name.en): it has the form of \(list(.english))")
    }
}
