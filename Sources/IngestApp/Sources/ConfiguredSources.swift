import ArgumentParser
import ClimateModel
import ClimateStore
import Configuration

/// The sources of the user's config file, which the database follows.
struct ConfiguredSources {
    /// Which sources the config has, each with its id.
    let subscriptions: [Subscription]
    /// Where each stands among the tables of the file.
    private let indices: [Source.ID: Int]
    private let path: String
    /// Why some can't be read as they are written, with the place in the file: theirs alone is to be mended.
    let mistakes: [Source.ID: Phrase]

    /// Looks the municipalities up.
    init(_ sources: [ConfiguredSource], in gazetteer: Gazetteer, of place: ConfigPlace) {
        subscriptions = sources.map { source in
            Subscription(
                id: .feed(address: source.settings.address),
                settings: source.resolved(in: gazetteer), origin: .config)
        }
        mistakes = Dictionary(
            zip(subscriptions.map(\.id), sources).compactMap { id, source in
                source.problem(in: gazetteer, of: place).map { (id, $0.phrase) }
            }, uniquingKeysWith: { first, _ in first })
        indices = Dictionary(
            zip(subscriptions.map(\.id), sources.map(\.index)),
            uniquingKeysWith: { first, _ in first })
        path = place.path ?? ""
    }

    /// Whether the config has the source.
    func contains(_ id: Source.ID) -> Bool { indices[id] != nil }

    /// "config.toml:12": where a source of the config begins.
    func place(_ id: Source.ID) -> String {
        let line = indices[id].flatMap {
            SettingsFile.line(of: ["sources", String($0)], in: path)
        }
        return CleanText.line(path) + (line.map { ":\($0)" } ?? "")
    }

    /// Makes the database's subscriptions those of the config: new and changed ones are written, and those that the config
    /// has no more are taken away; their content stays. What was added by other means is left alone, unless the config
    /// has it too.
    ///
    /// - Returns: the sources as they are then.
    /// - Throws: `StoreError`.
    func settle(_ session: WriterSession) throws -> [SourceOverview] {
        let overviews = try session.store.sourceOverviews()
        guard !isSettled(in: overviews) else { return overviews }
        let changes = changes(to: overviews)
        if !changes.new.isEmpty { try session.writer.subscribe(changes.new) }
        for old in changes.gone { _ = try session.writer.unsubscribe(old, deletingContent: false) }
        return try session.store.sourceOverviews()
    }

    /// Whether the database's subscriptions are those of the config.
    ///
    /// - Parameter overviews: all that the database has.
    func isSettled(in overviews: [SourceOverview]) -> Bool {
        let changes = changes(to: overviews)
        return changes.new.isEmpty && changes.gone.isEmpty
    }

    private func changes(
        to overviews: [SourceOverview]
    ) -> (new: [Subscription], gone: [Source.ID]) {
        let known = overviews.compactMap(\.subscription)
        let byID = Dictionary(
            known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let new = subscriptions.filter { new in
            byID[new.id].map { $0.settings != new.settings || $0.origin != .config } ?? true
        }
        let gone = known.filter { $0.origin == .config && !contains($0.id) }.map(\.id)
        return (new, gone)
    }

    /// Reads the config that `options` name.
    ///
    /// - Throws: the exit code that fits, everything that is wrong told.
    static func read(
        _ options: SharedOptions, _ gazetteer: Gazetteer
    ) throws(ExitCode) -> ConfiguredSources {
        ConfiguredSources(try options.settings().sources, in: gazetteer, of: options.place)
    }

    /// Reads the config that `options` name, and has the database follow it.
    ///
    /// - Returns: the sources as they are then, and those of the config.
    /// - Throws: the exit code that fits, everything that is wrong told; then nothing has changed.
    static func settle(
        _ options: SharedOptions, _ session: WriterSession
    ) throws -> (overviews: [SourceOverview], configured: ConfiguredSources) {
        do {
            let configured = try read(options, Gazetteer(try session.store.municipalities()))
            return (try configured.settle(session), configured)
        } catch let error as StoreError {
            throw WriterSession.tell(error, options.spoken)
        }
    }
}
