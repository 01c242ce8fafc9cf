import ClimateModel

/// Emphasis, pictures and links of Markdown in a paragraph.
struct InlineText {
    private var rest: Substring
    private var result: [StructuredText.Inline] = []
    private var plain = ""
    private var before: Character = " "
    /// Where each mark comes next, as last looked for, so that no part of the text is searched twice for one; nil for one
    /// that doesn't come any more.
    private var next: [String: Range<String.Index>?] = [:]

    /// How many bytes from a mark the one that ends it may be.
    private static let reach = 600

    /// - Complexity: O(*k*) in the length of the text.
    static func inlines(_ text: some StringProtocol) -> [StructuredText.Inline] {
        var reader = InlineText(rest: Substring(text))
        reader.run()
        return reader.result
    }

    private init(rest: Substring) { self.rest = rest }

    private mutating func run() {
        while let sign = rest.first {
            if "*_`[!".contains(sign), let (inline, length) = marked(by: sign) {
                take(inline)
                before = "*"
                rest = rest.dropFirst(length)
            } else {
                plain.append(sign)
                before = sign
                rest.removeFirst()
            }
        }
        flush()
    }

    private mutating func take(_ inline: StructuredText.Inline) {
        if case .text(let text) = inline {
            plain += text
        } else {
            flush()
            result.append(inline)
        }
    }

    private mutating func flush() {
        if !plain.isEmpty { result.append(.text(plain)) }
        plain = ""
    }

    /// What begins here, and how many characters it takes; nil for plain text.
    private mutating func marked(by sign: Character) -> (StructuredText.Inline, Int)? {
        switch sign {
        case "!": return rest.hasPrefix("![") ? picture() : nil
        case "[": return link()
        case "`": return enclosed(by: "`").map { (.text($0), $1) }
        case "_" where before.isLetter || before.isNumber: return nil
        default:
            if let (text, length) = enclosed(by: String([sign, sign])) {
                return (.strong(Self.inner(text)), length)
            }
            return enclosed(by: String(sign)).map { (.emphasis(Self.inner($0)), $1) }
        }
    }

    private static func inner(_ text: some StringProtocol) -> String {
        String(text).filter { $0 != "*" && $0 != "`" }
    }

    /// The place of `mark` within reach of `start`, which is no earlier than where the mark was last looked for.
    private mutating func place(of mark: String, after start: Substring) -> Range<String.Index>? {
        let found: Range<String.Index>?
        if let known = next[mark], known.map({ $0.lowerBound >= start.startIndex }) ?? true {
            found = known
        } else {
            found = start.firstRange(of: mark)
            next[mark] = .some(found)
        }
        guard let found,
            start.utf8.distance(from: start.startIndex, to: found.lowerBound) <= Self.reach
        else { return nil }
        return found
    }

    /// What stands between two of `mark`, both next to text.
    private mutating func enclosed(by mark: String) -> (String, Int)? {
        guard rest.hasPrefix(mark) else { return nil }
        let body = rest.dropFirst(mark.count)
        guard let first = body.first, !first.isWhitespace, first != mark.first,
            let end = place(of: mark, after: body), let last = body[..<end.lowerBound].last,
            !last.isWhitespace
        else { return nil }
        let content = String(body[..<end.lowerBound])
        return (content, content.count + 2 * mark.count)
    }

    private mutating func picture() -> (StructuredText.Inline, Int)? {
        guard let (label, _, length) = target(of: rest.dropFirst()) else { return nil }
        return (label.isEmpty ? .text("") : .emphasis(label), length + 1)
    }

    private mutating func link() -> (StructuredText.Inline, Int)? {
        guard let (label, address, length) = target(of: rest) else { return nil }
        let text = CleanText.line(Self.inner(label))
        guard let resolved = RelativeLink.resolve(address, base: nil), !text.isEmpty else {
            return (.text(text), length)
        }
        return (.link(text: text, address: resolved), length)
    }

    /// "[label](address "title")" and its length.
    private mutating func target(of text: Substring) -> (String, String, Int)? {
        let body = text.dropFirst()
        guard let middle = place(of: "](", after: body),
            let end = place(of: ")", after: body[middle.upperBound...])
        else { return nil }
        let label = String(body[..<middle.lowerBound])
        let target = body[middle.upperBound..<end.lowerBound]
        let address = target.split(separator: " ").first.map(String.init) ?? ""
        return (label, address.trimming("<>"), label.count + target.count + 4)
    }
}
