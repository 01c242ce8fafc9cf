import ClimateModel

/// A news item as an embedded file has it: lines of "name: value", then the body in each language under "--- sv" and
/// "--- en". In a body, blank lines part the blocks, "## " begins a heading and "- " an item of a list.
struct StarterNews {
    let item: NewsItem

    init(file: String, text: String) throws {
        let parts = text.components(at: "\n--- ")
        let fields = Self.fields(of: parts[0])
        func field(_ name: String) throws -> String {
            guard let value = fields[name] else {
                throw StarterError(file: file, line: 0, problem: "lacks \(name)")
            }
            return value
        }
        guard let kind = NewsItem.Kind(rawValue: try field("kind")) else {
            throw StarterError(file: file, line: 0, problem: "is of an unknown kind")
        }
        item = NewsItem(
            identity: try field("identity"), kind: kind,
            title: LocalizedText(swedish: try field("title.sv"), english: try field("title.en")),
            body: LocalizedBody(
                swedish: try Self.body("sv", of: parts, file),
                english: try Self.body("en", of: parts, file)),
            summary: LocalizedText(
                swedish: try field("summary.sv"), english: try field("summary.en")),
            published: fields["published"].flatMap { PublicationDate($0) } ?? .unknown,
            municipalities: try field("municipalities").split(separator: " ").compactMap {
                MunicipalityCode(rawValue: String($0))
            },
            provenance: Provenance(
                source: Source.ID(rawValue: try field("source")),
                publisher: try field("publisher"), detail: fields["detail"]))
    }

    private static func fields(of text: String) -> [String: String] {
        let lines = text.components(at: "\n").map { $0.components(at: ": ") }
        return Dictionary(
            lines.map { ($0[0], $0.dropFirst().joined(separator: ": ")) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func body(
        _ language: String, of parts: [String], _ file: String
    ) throws -> StructuredText {
        guard let part = parts.first(where: { $0.hasPrefix(language + "\n") }) else {
            throw StarterError(file: file, line: 0, problem: "lacks the language \(language)")
        }
        let blocks = String(part.dropFirst(language.count + 1)).components(at: "\n\n")
        return StructuredText(blocks.flatMap(Self.blocks))
    }

    /// A heading stands on the line above its text.
    private static func blocks(of text: String) -> [StructuredText.Block] {
        var lines = text.components(at: "\n").filter { !$0.isEmpty }
        var blocks: [StructuredText.Block] = []
        if let first = lines.first, first.hasPrefix("## ") {
            blocks.append(.heading(level: 2, [.text(String(first.dropFirst(3)))]))
            lines.removeFirst()
        }
        if lines.isEmpty { return blocks }
        if lines.allSatisfy({ $0.hasPrefix("- ") }) {
            let items: [[StructuredText.Inline]] = lines.map { [.text(String($0.dropFirst(2)))] }
            return blocks + [.list(ordered: false, items: items)]
        }
        return blocks + [.paragraph([.text(lines.joined(separator: " "))])]
    }
}

extension String {
    /// The pieces between the places where `separator` stands.
    fileprivate func components(at separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
