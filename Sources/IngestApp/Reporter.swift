import ClimateModel
import Foundation
import Ingest

/// Tells what became of files: lines for people, or one JSON object a file and line (``JSONReport``).
struct Reporter {
    let format: ReportFormat
    let language: Language

    func tell(_ report: FileReport) {
        switch format {
        case .json: Streams.data(JSONReport(report, language).jsonLine)
        case .text: tellText(report)
        }
    }

    private func tellText(_ report: FileReport) {
        let name = FileReport.shownName(report.path)
        switch report.outcome {
        case .imported(let file, let summary):
            Streams.output("\(name): " + Phrase.readAs(file)(language))
            Streams.output(Phrase.summary(file, summary)(language))
            for note in file.notes {
                Streams.output("  " + note(language))
            }
        case .rejected(let failure):
            for problem in failure.problems {
                Streams.error(Self.line(problem, of: name, in: language))
            }
            Streams.error("\(name): " + Phrase.rejected(failure)(language))
        case .failed(let reason): Streams.error("\(name): " + reason(language))
        }
    }

    /// "ranking.csv:14:2: okänd kommun …": a place as editors and compilers write it, and what stands there.
    static func line(_ problem: Problem, of name: String, in language: Language) -> String {
        var place = name
        if let line = problem.line { place += ":\(line)" }
        if problem.line != nil, let column = problem.column { place += ":\(column)" }
        let message = problem.message(language)
        guard let cell = problem.cell, !cell.isEmpty, !message.contains(cell) else {
            return "\(place): \(message)"
        }
        let quoted = Phrase(sv: "”\(cell)”", en: "“\(cell)”")(language)
        return "\(place): \(quoted): \(message)"
    }
}

extension Phrase {
    /// What the file was taken for, so that a wrong guess can't be missed.
    static func readAs(_ file: ImportedFile) -> Phrase {
        let form = "\(file.format), \(file.encoding.rawValue)"
        let title = file.title.map { Phrase(sv: ": \($0.sv)", en: ": \($0.en)") }
        return Phrase(
            sv: "läst som \(file.type.name.sv) (\(form))" + (title?.sv ?? ""),
            en: "read as \(file.type.name.en) (\(form))" + (title?.en ?? ""))
    }

    /// "630 rader: 0 nya, 0 ändrade, 630 oförändrade".
    static func summary(_ file: ImportedFile, _ summary: WriteSummary) -> Phrase {
        let count = file.records
        let (new, changed, same) = (summary.inserted, summary.updated, summary.unchanged)
        let what = Phrase.records(file.type, count)
        return Phrase(
            sv: """
                \(Count.sv(count)) \(what.sv): \(Count.sv(new)) \(new == 1 ? "ny" : "nya"), \
                \(Count.sv(changed)) \(changed == 1 ? "ändrad" : "ändrade"), \
                \(Count.sv(same)) \(same == 1 ? "oförändrad" : "oförändrade")
                """,
            en: """
                \(Count.en(count)) \(what.en): \(Count.en(new)) new, \(Count.en(changed)) changed, \
                \(Count.en(same)) unchanged
                """)
    }

    private static func records(_ type: ContentType, _ count: Int) -> Phrase {
        let isOne = count == 1
        switch type {
        case .ranking, .indicator:
            return Phrase(sv: isOne ? "rad" : "rader", en: isOne ? "row" : "rows")
        case .projects:
            return Phrase(sv: "projekt", en: isOne ? "project" : "projects")
        case .news:
            return Phrase(sv: isOne ? "nyhet" : "nyheter", en: isOne ? "news item" : "news items")
        case .sources:
            return Phrase(sv: isOne ? "källa" : "källor", en: isOne ? "source" : "sources")
        }
    }

    /// The last line about a bad file.
    static func rejected(_ failure: ImportFailure) -> Phrase {
        let total = failure.total
        let hidden = total - failure.problems.count
        let type = failure.readAs
        return Phrase(
            sv: (hidden > 0 ? "… och \(Count.sv(hidden)) fel till. " : "")
                + "inget importerades: \(Count.sv(total)) fel"
                + (type.map { ", läst som \($0.name.sv) (annat? ange --as)" } ?? ""),
            en: (hidden > 0 ? "… and \(Count.en(hidden)) more. " : "")
                + "nothing imported: \(Count.en(total)) \(total == 1 ? "problem" : "problems")"
                + (type.map { ", read as \($0.name.en) (something else? give --as)" } ?? ""))
    }
}

/// Whole numbers with groups of three, as each language parts them.
enum Count {
    static func sv(_ number: Int) -> String { grouped(number, "\u{202F}") }
    static func en(_ number: Int) -> String { grouped(number, ",") }

    private static func grouped(_ number: Int, _ separator: String) -> String {
        let digits = String(number)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += separator }
            result.append(digit)
        }
        return result
    }
}
