import ClimateModel
import ClimateStore
import Foundation
import Ingest

/// The sentences of a data file with the claims that they make: ">" begins a text, "|" another paragraph of it, "/" another
/// line of the paragraph.
struct LabelledTexts {
    struct Label: Hashable, CustomStringConvertible {
        var municipality: String
        var year: Int?
        var rank: Int?
        var change: Int?
        var ranking: String

        var description: String {
            let numbers = [year, rank, change].map { $0.map(String.init) ?? "–" }
            return ([municipality] + numbers + [ranking]).joined(separator: " ; ")
        }

        init(_ claim: RankingClaim) {
            municipality = claim.name
            year = claim.year
            rank = claim.rank
            change = claim.change
            ranking = claim.ranking
        }

        /// From "Kristinehamn ; 2021 ; 150 ; +31 ; Insikt".
        init?(_ line: Substring) {
            let fields = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count >= 4 else { return nil }
            municipality = fields[0]
            year = Int(fields[1])
            rank = Int(fields[2])
            change = Int(fields[3])
            ranking = fields.count > 4 ? fields[4] : "Lokalt företagsklimat"
        }
    }

    struct Text {
        var paragraphs: [String] = []
        var title = ""
        var about: String?
        var date = "2021-10-15"
        var claims: Set<Label> = []
        /// True as well, but not asked for.
        var others: Set<Label> = []

        var text: String { paragraphs.joined(separator: " | ") }
    }

    private(set) var texts: [Text] = []

    init(_ name: String) throws {
        let url = try require(
            Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Data"))
        var next = Text()
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            let rest = line.drop(while: { $0 != " " }).drop(while: { $0 == " " })
            switch line.prefix(while: { $0 != " " }) {
            case "@date": next.date = String(rest)
            case "@title": next.title = String(rest)
            case "@about": next.about = String(rest)
            case ">":
                next.paragraphs = [String(rest)]
                texts.append(next)
                next = Text()
            case "|": texts[texts.count - 1].paragraphs.append(String(rest))
            case "/":
                let paragraph = texts[texts.count - 1].paragraphs.removeLast()
                texts[texts.count - 1].paragraphs.append(paragraph + "\n" + rest)
            case "=":
                texts[texts.count - 1].claims.insert(try require(Label(rest)))
            case "~":
                texts[texts.count - 1].others.insert(try require(Label(rest)))
            default: break
            }
        }
    }

    /// How many texts make no claim.
    var traps: Int { texts.count { $0.claims.isEmpty } }
}

struct MissingValue: Error {}

func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw MissingValue() }
    return value
}

/// How well claims are read.
struct Score {
    private(set) var right = 0
    private(set) var produced = 0
    /// Of the claims that may stand beside published figures: those that are not uncertain.
    private(set) var sureRight = 0
    private(set) var sureProduced = 0
    private(set) var expected = 0
    /// What went wrong, a line each.
    private(set) var misses: [String] = []

    var precision: Double { produced == 0 ? 1 : Double(right) / Double(produced) }
    var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }

    init(_ texts: LabelledTexts, _ gazetteer: Gazetteer) {
        let reader = ArticleReader(gazetteer)
        for text in texts.texts {
            let article = Article(
                title: text.title, paragraphs: text.paragraphs, published: PartialDate(text.date),
                municipalities: text.about.flatMap { gazetteer.named($0)?.code }.map { [$0] } ?? [])
            let claims = reader.read(article).claims
            let found = Set(claims.map(LabelledTexts.Label.init)).subtracting(text.others)
            let sure = Set(claims.filter { $0.certainty != .low }.map(LabelledTexts.Label.init))
                .subtracting(text.others)
            sureRight += sure.intersection(text.claims).count
            sureProduced += sure.count
            right += found.intersection(text.claims).count
            produced += found.count
            expected += text.claims.count
            misses += found.subtracting(text.claims).map { "too much: \($0)  ← \(text.text)" }
            misses += text.claims.subtracting(found).map { "missing: \($0)  ← \(text.text)" }
        }
    }

    func summary(_ name: String, _ texts: LabelledTexts) -> String {
        """
        \(name): \(texts.texts.count) texts, \(texts.traps) of them traps; precision \
        \(percent(precision)), recall \(percent(recall)) (\(right) right of \(produced) found, \(expected) to find; \
        of those that are no uncertain ones \(sureRight) right of \(sureProduced))
        """
    }

    private func percent(_ share: Double) -> String {
        (share * 100).formatted(
            .number.precision(.fractionLength(1)).locale(Locale(identifier: "en_US")))
            + " %"
    }
}

enum Starter {
    static func gazetteer() throws -> Gazetteer {
        Gazetteer(try StarterContent.batch().municipalities)
    }
}
