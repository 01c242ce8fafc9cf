import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords
import Ingest

/// `utkik-ingest source export`: prints the feeds as OPML, for other readers and other machines.
struct SourceExportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export", abstract: Phrase.exportAbstract(UserLanguage.current()))
    }

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let store = try WriterSession.openStore(shared)
        let gazetteer = Gazetteer(try store.municipalities())
        let feeds = try store.sourceOverviews().compactMap { overview -> ListedFeed? in
            guard let settings = overview.subscription?.settings,
                overview.source.kind == .feed
            else { return nil }
            return ListedFeed(
                title: overview.source.title, address: settings.address,
                municipality: settings.municipality.flatMap { gazetteer[$0] })
        }
        guard let text = SourceListWriter.opml(feeds, title: "Utkik", made: .now()) else {
            shared.complain(.notExported)
            throw ExitStatus.failure
        }
        Streams.raw(text, to: 1)
    }
}

extension Phrase {
    static let exportAbstract = Phrase(
        sv: "Skriv ut flödena som OPML.", en: "Print the feeds as OPML.")
    static let notExported = Phrase(
        sv: "listan kunde inte skrivas", en: "the list could not be written")
}
