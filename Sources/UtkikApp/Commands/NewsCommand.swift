import ArgumentParser
import ClimateModel
import Dashboard

/// `utkik news`: the news list.
struct NewsCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "news", abstract: "Print what municipalities and others published.")
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "Only what is about this municipality; may be given several times.", valueName: "name"))
    var municipality: [String] = []

    @Option(
        help: ArgumentHelp("Only from the source of this short name or title.", valueName: "id"))
    var source: String?

    @Option(help: "Only of this kind.")
    var kind: NewsItem.Kind?

    @Flag(help: "Only what you have not read.")
    var unread = false

    @Flag(help: "Only what you have starred.")
    var starred = false

    @Option(
        help: ArgumentHelp(
            "Only where all these words occur, whatever their case, diacritics and endings.",
            valueName: "words"))
    var search = ""

    @Option(help: "The order.")
    var order: NewsQuery.Order = .date

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int?

    /// How many items are held at a time.
    private static let windowLength = 500

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit should be 0 or more") }
    }

    func run(_ context: CommandContext) throws {
        let store = try context.open().store
        let lookup = try Lookup(store)
        let query = try query(lookup, store)
        let stream = StandardOutput()
        var writer = RecordWriter(
            NewsRecord.columns, format: output.format, look: try context.look(stream), to: stream)
        var offset = 0
        let end = limit ?? .max
        while offset < end {
            let items = try store.news(
                query, in: Window(offset: offset, count: min(Self.windowLength, end - offset)))
            if items.isEmpty { break }
            try writer.write(items.map { lookup.record($0, context.language) })
            offset += items.count
        }
        try writer.finish()
    }

    private func query(_ lookup: Lookup, _ reader: some ClimateReading) throws -> NewsQuery {
        var query = NewsQuery(
            kind: kind, unreadOnly: unread, starredOnly: starred, search: search, order: order)
        if !municipality.isEmpty {
            query.municipalities = Set(try municipality.map { try lookup.municipality($0).code })
        }
        if let source {
            query.source = try lookup.source(source, among: try reader.sources()).id
        }
        return query
    }
}

extension NewsItem.Kind: ExpressibleByArgument {}
extension NewsQuery.Order: ExpressibleByArgument {}
