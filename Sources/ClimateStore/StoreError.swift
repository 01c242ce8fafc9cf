import ClimateModel
import GRDB

/// Why a database could not be opened, read or written: what is wrong, where, and what helps.
public enum StoreError: Error, Hashable, Sendable {
    /// There is no file at `path`. The writer makes one.
    case missing(path: String)
    /// The file is not a database, or a damaged one. The writer sets it aside.
    case corrupt(path: String, reason: String)
    /// The file is a database of some other program; nobody touches it.
    case foreign(path: String)
    /// A later version of Utkik wrote it; nobody touches it.
    case newer(path: String)
    /// The writer of an earlier version made it; the writer of this version brings it up to date.
    case older(path: String)
    /// Another process keeps it locked for longer than a reader waits.
    case locked(path: String)
    /// The file system refuses: permissions, a full disk, a missing folder.
    case inaccessible(path: String, reason: Phrase)
    /// A record names another that neither the batch nor the database holds.
    case unknownReference(record: String, reference: String)
    /// Anything else that SQLite reports.
    case failed(path: String, reason: String)

    /// One line in `language`: what is wrong, where, and what helps.
    public func message(in language: Language) -> String {
        LocalizedText(swedish: swedish, english: english).text(in: language)
    }

    private var swedish: String {
        switch self {
        case .missing(let path): "Databasen \(path) finns inte. Kör ”utkik-ingest init” en gång."
        case .corrupt(let path, let reason):
            "Databasen \(path) är skadad (\(reason)). Kör ”utkik-ingest init”: den läggs åt sidan och en ny görs."
        case .foreign(let path):
            "\(path) är ett annat programs databas. Ange en annan fil med --database."
        case .newer(let path):
            "Databasen \(path) är skriven av en nyare version av Utkik. Uppgradera Utkik; filen är orörd."
        case .older(let path):
            "Databasen \(path) är skriven av en äldre version av Utkik. Kör ”utkik-ingest init” en gång."
        case .locked(let path):
            "Databasen \(path) är låst av ett annat program. Försök igen om en stund."
        case .inaccessible(let path, let reason): "\(path) går inte att öppna: \(reason.sv)."
        case .unknownReference(let record, let reference):
            "\(record) hänvisar till \(reference), som inte finns."
        case .failed(let path, let reason): "Fel i databasen \(path): \(reason)."
        }
    }

    private var english: String {
        switch self {
        case .missing(let path): "There is no database at \(path). Run “utkik-ingest init” once."
        case .corrupt(let path, let reason):
            "The database \(path) is damaged (\(reason)). Run “utkik-ingest init”: it is set aside and a new one made."
        case .foreign(let path):
            "\(path) is the database of another program. Name another file with --database."
        case .newer(let path):
            "The database \(path) was written by a newer version of Utkik. Upgrade Utkik; the file is untouched."
        case .older(let path):
            "The database \(path) was written by an older version of Utkik. Run “utkik-ingest init” once."
        case .locked(let path):
            "The database \(path) is locked by another program. Try again in a moment."
        case .inaccessible(let path, let reason): "\(path) can't be opened: \(reason.en)."
        case .unknownReference(let record, let reference):
            "\(record) refers to \(reference), which does not exist."
        case .failed(let path, let reason): "Error in the database \(path): \(reason)."
        }
    }
}

extension StoreError {
    /// The error that stands for what SQLite or GRDB threw at `path`.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(path: path, reason: String(describing: error))
            return
        }
        let reason = error.message ?? String(describing: error.resultCode)
        switch error.resultCode.primaryResultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .corrupt(path: path, reason: reason)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_CANTOPEN: self = .inaccessible(path: path, reason: SystemReason.notOpened)
        case .SQLITE_PERM, .SQLITE_AUTH:
            self = .inaccessible(path: path, reason: SystemReason.noPermission)
        case .SQLITE_READONLY: self = .inaccessible(path: path, reason: SystemReason.readOnly)
        case .SQLITE_FULL: self = .inaccessible(path: path, reason: SystemReason.full)
        case .SQLITE_IOERR: self = .inaccessible(path: path, reason: SystemReason.failing)
        default: self = .failed(path: path, reason: reason)
        }
    }

    /// Runs `body`, so that whatever it throws is a `StoreError`.
    static func wrapping<Result>(
        _ path: String, _ body: () throws -> Result
    ) throws(StoreError) -> Result {
        do { return try body() } catch { throw StoreError(error, path: path) }
    }
}
