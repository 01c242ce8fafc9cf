import ClimateModel

/// Tells what goes with a text from what it says: how to unsubscribe, where to share it, who sent it.
enum Boilerplate {
    /// Whether the block is how to leave a mailing list or change what it sends.
    static func isUnsubscribing(_ block: StructuredText.Block) -> Bool {
        let text = lowered(block)
        guard text.count <= 700 else { return false }
        let words = text.split { !$0.isLetter }
        if linksToUnsubscribing(block, isShort: words.count <= shortFoot) { return true }
        let isTold =
            has(text, unsubscribing) || words.contains("avregistrering")
            || words.count <= 2 && words.first == "avregistrera"
            || has(text, noLonger) && has(text, ["utskick", "brev", "mejl", "mail"])
        // News of companies that are struck off, or of letters that aren't sent any more, speaks to nobody.
        return isTold
            && (words.count <= 3 || !block.inlines.allSatisfy(isPlain)
                || words.contains(where: toReader.contains) || has(text, addresses))
    }

    /// Whether the block only tells where else the newsletter can be read.
    static func isBrowserLink(_ block: StructuredText.Block) -> Bool {
        let text = lowered(block)
        return text.count <= 220 && isBrowserText(text) && !block.inlines.allSatisfy(isPlain)
    }

    /// Whether the words, in lower case, say that the text can be read in a browser.
    static func isBrowserText(_ text: String) -> Bool { has(text, inBrowser) }

    /// Whether the block belongs to the foot of a newsletter: why it came, who sent it, where else to find them.
    static func isFoot(_ block: StructuredText.Block) -> Bool {
        let text = lowered(block)
        guard text.count <= 500 else { return false }
        if has(text, foot) || isSocial(block) { return true }
        return text.count <= 200 && isAddress(text)
    }

    /// Whether the block has nothing but links and words for sharing and following.
    static func isSocial(_ block: StructuredText.Block) -> Bool {
        let words = lowered(block).split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty, words.count <= 14 else { return false }
        let rest = words.filter { !socialWords.contains($0) }
        return rest.isEmpty && words.contains { networks.contains($0) || sharing.contains($0) }
    }

    /// Whether the block asks to accept cookies, share, comment or log in.
    static func isPageFurniture(_ block: StructuredText.Block) -> Bool {
        let text = lowered(block)
        guard text.count <= 400 else { return false }
        if isSocial(block) { return true }
        return text.count <= 250 && has(text, furniture)
            || text.count <= 60 && furnitureLines.contains(text.trimming(" .:!›»>"))
    }

    /// Whether a heading begins what readers say, or what else there is to read.
    static func beginsOthers(_ heading: String) -> Bool {
        let words = heading.lowercased().split { !$0.isLetter }
        let text = words.joined(separator: " ")
        if otherHeadings.contains(text) { return true }
        if otherBeginnings.contains(where: { text == $0 || text.hasPrefix($0 + " ") }) {
            return true
        }
        return words.count == 2 && otherKinds.contains(words[0]) && otherThings.contains(words[1])
    }

    // MARK: Words

    private static func lowered(_ block: StructuredText.Block) -> String {
        CleanText.line(block.inlines.map(\.plain).joined(separator: " ").prefix(1_000)).lowercased()
    }

    private static func isPlain(_ inline: StructuredText.Inline) -> Bool {
        if case .link = inline { false } else { true }
    }

    private static func has(_ text: String, _ words: [StaticString]) -> Bool {
        words.contains { text.hasASCII($0) }
    }

    /// A line that is no more than this many words has no other subject than its link.
    private static let shortFoot = 20

    /// - Parameter isShort: whether the text is about little else than what it links to. News of companies link to how these
    ///   are struck off, which Swedish has the same word for.
    private static func linksToUnsubscribing(
        _ block: StructuredText.Block, isShort: Bool
    ) -> Bool {
        block.inlines.contains { inline in
            guard case .link(_, let target) = inline else { return false }
            let address = target.lowercased()
            if has(address, ["unsubscribe", "optout", "opt-out"]) { return true }
            let steps = address.split { "/?#&=.".contains($0) }
            return isShort && steps.contains("avregistrera")
        }
    }

    /// A line with a postal code, or one of telephone and mail alone.
    private static func isAddress(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        for (first, second) in zip(words, words.dropFirst())
        where isDigits(first, 3) && isDigits(second.prefix { $0 != "," }, 2) {
            return true
        }
        return ["tel:", "tel.", "telefon:", "växel:", "org.nr", "orgnr", "organisationsnummer"]
            .contains { text.hasPrefix($0) }
    }

    private static func isDigits(_ word: Substring, _ count: Int) -> Bool {
        word.utf8.count == count && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static let unsubscribing: [StaticString] = [
        "avregistrera dig", "avregistrera din e", "avregistrera din a", "avregistrera din pren",
        "avregistrera mig", "avregistrera er", "avregistrera här", "att avregistrera",
        "avprenumerer", "avsluta prenumeration", "avsluta din prenumeration",
        "upp prenumeration", "upp din prenumeration", "vill du inte ha fler", "avanmäl dig",
        "hantera prenumeration", "hantera din prenumeration", "ändra din prenumeration",
        "ändra prenumeration", "unsubscribe", "opt out", "opt-out", "manage your subscription",
        "manage preferences", "update your preferences", "email preferences",
        "no longer wish to receive",
    ]
    private static let noLonger: [StaticString] = ["inte längre få", "inte längre vill ha"]
    private static let toReader: Set<Substring> = [
        "du", "dig", "din", "ditt", "dina", "er", "mig", "här", "you", "your", "here",
    ]
    private static let addresses: [StaticString] = [
        "@", "http://", "https://", "www.", "this email", "this e-mail", "this mail",
    ]
    private static let inBrowser: [StaticString] = [
        "webbläsare", "webbversion", "i browser", "in your browser", "in browser", "in a browser",
        "online version", "web version", "view online", "view this email", "read online",
        "nyhetsbrevet på webben", "brevet på webben", "läs på webben", "visas inte", "ser konstigt",
        "kan du inte läsa", "having trouble",
    ]
    private static let foot: [StaticString] = [
        "du får det här", "du får detta", "du har fått det", "du har fått detta", "mejl skickades",
        "mejlet skickades", "skickades till", "skickat till dig", "you are receiving",
        "you received this", "you're receiving", "this email was sent", "this message was sent",
        "sent to you by", "vidarebefordra", "forward to a friend", "forward this",
        "tipsa en vän", "tipsa en kollega", "add us to your address", "copyright ©", "© 20",
        "©20", "all rights reserved", "alla rättigheter", "privacy policy", "integritetspolicy",
        "så behandlar vi personuppgifter", "så hanterar vi personuppgifter", "powered by",
        "skickat med", "går inte att svara", "do not reply", "svara inte på detta",
        "ansvarig utgivare", "följ oss på", "följ oss i", "follow us on",
        "prenumerera på nyhetsbrev",
        "anmäl dig till nyhetsbrev",
    ]
    private static let networks: Set<Substring> = [
        "facebook", "twitter", "x", "linkedin", "instagram", "youtube", "google", "whatsapp",
        "pinterest", "bluesky", "mastodon", "tiktok", "flickr", "snapchat", "messenger", "threads",
        "vimeo", "rss",
    ]
    private static let sharing: Set<Substring> = [
        "dela", "share", "tipsa", "följ", "follow", "tweeta", "tweet",
    ]
    private static let socialWords: Set<Substring> = networks.union(sharing).union([
        "på", "via", "i", "on", "oss", "us", "och", "and", "sidan", "artikeln", "nyheten", "denna",
        "this", "page", "article", "e", "post", "epost", "mejl", "mail", "email", "skriv", "ut",
        "print", "kopiera", "länk", "länken", "copy", "link", "med", "en", "vän", "a", "friend",
        "to", "plus", "sms", "gärna",
    ])
    private static let furniture: [StaticString] = [
        "använder kakor", "använder cookies", "använder vi kakor", "använder vi cookies",
        "uses cookies", "use cookies", "cookie policy", "cookie-inställningar",
        "cookieinställningar",
        "godkänn alla", "accept all cookies", "godkänner du att vi",
        "din e-postadress publiceras inte", "din e-postadress kommer inte", "obligatoriska fält",
        "your email address will not be published", "required fields are marked",
        "logga in för att kommentera", "log in to comment", "you must be logged in",
        "var informationen till hjälp", "hjälpte informationen", "hjälpte sidan dig",
        "hjälpte den här sidan", "fick du hjälp av", "was this page helpful", "du är här:",
        "you are here:", "lyssna på sidan",
    ]
    private static let furnitureLines: Set<String> = [
        "om kakor", "läs mer om kakor", "skriv ut", "skriv ut sidan", "lyssna", "print",
        "print this page", "listen", "till toppen",
        "upp till toppen", "tillbaka", "back to top", "hoppa till innehåll",
        "hoppa till innehållet", "skip to content", "meny", "menu", "sök", "search", "stäng",
        "close", "dela sidan", "kommentera", "svara", "reply", "läs upp", "annons", "advertisement",
    ]
    /// Headings as a whole, but for figures and signs: "Kommentarer (3)".
    private static let otherHeadings: Set<String> = [
        "kommentarer", "comments", "relaterat", "relaterade", "relaterad", "related", "liknande",
        "fler nyheter", "more news", "andra läser", "mest läst", "mest lästa", "most read",
        "senaste nytt", "senaste nyheterna", "latest news", "dela", "dela detta", "dela sidan",
        "dela artikeln", "dela nyheten", "share", "share this page", "sidansvarig", "följ oss",
    ]
    /// What headings begin with, whatever follows.
    private static let otherBeginnings = [
        "kommentera", "lämna ett svar", "lämna en kommentar", "skriv en kommentar",
        "leave a comment", "leave a reply", "läs också", "läs även", "läs mer om detta",
        "dela den här", "dela denna", "dela på", "share this", "följ oss", "read also", "see also",
        "you may also like",
    ]
    private static let otherKinds: Set<Substring> = [
        "relaterat", "relaterade", "relaterad", "related", "liknande", "similar", "mest", "senaste",
    ]
    private static let otherThings: Set<Substring> = [
        "nyheter", "artiklar", "sidor", "länkar", "inlägg", "innehåll", "information", "dokument",
        "lästa", "news", "articles", "pages", "links", "posts", "content", "stories",
    ]
}
