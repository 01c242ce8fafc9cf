import ClimateFixtures
import ClimateModel
import Testing

@testable import ClimateStore

/// One figure through several sources: the one that prevails stands, and the others wait.
@Suite struct FigureSourcesTests {
    let folder: TemporaryFolder
    let writer: ContentWriter
    let store: ContentStore
    static let ids = ["a", "b", "c"].map { Source.ID.feed(address: $0) }

    init() throws {
        folder = try TemporaryFolder()
        writer = try ContentWriter.open(at: folder.location, now: .test)
        store = try ContentStore.open(folder.location)
        try writer.subscribe(Self.ids.map(Self.subscription))
    }

    private static func subscription(_ id: Source.ID) -> Subscription {
        Subscription(id: id, settings: SourceSettings(address: "https://\(id.rawValue).example"))
    }

    private func figure(
        _ source: String, _ value: Double?, _ certainty: Certainty = .high, year: Int = 1999,
        status: Observation.Status? = nil, publisher: String? = nil
    ) -> Observation {
        Observation(
            municipality: .kristinehamn, period: Period(year: year), value: value,
            status: status ?? (value == nil ? .notReported : .reported),
            provenance: Provenance(
                source: .feed(address: source), publisher: publisher ?? source,
                certainty: certainty))
    }

    /// In one transaction, a delivery each.
    @discardableResult
    private func sync(_ figures: Observation...) throws -> [WriteSummary] {
        try writer.write(
            figures.map { figure in
                let source = try #require(figure.provenance?.source)
                return Delivery(
                    subscription: source, batch: Self.batch([figure], source),
                    state: FetchState())
            })
    }

    private static func batch(_ figures: [Observation], _ source: Source.ID) -> ContentBatch {
        ContentBatch(
            sources: [.test(source.rawValue)],
            observations: [
                ContentBatch.IndicatorObservations(
                    indicator: StarterRanking.indicator.id, observations: figures)
            ])
    }

    private func remove(_ source: String) throws {
        let id = Source.ID.feed(address: source)
        #expect(try writer.unsubscribe(id, deletingContent: true))
        try writer.subscribe([Self.subscription(id)])
    }

    private func all() throws -> Set<Observation> {
        Set(try store.observations(of: StarterRanking.indicator.id))
    }

    private func standing(_ year: Int = 1999) throws -> Observation? {
        try all().first { $0.municipality == .kristinehamn && $0.period.year == year }
    }

    @Test func whatStandsGivesItsPlaceBack() throws {
        let before = try all()
        let year = try #require(before.first { $0.municipality == .kristinehamn }).period.year
        try sync(figure("a", 1, year: year))
        try sync(figure("b", 2, year: year))
        #expect(try standing(year) == figure("b", 2, year: year))
        try remove("b")
        #expect(try standing(year) == figure("a", 1, year: year))
        try remove("a")
        #expect(try all() == before)
    }

    /// What another said the same of, or less surely, or what was missing, is there when it is needed.
    @Test func whatDidNotStandTakesThePlaceOfWhatGoes() throws {
        try sync(figure("a", 5))
        try sync(figure("b", 5))
        #expect(try standing() == figure("a", 5))
        try remove("a")
        #expect(try standing() == figure("b", 5))
        try sync(figure("a", 7, .medium))
        try sync(figure("c", nil))
        #expect(try standing() == figure("b", 5))
        try remove("b")
        #expect(try standing() == figure("a", 7, .medium))
        try remove("a")
        #expect(try standing() == figure("c", nil))
        try remove("c")
        #expect(try standing() == nil)
        #expect(try !store.sources().contains { Self.ids.contains($0.id) && $0.lastSuccess != nil })
    }

    /// Each as the other's delivery comes first.
    @Test(arguments: [false, true])
    func sourcesOfOneTransactionAreComparedToo(isReversed: Bool) throws {
        let figures = [figure("a", 1), figure("b", 2, .medium)]
        let summaries =
            try isReversed ? sync(figures[1], figures[0]) : sync(figures[0], figures[1])
        #expect(try standing() == figures[0])
        #expect(summaries.map(\.kept) == (isReversed ? [[:], [:]] : [[:], ["a": 1]]))
        try remove("a")
        #expect(try standing() == figures[1])
    }

    /// A sync that reads a source again, which says what it said, changes nothing; importing by hand does.
    @Test func whatIsSaidAgainTakesNoPlaceUnlessByHand() throws {
        try sync(figure("a", 1))
        try sync(figure("b", 2))
        let condition = try store.condition()
        for figures in [[figure("a", 1)], [figure("b", 2)], [figure("a", 1)]] {
            #expect(try sync(figures[0]) == [WriteSummary(unchanged: 2)])
        }
        #expect(try store.condition() == condition)
        _ = try writer.write(Self.batch([figure("a", 1)], Self.ids[0]))
        #expect(try standing() == figure("a", 1))
        #expect(try sync(figure("b", 3)) == [WriteSummary(updated: 1, unchanged: 1)])
        #expect(try standing() == figure("b", 3))
    }

    @Test func aSourceThatTakesItsFigureBackLeavesThePlaceToAnother() throws {
        try sync(figure("a", 1))
        try sync(figure("b", 2))
        try sync(figure("b", nil))
        #expect(try standing() == figure("a", 1))
        try sync(figure("a", 4))
        #expect(try standing() == figure("a", 4))
        try remove("a")
        #expect(try standing() == figure("b", nil))
    }

    /// Whatever comes and goes in whatever order, at last the database is as it was; no figure is lost meanwhile.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func nothingIsLostWhateverComesAndGoes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let before = try all()
        let years = before.filter { $0.municipality == .kristinehamn }.map(\.period.year)
        var said: [String: Set<Int>] = [:]
        for _ in 0..<60 {
            let source = ["a", "b", "c"].randomElement(using: &random) ?? "a"
            if Int.random(in: 0..<4, using: &random) == 0 {
                try remove(source)
                said[source] = nil
            } else {
                let year = (Array(years.prefix(2)) + [1998, 1999]).randomElement(using: &random)
                let figure = figure(
                    source, [nil, 1, 2, 3].randomElement(using: &random) ?? nil,
                    [.high, .medium].randomElement(using: &random) ?? .low, year: year ?? 1999)
                said[source, default: []].insert(figure.period.year)
                if Bool.random(using: &random) {
                    try sync(figure)
                } else {
                    _ = try writer.write(Self.batch([figure], .feed(address: source)))
                }
            }
            let expected = said.values.reduce(Set(years)) { $0.union($1) }
            let found = try all().filter { $0.municipality == .kristinehamn }
            #expect(Set(found.map(\.period.year)) == expected)
            for year in years { #expect(try standing(year)?.value != nil) }
        }
        for source in ["a", "b", "c"] { try remove(source) }
        #expect(try all() == before)
    }
}
