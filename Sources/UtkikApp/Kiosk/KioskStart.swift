import ClimateModel
import ClimateStore
import CommandWords
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
        let (themes, theme) = try theme(depth: session.depth)
        let state = try state(
            content.store, theme: theme, usesUnicode: session.usesUnicode, size: session.size,
            at: LocalTime.now)
        var shell = Shell(
            session: session, context: context, state: state,
            content: LiveContent(content, notices: [], context: context), themes: themes,
            sceneLength: .seconds(plan.seconds))
        shell.start()
        return shell
    }

    /// The first scene, without a terminal.
    func frame(
        _ store: ContentStore, theme: Theme, usesUnicode: Bool, size: Size, at moment: Timestamp
    ) throws -> Frame {
        let state = try state(
            store, theme: theme, usesUnicode: usesUnicode, size: size, at: moment)
        var program = ReadingProgram(state: state, reader: store, describe: context.describe)
        _ = program.start()
        return program.state.view()
    }

    private func state(
        _ store: ContentStore, theme: Theme, usesUnicode: Bool, size: Size, at moment: Timestamp
    ) throws -> KioskState {
        KioskState(
            environment: context.environment(depth: theme.depth, usesUnicode: usesUnicode),
            language: try context.language(of: store), theme: theme, size: size, now: moment,
            plan: plan, chosen: try chosen(store))
    }

    /// The municipality that the kiosk is of.
    private func chosen(_ store: ContentStore) throws -> MunicipalityCode? {
        let lookup = try Lookup(store)
        if let municipality { return try lookup.municipality(municipality).code }
        return try context.chosenMunicipality(store, lookup).code
    }

    /// The theme that was asked for. Nobody is there to read what is wrong with one in a file, so the kiosk's own takes the
    /// place of one that can't be read, but for a name given just now.
    func theme(depth: ColorDepth) throws -> (themes: LiveThemes, theme: Theme) {
        let asked = context.options.theme ?? context.surroundings["UTKIK_THEME"]
        return try LiveThemes.loading(
            asked ?? context.settings.kiosk.theme ?? ThemeLibrary.kioskName,
            else: ThemeLibrary.kioskName, from: context.themes, depth: depth
        ) { if context.options.theme != nil { throw $0 } }
    }
}

extension KioskScene {
    /// The scene that "kiosk:SCENE" names; nil for what is no view of the kiosk.
    ///
    /// - Throws: a usage error for an unknown scene.
    init?(view: String) throws(Failure) {
        let parts = view.split(separator: ":", maxSplits: 1)
        guard parts.first == "kiosk" else { return nil }
        let name = parts.count > 1 ? String(parts[1]) : KioskScene.home.rawValue
        guard let scene = KioskScene(rawValue: name) else {
            let scenes = KioskScene.allCases.map(\.rawValue)
            throw Failure(
                .usage,
                CommandPhrases.unknown(
                    CommandPhrases.unknownView, view,
                    meant: nearest(to: name, among: scenes).map { Phrase(same: "kiosk:" + $0) }))
        }
        self = scene
    }
}
