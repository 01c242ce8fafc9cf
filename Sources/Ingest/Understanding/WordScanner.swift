import ClimateModel

/// Goes through the words of a UTF-8 text and notes what they can be part of.
struct WordScanner {
    struct Seen: OptionSet, Hashable {
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
        /// "årsskiftet", "i morgon", "kl."
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
        /// A figure written as a word; "en" and "ett" are none here.
        static let numberWord = Seen(rawValue: 1 << 15)
        /// "Näringsliv", "Enterprise": who publishes the ranking, and much else.
        static let publisher = Seen(rawValue: 1 << 16)
        /// "enligt".
        static let according = Seen(rawValue: 1 << 17)

        var canTellDate: Bool {
            !isDisjoint(with: [.month, .isoDate, .soon]) || isSuperset(of: [.season, .seasonYear])
        }

        var canClaim: Bool {
            !isDisjoint(with: [.rankName, .countedPlace])
                || isSuperset(of: [.superlative, .list]) || isSuperset(of: [.from, .ordinal])
                || isSuperset(of: [.publisher, .list])
        }

        var hasCue: Bool { contains(.cue) || isSuperset(of: [.publisher, .according]) }
    }

    private var seen: Seen = []
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// Words since "en" or "ett".
    private var sinceOne = 9

    /// - Complexity: O(*k*) in the length of the text.
    static func seen(in bytes: UnsafeBufferPointer<UInt8>, _ words: SoughtWords) -> Seen {
        var scanner = WordScanner(bytes: bytes)
        scanner.scan(words)
        return scanner.seen
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func scan(_ words: SoughtWords) {
        while index < bytes.count {
            let byte = bytes[index]
            if LatinBytes.isDigit(byte) {
                number()
            } else if LatinBytes.isLetter(byte) {
                let start = index
                let key = word(words.small)
                note(key, from: start, words)
            } else {
                // The rest of a sign's bytes would be taken for a letter's, and for a part of the word after it.
                index += byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1
            }
        }
    }

    // MARK: Words and numbers

    /// Passes over a word, noting the stems that matter wherever they stand in it.
    ///
    /// - Returns: its first eight bytes in lower case, the first one lowest.
    private mutating func word(_ small: [UInt8]) -> UInt64 {
        var key: UInt64 = 0
        var shift: UInt64 = 0
        var before: UInt8 = 0
        var last: UInt32 = 0
        while index < bytes.count {
            let byte = bytes[index]
            var low = before == 0xC3 ? LatinBytes.lowered(byte, after: before) : small[Int(byte)]
            if low == 0 {
                guard byte == 0x2D, index + 1 < bytes.count else { break }
                low = byte
            }
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

    /// Notes what the word from `start` up to here can be.
    private mutating func note(_ key: UInt64, from start: Int, _ words: SoughtWords) {
        sinceOne = Stem.isOne(key) ? 0 : sinceOne + 1
        let opening = words.opening(key)
        guard !opening.isEmpty else { return }
        if opening.contains(.stem), let kind = words.kind(of: key) {
            seen.formUnion(kind)
            if kind.contains(.place), sinceOne <= 2 { seen.insert(.countedPlace) }
        }
        let isName =
            opening.contains(.name) && !seen.contains(.name) && isCapital(at: start)
        let isNumber = opening.contains(.numberWord) && !seen.contains(.numberWord)
        guard isName || isNumber else { return }
        let found = words.known(LatinBytes.hash(bytes[start..<index]))
        if isName, found.contains(.name) { seen.insert(.name) }
        if isNumber, found.contains(.numberWord) { seen.insert(.numberWord) }
    }

    private func isCapital(at position: Int) -> Bool {
        let byte = bytes[position]
        if byte &- 0x41 < 26 { return true }
        return byte == 0xC3 && position + 1 < bytes.count && bytes[position + 1] &- 0x80 < 0x1F
    }

    private mutating func number() {
        let start = index
        var value = 0
        while index < bytes.count, LatinBytes.isDigit(bytes[index]) {
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
        if LatinBytes.isLetter(ending) { seen.insert(.ordinal) }
        sinceOne += 1
    }

    private func byte(at position: Int) -> UInt8 {
        position < bytes.count ? bytes[position] : 0
    }
}

/// Letters that matter wherever they stand in a word, as numbers of their bytes, the first byte highest.
private enum Stem {
    static let plat: UInt32 = 0x706C_6174
    static let plac: UInt32 = 0x706C_6163
    static let rank: UInt32 = 0x7261_6E6B
    static let klim: UInt32 = 0x6B6C_696D
    static let clim: UInt32 = 0x636C_696D

    /// Whether the word is "en", "ett", "one" or "a", its first byte lowest.
    static func isOne(_ key: UInt64) -> Bool {
        key == 0x6E65 || key == 0x74_7465 || key == 0x65_6E6F || key == 0x61
    }
}
