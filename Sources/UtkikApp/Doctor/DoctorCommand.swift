import ArgumentParser
import ClimateModel
import CommandWords
import Dashboard
import Foundation

/// `utkik doctor`: looks at everything that the dashboard stands on.
struct DoctorCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: Phrase(
                sv: "Leta efter fel: databas, terminal, teman, inställningar.",
                en: "Look for what is wrong: database, terminal, themes, config."
            ).said,
            discussion: Phrase(
                sv: """
                    Ändrar ingenting. Slutkoden är 1 om något är trasigt.

                    Med --systemd skrivs ett skript i stället, som låter systemd köra 'utkik sync' var femtonde \
                    minut: läs det, och ge det sedan till sh.
                    """,
                en: """
                    Changes nothing. The exit status is 1 if something is broken.

                    With --systemd it prints a script instead, which has systemd run 'utkik sync' every fifteen \
                    minutes: read it, then pipe it to sh.
                    """
            ).said)
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    @Flag(
        help: ArgumentHelp(
            Phrase(
                sv:
                    "Skriv ut en tjänst och en timer för systemd som kör 'utkik sync', och hur de installeras.",
                en: "Print a systemd service and timer for 'utkik sync', and how to install them."
            ).said))
    var systemd = false

    var bearsProblems: Bool { true }

    func run(_ context: CommandContext) throws {
        let stream = StandardOutput()
        if systemd {
            try stream.write(try Self.units(context).script(context.language))
            return try stream.flush()
        }
        let checks = Doctor(context).checks()
        var writer = RecordWriter(
            CheckRecord.columns, format: output.format, look: try context.look(stream), to: stream)
        try writer.write(checks.map { CheckRecord(check: $0, language: context.language) })
        try writer.finish()
        if checks.contains(where: { $0.status == .problem }) {
            throw Failure(.failure, nil)
        }
    }

    private static func units(_ context: CommandContext) throws -> SystemdUnits {
        if let problems = context.configProblems { throw problems }
        guard let companion = Companion.find(context.surroundings) else {
            throw Failure(.failure, CommandPhrases.noCompanion)
        }
        let home = context.surroundings.home
        let base = context.surroundings["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let place = context.place
        let isFound = place.path.map { FileManager.default.fileExists(atPath: $0) } ?? false
        let isUsual = place.path == home + "/.config/utkik/config.toml"
        func absolute(_ path: String) -> String {
            URL(fileURLWithPath: path).standardizedFileURL.path
        }
        return SystemdUnits(
            program: absolute(companion.path), database: absolute(context.location.content),
            config: isUsual || !isFound ? nil : place.path.map(absolute),
            folder: (base ?? home + "/.config") + "/systemd/user")
    }
}
