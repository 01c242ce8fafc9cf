import ClimateModel

/// A place in a text where a municipality is named.
public struct MunicipalityMention: Hashable, Sendable {
    /// The municipality that is named.
    public var municipality: MunicipalityCode
    /// As the text has it: "Kristinehamns".
    public var text: String
    /// Its place in the text's UTF-8.
    public var bytes: Range<Int>

    /// Takes what was found as it is.
    public init(municipality: MunicipalityCode, text: String, bytes: Range<Int>) {
        self.municipality = municipality
        self.text = text
        self.bytes = bytes
    }
}

/// A name among tokens, and how it stands in its sentence.
struct Mention: Sendable {
    enum Owner: Hashable, Sendable {
        case municipality(MunicipalityCode)
        case county(String)
    }

    var owner: Owner
    /// Its tokens, with "kommun" or "stad" after it.
    var tokens: Range<Int>
    /// Whether it is no word or person's name; a name in doubt counts where its sentence tells of a ranking.
    var isCertain: Bool
    var isGenitive: Bool
    /// Whether "kommun", "stad" or "municipality" goes with it.
    var hasKommun: Bool
    /// Whether a name in doubt may be believed once the text has named it for certain elsewhere.
    var mayBeRepeated = true

    var code: MunicipalityCode? {
        if case .municipality(let code) = owner { code } else { nil }
    }
}
