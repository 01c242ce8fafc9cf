import ClimateModel
import Foundation

/// The files at a path, the one that came or changed longest ago first.
///
/// What orders them is when the system last noted anything of a file (`st_ctim`, inode(7)), which no program can set: a file
/// that is moved or copied here with its old date is new all the same.
struct PathListing {
    /// Whether the path is a folder.
    let isFolder: Bool
    /// Whether it is a folder of messages, in the form of maildir(5).
    let isMaildir: Bool
    /// The folders in it that are not listed, by name; none of a Maildir.
    let folders: [String]
    private let files: [File]
    /// Files that changed later may have neighbours of the same moment that are not listed yet.
    private let settled: String

    /// A file and how far a reading is that has come to it.
    struct File: Hashable, Sendable {
        /// Where it is.
        var path: String
        /// Its size in bytes.
        var size: Int
        /// When it changed, as digits that sort.
        fileprivate var changed: String
        fileprivate var mark: String { "\(changed) \(path)" }
    }

    /// Lists what is at `path` now.
    init(_ path: String) throws(SourceFailure) {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw SourceFailure(
                Phrase(sv: "filen eller mappen finns inte", en: "there is no such file or folder"))
        }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        now.tv_sec -= Self.tick
        settled = Self.digits(now)
        isFolder = isDirectory.boolValue
        isMaildir = Self.isMaildir(path)
        let paths = try isFolder ? Self.paths(in: path, isMaildir: isMaildir) : [path]
        files = paths.compactMap(Self.file).sorted { $0.mark < $1.mark }
        folders = isFolder && !isMaildir ? paths.filter(Self.isFolder).sorted() : []
        guard isFolder || !files.isEmpty else {
            throw SourceFailure(
                Phrase(
                    sv: "det är varken en fil eller en mapp",
                    en: "it is neither a file nor a folder"))
        }
    }

    /// Seconds within which a file system may give two files the same moment, and more.
    private static let tick = 2

    /// A Maildir's `new` and `cur` without what is to be deleted or is not sent yet (maildir(5)), else the files of the
    /// folder itself.
    private static func paths(
        in folder: String, isMaildir: Bool
    ) throws(SourceFailure) -> [String] {
        let parts = maildirParts(folder)
        do {
            return try (isMaildir ? parts : [folder]).flatMap { folder in
                try FileManager.default.contentsOfDirectory(atPath: folder)
                    .filter { !$0.hasPrefix(".") && !(isMaildir && isDropped($0)) }
                    .map { folder + "/" + $0 }
            }
        } catch {
            throw SourceFailure(
                Phrase(sv: "mappen får inte läsas", en: "permission to read the folder is missing"))
        }
    }

    private static func maildirParts(_ folder: String) -> [String] {
        ["new", "cur"].map { folder + "/" + $0 }
    }

    /// Whether a folder holds messages in the form of maildir(5).
    static func isMaildir(_ path: String) -> Bool { maildirParts(path).allSatisfy(isFolder) }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }

    private static func isDropped(_ name: String) -> Bool {
        guard let info = name.range(of: ":2,", options: .backwards) else { return false }
        return name[info.upperBound...].contains { $0 == "T" || $0 == "D" }
    }

    /// Nil for anything but a regular file.
    private static func file(_ path: String) -> File? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return File(path: path, size: Int(status.st_size), changed: digits(status.st_ctim))
    }

    private static func digits(_ time: timespec) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(max(0, number))
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return padded(time.tv_sec, 12) + "." + padded(time.tv_nsec, 9)
    }

    /// The files that came or changed after `cursor`, which an earlier listing gave; all for nil.
    ///
    /// None is missed; one that changed a moment before the last listing may come twice.
    func newer(than cursor: String?) -> [File] {
        cursor.map { cursor in files.filter { $0.mark > cursor } } ?? files
    }

    /// What to begin from the next time, when everything up to `file` was read.
    ///
    /// - Parameter isLast: whether that was all there was.
    func cursor(after file: File, isLast: Bool) -> String {
        isLast ? min(file.mark, settled) : file.mark
    }
}
