import ArgumentParser
import ClimateModel
import CommandWords
import Configuration
import Dashboard
import TextGrid

/// `utkik source list`: what syncs read, and how it goes.
struct SourceListCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Phrase(
                sv: "Visa källorna: läge, innehåll, nästa gång, senaste fel.",
                en: "List the sources: state, content, next time, last error."
            ).said)
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    @Flag(
        help: ArgumentHelp(
            Phrase(sv: "Samma som --format json.", en: "The same as --format json.").said))
    var json = false

    @Flag(
        help: ArgumentHelp(
            Phrase(
                sv: "Även de som inte läses: importerade filer, och det som följer med Utkik.",
                en: "Also those that are not read: imported files, and what comes with Utkik."
            ).said))
    var all = false

    func run(_ context: CommandContext) throws {
        let store = try context.open().store
        let gazetteer = try Lookup(store).gazetteer
        let overviews = SourceOverview.all(
            try store.sourceOverviews(), with: context, in: gazetteer)
        let now = LocalTime.now
        let marks = SourceMarks(overviews.map(\.source))
        let records =
            overviews
            .filter { all || $0.subscription != nil }
            .map { overview in
                SourceRecord(
                    overview: overview, marks: marks,
                    municipality: overview.subscription?.settings.municipality
                        .flatMap { gazetteer[$0] },
                    now: now, language: context.language)
            }
        let stream = StandardOutput()
        var writer = RecordWriter(
            SourceRecord.columns, format: json ? .json : output.format,
            look: try context.look(stream), to: stream)
        if records.isEmpty {
            try writer.write(heading: CommandPhrases.noSourcesYet(context.language))
        } else {
            try writer.write(records)
        }
        try writer.finish()
        if !records.isEmpty, !json, output.format == .text, stream.isTerminal {
            let look = try context.look(stream)
            let tally = SourceTally(overviews).sentence(look.formats)
            let lines = TextLayout.wrap(tally, width: max(1, look.width ?? .max))
            try stream.write("\n" + lines.joined(separator: "\n") + "\n")
            try stream.flush()
        }
    }
}

extension SourceOverview {
    /// Those of the config that no sync has seen yet, and all that are known; what is wrong with one in the config is what
    /// keeps it from being read.
    static func all(
        _ known: [SourceOverview], with context: CommandContext, in gazetteer: Gazetteer
    ) -> [SourceOverview] {
        let sources = context.settings.sources
        let problems = Dictionary(
            sources.compactMap { source in
                source.problem(in: gazetteer, of: context.place).map { problem in
                    (Source.ID.feed(address: source.settings.address), problem)
                }
            }, uniquingKeysWith: { first, _ in first })
        return (waiting(sources, known) + known).map { overview in
            guard let problem = problems[overview.id] else { return overview }
            var overview = overview
            overview.source.lastError = LocalizedText(
                swedish: problem.text(in: .swedish), english: problem.text(in: .english))
            return overview
        }
    }

    /// Those of the config that no sync has seen yet.
    private static func waiting(
        _ sources: [ConfiguredSource], _ known: [SourceOverview]
    ) -> [SourceOverview] {
        let read = Set(known.filter { $0.subscription != nil }.map(\.id))
        return sources.compactMap { source in
            let settings = source.settings
            let id = Source.ID.feed(address: settings.address)
            guard !read.contains(id) else { return nil }
            return SourceOverview(
                source: Source(
                    id: id, kind: settings.kind ?? .feed,
                    title: settings.title ?? settings.address, address: settings.address),
                subscription: Subscription(id: id, settings: settings, origin: .config))
        }
    }
}
