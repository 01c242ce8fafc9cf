import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords

/// What every command takes that changes one source.
struct SourceChangeOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            Phrase.sourceHelp(UserLanguage.current()),
            valueName: ValueName.source(UserLanguage.current())))
    var source: String

    @Flag(help: ArgumentHelp(Phrase.jsonHelp(UserLanguage.current())))
    var json = false

    @OptionGroup var shared: SharedOptions
}

/// A command that changes one source which is there.
protocol SourceChangeCommand: ParsableCommand {
    var options: SourceChangeOptions { get }

    /// Does it, and says what was done.
    ///
    /// - Throws: `SourceFinder.Failure` where it can't be done, or `StoreError`.
    func change(_ source: SourceOverview, _ session: WriterSession) throws -> Phrase
}

extension SourceChangeCommand {
    func run() throws {
        let shared = options.shared
        let session = try WriterSession.open(shared, patience: WriterSession.patience)
        let sources = try ConfiguredSources.settle(shared, session).overviews
        do {
            let found = try SourceFinder(sources).subscription(options.source)
            let done = try change(found, session)
            if options.json {
                let line = JSONLine(["source": .text(found.id.rawValue), "done": .truth(true)])
                Streams.data(line.jsonLine)
            } else {
                Streams.output(done(shared.spoken))
            }
        } catch let failure as SourceFinder.Failure {
            shared.complain(failure.message)
            throw ExitStatus.failure
        } catch let error as StoreError {
            throw WriterSession.tell(error, shared.spoken)
        }
    }
}

/// `utkik-ingest source remove`: no sync reads it any more.
struct SourceRemoveCommand: SourceChangeCommand {
    static var configuration: CommandConfiguration {
        let language = UserLanguage.current()
        return CommandConfiguration(
            commandName: "remove", abstract: Phrase.removeAbstract(language),
            discussion: Phrase.removeDiscussion(language))
    }

    @OptionGroup var options: SourceChangeOptions

    @Flag(help: ArgumentHelp(Phrase.deleteContentHelp(UserLanguage.current())))
    var deleteContent = false

    func change(_ source: SourceOverview, _ session: WriterSession) throws -> Phrase {
        if source.subscription?.origin == .config {
            let gazetteer = Gazetteer(try session.store.municipalities())
            let configured = try ConfiguredSources.read(options.shared, gazetteer)
            throw SourceFinder.Failure(
                message: .removeInConfig(source.source.title, configured.place(source.id)))
        }
        _ = try session.writer.unsubscribe(source.id, deletingContent: deleteContent)
        return .removed(source, withContent: deleteContent)
    }
}

/// `utkik-ingest source pause`: syncs leave it out for now.
struct SourcePauseCommand: SourceChangeCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "pause", abstract: Phrase.pauseAbstract(UserLanguage.current()))
    }

    @OptionGroup var options: SourceChangeOptions

    func change(_ source: SourceOverview, _ session: WriterSession) throws -> Phrase {
        _ = try session.writer.setPaused(true, source.id)
        return .paused(source.source.title)
    }
}

/// `utkik-ingest source resume`: syncs read it again.
struct SourceResumeCommand: SourceChangeCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "resume", abstract: Phrase.resumeAbstract(UserLanguage.current()))
    }

    @OptionGroup var options: SourceChangeOptions

    func change(_ source: SourceOverview, _ session: WriterSession) throws -> Phrase {
        _ = try session.writer.setPaused(false, source.id)
        return .resumed(source.source.title)
    }
}

extension Phrase {
    static let removeAbstract = Phrase(
        sv: "Sluta läsa en källa.", en: "Stop reading a source.")
    static let removeDiscussion = Phrase(
        sv: "Innehållet som har hämtats finns kvar, om inget annat sägs.",
        en: "The content that was brought in stays unless told otherwise.")
    static let deleteContentHelp = Phrase(
        sv: "Ta bort innehållet också.", en: "Delete the content as well.")
    static let pauseAbstract = Phrase(
        sv: "Läs inte en källa tills vidare.", en: "Leave a source out for now.")
    static let resumeAbstract = Phrase(
        sv: "Läs en pausad källa igen.", en: "Read a paused source again.")

    static func removed(_ source: SourceOverview, withContent: Bool) -> Phrase {
        let title = source.source.title
        guard let content = content(of: source) else {
            return Phrase(sv: "Borttagen: \(title)", en: "Removed: \(title)")
        }
        return withContent
            ? Phrase(
                sv: "Borttagen med sitt innehåll: \(title)",
                en: "Removed with its content: \(title)")
            : Phrase(
                sv: "Borttagen: \(title). Det som har hämtats finns kvar (\(content.sv)).",
                en: "Removed: \(title). What was brought in stays (\(content.en)).")
    }

    /// "2 nyheter, 1 siffra": what came from a source; nil where nothing did.
    private static func content(of source: SourceOverview) -> Phrase? {
        func counted(_ count: Int, _ one: Phrase, _ several: Phrase) -> Phrase? {
            guard count > 0 else { return nil }
            let noun = count == 1 ? one : several
            return Phrase(
                sv: "\(Count.sv(count)) \(noun.sv)", en: "\(Count.en(count)) \(noun.en)")
        }
        let parts = [
            counted(
                source.newsCount, Phrase(sv: "nyhet", en: "news item"),
                Phrase(sv: "nyheter", en: "news items")),
            counted(
                source.figureCount, Phrase(sv: "siffra", en: "figure"),
                Phrase(sv: "siffror", en: "figures")),
            counted(
                source.projectCount, Phrase(sv: "projekt", en: "project"),
                Phrase(sv: "projekt", en: "projects")),
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return Phrase(
            sv: parts.map(\.sv).joined(separator: ", "),
            en: parts.map(\.en).joined(separator: ", "))
    }

    static func removeInConfig(_ title: String, _ place: String) -> Phrase {
        Phrase(
            sv: "\(title) står i \(place): ta bort den där, eller pausa den",
            en: "\(title) is in \(place): remove it there, or pause it")
    }

    static func paused(_ title: String) -> Phrase {
        Phrase(sv: "Pausad: \(title)", en: "Paused: \(title)")
    }

    static func resumed(_ title: String) -> Phrase {
        Phrase(sv: "Läses igen: \(title)", en: "Read again: \(title)")
    }
}
