import Testing
import Transport

@Suite struct PhraseTests {
    private static let errors: [WebError] =
        [
            .notWeb(scheme: nil), .notWeb(scheme: "ftp"), .nameNotFound(host: "a.example"),
            .refused(host: "a.example"), .connectTimeout(host: "a.example", seconds: 10),
            .timeout(seconds: 30), .tooSlow(seconds: 10), .tooLarge(limit: 15 << 20),
            .tooManyRedirects(limit: 5), .redirectScheme("file"),
            .privateAddress(host: "a.example", byRedirect: false),
            .privateAddress(host: "a.example", byRedirect: true), .encryption(host: "a.example"),
            .proxy("http://proxy:3128"), .storage, .cancelled, .other(code: 43),
            .broken(.cutShort), .broken(.compression), .broken(.headers), .broken(.malformed),
            .broken(.unexpectedlyUnchanged), .broken(.mail), .notMail, .login(host: "a.example"),
            .unencrypted(host: "a.example"), .noMailbox(name: "News"),
            .certificate(.expired, host: "a.example"),
            .certificate(.notYetValid, host: "a.example"),
            .certificate(.wrongName, host: "a.example"),
            .certificate(.unknownIssuer, host: "a.example"),
            .certificate(.invalid, host: "a.example"),
        ] + [302, 401, 403, 404, 410, 429, 500].map { .status($0, retryAfter: nil) }

    @Test(arguments: errors)
    func everyErrorIsSaidInBothLanguages(error: WebError) {
        let phrase = error.phrase
        #expect(phrase.sv != phrase.en)
        for text in [phrase.sv, phrase.en] {
            #expect(text.contains(" ") || error == .cancelled)
            #expect(!text.lowercased().contains("curl"))
        }
    }

    /// A reading that is only tried is not tried again, and nobody waits for a source that is not added.
    @Test(arguments: errors) func nothingIsPromised(error: WebError) {
        let phrase = error.phrase
        for promise in ["nytt försök", "väntar", "tried again", "waits", "ta bort", "remove"] {
            #expect(!phrase.sv.contains(promise) && !phrase.en.contains(promise))
        }
    }

    /// A source is told of on the command line or in the config.
    @Test func aPrivateAddressIsRefusedWithItsRemedies() {
        let phrase = WebError.privateAddress(host: "a.example", byRedirect: false).phrase
        for text in [phrase.sv, phrase.en] {
            #expect(text.contains("--allow-private") && text.contains("allow-private = true"))
        }
    }

    @Test func noTwoErrorsAreSaidAlike() {
        #expect(Set(Self.errors.map(\.phrase)).count == Self.errors.count)
    }

    @Test func sizesAreSaidInTheUnitThatFits() {
        #expect(WebError.tooLarge(limit: 15 << 20).phrase.en.contains("15 MiB"))
        #expect(WebError.tooLarge(limit: 10 << 10).phrase.en.contains("10 KiB"))
        #expect(WebError.tooLarge(limit: 5).phrase.en.contains("5 B"))
    }
}
