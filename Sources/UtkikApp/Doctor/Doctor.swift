import ClimateModel
import ClimateStore
import CommandWords
import Configuration
import Dashboard
import Foundation
import Terminal
import TextGrid

/// Looks at everything that the dashboard stands on, and changes nothing.
struct Doctor {
    private let context: CommandContext

    init(_ context: CommandContext) { self.context = context }

    func checks() -> [Check] {
        let location = context.location
        // Whatever keeps it from opening, the line about the database tells.
        let store = try? ContentStore.open(StoreLocation(content: location.content))
        let sources = store.map { DoctorSources(context: context, now: LocalTime.now).checks($0) }
        return [program, terminal, locale] + config(store)
            + [companion, content(location)] + (sources ?? []) + [state(location)] + themes
    }

    private var program: Check {
        Check(
            "version", Phrase(sv: "Utkik", en: "Utkik"), .good,
            Phrase(same: UtkikApp.version))
    }

    private var terminal: Check {
        let title = Phrase(sv: "Terminal", en: "Terminal")
        let type = context.surroundings["TERM"].map { CleanText.line($0.prefix(60)) } ?? ""
        do {
            let report = try TerminalReport(context.color)
            let size = report.size.map { "\($0.width)×\($0.height)" }
            let colors = DoctorPhrases.colors(report.depth)
            let text = Phrase(
                sv: [type, colors.sv, size ?? "ingen terminal här"].joined(separator: ", "),
                en: [type, colors.en, size ?? "no terminal here"].joined(separator: ", "))
            return Check("terminal", title, .good, text)
        } catch {
            return Check("terminal", title, .problem, error.message)
        }
    }

    private var locale: Check {
        let language = context.language == .swedish ? "svenska" : "English"
        let zone = Formats(context.language).signed(LocalTime.offset(at: LocalTime.now) / 60)
        guard context.usesUnicode else {
            return Check("locale", DoctorPhrases.locale, .warning, DoctorPhrases.noUTF8)
        }
        return Check(
            "locale", DoctorPhrases.locale, .good,
            Phrase(same: "\(language), UTF-8, UTC \(zone) min"))
    }

    /// One line for each problem, else one that there is none.
    private func config(_ store: ContentStore?) -> [Check] {
        let title = DoctorPhrases.config
        let problems = (context.configProblems?.problems ?? []) + unknownMunicipalities(store)
        guard problems.isEmpty else {
            return problems.map { Check("config", title, .problem, $0.phrase) }
        }
        guard let path = context.place.path else {
            return [Check("config", title, .good, DoctorPhrases.noConfig)]
        }
        let isThere = FileManager.default.fileExists(atPath: path)
        return [
            Check(
                "config", title, .good,
                isThere ? Phrase(same: shown(path)) : DoctorPhrases.noConfigYet(shown(path)))
        ]
    }

    /// The municipalities that sources of the config name, and nobody knows; none where there is no database to know any.
    private func unknownMunicipalities(_ store: ContentStore?) -> [FileProblem] {
        let sources = context.settings.sources
        guard !sources.isEmpty, let known = try? store?.municipalities() else { return [] }
        let gazetteer = Gazetteer(known)
        return sources.compactMap { $0.problem(in: gazetteer, of: context.place) }
    }

    private var companion: Check {
        let title = Phrase(sv: "Inläsning", en: "Import")
        guard let found = Companion.find(context.surroundings) else {
            return Check("ingest", title, .problem, CommandPhrases.noCompanion)
        }
        return Check("ingest", title, .good, Phrase(same: shown(found.path)))
    }

    private func content(_ location: StoreLocation) -> Check {
        let title = Phrase(sv: "Databas", en: "Database")
        let path = shown(location.content)
        do {
            let store = try ContentStore.open(StoreLocation(content: location.content))
            let found = try store.diagnose()
            let isWhole = found.integrity == "ok"
            return Check(
                "database", title, isWhole ? .good : .problem,
                isWhole
                    ? DoctorPhrases.content(found, path)
                    : Phrase(same: "\(path): \(CleanText.line(found.integrity))"))
        } catch StoreError.missing {
            return Check("database", title, .warning, DoctorPhrases.noContent(path))
        } catch {
            return Check("database", title, .problem, Failure(error).message ?? Phrase(same: path))
        }
    }

    private func state(_ location: StoreLocation) -> Check {
        let title = Phrase(sv: "Egna märken", en: "Your marks")
        guard let path = location.state else {
            return Check("state", title, .good, DoctorPhrases.noMarks)
        }
        guard FileManager.default.fileExists(atPath: path) else {
            return Check("state", title, .good, DoctorPhrases.noMarksYet(shown(path)))
        }
        let isWritable = FileManager.default.isWritableFile(atPath: path)
        return Check(
            "state", title, isWritable ? .good : .problem,
            isWritable ? Phrase(same: shown(path)) : DoctorPhrases.notWritable(shown(path)))
    }

    /// One line for all, and one for each that can't be read.
    private var themes: [Check] {
        let title = Phrase(sv: "Teman", en: "Themes")
        let library = context.themes
        let names = library.names()
        let broken = names.compactMap { name -> Check? in
            do {
                _ = try library.load(name)
                return nil
            } catch {
                return Failure(error).message.map { Check("themes", title, .problem, $0) }
            }
        }
        let all = CleanText.line(names.joined(separator: ", ").prefix(400))
        return [Check("themes", title, .good, Phrase(same: all))] + broken
    }

    private func shown(_ path: String) -> String { CleanText.line(path.prefix(400)) }
}
