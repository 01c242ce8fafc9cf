import ClimateModel

/// Where the keeper of a server reaches whoever has it asked for its content: a page or a mail address.
public struct Contact: Hashable, Sendable {
    /// As it is written in a request's `User-Agent` (RFC 9110, 10.1.5): the page, or `mailto:` and the address.
    public let url: String

    /// The longest there is.
    public static let longest = 200

    /// What is expected of one.
    public static let expected = Phrase(
        sv:
            "en sida (\"https://…\") eller en e-postadress, högst \(longest) tecken utan å, ä, ö och mellanslag",
        en:
            "a page (\"https://…\") or a mail address, \(longest) characters at most, all of them ASCII and no space"
    )

    /// The page or mail address of `text`; nil for anything else.
    public init?(_ text: String) {
        // Brackets and backslashes would end the comment that it is written in.
        let isPlain = text.unicodeScalars.allSatisfy {
            (0x21...0x7E).contains($0.value) && !"()\\<>\"".unicodeScalars.contains($0)
        }
        guard isPlain, !text.isEmpty, text.utf8.count <= Self.longest else { return nil }
        let lowered = text.lowercased()
        let page = ["https://", "http://"].first { lowered.hasPrefix($0) }
        if let page {
            guard text.dropFirst(page.count).first.map({ $0.isLetter || $0.isNumber }) ?? false
            else { return nil }
            url = text
            return
        }
        let address = lowered.hasPrefix("mailto:") ? text.dropFirst("mailto:".count) : text[...]
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
            !address.contains(where: { ":/?#,;".contains($0) }),
            parts[1].first != ".", parts[1].last != "."
        else { return nil }
        url = "mailto:" + address
    }
}
