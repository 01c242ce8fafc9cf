import ClimateModel
import ClimateStore
import Foundation
import TerminalDriver
import Transport

@testable import IngestApp

/// A sync in the test's own process, with limits that a test chooses.
struct SyncHarness {
    let folder: TemporaryFolder
    var location: StoreLocation { StoreLocation(content: folder.path + "/content.sqlite") }

    init() throws { folder = try TemporaryFolder() }

    /// Reads `addresses`, and tells what became of each.
    ///
    /// - Parameters:
    ///   - begun: when the sync began.
    ///   - room: how much of what was read may wait to be written, in bytes.
    ///   - written: told of the addresses that were written together.
    func sync(
        _ addresses: [String], web: WebLimits = .quick, parsing: ParseLimits = .standard,
        begun: Timestamp = .now(), room: Int = 8 << 20,
        written: @escaping @Sendable ([String]) -> Void = { _ in }
    ) async throws -> [String: SourceReport] {
        let writer = try ContentWriter.open(at: location, now: .now())
        try writer.subscribe(
            addresses.map {
                Subscription(
                    id: .feed(address: $0),
                    settings: SourceSettings(address: $0, allowsPrivateHost: true))
            })
        let store = try ContentStore.open(location)
        let selection = SyncSelection(try store.sourceOverviews(), now: .now())
        let reports = Reports()
        let committer = try Committer(WriterSession(store: store, writer: writer)) {
            await reports.add($0)
            written($0.map(\.address))
        }
        let knowledge = await committer.knowledge
        let client = WebClient(limits: web, environment: [:])
        defer { client.close() }
        let tools = ReadingTools(
            web: client,
            parser: ParserPool(
                knowledge, program: BuiltProduct.path("utkik-ingest"), limits: parsing, workers: 2,
                room: ReadingRoom(size: room)),
            knowledge: knowledge, now: begun)
        try await SyncRun(tools: tools, committer: committer).run(
            selection.active, titles: selection.titles)
        return await reports.all
    }
}

private actor Reports {
    private(set) var all: [String: SourceReport] = [:]

    func add(_ reports: [SourceReport]) {
        for report in reports { all[report.address] = report }
    }
}

extension WebLimits {
    /// A second for what else takes ten.
    static let quick = WebLimits(
        connect: .seconds(1), total: .seconds(4), lowestSpeedTime: .seconds(1))
}
