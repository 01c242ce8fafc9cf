import ClimateModel
import ClimateStore
import Foundation
import Ingest
import Testing
import WebFixtures

/// Kolada through the real program.
@Suite struct KoladaSyncTests {
    let program: SyncProgram
    static let thisYear = Timestamp.now().clock().date.year
    private static let insikt = "Företagsklimat Insikt - Totalt, Index, ny definition"
    private static let oldInsikt =
        "Företagsklimat Insikt - Totalt, Index, gammal definition (-2024)"

    init() throws { program = try SyncProgram() }

    func subscribe(_ kolada: FakeKolada, _ indicators: String...) throws -> Source.ID {
        try program.subscribe(kolada.address) {
            $0.kind = .kolada
            $0.indicators = indicators
        }[0]
    }

    func observations(_ id: String) throws -> [Observation] {
        try program.store().observations(of: Indicator.ID(rawValue: id))
    }

    private func figure(_ id: String, _ municipality: String, _ year: Int) throws -> Observation? {
        try observations(id).first {
            $0.municipality.rawValue == municipality && $0.period.year == year
        }
    }

    static let companies = ("N00999", "Nystartade företag, antal/1000 inv, 16-64 år", false)

    @Test(arguments: FakeKolada.End.allCases) func allPagesAreRead(end: FakeKolada.End) async throws
    {
        let codes = try ContentStore.starter().municipalities().prefix(40).map(\.code.rawValue)
        let kolada = try FakeKolada(
            .init(
                indicators: [Self.companies], municipalities: codes,
                figures: { _, _, year in
                    (2020...2021).contains(year) ? [.init(value: Double(year))] : []
                }, pageSize: 30, end: end))
        _ = try subscribe(kolada, "N00999")
        let line = try #require(try await program.syncAside()[kolada.address])
        #expect(line.result == "changed" && line.new == 80, "\(line)")
        #expect(line.title == "Kolada")
        #expect(try observations("N00999").count == 80)
        #expect(try figure("N00999", codes[39], 2021)?.value == 2021)
        let data = kolada.server.requests.filter { $0.target.contains("/data/") }
        #expect(data.count == 3)
        let source = try program.store().sources().first { $0.kind == .kolada }
        #expect(source?.terms == "Källa: Kolada")
    }

    @Test func gendersAndMissingValuesStayApart() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [
                    ("N01951", "Invånare totalt, antal", true),
                    Self.companies,
                ],
                figures: { id, municipality, year in
                    guard year == 2021 else { return [] }
                    if id == "N01951" {
                        return [
                            .init(gender: "K", value: 10), .init(gender: "M", value: 11),
                            .init(gender: "T", value: 21), .init(gender: "X", value: 99),
                        ]
                    }
                    switch municipality {
                    case "0180": return [.init(value: nil, status: "Missing")]
                    case "0184": return [.init(value: 5, isDeleted: true)]
                    default: return [.init(gender: "K", value: 1), .init(value: 7.5)]
                    }
                }))
        _ = try subscribe(kolada, "N01951", "N00999")
        _ = try await program.syncAside()
        #expect(try figure("N01951", "0180", 2021)?.value == 21)
        #expect(try figure("N01951-K", "0180", 2021)?.value == 10)
        #expect(try figure("N01951-M", "0180", 2021)?.value == 11)
        let titles = try program.store().indicators().filter { $0.publisher == "Kolada" }
            .compactMap(\.title.swedish)
        #expect(
            Set(titles) == [
                "Invånare", "Invånare, kvinnor", "Invånare, män", "Nystartade företag",
            ])
        #expect(try figure("N00999", "1781", 2021)?.value == 7.5)
        for municipality in ["0180", "0184"] {
            let missing = try figure("N00999", municipality, 2021)
            #expect(missing?.value == nil && missing?.status == .notReported)
        }
    }

    @Test func theKindsOfMissingStayApart() async throws {
        let marks = ["0180": "Private", "0184": "Not applicable", "1781": "Missing"]
        let kolada = try FakeKolada(
            .init(
                indicators: [Self.companies],
                figures: { _, municipality, year in
                    switch year {
                    case 2021: [.init(value: nil, status: marks[municipality] ?? "")]
                    case 2020: [.init(value: 1)]
                    default: []
                    }
                }))
        _ = try subscribe(kolada, "N00999")
        _ = try await program.syncAside()
        #expect(try figure("N00999", "0180", 2021)?.status == .secret)
        #expect(try figure("N00999", "0184", 2021)?.status == .notApplicable)
        #expect(try figure("N00999", "1781", 2021)?.status == .notReported)
    }

    /// A figure that nothing can count to ends no sync, and nothing but itself is left out.
    @Test func figuresBeyondAllMeasureAreLeftOut() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [
                    ("N01951", "Invånare totalt, antal", false), ("U07453", Self.insikt, false),
                    ("U07554", "Företagsklimat Insikt, antal svar, ny definition", false),
                ],
                figures: { id, municipality, year in
                    switch (id, year, municipality) {
                    case ("U07453", 2025, _): [.init(value: 70)]
                    case ("N01951", 2025, "0180"), ("U07554", 2025, "0180"):
                        [.init(value: 1e300)]
                    case ("U07554", 2025, "0184"): [.init(value: -1e300)]
                    case ("U07554", 2025, _): [.init(value: -4)]
                    case ("N01951", 2025, "0184"): [.init(value: -3)]
                    case ("N01951", 2025, _): [.init(value: 17)]
                    default: []
                    }
                }))
        _ = try subscribe(kolada, "U07453", "N01951")
        let line = try #require(try await program.syncAside()[kolada.address])
        #expect(line.result == "changed", "\(line)")
        for municipality in ["0180", "0184", "1781"] {
            #expect(try figure("U07453", municipality, 2025)?.value == 70)
            #expect(try figure("U07453", municipality, 2025)?.responses == nil)
        }
        #expect(try figure("N01951", "0180", 2025) == nil)
        #expect(try figure("N01951", "1781", 2025)?.value == 17)
        let counts = try program.store().municipalities().compactMap(\.population?.count)
        #expect(counts.allSatisfy { $0 > 0 && $0 < 2_000_000 })
    }

    /// Kolada gives ids anew: what stands under another title is something else.
    @Test func aReusedIDIsNotRead() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [
                    ("N00999", "Något helt annat, antal", false),
                    ("N03920", "Arbetslösa av befolkningen, 18-65 år, andel (%)", false),
                ],
                figures: { _, _, year in year == 2021 ? [.init(value: 3)] : [] }))
        _ = try subscribe(kolada, "N00999", "N03920")
        let line = try #require(try await program.syncAside()[kolada.address])
        #expect(line.result == "changed" && line.new == 3)
        #expect(
            line.problems == [
                "Koladas N00999 heter nu ”Något helt annat, antal”, inte ”Nystartade företag, "
                    + "antal/1000 inv, 16-64 år”: siffrorna lästes inte"
            ])
        #expect(try observations("N00999").isEmpty)
        #expect(kolada.paths.filter { $0.contains("/data/") }.allSatisfy { !$0.contains("N00999") })

        kolada.change { $0.indicators = [("N00999", "Något helt annat, antal", false)] }
        let failed = try #require(
            try await program.syncAside("--all", language: "en", status: 1)[kolada.address])
        #expect(failed.error?.hasPrefix("Kolada's N00999 is now called") == true)
        #expect(try observations("N03920").count == 3)
    }

    @Test func theSeriesBreakOfInsiktIsKnown() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [
                    ("U07453", Self.insikt, false), ("U07451", Self.oldInsikt, false),
                    ("U07554", "Företagsklimat Insikt, antal svar, ny definition", false),
                    ("U07553", "Företagsklimat Insikt, svarsfrekvens, ny definition", false),
                    ("U07551", "Företagsklimat Insikt, antal svar, gammal definition", false),
                    ("U07552", "Företagsklimat Insikt, svarsfrekvens, gammal", false),
                ],
                figures: { id, _, year in
                    switch (id, year) {
                    case ("U07451", 2021...2024): [.init(value: Double(year - 1_950))]
                    case ("U07453", 2024...2025): [.init(value: Double(year - 1_944))]
                    case ("U07551", 2021...2023): [.init(value: 111)]
                    case ("U07554", 2024...2025): [.init(value: 222)]
                    case ("U07552", 2021...2023): [.init(value: 55.5)]
                    case ("U07553", 2024...2025): [.init(value: 66)]
                    default: []
                    }
                }))
        _ = try subscribe(kolada, "U07453")
        #expect(try await program.syncAside()[kolada.address]?.new == 15)
        let own = try observations("U07453").filter { $0.municipality.rawValue == "1781" }
            .sorted { $0.period < $1.period }
        #expect(own.map(\.period.year) == [2021, 2022, 2023, 2024, 2025])
        #expect(own.map(\.value) == [71, 72, 73, 80, 81])
        #expect(own.map(\.responses) == [111, 111, 111, 222, 222])
        #expect(own.map(\.responseRate) == [0.555, 0.555, 0.555, 0.66, 0.66])
        let indicator = try #require(
            try program.store().indicators().first { $0.id.rawValue == "U07453" })
        #expect(indicator.breaks.map(\.period.year) == [2024])
        for (earlier, later, isComparable) in [
            (2022, 2023, true), (2023, 2024, false), (2024, 2025, true), (2021, 2025, false),
        ] {
            #expect(
                indicator.isComparable(from: Period(year: earlier), to: Period(year: later))
                    == isComparable)
        }
        #expect(try program.store().indicators().allSatisfy { $0.id.rawValue != "U07451" })
    }

    @Test func peersAndPopulationAreKept() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [("N01951", "Invånare totalt, antal", true)],
                municipalities: ["0001", "0180", "0184", "1781"],
                groups: [
                    ("G1", "Liknande kommuner socioekonomi, Kristinehamn, 2023", ["0180"]),
                    (
                        "G2", "Liknande kommuner socioekonomi, Kristinehamn, 2024",
                        ["0184", "1781", "0180"]
                    ), ("G3", "Storstäder (ovägt medel)", ["0180"]),
                ],
                figures: { _, municipality, year in
                    [2030, 2031].contains(year) || year == Self.thisYear
                        ? [.init(value: Double(Int(municipality) ?? 0))] : []
                }))
        _ = try subscribe(kolada, "N01951")
        _ = try await program.syncAside()
        let municipalities = try program.store().municipalities()
        let own = try #require(municipalities.first { $0.code.rawValue == "1781" })
        #expect(own.peers.map(\.rawValue) == ["0180", "0184"])
        #expect(own.population?.count == 1_781)
        #expect(own.population?.date.description == "\(Self.thisYear)-12-31")
        #expect(municipalities.count == 290)
    }

    @Test func theSecondTimeOnlyLateYearsAreReadAndNothingChanges() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [Self.companies, ("N01951", "Invånare totalt, antal", true)],
                figures: { _, _, year in
                    year <= Self.thisYear ? [.init(value: Double(year))] : []
                }))
        let id = try subscribe(kolada, "N00999", "N01951")
        let first = try #require(try await program.syncAside()[kolada.address])
        #expect(first.result == "changed")
        let count = kolada.server.requests.count
        let second = try #require(try await program.syncAside("--all")[kolada.address])
        #expect(second.result == "unchanged" && second.new == 0 && second.changed == 0)
        let later = kolada.paths.dropFirst(count)
        #expect(later.count == 2)
        #expect(later.allSatisfy { !$0.contains("2003") && !$0.contains("municipality") })
        #expect(try figure("N00999", "0180", 2003)?.value == 2003)
        #expect(try program.subscription(id).state.lastChange != nil)
    }

    /// A page that is missing, or no page at all: nothing of the whole is used.
    @Test func aBrokenPageKeepsWhatThereWas() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [Self.companies],
                figures: { _, _, year in year == 2021 ? [.init(value: 3)] : [] }))
        _ = try subscribe(kolada, "N00999")
        _ = try await program.syncAside()
        kolada.change { content in
            content.figures = { _, _, year in year == Self.thisYear ? [.init(value: 9)] : [] }
            content.pageSize = 2
            content.interception = { request in
                request.target.contains("page=2") ? .page("<html>Internal error</html>") : nil
            }
        }
        let line = try await program.syncAside("--all", status: 1)[kolada.address]
        #expect(line?.error == "svaret är inte i den form som Koladas API (version 3) har")
        #expect(try observations("N00999").map(\.value) == [3, 3, 3])
    }

    /// All years of all indicators are much; what is read of them is kept, and the next sync goes on from there.
    @Test func aFullReadingGoesOnWhereItEnded() async throws {
        let ids = ["N00999", "N00926", "N03920", "N02267", "N00900", "N00901"]
        let broken = Turns()
        let kolada = try FakeKolada(
            .init(
                indicators: KoladaCatalogue.series(ids).map {
                    ($0.id, $0.expectedTitle ?? "", false)
                },
                figures: { _, _, year in year == 2021 ? [.init(value: 3)] : [] },
                interception: { request in
                    request.target.contains("/data/kpi/N00900") && broken.next() == 0
                        ? .status(400) : nil
                }))
        let id = try program.subscribe(kolada.address) {
            $0.kind = .kolada
            $0.indicators = ids
        }[0]
        let first = try #require(
            try await program.syncAside(status: 1)[kolada.address])
        #expect(first.result == "failed" && first.total == 1)
        #expect(try observations("N02267").count == 3)
        #expect(try observations("N00900").isEmpty)
        #expect(try program.subscription(id).state.cursor?.hasSuffix(" 4") == true)
        let count = kolada.paths.count
        let second = try await program.syncAside("--all")[kolada.address]
        #expect(second?.new == 6)
        #expect(kolada.paths.dropFirst(count).allSatisfy { !$0.contains("N00999") })
        #expect(try program.subscription(id).state.cursor?.contains(" ") == false)
    }

    /// The ready-made set is asked for in segments of 25 ids at most.
    @Test func theReadyMadeSetFitsTheSegments() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [("U07453", Self.insikt, false), Self.companies],
                figures: { _, _, year in year == 2025 ? [.init(value: 3)] : [] }))
        _ = try subscribe(kolada)
        let line = try #require(try await program.syncAside()[kolada.address])
        #expect(line.new == 6)
        let segments = kolada.paths.flatMap { $0.split(separator: "/") }
            .map { $0.split(separator: ",").count }
        #expect((2...25).contains(segments.max() ?? 0))
        #expect(line.total == 1)
        // Those that Kolada knows nothing of are told, once each.
        #expect(Set(line.problems).count == line.problems.count && line.problems.count > 20)
    }
}
