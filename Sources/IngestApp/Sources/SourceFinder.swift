import ClimateModel
import ClimateStore
import Configuration
import Foundation
import Ingest

/// Finds the source that a user names: by id, by address, by title, or by what only one title begins with.
struct SourceFinder {
    private let sources: [SourceOverview]

    /// Why no source was found, with what was meant.
    struct Failure: Error {
        var message: Phrase
    }

    /// - Parameter sources: all that there are.
    init(_ sources: [SourceOverview]) { self.sources = sources }

    /// The source that is read by syncs and called `text`.
    func subscription(_ text: String) throws(Failure) -> SourceOverview {
        let found = try overview(text)
        guard found.subscription != nil else {
            throw Failure(message: .notRead(found.source.title))
        }
        return found
    }

    private func overview(_ text: String) throws(Failure) -> SourceOverview {
        if let found = sources.first(where: { $0.id.rawValue == text }) { return found }
        let id = (try? SourceAddress.parse(text)).map { Source.ID.feed(address: $0) }
        if let found = sources.first(where: { $0.id == id }) { return found }
        let folded = SearchKey.fold(text)
        let titles = sources.map { SearchKey.fold($0.source.title) }
        let exact = titles.indices.filter { titles[$0] == folded }
        let begun = titles.indices.filter { !folded.isEmpty && titles[$0].hasPrefix(folded) }
        let matches = exact.isEmpty ? begun : exact
        if matches.count == 1 { return sources[matches[0]] }
        throw Failure(message: message(text, folded, matches: matches.map { sources[$0] }))
    }

    private func message(
        _ text: String, _ folded: String, matches: [SourceOverview]
    ) -> Phrase {
        if !matches.isEmpty {
            let names = matches.prefix(8).map { "\($0.source.title) (\($0.id.rawValue))" }
            return .severalSources(text, names)
        }
        let read = sources.filter { $0.subscription != nil }
        let byName = Dictionary(
            read.flatMap { source in
                [source.source.title, source.id.rawValue, source.source.address ?? ""].map {
                    (SearchKey.fold($0), $0)
                }
            }, uniquingKeysWith: { first, _ in first })
        return .noSource(
            text, meant: nearest(to: folded, among: byName.keys).flatMap { byName[$0] })
    }
}

extension SourceAddress {
    /// As a user writes it on a command line: relative paths are from the working folder.
    static func parse(_ text: String) throws(Problem) -> String {
        try parse(text, home: UserHome.path) {
            URL(fileURLWithPath: $0).standardizedFileURL.path
        }
    }
}

extension Phrase {
    static func noSource(_ text: String, meant: String?) -> Phrase {
        let text = CleanText.line(text.prefix(200))
        return Phrase(
            sv: "ingen källa heter ”\(text)” – "
                + (meant.map { "menade du \($0)?" } ?? "utkik source list visar dem som finns"),
            en: "no source is called “\(text)” – "
                + (meant.map { "did you mean \($0)?" } ?? "utkik source list shows those there are")
        )
    }

    static func severalSources(_ text: String, _ names: [String]) -> Phrase {
        let text = CleanText.line(text.prefix(200))
        let names = Phrase.alternatives(names)
        return Phrase(
            sv: "flera källor heter något på ”\(text)” – menade du \(names.sv)?",
            en: "several sources begin with “\(text)” – did you mean \(names.en)?")
    }

    static func notRead(_ title: String) -> Phrase {
        Phrase(
            sv: "\(title) läses inte av utkik sync: innehållet har importerats eller följde med",
            en: "\(title) is not read by utkik sync: its content was imported or came along")
    }
}
