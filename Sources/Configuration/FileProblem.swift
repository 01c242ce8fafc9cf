import ClimateModel

/// What is wrong in a file that the user wrote, where, and what was expected there.
public struct FileProblem: Error, Hashable, Sendable {
    /// As the user would name it.
    public var path: String
    /// From 1; nil when it is not about one line.
    public var line: Int?
    /// What is wrong, and what was expected.
    public var message: Phrase

    /// `line` counts from 1; nil when the problem is not about one line.
    public init(path: String, line: Int? = nil, message: Phrase) {
        self.path = path
        self.line = line
        self.message = message
    }

    /// The same in both languages.
    public var phrase: Phrase { Phrase(sv: text(in: .swedish), en: text(in: .english)) }

    /// "config.toml:12: okänd …", one line.
    public func text(in language: Language) -> String {
        let place = line.map { path + ":" + String($0) } ?? path
        return place + ": " + message(language)
    }
}

/// Everything that is wrong in a file, in order of line.
public struct FileProblems: Error, Hashable, Sendable {
    /// At least one, in order of line; those without a line come first.
    public var problems: [FileProblem]

    /// Sorts them by line.
    public init(_ problems: [FileProblem]) {
        self.problems = problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    /// One line for each.
    public func text(in language: Language) -> String {
        problems.map { $0.text(in: language) }.joined(separator: "\n")
    }

    /// All in one line, for a place that has no more.
    public func line(in language: Language) -> String {
        problems.map { $0.text(in: language) }.joined(separator: "; ")
    }
}
