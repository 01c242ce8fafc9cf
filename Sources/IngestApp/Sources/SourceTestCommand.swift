import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords
import Configuration
import Transport

/// `utkik-ingest source test ADDRESS|ID…`: reads sources once, tells what they would bring, and keeps nothing.
struct SourceTestCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test", abstract: Phrase.testAbstract(UserLanguage.current()))
    }

    @Argument(
        help: ArgumentHelp(
            Phrase.sourcesHelp(UserLanguage.current()),
            valueName: ValueName.source(UserLanguage.current())),
        completion: .file())
    var sources: [String]

    @Flag(help: ArgumentHelp(Phrase.jsonHelp(UserLanguage.current())))
    var json = false

    @Flag(
        name: .customLong("now"), help: ArgumentHelp(Phrase.nowHelp(UserLanguage.current())))
    var asksAnyway = false

    @OptionGroup var settings: SourceOptions
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let store = try WriterSession.openStore(shared)
        let gazetteer = Gazetteer(try store.municipalities())
        var hasFailed = false
        for source in sources {
            do {
                try await test(source, store, gazetteer)
            } catch let code as ExitCode where code == ExitStatus.failure {
                hasFailed = true
            }
        }
        if hasFailed { throw ExitStatus.failure }
    }

    private func test(
        _ source: String, _ store: ContentStore, _ gazetteer: Gazetteer
    ) async throws {
        let configured = try ConfiguredSources.read(shared, gazetteer)
        let trial = try await SourceTrial.run(
            try subscription(source, store, gazetteer, configured), store,
            mistakes: configured.mistakes, contact: try shared.settings().contact,
            asksAnyway: asksAnyway)
        let report = SourceTrialReport(
            trial: trial, gazetteer: gazetteer, language: shared.spoken)
        if json {
            Streams.data(report.json.jsonLine)
        } else {
            report.lines.forEach(Streams.output)
        }
        if let error = trial.error {
            shared.complain(.failed(trial.address, error))
            if trial.isLeftAlone, !json { shared.complain(.nowAsks) }
            throw ExitStatus.failure
        }
    }

    /// The source of that name, as it is set up; else whatever is at the address.
    private func subscription(
        _ source: String, _ store: ContentStore, _ gazetteer: Gazetteer,
        _ configured: ConfiguredSources
    ) throws -> Subscription {
        do {
            let finder = SourceFinder(try store.sourceOverviews())
            if let found = try finder.subscription(source).subscription { return found }
        } catch let failure as SourceFinder.Failure {
            // What is meant as an address is told what is wrong with it as one.
            let isAddress =
                source.contains("://")
                || (try? SourceAddress.parse(source)).map {
                    SourceAddress.isURL($0) || source.contains("/") || FileBytes.isThere($0)
                } ?? false
            guard isAddress else {
                shared.complain(failure.message)
                throw ExitStatus.failure
            }
        }
        var (subscription, notice) = try settings.subscription(to: source, gazetteer, shared)
        subscription.settings = subscription.settings.completed
        if let known = configured.subscriptions.first(where: { $0.id == subscription.id }) {
            return known
        }
        if let notice { shared.complain(notice) }
        return subscription
    }
}

extension SourceOptions {
    /// The subscription to what is at `address`, with what the user says alone, and what the user should know of it.
    ///
    /// A private address that somebody types is meant, so it is allowed.
    ///
    /// - Throws: the exit code that fits, what is wrong told.
    func subscription(
        to address: String, _ gazetteer: Gazetteer, _ options: SharedOptions
    ) throws(ExitCode) -> (Subscription, notice: Phrase?) {
        var settings: SourceSettings
        do {
            settings = self.settings(of: try SourceAddress.parse(address))
        } catch {
            options.complain(
                error.message.map { "\(CleanText.line(address.prefix(200))): \($0)" })
            throw ExitStatus.failure
        }
        if let municipality {
            guard let found = gazetteer.municipality(municipality) else {
                options.complain(gazetteer.unknown(municipality))
                throw ExitStatus.failure
            }
            settings.municipality = found.code
        }
        var notice: Phrase?
        if let host = settings.privateHost, !settings.allowsPrivateHost {
            settings.allowsPrivateHost = true
            notice = .privateAllowed(host)
        }
        return (Subscription(id: .feed(address: settings.address), settings: settings), notice)
    }
}

extension SourceSettings {
    /// The host of its address where that is written as a private one; nil where it isn't, or looked up only later.
    fileprivate var privateHost: String? {
        guard SourceAddress.isURL(address), let web = WebAddress(address) else { return nil }
        return web.namesPrivateHost ? web.host : nil
    }
}

extension Phrase {
    static let testAbstract = Phrase(
        sv: "Läs källor en gång och visa vad de skulle ge. Inget sparas.",
        en: "Read sources once and show what they would bring. Nothing is kept.")
    static let sourcesHelp = Phrase(
        sv: "Källornas id, adresser eller titlar.", en: "The sources' ids, addresses or titles.")
    static let sourceHelp = Phrase(
        sv: "Källans id, adress eller titel.", en: "The source's id, address or title.")
    static let jsonHelp = Phrase(
        sv: "Skriv JSON, en rad per källa.", en: "Print JSON, a line for each source.")

    static let nowHelp = Phrase(
        sv: "Läs även en källa som har bett om att lämnas i fred.",
        en: "Read also a source that has asked to be left alone.")
    static let nowAsks = Phrase(
        sv: "inte läst; --now läser den ändå", en: "not read; --now reads it all the same")

    static func failed(_ address: String, _ error: Phrase) -> Phrase {
        error.map { "\(CleanText.line(address)): \($0)" }
    }

    static func privateAllowed(_ host: String) -> Phrase {
        Phrase(
            sv: "\(host) är en privat adress: källan får läsas där (--allow-private)",
            en: "\(host) is a private address: the source may be read there (--allow-private)")
    }
}
