import ArgumentParser
import ClimateModel
import CommandWords
import Dashboard

/// `utkik news`: the news list.
struct NewsCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "news",
            abstract: Phrase(
                sv: "Skriv ut vad kommuner och andra har publicerat.",
                en: "Print what municipalities and others published."
            ).said)
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Bara det som handlar om kommunen; kan anges flera gånger.",
                en: "Only what is about this municipality; may be given several times."
            ).said, valueName: ValueName.name.said))
    var municipality: [String] = []

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Bara från källan med detta id eller denna titel.",
                en: "Only from the source of this short name or title."
            ).said, valueName: "id"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Bara av detta slag.", en: "Only of this kind.").said,
            valueName: ValueName.kind.said))
    var kind: NewsItem.Kind?

    @Flag(
        help: ArgumentHelp(
            Phrase(sv: "Bara det du inte har läst.", en: "Only what you have not read.").said))
    var unread = false

    @Flag(
        help: ArgumentHelp(
            Phrase(sv: "Bara det du har stjärnmärkt.", en: "Only what you have starred.").said))
    var starred = false

    @Option(help: .search)
    var search = ""

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Ordningen.", en: "The order.").said, valueName: ValueName.order.said))
    var order: NewsQuery.Order = .date

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Högst så många.", en: "At most so many.").said,
            valueName: ValueName.count.said))
    var limit: Int?

    /// How many items are held at a time.
    private static let windowLength = 500

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError(CommandPhrases.badLimit.said) }
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
        try writer.finish(nothing: CommandPhrases.noNews(context.language))
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
