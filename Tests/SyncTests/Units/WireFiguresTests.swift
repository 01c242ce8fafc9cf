import ClimateModel
import Testing

@testable import IngestApp

/// Figures on their way from a worker.
@Suite struct WireFiguresTests {
    private func figures(_ generator: inout Seeded) -> [ContentBatch.IndicatorObservations] {
        let codes = ["0114", "0180", "1781", "2584"].compactMap { MunicipalityCode(rawValue: $0) }
        return (0..<3).map { number in
            ContentBatch.IndicatorObservations(
                indicator: Indicator.ID(rawValue: "i\(number)"),
                observations: (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                    let hasMore = Bool.random(using: &generator)
                    return Observation(
                        municipality: codes.randomElement(using: &generator) ?? codes[0],
                        period: Period(
                            year: [1, 2024, -5, .max, .min].randomElement(using: &generator) ?? 0),
                        value: Bool.random(using: &generator)
                            ? Double.random(in: -1e9...1e9, using: &generator) : nil,
                        status: Observation.Status.allCases.randomElement(using: &generator)
                            ?? .reported,
                        responses: hasMore ? Int.random(in: -3...3_000, using: &generator) : nil,
                        responseRate: hasMore ? 0.1 : nil,
                        provenance: Bool.random(using: &generator)
                            ? Provenance(
                                source: Source.ID(rawValue: "s"), publisher: "p\(number)",
                                fetched: .now(), certainty: .low, detail: "kolumn") : nil)
                })
        }
    }

    @Test(arguments: 0..<50) func theyComeOutAsTheyWentIn(seed: UInt64) throws {
        var generator = Seeded(seed)
        let figures = figures(&generator)
        var bytes: [UInt8] = []
        let wire = WireFigures(figures, bytes: &bytes)
        #expect(try wire.unpacked(bytes) == figures)
        // A worker that was taken over can say what it likes.
        for _ in 0..<50 where !bytes.isEmpty {
            var bad = bytes
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bad.removeLast(Int.random(in: 1...bad.count, using: &generator))
            case 1: bad.append(contentsOf: [1, 2, 3])
            default:
                bad[Int.random(in: bad.indices, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            if bad.count != bytes.count {
                #expect(throws: WireFigures.Malformed.self) { try wire.unpacked(bad) }
            } else {
                _ = try? wire.unpacked(bad)
            }
        }
    }
}
