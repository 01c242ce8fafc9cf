import ClimateModel
import Ingest

/// Content with everything that it can have, by chance; the same from the same seed.
struct RandomContent {
    var generator: Seeded

    init(_ seed: UInt64) { generator = Seeded(seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    mutating func isTrue() -> Bool { Bool.random(using: &generator) }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[number(0...elements.count - 1)]
    }

    mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
        isTrue() ? value(&self) : nil
    }

    mutating func some<Value>(_ most: Int = 3, _ value: (inout Self) -> Value) -> [Value] {
        (0..<number(0...most)).map { _ in value(&self) }
    }

    mutating func text() -> String {
        one(of: [
            "", "a", "Kommunen bjuder in till frukost", "Åäö é \u{1F469}\u{200D}\u{1F680}",
            "a\u{0}b",
            "\"\\\n", String(repeating: "lång text ", count: number(1...40)),
        ])
    }

    mutating func localized() -> LocalizedText {
        LocalizedText(swedish: maybe { $0.text() }, english: maybe { $0.text() })
    }

    mutating func phrase() -> Phrase { Phrase(sv: text(), en: text()) }

    mutating func integer() -> Int {
        one(of: [0, 1, -1, 63, 64, -64, -65, 2_024, 1 << 40, .max, .min])
    }

    mutating func moment() -> Timestamp {
        Timestamp(seconds: Int64(number(-62_135_596_801...253_402_300_799)))
    }

    mutating func code() -> MunicipalityCode {
        one(of: ["0114", "0180", "1781", "2584"].compactMap { MunicipalityCode(rawValue: $0) })
    }

    mutating func date() -> PartialDate {
        let day = CalendarDate(daysSinceEpoch: number(-719_162...2_932_896))
        return one(
            of: [
                PartialDate(day), PartialDate(year: day.year, month: day.month),
                PartialDate(year: day.year),
            ].compactMap(\.self))
    }

    mutating func provenance() -> Provenance {
        Provenance(
            source: Source.ID(rawValue: one(of: ["s", "feed-1", ""])), publisher: text(),
            fetched: maybe { $0.moment() }, certainty: one(of: Certainty.allCases),
            detail: maybe { $0.text() })
    }
}

extension RandomContent {
    mutating func source() -> Source {
        Source(
            id: Source.ID(rawValue: text()), kind: one(of: Source.Kind.allCases), title: text(),
            address: maybe { $0.text() }, terms: maybe { $0.text() },
            lastSuccess: maybe { $0.moment() }, lastError: maybe { $0.localized() })
    }

    mutating func settings() -> SourceSettings {
        SourceSettings(
            address: text(), kind: maybe { $0.one(of: Source.Kind.allCases) },
            title: maybe { $0.text() }, publisher: maybe { $0.text() },
            municipality: maybe { $0.code() }, allowsPrivateHost: isTrue(),
            interval: maybe { $0.integer() }, mapping: mapping(), indicators: some { $0.text() },
            user: maybe { $0.text() }, passwordCommand: maybe { $0.text() })
    }

    private mutating func mapping() -> TableMapping {
        var mapping = TableMapping(
            sheet: maybe { $0.text() }, headingRow: maybe { $0.integer() },
            indicator: maybe { $0.text() }, year: maybe { $0.integer() },
            direction: maybe { $0.one(of: Indicator.Direction.allCases) })
        for _ in 0..<number(0...3) { mapping.columns[text()] = text() }
        for _ in 0..<number(0...3) { mapping.phases[text()] = text() }
        return mapping
    }

    mutating func newsItem() -> NewsItem {
        NewsItem(
            identity: text(), kind: one(of: NewsItem.Kind.allCases), title: localized(),
            body: LocalizedBody(swedish: maybe { $0.body() }, english: maybe { $0.body() }),
            summary: localized(), author: maybe { $0.text() }, link: maybe { $0.text() },
            published: published(), updated: maybe { $0.moment() },
            municipalities: some { $0.code() }, provenance: provenance(),
            claims: some { $0.claim() },
            agenda: some {
                AgendaEntry(
                    date: $0.date(), end: $0.maybe { $0.date() }, quote: $0.text(),
                    municipality: $0.maybe { $0.code() })
            })
    }

    private mutating func published() -> PublicationDate {
        switch number(0...2) {
        case 0: .unknown
        case 1: .moment(moment())
        default: .date(date())
        }
    }

    private mutating func claim() -> RankingClaim {
        RankingClaim(
            municipality: code(), name: text(), ranking: text(), year: maybe { $0.integer() },
            rank: maybe { $0.integer() }, change: maybe { $0.integer() }, quote: text(),
            certainty: one(of: Certainty.allCases))
    }

    private mutating func body() -> StructuredText {
        StructuredText(
            some(5) { content in
                switch content.number(0...3) {
                case 0: .paragraph(content.inlines())
                case 1: .quote(content.inlines())
                case 2: .heading(level: content.integer(), content.inlines())
                default: .list(ordered: content.isTrue(), items: content.some { $0.inlines() })
                }
            })
    }

    private mutating func inlines() -> [StructuredText.Inline] {
        some(4) { content in
            switch content.number(0...3) {
            case 0: .text(content.text())
            case 1: .emphasis(content.text())
            case 2: .strong(content.text())
            default: .link(text: content.text(), address: content.text())
            }
        }
    }

    mutating func figures() -> ContentBatch.IndicatorObservations {
        ContentBatch.IndicatorObservations(
            indicator: Indicator.ID(rawValue: text()),
            observations: some(40) { content in
                Observation(
                    municipality: content.code(), period: Period(year: content.number(1...9_999)),
                    value: content.maybe { Double($0.integer()) / 7 },
                    status: content.one(of: Observation.Status.allCases),
                    responses: content.maybe { $0.integer() },
                    responseRate: content.maybe { _ in 0.1 },
                    provenance: content.maybe { $0.provenance() })
            })
    }

    /// Whatever a worker may hand over.
    mutating func file() -> ImportedFile {
        var batch = ContentBatch(
            sources: some { $0.source() }, observations: some { $0.figures() },
            news: some(6) { $0.newsItem() })
        if isTrue() {
            batch.indicators = [
                Indicator(
                    id: Indicator.ID(rawValue: "i"), title: "Index", publisher: "P",
                    direction: .neutral, kind: .value, source: Source.ID(rawValue: "s"))
            ]
        }
        return ImportedFile(
            type: one(of: ContentType.allCases), format: text(),
            encoding: one(of: TextEncoding.allCases), batch: batch, records: number(0...1_000_000),
            title: maybe { $0.phrase() }, notes: some { $0.phrase() },
            subscriptions: some { $0.settings() }, feedLinks: some { $0.text() })
    }
}
