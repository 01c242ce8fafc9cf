extension Language {
    /// The language that `environment` asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty
    /// decides (POSIX, Environment Variables, 8.2).
    ///
    /// A locale of any country counts by its language: "sv_FI.UTF-8" is Swedish. Everything else, "C" and nothing at all
    /// among it, is English.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        let word = (locale ?? "").lowercased().prefix { $0.isLetter }
        self = Language(rawValue: String(word)) ?? .english
    }
}
