import ClimateModel

/// Makes a news item of what a feed says of it. The items of one feed may be read on several threads.
struct NewsItemReader: Sendable {
    /// What the items are filed under.
    let source: Source.ID
    private let kind: NewsItem.Kind
    private let language: Language
    private let linker: MunicipalityLinker
    private let sharedIDs: Set<String>
    private let own: [MunicipalityCode]
    private let toldPublisher: String?
    /// What stands for a publisher that nobody tells.
    private let feedName: String
    private let feedLink: String?
    /// Where the feed was read.
    private let base: String?
    private let now: Timestamp

    /// - Complexity: O(*n*) in the number of items.
    init(_ feed: RawFeed, _ context: ImportContext) {
        let address =
            feed.selfLink ?? feed.link ?? feed.id.flatMap { LinkAddress.isAllowed($0) ? $0 : nil }
        source =
            context.source?.id ?? address.map { .feed(address: $0) } ?? .imported(.news, context)
        kind = NewsKind.guess(feed)
        language = Language(tag: feed.language) ?? Self.language(of: feed)
        linker = MunicipalityLinker(context.municipalities, feed: feed)
        sharedIDs = Self.sharedIDs(feed)
        own = context.withOwn([])
        toldPublisher = context.toldPublisher
        feedName = feed.title.isEmpty ? CleanText.line(context.stem) : feed.title
        feedLink = feed.link
        base = context.source?.base
        now = context.now
    }

    /// By the first items, where the feed doesn't tell.
    private static func language(of feed: RawFeed) -> Language {
        let texts = feed.items.prefix(4).flatMap { item in
            [item.title, item.summary ?? item.content].compactMap { $0?.text.prefix(300) }
        }
        return Language(of: texts.joined(separator: " "))
    }

    /// Ids that a feed gives to several items with different links: they identify nothing.
    private static func sharedIDs(_ feed: RawFeed) -> Set<String> {
        var links: [String: String] = [:]
        var shared: Set<String> = []
        for item in feed.items {
            guard let id = item.id, let link = item.link else { continue }
            if let other = links[id], other != link { shared.insert(id) }
            links[id] = link
        }
        return shared
    }

    /// Nil for one that says nothing.
    func item(_ raw: RawItem) throws(Problem) -> NewsItem? {
        var body = try structured(raw.content, raw)
        if body == nil { body = try structured(raw.summary, raw) }
        let title = title(of: raw, body)
        guard !title.isEmpty else { return nil }
        let summary = raw.content == nil ? "" : raw.summary.map { line($0) } ?? ""
        appendPictures(of: raw, title, to: &body)
        appendEnclosures(of: raw, to: &body)
        let published = raw.published.map { DateText.published($0) } ?? .unknown
        let updated = raw.updated.map { DateText.published($0) }
        let date = published == .unknown ? updated ?? .unknown : published
        let author = raw.author.map { $0.shortened(to: Limits.titleLength) }
        return NewsItem(
            identity: identity(of: raw, title, body),
            kind: NewsKind.guess(raw) ?? kind, title: LocalizedText(title, in: language),
            body: LocalizedBody(body, in: language),
            summary: summary.isEmpty || summary == title
                ? LocalizedText() : LocalizedText(summary.shortened(to: 600), in: language),
            author: author, link: raw.link, published: date,
            updated: updated.flatMap { if case .moment(let moment) = $0 { moment } else { nil } },
            municipalities: own + linker.municipalities(of: raw).filter { !own.contains($0) },
            provenance: Provenance(
                source: source,
                publisher: toldPublisher ?? raw.publisher ?? feedName, fetched: now))
    }

    private func structured(_ raw: RawText?, _ item: RawItem) throws(Problem) -> StructuredText? {
        guard let raw else { return nil }
        let base = item.base ?? item.link ?? feedLink ?? base
        let text =
            raw.isHTML
            ? HTMLText.structured(raw.text, base: base) : HTMLText.paragraphs(raw.text)
        guard let text else { throw Problem(line: item.line, message: .bodyTooLarge) }
        return text.isEmpty ? nil : text
    }

    private func line(_ raw: RawText) -> String {
        raw.isHTML ? HTMLText.line(raw.text) : CleanText.line(raw.text)
    }

    /// Its title, else the beginning of its text, else its address.
    private func title(of raw: RawItem, _ body: StructuredText?) -> String {
        let title = raw.title.map { line($0) } ?? ""
        if !title.isEmpty { return title.shortened(to: Limits.titleLength) }
        let start = CleanText.line(body?.plain.prefix(400) ?? "")
        return start.isEmpty ? raw.link ?? "" : start.shortened(to: 80)
    }

    /// What pictures show that Media RSS adds, unless the text says it.
    private func appendPictures(
        of raw: RawItem, _ title: String, to body: inout StructuredText?
    ) {
        guard !raw.pictures.isEmpty else { return }
        let plain = body?.plain ?? ""
        var seen: Set<String> = [title]
        for text in raw.pictures.prefix(10) {
            guard let shown = Picture.description(["alt": text]), seen.insert(shown).inserted,
                !plain.contains(shown)
            else { continue }
            body = body ?? StructuredText()
            body?.blocks.append(.paragraph([.emphasis(shown)]))
        }
    }

    private func appendEnclosures(of raw: RawItem, to body: inout StructuredText?) {
        let links = raw.enclosures.prefix(20).compactMap {
            RelativeLink.resolve($0, base: raw.base ?? raw.link ?? feedLink)
        }.filter { $0 != raw.link }
        for link in links {
            let name = link.prefix { $0 != "?" }.split(separator: "/").last.map(String.init) ?? link
            body = body ?? StructuredText()
            body?.blocks.append(.paragraph([.link(text: name, address: link)]))
        }
    }

    /// Its id, else its link without campaign parameters, else a hash of what it says.
    ///
    /// Only addresses and ids that are made to be one of a kind are the same through every source; any other may be used by
    /// other feeds for other items ("nyhet:12"), so the source is put before it.
    private func identity(
        of raw: RawItem, _ title: String, _ body: StructuredText?
    ) -> String {
        if let id = raw.id, !id.isEmpty, !sharedIDs.contains(id) {
            if id.hasPrefix("http://") || id.hasPrefix("https://") {
                return RelativeLink.identity(of: id)
            }
            let isOneOfAKind = ["urn:uuid:", "tag:", "mid:"].contains { id.hasPrefix($0) }
            return isOneOfAKind ? id : "\(source.rawValue):\(id)"
        }
        if let link = raw.link { return RelativeLink.identity(of: link) }
        let content = [title, raw.published ?? "", body?.plain ?? ""].joined(separator: "\n")
        let hash = NewsItem.ID(identity: content).rawValue
        return "\(source.rawValue):\(String(hash, radix: 36))"
    }
}
