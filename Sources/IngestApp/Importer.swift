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
    mutating func run(_ path: String) -> FileReport {
        var progress = ProgressBar(name: FileReport.shownName(path), language: language)
        defer { progress.finish() }
        do {
            let bytes = try FileBytes.read(path)
            let known = try KnownContent(session.store)
            var file = try withProgress(&progress) { report throws(ImportFailure) in
                try FileReader.read(bytes, context: context(path, known, report))
            }
            try Reconciler(known).reconcile(&file.batch, with: session.store)
            progress.startWriting()
            let expected = known.outcomes(ofNamed: file)
            let written = try session.writer.write(file.batch)
            return FileReport(
                path: path, outcome: .imported(file, written.without(expected)))
        } catch let failure as FileBytes.Failure {
            return FileReport(path: path, outcome: .failed(failure.reason))
        } catch let failure as ImportFailure {
            return FileReport(path: path, outcome: .rejected(failure))
        } catch let error as StoreError {
            return FileReport(
                path: path,
                outcome: .failed(
                    Phrase(sv: error.message(in: .swedish), en: error.message(in: .english))))
        } catch {
            return FileReport(
                path: path, outcome: .failed(Phrase(same: String(describing: error))))
        }
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

    /// Lets `body` move the bar.
    private func withProgress<Result>(
        _ bar: inout ProgressBar,
        _ body: (@escaping (Double) -> Void) throws(ImportFailure) -> Result
    ) throws(ImportFailure) -> Result {
        let box = ProgressBox(bar)
        defer { bar = box.bar }
        return try body { box.bar.show($0) }
    }
}

/// Holds the bar for a closure that outlives an `inout`.
private final class ProgressBox {
    var bar: ProgressBar
    init(_ bar: ProgressBar) { self.bar = bar }
}
