import ClimateModel
import ClimateStore
import Dashboard
import Terminal
import TextGrid

/// What a command works with: the options, the environment and the config made one.
struct CommandContext {
    let options: GlobalOptions
    let surroundings: Surroundings
    let language: Language
    let usesUnicode: Bool

    init(_ options: GlobalOptions, surroundings: Surroundings = Surroundings()) throws {
        self.options = options
        self.surroundings = surroundings
        language = try Self.language(options, surroundings)
        usesUnicode = TerminalLocale.activate()
    }

    private static func language(
        _ options: GlobalOptions, _ surroundings: Surroundings
    ) throws -> Language {
        if let language = options.language { return language }
        if let text = surroundings["UTKIK_LANGUAGE"] {
            guard let language = Language(rawValue: text) else {
                throw Failure(.usage, CommandPhrases.badVariable("UTKIK_LANGUAGE", "sv, en"))
            }
            return language
        }
        return surroundings.localeLanguage
    }

    var glyphs: GlyphSet { usesUnicode ? .unicode : .ascii }
    var formats: Formats { Formats(language, glyphs: glyphs) }

    var location: StoreLocation {
        let standard = surroundings.standardLocation
        return StoreLocation(
            content: options.database ?? surroundings["UTKIK_DATABASE"] ?? standard.content,
            state: options.restricted ? nil : standard.state)
    }

    /// What text on standard output is fitted to.
    func look(_ output: StandardOutput) throws -> TextLook {
        let setting = options.color ?? .auto
        let isColored: Bool =
            switch setting {
            case .auto: output.isTerminal && surroundings["NO_COLOR"] == nil
            case .never: false
            case .always, .exactly: true
            }
        return TextLook(
            formats: formats, width: output.columns,
            theme: isColored ? try theme(depth: depth(setting)) : nil)
    }

    /// How many colours to write where no terminal is asked.
    func depth(_ setting: ColorSetting) -> ColorDepth {
        if case .exactly(let depth) = setting { return depth }
        return ["truecolor", "24bit"].contains(surroundings["COLORTERM"]) ? .trueColor : .palette256
    }

    var themes: ThemeLibrary {
        ThemeLibrary(
            shipped: ThemeLibrary.shipped,
            userFolder: options.restricted ? nil : surroundings.configFolder + "/themes")
    }

    /// The theme that was asked for; nil where none was.
    var themeName: String? { options.theme ?? surroundings["UTKIK_THEME"] }

    /// The theme that was asked for, or the usual one.
    func theme(depth: ColorDepth) throws -> Theme {
        Theme(try themes.load(themeName ?? ThemeLibrary.defaultName), depth: depth)
    }

    var color: ColorSetting { options.color ?? .auto }

    /// The language that was asked for, else the one that was chosen on the screen last, else the locale's.
    func language(of store: ContentStore) throws -> Language {
        let isAsked = options.language != nil || surroundings["UTKIK_LANGUAGE"] != nil
        let kept = try store.state?.preference(Preference.language.rawValue)
        return isAsked ? language : kept.flatMap(Language.init) ?? language
    }
}

extension CommandContext {
    /// Opens the content; what the user should know of it goes to standard error.
    func open() throws -> OpenContent {
        let content = try ContentOpening(context: self).open()
        for notice in content.notices { StandardOutput.report("utkik: " + notice.text) }
        return content
    }

    /// The municipalities that the user follows.
    func followed(_ store: ContentStore) throws -> Set<MunicipalityCode> {
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
            localOffset: LocalTime.offset, keyMap: .standard)
    }

    /// What the user is told of an error of a store.
    func describe(_ error: any Error, in language: Language) -> String {
        Failure(error).message?(language) ?? ""
    }

    /// The municipality whose standing is shown, and whether somebody chose it.
    func chosenMunicipality(
        _ store: ContentStore, _ lookup: Lookup
    ) throws -> (code: MunicipalityCode?, isChosen: Bool) {
        let kept = try store.state?.preference(Preference.municipality.rawValue)
        if let code = kept.flatMap(MunicipalityCode.init), lookup.gazetteer[code] != nil {
            return (code, true)
        }
        let standard = lookup.gazetteer.named(Self.firstMunicipality) ?? lookup.gazetteer.all.first
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
            followed: try followed(store))
        var program = Program(state: state, reader: store, describe: describe)
        _ = program.start()
        return program
    }
}
