import ClimateModel
import ClimateStore
import Testing

@testable import Ingest

/// What every test reads files with.
enum Fixture {
    static let municipalities: [Municipality] =
        (try? ContentStore.starter().municipalities()) ?? []
    static let finder = MunicipalityFinder(municipalities)
    static let ranking = Indicator(
        id: Indicator.standardRanking,
        title: LocalizedText(
            swedish: "Lokalt företagsklimat", english: "Local business climate"),
        publisher: "Svenskt Näringsliv", direction: .lowerIsBetter, kind: .rank,
        breaks: [
            SeriesBreak(
                period: Period(year: 2020), note: LocalizedText(swedish: "nya frågor"),
                comparable: true)
        ], source: Source.ID(rawValue: "svensktnaringsliv"))
    static let insikt = Indicator(
        id: Indicator.ID(rawValue: "U07453"),
        title: LocalizedText(swedish: "Företagsklimat Insikt"), publisher: "Kolada",
        direction: .higherIsBetter, kind: .value, decimals: 1,
        source: Source.ID(rawValue: "kolada"))
    static let now = Timestamp(seconds: 1_800_000_000)

    static func context(
        _ options: ImportOptions = ImportOptions(), fileName: String = "fil.csv",
        indicators: [Indicator] = [ranking, insikt]
    ) -> ImportContext {
        ImportContext(
            municipalities: finder, indicators: indicators, now: now, fileName: fileName,
            address: "/tmp/" + fileName, options: options)
    }

    /// A source that the user has told the layout of.
    static func source(
        _ mapping: TableMapping, kind: Source.Kind? = nil, municipality: MunicipalityCode? = nil
    ) -> KnownSource {
        KnownSource(
            id: Source.ID(rawValue: "intranet"),
            settings: SourceSettings(
                address: "https://intranet.example/lista", kind: kind, title: "Listan",
                publisher: "Kansliet", municipality: municipality, mapping: mapping))
    }

    static func code(_ text: String) throws -> MunicipalityCode {
        try #require(MunicipalityCode(rawValue: text))
    }
}

/// What a text says as a file.
func read(
    _ text: String, _ options: ImportOptions = ImportOptions(), fileName: String = "fil.csv"
) throws -> ImportedFile {
    try FileReader.read(
        Array(text.utf8), context: Fixture.context(options, fileName: fileName))
}

/// What is wrong with a file; empty if nothing is.
func failure(_ bytes: [UInt8], _ options: ImportOptions = ImportOptions()) -> ImportFailure? {
    do throws(ImportFailure) {
        _ = try FileReader.read(bytes, context: Fixture.context(options))
        return nil
    } catch {
        return error
    }
}

func failure(_ text: String, _ options: ImportOptions = ImportOptions()) -> ImportFailure? {
    failure(Array(text.utf8), options)
}

/// Each problem as "line:column: message" in English, "-" for what isn't known.
func problems(_ text: String, _ options: ImportOptions = ImportOptions()) -> [String] {
    (failure(text, options)?.problems ?? []).map { problem in
        let line = problem.line.map { "\($0)" } ?? "-"
        let column = problem.column.map { "\($0)" } ?? "-"
        return "\(line):\(column): \(problem.message.en)"
    }
}

extension ImportedFile {
    /// "0184 2021 3.5", with the status in place of a missing value, in the file's order.
    var figures: [String] {
        batch.observations.flatMap(\.observations).map { observation in
            let value = observation.value.map { "\($0)" } ?? observation.status.rawValue
            return "\(observation.municipality) \(observation.period) \(value)"
        }
    }
}

extension TextEncoding {
    /// Those that are found without being named.
    static let found = allCases.filter { $0 != .named }
}

/// The bytes of `text` in an encoding, with or without its mark.
func encoded(_ text: String, _ encoding: TextEncoding, mark: Bool) -> [UInt8] {
    switch encoding {
    case .utf8: return (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .utf16LittleEndian, .utf16BigEndian:
        let isLittle = encoding == .utf16LittleEndian
        let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
        return units.flatMap { unit in
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
            return isLittle ? pair : pair.reversed()
        }
    case .windows1252, .named:
        return text.unicodeScalars.map { scalar in
            scalar == "–" ? 0x96 : UInt8(truncatingIfNeeded: scalar.value)
        }
    }
}

/// A generator whose numbers are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
