import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords
import Configuration
import Foundation
import Transport

/// `utkik-ingest sync`: reads the sources that are due, all at once.
struct SyncCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        let language = UserLanguage.current()
        return CommandConfiguration(
            commandName: "sync", abstract: Phrase.syncAbstract(language),
            discussion: Phrase.syncDiscussion(language))
    }

    @Argument(
        help: ArgumentHelp(
            Phrase.syncSourcesHelp(UserLanguage.current()),
            valueName: ValueName.source(UserLanguage.current())))
    var sources: [String] = []

    @Flag(help: ArgumentHelp(Phrase.syncAllHelp(UserLanguage.current())))
    var all = false

    @Flag(help: ArgumentHelp(Phrase.syncWatchHelp(UserLanguage.current())))
    var watch = false

    @Flag(help: ArgumentHelp(Phrase.syncJSONHelp(UserLanguage.current())))
    var json = false

    @OptionGroup var shared: SharedOptions

    /// How often a watching sync looks whether something is due, in seconds.
    @Option(help: .hidden) var every = 20.0

    func run() async throws {
        let web = WebClient(contact: try shared.settings().contact?.url)
        defer { web.close() }
        var result = try await round(web, isFirst: true)
        let line = WaitingLine(shared.spoken, isJSON: json)
        while watch {
            line.show(try? selection(of: ContentStore.open(shared.location()).sourceOverviews()))
            try await Task.sleep(for: .seconds(max(0.05, every)))
            if let later = try await roundIfDue(web, line) { result = later }
        }
        if result.allFailed { throw ExitStatus.failure }
    }

    /// Between rounds the lock is free for whoever adds a source or imports a file.
    private func roundIfDue(
        _ web: WebClient, _ line: WaitingLine
    ) async throws -> SyncReporter.Total? {
        guard let store = try? ContentStore.open(shared.location()),
            let overviews = try? store.sourceOverviews()
        else { return nil }
        // A name that leads nowhere any more is told by the round.
        let due = try? selection(of: overviews).due
        guard due?.isEmpty != true || hasOtherConfig(store, overviews) else { return nil }
        line.clear()
        do {
            return try await round(web, isFirst: false)
        } catch let code as ExitCode where code == ExitStatus.locked || code == ExitStatus.badData {
            // What is in the way was told, and may be gone the next time.
            return nil
        }
    }

    /// Whether the config has other sources than the database. One that can't be read is as good as no other: the next
    /// round tells what is wrong with it.
    private func hasOtherConfig(_ store: ContentStore, _ overviews: [SourceOverview]) -> Bool {
        guard let settings = try? SharedSettings.load(shared.place, home: UserHome.path),
            let municipalities = try? store.municipalities()
        else { return false }
        let sources = ConfiguredSources(
            settings.sources, in: Gazetteer(municipalities), of: shared.place)
        return !sources.isSettled(in: overviews)
    }

    /// Reads what is chosen; rounds after the first follow the intervals, whatever the first was to read.
    private func round(_ web: WebClient, isFirst: Bool) async throws -> SyncReporter.Total {
        let now = Timestamp.now()
        let session = try WriterSession.open(shared)
        let (overviews, configured) = try ConfiguredSources.settle(shared, session)
        let selection: SyncSelection
        do {
            selection = try self.selection(of: overviews, now: now)
        } catch {
            shared.complain(error.message)
            throw ExitStatus.failure
        }
        let isEvery = isFirst && (all || !sources.isEmpty)
        let chosen = isEvery ? selection.active : selection.due
        let leftAlone = isFirst ? selection.toldOf(isNamed: !sources.isEmpty) : []
        let reporter = SyncReporter(
            total: chosen.count + leftAlone.count, isJSON: json, language: shared.spoken)
        await reporter.leaveAlone(leftAlone, titles: selection.titles, now: now)
        guard !chosen.isEmpty else {
            if !watch, leftAlone.isEmpty {
                let hasPaused = overviews.contains { $0.subscription?.isPaused == true }
                await reporter.tellNothingDue(selection, hasPaused: hasPaused)
            }
            return await reporter.finish()
        }
        let committer = try Committer(session) { await reporter.add($0) }
        let knowledge = await committer.knowledge
        let parser = ParserPool(knowledge, room: ReadingRoom())
        parser.start(chosen.count { $0.state.isNew })
        let tools = ReadingTools(
            web: web, parser: parser, knowledge: knowledge, kinds: selection.kinds,
            mistakes: configured.mistakes, now: now)
        let run = SyncRun(tools: tools, committer: committer)
        // Something is to be seen also while no server answers.
        let pulse = Task {
            while (try? await Task.sleep(for: .milliseconds(600))) != nil {
                await reporter.showProgress()
            }
        }
        defer { pulse.cancel() }
        do {
            try await Interruption.during {
                await committer.stop()
                await reporter.interrupt()
            } doing: {
                try await run.run(chosen, titles: selection.titles)
            }
        } catch let error as StoreError {
            throw WriterSession.tell(error, shared.spoken)
        }
        return await reporter.finish()
    }

    /// Those of the sources that the command names; all that are not paused where it names none.
    private func selection(
        of overviews: [SourceOverview], now: Timestamp = .now()
    ) throws(SourceFinder.Failure) -> SyncSelection {
        guard !sources.isEmpty else {
            return SyncSelection(
                overviews.filter { $0.subscription?.isPaused == false }, now: now)
        }
        let finder = SourceFinder(overviews)
        var seen: Set<Source.ID> = []
        var named: [SourceOverview] = []
        for source in sources {
            let found = try finder.subscription(source)
            if seen.insert(found.id).inserted { named.append(found) }
        }
        return SyncSelection(named, now: now)
    }
}

extension FetchState {
    /// Whether it was never read, so that what it answers is surely to be parsed.
    fileprivate var isNew: Bool { lastAttempt == nil }
}

/// Which sources a sync is about, and which of them are to be read.
struct SyncSelection {
    /// Those that are not to be left alone.
    let active: [Subscription]
    /// Those of them whose time has come.
    let due: [Subscription]
    /// Those whose servers have asked to be left alone.
    let leftAlone: [Subscription]
    /// What lists call each source.
    let titles: [Source.ID: String]
    /// What each source was found to be.
    let kinds: [Source.ID: Source.Kind]
    /// When the next one is due.
    let next: Timestamp?

    /// - Parameter overviews: the sources that it is about.
    init(_ overviews: [SourceOverview], now: Timestamp) {
        let subscriptions = overviews.compactMap(\.subscription)
        next = subscriptions.compactMap(\.state.nextAttempt).min()
        active = subscriptions.filter { $0.state.mayBeRead(now) }
        leftAlone = subscriptions.filter { !$0.state.mayBeRead(now) }
        due = active.filter { $0.state.isDue(now) }
        titles = Dictionary(
            overviews.map { ($0.id, $0.source.title) }, uniquingKeysWith: { first, _ in first })
        kinds = Dictionary(
            overviews.map { ($0.id, $0.source.kind) }, uniquingKeysWith: { first, _ in first })
    }

    /// Those that it is said of why they are left alone: all that somebody named, or all there are.
    func toldOf(isNamed: Bool) -> [Subscription] { isNamed || active.isEmpty ? leftAlone : [] }
}

extension Phrase {
    static let syncAbstract = Phrase(
        sv: "Hämta det nya från källorna.", en: "Bring in what is new at the sources.")
    static let syncDiscussion = Phrase(
        sv: """
            Läser de källor som det är dags för, flera på en gång. En källa som ofta ändras läses ofta, en som sällan \
            ändras sällan. Allt visas på öppna skärmar inom en sekund. Slutkod: 0 om någon källa gick att läsa, 1 om \
            ingen, 75 om en annan process skriver.
            """,
        en: """
            Reads the sources that are due, several at once. A source that changes often is read often, one that seldom \
            does seldom. Open screens show it within a second. Exit code: 0 if any source could be read, 1 if none, 75 \
            if another process is writing.
            """)
    static let syncSourcesHelp = Phrase(
        sv:
            "Källor att läsa, efter titel, adress eller id, vare sig det är dags eller inte. (Annars alla som det är dags för.) Den som har bett om att lämnas i fred läses inte.",
        en:
            "Sources to read, by title, address or id, due or not. (Otherwise all that are due.) One that asked to be left alone is not read."
    )
    static let syncAllHelp = Phrase(
        sv: "Läs alla källor, även de som det inte är dags för.",
        en: "Read all sources, also those that are not due.")
    static let syncWatchHelp = Phrase(
        sv: "Stanna kvar och läs varje källa när det är dags.",
        en: "Stay, and read each source when it is due.")
    static let syncJSONHelp = Phrase(
        sv: "Skriv en rad JSON per källa.", en: "Print a line of JSON for each source.")
}
