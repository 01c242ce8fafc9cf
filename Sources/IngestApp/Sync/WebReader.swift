import ClimateModel
import Ingest
import Transport

/// Reads whatever stands at an address on the web: a feed, a page that names its feed, a document, a table, a list of
/// projects.
struct WebReader: SourceReading {
    /// How many feeds that a page names are tried.
    private static let mostFeeds = 3

    func read(
        _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> Reading {
        let settings = subscription.settings
        let address = subscription.state.movedTo ?? settings.address
        // However many requests it takes, a source has no more time than one.
        var time = tools.web.limits.total
        let answer = try await fetch(
            address, subscription, Validators(subscription.state), tools, &time)
        var reading = Reading(
            kind: tools.kind(of: subscription), state: subscription.state, wish: answer.wish)
        if let movedTo = answer.response.movedTo { reading.state.movedTo = movedTo }
        guard !answer.response.isUnchanged else { return reading }
        reading.state.note(answer.response)
        reading.state.unsureLength = nil
        let digest = try answer.digest()
        guard digest != subscription.state.digest else { return reading }
        reading.state.digest = digest
        try await checkLength(of: answer, address, subscription, tools, &time)
        let file = try await parse(answer, subscription, tools)
        if settings.kind == nil || settings.kind == .feed, !file.feedLinks.isEmpty {
            guard !Self.isFeed(subscription, tools) else { throw SourceFailure(.otherKind) }
            return try await feed(of: file, subscription, tools, &time)
        }
        reading.file = file
        reading.kind = file.sourceKind(settings)
        try Self.check(reading.kind, subscription, tools)
        return reading
    }

    /// Refuses what is of another kind than before: a page that tells of an error is no news in place of a feed.
    private static func check(
        _ kind: Source.Kind, _ subscription: Subscription, _ tools: ReadingTools
    ) throws(SourceFailure) {
        guard subscription.settings.kind == nil, subscription.state.interval != nil,
            let before = tools.kinds[subscription.id], before != kind
        else { return }
        throw SourceFailure(.otherKind)
    }

    /// Whether a feed is expected at the address that was asked: then a page there, as while a site is mended, does not tell
    /// of another one. Where the feed of a page is gone, the page's own address is asked next.
    private static func isFeed(_ subscription: Subscription, _ tools: ReadingTools) -> Bool {
        let state = subscription.state
        let isPage = state.namedFeed != nil && state.movedTo == nil
        return state.interval != nil && !isPage && tools.kind(of: subscription) == .feed
    }

    /// Where only the connection's end tells that an answer is over, it may have been cut short: where its content doesn't
    /// show that either, it is asked for once more, and has to be as long; where there is no time for that, the next sync
    /// compares it.
    private func checkLength(
        of answer: Answer, _ address: String, _ subscription: Subscription, _ tools: ReadingTools,
        _ time: inout Duration
    ) async throws(SourceFailure) {
        if answer.response.isSurelyWhole || answer.response.body.isEmpty { return }
        let length = answer.response.body.count
        if subscription.state.unsureLength == length { return }
        if try answer.showsItsEnd() { return }
        guard time >= tools.web.limits.total / 2 else { throw SourceFailure(unsure: length) }
        let again = try await fetch(address, subscription, Validators(), tools, &time)
        guard again.response.body.count == length else {
            throw SourceFailure(WebError.broken(.cutShort))
        }
    }

    /// Reads the first feed that a page names and that can be read; the source is that feed from now on, for as long as the
    /// page names it.
    private func feed(
        of page: ImportedFile, _ subscription: Subscription, _ tools: ReadingTools,
        _ time: inout Duration
    ) async throws(SourceFailure) -> Reading {
        var failure = SourceFailure(.noFeed)
        let before = subscription.state.namedFeed
        let links = page.feedLinks.filter { $0 == before }
        for link in (links.isEmpty ? page.feedLinks : links).prefix(Self.mostFeeds) {
            do throws(SourceFailure) {
                let answer = try await fetch(link, subscription, Validators(), tools, &time)
                try await checkLength(of: answer, link, subscription, tools, &time)
                let file = try await parse(answer, subscription, tools)
                guard file.type == .news, file.feedLinks.isEmpty else { continue }
                var state = subscription.state
                state.note(answer.response)
                state.digest = try answer.digest()
                state.movedTo = answer.response.movedTo ?? link
                state.namedFeed = link
                let isAnother = before != nil && before != link
                return Reading(
                    file: file, kind: .feed, state: state, wish: answer.wish,
                    problems: isAnother ? [.otherFeed(link)] : [])
            } catch {
                failure = error
            }
        }
        throw failure
    }

    private func fetch(
        _ address: String, _ subscription: Subscription, _ validators: Validators,
        _ tools: ReadingTools, _ time: inout Duration
    ) async throws(SourceFailure) -> Answer {
        let settings = subscription.settings
        let host = WebAddress(address)
        var request = WebRequest(
            url: address,
            allowsPrivateHost: settings.allowsPrivateHost
                && (address == settings.address
                    || host?.host == WebAddress(settings.address)?.host),
            validators: validators, accept: Self.accepted)
        if let host { request.patience = await tools.silent.patience(for: host) }
        // What had little time says nothing of the server.
        let isTelling = time >= tools.web.limits.total / 2
        do throws(WebError) {
            let response = try await tools.web.get(request, tools.retry, within: &time)
            if let host { await tools.silent.note(nil, from: host) }
            return Answer(response: response)
        } catch {
            if let host, isTelling { await tools.silent.note(error, from: host) }
            throw SourceFailure(error)
        }
    }

    private static let accepted =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
        + "application/json;q=0.9, text/html;q=0.8, */*;q=0.5"

    private func parse(
        _ answer: Answer, _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> ImportedFile {
        let response = answer.response
        guard !response.body.isEmpty else { throw SourceFailure(.emptyAnswer) }
        let request = ParseRequest(
            task: .file, fileName: response.url.fileName,
            source: KnownSource(
                id: subscription.id, settings: subscription.settings,
                finalAddress: response.url.text, charset: response.charset),
            now: tools.now)
        do throws(ImportFailure) {
            return try await tools.parser.parse(request, ParseBody(response.body))
        } catch {
            throw SourceFailure(error)
        }
    }
}

/// An answer of a server, with what it means for the source.
private struct Answer {
    var response: WebResponse

    var wish: Schedule.Wish {
        Schedule.Wish(freshFor: response.maxAge)
    }

    func digest() throws(SourceFailure) -> Int64 {
        var digest = DocumentDigest()
        try forEachChunk { digest.add($0) }
        return digest.value
    }

    /// Whether the content alone shows that nothing of it is missing.
    func showsItsEnd() throws(SourceFailure) -> Bool {
        var ending = DocumentEnding()
        try forEachChunk { ending.add($0) }
        return ending.isShown
    }

    private func forEachChunk(
        _ use: (UnsafeRawBufferPointer) -> Void
    ) throws(SourceFailure) {
        do {
            try response.body.forEachChunk(use)
        } catch {
            throw SourceFailure(WebError.storage)
        }
    }
}

extension SourceFailure {
    /// - Parameter length: of the answer, in bytes.
    fileprivate init(unsure length: Int) {
        self.init(.unsureLength)
        unsureLength = length
    }
}

extension WebClient {
    /// Fetches within what is left of `time`, and tries once more what often passes within seconds.
    func get(
        _ request: WebRequest, _ policy: RetryPolicy, within time: inout Duration
    ) async throws(WebError) -> WebResponse {
        var generator = SystemRandomNumberGenerator()
        var attempt = 1
        while true {
            do throws(WebError) {
                return try await get(request, within: &time)
            } catch {
                let pause = policy.pause(
                    after: error, attempt: attempt, now: .now(), using: &generator)
                guard let pause, pause < time else { throw error }
                attempt += 1
                time -= pause
                // A task that is cancelled meanwhile fails at the next try.
                try? await Task.sleep(for: pause)
            }
        }
    }
}

extension WebAddress {
    /// The last part of its path, else its host.
    fileprivate var fileName: String {
        let path = text.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst(2)
        return path.last.map(String.init) ?? host
    }
}

extension Validators {
    fileprivate init(_ state: FetchState) {
        self.init(etag: state.etag, lastModified: state.lastModified)
    }
}

extension FetchState {
    /// Remembers what to ask with the next time.
    fileprivate mutating func note(_ response: WebResponse) {
        etag = response.validators.etag
        lastModified = response.validators.lastModified
    }
}

extension ParseBody {
    /// The content of a server's answer.
    init(_ body: WebBody) {
        count = body.count
        forEachChunk = { use in try body.forEachChunk { try use($0) } }
    }
}

extension ImportedFile {
    /// What a source is that gave this.
    func sourceKind(_ settings: SourceSettings) -> Source.Kind {
        if let kind = settings.kind { return kind }
        let record = batch.sources.first?.kind
        switch type {
        case .ranking, .indicator: return .table
        case .projects: return .projects
        case .news, .sources: return record ?? .feed
        }
    }
}

extension Phrase {
    static let emptyAnswer = Phrase(
        sv: "servern svarade med ett tomt innehåll", en: "the server answered with nothing")
    static let unsureLength = Phrase(
        sv:
            "servern säger inte hur långt svaret är, och är för långsam för att hinna ge det en gång till som jämförelse",
        en:
            "the server does not say how long the answer is, and is too slow to give it once more for comparison"
    )
    static let otherKind = Phrase(
        sv:
            "adressen ger något helt annat än förut; stämmer det, ta bort källan och lägg till den igen",
        en:
            "the address gives something quite different from before; if that is right, remove the source and add it again"
    )
    static func otherFeed(_ address: String) -> Phrase {
        let address = CleanText.line(address)
        return Phrase(
            sv: "sidan har ett annat flöde nu, som läses: \(address)",
            en: "the page has another feed now, which is read: \(address)")
    }
    static let noFeed = Phrase(
        sv:
            "sidan har inget flöde som går att läsa; ange flödets egen adress, eller läs sidan som dokument",
        en:
            "the page has no feed that can be read; give the feed's own address, or read the page as a document"
    )
}
