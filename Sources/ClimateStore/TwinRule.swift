import ClimateModel

/// Tells whether an item is the same publication as one from another source.
///
/// Made to join nothing that is not the same: "Kungörelse" comes again and again, and what one municipality publishes under a
/// headline another publishes too.
struct TwinRule {
    /// In seconds: a copy is published within two days, or at the same address.
    static let reach: Int64 = 2 * 86_400

    private let item: NewsItem
    private let text: ComparedText
    private let headline: Headline
    private let link: String?

    init(_ item: NewsItem) {
        self.item = item
        text = ComparedText(item)
        headline = Headline(item.title.swedish ?? item.title.english ?? "")
        link = item.link.flatMap(LinkKey.canonical)
    }

    /// - Parameter links: the addresses at which `other` is known.
    /// - Complexity: O(*k*) in the length of the texts.
    func isCopy(of other: NewsItem, links: [String?]) -> Bool {
        if !item.municipalities.isEmpty, !other.municipalities.isEmpty,
            Set(item.municipalities).isDisjoint(with: other.municipalities)
        {
            return false
        }
        let otherHeadline = Headline(other.title.swedish ?? other.title.english ?? "")
        let isSameHeadline = headline.hash.value == otherHeadline.hash.value
        let otherText = ComparedText(other)
        let addresses = Set(links.compactMap { $0.flatMap(LinkKey.canonical) })
        if let link, addresses.contains(link) {
            return isSameHeadline || text.isMostly(in: otherText)
                || isNear(other) && headlineText.isMostly(in: ComparedText(other.headlineText))
        }
        guard isSameHeadline, isNear(other) else { return false }
        if text.isTelling, otherText.isTelling {
            return headline.isDistinctive
                ? text.isMostly(in: otherText) : text.isWhollyIn(otherText)
        }
        return headline.isDistinctive && isOfSamePublisher(as: other)
            && !isOtherPageOfSite(addresses)
    }

    private var headlineText: ComparedText { ComparedText(item.headlineText) }

    private func isNear(_ other: NewsItem) -> Bool {
        let distance = item.published.sortKey.seconds - other.published.sortKey.seconds
        return abs(distance) <= Self.reach
    }

    /// Where the texts tell nothing, who publishes it must be the same, or whom it is about.
    private func isOfSamePublisher(as other: NewsItem) -> Bool {
        !Set(item.municipalities).isDisjoint(with: other.municipalities)
            || SearchKey.fold(item.provenance.publisher)
                == SearchKey.fold(other.provenance.publisher)
    }

    /// A site gives two things two addresses.
    private func isOtherPageOfSite(_ addresses: Set<String>) -> Bool {
        guard let host = link?.prefix(while: { $0 != "/" }) else { return false }
        return addresses.contains { $0.prefix { $0 != "/" } == host }
    }
}

extension NewsItem {
    fileprivate var headlineText: String { title.swedish ?? title.english ?? "" }
}

/// A text as it is compared with another: its words, folded.
private struct ComparedText {
    private var words: [Substring] = []

    init(_ item: NewsItem) {
        let body = item.body.text(in: .swedish).plain
        self.init(body.isEmpty ? item.summary.text(in: .swedish) : body)
    }

    init(_ text: String) {
        let folded = SearchKey.fold(text)
        words = folded.split { !$0.isLetter && !$0.isNumber }
    }

    /// Whether it has words enough to be told from others.
    var isTelling: Bool { words.count >= 12 }

    /// Whether nearly all of the shorter text's runs of three words are in the longer one, and all of its numbers.
    func isMostly(in other: ComparedText) -> Bool { share(in: other) >= 0.8 }

    /// Whether the shorter text is a part of the longer one, but for a word or two at its cut end.
    func isWhollyIn(_ other: ComparedText) -> Bool { share(in: other) >= 0.97 }

    /// The share of the shorter text's runs of words that the longer one has; 0 where a number differs.
    private func share(in other: ComparedText) -> Double {
        let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
        guard !short.words.isEmpty else { return 0 }
        let known = Set(long.words)
        let numbers = short.words.dropLast().filter { $0.first?.isNumber ?? false }
        guard numbers.allSatisfy(known.contains) else { return 0 }
        let runs = short.runs
        let longer = Set(long.runs)
        return Double(runs.count { longer.contains($0) }) / Double(runs.count)
    }

    private var runs: [[Substring]] {
        let length = min(3, words.count)
        return (0...(words.count - length)).map { Array(words[$0..<($0 + length)]) }
    }
}
