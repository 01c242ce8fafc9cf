import ClimateModel

/// A text to be understood: a news item, a newsletter, a document.
public struct Article: Hashable, Sendable {
    /// The headline; "" where it has none.
    public var title: String
    /// Paragraphs, headings and list items in reading order.
    public var paragraphs: [String]
    /// When it was published; years that the text leaves out and days ahead are reckoned from it.
    public var published: PartialDate?
    /// Those that publish it or that it is known to be about: what "kommunen" and "vi" stand for until the text names one.
    public var municipalities: [MunicipalityCode]

    /// Takes the text as it is; what is left out is not known.
    public init(
        title: String = "", paragraphs: [String], published: PartialDate? = nil,
        municipalities: [MunicipalityCode] = []
    ) {
        self.title = title
        self.paragraphs = paragraphs
        self.published = published
        self.municipalities = municipalities
    }

    /// The item's title, summary and body, in Swedish where it has both languages.
    public init(_ item: NewsItem) {
        let body = item.body.text(in: .swedish).paragraphs
        let summary = item.summary.text(in: .swedish)
        self.init(
            title: item.title.text(in: .swedish),
            paragraphs: summary.isEmpty ? body : [summary] + body,
            published: item.published.date(offset: 3_600), municipalities: item.municipalities)
    }

    /// The title and the paragraphs, one after the other.
    var parts: [String] { ([title] + paragraphs).filter { !$0.isEmpty } }

    /// Parts apart by blank lines, which end sentences.
    static func text(of parts: some Sequence<String>) -> String {
        CleanText.block(parts.joined(separator: "\n\n"))
    }
}

/// What a text was understood to say.
public struct ArticleFindings: Hashable, Sendable {
    /// The municipalities it names for certain, in order of their first mention.
    public var municipalities: [MunicipalityCode] = []
    /// What it says about places in rankings: at most the first 400.
    public var claims: [RankingClaim] = []
    /// In order of date.
    public var agenda: [AgendaEntry] = []
    /// How many elements of patterns were compared, which bounds the work done.
    public var steps = 0
}

/// Understands Swedish and English texts about municipalities: whom they name, which places in rankings they claim, and what
/// they say will happen.
///
/// A small grammar over words, no model of the language: it is made to be right in what it says rather than to say much. A
/// sentence that it can't read for certain gives nothing.
public struct ArticleReader: Sendable {
    private let gazetteer: Gazetteer
    private let mentions: MentionFinder
    private let quick: QuickLook

    /// - Complexity: O(*n*) in the number of municipalities.
    public init(_ gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        mentions = MentionFinder(gazetteer)
        quick = QuickLook(names: mentions.firstWords)
    }

    /// Reads only the paragraphs that can say something: what one says depends on the others only where a ranking is
    /// claimed.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public func read(_ article: Article) -> ArticleFindings {
        let parts = article.parts
        let found = quick.look(at: parts)
        if found.claims { return readAll(article) }
        let hasDates = article.published != nil && found.hasDate
        let wanted = parts.indices.filter { index in
            let seen = found.paragraphs[index]
            return seen.contains(.name) || hasDates && seen.canTellDate
        }
        guard !wanted.isEmpty else { return ArticleFindings() }
        let prose = Prose(Article.text(of: wanted.lazy.map { parts[$0] }))
        let mentions = mentions.mentions(in: prose)
        return ArticleFindings(
            municipalities: Self.distinct(
                mentions.lazy.compactMap { $0.isCertain ? $0.code : nil }),
            agenda: hasDates ? AgendaReader(article).entries(in: prose, mentions) : [])
    }

    /// The municipalities that a short text names for certain: a feed's title, an author.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    func named(in text: String) -> [MunicipalityCode] {
        let text = String(text.prefix(1_000))
        guard quick.look(at: [text]).hasName else { return [] }
        return Self.distinct(mentions.mentions(in: text).map(\.municipality))
    }

    /// Reads every sentence.
    func readAll(_ article: Article) -> ArticleFindings {
        let prose = Prose(Article.text(of: article.parts))
        let found = mentions.mentions(in: prose)
        var claims = ClaimReader(article, gazetteer)
        claims.read(prose, found)
        // A name in doubt that a claim is about was proven by it.
        let codes =
            found.compactMap { $0.isCertain ? $0.code : nil } + claims.claims.map(\.municipality)
        return ArticleFindings(
            municipalities: Self.distinct(codes), claims: claims.claims,
            agenda: AgendaReader(article).entries(in: prose, found), steps: claims.steps)
    }

    private static func distinct(_ codes: some Sequence<MunicipalityCode>) -> [MunicipalityCode] {
        var seen: Set<MunicipalityCode> = []
        return codes.filter { seen.insert($0).inserted }
    }
}
