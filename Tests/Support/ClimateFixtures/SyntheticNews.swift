import ClimateModel

/// Made-up news, the same for the same seed: for tests and benchmarks of long lists.
public struct SyntheticNews: Sendable {
    /// The sources that the items come from, to be written before them.
    public let sources: [Source]
    private let municipalities: [Municipality]
    private let seed: UInt64
    /// The moment that the newest items come close to: 2026-11-01T00:00:00Z.
    private static let end: Int64 = 1_793_491_200
    private static let tenYears: Int64 = 10 * 365 * 86_400

    /// - Parameter sourceCount: half of the items come from one of so many sources, the others from the one that their
    ///   municipality has.
    public init(municipalities: [Municipality], sourceCount: Int = 40, seed: UInt64 = 1) {
        self.municipalities = municipalities
        self.seed = seed
        sources = (0..<sourceCount).map { number in
            Source(
                id: Source.ID(rawValue: "synthetic-\(number)"), kind: .feed,
                title: "Flöde \(number)", address: "https://example.org/\(number)/feed")
        }
    }

    /// The items of those numbers; an item is the same whichever range it is asked for in.
    ///
    /// - Complexity: O(*n*).
    public func items(_ numbers: Range<Int>) -> [NewsItem] { numbers.map(item) }

    private func item(_ number: Int) -> NewsItem {
        var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number))
        let place = municipalities.randomElement(using: &random)
        let isLocal = Bool.random(using: &random)
        let local = Int(place?.code.rawValue ?? "") ?? 0
        let source = sources[isLocal ? local % sources.count : sources.count - 1]
        let kind = NewsItem.Kind.allCases.randomElement(using: &random) ?? .news
        var codes = [place?.code].compactMap { $0 }
        if Int.random(in: 0..<10, using: &random) == 0,
            let other = municipalities.randomElement(using: &random)?.code, !codes.contains(other)
        {
            codes.append(other)
        }
        let age = Int64.random(in: 0..<Self.tenYears, using: &random)
        let name = place?.name ?? "Landet"
        return NewsItem(
            identity: "https://example.org/news/\(number)", kind: kind,
            title: LocalizedText(swedish: "\(name): \(Self.sentence(6, &random))"),
            body: LocalizedBody(swedish: body(name, &random)),
            summary: LocalizedText(swedish: Self.sentence(12, &random)),
            link: "https://example.org/news/\(number)",
            published: Self.date(Self.end - age, &random), municipalities: codes,
            provenance: Provenance(source: source.id, publisher: "\(name)s kommun"))
    }

    /// Mostly to the second, some to the day, few to the month or year or not at all.
    private static func date(_ seconds: Int64, _ random: inout SeededGenerator) -> PublicationDate {
        let moment = Timestamp(seconds: seconds)
        let day = moment.clock().date
        let partial: PartialDate?
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<80: return .moment(moment)
        case 80..<96: partial = PartialDate(day)
        case 96..<98: partial = PartialDate(year: day.year, month: day.month)
        case 98: partial = PartialDate(year: day.year)
        default: partial = nil
        }
        return partial.map { .date($0) } ?? .unknown
    }

    private func body(_ name: String, _ random: inout SeededGenerator) -> StructuredText {
        StructuredText([
            .paragraph([.text("\(name). \(Self.sentence(18, &random))")]),
            .heading(level: 2, [.text(Self.sentence(4, &random))]),
            .paragraph([.text(Self.sentence(30, &random)), .strong(Self.sentence(2, &random))]),
            .list(
                ordered: false,
                items: [
                    [.text(Self.sentence(6, &random))],
                    [.link(text: Self.sentence(3, &random), address: "https://example.org/mer")],
                ]),
        ])
    }

    private static func sentence(_ words: Int, _ random: inout SeededGenerator) -> String {
        var text = (0..<words).map { _ in word(&random) }.joined(separator: " ")
        text = text.prefix(1).uppercased() + text.dropFirst()
        return text + "."
    }

    /// Common words come often, and some thousands of rare ones now and then, as in real text.
    private static func word(_ random: inout SeededGenerator) -> String {
        let common = vocabulary[
            min(
                Int.random(in: 0..<vocabulary.count, using: &random),
                Int.random(in: 0..<vocabulary.count, using: &random))]
        guard Int.random(in: 0..<8, using: &random) == 0 else { return common }
        let ending = vocabulary[Int.random(in: 0..<vocabulary.count, using: &random)]
        return common + ending
    }

    private static let vocabulary = """
        och i att det som på är av för med till den har de inte om ett men var sig så vi från kan \
        kommun företag företagsklimat ranking plats näringsliv enkät svar service bygglov tillsyn \
        projekt plan beslut nämnd styrelse utbildning samverkan dialog möte besök ledning chef \
        mål resultat förbättring arbete väg skola miljö energi industri handel turism kultur bostad \
        mark tomt upphandling tillväxt utveckling strategi budget ekonomi invånare medborgare \
        ungdom förening landsbygd centrum hamn järnväg bredband kompetens rekrytering anställda \
        öppnar startar flyttar bygger växer minskar ökar klättrar tappar stiger faller vinner \
        årets höstens vårens sommarens ny gammal stor liten god bättre bäst snabb enkel tydlig
        """.split(separator: " ").map(String.init)
}
