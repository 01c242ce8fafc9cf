import ClimateModel

/// Takes a page apart into what it says and what it says of itself.
struct PageReader {
    private let page: HTMLElement
    private let facts: PageFacts
    private let base: String?
    private let dateline: Dateline

    /// - Parameters:
    ///   - base: where the page was fetched from.
    ///   - dateline: what finds the date that it shows.
    init(_ page: HTMLElement, base: String?, dateline: Dateline) {
        self.page = page
        self.dateline = dateline
        facts = PageFacts(page)
        let own = page.first("base")?.attributes["href"]
        self.base = own.flatMap { RelativeLink.resolve($0, base: base) } ?? base
    }

    /// - Complexity: O(*n*).
    func document() -> Document {
        var document = Document(format: "HTML")
        document.feedLinks = FeedDiscovery.links(in: page, base: base)
        let outline = dateline.marked(in: page.structured(base: nil).paragraphs)
        let headings = mainHeadings(in: page)
        let main = MainText.find(in: page)
        let blocks = main.structured(base: base).blocks
        document.title = title(main, headings).shortened(to: Limits.titleLength)
        document.body = StructuredText(PageBlocks.cleaned(blocks, title: document.title))
        document.published =
            published(in: StructuredText(blocks).paragraphs, main)
            ?? outline.map { .date($0) } ?? .unknown
        document.updated = facts.updated.flatMap { text in
            if case .moment(let moment) = DateText.published(text) { moment } else { nil }
        }
        document.publisher = facts.site ?? Self.suffix(of: facts.title, without: document.title)
        document.author = facts.author?.shortened(to: 200)
        document.link = ownAddress()
        document.language =
            Language(tag: facts.language) ?? Language(of: document.body.plain)
        let summary = facts.summary.shortened(to: 600)
        let start = CleanText.line(document.body.plain.prefix(1_000))
        if summary != document.title, !start.hasPrefix(summary.trimming("….")) {
            document.summary = summary
        }
        return document
    }

    // MARK: Title

    private func mainHeadings(in page: HTMLElement) -> [String] {
        var found: [String] = []
        page.visit { if $0.name == "h1", found.count < 20 { found.append($0.text) } }
        return found
    }

    /// The heading of the text, where it is no name of the site; else what the page calls itself.
    private func title(_ main: HTMLElement, _ headings: [String]) -> String {
        let named = [facts.shownTitle, facts.title].map { $0.lowercased() }
        func isTitle(_ text: String) -> Bool {
            !text.isEmpty && text.count <= 300 && text.lowercased() != facts.site?.lowercased()
        }
        let own = mainHeadings(in: main).filter(isTitle)
        let all = headings.filter(isTitle)
        let told = (own + all).first { heading in
            heading.count >= 3 && named.contains { $0.contains(heading.lowercased()) }
        }
        if let title = told ?? own.first { return title }
        for text in [facts.shownTitle, facts.headline] where !text.isEmpty {
            return withoutSite(text)
        }
        return withoutSite(facts.title.isEmpty ? all.first ?? "" : facts.title)
    }

    private static let separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " • ", " · "]

    /// "Kommunen klättrar | Kristinehamns kommun" without the site's name.
    private func withoutSite(_ title: String) -> String {
        guard let (rest, last) = Self.split(title), rest.count >= 3 else { return title }
        let host = base.flatMap { RelativeLink.host(of: $0) }?.split(separator: ".").first
        let folded = SearchKey.fold(last).filter { $0.isLetter }
        let isSite =
            last.lowercased() == facts.site?.lowercased()
            || host.map { folded.contains($0) } ?? false
            || facts.site == nil && (title.contains(" | ") || last.lowercased().hasASCII("kommun"))
        return isSite ? rest : title
    }

    private static func split(_ title: String) -> (rest: String, last: String)? {
        let places = separators.compactMap { separator in
            title.ranges(of: separator).last
        }
        guard let place = places.max(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
        return (
            CleanText.line(title[..<place.lowerBound]), CleanText.line(title[place.upperBound...])
        )
    }

    /// The site's name as it stands after the title in the name of the window.
    private static func suffix(of whole: String, without title: String) -> String? {
        guard let (rest, last) = split(whole), !last.isEmpty, last.count <= 60,
            rest == title || rest.hasPrefix(title)
        else { return nil }
        return last
    }

    // MARK: Date and address

    /// The time that the page gives for machines, else the one that it shows.
    private func published(in paragraphs: [String], _ main: HTMLElement) -> PublicationDate? {
        let time = main.first { $0.name == "time" && $0.attributes["datetime"] != nil }
        if let told = facts.published ?? time?.attributes["datetime"] {
            let date = DateText.published(told)
            if facts.published != nil, date != .unknown { return date }
            // A time to come in the text is when something takes place.
            let isEvents =
                dateline.isToCome(date)
                || EventLines(paragraphs).contains(firstWith: time?.text ?? "")
            if date != .unknown, !isEvents { return date }
        }
        return dateline.date(in: paragraphs).map { .date($0) }
    }

    /// The address that the page gives as its own, if it is on the site that it was fetched from.
    private func ownAddress() -> String? {
        guard let told = facts.address.flatMap({ RelativeLink.resolve($0, base: base) }),
            told.lowercased().hasPrefix("http")
        else { return base }
        guard let base else { return told }
        return RelativeLink.host(of: told) == RelativeLink.host(of: base) ? told : base
    }
}
