import ClimateModel
import Foundation

/// What a trial found, in lines for people or a line of JSON for programs.
struct SourceTrialReport {
    let trial: SourceTrial
    let gazetteer: Gazetteer
    let language: Language

    private static let municipalitiesShown = 5

    /// What the source is and holds, and its first titles.
    var lines: [String] {
        guard trial.error == nil else { return [] }
        var lines = [CleanText.line(trial.address)]
        let parts = [trial.kind?.title(language), trial.title] + counts
        lines.append("  " + parts.compactMap(\.self).joined(separator: " · "))
        if !trial.municipalities.isEmpty { lines.append("  " + municipalities) }
        lines += trial.preview(language).map { "  – " + $0 }
        lines += trial.notes.map { "  ! " + $0(language) }
        return lines
    }

    private var counts: [String?] {
        let amounts = [
            Phrase.news(trial.content.news.count), .figures(trial.figures),
            .projects(trial.content.projects.count),
        ].compactMap(\.self)
        if amounts.isEmpty { return [Phrase.nothingThere(language)] }
        return amounts.map { $0(language) } + [trial.newest.map { Phrase.newest($0)(language) }]
            + (trial.isPartial ? [Phrase.inParts(language)] : [])
    }

    private var municipalities: String {
        let all = trial.municipalities
        let shown = all.prefix(Self.municipalitiesShown).map { code, count in
            "\(gazetteer[code]?.name ?? code.rawValue) (\(count))"
        }
        let more = all.count - shown.count
        let rest = more > 0 ? [Phrase.andMore(more)(language)] : []
        return Phrase.about(language) + (shown + rest).joined(separator: ", ")
    }

    /// Every key is always there; what is not known is null.
    var json: JSONLine {
        JSONLine([
            "address": .text(trial.address), "kind": .text(trial.kind?.rawValue),
            "title": .text(trial.title), "items": .number(trial.items),
            "newest": .text(trial.newest), "problems": .texts(trial.notes.map { $0(language) }),
            "error": .text(trial.error?(language)),
            "municipalities": .texts(
                trial.municipalities.map { gazetteer[$0.code]?.name ?? $0.code.rawValue }),
            "preview": .texts(trial.preview(language)),
        ])
    }
}

/// An object on one line of JSON, its keys in order.
struct JSONLine: Encodable {
    /// A value; a text that is nil is null.
    enum Value: Encodable {
        case text(String?)
        case number(Int)
        case truth(Bool)
        case texts([String])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .truth(let truth): try container.encode(truth)
            case .texts(let texts): try container.encode(texts)
            }
        }
    }

    private let values: [String: Value]

    init(_ values: [String: Value]) { self.values = values }

    func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }
}

extension Phrase {
    static func news(_ count: Int) -> Phrase? {
        count == 0
            ? nil
            : Phrase(
                sv: "\(Count.sv(count)) \(count == 1 ? "nyhet" : "nyheter")",
                en: "\(Count.en(count)) news \(count == 1 ? "item" : "items")")
    }

    static func figures(_ count: Int) -> Phrase? {
        count == 0
            ? nil
            : Phrase(
                sv: "\(Count.sv(count)) \(count == 1 ? "siffra" : "siffror")",
                en: "\(Count.en(count)) \(count == 1 ? "figure" : "figures")")
    }

    static func projects(_ count: Int) -> Phrase? {
        count == 0
            ? nil
            : Phrase(
                sv: "\(Count.sv(count)) projekt",
                en: "\(Count.en(count)) \(count == 1 ? "project" : "projects")")
    }

    static let nothingThere = Phrase(sv: "inget innehåll än", en: "no content yet")
    static let inParts = Phrase(
        sv: "och mer, som läses en del i taget", en: "and more, which is read a part at a time")
    static let about = Phrase(sv: "Om ", en: "About ")

    static func newest(_ date: String) -> Phrase {
        Phrase(sv: "senast \(date)", en: "newest \(date)")
    }

    static func andMore(_ count: Int) -> Phrase {
        Phrase(sv: "\(count) till", en: "\(count) more")
    }
}
