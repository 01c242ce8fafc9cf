import ArgumentParser
import ClimateModel
import Dashboard
import Terminal

/// `utkik kiosk`: a screen on a wall.
struct KioskCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "kiosk", abstract: "Turn through large scenes on a wall screen.",
            discussion: """
                Shows where the municipality stands, who climbed most, projects and the latest news, one after \
                the other, and whatever comes new as it comes. It reacts to no key but Ctrl-C, so give it a \
                terminal of its own.

                The config's [kiosk] table says the same as the options: seconds, scenes, theme.
                """)
    }

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp("How long a scene is shown, 3 to 3600.", valueName: "seconds"))
    var seconds: Int?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Which scenes, in their order: home, climbers, projects, news.", valueName: "scene"))
    var scenes: [KioskScene] = []

    @Option(
        help: ArgumentHelp("The municipality; yours if left out.", valueName: "name"))
    var municipality: String?

    /// A screen that starts again at night shows something, whatever became of the config; one that is named is to be right.
    var bearsProblems: Bool { options.config == nil }

    func validate() throws {
        guard let seconds, !KioskPlan.allowedSeconds.contains(seconds) else { return }
        let (low, high) = (KioskPlan.allowedSeconds.lowerBound, KioskPlan.allowedSeconds.upperBound)
        throw ValidationError("--seconds takes a whole number from \(low) to \(high).")
    }

    func run(_ context: CommandContext) throws {
        let start = KioskStart(
            context: context, seconds: seconds, scenes: scenes, municipality: municipality)
        let status = try FullScreen(context, isAttended: false).run { session, content in
            try start.shell(session: session, content: content)
        }
        if status != 0 { throw ExitCode(status) }
    }
}

extension KioskScene: ExpressibleByArgument {}
