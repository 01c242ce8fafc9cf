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
        headline = Headline(item.headlineText)
        link = item.link.flatMap(LinkKey.canonical)
    }

    /// Whether the items are not about places that differ, which is known without their texts.
    static func mayBeCopy(_ item: NewsItem, of other: TwinCandidate) -> Bool {
        item.municipalities.isEmpty || other.municipalities.isEmpty
            || !Set(item.municipalities).isDisjoint(with: other.municipalities)
    }

    /// - Parameters:
    ///   - other: one that may be a copy.
    ///   - links: the addresses at which `other` is known.
    ///   - otherText: that of `other`; asked for only where it decides.
    /// - Complexity: O(*k*) in the length of the shorter text, once the other's is known.
    func isCopy(
        of other: TwinCandidate, links: [String?], text otherText: () throws -> ComparedText
    ) rethrows -> Bool {
        let isSameHeadline = headline.hash.value == Headline(other.headline).hash.value
        let addresses = Set(links.compactMap { $0.flatMap(LinkKey.canonical) })
        if let link, addresses.contains(link) {
            if isSameHeadline { return true }
            if isNear(other), isHeadlineMostly(in: other) { return true }
            return try text.isMostly(in: otherText())
        }
        guard isSameHeadline, isNear(other) else { return false }
        if text.isTelling {
            let otherText = try otherText()
            if otherText.isTelling {
                return headline.isDistinctive
                    ? text.isMostly(in: otherText) : text.isWhollyIn(otherText)
            }
        }
        return headline.isDistinctive && isOfSamePublisher(as: other)
            && !isOtherPageOfSite(addresses)
    }

    private func isHeadlineMostly(in other: TwinCandidate) -> Bool {
        ComparedText(item.headlineText).isMostly(in: ComparedText(other.headline))
    }

    private func isNear(_ other: TwinCandidate) -> Bool {
        abs(item.published.sortKey.seconds - other.published) <= Self.reach
    }

    /// Where the texts tell nothing, who publishes it must be the same, or whom it is about.
    private func isOfSamePublisher(as other: TwinCandidate) -> Bool {
        !Set(item.municipalities).isDisjoint(with: other.municipalities)
            || SearchKey.fold(item.provenance.publisher) == SearchKey.fold(other.publisher)
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
