import CZip
import ClimateModel

/// A zip archive in memory, read through libzip.
///
/// Nothing is ever unpacked to files: a name in the archive is compared with the names that a workbook's parts have, and is
/// never a path. So a name like "../../etc/passwd" is one that nobody asks for, and of two entries of a name one is read.
final class ZipArchive {
    private let archive: OpaquePointer
    private let size: Int
    /// How many bytes were unpacked, of all that was read.
    private var unpacked = 0

    /// Opens `bytes` for as long as `body` runs.
    ///
    /// - Complexity: O(*n*) in the number of entries.
    static func open<Result>(
        _ bytes: [UInt8], _ body: (ZipArchive) throws(ImportFailure) -> Result
    ) throws(ImportFailure) -> Result {
        guard ZipDirectory.isWithinLimits(bytes) else { throw ImportFailure(.archiveDirectory) }
        return try bytes.withUnsafeBufferPointer { buffer throws(ImportFailure) in
            guard let archive = ZipArchive(buffer) else { throw ImportFailure(.archiveDamaged) }
            return try body(archive)
        }
    }

    private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard
            let source = zip_source_buffer_create(
                bytes.baseAddress, UInt64(bytes.count), 0, nil)
        else { return nil }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            return nil
        }
        self.archive = archive
        size = bytes.count
    }

    deinit { zip_discard(archive) }

    /// Whether there is an entry of that name, in any case.
    func has(_ name: String) -> Bool { index(of: name) != nil }

    /// The unpacked bytes of the entry of that name, in chunks; nil if there is none.
    func stream(_ name: String) throws(Problem) -> ZipStream? {
        guard let index = index(of: name) else { return nil }
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0 else {
            throw Problem(message: .archiveDamaged)
        }
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
            throw Problem(message: .archiveEncrypted)
        }
        guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(status.comp_method)) else {
            throw Problem(message: .archiveMethod)
        }
        guard let file = zip_fopen_index(archive, index, 0) else {
            throw Problem(message: .archiveDamaged)
        }
        let packed = min(Int(clamping: status.comp_size), size)
        return ZipStream(self, file, packed: packed, total: Int(clamping: status.size))
    }

    private func index(of name: String) -> UInt64? {
        let exact = zip_name_locate(archive, name, 0)
        let found = exact >= 0 ? exact : zip_name_locate(archive, name, ZIP_FL_NOCASE)
        return found >= 0 ? UInt64(found) : nil
    }

    fileprivate func count(_ bytes: Int) throws(Problem) {
        unpacked += bytes
        guard unpacked <= Limits.unpackedSize else { throw Problem(message: .zipBomb) }
    }
}

/// The unpacked bytes of one entry of a ``ZipArchive``, a chunk at a time.
final class ZipStream {
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let packed: Int
    private let total: Int
    private var read = 0
    private var buffer = [UInt8](repeating: 0, count: 8 << 10)

    fileprivate init(_ archive: ZipArchive, _ file: OpaquePointer, packed: Int, total: Int) {
        self.archive = archive
        self.file = file
        self.packed = packed
        self.total = total
    }

    deinit { zip_fclose(file) }

    /// The share that is read, by the length that the archive tells.
    var progress: Double { total > 0 ? min(1, Double(read) / Double(total)) : 1 }

    /// Hands the next chunk to `body`; false at the end, where the check sum has been found right.
    ///
    /// What is unpacked is counted as it comes, whatever the archive tells of its length.
    func next(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Problem) -> Void
    ) throws(Problem) -> Bool {
        let count = buffer.withUnsafeMutableBytes { buffer in
            buffer.baseAddress.map { Int(zip_fread(file, $0, UInt64(buffer.count))) } ?? -1
        }
        guard count >= 0 else { throw Problem(message: .archiveDamaged) }
        read += count
        try archive.count(count)
        if read > Limits.freelyUnpacked, read / Limits.unpackedRatio > packed {
            throw Problem(message: .zipBomb)
        }
        guard count > 0 else { return false }
        try buffer.withUnsafeBufferPointer { buffer throws(Problem) in
            try body(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
        return true
    }
}

/// The end of an archive, where its directory is told of (APPNOTE.TXT, 4.3.16).
enum ZipDirectory {
    /// Whether the directory is one that a workbook may have. libzip makes a record of every entry as it opens an archive, so
    /// that their number must be known before.
    ///
    /// libzip chooses among the records that look like the end, so that all of them are looked at. The large form (ZIP64) is
    /// for archives beyond what is read here.
    ///
    /// - Complexity: O(1): a comment after the end is at most 64 KiB.
    static func isWithinLimits(_ bytes: [UInt8]) -> Bool {
        let first = max(0, bytes.count - (22 + 0xFFFF + 1_024))
        var found = false
        guard bytes.count >= 22 else { return false }
        for start in first...(bytes.count - 22) where bytes[start] == 0x50 {
            if bytes[start...].starts(with: [0x50, 0x4B, 0x06, 0x07]) { return false }
            guard bytes[start...].starts(with: [0x50, 0x4B, 0x05, 0x06]) else { continue }
            found = true
            guard number(bytes, start + 10, 2) <= Limits.archiveEntries,
                number(bytes, start + 12, 4) <= Limits.archiveDirectory
            else { return false }
        }
        return found
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
}

extension Phrase {
    static let archiveDamaged = Phrase(
        sv: "arbetsboken är skadad eller avhuggen: hämta eller spara den på nytt",
        en: "the workbook is damaged or cut off: fetch or save it again")
    static let archiveDirectory = Phrase(
        sv: "filen är inget helt ZIP-arkiv av en arbetsboks storlek: hämta eller spara den på nytt",
        en: "the file is not a whole ZIP archive of a workbook's size: fetch or save it again")
    static let archiveEncrypted = Phrase(
        sv: "arkivet är krypterat: spara arbetsboken utan lösenord",
        en: "the archive is encrypted: save the workbook without a password")
    static let archiveMethod = Phrase(
        sv: "arkivet är packat på ett sätt som arbetsböcker inte är",
        en: "the archive is packed in a way that workbooks are not")
    static let zipBomb = Phrase(
        sv:
            "arbetsboken packas upp till mer än \(Limits.unpackedSize >> 20) MiB eller mer än \(Limits.unpackedRatio) gånger sin storlek",
        en:
            "the workbook unpacks to more than \(Limits.unpackedSize >> 20) MiB or more than \(Limits.unpackedRatio) times its size"
    )
}
