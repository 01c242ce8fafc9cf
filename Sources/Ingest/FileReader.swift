import ClimateModel

/// Reads any file that Utkik imports: what it is is found from what it holds.
public enum FileReader {
    /// What `bytes` say.
    ///
    /// A pure function: the same bytes and context give the same answer. It throws all problems of the file at once; then
    /// nothing of the file is to be used.
    ///
    /// - Complexity: O(*n*) in the length of the file.
    public static func read(
        _ bytes: [UInt8], context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        guard bytes.count <= Limits.fileSize else { throw ImportFailure(.fileTooLarge) }
        if let message = Signature.message(for: bytes) { throw ImportFailure(message) }
        let decoded = try DecodedText(bytes)
        let form = TextForm(decoded.text)
        switch form {
        case .empty: throw ImportFailure(.emptyFile)
        default: return try readPlain(decoded, context)
        }
    }

    private static func readPlain(
        _ decoded: DecodedText, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        let utf8 = Array(decoded.text.utf8)
        guard let delimiter = Delimiter(utf8) else { throw ImportFailure(.unknownContent) }
        return try FigureTable.read(
            utf8, delimiter: delimiter, encoding: decoded.encoding, context: context)
    }
}
