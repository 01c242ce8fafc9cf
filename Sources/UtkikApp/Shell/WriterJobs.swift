import ClimateModel
import Dashboard
import Terminal

/// What the companion does for the dashboard right now: at most one sync, one test of a source, and a few changes.
///
/// They end with the dashboard. A sync that is ended so has lost nothing: what it wrote is whole, and the next one goes on.
struct WriterJobs {
    private var jobs: [Int: WriterJob] = [:]
    private var started = 0
    private let context: CommandContext

    init(_ context: CommandContext) { self.context = context }

    /// Descriptors of jobs have numbers from here on, two for each: its output, its end.
    static let firstDescriptor = 16
    /// The most jobs at a time.
    private static let limit = 8

    // MARK: Starting and ending

    /// Does what `effect` asks for.
    ///
    /// - Returns: what is to be told of it at once; an effect that is not for the writer comes to nothing.
    mutating func perform(_ effect: Effect, _ language: Language) -> [Message] {
        switch effect {
        case .sync(.all): return start(.sync, ["sync", "--all"], [], language)
        case .sync(.sources(let ids)):
            return start(.sync, ["sync"], ids.map(\.rawValue), language)
        case .testSource(let id):
            stop { if case .test = $0 { true } else { false } }
            return start(.test(id), ["source", "test"], [id.rawValue], language)
        case .changeSource(let change):
            let (name, subject) = change.arguments
            return start(.change(change), ["source", name], [subject], language)
        case .stopSync: stop { $0 == .sync }
        case .stopTest: stop { if case .test = $0 { true } else { false } }
        default: break
        }
        return []
    }

    private mutating func start(
        _ task: WriterJob.Task, _ command: [String], _ subjects: [String], _ language: Language
    ) -> [Message] {
        guard jobs.count < Self.limit else {
            return [task.failed(ShellPhrases.tooManyJobs(language))]
        }
        guard !context.options.restricted, let companion = Companion.find(context.surroundings)
        else { return [task.failed(CommandPhrases.noCompanion(language))] }
        var options = [
            "--json", "--database", context.location.content, "--language", language.rawValue,
        ]
        if let config = context.options.config { options += ["--config", config] }
        if !subjects.isEmpty { options += ["--"] + subjects }
        do {
            let child = try ChildProcess(companion.path, command + options)
            jobs[started] = WriterJob(task, child)
            started += 1
            return []
        } catch {
            return [task.failed(CleanText.line("\(error)"))]
        }
    }

    private mutating func stop(_ isMeant: (WriterJob.Task) -> Bool) {
        for (id, job) in jobs where isMeant(job.task) { jobs[id]?.stop() }
    }

    /// Asks all of them to end, as the dashboard does.
    mutating func stopAll() { stop { _ in true } }

    // MARK: Events

    var watched: [WatchedDescriptor] {
        jobs.flatMap { id, job -> [WatchedDescriptor] in
            let number = Self.firstDescriptor + 2 * id
            let end = WatchedDescriptor(id: number + 1, descriptor: job.child.ending)
            guard !job.hasClosedOutput else { return [end] }
            return [WatchedDescriptor(id: number, descriptor: job.child.output), end]
        }
    }

    /// When a job that should have ended is killed.
    var alarm: ContinuousClock.Instant? { jobs.values.compactMap(\.killAt).min() }

    mutating func ring(_ now: ContinuousClock.Instant) {
        for id in jobs.keys { jobs[id]?.killIfLate(now) }
    }

    /// Reads from the descriptor of that number.
    ///
    /// - Returns: what has come of it.
    mutating func read(_ descriptor: Int, _ language: Language) -> [Message] {
        let id = (descriptor - Self.firstDescriptor) / 2
        guard descriptor >= Self.firstDescriptor, jobs[id] != nil else { return [] }
        guard (descriptor - Self.firstDescriptor).isMultiple(of: 2) else {
            return end(id, language)
        }
        let progress = Self.progress(jobs[id]?.read())
        guard let job = jobs[id], job.hasClosedOutput, job.child.ending < 0 else { return progress }
        // Where its end can't be watched, it follows upon that of its output.
        _ = job.child.wait()
        return progress + end(id, language)
    }

    private mutating func end(_ id: Int, _ language: Language) -> [Message] {
        guard let exit = jobs[id]?.child.exitIfEnded() else { return [] }
        let progress = Self.progress(jobs[id]?.readRest())
        guard let job = jobs.removeValue(forKey: id) else { return progress }
        if case .test = job.task, job.isStopped { return progress }
        return progress + [job.message(exit, language)]
    }

    private static func progress(_ reports: [SyncReport]?) -> [Message] {
        guard let reports, !reports.isEmpty else { return [] }
        return [.syncProgressed(reports)]
    }
}

extension WriterJob.Task {
    /// What is told where it could not even be started.
    fileprivate func failed(_ reason: String) -> Message {
        switch self {
        case .sync: .syncEnded(.failed(reason))
        case .test(let id): .sourceTested(id, SourceTest(address: "", error: reason))
        case .change(let change): .sourceChanged(change, .failed(reason))
        }
    }
}

extension SourceChange {
    /// The name of the companion's command, and what it is about.
    fileprivate var arguments: (name: String, subject: String) {
        switch self {
        case .pause(let id): ("pause", id.rawValue)
        case .resume(let id): ("resume", id.rawValue)
        case .remove(let id): ("remove", id.rawValue)
        case .add(let address): ("add", address)
        }
    }
}
