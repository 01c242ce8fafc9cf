import ClimateModel
import ClimateStore
import Dashboard
import Terminal
import TextGrid

/// How a kiosk opens: what the command line says, else the config, else what suits a lobby.
struct KioskStart {
    let context: CommandContext
    private let settings: Settings
    private let plan: KioskPlan
    private let municipality: String?

    /// - Throws: what is wrong in the config, before the terminal is taken.
    init(
        context: CommandContext, seconds: Int?, scenes: [KioskScene], municipality: String?
    ) throws {
        self.context = context
        settings = try Settings.load(
            CommandLineSettings(config: context.options.config),
            environment: context.surroundings.variables, home: context.surroundings.home,
            isRestricted: context.options.restricted)
        plan = KioskPlan(
            scenes: scenes.isEmpty ? settings.kiosk.scenes : scenes,
            seconds: seconds ?? settings.kiosk.seconds ?? KioskPlan.usualSeconds)
        self.municipality = municipality ?? settings.municipality
    }

    func shell(session: TerminalSession, content: OpenContent) throws -> Shell<KioskState> {
        let (themes, theme) = try theme(depth: session.depth)
        let state = KioskState(
            environment: context.environment(
                depth: session.depth, usesUnicode: session.usesUnicode),
            language: try context.language(of: content.store), theme: theme, size: session.size,
            now: LocalTime.now, plan: plan, chosen: try chosen(content.store))
        var shell = Shell(
            session: session, context: context, state: state,
            content: LiveContent(content, notices: [], context: context), themes: themes,
            sceneLength: .seconds(plan.seconds))
        shell.start()
        return shell
    }

    /// The municipality that the kiosk is of.
    func chosen(_ store: ContentStore) throws -> MunicipalityCode? {
        let lookup = try Lookup(store)
        if let municipality { return try lookup.municipality(municipality).code }
        return try context.chosenMunicipality(store, lookup).code
    }

    /// The theme that was asked for. Nobody is there to read what is wrong with one in a file, so the kiosk's own takes the
    /// place of one that can't be read, but for a name given just now.
    private func theme(depth: ColorDepth) throws -> (themes: LiveThemes, theme: Theme) {
        let name = context.themeName ?? settings.kiosk.theme ?? ThemeLibrary.kioskName
        var themes = LiveThemes(context.themes, name: name)
        do {
            return (themes, try themes.load(name, depth: depth))
        } catch {
            if context.options.theme != nil { throw error }
            return (themes, try themes.load(ThemeLibrary.kioskName, depth: depth))
        }
    }
}
