import ClimateModel

/// The beginning of a text as it is compared with another: its words, folded, each as its hash.
///
/// What follows from the words is worked out when it is first asked for and kept, as a text may be compared many times.
final class ComparedText {
    /// So many bytes of a text are compared.
    static let limit = 16_000

    private let words: [Int]
    /// Those of `words` that are numbers, but for the last word, which may be cut.
    private let numbers: [Int]
    private lazy var known = Set(words)
    private lazy var knownRuns = Set(runs)

    convenience init(_ item: NewsItem) {
        self.init(
            body: item.body.text(in: .swedish).plain, summary: item.summary.text(in: .swedish))
    }

    /// - Parameter summary: stands for a text that there is not.
    convenience init(body: String, summary: String) {
        self.init(body.isEmpty ? summary : body)
    }

    init(_ text: String) {
        let beginning =
            text.utf8.count > Self.limit
            ? String(decoding: text.utf8.prefix(Self.limit), as: UTF8.self) : text
        let words = SearchKey.fold(beginning).split { !$0.isLetter && !$0.isNumber }
        self.words = words.map(\.hashValue)
        numbers = words.dropLast().filter { $0.first?.isNumber ?? false }.map(\.hashValue)
    }

    /// How many words it has.
    var count: Int { words.count }

    /// Whether it has words enough to be told from others.
    var isTelling: Bool { words.count >= 12 }

    /// Whether nearly all of the shorter text's runs of three words are in the longer one, and all of its numbers.
    func isMostly(in other: ComparedText) -> Bool { share(in: other) >= 0.8 }

    /// Whether the shorter text is a part of the longer one, but for a word or two at its cut end.
    func isWhollyIn(_ other: ComparedText) -> Bool { share(in: other) >= 0.97 }

    /// The share of the shorter text's runs of words that the longer one has; 0 where a number differs.
    private func share(in other: ComparedText) -> Double {
        let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
        guard !short.words.isEmpty else { return 0 }
        guard short.numbers.allSatisfy({ long.known.contains($0) }) else { return 0 }
        let runs = short.runs
        return Double(runs.count { long.knownRuns.contains($0) }) / Double(runs.count)
    }

    /// Of three words each, or of all where there are fewer.
    private var runs: [Int] {
        let length = min(3, words.count)
        return (0...(words.count - length)).map { words[$0..<($0 + length)].hashValue }
    }
}
