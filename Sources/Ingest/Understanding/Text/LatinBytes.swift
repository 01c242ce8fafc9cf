import ClimateModel

/// Letters by their bytes in UTF-8, in lower case without a look into Unicode's tables: those of ASCII, and those of Latin-1,
/// which are C3 and a byte more.
enum LatinBytes {
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// ASCII letters and the bytes of others; C2 and E2 begin signs.
    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 && byte != 0xC2 && byte != 0xE2
    }

    /// The byte in lower case; å, ä, ö and their like are C3 and a byte more.
    static func lowered(_ byte: UInt8, after before: UInt8) -> UInt8 {
        if byte &- 0x41 < 26 { return byte | 0x20 }
        return before == 0xC3 && byte &- 0x80 < 0x1F && byte != 0x97 ? byte + 0x20 : byte
    }

    /// The hash of a word in lower case.
    ///
    /// - Complexity: O(*k*) in the length of the word.
    static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
        var hash = FowlerHash()
        var before: UInt8 = 0
        for byte in word {
            hash.add(lowered(byte, after: before))
            before = byte
        }
        return UInt64(bitPattern: hash.value)
    }
}
