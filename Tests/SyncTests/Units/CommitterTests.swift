import ClimateModel
import ClimateStore
import Ingest
import Testing

@testable import IngestApp

/// What is written of sources that come in parts.
@Suite struct CommitterTests {
    private let harness: SyncHarness
    private let subscription: Subscription

    init() throws {
        harness = try SyncHarness()
        let address = "https://kolada.example/v3"
        subscription = Subscription(
            id: .feed(address: address), settings: SourceSettings(address: address, kind: .kolada),
            state: FetchState(cursor: "0"))
    }

    /// A part whose figures are those of an indicator that there is, or that there is not.
    private func part(
        _ cursor: String, of subscription: Subscription, isSound: Bool, isLast: Bool
    ) throws -> Committer.Outcome {
        let now = Timestamp.now()
        let code = try #require(MunicipalityCode(rawValue: "0184"))
        let figures = ContentBatch.IndicatorObservations(
            indicator: Indicator.ID(rawValue: isSound ? "n1" : "n2"),
            observations: [
                Observation(
                    municipality: code, period: Period(year: 2020), value: 1,
                    provenance: Provenance(
                        source: subscription.id, publisher: "Kolada", fetched: now))
            ])
        var batch = ContentBatch(
            sources: [Source(id: subscription.id, kind: .kolada, title: "Kolada")],
            observations: [figures])
        batch.indicators = [
            Indicator(
                id: Indicator.ID(rawValue: "n1"), title: "Index", publisher: "Kolada",
                direction: .neutral, kind: .value,
                source: subscription.id)
        ]
        var reading = Reading(
            file: ImportedFile(
                type: .indicator, format: "Kolada", encoding: .utf8, batch: batch, records: 1),
            kind: .kolada, state: subscription.state)
        reading.state.cursor = cursor
        reading.isPartial = !isLast
        return Committer.Outcome(
            subscription: subscription, title: "Kolada", result: .success(reading), news: [],
            now: now, duration: .zero)
    }

    @Test(arguments: [false, true])
    func aPartThatCanNotBeWrittenIsReadAgain(isLast: Bool) async throws {
        let writer = try ContentWriter.open(at: harness.location, now: .now())
        try writer.subscribe([subscription])
        let store = try ContentStore.open(harness.location)
        let told = Told()
        let committer = try Committer(WriterSession(store: store, writer: writer)) {
            await told.add($0)
        }
        let location = harness.location
        func overview() throws -> SourceOverview? {
            try ContentStore.open(location).sourceOverviews().first { $0.id == subscription.id }
        }
        let first = try part("1", of: subscription, isSound: true, isLast: false)
        #expect(try await committer.commit([first]).isEmpty)
        #expect(try overview()?.subscription?.state.cursor == "1")
        let rest = try #require(first.rest)
        let second = try part("2", of: rest, isSound: false, isLast: isLast)
        let withdrawn = try await committer.commit([second])
        // What would come after it is not to be read now.
        #expect(isLast || withdrawn == [subscription.id])
        #expect(try overview()?.subscription?.state.cursor == "1")
        #expect(try overview()?.subscription?.state.failures == 1)
        let reports = await told.reports
        #expect(reports.count == 1)
        #expect(reports.first?.result == .failed)
        #expect(try overview()?.source.lastError?.english?.contains("n2") == true)
    }
}

private actor Told {
    private(set) var reports: [SourceReport] = []

    func add(_ more: [SourceReport]) { reports += more }
}
