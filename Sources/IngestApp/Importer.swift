import CMalloc
import ClimateModel
import ClimateStore
import Foundation
import Ingest

/// Imports files one by one into an open database.
struct Importer {
    let session: WriterSession
    let options: ImportOptions
    let language: Language

    /// Reads, checks and writes one file; never stops at a bad one.
    func run(_ path: String) -> FileReport {
        let bar = ProgressBar(name: FileReport.shownName(path), language: language)
        defer { bar.finish() }
        return FileReport(path: path, outcome: outcome(path, bar))
    }

    private func outcome(_ path: String, _ bar: ProgressBar) -> FileReport.Outcome {
        do {
            let bytes = try FileBytes.read(path)
            let known = try KnownContent(session.store)
            var file = try FileReader.read(
                bytes, context: context(path, known) { bar.show($0) })
            if file.type == .sources { return .imported(file, try subscribe(to: file)) }
            known.fitSources(of: &file.batch)
            let expected = known.outcomes(ofNamed: file)
            // What reading took is not needed any more, and writing needs some for the index.
            malloc_trim(0)
            bar.startWriting()
            let total = Double(max(1, file.records))
            let written = try session.writer.write(file.batch) { bar.show(Double($0) / total) }
            if let note = KeptFigures(counts: written.kept).note { file.notes.append(note) }
            return .imported(file, written.without(expected))
        } catch let failure as FileBytes.Failure {
            return .failed(failure.reason)
        } catch let failure as ImportFailure {
            return .rejected(failure)
        } catch let error as StoreError {
            return .failed(
                Phrase(sv: error.message(in: .swedish), en: error.message(in: .english)))
        } catch {
            return .failed(Phrase(same: String(describing: error)))
        }
    }

    /// Has syncs read what a list of sources names; what they read already stays as it is set up.
    private func subscribe(to list: ImportedFile) throws -> WriteSummary {
        let known = Set(
            try session.store.sourceOverviews().filter { $0.subscription != nil }.map(\.id))
        let listed = list.subscriptions.map {
            Subscription(id: .feed(address: $0.address), settings: $0)
        }
        let new = listed.filter { !known.contains($0.id) }
        try session.writer.subscribe(new)
        return WriteSummary(inserted: new.count, unchanged: listed.count - new.count)
    }

    private func context(
        _ path: String, _ known: KnownContent, _ progress: @escaping (Double) -> Void
    ) -> ImportContext {
        let isStream = path == "-"
        let url = URL(fileURLWithPath: path)
        return ImportContext(
            municipalities: MunicipalityFinder(known.municipalities),
            indicators: known.indicators, now: .now(),
            fileName: isStream ? "stdin" : url.lastPathComponent,
            address: isStream ? nil : url.standardizedFileURL.path, options: options,
            progress: progress)
    }
}
