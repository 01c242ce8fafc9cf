/// The languages Utkik speaks.
public enum Language: String, Sendable, Codable, CaseIterable {
    /// Swedish, "sv" in ISO 639.
    case swedish = "sv"
    /// English, "en" in ISO 639.
    case english = "en"
}

/// A text that is known in one or both languages.
///
/// Content fetched from a publisher is usually known in one; the starter content in both.
public struct LocalizedText: Hashable, Sendable {
    /// The Swedish text; nil where it is not known.
    public var swedish: String?
    /// The English text; nil where it is not known.
    public var english: String?

    /// At least one of the two should be given; a text with neither reads as "".
    public init(swedish: String? = nil, english: String? = nil) {
        self.swedish = swedish
        self.english = english
    }

    /// The text in `language`, else in the other, else "".
    public func text(in language: Language) -> String {
        switch language {
        case .swedish: swedish ?? english ?? ""
        case .english: english ?? swedish ?? ""
        }
    }

    /// Whether there is no text in either language.
    public var isEmpty: Bool { (swedish ?? "").isEmpty && (english ?? "").isEmpty }
}

extension LocalizedText: ExpressibleByStringLiteral {
    /// A Swedish text.
    public init(stringLiteral value: String) { self.init(swedish: value) }
}

/// Coded as `{"sv": …, "en": …}`, or as a plain string when it is known in Swedish alone.
extension LocalizedText: Codable {
    private enum CodingKeys: String, CodingKey {
        case swedish = "sv"
        case english = "en"
    }

    /// Throws a `DecodingError` unless there is a text or an object with "sv" and "en", each of which may be left out.
    public init(from decoder: any Decoder) throws {
        if let plain = try? decoder.singleValueContainer().decode(String.self) {
            self.init(swedish: plain)
            return
        }
        let keyed = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            swedish: try keyed.decodeIfPresent(String.self, forKey: .swedish),
            english: try keyed.decodeIfPresent(String.self, forKey: .english))
    }

    /// Writes a plain string for Swedish alone, else an object.
    public func encode(to encoder: any Encoder) throws {
        if english == nil, let swedish {
            var single = encoder.singleValueContainer()
            try single.encode(swedish)
            return
        }
        var keyed = encoder.container(keyedBy: CodingKeys.self)
        try keyed.encodeIfPresent(swedish, forKey: .swedish)
        try keyed.encodeIfPresent(english, forKey: .english)
    }
}
