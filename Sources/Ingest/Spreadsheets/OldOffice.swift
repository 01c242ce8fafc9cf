import ClimateModel

/// Files of the form that Microsoft Office wrote before 2007, and still writes what is protected by a password in (MS-CFB).
enum OldOffice {
    /// What to do with such a file: told by the names of its streams, in UTF-16.
    ///
    /// - Complexity: O(*n*).
    static func message(for bytes: [UInt8]) -> Phrase {
        if holds("EncryptedPackage", bytes) { return .encryptedWorkbook }
        return holds("Workbook", bytes) || holds("Book", bytes) ? .oldWorkbook : .oldDocument
    }

    private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
        var search = ByteSearch(name.utf8.flatMap { [$0, 0] })
        bytes.withUnsafeBufferPointer { search.look(in: $0) }
        return search.isFound
    }
}
