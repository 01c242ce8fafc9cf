import ClimateModel

/// The blocks of a page's text without what pages have besides it.
enum PageBlocks {
    /// - Parameter title: a heading that says the same is left out.
    static func cleaned(
        _ blocks: [StructuredText.Block], title: String
    ) -> [StructuredText.Block] {
        var result: [StructuredText.Block] = []
        /// The level of a heading that began what is left out.
        var skipped: Int?
        for block in blocks {
            if case .heading(let level, let inlines) = block {
                let text = CleanText.line(inlines.map(\.plain).joined())
                if let outer = skipped, level > outer { continue }
                skipped = Boilerplate.beginsOthers(text) ? level : nil
                if skipped != nil || text == title { continue }
            } else if skipped != nil {
                continue
            }
            if Boilerplate.isPageFurniture(block) || isDateline(block) { continue }
            result.append(block)
        }
        while case .heading? = result.last { result.removeLast() }
        return result
    }

    /// "Publicerad 1 juni 2023", "Senast uppdaterad: 2023-06-01": the item has the date itself.
    static func isDateline(_ block: StructuredText.Block) -> Bool {
        let words = block.inlines.map(\.plain).joined().lowercased()
            .split { !$0.isLetter && !$0.isNumber }
        guard words.count <= 12, let first = words.first else { return false }
        let mark = first == "senast" || first == "last" ? words.dropFirst().first ?? first : first
        return ["publicerad", "publicerat", "uppdaterad", "uppdaterat", "published", "updated"]
            .contains(mark)
            && words.contains { $0.contains(where: \.isNumber) }
    }
}
