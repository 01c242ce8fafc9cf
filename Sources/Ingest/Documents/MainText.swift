import ClimateModel

/// Finds the element of a page that holds its text, and takes out of it what is something else: menus, cookie notices, links
/// for sharing, comments, lists of other pages.
struct MainText {
    private let page: HTMLElement
    private let whole: Int

    /// - Complexity: O(*n*) in the size of the page.
    static func find(in page: HTMLElement) -> HTMLElement {
        let hidden = HiddenElements(page, as: .page)
        page.remove { hidden.contains($0) || Self.isNoText($0) }
        page.measure()
        openForms(page, whole: page.measured.characters)
        let main = MainText(page: page, whole: page.measured.characters)
        main.prune(page, isInText: false)
        page.measure()
        return main.root()
    }

    private static func isNoText(_ element: HTMLElement) -> Bool {
        ["script", "style", "template", "noscript", "svg", "iframe", "dialog"].contains(
            element.name)
    }

    /// A form around the whole page, as some publishing systems have it, is no form to fill in.
    private static func openForms(_ element: HTMLElement, whole: Int) {
        for child in element.elements {
            if child.name == "form", 2 * child.measured.characters > whole { child.name = "div" }
            openForms(child, whole: whole)
        }
    }

    // MARK: What is no text

    private static let kept: Set<String> = [
        "html", "body", "main", "p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "b", "strong", "em",
        "i", "li", "td", "th", "tr", "tbody", "time",
    ]
    private static let roles: Set<String> = [
        "navigation", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu",
        "menubar", "toolbar", "form", "alert",
    ]

    private func prune(_ element: HTMLElement, isInText: Bool) {
        element.children.removeAll { node in
            guard case .element(let child) = node else { return false }
            return isOther(child, isInText: isInText)
        }
        for child in element.elements {
            prune(child, isInText: isInText || Self.isTextElement(child))
        }
    }

    private static func isTextElement(_ element: HTMLElement) -> Bool {
        element.name == "main" || element.name == "article" || element.attributes["role"] == "main"
    }

    private func isOther(_ element: HTMLElement, isInText: Bool) -> Bool {
        guard !Self.kept.contains(element.name), 2 * element.measured.characters <= whole,
            !Self.isTextElement(element) || element.measured.characters * 5 < whole
        else { return false }
        switch element.name {
        case "nav", "footer", "aside", "form", "button": return true
        case "header" where !isInText: return !element.contains { $0.name == "h1" }
        default: break
        }
        if let role = element.attributes["role"], Self.roles.contains(role) { return true }
        if hasOtherName(element) { return !element.contains { $0.name == "h1" } }
        return !isInText && isLinkList(element)
    }

    private func hasOtherName(_ element: HTMLElement) -> Bool {
        let names = [
            element.attributes["class"], element.attributes["id"], element.attributes["aria-label"],
        ]
        let text = SearchKey.fold(names.compactMap(\.self).joined(separator: " ").prefix(500))
        guard !text.isEmpty else { return false }
        if Self.parts.contains(where: { text.hasASCII($0) }) { return true }
        if text.split(whereSeparator: \.isWhitespace).contains(where: Self.boxes.contains) {
            return true
        }
        return text.split { !$0.isLetter }.contains { Self.words.contains($0) }
    }

    private static let parts: [StaticString] = [
        "cookie", "consent", "breadcrumb", "brodsmul", "lankstig", "kommentar", "comment",
        "sharing", "share-", "socialmedia", "social-media", "social-link", "social-icon",
        "social-share", "readspeaker", "sidebar", "sidfot",
        "sidomeny", "skiplink", "skip-link", "relatera", "related", "navigation", "newsletter",
        "pagination", "paginering", "hjalpte", "feedback", "skip-to", "widget-area",
    ]
    private static let words: Set<Substring> = [
        "nav", "navbar", "menu", "meny", "share", "footer", "annons", "advert", "modal", "popup",
        "pager", "toolbar", "search", "sok", "login", "subscribe", "prenumerera", "disqus",
        "lyssna",
    ]
    /// Names that tell only when they are the whole of one: "elementor-widget-text-editor" is a box of text, as is
    /// "promo-text".
    private static let boxes: Set<Substring> = [
        "widget", "ad", "ads", "ad-banner", "ad-container", "tags", "tag-list", "taggar", "promo",
        "banner", "social", "sociala", "social-buttons", "dela", "dela-sidan", "skip",
    ]

    /// Whether nearly all of its text is links, of which there are some.
    private func isLinkList(_ element: HTMLElement) -> Bool {
        let held = element.measured
        return ["div", "ul", "ol", "section", "table"].contains(element.name) && held.links >= 4
            && 4 * held.linked > 3 * held.characters
    }

    // MARK: Where the text is

    private static let names: Set<String> = [
        "main", "content", "main-content", "maincontent", "innehall", "huvudinnehall", "article",
    ]

    private func root() -> HTMLElement {
        let all = page.measured.characters
        var best: HTMLElement?
        page.visit { element in
            let isNamed =
                Self.isTextElement(element)
                || element.attributes["id"].map { Self.names.contains($0.lowercased()) } ?? false
                || element.attributes["itemprop"] == "articleBody"
            guard isNamed, 3 * element.measured.characters >= all else { return }
            // The innermost that still has most of the text.
            let held = best?.measured.characters ?? 0
            if best == nil || 10 * element.measured.characters >= 7 * held { best = element }
        }
        return best ?? densest()
    }

    /// The element whose own paragraphs have most text that is no link; the whole page where none stands out.
    private func densest() -> HTMLElement {
        var best = page
        var most = 0
        page.visit { element in
            let paragraphs = element.elements.filter { $0.name == "p" }
            let text = paragraphs.reduce(0) { $0 + $1.measured.characters - $1.measured.linked }
            if text > most { (best, most) = (element, text) }
        }
        return 2 * best.measured.characters >= page.measured.characters ? best : page
    }
}
