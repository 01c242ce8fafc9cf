import ArgumentParser
import ClimateModel
import CommandWords
import Dashboard

/// `utkik projects`: the list of projects.
struct ProjectsCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "projects",
            abstract: Phrase(
                sv: "Skriv ut utvecklingsprojekt, de pågående först.",
                en: "Print development projects, the ongoing ones first."
            ).said
        )
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Bara denna kommuns; kan anges flera gånger.",
                en: "Only this municipality's; may be given several times."
            ).said, valueName: ValueName.name.said))
    var municipality: [String] = []

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Bara de i denna fas.", en: "Only those in this phase.").said,
            valueName: ValueName.phase.said)
    )
    var phase: Project.Phase?

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Bara de med detta statusljus.", en: "Only those with this status light.")
                .said, valueName: ValueName.status.said))
    var status: Project.Status?

    @Option(help: .search)
    var search = ""

    private static let windowLength = 200

    func run(_ context: CommandContext) throws {
        let store = try context.open().store
        let lookup = try Lookup(store)
        var query = ProjectQuery(
            phase: phase, status: status, search: search, today: context.today)
        if !municipality.isEmpty {
            query.municipalities = Set(try municipality.map { try lookup.municipality($0).code })
        }
        let stream = StandardOutput()
        var writer = RecordWriter(
            ProjectRecord.columns, format: output.format, look: try context.look(stream),
            to: stream)
        var offset = 0
        while true {
            let projects = try store.projects(
                query, in: Window(offset: offset, count: Self.windowLength))
            if projects.isEmpty { break }
            try writer.write(projects.map { lookup.record($0, context.language) })
            offset += projects.count
        }
        try writer.finish(nothing: CommandPhrases.noProjects(context.language))
    }
}

extension Project.Phase: ExpressibleByArgument {}
extension Project.Status: ExpressibleByArgument {}
