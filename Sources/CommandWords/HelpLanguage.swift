import ClimateModel

/// The language of help and usage.
public enum HelpLanguage {
    /// English, which the manual is in, unless something else is asked for.
    @TaskLocal public static var current: Language = .english
}

extension Phrase {
    /// The text in the language of help.
    public var said: String { self(HelpLanguage.current) }
}
