/// SCB's four-digit code of a municipality; the first two digits are its county's.
public struct MunicipalityCode: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    /// Four ASCII digits: "1781".
    public let rawValue: String

    /// Nil unless `rawValue` is four ASCII digits.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 4, rawValue.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        self.rawValue = rawValue
    }

    /// In order of the digits, so that counties stay together.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The two-digit code of the county it lies in.
    public var countyCode: String { String(rawValue.prefix(2)) }
}

extension MunicipalityCode: CustomStringConvertible {
    /// The four digits.
    public var description: String { rawValue }
}

/// One of Sweden's 21 counties (län).
public struct County: Hashable, Codable, Sendable {
    /// SCB's two-digit code.
    public var code: String
    /// "Värmlands län".
    public var name: String

    /// The code and the name are taken as they are.
    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    /// The name without "län" and its genitive s, as lists have it: "Värmland", "Västra Götaland".
    public var shortName: String {
        guard name.hasSuffix(" län") else { return name }
        let stem = name.dropLast(" län".count)
        return stem.hasSuffix("s") ? String(stem.dropLast()) : String(stem)
    }
}

/// A group of comparable municipalities in the classification of SKR (Sveriges Kommuner och Regioner).
public struct MunicipalityGroup: Hashable, Codable, Sendable {
    /// "A1" … "C9".
    public var code: String
    /// What SKR calls the group.
    public var name: LocalizedText

    /// The code and the name are taken as they are.
    public init(code: String, name: LocalizedText) {
        self.code = code
        self.name = name
    }
}

/// A point in WGS 84.
public struct Coordinates: Hashable, Codable, Sendable {
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double

    /// Degrees, north and east positive; not checked.
    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// How many lived in a place on a day.
public struct Population: Hashable, Codable, Sendable {
    /// Inhabitants.
    public var count: Int
    /// The day, or the year at whose end they were counted.
    public var date: PartialDate

    /// Takes the count and its date as they are.
    public init(count: Int, date: PartialDate) {
        self.count = count
        self.date = date
    }
}

/// A Swedish municipality (kommun).
public struct Municipality: Hashable, Codable, Sendable, Identifiable {
    /// SCB's code.
    public var code: MunicipalityCode
    /// The name without "kommun": "Kristinehamn".
    public var name: String
    /// The county it lies in.
    public var county: County
    /// Its group in SKR's classification.
    public var group: MunicipalityGroup
    /// A point inside its area, for maps.
    public var coordinates: Coordinates?
    /// Its latest known population; nil where none is known.
    public var population: Population?
    /// The municipalities it is most like, as its source has them (Kolada's seven socio-economic peers), by code.
    public var peers: [MunicipalityCode]

    /// The code.
    public var id: MunicipalityCode { code }

    /// What is left out is not known.
    public init(
        code: MunicipalityCode, name: String, county: County, group: MunicipalityGroup,
        coordinates: Coordinates? = nil, population: Population? = nil,
        peers: [MunicipalityCode] = []
    ) {
        self.code = code
        self.name = name
        self.county = county
        self.group = group
        self.coordinates = coordinates
        self.population = population
        self.peers = peers
    }
}
