import ClimateModel

extension ImportedFile {
    /// The file with what the texts of its news say: the municipalities they name, after those that they are known to be
    /// about; the places in rankings that they claim; the days ahead that they tell of.
    ///
    /// - Complexity: O(*k*) in the length of the texts.
    func understood(by reader: ArticleReader) -> ImportedFile {
        guard !batch.news.isEmpty else { return self }
        var file = self
        for index in file.batch.news.indices { file.batch.news[index].understand(reader) }
        return file
    }
}

extension NewsItem {
    /// An item that names more, as a list of all municipalities does, is about none of them in particular.
    private static let namesLimit = 24

    fileprivate mutating func understand(_ reader: ArticleReader) {
        let findings = reader.read(Article(self))
        if findings.municipalities.count <= Self.namesLimit {
            for code in findings.municipalities where !municipalities.contains(code) {
                municipalities.append(code)
            }
        }
        claims = findings.claims
        agenda = findings.agenda
    }
}
