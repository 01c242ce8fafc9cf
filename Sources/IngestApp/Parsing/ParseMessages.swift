import ClimateModel
import Foundation
import Ingest

/// What a worker is told once, before its first document.
struct ParserKnowledge: Codable, Sendable {
    /// All municipalities.
    var municipalities: [Municipality]
    /// The indicators known before.
    var indicators: [Indicator]
}

/// A document to be read; its bytes follow.
struct ParseRequest: Codable, Sendable {
    /// What it is read as.
    var task: Task
    /// The file's name without folders.
    var fileName: String
    /// The source that it was fetched from.
    var source: KnownSource
    /// When it is read.
    var now: Timestamp

    /// What a document is read as.
    enum Task: Codable, Sendable {
        /// Anything that can be imported; what it is is found from what it holds.
        case file
        /// A page of Kolada's API.
        case kolada(KoladaPageKind)
    }

    func context(_ knowledge: ParserKnowledge, _ finder: MunicipalityFinder) -> ImportContext {
        ImportContext(
            municipalities: finder, indicators: knowledge.indicators, now: now, fileName: fileName,
            address: source.settings.address, options: ImportOptions(source.settings),
            source: source)
    }
}

/// What a worker says of a document.
enum ParseAnswer: Codable, Sendable {
    /// It is good.
    case file(WireFile)
    /// It is a page of Kolada's.
    case kolada(KoladaPage)
    /// It is bad, and this is why.
    case failure(ImportFailure)
}

extension ImportOptions {
    /// What the user says about a source, as far as it tells how its bytes are to be read.
    init(_ settings: SourceSettings) {
        let type: ContentType? =
            switch settings.kind {
            case .feed, .newsletter, .document: .news
            case .projects: .projects
            case .table, .kolada, .starter, nil: nil
            }
        self.init(
            type: type, indicator: settings.mapping.indicator, year: settings.mapping.year,
            publisher: settings.publisher, direction: settings.mapping.direction)
    }
}
