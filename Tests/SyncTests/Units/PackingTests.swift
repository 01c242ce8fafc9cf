import ClimateModel
import ClimateStore
import Foundation
import Ingest
import Testing

@testable import IngestApp

/// Content on its way from a worker, and requests on their way to it.
@Suite struct PackingTests {
    private func file(_ bytes: [UInt8]) throws -> ImportedFile? {
        guard case .file(let file) = try ParseAnswer(packed: bytes) else { return nil }
        return file
    }

    @Test(arguments: 0..<100) func aFileComesOutAsItWentIn(seed: UInt64) throws {
        var content = RandomContent(seed)
        let before = content.file()
        let after = try #require(try file(try ParseAnswer.file(before).packed()))
        #expect(after.batch == before.batch)
        #expect(after.type == before.type && after.encoding == before.encoding)
        #expect(after.format == before.format && after.records == before.records)
        #expect(after.title == before.title && after.notes == before.notes)
        #expect(after.subscriptions == before.subscriptions)
        #expect(after.feedLinks == before.feedLinks)
    }

    @Test(arguments: 0..<50) func aRequestComesOutAsItWentIn(seed: UInt64) throws {
        var content = RandomContent(seed)
        let source = KnownSource(
            id: Source.ID(rawValue: content.text()), settings: content.settings(),
            title: content.maybe { $0.text() }, finalAddress: content.maybe { $0.text() },
            charset: content.maybe { $0.text() })
        let page = content.maybe { $0.one(of: [KoladaPageKind.indicators, .figures]) }
        let before = ParseRequest(
            task: page.map { .kolada($0) } ?? .file, fileName: content.text(), source: source,
            now: content.moment())
        let after = try ParseRequest(packed: before.packed)
        #expect(after.source == source && after.fileName == before.fileName)
        #expect(after.now == before.now)
        switch after.task {
        case .file: #expect(page == nil)
        case .kolada(let kind): #expect(kind == page)
        }
        #expect(throws: Malformed.self) { try ParseRequest(packed: before.packed + [0]) }
        #expect(throws: Malformed.self) { try ParseRequest(packed: before.packed.dropLast()) }
    }

    @Test func whatAWorkerHasToKnowComesOutAsItWentIn() throws {
        let store = try ContentStore.starter()
        var indicators = try store.indicators()
        indicators[0].unit = "index"
        indicators[0].breaks = [
            SeriesBreak(period: Period(year: 2_024), note: "Ny metod", comparable: true)
        ]
        let before = ParserKnowledge(
            municipalities: try store.municipalities(), indicators: indicators)
        let after = try ParserKnowledge(packed: before.packed)
        #expect(after.municipalities == before.municipalities && after.indicators == indicators)
    }

    @Test func otherAnswersComeOutAsTheyWentIn() throws {
        let failure = ImportFailure(
            problems: [Problem(line: 3, column: 1, cell: "x", message: .brokeTheReader)], total: 7)
        guard
            case .failure(failure) = try ParseAnswer(packed: ParseAnswer.failure(failure).packed())
        else {
            Issue.record("another failure")
            return
        }
    }

    /// A worker that was taken over can say what it likes.
    @Test(arguments: 0..<100) func whateverTheBytesAreTheyAreRead(seed: UInt64) throws {
        var content = RandomContent(seed)
        let good = try ParseAnswer.file(content.file()).packed()
        for length in 0..<min(good.count, 300) {
            #expect(throws: Malformed.self) { try ParseAnswer(packed: Array(good.prefix(length))) }
        }
        #expect(throws: Malformed.self) { try ParseAnswer(packed: good + [1]) }
        for _ in 0..<200 {
            var bad = good
            for _ in 0..<content.number(1...4) {
                bad[content.number(0...bad.count - 1)] = UInt8(content.number(0...255))
            }
            _ = try? ParseAnswer(packed: bad)
            let noise = (0..<content.number(0...60)).map { _ in UInt8(content.number(0...255)) }
            _ = try? ParseAnswer(packed: noise)
            _ = try? ParseAnswer(packed: [0] + noise)
            _ = try? ParseRequest(packed: noise)
        }
    }

    @Test func aCountWithoutBytesCostsNothing() {
        for count in [1, 1 << 20, Int.max, -1, .min] {
            var packer = Packer()
            packer.add(count)
            #expect(throws: Malformed.self) {
                var unpacker = Unpacker(packer.bytes)
                _ = try unpacker.value([NewsItem].self)
            }
            #expect(throws: Malformed.self) {
                var unpacker = Unpacker(packer.bytes)
                _ = try unpacker.text()
            }
        }
    }

    @Test func valuesThatAreNoneAreRefused() throws {
        func refuses<Value: Packable>(_ type: Value.Type, _ bytes: [UInt8]) -> Bool {
            var unpacker = Unpacker(bytes)
            return (try? unpacker.value(type)) == nil
        }
        #expect(refuses(Bool.self, [2]))
        #expect(refuses(Certainty.self, [6]) && refuses(Certainty.self, [1]))
        #expect(!refuses(Certainty.self, [4]))
        #expect(refuses(Int.self, Array(repeating: 0xFF, count: 11)))
        // The year 0, and the first number of a code that says something else.
        #expect(refuses(PartialDate.self, [0, 0, 0]))
        #expect(refuses(MunicipalityCode.self, [0, 8, 0x41, 0x42, 0x43, 0x44]))
        #expect(refuses(MunicipalityCode.self, [2, 8, 0x30, 0x31, 0x31, 0x34]))
    }

    @Test func whatIsNoTextIsReplaced() throws {
        var unpacker = Unpacker([6, 0x61, 0xFF, 0x62])
        #expect(try unpacker.text() == "a\u{FFFD}b")
    }

    @Test func aMomentBeyondTheCalendarIsTheNearestWithin() throws {
        for (moment, nearest) in [
            (Int64.max, Timestamp.latest), (.min, .earliest),
            (Timestamp.distantPast.seconds, .earliest),
        ] {
            var packer = Packer()
            packer.add(Timestamp(seconds: moment))
            var unpacker = Unpacker(packer.bytes)
            #expect(try unpacker.value(Timestamp.self) == nearest)
        }
    }

    @Test(arguments: [0, 10_000, -1, .max, .min])
    func aYearThatNoCalendarHasIsRefused(year: Int) throws {
        let code = try #require(MunicipalityCode(rawValue: "1781"))
        let observation = Observation(municipality: code, period: Period(year: year), value: 1)
        #expect(throws: Malformed.self) { try Observation(packed: observation.packed) }
        let change = SeriesBreak(period: Period(year: year), note: "Ny metod", comparable: true)
        #expect(throws: Malformed.self) { try SeriesBreak(packed: change.packed) }
        let coded = try JSONEncoder().encode(Period(year: year))
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Period.self, from: coded) }
    }

    /// A million figures of a few bytes each would be a hundred times as much in memory.
    @Test func fewBytesDoNotBecomeMuchMemory() throws {
        typealias Series = ContentBatch.IndicatorObservations
        let code = try #require(MunicipalityCode(rawValue: "1781"))
        let figure = Observation(municipality: code, period: Period(year: 2_024), value: nil)
        func series(_ count: Int) -> Series {
            Series(
                indicator: .init(rawValue: "a"),
                observations: Array(repeating: figure, count: count))
        }
        let most = (64 << 20) / MemoryLayout<Observation>.stride
        #expect(try Series(packed: series(most).packed).observations.count == most)
        // The values themselves are told by no message.
        let tooMany = series(most + 1).packed
        #expect((try? Series(packed: tooMany))?.observations.count == nil)
        let two = [series(most / 2 + 1), series(most / 2 + 1)].packed
        #expect((try? [Series](packed: two))?.count == nil)
    }
}
