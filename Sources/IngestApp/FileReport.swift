import ClimateModel
import Ingest

/// What became of one file.
struct FileReport {
    enum Outcome {
        /// All of it is in the database; how many of its records were new, changed, or as they were.
        case imported(ImportedFile, WriteSummary)
        /// It is bad, and nothing of it is in the database.
        case rejected(ImportFailure)
        /// It could not be read or written.
        case failed(Phrase)

        var isBadData: Bool { if case .rejected = self { true } else { false } }
        var isFailure: Bool { if case .failed = self { true } else { false } }
    }

    /// As the user gave it.
    var path: String
    var outcome: Outcome

    /// How messages call a file: its path as given, clean, and a name for standard input.
    static func shownName(_ path: String) -> String {
        path == "-" ? "stdin" : CleanText.line(path)
    }
}
