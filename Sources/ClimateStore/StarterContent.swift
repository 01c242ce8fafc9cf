import ClimateModel
import EmbeddedData

/// What a database holds before anything is fetched: compiled in, so that the first screen has real content.
public enum StarterContent {
    /// The embedded content, read anew at each call.
    ///
    /// - Throws: `StarterError` where an embedded file can't be read; a test holds that none is thrown.
    public static func batch() throws -> ContentBatch {
        let municipalities = try StarterMunicipalities(text(of: "municipalities.txt"))
        return ContentBatch(
            sources: StarterSources.all, municipalities: municipalities.all,
            indicators: [StarterRanking.indicator],
            observations: [
                ContentBatch.IndicatorObservations(
                    indicator: StarterRanking.indicator.id,
                    observations: try StarterRanking.observations(text(of: "ranking.txt")))
            ],
            projects: try RecordCoding.decode([Project].self, text(of: "projects.json")),
            awards: try RecordCoding.decode([Award].self, text(of: "awards.json")),
            news: try news())
    }

    private static func news() throws -> [NewsItem] {
        try EmbeddedFile.starterNames.filter { $0.hasPrefix("news-") }.map { name in
            try StarterNews(file: name, text: text(of: name)).item
        }
    }

    static func text(of name: String) throws -> String {
        guard let file = EmbeddedFile.starter(name) else {
            throw StarterError(file: name, line: 0, problem: "is not embedded")
        }
        return file.text
    }
}

/// What is wrong in an embedded file, and where.
struct StarterError: Error, Hashable {
    var file: String
    var line: Int
    var problem: String
}

/// The lines of an embedded file that hold something, with their numbers; "#" begins a comment.
struct StarterLines: Sequence {
    let file: String
    let text: String

    func makeIterator() -> AnyIterator<(number: Int, text: Substring)> {
        var rest = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .makeIterator()
        return AnyIterator {
            while let (index, line) = rest.next() {
                if !line.isEmpty, !line.hasPrefix("#") { return (index + 1, line) }
            }
            return nil
        }
    }

    func error(_ line: Int, _ problem: String) -> StarterError {
        StarterError(file: file, line: line, problem: problem)
    }
}
