import ArgumentParser
import ClimateModel
import Dashboard

/// `utkik doctor`: looks at everything that the dashboard stands on.
struct DoctorCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: "Look for what is wrong: database, terminal, themes, config.",
            discussion: "Changes nothing. The exit status is 1 if something is broken.")
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    var bearsProblems: Bool { true }

    func run(_ context: CommandContext) throws {
        let checks = Doctor(context).checks()
        let stream = StandardOutput()
        var writer = RecordWriter(
            CheckRecord.columns, format: output.format, look: try context.look(stream), to: stream)
        try writer.write(checks.map { CheckRecord(check: $0, language: context.language) })
        try writer.finish()
        if checks.contains(where: { $0.status == .problem }) {
            throw Failure(.failure, nil)
        }
    }
}
