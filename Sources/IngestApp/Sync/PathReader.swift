import ClimateModel
import Foundation
import Ingest

/// Reads a file, or all files of a folder: a Maildir of newsletters, a folder of documents.
struct PathReader: SourceReading {
    /// How much of a folder is read before it is written.
    private static let mostFiles = 500
    private static let mostBytes = 4 << 20

    func read(
        _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> Reading {
        let listing = try PathListing(subscription.settings.address)
        let fresh = listing.newer(than: subscription.state.cursor)
        var reading = Reading(kind: tools.kind(of: subscription), state: subscription.state)
        // What is not read is told once, when the folder is new.
        if subscription.state.cursor == nil {
            reading.problems = Self.skipped(listing.folders)
            if fresh.isEmpty, let problem = reading.problems.first { throw SourceFailure(problem) }
        }
        guard let last = fresh.last else { return reading }
        var part = Self.part(of: fresh)
        let (whole, failures, count) = try await parse(part, of: listing, subscription, tools)
        part = Array(part.prefix(count))
        if whole == nil, subscription.state.cursor == nil, part.count == fresh.count,
            let problem = failures.first
        {
            throw SourceFailure(problem)
        }
        reading.problems = failures + reading.problems
        let end = part.last ?? last
        reading.isPartial = part.count < fresh.count
        reading.state.cursor = listing.cursor(after: end, isLast: !reading.isPartial)
        reading.file = whole
        reading.kind = whole?.sourceKind(subscription.settings) ?? reading.kind
        return reading
    }

    /// What the files say together, what is wrong with those of a folder that can't be read, and how many were looked at: it
    /// ends before one that something hinders from being read now.
    private func parse(
        _ files: [PathListing.File], of listing: PathListing, _ subscription: Subscription,
        _ tools: ReadingTools
    ) async throws(SourceFailure) -> (whole: ImportedFile?, failures: [Phrase], count: Int) {
        var subscription = subscription
        if listing.isMaildir { subscription.settings.kind = .newsletter }
        // A folder is not called what the file that came last is.
        let name = URL(fileURLWithPath: subscription.settings.address).lastPathComponent
        let folder = listing.isFolder ? name : nil
        var whole: ImportedFile?
        var failures: [Phrase] = []
        for (index, file) in files.enumerated() {
            do throws(SourceFailure) {
                let parsed = try await parse(file.path, subscription, tools, folder: folder)
                if listing.isFolder, parsed.type == .sources {
                    throw SourceFailure(.listOfSources(file.path))
                }
                whole.add(parsed)
            } catch {
                // One bad message must not hide the others of its folder.
                guard listing.isFolder else { throw error }
                // Mail programs rename messages while they are read; then they are listed the next time.
                guard FileManager.default.fileExists(atPath: file.path) else { continue }
                if error.isPassing {
                    guard index > 0 else { throw error }
                    return (whole, failures, index)
                }
                failures.append(error.message.of(file.path))
            }
        }
        return (whole, failures, files.count)
    }

    /// What of a folder is not read, and how it would be.
    private static func skipped(_ folders: [String]) -> [Phrase] {
        guard !folders.isEmpty else { return [] }
        let maildirs = folders.prefix(mostFolders).filter(PathListing.isMaildir)
        guard maildirs.isEmpty else {
            return maildirs.prefix(mostTold).map { .maildirInside($0) }
        }
        return [.foldersInside(folders.count, folders[0])]
    }

    /// So many folders of a folder are looked at for Maildirs, and so many of those are told of.
    private static let mostFolders = 100
    private static let mostTold = 5

    /// As many files as are written together, at least one.
    private static func part(of files: [PathListing.File]) -> [PathListing.File] {
        var bytes = 0
        let count =
            files.prefix(mostFiles).firstIndex { file in
                bytes += file.size
                return bytes > mostBytes
            } ?? mostFiles
        return Array(files.prefix(max(1, count)))
    }

    private func parse(
        _ path: String, _ subscription: Subscription, _ tools: ReadingTools, folder: String?
    ) async throws(SourceFailure) -> ImportedFile {
        let bytes: [UInt8]
        do throws(FileBytes.Failure) {
            bytes = try FileBytes.read(path)
        } catch {
            var failure = SourceFailure(error.reason)
            failure.isPassing = error.isPassing
            throw failure
        }
        let request = ParseRequest(
            task: .file, fileName: URL(fileURLWithPath: path).lastPathComponent,
            source: KnownSource(
                id: subscription.id, settings: subscription.settings,
                title: folder.map { CleanText.line($0) }),
            now: tools.now)
        do throws(ImportFailure) {
            return try await tools.parser.parse(request, ParseBody(bytes), isPatient: true)
        } catch {
            throw SourceFailure(error)
        }
    }
}

extension ImportedFile? {
    /// Takes in what another file of the same folder says.
    mutating func add(_ file: ImportedFile) {
        guard var whole = self else {
            self = file
            return
        }
        whole.batch.append(file.batch)
        whole.records += file.records
        self = whole
    }
}

extension Phrase {
    fileprivate static func maildirInside(_ path: String) -> Phrase {
        let path = CleanText.line(path.prefix(400)).quotedForShell
        return Phrase(
            sv: "brevlådan i mappen läses för sig: utkik source add \(path)",
            en: "the mailbox in the folder is read by itself: utkik source add \(path)")
    }

    fileprivate static func foldersInside(_ count: Int, _ first: String) -> Phrase {
        let first = CleanText.line(first.prefix(400)).quotedForShell
        return Phrase(
            sv: count == 1
                ? "mappen i mappen läses för sig: utkik source add \(first)"
                : "de \(count) mapparna i mappen läses var för sig: utkik source add \(first) …",
            en: count == 1
                ? "the folder in the folder is read by itself: utkik source add \(first)"
                : "the \(count) folders in the folder are read one by one: utkik source add \(first) …"
        )
    }

    /// The problem with one file of many.
    fileprivate func of(_ path: String) -> Phrase {
        let name = CleanText.line(URL(fileURLWithPath: path).lastPathComponent.prefix(200))
        return map { "\(name): \($0)" }
    }
}
