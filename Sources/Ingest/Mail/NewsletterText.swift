import ClimateModel

/// What a newsletter says, without what goes with its being sent.
struct NewsletterText {
    var body: StructuredText
    /// Where it can be read on the web.
    private(set) var link: String?

    /// - Parameter title: its subject, which a heading at the start is not to repeat.
    /// - Complexity: O(*n*) in the number of blocks.
    init(_ blocks: [StructuredText.Block], title: String) {
        body = StructuredText()
        var kept = Self.withoutFoot(blocks)
        var index = 0
        while index < kept.count {
            if Boilerplate.isBrowserLink(kept[index]) {
                link = link ?? Self.address(in: kept[index])
                kept.remove(at: index)
            } else if Boilerplate.isSocial(kept[index]) {
                kept.remove(at: index)
            } else {
                index += 1
            }
        }
        kept = kept.map(Self.withHeading)
        if case .heading(_, let inlines)? = kept.first,
            CleanText.line(inlines.map(\.plain).joined()) == title
        {
            kept.removeFirst()
        }
        while case .heading? = kept.last { kept.removeLast() }
        body.blocks = kept
    }

    /// Without how to unsubscribe and all after it, where that is in the second half; and without what stands before it and
    /// belongs to the same foot.
    private static func withoutFoot(
        _ blocks: [StructuredText.Block]
    ) -> [StructuredText.Block] {
        var kept = blocks
        let found = kept.indices.filter { Boilerplate.isUnsubscribing(kept[$0]) }
        if let foot = found.first(where: { 2 * $0 >= kept.count }) { kept.removeSubrange(foot...) }
        kept.removeAll { Boilerplate.isUnsubscribing($0) }
        var reach = 12
        while reach > 0, let last = kept.last, Boilerplate.isFoot(last) {
            kept.removeLast()
            reach -= 1
        }
        return kept
    }

    private static func address(in block: StructuredText.Block) -> String? {
        for case .link(_, let address) in block.inlines
        where address.lowercased().hasPrefix("http") {
            return address
        }
        return nil
    }

    /// A short paragraph that is bold as a whole is a heading: newsletters seldom have others.
    private static func withHeading(_ block: StructuredText.Block) -> StructuredText.Block {
        guard case .paragraph(let inlines) = block else { return block }
        let isBold = inlines.allSatisfy { inline in
            switch inline {
            case .strong: true
            case .text(let text): text.allSatisfy(\.isWhitespace)
            default: false
            }
        }
        let text = CleanText.line(inlines.map(\.plain).joined())
        guard isBold, (3...100).contains(text.count), let last = text.last, !".,;:".contains(last)
        else { return block }
        return .heading(level: 3, [.text(text)])
    }
}
