import ClimateModel

extension WebError {
    /// What happened and what can be done, in plain words.
    public var phrase: Phrase {
        switch self {
        case .notWeb, .redirectScheme, .tooManyRedirects, .privateAddress: addressPhrase
        case .nameNotFound, .refused, .connectTimeout, .timeout, .tooSlow, .proxy:
            connectionPhrase
        case .certificate(let problem, let host): problem.phrase(host)
        case .encryption(let host):
            Phrase(
                sv:
                    "\(host) och Utkik har ingen säker kryptering gemensam – kontrollera adressen; servern kan vara för gammal",
                en:
                    "\(host) and Utkik share no safe encryption – check the address; the server may be too old"
            )
        case .status(let status, _): Self.phrase(status: status)
        case .broken(let answer): answer.phrase
        case .notMail, .login, .unencrypted, .noMailbox: mailPhrase
        case .tooLarge, .storage, .cancelled, .other: limitPhrase
        }
    }

    private var addressPhrase: Phrase {
        switch self {
        case .notWeb(let scheme?):
            Phrase(
                sv:
                    "\(CleanText.line(scheme)): är ingen webbadress – den ska börja med https:// eller http://",
                en:
                    "\(CleanText.line(scheme)): is no web address – it must begin with https:// or http://"
            )
        case .redirectScheme(let scheme):
            Phrase(
                sv:
                    "servern hänvisar till \(CleanText.line(scheme)):, som inte hör till webben – det följs inte",
                en:
                    "the server redirects to \(CleanText.line(scheme)):, which is not of the web – not followed"
            )
        case .tooManyRedirects(let limit):
            Phrase(
                sv:
                    "servern hänvisar vidare mer än \(limit) gånger – kontrollera adressen i en webbläsare",
                en: "the server redirects more than \(limit) times – check the address in a browser"
            )
        case .privateAddress(let host, byRedirect: false):
            Phrase(
                sv:
                    "\(host) har en privat adress – hör den till ert eget nät, tillåt den (--allow-private, i inställningsfilen allow-private = true)",
                en:
                    "\(host) has a private address – if it is on your own network, allow it (--allow-private, in the config file allow-private = true)"
            )
        case .privateAddress(let host, byRedirect: true):
            Phrase(
                sv: "servern hänvisar till \(host), som har en privat adress – det följs inte",
                en: "the server redirects to \(host), which has a private address – not followed")
        default:
            Phrase(
                sv: "det är ingen webbadress – den ska börja med https:// eller http://",
                en: "that is no web address – it must begin with https:// or http://")
        }
    }

    private var connectionPhrase: Phrase {
        switch self {
        case .nameNotFound(let host):
            Phrase(
                sv: "namnet \(host) finns inte – kontrollera adressen och nätet",
                en: "the name \(host) is not known – check the address and the network")
        case .refused(let host):
            Phrase(
                sv:
                    "\(host) tar inte emot några anslutningar – servern kan ligga nere eller spärras på vägen",
                en: "\(host) takes no connections – the server may be down or blocked on the way")
        case .connectTimeout(let host, let seconds):
            Phrase(
                sv:
                    "ingen anslutning till \(host) inom \(seconds) s – servern kan ligga nere eller spärras på vägen",
                en:
                    "no connection to \(host) within \(seconds) s – the server may be down or blocked on the way"
            )
        case .timeout(let seconds):
            Phrase(
                sv: "svaret var inte klart inom \(seconds) s – det är ofta tillfälligt",
                en: "the answer was not complete within \(seconds) s – that often passes")
        case .proxy(let proxy):
            Phrase(
                sv:
                    "proxyn \(CleanText.line(proxy)) hjälper inte – kontrollera http_proxy, https_proxy och no_proxy",
                en:
                    "the proxy \(CleanText.line(proxy)) does not help – check http_proxy, https_proxy and no_proxy"
            )
        case .tooSlow(let seconds):
            Phrase(
                sv: "servern skickade nästan ingenting på \(seconds) s – det är ofta tillfälligt",
                en: "the server sent next to nothing for \(seconds) s – that often passes")
        default: limitPhrase
        }
    }

    private var mailPhrase: Phrase {
        switch self {
        case .login(let host):
            Phrase(
                sv:
                    "\(host) godtar inte namnet eller lösenordet – kontrollera user och password-command",
                en:
                    "\(host) does not accept the name or the password – check user and password-command"
            )
        case .unencrypted(let host):
            Phrase(
                sv: "\(host) erbjuder ingen kryptering – använd imaps://",
                en: "\(host) offers no encryption – use imaps://")
        case .noMailbox(let name):
            Phrase(
                sv: "det finns ingen mapp ”\(name)” i brevlådan – kontrollera adressen",
                en: "there is no folder “\(name)” in the mailbox – check the address")
        default:
            Phrase(
                sv: "det är ingen brevlåda – adressen ska vara som imaps://server/mapp",
                en: "that is no mailbox – the address must be like imaps://server/folder")
        }
    }

    private var limitPhrase: Phrase {
        switch self {
        case .tooLarge(let limit):
            Phrase(
                sv: "innehållet är större än \(Self.size(limit)) – peka på ett mindre underlag",
                en: "the content is larger than \(Self.size(limit)) – choose a smaller document")
        case .storage:
            Phrase(
                sv:
                    "det som hämtas får inte plats – ge rum i mappen för tillfälliga filer (TMPDIR)",
                en:
                    "there is no room for what is fetched – make room in the folder for temporary files (TMPDIR)"
            )
        case .cancelled: Phrase(sv: "avbrutet", en: "cancelled")
        default:
            Phrase(
                sv: "hämtningen misslyckades (fel \(code)) – det är ofta tillfälligt",
                en: "it could not be fetched (error \(code)) – that often passes")
        }
    }

    private var code: Int { if case .other(let code) = self { code } else { 0 } }

    private static func size(_ bytes: Int) -> String {
        if bytes >= 1 << 20 { return "\(bytes >> 20) MiB" }
        return bytes >= 1 << 10 ? "\(bytes >> 10) KiB" : "\(bytes) B"
    }

    private static func phrase(status: Int) -> Phrase {
        switch status {
        case 401, 407:
            Phrase(
                sv: "servern kräver inloggning (\(status)) – be om en öppen adress",
                en: "the server asks for a login (\(status)) – ask for an open address")
        case 403:
            Phrase(
                sv: "servern nekar åtkomst (403) – be utgivaren att släppa in Utkik",
                en: "the server denies access (403) – ask the publisher to let Utkik in")
        case 404:
            Phrase(
                sv: "sidan finns inte (404) – kontrollera adressen",
                en: "there is no such page (404) – check the address")
        case 410:
            Phrase(
                sv: "sidan är borttagen för gott (410) – källan behöver en ny adress",
                en: "the page is gone for good (410) – the source needs a new address")
        case 429:
            Phrase(
                sv: "servern vill inte bli frågad så ofta (429) – låt den vara en stund",
                en: "the server does not want to be asked so often (429) – leave it be for a while")
        case 500...599:
            Phrase(
                sv: "servern har ett fel (\(status)) – det är ofta tillfälligt",
                en: "the server has a fault (\(status)) – that often passes")
        default:
            Phrase(
                sv: "servern svarade utan innehåll (\(status)) – kontrollera adressen",
                en: "the server answered without content (\(status)) – check the address")
        }
    }
}

extension WebError.CertificateProblem {
    fileprivate func phrase(_ host: String) -> Phrase {
        switch self {
        case .expired:
            Phrase(
                sv:
                    "certifikatet för \(host) har gått ut – utgivaren måste förnya det; stämmer datorns klocka?",
                en:
                    "the certificate of \(host) has expired – its publisher must renew it; is this computer's clock right?"
            )
        case .notYetValid:
            Phrase(
                sv: "certifikatet för \(host) gäller inte än – stämmer datorns klocka?",
                en: "the certificate of \(host) is not valid yet – is this computer's clock right?")
        case .wrongName:
            Phrase(
                sv: "certifikatet gäller ett annat namn än \(host) – kontrollera adressen",
                en: "the certificate is for another name than \(host) – check the address")
        case .unknownIssuer:
            Phrase(
                sv:
                    "certifikatet för \(host) kommer från en okänd utfärdare – lägg till utfärdaren bland datorns betrodda (ca-certificates)",
                en:
                    "the certificate of \(host) is from an unknown issuer – add the issuer to those this computer trusts (ca-certificates)"
            )
        case .invalid:
            Phrase(
                sv: "certifikatet för \(host) går inte att lita på",
                en: "the certificate of \(host) can't be trusted")
        }
    }
}

extension WebError.BrokenAnswer {
    fileprivate var phrase: Phrase {
        switch self {
        case .cutShort:
            Phrase(
                sv: "svaret bröts mitt i – det är ofta tillfälligt",
                en: "the answer broke off in the middle – that often passes")
        case .compression:
            Phrase(
                sv: "svarets komprimering är trasig – felet ligger hos servern",
                en: "the answer's compression is broken – the fault is the server's")
        case .headers:
            Phrase(
                sv: "svarets rubriker är orimligt stora – felet ligger hos servern",
                en: "the answer's headers are unreasonably large – the fault is the server's")
        case .malformed:
            Phrase(
                sv: "det som svarar talar inte HTTP – kontrollera adress och port",
                en: "what answers does not speak HTTP – check address and port")
        case .mail:
            Phrase(
                sv: "det som svarar talar inte IMAP som det ska – kontrollera adress och port",
                en: "what answers does not speak IMAP as it should – check address and port")
        case .unexpectedlyUnchanged:
            Phrase(
                sv:
                    "servern svarade ”oförändrat” utan att ha blivit frågad – felet ligger hos servern",
                en:
                    "the server answered “not modified” without having been asked – the fault is the server's"
            )
        }
    }
}
