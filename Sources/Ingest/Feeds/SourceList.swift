import ClimateModel

/// Reads OPML: a list of sources, in outlines of any depth.
final class SourceList: XMLEventTaking {
    private let context: ImportContext
    private var feeds: [SourceSettings] = []
    private var seen: Set<Source.ID> = []
    private var problems = ProblemList()

    private init(_ context: ImportContext) { self.context = context }

    /// - Complexity: O(*n*).
    static func read(
        _ bytes: [UInt8], encoding: TextEncoding, context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        let list = SourceList(context)
        do throws(Problem) {
            try XMLEvents.parse(bytes, into: list, progress: context.progress)
        } catch {
            throw ImportFailure(error)
        }
        try list.problems.check()
        guard !list.feeds.isEmpty else { throw ImportFailure(.noSources) }
        return ImportedFile(
            type: .sources, format: "OPML", encoding: encoding, batch: ContentBatch(),
            records: list.feeds.count, subscriptions: list.feeds)
    }

    func start(_ name: XMLName, _ attributes: [XMLName: String], line: Int) {
        guard name.local == "outline" else { return }
        let folded = Dictionary(
            attributes.map { ($0.local.lowercased(), $1) }, uniquingKeysWith: { first, _ in first })
        guard let address = folded["xmlurl"].map({ CleanText.line($0) }), !address.isEmpty else {
            return
        }
        guard LinkAddress.isAllowed(address), !address.hasPrefix("mailto:") else {
            problems.add(Problem(line: line, cell: address, message: .badFeedAddress))
            return
        }
        let id = Source.ID.feed(address: address)
        guard seen.insert(id).inserted else { return }
        let title = CleanText.line(folded["title"] ?? folded["text"] ?? "")
        let code = attributes[XMLName("municipality", space: SourceListWriter.nameSpace)]
        feeds.append(
            SourceSettings(
                address: address, kind: .feed,
                title: title.isEmpty ? nil : String(title.prefix(Limits.titleLength)),
                municipality: code.flatMap { MunicipalityCode(rawValue: $0) }
                    .flatMap { context.municipalities[$0]?.code }))
    }

    func text(_ text: String) {}

    func end(_ name: XMLName) {}
}

extension Phrase {
    static let noSources = Phrase(
        sv: "listan har inga källor (outline med xmlUrl)",
        en: "the list has no sources (outline with xmlUrl)")
    static let badFeedAddress = Phrase(
        sv: "väntade en adress som börjar med https:// eller http://",
        en: "expected an address that begins with https:// or http://")
}
