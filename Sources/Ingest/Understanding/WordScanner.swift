import ClimateModel

/// Goes through the words of a UTF-8 text and notes what they can be part of.
struct WordScanner {
    struct Seen: OptionSet {
        let rawValue: UInt32

        /// A municipality's or county's name.
        static let name = Seen(rawValue: 1 << 0)
        static let month = Seen(rawValue: 1 << 1)
        /// "2022-01-15".
        static let isoDate = Seen(rawValue: 1 << 2)
        /// "våren", "summer".
        static let season = Seen(rawValue: 1 << 3)
        /// "nästa", and years in four digits.
        static let seasonYear = Seen(rawValue: 1 << 4)
        /// "årsskiftet", "i morgon".
        static let soon = Seen(rawValue: 1 << 5)
        /// "plats", "placering", "steg".
        static let place = Seen(rawValue: 1 << 6)
        /// "ranking", "företagsklimat", "Insikt", "290".
        static let cue = Seen(rawValue: 1 << 7)
        /// Digits of 1 to 290.
        static let figure = Seen(rawValue: 1 << 8)
        /// "bäst", "toppar".
        static let superlative = Seen(rawValue: 1 << 9)
        /// "etta", "tvåa".
        static let rankName = Seen(rawValue: 1 << 10)
        /// "listan", "mätningen".
        static let list = Seen(rawValue: 1 << 11)
        /// "28th", "16:e".
        static let ordinal = Seen(rawValue: 1 << 12)
        static let from = Seen(rawValue: 1 << 13)
        /// "en placering".
        static let countedPlace = Seen(rawValue: 1 << 14)

        var canTellDate: Bool {
            !isDisjoint(with: [.month, .isoDate, .soon]) || isSuperset(of: [.season, .seasonYear])
        }

        /// Whether it is worth looking for figures in words.
        var canCount: Bool { contains(.place) && !contains(.figure) }

        var canClaim: Bool {
            !isDisjoint(with: [.rankName, .countedPlace])
                || isSuperset(of: [.superlative, .list]) || contains(.from) && contains(.ordinal)
        }
    }

    private(set) var seen: Seen = []
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// Words since "en" or "ett".
    private var sinceOne = 9

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// - Parameter isName: asked of every word that begins with a capital letter.
    mutating func scan(_ isName: (UnsafeBufferPointer<UInt8>.SubSequence) -> Bool) {
        while index < bytes.count {
            let byte = bytes[index]
            if Self.isDigit(byte) {
                number()
            } else if Self.isLetter(byte) {
                let start = index
                let key = word()
                note(key, start..<index)
                if !seen.contains(.name), isCapital(at: start), isName(bytes[start..<index]) {
                    seen.insert(.name)
                }
            } else {
                index += 1
            }
        }
    }

    /// Whether any word is one that is sought.
    mutating func contains(_ isSought: (UnsafeBufferPointer<UInt8>.SubSequence) -> Bool) -> Bool {
        while index < bytes.count {
            guard Self.isLetter(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            _ = word()
            if isSought(bytes[start..<index]) { return true }
        }
        return false
    }

    // MARK: Bytes

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// ASCII letters and the bytes of others; C2 and E2 begin signs.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 && byte != 0xC2 && byte != 0xE2
    }

    /// The byte in lower case; å, ä, ö and their like are C3 and a byte more.
    static func lowered(_ byte: UInt8, after before: UInt8) -> UInt8 {
        if byte &- 0x41 < 26 { return byte | 0x20 }
        return before == 0xC3 && byte &- 0x80 < 0x1F && byte != 0x97 ? byte + 0x20 : byte
    }

    /// FNV-1a of the word in lower case.
    static func hash(_ word: some Collection<UInt8>) -> UInt64 {
        var hash = FowlerHash()
        var before: UInt8 = 0
        for byte in word {
            hash.add(lowered(byte, after: before))
            before = byte
        }
        return UInt64(bitPattern: hash.value)
    }

    private func isCapital(at position: Int) -> Bool {
        let byte = bytes[position]
        if byte &- 0x41 < 26 { return true }
        return byte == 0xC3 && position + 1 < bytes.count && bytes[position + 1] &- 0x80 < 0x1F
    }

    // MARK: Words and numbers

    /// Passes over a word, noting the stems that matter wherever they stand in it.
    ///
    /// - Returns: its first eight bytes in lower case, the first one lowest.
    private mutating func word() -> UInt64 {
        var key: UInt64 = 0
        var shift: UInt64 = 0
        var before: UInt8 = 0
        var last: UInt32 = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard
                Self.isLetter(byte) || Self.isDigit(byte) || byte == 0x2D && index + 1 < bytes.count
            else { break }
            let low = Self.lowered(byte, after: before)
            if shift < 64 {
                key |= UInt64(low) << shift
                shift += 8
            }
            last = last << 8 | UInt32(low)
            switch last {
            case Stem.plat, Stem.plac: notePlace()
            case Stem.rank: seen.formUnion([.cue, .place])
            case Stem.klim, Stem.clim: seen.insert(.cue)
            default: break
            }
            before = byte
            index += 1
        }
        return key
    }

    private mutating func notePlace() {
        seen.insert(.place)
        if sinceOne <= 2 { seen.insert(.countedPlace) }
    }

    private mutating func note(_ key: UInt64, _ range: Range<Int>) {
        sinceOne = Stem.ones.contains(key) ? 0 : sinceOne + 1
        guard Stem.isFirst[Int(key & 0xFF)] else { return }
        let four = UInt32(truncatingIfNeeded: key)
        if let kind = Stem.short[four] ?? Stem.exact[key] { seen.formUnion(kind) }
        if !Stem.short[four, default: []].isDisjoint(with: .place), sinceOne <= 2 {
            seen.insert(.countedPlace)
        }
    }

    private mutating func number() {
        let start = index
        var value = 0
        while index < bytes.count, Self.isDigit(bytes[index]) {
            value = min(value * 10 + Int(bytes[index] - 0x30), 1_000_000)
            index += 1
        }
        let length = index - start
        if (1...290).contains(value), length <= 4 { seen.insert(.figure) }
        if value == 290 { seen.insert(.cue) }
        if length == 4, (1990...2100).contains(value) {
            seen.insert(.seasonYear)
            if byte(at: index) == 0x2D { seen.insert(.isoDate) }
        }
        let ending = byte(at: index) == 0x3A ? byte(at: index + 1) : byte(at: index)
        if Self.isLetter(ending) { seen.insert(.ordinal) }
        sinceOne += 1
    }

    private func byte(at position: Int) -> UInt8 {
        position < bytes.count ? bytes[position] : 0
    }
}

/// Beginnings of words, as numbers of their bytes in lower case.
private enum Stem {
    static let plat = reversed("plat")
    static let plac = reversed("plac")
    static let rank = reversed("rank")
    static let klim = reversed("klim")
    static let clim = reversed("clim")

    /// The first byte highest.
    private static func reversed(_ text: String) -> UInt32 {
        text.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The first byte lowest; up to eight bytes.
    private static func key(_ text: some StringProtocol) -> UInt64 {
        text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    static let ones = Set(["en", "ett", "one", "a"].map(key))

    /// Words of three bytes or less, and beginnings of four bytes of longer ones.
    static let short: [UInt32: WordScanner.Seen] = table(
        [
            (
                .month,
                "janu febr mars marc apri maj may juni june juli july augu sept okto octo nove dece"
            ),
            (.seasonYear, "next"),
            (.soon, "årss imor morg tomo"),
            (.place, "posi spot steg pinn snäp step rung notc"), (.cue, "insi nki supe"),
            (
                .superlative,
                "bäst best topp tops lede ledd lett lead led head vinn vann vunn wins won"
            ),
            (.list, "list mätn surv inde"), (.from, "från from"), (.rankName, "etta trea"),
        ]
    ) { UInt32(truncatingIfNeeded: key($0)) }

    /// Beginnings of eight bytes.
    static let exact: [UInt64: WordScanner.Seen] = table([
        (.list, "undersök"), (.seasonYear, "nästa kommande"),
        (.season, "vår våren spring sommar sommaren summer höst hösten autumn"),
        (.rankName, "tvåa tvåan femma femman sexa sexan"),
    ]) { key($0) }

    private static func table<Key: Hashable>(
        _ entries: [(WordScanner.Seen, String)], _ key: (Substring) -> Key
    ) -> [Key: WordScanner.Seen] {
        var table: [Key: WordScanner.Seen] = [:]
        for (kind, words) in entries {
            for word in words.split(separator: " ") { table[key(word), default: []].insert(kind) }
        }
        return table
    }

    /// Whether any beginning has this first byte.
    static let isFirst: [Bool] = {
        var first = [Bool](repeating: false, count: 256)
        for key in short.keys { first[Int(key & 0xFF)] = true }
        for key in exact.keys { first[Int(key & 0xFF)] = true }
        return first
    }()
}
