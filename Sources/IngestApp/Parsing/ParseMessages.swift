import ClimateModel
import Foundation
import Ingest

/// What a worker is told once, before its first document.
struct ParserKnowledge: Packable, Sendable {
    /// All municipalities.
    var municipalities: [Municipality]
    /// The indicators known before.
    var indicators: [Indicator]

    init(municipalities: [Municipality], indicators: [Indicator]) {
        self.municipalities = municipalities
        self.indicators = indicators
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(municipalities: try unpacker.value(), indicators: try unpacker.value())
    }

    func pack(into packer: inout Packer) {
        packer.add(municipalities)
        packer.add(indicators)
    }
}

/// A document to be read; its bytes follow.
struct ParseRequest: Sendable {
    /// What it is read as.
    var task: Task
    /// The file's name without folders.
    var fileName: String
    /// The source that it was fetched from.
    var source: KnownSource
    /// When it is read.
    var now: Timestamp

    /// What a document is read as.
    enum Task: Sendable {
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

extension ParseRequest: Packable {
    func pack(into packer: inout Packer) {
        packer.add(task)
        packer.add(fileName)
        packer.add(source)
        packer.add(now)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            task: try unpacker.value(), fileName: try unpacker.text(),
            source: try unpacker.value(), now: try unpacker.value())
    }
}

extension ParseRequest.Task: Packable {
    /// Empty for a file.
    private var page: String {
        switch self {
        case .file: ""
        case .kolada(let kind): kind.rawValue
        }
    }

    func pack(into packer: inout Packer) { packer.add(page) }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        let page = try unpacker.text()
        if page.isEmpty {
            self = .file
        } else if let kind = KoladaPageKind(rawValue: page) {
            self = .kolada(kind)
        } else {
            throw Malformed()
        }
    }
}

/// What a worker says of a document.
enum ParseAnswer: Sendable {
    /// It is good.
    case file(ImportedFile)
    /// It is a page of Kolada's.
    case kolada(KoladaPage)
    /// It is bad, and this is why.
    case failure(ImportFailure)

    func packed() throws -> [UInt8] {
        var packer = Packer()
        switch self {
        case .file(let file):
            packer.add(byte: 0)
            try file.pack(into: &packer)
        case .kolada(let page):
            packer.add(byte: 1)
            try packer.add(json: page)
        case .failure(let failure):
            packer.add(byte: 2)
            try packer.add(json: failure)
        }
        return packer.bytes
    }

    /// - Complexity: O(*n*).
    init(packed bytes: [UInt8]) throws(Malformed) {
        var unpacker = Unpacker(bytes)
        switch try unpacker.byte() {
        case 0: self = .file(try ImportedFile(from: &unpacker))
        case 1: self = .kolada(try unpacker.json())
        case 2: self = .failure(try unpacker.json())
        default: throw Malformed()
        }
        try unpacker.end()
    }
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
