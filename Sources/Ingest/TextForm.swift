import ClimateModel

/// How a text is written, by its first characters.
enum TextForm: Hashable {
    case empty
    /// XML or HTML.
    case markup
    case json
    /// YAML or a table.
    case plain

    /// - Parameter bytes: of the text in UTF-8.
    init(_ bytes: [UInt8]) {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let scalars = String(decoding: bytes[start...].prefix(1_000), as: UTF8.self).unicodeScalars
        switch scalars.first(where: { !$0.properties.isWhitespace && $0.value > 0x20 }) {
        case nil: self = .empty
        case "<": self = .markup
        case "{", "[": self = .json
        default: self = .plain
        }
    }

    /// Whether a text that is no table begins as YAML does: with "---", a list item or a key.
    static func looksLikeYAML(_ text: String) -> Bool {
        for line in text.split(whereSeparator: \.isNewline).prefix(200) {
            let trimmed = line.drop(while: \.isWhitespace)
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            if trimmed.hasPrefix("---") || trimmed.hasPrefix("- ") || trimmed == "-"
                || trimmed.hasPrefix("%YAML")
            {
                return true
            }
            guard let colon = trimmed.firstIndex(of: ":") else { return false }
            let rest = trimmed[trimmed.index(after: colon)...]
            return trimmed[..<colon].count <= 60 && (rest.isEmpty || rest.hasPrefix(" "))
        }
        return false
    }
}

/// Files that are no text, known by their first bytes.
enum Signature {
    /// What to do with such a file; nil for all others.
    static func message(for bytes: [UInt8]) -> Phrase? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return OldOffice.message(for: bytes) }
        let known: [([UInt8], Phrase)] = [
            (Array("%PDF".utf8), .pdfFile), ([0x1F, 0x8B], .compressedFile),
            (Array("SQLite format 3".utf8), .databaseFile),
        ]
        return known.first { bytes.starts(with: $0.0) }?.1
    }
}

extension Phrase {
    static let emptyFile = Phrase(sv: "filen är tom", en: "the file is empty")
    static let fileTooLarge = Phrase(
        sv: "filen är större än \(Limits.fileSize >> 20) MiB",
        en: "the file is larger than \(Limits.fileSize >> 20) MiB")
    static let zipFile = Phrase(
        sv: "det är ett ZIP-arkiv utan arbetsbok: packa upp det först",
        en: "this is a ZIP archive without a workbook: unpack it first")
    static let pdfFile = Phrase(
        sv: "det är en PDF-fil, som inte kan läsas", en: "this is a PDF file, which can't be read")
    static let compressedFile = Phrase(
        sv: "filen är komprimerad (gzip): packa upp den först",
        en: "the file is compressed (gzip): unpack it first")
    static let databaseFile = Phrase(
        sv: "det är en databas, som inte kan läsas", en: "this is a database, which can't be read")
    static let unknownContent = Phrase(
        sv: """
            okänt innehåll: väntade en tabell (CSV, TSV eller XLSX), projekt (YAML, JSON eller en tabell), ett flöde \
            (RSS, Atom eller JSON Feed), ett brev, en webbsida eller en OPML-lista
            """,
        en: """
            unknown content: expected a table (CSV, TSV or XLSX), projects (YAML, JSON or a table), a feed (RSS, \
            Atom or JSON Feed), mail, a web page or an OPML list
            """)
}
