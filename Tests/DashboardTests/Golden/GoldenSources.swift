import ClimateModel

@testable import Dashboard

/// What the writer has told by then.
extension GoldenView {
    var isAboutSources: Bool {
        switch self {
        case .sources, .sourceDetails, .sourcesGuest, .searchSources, .addSource, .removeSource,
            .testSource, .testFailing, .fetchedWithErrors, .fetchingAll:
            true
        default: false
        }
    }

    var messages: [Message] {
        switch self {
        case .testSource: [.sourceTested(Fixture.broken.id, Self.goodTest)]
        case .testFailing:
            [
                .sourceTested(
                    Fixture.broken.id,
                    SourceTest(
                        address: "https://example.org/arjang",
                        error: "servern svarade inte inom 30 s"))
            ]
        case .fetched: [.syncProgressed([Self.report(1, of: 1)]), .syncEnded(.finished)]
        case .fetchingAll: [.syncProgressed([Self.report(12_345, of: 37_000)])]
        case .fetchedWithErrors:
            [
                .syncProgressed([
                    Self.report(1, of: 3), Self.report(2, of: 3, .failed),
                    Self.report(3, of: 3, .failed),
                ]), .syncEnded(.finished),
            ]
        default: []
        }
    }

    private static func report(
        _ done: Int, of total: Int, _ result: SyncReport.Result = .changed
    ) -> SyncReport {
        SyncReport(
            source: Fixture.feed.id, title: Fixture.feed.title, result: result,
            new: result == .changed ? 3 : 0, changed: result == .changed ? 1 : 0,
            error: result == .failed ? "servern svarade inte" : nil, done: done, total: total)
    }

    private static let goodTest = SourceTest(
        address: "https://example.org/arjang", kind: .feed, title: "Nyheter från Årjäng",
        items: 20, newest: "2021-11-19", problems: ["3 poster saknar datum"],
        preview: ["Ny detaljplan för hamnen", "Företagsfrukost den 3 december"])
}
