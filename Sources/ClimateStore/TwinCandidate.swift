import ClimateModel
import GRDB

/// What is known of an item that may be the same as another, but for its text.
struct TwinCandidate {
    let arrival: Int64
    /// The row number of the source whose text it has.
    let source: Int64
    /// In seconds, as in the sort key of its date.
    let published: Int64
    let headline: String
    let municipalities: [MunicipalityCode]
    let publisher: String
    private let link: String?

    /// Nil where there is no such item.
    static func fetch(_ db: Database, arrival: Int64) throws -> TwinCandidate? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT source, published, coalesce(title_sv, title_en, ''), municipalities,
                        publisher, link
                    FROM news WHERE arrival = ?
                    """), arguments: [arrival]
        ).map { TwinCandidate($0, arrival: arrival) }
    }

    private init(_ row: Row, arrival: Int64) {
        self.arrival = arrival
        source = row[0]
        published = row[1]
        headline = row[2]
        municipalities = MunicipalityCode.list(packed: row[3])
        publisher = row[4]
        link = row[5]
    }

    /// The addresses at which it is known; nil where `source` has it too.
    func links(_ db: Database, withoutSource source: Int64) throws -> [String?]? {
        let copies = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT source, link FROM news_copy WHERE arrival = ?"),
            arguments: [arrival])
        if copies.contains(where: { $0[0] as Int64 == source }) { return nil }
        return [link] + copies.map { $0[1] }
    }
}

/// The texts that items were compared with, each read and taken apart once as long as it does not change.
final class TwinTexts {
    private let db: Database
    private var texts: [Int64: ComparedText] = [:]
    private var words = 0

    /// So many words are kept, a few megabytes with what is made of them.
    private static let limit = 100_000

    init(_ db: Database) { self.db = db }

    /// That of the item that arrived as `arrival`.
    func text(_ arrival: Int64) throws -> ComparedText {
        if let known = texts[arrival] { return known }
        let text = try fetch(arrival)
        if words + text.count > Self.limit { forget() }
        texts[arrival] = text
        words += text.count
        return text
    }

    /// To be told of every item that is written or taken out.
    func forget(_ arrival: Int64) {
        guard !texts.isEmpty, let text = texts.removeValue(forKey: arrival) else { return }
        words -= text.count
    }

    /// Forgets all.
    func forget() {
        texts.removeAll(keepingCapacity: true)
        words = 0
    }

    private func fetch(_ arrival: Int64) throws -> ComparedText {
        // Escapes, tags and addresses are in the body too, so it is cut later than the text.
        let length = 2 * ComparedText.limit
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT substr(coalesce(body_sv, body_en), 1, \(length)),
                        substr(coalesce(summary_sv, summary_en), 1, \(length))
                    FROM news_body WHERE arrival = ?
                    """), arguments: [arrival])
        return ComparedText(
            body: BodyCodec.decode(beginning: row?[0])?.plain ?? "", summary: row?[1] ?? "")
    }
}
