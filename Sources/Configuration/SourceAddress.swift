import ClimateModel
import Foundation

/// Where a source is, as users write it.
public enum SourceAddress {
    /// What is wrong with an address, and what to write.
    public struct Problem: Error, Hashable, Sendable {
        /// For the user.
        public var message: Phrase
    }

    /// The schemes that can be read.
    private static let schemes = ["https", "http", "imaps", "imap"]

    /// The longest address that is kept, in UTF-8.
    private static let limit = 4_096

    /// A URL that can be read, or the absolute path of a file or folder.
    ///
    /// The name of a ``WellKnownSource`` stands for its address, `file:` for a path, and what looks like a host for `https:`, unless
    /// there is a file of that name.
    ///
    /// - Parameters:
    ///   - home: what `~` stands for.
    ///   - absolute: the absolute path of a relative one.
    ///   - isThere: whether there is a file or folder at an absolute path.
    /// - Throws: what is wrong, and what to write.
    public static func parse(
        _ text: String, home: String, absolute: (String) -> String,
        isThere: (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }
    ) throws(Problem) -> String {
        guard text == CleanText.line(text), !text.isEmpty, text.utf8.count <= limit else {
            throw Problem(message: unusable)
        }
        let name = text.lowercased()
        if let found = WellKnownSource.all.first(where: { $0.name == name }) {
            return found.address
        }
        if let colon = text.range(of: "://") {
            let scheme = text[..<colon.lowerBound].lowercased()
            if scheme == "file" { return path(String(text[colon.upperBound...]), absolute) }
            return try url(text, scheme: scheme)
        }
        if text == "~" || text.hasPrefix("~/") { return home + text.dropFirst() }
        let file = absolute(text)
        if ["/", "./", "../"].contains(where: text.hasPrefix) || isThere(file) { return file }
        return looksLikeHost(text) ? try url("https://" + text, scheme: "https") : file
    }

    /// Whether it is a URL rather than a path.
    public static func isURL(_ address: String) -> Bool { !address.hasPrefix("/") }

    private static func path(_ encoded: String, _ absolute: (String) -> String) -> String {
        let path = encoded.removingPercentEncoding ?? encoded
        return absolute(path.hasPrefix("localhost/") ? String(path.dropFirst(9)) : path)
    }

    private static func url(_ text: String, scheme: String) throws(Problem) -> String {
        guard schemes.contains(scheme) else {
            throw Problem(message: unknownScheme(scheme))
        }
        guard !text.contains(" "), let parts = URLComponents(string: text),
            let host = parts.host, !host.isEmpty
        else { throw Problem(message: unusable) }
        if parts.password != nil { throw Problem(message: withPassword) }
        return text
    }

    /// "www.kristinehamn.se/nyheter", but not "projekt.yaml" or "data/2026.csv".
    private static func looksLikeHost(_ text: String) -> Bool {
        let host = text.prefix { !"/?#:".contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, (2...24).contains(last.count),
            last.allSatisfy(\.isLetter), labels.allSatisfy({ !$0.isEmpty }),
            host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." })
        else { return false }
        return host.count < text.count || !fileEndings.contains(last.lowercased())
    }

    /// How the names of files that can be read end.
    private static let fileEndings: Set<String> = [
        "csv", "tsv", "txt", "xlsx", "xml", "rss", "atom", "json", "yaml", "yml", "opml", "eml",
        "mbox", "md", "html", "htm",
    ]

    // MARK: Messages

    private static let unusable = Phrase(
        sv: "ingen adress: skriv som https://www.kristinehamn.se/nyheter eller en sökväg",
        en: "no address: write it as https://www.kristinehamn.se/nyheter or as a path")

    private static let withPassword = Phrase(
        sv: "lösenord hör inte hemma i en adress: använd user och password-command",
        en: "a password does not belong in an address: use user and password-command")

    private static func unknownScheme(_ scheme: String) -> Phrase {
        let shown = CleanText.line(scheme.prefix(20))
        let meant = nearest(to: scheme, among: schemes)
        let all = Phrase.alternatives((schemes + ["file"]).map { $0 + "://" })
        return Phrase(
            sv: "\(shown):// kan inte läsas – "
                + (meant.map { "menade du \($0)://?" } ?? "det ska vara \(all.sv) eller en sökväg"),
            en: "\(shown):// can’t be read – "
                + (meant.map { "did you mean \($0)://?" } ?? "it should be \(all.en), or a path"))
    }
}
