import ClimateModel
import ClimateStore
import CommandWords
import Dashboard
import Terminal
import TextGrid

/// How the dashboard looks when it opens: what the user chose last, or never yet.
struct DashboardStart {
    let context: CommandContext
    let session: TerminalSession
    let content: OpenContent

    func shell() throws -> Shell<AppState> {
        let chosen = try context.chosenMunicipality(content.store, try Lookup(content.store))
        var notices = content.notices
        let (themes, theme) = try theme(&notices)
        let environment = context.environment(
            depth: session.depth, usesUnicode: session.usesUnicode)
        let language = try context.language(of: content.store)
        let kept = try kept(.view)
        if !chosen.isChosen, kept == nil, let code = chosen.code {
            let name = try Lookup(content.store).gazetteer[code]?.name
            notices.insert(welcome(name, environment, language), at: 0)
        }
        let state = AppState(
            environment: environment, language: language, theme: theme, size: session.size,
            now: LocalTime.now, chosen: chosen.code,
            followed: try context.followed(content.store, try Lookup(content.store)))
        var shell = Shell(
            session: session, context: context, state: state,
            content: LiveContent(content, notices: notices, context: context), themes: themes)
        shell.start()
        if let pane = AppState.Pane.allCases.first(where: { $0.name == kept }) {
            shell.send(.open(.home(pane)))
        }
        return shell
    }

    private func kept(_ preference: Preference) throws -> String? {
        try content.store.state?.preference(preference.rawValue)
    }

    /// The theme that was asked for or chosen last; one that can't be read gives way to the usual one.
    private func theme(
        _ notices: inout [OpenContent.Notice]
    ) throws -> (themes: LiveThemes, theme: Theme) {
        let name = try context.settings.theme ?? kept(.theme) ?? ThemeLibrary.defaultName
        return try LiveThemes.loading(
            name, else: ThemeLibrary.defaultName, from: context.themes, depth: session.depth
        ) { notices.append(.init(text: $0.line(in: context.language), isProblem: true)) }
    }

    private func welcome(
        _ name: String?, _ environment: Environment, _ language: Language
    ) -> OpenContent.Notice {
        let formats = Formats(language, glyphs: environment.usesUnicode ? .unicode : .ascii)
        let key = environment.keyMap.keys(for: .chooseMunicipality, in: .rankings).first
        let text = ShellPhrases.chooseYours(
            name ?? "", key: key.map(formats.key) ?? ":" + Action.chooseMunicipality.rawValue)
        return .init(text: text(language), isProblem: false)
    }
}
