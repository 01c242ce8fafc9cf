import ClimateModel
import ClimateStore
import CommandWords
import Configuration
import Dashboard
import Terminal
import TextGrid

/// What a command works with: the options, the environment and the config made one.
struct CommandContext {
    let options: GlobalOptions
    let surroundings: Surroundings
    let settings: Settings
    let keyMap: KeyMap
    let usesUnicode: Bool
    /// What is wrong with the config or the environment, where that was to be borne.
    let configProblems: FileProblems?

    /// - Parameter bearsProblems: whether to go on without the config where it can't be used.
    /// - Throws: `FileProblems`.
    init(
        _ options: GlobalOptions, surroundings: Surroundings = Surroundings(),
        bearsProblems: Bool = false
    ) throws {
        self.options = options
        self.surroundings = surroundings
        do {
            settings = try Settings.load(
                options.settings, environment: surroundings.variables, home: surroundings.home,
                isRestricted: options.restricted)
            configProblems = nil
        } catch {
            guard bearsProblems else { throw error }
            settings = try Settings.resolve(
                options.settings, environment: surroundings.localeVariables, config: Config())
            configProblems = error
        }
        keyMap = try KeyMap(settings.keys)
        usesUnicode = TerminalLocale.activate()
    }

    var language: Language { settings.language }

    var glyphs: GlyphSet { usesUnicode ? .unicode : .ascii }
    var formats: Formats { Formats(language, glyphs: glyphs) }

    var location: StoreLocation {
        let standard = surroundings.standardLocation
        return StoreLocation(
            content: settings.database ?? standard.content,
            state: options.restricted ? nil : standard.state)
    }

    /// What text on standard output is fitted to.
    func look(_ output: StandardOutput) throws -> TextLook {
        let isColored = color == .auto ? output.isTerminal : color != .never
        return TextLook(
            formats: formats, width: output.columns,
            theme: isColored ? try theme(depth: depth) : nil, isSpoken: options.plain)
    }

    /// Which colours to use on a terminal.
    var color: ColorSetting { settings.color }

    /// How many colours to write where no terminal is asked.
    var depth: ColorDepth {
        if case .exactly(let depth) = color { return depth }
        if color == .never { return .mono }
        return ["truecolor", "24bit"].contains(surroundings["COLORTERM"]) ? .trueColor : .palette256
    }

    /// Where the user's own files are.
    var place: ConfigPlace {
        ConfigPlace(
            named: options.config, environment: surroundings.variables, home: surroundings.home,
            isRestricted: options.restricted)
    }

    var themes: ThemeLibrary {
        ThemeLibrary(shipped: ThemeLibrary.shipped, userFolder: place.themeFolder)
    }

    /// The theme that was asked for, or the usual one.
    func theme(depth: ColorDepth) throws -> Theme {
        Theme(try themes.load(settings.theme ?? ThemeLibrary.defaultName), depth: depth)
    }

    /// The language that was asked for, else the one that was chosen on the screen last, else the locale's.
    func language(of store: ContentStore) throws -> Language {
        let kept = try store.state?.preference(Preference.language.rawValue)
        return settings.isLanguageChosen ? language : kept.flatMap(Language.init) ?? language
    }
}

extension CommandContext {
    /// Opens the content; what the user should know of it goes to standard error.
    func open() throws -> OpenContent {
        let content = try ContentOpening(context: self).open()
        for notice in content.notices { StandardOutput.report("utkik: " + notice.text) }
        return content
    }

    /// The municipalities that the user follows: those of the config, else those followed on the screen.
    ///
    /// - Parameter lookup: made only where names have to be found.
    func followed(
        _ store: ContentStore, _ lookup: @autoclosure () throws -> Lookup
    ) throws -> Set<MunicipalityCode> {
        if !settings.followed.isEmpty {
            let lookup = try lookup()
            return Set(
                try settings.followed.map {
                    try lookup.municipality($0, in: place, at: "followed").code
                })
        }
        let text = try store.state?.preference(Preference.followed.rawValue) ?? ""
        return Set(text.split(separator: " ").compactMap { MunicipalityCode(rawValue: String($0)) })
    }
}

extension CommandContext {
    /// The day it is here.
    var today: CalendarDate {
        let now = LocalTime.now
        return now.clock(offset: LocalTime.offset(at: now)).date
    }

    /// What the dashboard is to know of where it runs.
    func environment(depth: ColorDepth, usesUnicode: Bool) -> Environment {
        Environment(
            isRestricted: options.restricted, usesUnicode: usesUnicode, colorDepth: depth,
            localOffset: LocalTime.offset, keyMap: keyMap)
    }

    /// What the user is told of an error of a store.
    func describe(_ error: any Error, in language: Language) -> String {
        Failure(error).message?(language) ?? ""
    }

    /// The municipality whose standing is shown, and whether somebody chose it.
    ///
    /// - Parameter lookup: made only where names have to be found.
    func chosenMunicipality(
        _ store: ContentStore, _ lookup: @autoclosure () throws -> Lookup
    ) throws -> (code: MunicipalityCode?, isChosen: Bool) {
        if let name = settings.municipality {
            return (try lookup().municipality(name, in: place, at: "municipality").code, true)
        }
        let kept = try store.state?.preference(Preference.municipality.rawValue)
        if let code = kept.flatMap(MunicipalityCode.init) { return (code, true) }
        let gazetteer = try lookup().gazetteer
        let standard = gazetteer.named(Self.firstMunicipality) ?? gazetteer.all.first
        return (standard?.code, false)
    }

    /// Whose standing the first screen shows.
    private static var firstMunicipality: String { "Kristinehamn" }
}

extension CommandContext {
    /// What a dashboard of that size shows at `moment`, after it has read its first screen.
    func program(
        _ store: ContentStore, _ lookup: Lookup, theme: Theme = .plain, usesUnicode: Bool? = nil,
        size: Size = Size(width: 120, height: 40), at moment: Timestamp = LocalTime.now,
        chosen: MunicipalityCode? = nil
    ) throws -> Program<ContentStore> {
        let state = AppState(
            environment: environment(
                depth: theme.depth, usesUnicode: usesUnicode ?? self.usesUnicode),
            language: language, theme: theme, size: size, now: moment,
            chosen: try chosen ?? chosenMunicipality(store, lookup).code,
            followed: try followed(store, lookup))
        var program = Program(state: state, reader: store, describe: describe)
        _ = program.start()
        return program
    }
}
