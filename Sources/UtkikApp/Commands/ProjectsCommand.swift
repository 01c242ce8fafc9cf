import ArgumentParser
import ClimateModel
import Dashboard

/// `utkik projects`: the list of projects.
struct ProjectsCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "projects", abstract: "Print development projects, the ongoing ones first."
        )
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "Only this municipality's; may be given several times.", valueName: "name"))
    var municipality: [String] = []

    @Option(help: "Only those in this phase.")
    var phase: Project.Phase?

    @Option(help: "Only those with this status light.")
    var status: Project.Status?

    @Option(
        help: ArgumentHelp(
            "Only where all these words occur, whatever their case, diacritics and endings.",
            valueName: "words"))
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
        try writer.finish()
    }
}

extension Project.Phase: ExpressibleByArgument {}
extension Project.Status: ExpressibleByArgument {}
