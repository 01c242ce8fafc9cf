import ClimateModel

/// Makes news of mail: one item of each message.
struct MailReader {
    private let context: ImportContext
    private let source: Source.ID
    private var news: [NewsItem] = []
    private var places: [String: Int] = [:]
    private var linkers: [String: MunicipalityLinker] = [:]
    private var empty = 0
    private var tooLarge = 0
    private var undated = 0

    /// - Throws: `ImportFailure` for what is no mail, has no text, or is over the limits.
    /// - Complexity: O(*n*).
    static func read(
        _ bytes: [UInt8], _ form: MailForm, context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        var reader = MailReader(context)
        var unread = 0
        do throws(Problem) {
            unread = try MailParser.forEach(bytes, form, progress: context.progress) { mail in
                reader.add(mail)
            }
        } catch {
            throw ImportFailure(error)
        }
        return try reader.finished(form, unread: unread)
    }

    private init(_ context: ImportContext) {
        self.context = context
        source = context.source?.id ?? .imported(.news, context)
    }

    private func finished(
        _ form: MailForm, unread: Int
    ) throws(ImportFailure) -> ImportedFile {
        guard !news.isEmpty else {
            throw ImportFailure(
                tooLarge > 0 ? .bodyTooLarge : unread > 0 ? .mailUnreadable : .emptyMail)
        }
        let publishers = Set(news.map(\.provenance.publisher))
        let own = publishers.count == 1 ? publishers.first : nil
        let title =
            context.source?.settings.title ?? context.source?.title ?? own
            ?? CleanText.line(context.fileName)
        let record = Source(
            id: source, kind: .newsletter, title: title,
            address: context.source?.settings.address ?? context.address, lastSuccess: context.now)
        var notes: [Phrase] = []
        if undated > 0 { notes.append(.undatedItems(undated)) }
        if empty > 0 { notes.append(.emptyItems(empty)) }
        if tooLarge > 0 { notes.append(.largeMails(tooLarge)) }
        return ImportedFile(
            type: .news, format: form == .mailbox ? "mbox" : "eml", encoding: .utf8,
            batch: ContentBatch(sources: [record], news: news), records: news.count,
            title: Phrase(same: Problem.shown(title)), notes: notes)
    }

    // MARK: One message

    private mutating func add(_ mail: Mail) {
        if mail.isTooLarge, mail.texts.isEmpty {
            tooLarge += 1
            return
        }
        guard let (text, language) = content(of: mail) else {
            tooLarge += 1
            return
        }
        let start = CleanText.line(text.body.plain.prefix(400))
        let title = mail.subject.isEmpty ? start.shortened(to: 80) : mail.subject
        guard !title.isEmpty, !text.body.isEmpty else {
            empty += 1
            return
        }
        let item = item(mail, text, title.shortened(to: Limits.titleLength), language)
        if item.published == .unknown { undated += 1 }
        if let place = places[item.identity] {
            news[place] = item
        } else {
            places[item.identity] = news.count
            news.append(item)
        }
    }

    /// Nil for a text over the limits.
    private func content(of mail: Mail) -> (NewsletterText, Language)? {
        var blocks: [StructuredText.Block] = []
        var tag: String?
        for text in mail.texts {
            if text.isHTML {
                guard let page = NewsletterPage.blocks(text.text) else { return nil }
                blocks += page.blocks
                tag = tag ?? page.language
            } else {
                blocks += PlainMail.blocks(text)
            }
        }
        var text = NewsletterText(blocks, title: mail.subject)
        let language =
            Language(tag: tag) ?? Language(tag: mail.language) ?? Language(of: text.body.plain)
        if !mail.attachments.isEmpty {
            let names = mail.attachments.joined(separator: ", ")
            text.body.blocks.append(.paragraph([.text(Phrase.attachments(names)(language))]))
        }
        return (text, language)
    }

    private mutating func item(
        _ mail: Mail, _ text: NewsletterText, _ title: String, _ language: Language
    ) -> NewsItem {
        let publisher =
            context.source?.settings.publisher
            ?? (mail.sender.isEmpty ? context.unknownPublisher : mail.sender)
        let feed = RawFeed(
            title: publisher, link: mail.host.map { "https://" + $0 })
        let key = publisher + "\n" + (mail.host ?? "")
        let linker = linkers[key] ?? MunicipalityLinker(context.municipalities, feed: feed)
        linkers[key] = linker
        var raw = RawItem()
        raw.link = text.link
        let published = mail.date.map { DateText.published($0) } ?? .unknown
        return NewsItem(
            identity: identity(of: mail, title, text.body), kind: .newsletter,
            title: LocalizedText(title, in: language), body: LocalizedBody(text.body, in: language),
            author: mail.sender.isEmpty || mail.sender == publisher ? nil : mail.sender,
            link: text.link, published: published,
            municipalities: context.withOwn(linker.municipalities(of: raw)),
            provenance: Provenance(source: source, publisher: publisher, fetched: context.now))
    }

    /// Its Message-ID (as RFC 2392 writes it), else a hash of what it says: the same message through two mailboxes is
    /// one item.
    private func identity(of mail: Mail, _ title: String, _ body: StructuredText) -> String {
        if let id = mail.messageID { return "mid:" + id }
        let content = [mail.sender, mail.date ?? "", title, body.plain].joined(separator: "\n")
        let hash = NewsItem.ID(identity: content).rawValue
        return "\(source.rawValue):\(String(hash, radix: 36))"
    }
}

extension ImportContext {
    /// The municipality that the user says the source is about, then `found`.
    func withOwn(_ found: [MunicipalityCode]) -> [MunicipalityCode] {
        guard let own = source?.settings.municipality else { return found }
        return [own] + found.filter { $0 != own }
    }
}

extension String {
    /// Cut to `length` characters, the last of which is then "…".
    func shortened(to length: Int) -> String {
        count > length ? prefix(length - 1) + "…" : self
    }
}

extension Phrase {
    static let emptyMail = Phrase(
        sv: "brevet har ingen text som kan läsas", en: "the message has no text that can be read")

    static func largeMails(_ count: Int) -> Phrase {
        Phrase(
            sv: count == 1
                ? "1 brev är för stort och hoppades över"
                : "\(count) brev är för stora och hoppades över",
            en: count == 1
                ? "1 message is too large and was skipped"
                : "\(count) messages are too large and were skipped")
    }

    static func attachments(_ names: String) -> Phrase {
        Phrase(sv: "Bilagor: \(names)", en: "Attachments: \(names)")
    }
}
