import ArgumentParser
import ClimateModel
import CommandWords
import Dashboard
import Terminal

/// `utkik kiosk`: a screen on a wall.
struct KioskCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "kiosk",
            abstract: Phrase(
                sv: "Visa stora scener en efter en på en väggskärm.",
                en: "Turn through large scenes on a wall screen."
            ).said,
            discussion: Phrase(
                sv: """
                    Visar var kommunen ligger, vem som har klättrat mest, projekt och de senaste nyheterna, en sak i \
                    taget, och det som kommer nytt när det kommer. Den lyder ingen tangent utom Ctrl-C, så ge den en \
                    egen terminal.

                    Tabellen [kiosk] i inställningsfilen säger detsamma som valen: seconds, scenes, theme.
                    """,
                en: """
                    Shows where the municipality stands, who climbed most, projects and the latest news, one after \
                    the other, and whatever comes new as it comes. It reacts to no key but Ctrl-C, so give it a \
                    terminal of its own.

                    The config's [kiosk] table says the same as the options: seconds, scenes, theme.
                    """
            ).said)
    }

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Hur många sekunder en scen visas, 3 till 3600.",
                en: "How long a scene is shown, 3 to 3600."
            ).said, valueName: ValueName.seconds.said))
    var seconds: Int?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            Phrase(
                sv: "Vilka scener, i ordning: home, climbers, projects, news.",
                en: "Which scenes, in their order: home, climbers, projects, news."
            ).said, valueName: ValueName.scene.said))
    var scenes: [KioskScene] = []

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Kommunen; annars din.", en: "The municipality; yours if left out.").said,
            valueName: ValueName.name.said))
    var municipality: String?

    /// A screen that starts again at night shows something, whatever became of the config; one that is named is to be right.
    var bearsProblems: Bool { options.config == nil }

    func validate() throws {
        guard let seconds, !KioskPlan.allowedSeconds.contains(seconds) else { return }
        let (low, high) = (KioskPlan.allowedSeconds.lowerBound, KioskPlan.allowedSeconds.upperBound)
        throw ValidationError(
            Phrase(
                sv: "--seconds ska vara ett heltal från \(low) till \(high).",
                en: "--seconds takes a whole number from \(low) to \(high)."
            ).said)
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
