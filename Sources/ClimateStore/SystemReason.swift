import ClimateModel
import Foundation

/// Why the file system refuses, in words of the user's language.
enum SystemReason {
    /// - Parameter code: the `errno` of the call that failed.
    static func phrase(_ code: CInt) -> Phrase {
        switch code {
        case EACCES, EPERM: noPermission
        case EROFS: readOnly
        case ENOSPC, EDQUOT: full
        case ENOENT: Phrase(sv: "filen eller mappen finns inte", en: "no such file or folder")
        case ENOTDIR:
            Phrase(sv: "en del av sökvägen är ingen mapp", en: "part of the path is no folder")
        case EEXIST: Phrase(sv: "där finns redan en fil", en: "a file is in the way")
        case ELOOP: Phrase(sv: "länkarna går i ring", en: "the links go in a circle")
        case ENAMETOOLONG: Phrase(sv: "namnet är för långt", en: "the name is too long")
        case EMFILE, ENFILE: Phrase(sv: "för många filer är öppna", en: "too many files are open")
        case EIO: failing
        default: Phrase(sv: "systemfel \(code)", en: "system error \(code)")
        }
    }

    /// What Foundation threw for a call on files.
    static func phrase(_ error: any Error) -> Phrase {
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain { return phrase(CInt(error.code)) }
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error { return phrase(cause) }
        switch CocoaError.Code(rawValue: error.code) {
        case .fileWriteNoPermission, .fileReadNoPermission: return noPermission
        case .fileWriteVolumeReadOnly: return readOnly
        case .fileWriteOutOfSpace: return full
        case .fileWriteFileExists: return phrase(EEXIST)
        case .fileNoSuchFile, .fileReadNoSuchFile: return phrase(ENOENT)
        default: return Phrase(sv: "fel \(error.code)", en: "error \(error.code)")
        }
    }

    static let noPermission = Phrase(sv: "behörighet saknas", en: "permission is missing")
    static let readOnly = Phrase(sv: "det går bara att läsa där", en: "it is read-only")
    static let full = Phrase(sv: "disken är full", en: "the disk is full")
    static let failing = Phrase(
        sv: "disken gick inte att läsa eller skriva", en: "reading or writing the disk failed")
    static let replaced = Phrase(
        sv: "en annan fil har fått dess namn", en: "another file has taken its name")
    static let notOpened = Phrase(
        sv: "filen gick inte att öppna eller skapa", en: "the file could not be opened or made")
}
