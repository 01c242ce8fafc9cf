import ClimateModel
import ClimateStore
import CommandWords
import Dashboard
import Terminal
import TextGrid

/// Runs a state on a terminal: events become messages, effects are carried out.
///
/// Everything that a key can lead to is done within milliseconds; other programs run beside this one.
struct Shell<State: ProgramState>: FullScreenProgram {
    let session: TerminalSession
    let context: CommandContext
    var program: ReadingProgram<State, ContentStore>
    var content: LiveContent
    var themes: LiveThemes
    /// What the writer does beside it.
    private var jobs: WriterJobs
    /// How long a scene is shown; nil for what has no scenes.
    var sceneLength: Duration?

    /// When content that changed is read again: soon, but not for every write of a long import.
    private var reloadAt: ContinuousClock.Instant?
    private var sceneEndsAt: ContinuousClock.Instant?
    /// When a moment has passed without a key.
    private var restedAt: ContinuousClock.Instant?
    private var isOver = false

    private enum Watched: Int {
        case content, theme
    }

    /// How long changes are gathered before they are read.
    private static var gathering: Duration { .milliseconds(80) }
    /// How long a rest is: longer than a held key's repeat, shorter than a look.
    private static var rest: Duration { .milliseconds(120) }

    init(
        session: TerminalSession, context: CommandContext, state: State, content: LiveContent,
        themes: LiveThemes, sceneLength: Duration? = nil
    ) {
        self.session = session
        self.context = context
        self.content = content
        self.themes = themes
        self.sceneLength = sceneLength
        jobs = WriterJobs(context)
        program = content.program(state, context)
        sceneEndsAt = sceneLength.map { .now + $0 }
    }

    /// Reads what the first screen shows, and says what is to be known of how it was opened.
    mutating func start() {
        perform(program.start())
        for notice in content.takeNotices() {
            send(.notice(notice.text, isProblem: notice.isProblem))
        }
    }

    // MARK: Events

    var watched: [WatchedDescriptor] {
        [
            content.descriptor.map {
                WatchedDescriptor(id: Watched.content.rawValue, descriptor: $0)
            },
            themes.descriptor.map { WatchedDescriptor(id: Watched.theme.rawValue, descriptor: $0) },
        ].compactMap { $0 } + jobs.watched
    }

    var alarm: ContinuousClock.Instant? {
        [reloadAt, sceneEndsAt, restedAt, jobs.alarm].compactMap { $0 }.min()
    }

    mutating func handle(_ event: Event) throws -> Reaction {
        switch event {
        case .input(.key(let key)): send(.key(key))
        case .input(.paste(let text)): send(.paste(text))
        case .input(.mouse(let mouse)): send(.mouse(mouse))
        case .input(.focus): return .ignore
        case .resize(let size): send(.resized(size))
        case .minute(let seconds):
            if !content.isOnFile { reload() }
            send(.tick(Timestamp(seconds: seconds)))
        case .alarm: ring()
        case .readable(let id): return watchedChanged(id)
        case .interrupt: return .finish
        case .resumed: send(.tick(LocalTime.now))
        case .ending:
            jobs.stopAll()
            perform(program.finish())
            return .ignore
        }
        return isOver ? .finish : .draw
    }

    mutating func frame(_ size: Size) -> Frame { program.state.view() }

    private mutating func watchedChanged(_ id: Int) -> Reaction {
        switch Watched(rawValue: id) {
        case .content, .theme:
            let hasChanged = id == Watched.content.rawValue ? content.drain() : themes.drain()
            if hasChanged { reloadAt = reloadAt ?? .now + Self.gathering }
        default:
            let messages = jobs.read(id, program.state.language)
            for message in messages { send(message) }
            return messages.isEmpty ? .ignore : .draw
        }
        return .ignore
    }

    private mutating func ring() {
        let now = ContinuousClock.now
        jobs.ring(now)
        if let time = reloadAt, time <= now {
            reloadAt = nil
            reload()
        }
        if let time = restedAt, time <= now {
            restedAt = nil
            send(.rested)
        }
        if let length = sceneLength, let time = sceneEndsAt, time <= now {
            sceneEndsAt = now + length
            send(.sceneEnded)
        }
    }

    private mutating func reload() {
        if themes.hasChanged { load(themes.name) }
        switch content.refresh() {
        case .same: break
        case .changed: send(.contentChanged)
        case .replaced:
            program = content.program(program.state, context)
            send(.contentChanged)
        case .lost(let reason): send(.contentLost(reason))
        }
    }

    // MARK: Messages and effects

    mutating func send(_ message: Message) { perform(program.send(message)) }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects { perform(effect) }
    }

    private mutating func perform(_ effect: Effect) {
        switch effect {
        case .quit: isOver = true
        case .awaitRest: restedAt = .now + Self.rest
        case .redraw: session.redraw()
        case .suspend: session.suspend()
        case .listThemes: send(.themesListed(themes.library.samples()))
        case .loadTheme(let name): load(name)
        case .copy(let text):
            if !session.copy(text) {
                send(.notice(ShellPhrases.tooLongToCopy(program.state.language), isProblem: true))
            }
        case .openLink(let address): open(address)
        case .sync, .stopSync, .changeSource, .testSource, .stopTest:
            for message in jobs.perform(effect, program.state.language) { send(message) }
        case .read, .setRead, .markAllRead, .setStarred, .setPreference:
            // The program does these itself.
            break
        }
    }

    private mutating func load(_ name: String) {
        do {
            send(.themeLoaded(name, try themes.load(name, depth: session.depth)))
        } catch {
            send(.themeFailed(name, error.line(in: program.state.language)))
        }
    }

    private mutating func open(_ address: String) {
        let language = program.state.language
        guard !context.options.restricted, let browser = Browser(address, context.surroundings)
        else {
            send(
                .notice(ShellPhrases.noBrowser(CleanText.line(address))(language), isProblem: false)
            )
            return
        }
        do {
            try browser.open(from: session)
        } catch {
            send(.notice(CleanText.line("\(error)"), isProblem: true))
        }
    }
}
