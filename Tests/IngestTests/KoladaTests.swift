import ClimateModel
import Testing

@testable import Ingest

/// What is kept of Kolada's pages, whatever they hold.
@Suite struct KoladaTests {
    private func page(_ json: String, _ kind: KoladaPageKind) throws -> KoladaPage {
        try KoladaPage.read(Array(json.utf8), as: kind)
    }

    private func figures(_ ids: String...) throws -> KoladaFigures {
        let indicators = try ids.map {
            try page("{\"values\":[{\"id\":\"\($0)\",\"title\":\"\($0)\"}]}", .indicators)
        }
        return KoladaFigures(
            ids.map { KoladaSeries(id: $0) }, answeredBy: indicators.flatMap(\.indicators),
            known: [], municipalities: try Starter.gazetteer().all, source: .init(rawValue: "k"),
            now: .distantPast)
    }

    private func figure(_ id: String, gender: String = "T", value: Double = 1) -> KoladaFigure {
        KoladaFigure(
            indicator: id, municipality: "1781", period: 2_020, gender: gender, value: value,
            status: "", isDeleted: false)
    }

    @Test func moreFiguresThanThereCanBeAreRefused() throws {
        var figures = try figures("U99999")
        let many = Array(repeating: figure("U99999"), count: Limits.koladaFigures)
        try figures.add(many)
        #expect(throws: ImportFailure(.tooManyKoladaFigures)) {
            try figures.add([figure("U99999")])
        }
    }

    @Test func whatNobodyAskedForCountsForNothing() throws {
        var figures = try figures("U99999")
        let other = figure("U99998")
        let unknown = figure("U99999", gender: "X")
        try figures.add(Array(repeating: other, count: Limits.koladaFigures))
        try figures.add(Array(repeating: unknown, count: Limits.koladaFigures))
        try figures.add([figure("U99999", value: 7)])
        let observations = figures.takeBatch().observations.flatMap(\.observations)
        #expect(observations.map(\.value) == [7])
    }

    @Test func titlesAreNoLongerThanOthers() throws {
        let title = String(repeating: "Företag ", count: 10_000)
        let indicator = try page(
            "{\"values\":[{\"id\":\"N1\",\"title\":\"\(title)\"}]}", .indicators
        ).indicators.first
        #expect(try #require(indicator).title.count <= Limits.titleLength)
        let group = try page(
            "{\"values\":[{\"id\":\"G1\",\"title\":\"\(title)\",\"members\":[]}]}", .groups
        ).groups.first
        #expect(try #require(group).title.count <= Limits.titleLength)
    }

    @Test func aNextPageWithoutEndIsNone() {
        let next = "https://api.kolada.se/v3/" + String(repeating: "x", count: 10_000)
        #expect(throws: ImportFailure(.notKolada)) {
            try page("{\"values\":[],\"next_url\":\"\(next)\"}", .figures)
        }
    }

    /// The newest group counts, whichever comes first; groups of nobody known are not kept.
    @Test(arguments: [false, true])
    func peersAreThoseOfTheNewestGroup(isReversed: Bool) throws {
        let json = [("2023", "0180"), ("2024", "0184"), ("2022", "1715"), ("x", "1730")].map {
            """
            {"id":"G\($0)","title":"Liknande kommuner socioekonomi, Kristinehamn, \($0)",
            "members":[{"member_id":"\($1)"},{"member_id":"1781"},{"member_id":"\($1)"},{"member_id":"9999"}]}
            """
        }
        let groups = try (isReversed ? json.reversed() : json).flatMap {
            try page("{\"values\":[\($0)]}", .groups).groups
        }
        var peers = KoladaPeers(of: try Starter.gazetteer().all)
        for group in groups { peers.add([group]) }
        let changed = peers.changed.filter { $0.peers.contains { $0.rawValue == "0184" } }
        #expect(changed.map(\.name) == ["Kristinehamn"])
        #expect(changed.first?.peers.map(\.rawValue) == ["0184"])
    }
}
