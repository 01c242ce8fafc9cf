import ClimateModel
import Foundation

/// What of Kolada's API a page holds (api.kolada.se/v3).
public enum KoladaPageKind: String, Codable, Sendable {
    /// `/municipality`: municipalities and regions.
    case municipalities
    /// `/kpi/…`: what is measured.
    case indicators
    /// `/municipality_groups`: groups of municipalities.
    case groups
    /// `/data/…`: figures.
    case figures
}

/// One page of an answer of Kolada's API, version 3.
public struct KoladaPage: Codable, Sendable {
    /// The address of the next page; nil on the last.
    public var next: String?
    /// Filled on a page of municipalities.
    public var municipalities: [KoladaMunicipality] = []
    /// Filled on a page of indicators.
    public var indicators: [KoladaIndicator] = []
    /// Filled on a page of groups.
    public var groups: [KoladaGroup] = []
    /// Filled on a page of figures.
    public var figures: [KoladaFigure] = []

    /// How many values a page may have: Kolada gives 5,000 at most.
    static let mostValues = 20_000
    /// Bytes of the address of the next page.
    private static let mostAddress = 4_096

    /// Reads a page. `next_url` is null, empty or absent on the last one.
    ///
    /// - Throws: `ImportFailure` for anything else than such a page.
    /// - Complexity: O(*n*) in the length of the page.
    public static func read(
        _ bytes: [UInt8], as kind: KoladaPageKind
    ) throws(ImportFailure) -> KoladaPage {
        switch kind {
        case .municipalities:
            let page: Raw<KoladaMunicipality> = try decode(bytes)
            return KoladaPage(next: page.next, municipalities: page.values)
        case .indicators:
            let page: Raw<KoladaIndicator> = try decode(bytes)
            return KoladaPage(next: page.next, indicators: page.values)
        case .groups:
            let page: Raw<KoladaGroup> = try decode(bytes)
            return KoladaPage(next: page.next, groups: page.values)
        case .figures:
            let page: Raw<RawFigures> = try decode(bytes)
            return KoladaPage(next: page.next, figures: page.values.flatMap(\.figures))
        }
    }

    private static func decode<Value: Decodable>(
        _ bytes: [UInt8]
    ) throws(ImportFailure) -> Raw<Value> {
        let page: Raw<Value>
        do {
            page = try JSONDecoder().decode(Raw<Value>.self, from: Data(bytes))
        } catch {
            throw ImportFailure(.notKolada)
        }
        guard page.values.count <= mostValues else { throw ImportFailure(.tooManyKoladaValues) }
        return page
    }

    /// `count` is the number of values on the page itself, so nothing is to be learnt from it.
    private struct Raw<Value: Decodable>: Decodable {
        var values: [Value]
        var next: String?

        private enum CodingKeys: String, CodingKey {
            case values
            case next = "next_url"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            values = try container.decode([Value].self, forKey: .values)
            next = try container.decodeIfPresent(String.self, forKey: .next)
            if next?.isEmpty == true { next = nil }
            guard next.map({ $0.utf8.count <= mostAddress }) ?? true else {
                throw DecodingError.dataCorruptedError(
                    forKey: .next, in: container, debugDescription: "a longer address than any is")
            }
        }
    }

    private struct RawFigures: Decodable {
        var kpi: String
        var municipality: String
        var period: Int
        var values: [RawValue]

        var figures: [KoladaFigure] {
            values.map {
                KoladaFigure(
                    indicator: kpi, municipality: municipality, period: period,
                    gender: $0.gender ?? "T", value: $0.value, status: $0.status ?? "",
                    isDeleted: $0.isdeleted ?? false)
            }
        }
    }

    private struct RawValue: Decodable {
        var gender: String?
        var value: Double?
        var status: String?
        var isdeleted: Bool?
    }
}

/// A municipality or region as Kolada lists it.
public struct KoladaMunicipality: Hashable, Codable, Sendable {
    /// Four digits; those of regions begin with 00.
    public var id: String
    /// Its name.
    public var title: String
    /// K for a municipality, L for a region.
    public var type: String?
}

/// What Kolada measures.
public struct KoladaIndicator: Hashable, Codable, Sendable {
    /// A letter and five digits. Ids are given anew to other indicators.
    public var id: String
    /// Its Swedish title.
    public var title: String
    /// Whether its figures are told for women and men as well.
    public var isDividedByGender: Bool

    private enum CodingKeys: String, CodingKey {
        case id, title
        case isDividedByGender = "is_divided_by_gender"
    }

    /// Version 2 of the API has 0 and 1 where version 3 has truth values.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        title = CleanText.line(try container.decode(String.self, forKey: .title))
            .shortened(to: Limits.titleLength)
        if let truth = try? container.decodeIfPresent(Bool.self, forKey: .isDividedByGender) {
            isDividedByGender = truth
        } else {
            isDividedByGender =
                try container.decodeIfPresent(Int.self, forKey: .isDividedByGender) == 1
        }
    }
}

/// A group of municipalities that Kolada keeps.
public struct KoladaGroup: Hashable, Codable, Sendable {
    /// G and some digits.
    public var id: String
    /// "Liknande kommuner socioekonomi, Arboga, 2024".
    public var title: String
    /// The ids of those in it.
    public var members: [String]

    private enum CodingKeys: String, CodingKey { case id, title, members }

    private struct Member: Codable {
        var memberID: String?
        var id: String?

        private enum CodingKeys: String, CodingKey {
            case memberID = "member_id"
            case id
        }
    }

    /// Members have `member_id`; older answers call it `id`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        title = CleanText.line(try container.decode(String.self, forKey: .title))
            .shortened(to: Limits.titleLength)
        if let plain = try? container.decode([String].self, forKey: .members) {
            members = plain
        } else {
            let all = try container.decodeIfPresent([Member].self, forKey: .members) ?? []
            members = all.compactMap { $0.memberID ?? $0.id }
        }
    }
}

/// One figure of Kolada.
public struct KoladaFigure: Hashable, Codable, Sendable {
    /// The id of what is measured.
    public var indicator: String
    /// Whose figure it is.
    public var municipality: String
    /// The year.
    public var period: Int
    /// T for all, K for women, M for men.
    public var gender: String
    /// Nil where there is none; `status` may tell why.
    public var value: Double?
    /// Empty, or why there is no value.
    public var status: String
    /// Whether the figure was taken back.
    public var isDeleted: Bool
}

extension Phrase {
    static let notKolada = Phrase(
        sv: "svaret är inte i den form som Koladas API (version 3) har",
        en: "the answer is not in the form of Kolada's API (version 3)")
    static let tooManyKoladaValues = Phrase(
        sv: "en sida har fler än \(KoladaPage.mostValues) värden",
        en: "a page has more than \(KoladaPage.mostValues) values")
}
