import ClimateModel
import Ingest
import Transport

/// Asks Kolada page by page, no quicker than it wants to be asked.
struct KoladaSession {
    private let subscription: Subscription
    private let tools: ReadingTools
    private var rate = RateLimit(5)

    /// How many pages one question may have, and how often one is asked again after 429.
    private static let mostPages = 200
    private static let mostTries = 4
    /// Seconds that a server may ask to be left alone for within one sync.
    private static let longestPause = 60

    init(_ subscription: Subscription, _ tools: ReadingTools) {
        self.subscription = subscription
        self.tools = tools
    }

    /// Reads all pages that answer `path`, one after the other.
    ///
    /// - Throws: `SourceFailure`; an answer with a page missing is of no use.
    mutating func read(
        _ path: String, _ kind: KoladaPageKind, take: (KoladaPage) -> Void
    ) async throws(SourceFailure) {
        var base = subscription.settings.address[...]
        while base.hasSuffix("/") { base = base.dropLast() }
        let home = WebAddress(subscription.settings.address)
        var next: String? = base + path + "?per_page=5000"
        var count = 0
        while let address = next {
            count += 1
            guard count <= Self.mostPages else { throw SourceFailure(.endlessKolada) }
            guard let url = WebAddress(address), url.host == home?.host, url.scheme == home?.scheme
            else { throw SourceFailure(.foreignKoladaPage) }
            let page = try await page(address, kind)
            take(page)
            next = page.next
        }
    }

    private mutating func page(
        _ address: String, _ kind: KoladaPageKind
    ) async throws(SourceFailure) -> KoladaPage {
        let request = WebRequest(
            url: address, allowsPrivateHost: subscription.settings.allowsPrivateHost,
            accept: "application/json")
        var tries = 1
        while true {
            let moment = rate.book(at: .now)
            // A task that is cancelled meanwhile fails at the next request.
            try? await Task.sleep(until: moment, clock: .continuous)
            let response: WebResponse
            do throws(WebError) {
                response = try await tools.web.get(request, tools.retry)
            } catch {
                guard case .status(429, let retryAfter) = error, tries < Self.mostTries,
                    let seconds = retryAfter?.seconds(from: .now()), seconds <= Self.longestPause
                else { throw SourceFailure(error, now: tools.now) }
                tries += 1
                rate.pause(until: .now + .seconds(seconds))
                continue
            }
            return try await parse(response, kind)
        }
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
