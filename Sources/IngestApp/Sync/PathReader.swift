import ClimateModel
import Foundation
import Ingest

/// Reads a file, or all files of a folder: a Maildir of newsletters, a folder of documents.
struct PathReader: SourceReading {
    func read(
        _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> Reading {
        let settings = subscription.settings
        let files = try PathListing(settings.address)
        var reading = Reading(kind: settings.kind ?? .document, state: subscription.state)
        let fresh = files.newer(than: subscription.state.cursor)
        guard !fresh.isEmpty else { return reading }
        var merged: ImportedFile?
        for path in fresh {
            do throws(SourceFailure) {
                let file = try await parse(path, subscription, tools)
                merged.add(file)
            } catch {
                // One bad message must not hide the others of its folder.
                guard files.isFolder else { throw error }
                merged.add(error.message, of: path)
            }
        }
        reading.state.cursor = files.cursor(after: subscription.state.cursor)
        reading.file = merged
        reading.kind = merged?.sourceKind(settings) ?? reading.kind
        return reading
    }

    private func parse(
        _ path: String, _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> ImportedFile {
        let bytes: [UInt8]
        do throws(FileBytes.Failure) {
            bytes = try FileBytes.read(path)
        } catch {
            throw SourceFailure(error.reason)
        }
        let request = ParseRequest(
            task: .file, fileName: URL(fileURLWithPath: path).lastPathComponent,
            source: KnownSource(id: subscription.id, settings: subscription.settings),
            now: tools.now)
        do throws(ImportFailure) {
            return try await tools.parser.parse(request, ParseBody(bytes))
        } catch {
            throw SourceFailure(error)
        }
    }
}

/// The files at a path, oldest first.
struct PathListing {
    /// Whether the path is a folder.
    let isFolder: Bool
    private let files: [(path: String, changed: String)]

    /// How many files of a folder are read in one sync: those that changed longest ago come first.
    private static let most = 5_000

    init(_ path: String) throws(SourceFailure) {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw SourceFailure(
                Phrase(sv: "filen eller mappen finns inte", en: "there is no such file or folder"))
        }
        isFolder = isDirectory.boolValue
        let paths = isFolder ? try Self.files(in: path) : [path]
        files = paths.compactMap { path in Self.changed(path).map { (path, $0) } }
            .sorted { ($0.changed, $0.path) < ($1.changed, $1.path) }
    }

    /// A Maildir's `new` and `cur` (maildir(5)), else the files of the folder itself.
    private static func files(in folder: String) throws(SourceFailure) -> [String] {
        let parts = ["new", "cur"].map { folder + "/" + $0 }
        let isMaildir = parts.allSatisfy { FileManager.default.fileExists(atPath: $0) }
        do {
            return try (isMaildir ? parts : [folder]).flatMap { folder in
                try FileManager.default.contentsOfDirectory(atPath: folder)
                    .filter { !$0.hasPrefix(".") }.map { folder + "/" + $0 }
            }
        } catch {
            throw SourceFailure(
                Phrase(sv: "mappen får inte läsas", en: "permission to read the folder is missing"))
        }
    }

    /// When a regular file was changed, as digits that sort; nil for anything else.
    private static func changed(_ path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(max(0, number))
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return padded(status.st_mtim.tv_sec, 12) + "." + padded(status.st_mtim.tv_nsec, 9)
    }

    /// The files that changed after `cursor`, which an earlier listing gave.
    ///
    /// A file of the same instant counts as newer unless its name sorts before: none is missed, whenever it was put there.
    func newer(than cursor: String?) -> [String] {
        let fresh =
            cursor.map { cursor in files.filter { "\($0.changed) \($0.path)" > cursor } } ?? files
        return fresh.prefix(Self.most).map(\.path)
    }

    /// What to begin from the next time, when everything newer than `cursor` was read.
    func cursor(after cursor: String?) -> String? {
        newer(than: cursor).last.flatMap { last in
            files.first { $0.path == last }.map { "\($0.changed) \($0.path)" }
        } ?? cursor
    }
}

extension ImportedFile? {
    /// Takes in what another file of the same folder says.
    fileprivate mutating func add(_ file: ImportedFile) {
        guard var whole = self else {
            self = file
            return
        }
        whole.batch.append(file.batch)
        whole.records += file.records
        whole.notes += file.notes
        self = whole
    }

    /// Notes that a file could not be read; where it is the first, there is nothing else yet.
    fileprivate mutating func add(_ problem: Phrase, of path: String) {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let note = problem.map { "\(CleanText.line(name)): \($0)" }
        if self == nil {
            self = ImportedFile(
                type: .news, format: "", encoding: .utf8, batch: ContentBatch(), records: 0)
        }
        self?.notes.append(note)
    }
}
