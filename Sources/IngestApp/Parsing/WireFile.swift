import ClimateModel
import Foundation
import Ingest

/// What was read, between a worker and its master. What seldom comes, and never in great number, is JSON.

extension ContentType: PackableChoice {}
extension TextEncoding: PackableChoice {}

extension ImportedFile {
    /// How many records are believed: no file of the size that is read holds more.
    private static let mostRecords = 1 << 30

    func pack(into packer: inout Packer) throws {
        packer.add(type)
        packer.add(format)
        packer.add(encoding)
        packer.add(records)
        packer.add(title)
        packer.add(notes)
        packer.add(subscriptions)
        packer.add(feedLinks)
        packer.add(batch.sources)
        packer.add(batch.news)
        packer.add(batch.observations)
        var rest = batch
        rest.sources = []
        rest.news = []
        rest.observations = []
        packer.add(rest != ContentBatch())
        if rest != ContentBatch() { try packer.add(json: rest) }
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            type: try unpacker.value(), format: try unpacker.text(),
            encoding: try unpacker.value(), batch: ContentBatch(),
            records: try unpacker.number(), title: try unpacker.value(),
            notes: try unpacker.value(), subscriptions: try unpacker.value(),
            feedLinks: try unpacker.value())
        guard (0...Self.mostRecords).contains(records) else { throw Malformed() }
        let sources: [Source] = try unpacker.value()
        let news: [NewsItem] = try unpacker.value()
        let observations: [ContentBatch.IndicatorObservations] = try unpacker.value()
        if try unpacker.value(Bool.self) { batch = try unpacker.json() }
        batch.sources = sources
        batch.news = news
        batch.observations = observations
    }
}

extension Packer {
    mutating func add(json value: some Encodable) throws {
        add(bytes: try JSONEncoder().encode(value))
    }
}

extension Unpacker {
    mutating func json<Value: Decodable>(
        _ type: Value.Type = Value.self
    ) throws(Malformed) -> Value {
        let bytes = try slice()
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw Malformed()
        }
    }
}
