import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords
import Configuration
import Transport

/// `utkik-ingest source add ADDRESS…`: adds sources for syncs to read, each once it was read with success.
struct SourceAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        let language = UserLanguage.current()
        return CommandConfiguration(
            commandName: "add", abstract: Phrase.addAbstract(language),
            discussion: Phrase.addDiscussion(language))
    }

    @Argument(
        help: ArgumentHelp(
            Phrase.addressHelp(UserLanguage.current()),
            valueName: ValueName.address(UserLanguage.current())),
        completion: .file())
    var addresses: [String]

    @Flag(help: ArgumentHelp(Phrase.anywayHelp(UserLanguage.current())))
    var anyway = false

    @Flag(
        name: .customLong("no-test"), help: ArgumentHelp(Phrase.noTestHelp(UserLanguage.current())))
    var isUntested = false

    @Flag(help: ArgumentHelp(Phrase.jsonHelp(UserLanguage.current())))
    var json = false

    @OptionGroup var settings: SourceOptions
    @OptionGroup var shared: SharedOptions

    private struct Addition {
        var subscription: Subscription
        var title: String
        /// What it was found to be; nil where it was not read.
        var kind: Source.Kind?
    }

    func validate() throws {
        if addresses.count > 1, settings.title != nil {
            throw ValidationError(Phrase.oneTitle(shared.spoken))
        }
    }

    func run() async throws {
        let store = try WriterSession.openStore(shared)
        let gazetteer = Gazetteer(try store.municipalities())
        let configured = try ConfiguredSources.read(shared, gazetteer)
        var added: [Addition] = []
        var hasFailed = false
        for address in addresses {
            do {
                added.append(try await subscription(to: address, store, gazetteer, configured))
            } catch let code as ExitCode where code == ExitStatus.failure {
                hasFailed = true
            }
        }
        if !added.isEmpty { try write(added, gazetteer) }
        if hasFailed { throw ExitStatus.failure }
    }

    /// The subscription that is to be added, tried unless that is not wanted.
    ///
    /// - Throws: the exit code that fits, the reason told.
    private func subscription(
        to address: String, _ store: ContentStore, _ gazetteer: Gazetteer,
        _ configured: ConfiguredSources
    ) async throws -> Addition {
        var (subscription, notice) = try settings.subscription(to: address, gazetteer, shared)
        if configured.contains(subscription.id) {
            shared.complain(
                .inConfig(subscription.settings.address, configured.place(subscription.id)))
            throw ExitStatus.failure
        }
        if let notice { shared.complain(notice) }
        let given = subscription.settings
        let known = try Self.known(subscription.id, in: store)
        subscription.settings = Self.settings(given, onTopOf: known?.subscription)
        let name =
            subscription.settings.title ?? known?.source.title ?? subscription.settings.address
        if isUntested { return Addition(subscription: subscription, title: name) }
        var tried = subscription
        tried.state.leftAloneUntil = known?.subscription?.state.leftAloneUntil
        let trial = try await SourceTrial.run(
            tried, store, contact: try shared.settings().contact)
        if let error = trial.error {
            shared.complain(.failed(trial.address, error))
            if anyway { return Addition(subscription: subscription, title: name) }
            // What is no source will not be one later either.
            let isList = error == .listOfSources(subscription.settings.address)
            if !json, !isList { shared.complain(.notAdded) }
            throw ExitStatus.failure
        }
        if trial.address != subscription.settings.address {
            if !json { shared.complain(.foundAt(trial.address)) }
            var found = given
            // What a private address that was typed allows holds for that host alone.
            if WebAddress(trial.address)?.host != WebAddress(given.address)?.host {
                found.allowsPrivateHost = settings.allowPrivate
            }
            found.address = trial.address
            subscription.id = .feed(address: trial.address)
            subscription.settings = Self.settings(
                found, onTopOf: try Self.known(subscription.id, in: store)?.subscription)
            if configured.contains(subscription.id) {
                shared.complain(.inConfig(trial.address, configured.place(subscription.id)))
                throw ExitStatus.failure
            }
        }
        if !json {
            SourceTrialReport(trial: trial, gazetteer: gazetteer, language: shared.spoken)
                .lines.forEach(Streams.output)
        }
        return Addition(
            subscription: subscription, title: trial.title ?? trial.address, kind: trial.kind)
    }

    private static func known(_ id: Source.ID, in store: ContentStore) throws -> SourceOverview? {
        try store.sourceOverviews().first { $0.id == id }
    }

    /// What is `given`, on top of what is known of the source already.
    private static func settings(
        _ given: SourceSettings, onTopOf known: Subscription?
    ) -> SourceSettings {
        (known?.settings.taking(given) ?? given).completed
    }

    private func write(_ added: [Addition], _ gazetteer: Gazetteer) throws {
        let session = try WriterSession.open(shared, patience: WriterSession.patience)
        do {
            let known = Dictionary(
                try session.store.sourceOverviews().compactMap { overview in
                    overview.subscription.map { (overview.id, $0.settings) }
                }, uniquingKeysWith: { first, _ in first })
            let isKept = { (one: Addition) in
                known[one.subscription.id] == one.subscription.settings
            }
            try session.writer.subscribe(
                added.filter { !isKept($0) }.map(\.subscription),
                titles: Dictionary(
                    added.map { ($0.subscription.id, $0.title) }, uniquingKeysWith: { $1 }),
                kinds: Dictionary(
                    added.compactMap { one in one.kind.map { (one.subscription.id, $0) } },
                    uniquingKeysWith: { $1 }))
            for one in added {
                let old = known[one.subscription.id]
                tell(
                    one,
                    changes: old.map { one.subscription.settings.changes(since: $0, in: gazetteer) }
                )
            }
        } catch let error as StoreError {
            throw WriterSession.tell(error, shared.spoken)
        }
    }

    /// - Parameter changes: what is otherwise than before; nil for a source that is new.
    private func tell(_ added: Addition, changes: [Phrase]?) {
        if json {
            let line = JSONLine([
                "source": .text(added.subscription.id.rawValue), "title": .text(added.title),
                "address": .text(added.subscription.settings.address),
                "result": .text(changes.map { $0.isEmpty ? "unchanged" : "changed" } ?? "new"),
            ])
            Streams.data(line.jsonLine)
        } else {
            Streams.output(Phrase.added(added.title, changes: changes)(shared.spoken))
        }
    }
}

extension Phrase {
    static let addAbstract = Phrase(
        sv: "Lägg till källor som utkik sync läser.", en: "Add sources that utkik sync reads.")
    static let addDiscussion = Phrase(
        sv: """
            Varje källa läses en gång först, och det som den skulle ge visas. Går den inte att läsa sägs varför, och den \
            läggs inte till. En adress är en URL, en sida som har ett flöde, en fil, en mapp, imaps://VÄRD/MAPP, kolada \
            eller foretagsklimat. En källa som redan finns får de inställningar som anges.
            """,
        en: """
            Each source is read once first, and what it would bring is shown. One that can't be read is not added, and \
            it is said why. An address is a URL, a page that has a feed, a file, a folder, imaps://HOST/FOLDER, kolada or \
            foretagsklimat. A source that is there already gets the settings that are given.
            """)
    static let addressHelp = Phrase(
        sv: "Adresserna.", en: "The addresses.")
    static let anywayHelp = Phrase(
        sv: "Lägg till även det som inte går att läsa just nu.",
        en: "Add also what can't be read right now.")
    static let noTestHelp = Phrase(
        sv: "Lägg till utan att läsa först.", en: "Add without reading first.")
    static let oneTitle = Phrase(
        sv: "--title går bara med en adress", en: "--title goes with one address only")
    static let notAdded = Phrase(
        sv: "inte tillagd; --anyway lägger till den ändå",
        en: "not added; --anyway adds it all the same")

    static func foundAt(_ address: String) -> Phrase {
        let address = CleanText.line(address)
        return Phrase(sv: "läses från \(address)", en: "it is read from \(address)")
    }

    static func inConfig(_ address: String, _ place: String) -> Phrase {
        let address = CleanText.line(address)
        return Phrase(
            sv: "\(address) står i \(place): ändra den där",
            en: "\(address) is in \(place): change it there")
    }

    /// - Parameter changes: what is otherwise than before; nil for a source that is new.
    static func added(_ title: String, changes: [Phrase]?) -> Phrase {
        let title = CleanText.line(title)
        guard let changes else {
            return Phrase(
                sv: "Tillagd: \(title). utkik sync hämtar innehållet.",
                en: "Added: \(title). utkik sync brings in its content.")
        }
        guard !changes.isEmpty else {
            return Phrase(
                sv: "Fanns redan, som den var: \(title)",
                en: "Was there already, as it was: \(title)")
        }
        let (swedish, english) = (changes.map(\.sv), changes.map(\.en))
        return Phrase(
            sv: "Fanns redan: \(title). Nytt: " + swedish.joined(separator: ", "),
            en: "Was there already: \(title). New: " + english.joined(separator: ", "))
    }
}
