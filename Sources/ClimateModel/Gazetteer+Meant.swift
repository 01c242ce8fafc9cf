extension Gazetteer {
    /// The municipality that a user names by code or name, as ``named(_:)`` reads it.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public func municipality(_ text: String) -> Municipality? {
        MunicipalityCode(rawValue: text).flatMap { self[$0] } ?? named(text)
    }

    /// The names that `text` may have been meant for: those that begin with it, else the nearest; empty where none is near,
    /// or so many begin with it that it helps nobody.
    ///
    /// - Complexity: O(*n* *k*²) for *n* municipalities and names of *k* characters.
    public func meant(by text: String) -> [String] {
        let folded = SearchKey.fold(text)
        guard !folded.isEmpty else { return [] }
        let byFolded = Dictionary(
            all.map { (SearchKey.fold($0.name), $0.name) }, uniquingKeysWith: { first, _ in first })
        let begun = all.map(\.name).filter { SearchKey.fold($0).hasPrefix(folded) }
        if (1...8).contains(begun.count) { return begun }
        return nearest(to: folded, among: byFolded.keys).flatMap { byFolded[$0] }.map { [$0] } ?? []
    }

    /// Says that there is no municipality `text`, and which was meant; else what names one.
    public func unknown(_ text: String) -> Phrase {
        let shown = CleanText.line(text.prefix(60))
        let meant = meant(by: text)
        let names = Phrase.alternatives(meant)
        return Phrase(
            sv: "okänd kommun ”\(shown)” – "
                + (meant.isEmpty ? "skriv dess namn eller kod" : "menade du \(names.sv)?"),
            en: "unknown municipality “\(shown)” – "
                + (meant.isEmpty ? "write its name or code" : "did you mean \(names.en)?"))
    }
}
