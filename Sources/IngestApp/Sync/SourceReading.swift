import ClimateModel
import Ingest
import Transport

/// Reads one kind of source.
protocol SourceReading: Sendable {
    /// What the source has that is new.
    ///
    /// It waits for servers and workers, never for the database, and changes nothing.
    ///
    /// - Throws: `SourceFailure` where nothing of it can be used.
    func read(
        _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> Reading
}

/// What readers of sources read with.
struct ReadingTools: Sendable {
    var web: WebClient
    var mail = MailboxClient()
    var parser: ParserPool
    /// What was known when the sync began.
    var knowledge: ParserKnowledge
    /// What each source was found to be before.
    var kinds: [Source.ID: Source.Kind] = [:]
    /// Why a source can't be read as the config has it.
    var mistakes: [Source.ID: Phrase] = [:]
    /// What is tried once more.
    var retry = RetryPolicy()
    /// Keeps the requests to Kolada apart.
    var pace = HostPace(KoladaSession.pace)
    /// The servers that do not answer.
    var silent = SilentHosts()
    /// When the sync takes place.
    var now: Timestamp

    /// What a source is: as the user says, else as it was before.
    func kind(of subscription: Subscription) -> Source.Kind {
        subscription.settings.kind ?? kinds[subscription.id] ?? .feed
    }
}

/// What one reading of a source found.
struct Reading: Sendable {
    /// What it says; nil where nothing has changed.
    var file: ImportedFile?
    /// What it is.
    var kind: Source.Kind
    /// What is to be remembered, but for the times, which the schedule sets.
    var state: FetchState
    /// What its publisher asks for.
    var wish = Schedule.Wish()
    /// What of it could not be read although the rest could.
    var problems: [Phrase] = []
    /// Whether there is more, to be read from `state` on as soon as this is written.
    var isPartial = false
}

/// Why a source could not be read.
struct SourceFailure: Error, Sendable {
    /// In plain words, with what can be done about it.
    var message: Phrase
    /// What its publisher asks for.
    var wish = Schedule.Wish()
    /// Whether it is nothing of the source's, and may be over the next time: what it came upon is not to be passed over.
    var isPassing = false
    /// The length of an answer that may have been cut short, to be compared with that of the next.
    var unsureLength: Int?

    init(_ message: Phrase, wish: Schedule.Wish = Schedule.Wish()) {
        self.message = message
        self.wish = wish
    }

    /// - Parameter moment: when the server answered.
    init(_ error: WebError, at moment: Timestamp = .now()) {
        self.init(error.phrase)
        if case .status(let status, let retryAfter) = error {
            wish.leftAloneUntil = retryAfter.map {
                moment.adding(seconds: $0.seconds(from: moment))
            }
            wish.isGone = status == 410
        }
    }

    /// The first problem, with its place and how many more there are.
    init(_ failure: ImportFailure) {
        defer { isPassing = failure.isPassing }
        guard let first = failure.problems.first else {
            self.init(Phrase(sv: "innehållet gick inte att läsa", en: "the content can't be read"))
            return
        }
        var message = first.message
        if let cell = first.cell, !cell.isEmpty, !message.sv.contains(cell) {
            message = Phrase(sv: "”\(cell)”: \(message.sv)", en: "“\(cell)”: \(message.en)")
        }
        if let line = first.line {
            message = Phrase(sv: "rad \(line): \(message.sv)", en: "line \(line): \(message.en)")
        }
        if failure.total > 1 {
            let more = failure.total - 1
            message = Phrase(
                sv: "\(message.sv) (och \(more) fel till)", en: "\(message.en) (and \(more) more)")
        }
        self.init(message)
    }
}

/// Chooses what reads a source.
enum SourceReader {
    /// What is right for an address and a kind.
    static func reader(for settings: SourceSettings) -> any SourceReading {
        if settings.address.hasPrefix("/") { return PathReader() }
        if settings.address.prefix(4).lowercased() == "imap",
            ["imap", "imaps"].contains(WebAddress(settings.address)?.scheme)
        {
            return MailboxReader()
        }
        if settings.kind == .kolada { return KoladaReader() }
        return WebReader()
    }

    /// Reads a source once.
    static func read(
        _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> Reading {
        if let mistake = tools.mistakes[subscription.id] { throw SourceFailure(mistake) }
        let reading = try await reader(for: subscription.settings).read(subscription, tools)
        guard reading.file?.type != .sources else {
            throw SourceFailure(.listOfSources(subscription.settings.address))
        }
        return reading
    }
}

extension Phrase {
    /// A file is named as a shell takes it.
    static func listOfSources(_ address: String) -> Phrase {
        guard address.hasPrefix("/") else {
            return Phrase(
                sv: "det är en lista över källor: spara den och läs in den med utkik import",
                en: "this is a list of sources: save it and bring it in with utkik import")
        }
        let file = CleanText.line(address).quotedForShell
        return Phrase(
            sv: "det är en lista över källor, som läses in med utkik import \(file)",
            en: "this is a list of sources, which is brought in with utkik import \(file)")
    }
}
