import ClimateModel
import ClimateStore
import Dashboard
import Terminal
import TextGrid

/// How a kiosk opens: what the command line says, else the config, else what suits a lobby.
struct KioskStart {
    let context: CommandContext
    private let plan: KioskPlan
    private let municipality: String?

    init(context: CommandContext, seconds: Int?, scenes: [KioskScene], municipality: String?) {
        self.context = context
        let kiosk = context.settings.kiosk
        plan = KioskPlan(
            scenes: scenes.isEmpty ? kiosk.scenes : scenes,
            seconds: seconds ?? kiosk.seconds ?? KioskPlan.usualSeconds)
        self.municipality = municipality
    }

    func shell(session: TerminalSession, content: OpenContent) throws -> Shell<KioskState> {
        let (themes, theme) = try theme(session)
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
    private func theme(
        _ session: TerminalSession
    ) throws -> (themes: LiveThemes, theme: Theme) {
        let asked = context.options.theme ?? context.surroundings["UTKIK_THEME"]
        return try LiveThemes.loading(
            asked ?? context.settings.kiosk.theme ?? ThemeLibrary.kioskName,
            else: ThemeLibrary.kioskName, from: context.themes, depth: session.depth
        ) { if context.options.theme != nil { throw $0 } }
    }
}
