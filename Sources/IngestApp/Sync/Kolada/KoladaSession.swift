import ClimateModel
import Ingest
import Transport

/// Asks Kolada page by page, no quicker than it wants to be asked.
struct KoladaSession {
    private let subscription: Subscription
    private let tools: ReadingTools
    /// Where the source is; pages elsewhere are not read.
    private let home: WebAddress

    /// Five requests in any second (api.kolada.se/v3/docs), and a little longer, as they may arrive closer to each other than
    /// they were sent.
    static let pace = RateLimit(5, per: .milliseconds(1_100))
    /// How many pages one question may have, and how often one is asked in all where Kolada has had enough (429).
    private static let mostPages = 200
    private static let mostTries = 4
    /// Seconds that a server may ask to be left alone for within one sync.
    private static let longestPause = 60

    init(_ subscription: Subscription, _ tools: ReadingTools) throws(SourceFailure) {
        let address = subscription.settings.address
        guard let home = WebAddress(address) else {
            throw SourceFailure(WebError.notWeb(scheme: nil))
        }
        self.subscription = subscription
        self.tools = tools
        self.home = home
    }

    /// Reads all pages that answer `path`, one after the other.
    ///
    /// - Throws: `SourceFailure`; an answer with a page missing is of no use.
    func read(
        _ path: String, _ kind: KoladaPageKind,
        take: (KoladaPage) throws(SourceFailure) -> Void
    ) async throws(SourceFailure) {
        var base = subscription.settings.address[...]
        while base.hasSuffix("/") { base = base.dropLast() }
        var next: String? = base + path + "?per_page=5000"
        var seen: Set<String> = []
        while let address = next {
            guard seen.insert(address).inserted, seen.count <= Self.mostPages else {
                throw SourceFailure(.endlessKolada)
            }
            guard let url = home.resolving(address),
                (url.scheme, url.host, url.port) == (home.scheme, home.host, home.port)
            else { throw SourceFailure(.foreignKoladaPage) }
            let page = try await page(url.text, kind)
            try take(page)
            next = page.next
        }
    }

    private func page(
        _ address: String, _ kind: KoladaPageKind
    ) async throws(SourceFailure) -> KoladaPage {
        let request = WebRequest(
            url: address, allowsPrivateHost: subscription.settings.allowsPrivateHost,
            accept: "application/json")
        var tries = 1
        while true {
            // A task that is cancelled meanwhile fails at the next request.
            try? await Task.sleep(until: await tools.pace.book(home.host), clock: .continuous)
            let response: WebResponse
            do throws(WebError) {
                response = try await tools.web.get(request)
            } catch {
                guard let pause = pause(after: error, tries) else {
                    throw SourceFailure(error)
                }
                tries += 1
                await tools.pace.pause(home.host, for: pause)
                continue
            }
            return try await parse(response, kind)
        }
    }

    /// How long to wait before another try; nil where there should be none.
    private func pause(after error: WebError, _ tries: Int) -> Duration? {
        if case .status(429, let retryAfter?) = error {
            let seconds = retryAfter.seconds(from: .now())
            return tries < Self.mostTries && seconds <= Self.longestPause ? .seconds(seconds) : nil
        }
        var generator = SystemRandomNumberGenerator()
        return tools.retry.pause(
            after: error, attempt: tries, now: .now(), using: &generator)
    }

    private func parse(
        _ response: WebResponse, _ kind: KoladaPageKind
    ) async throws(SourceFailure) -> KoladaPage {
        let request = ParseRequest(
            task: .kolada(kind), fileName: "kolada.json",
            source: KnownSource(id: subscription.id, settings: subscription.settings),
            now: tools.now)
        do throws(ImportFailure) {
            return try await tools.parser.koladaPage(request, ParseBody(response.body))
        } catch {
            throw SourceFailure(error)
        }
    }
}

extension Phrase {
    static let endlessKolada = Phrase(
        sv: "Koladas svar tar inte slut: för många sidor",
        en: "Kolada's answer does not end: too many pages")
    static let foreignKoladaPage = Phrase(
        sv: "Koladas svar pekar på en annan värd; adressen läses inte",
        en: "Kolada's answer points to another host; the address is not read")
}
