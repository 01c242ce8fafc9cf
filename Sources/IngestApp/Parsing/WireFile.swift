import ClimateModel
import ClimateStore
import Ingest

/// What was read, in the form in which a worker hands it over: news, of which there are many, in flat records, and figures,
/// of which there are far more, in bytes of their own.
struct WireFile: Codable, Sendable {
    private var rest: ImportedFile
    private var news: [WireNews]
    private var figures: WireFigures

    /// - Parameter bytes: takes the figures.
    init(_ file: consuming ImportedFile, bytes: inout [UInt8]) {
        figures = WireFigures(file.batch.observations, bytes: &bytes)
        file.batch.observations = []
        news = file.batch.news.map { WireNews($0) }
        file.batch.news = []
        rest = file
    }

    /// As it was before it was handed over.
    func file(_ bytes: [UInt8]) throws(WireFigures.Malformed) -> ImportedFile {
        var file = rest
        file.batch.news = news.map(\.item)
        file.batch.observations = try figures.unpacked(bytes)
        return file
    }
}

/// A news item without nesting, and without keys for what it lacks.
private struct WireNews: Codable, Sendable {
    private var identity: String
    private var kind: NewsItem.Kind
    private var titles: [String?]
    private var bodies: [String?]?
    private var summaries: [String?]?
    private var author: String?
    private var link: String?
    private var published: PublicationDate
    private var updated: Int64?
    private var municipalities: [MunicipalityCode]?
    private var source: String
    private var publisher: String
    private var fetched: Int64?
    private var certainty: Certainty
    private var detail: String?
    private var claims: [RankingClaim]?
    private var agenda: [AgendaEntry]?

    private enum CodingKeys: String, CodingKey {
        case identity = "i"
        case kind = "k"
        case titles = "t"
        case bodies = "b"
        case summaries = "s"
        case author = "a"
        case link = "l"
        case published = "p"
        case updated = "u"
        case municipalities = "m"
        case source = "o"
        case publisher = "w"
        case fetched = "f"
        case certainty = "c"
        case detail = "d"
        case claims = "r"
        case agenda = "g"
    }

    init(_ item: NewsItem) {
        identity = item.identity
        kind = item.kind
        titles = [item.title.swedish, item.title.english]
        if item.body.swedish != nil || item.body.english != nil {
            bodies = [item.body.swedish, item.body.english].map { $0.map(BodyCodec.encode) }
        }
        if !item.summary.isEmpty { summaries = [item.summary.swedish, item.summary.english] }
        author = item.author
        link = item.link
        published = item.published
        updated = item.updated?.seconds
        municipalities = item.municipalities.isEmpty ? nil : item.municipalities
        source = item.provenance.source.rawValue
        publisher = item.provenance.publisher
        fetched = item.provenance.fetched?.seconds
        certainty = item.provenance.certainty
        detail = item.provenance.detail
        claims = item.claims.isEmpty ? nil : item.claims
        agenda = item.agenda.isEmpty ? nil : item.agenda
    }

    var item: NewsItem {
        NewsItem(
            identity: identity, kind: kind, title: Self.text(titles),
            body: LocalizedBody(
                swedish: BodyCodec.decode(bodies?.first ?? nil),
                english: BodyCodec.decode(bodies?.last ?? nil)),
            summary: Self.text(summaries ?? []), author: author, link: link, published: published,
            updated: updated.map { Timestamp(seconds: $0) },
            municipalities: municipalities ?? [],
            provenance: Provenance(
                source: Source.ID(rawValue: source), publisher: publisher,
                fetched: fetched.map { Timestamp(seconds: $0) }, certainty: certainty,
                detail: detail),
            claims: claims ?? [], agenda: agenda ?? [])
    }

    /// Swedish first, then English.
    private static func text(_ texts: [String?]) -> LocalizedText {
        LocalizedText(swedish: texts.first ?? nil, english: texts.last ?? nil)
    }
}
