import ClimateModel

extension ImportedFile {
    /// So many items are worth another thread.
    private static let partLength = 1_000

    /// The file with what the texts of its news say: the municipalities they name, after those that they are known to be
    /// about; the places in rankings that they claim; the days ahead that they tell of.
    ///
    /// Many items are read on all processors, as no item's text bears on another's.
    ///
    /// - Complexity: O(*k*) in the length of the texts.
    consuming func understood(by reader: ArticleReader) -> ImportedFile {
        let findings = batch.news.parallelMap(inPartsOf: Self.partLength) {
            reader.read(Article($0))
        }
        var file = self
        for (index, found) in findings.enumerated() { file.batch.news[index].take(found) }
        return file
    }
}

extension NewsItem {
    /// An item that names more, as a list of all municipalities does, is about none of them in particular.
    private static let namesLimit = 24

    fileprivate mutating func take(_ findings: ArticleFindings) {
        if findings.municipalities.count <= Self.namesLimit {
            for code in findings.municipalities where !municipalities.contains(code) {
                municipalities.append(code)
            }
        }
        claims = findings.claims
        agenda = findings.agenda
    }
}
