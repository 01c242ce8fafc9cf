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
    func understood(by reader: ArticleReader) -> ImportedFile {
        guard !batch.news.isEmpty else { return self }
        var file = self
        file.batch.news = batch.news.parallelMap(inPartsOf: Self.partLength) {
            $0.understood(by: reader)
        }
        return file
    }
}

extension NewsItem {
    /// An item that names more, as a list of all municipalities does, is about none of them in particular.
    private static let namesLimit = 24

    fileprivate func understood(by reader: ArticleReader) -> NewsItem {
        let findings = reader.read(Article(self))
        var item = self
        if findings.municipalities.count <= Self.namesLimit {
            for code in findings.municipalities where !item.municipalities.contains(code) {
                item.municipalities.append(code)
            }
        }
        item.claims = findings.claims
        item.agenda = findings.agenda
        return item
    }
}
