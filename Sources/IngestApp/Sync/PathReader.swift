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
        guard let last = fresh.last else { return reading }
        let part = Self.part(of: fresh)
        // A folder is not called what the file that came last is.
        let name = URL(fileURLWithPath: subscription.settings.address).lastPathComponent
        var whole: ImportedFile?
        for file in part {
            do throws(SourceFailure) {
                whole.add(
                    try await parse(
                        file.path, subscription, tools, folder: listing.isFolder ? name : nil))
            } catch {
                // One bad message must not hide the others of its folder.
                guard listing.isFolder else { throw error }
                // Mail programs rename messages while they are read; then they are listed the next time.
                guard FileManager.default.fileExists(atPath: file.path) else { continue }
                reading.problems.append(error.message.of(file.path))
            }
        }
        if whole == nil, subscription.state.cursor == nil, part.count == fresh.count,
            let problem = reading.problems.first
        {
            throw SourceFailure(problem)
        }
        let end = part.last ?? last
        reading.isPartial = part.count < fresh.count
        reading.state.cursor = listing.cursor(after: end, isLast: !reading.isPartial)
        reading.file = whole
        reading.kind = whole?.sourceKind(subscription.settings) ?? reading.kind
        return reading
    }

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
            throw SourceFailure(error.reason)
        }
        let request = ParseRequest(
            task: .file, fileName: URL(fileURLWithPath: path).lastPathComponent,
            source: KnownSource(
                id: subscription.id, settings: subscription.settings,
                title: folder.map { CleanText.line($0) }),
            now: tools.now)
        do throws(ImportFailure) {
            return try await tools.parser.parse(request, ParseBody(bytes))
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
    /// The problem with one file of many.
    fileprivate func of(_ path: String) -> Phrase {
        let name = CleanText.line(URL(fileURLWithPath: path).lastPathComponent.prefix(200))
        return map { "\(name): \($0)" }
    }
}
