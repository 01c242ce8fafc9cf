import ClimateModel

/// Makes news of what a feed says.
struct NewsReader {
    private let feed: RawFeed
    private let context: ImportContext
    private let source: Source.ID
    private let language: Language
    private let linker: MunicipalityLinker
    private let kind: NewsItem.Kind
    private var skipped = 0
    private var undated = 0

    /// - Complexity: O(*n*) in the length of the feed.
    static func read(
        _ feed: RawFeed, encoding: TextEncoding, context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        guard !feed.items.isEmpty else { throw ImportFailure(.emptyFeed) }
        var reader = NewsReader(feed, context)
        var problems = ProblemList()
        var news: [NewsItem] = []
        var seen: [String: Int] = [:]
        let shared = reader.sharedIDs()
        for (index, raw) in feed.items.enumerated() {
            do throws(Problem) {
                guard let item = try reader.item(raw, sharedIDs: shared) else { continue }
                if let first = seen[item.identity] {
                    news[first] = Self.later(news[first], item)
                } else {
                    seen[item.identity] = news.count
                    news.append(item)
                }
            } catch {
                problems.add(error)
            }
            if index % 64 == 0 { context.progress(Double(index) / Double(feed.items.count)) }
        }
        try problems.check()
        return reader.finished(news, encoding)
    }

    private init(_ feed: RawFeed, _ context: ImportContext) {
        self.feed = feed
        self.context = context
        let address =
            feed.selfLink ?? feed.link ?? feed.id.flatMap { LinkAddress.isAllowed($0) ? $0 : nil }
        source =
            context.source?.id ?? address.map { .feed(address: $0) } ?? .imported(.news, context)
        language = Language(tag: feed.language) ?? Self.language(of: feed)
        linker = MunicipalityLinker(context.municipalities, feed: feed)
        kind = NewsKind.guess(feed)
    }

    /// By the first items, where the feed doesn't tell.
    private static func language(of feed: RawFeed) -> Language {
        let texts = feed.items.prefix(8).flatMap { item in
            [item.title, item.summary ?? item.content].compactMap { $0?.text.prefix(500) }
        }
        return Language(of: texts.joined(separator: " "))
    }

    private func finished(_ news: [NewsItem], _ encoding: TextEncoding) -> ImportedFile {
        let title = feed.title.isEmpty ? context.source?.title ?? "" : feed.title
        let record = Source(
            id: source, kind: .feed,
            title: context.source?.settings.title
                ?? (title.isEmpty ? CleanText.line(context.fileName) : title),
            address: context.source?.settings.address ?? feed.selfLink ?? context.address,
            lastSuccess: context.now)
        var notes: [Phrase] = []
        if undated > 0 { notes.append(.undatedItems(undated)) }
        if skipped > 0 { notes.append(.emptyItems(skipped)) }
        return ImportedFile(
            type: .news, format: feed.format, encoding: encoding,
            batch: ContentBatch(sources: [record], news: news), records: news.count,
            title: feed.title.isEmpty ? nil : Phrase(same: Problem.shown(feed.title)), notes: notes)
    }

    /// Of two with the same identity, the one that was changed last.
    private static func later(_ first: NewsItem, _ second: NewsItem) -> NewsItem {
        (second.updated ?? second.published.sortKey) > (first.updated ?? first.published.sortKey)
            ? second : first
    }

    /// Ids that a feed gives to several items with different links: they identify nothing.
    private func sharedIDs() -> Set<String> {
        var links: [String: String] = [:]
        var shared: Set<String> = []
        for item in feed.items {
            guard let id = item.id, let link = item.link else { continue }
            if let other = links[id], other != link { shared.insert(id) }
            links[id] = link
        }
        return shared
    }

    // MARK: One item

    private mutating func item(
        _ raw: RawItem, sharedIDs: Set<String>
    ) throws(Problem) -> NewsItem? {
        var body = try structured(raw.content, raw)
        if body == nil { body = try structured(raw.summary, raw) }
        let title = title(of: raw, body)
        guard !title.isEmpty else {
            skipped += 1
            return nil
        }
        let summary = raw.content == nil ? "" : raw.summary.map { line($0) } ?? ""
        appendPictures(of: raw, title, to: &body)
        appendEnclosures(of: raw, to: &body)
        let published = raw.published.map { DateText.published($0) } ?? .unknown
        let updated = raw.updated.map { DateText.published($0) }
        let date = published == .unknown ? updated ?? .unknown : published
        if date == .unknown { undated += 1 }
        let author = raw.author.map { $0.shortened(to: Limits.titleLength) }
        return NewsItem(
            identity: identity(of: raw, title, body, sharedIDs: sharedIDs),
            kind: NewsKind.guess(raw) ?? kind, title: LocalizedText(title, in: language),
            body: LocalizedBody(body, in: language),
            summary: summary.isEmpty || summary == title
                ? LocalizedText() : LocalizedText(summary.shortened(to: 600), in: language),
            author: author, link: raw.link, published: date,
            updated: updated.flatMap { if case .moment(let moment) = $0 { moment } else { nil } },
            municipalities: context.withOwn(linker.municipalities(of: raw)),
            provenance: Provenance(
                source: source,
                publisher: context.toldPublisher ?? raw.publisher
                    ?? (feed.title.isEmpty ? CleanText.line(context.stem) : feed.title),
                fetched: context.now))
    }

    private func structured(_ raw: RawText?, _ item: RawItem) throws(Problem) -> StructuredText? {
        guard let raw else { return nil }
        let base = item.base ?? item.link ?? feed.link ?? context.source?.base
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
            RelativeLink.resolve($0, base: raw.base ?? raw.link ?? feed.link)
        }.filter { $0 != raw.link }
        for link in links {
            let name = link.prefix { $0 != "?" }.split(separator: "/").last.map(String.init) ?? link
            body = body ?? StructuredText()
            body?.blocks.append(.paragraph([.link(text: name, address: link)]))
        }
    }

    /// Its id, else its link without campaign parameters, else a hash of what it says.
    ///
    /// An id that is no address may be used by other feeds for other items, so the source is put before it.
    private func identity(
        of raw: RawItem, _ title: String, _ body: StructuredText?, sharedIDs: Set<String>
    ) -> String {
        if let id = raw.id, !id.isEmpty, !sharedIDs.contains(id) {
            if id.hasPrefix("http://") || id.hasPrefix("https://") {
                return RelativeLink.identity(of: id)
            }
            return id.contains(":") ? id : "\(source.rawValue):\(id)"
        }
        if let link = raw.link { return RelativeLink.identity(of: link) }
        let content = [title, raw.published ?? "", body?.plain ?? ""].joined(separator: "\n")
        let hash = NewsItem.ID(identity: content).rawValue
        return "\(source.rawValue):\(String(hash, radix: 36))"
    }
}

extension Phrase {
    static let emptyFeed = Phrase(
        sv: "flödet har inga nyheter", en: "the feed has no items")
    static let bodyTooLarge = Phrase(
        sv: "nyhetens text är för stor eller för djupt nästlad",
        en: "the item's text is too large or too deeply nested")

    static func undatedItems(_ count: Int) -> Phrase {
        Phrase(
            sv: count == 1 ? "1 nyhet saknar datum" : "\(count) nyheter saknar datum",
            en: count == 1 ? "1 item has no date" : "\(count) items have no date")
    }

    static func emptyItems(_ count: Int) -> Phrase {
        Phrase(
            sv: count == 1
                ? "1 nyhet utan innehåll hoppades över"
                : "\(count) nyheter utan innehåll hoppades över",
            en: count == 1 ? "1 empty item skipped" : "\(count) empty items skipped")
    }
}
