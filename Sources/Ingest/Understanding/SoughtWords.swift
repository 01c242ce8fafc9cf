/// The words that a ``WordScanner`` looks for.
struct SoughtWords: Sendable {
    struct Opening: OptionSet, Sendable {
        let rawValue: UInt8

        static let name = Opening(rawValue: 1 << 0)
        static let numberWord = Opening(rawValue: 1 << 1)
        static let stem = Opening(rawValue: 1 << 2)
    }

    /// Of each byte its small letter, as far as it tells that alone; 0 for one that is in no word.
    let small: [UInt8] = (UInt8.min...UInt8.max).map { byte in
        LatinBytes.isLetter(byte) || LatinBytes.isDigit(byte)
            ? LatinBytes.lowered(byte, after: 0) : 0
    }
    /// By the first two bytes of a word: what it may be.
    private let openings: [Opening]
    /// By the hash of the whole word.
    private let wholes: KeyTable<Opening>
    private let short: KeyTable<WordScanner.Seen>
    private let exact: KeyTable<WordScanner.Seen>

    /// - Parameter names: the words that names begin with, in lower case.
    init(names: some Sequence<String>) {
        var openings = [Opening](repeating: [], count: 1 << 16)
        var known: [UInt64: Opening] = [:]
        func add(_ word: String, _ endings: [String], _ kind: Opening) {
            openings[Int(Self.key(word) & 0xFFFF)].insert(kind)
            for ending in endings {
                known[LatinBytes.hash([word.utf8, ending.utf8].joined()), default: []].insert(kind)
            }
        }
        for name in names { add(name, [""], .name) }
        for (word, value) in NumberWords.cardinals where value > 1 { add(word, [""], .numberWord) }
        let endings = [""] + NumberWords.placeEndings
        for word in NumberWords.ordinals.keys { add(word, endings, .numberWord) }
        wholes = KeyTable(known, free: [])
        let short = Self.table(Self.shortStems) { $0 & 0xFFFF_FFFF }
        let exact = Self.table(Self.exactStems) { $0 }
        for key in [short.keys, exact.keys].joined() {
            openings[Int(key & 0xFFFF)].insert(.stem)
        }
        self.openings = openings
        self.short = KeyTable(short, free: [])
        self.exact = KeyTable(exact, free: [])
    }

    /// What a word with these first bytes, the first one lowest, may be.
    func opening(_ key: UInt64) -> Opening { openings[Int(key & 0xFFFF)] }

    /// What the word of that hash is.
    func known(_ hash: UInt64) -> Opening { wholes[hash] ?? [] }

    /// What a word with these first eight bytes, the first one lowest, can be part of.
    func kind(of key: UInt64) -> WordScanner.Seen? { exact[key] ?? short[key & 0xFFFF_FFFF] }

    /// The first byte lowest; up to eight bytes.
    private static func key(_ text: some StringProtocol) -> UInt64 {
        text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func table(
        _ entries: [(WordScanner.Seen, String)], _ part: (UInt64) -> UInt64
    ) -> [UInt64: WordScanner.Seen] {
        var table: [UInt64: WordScanner.Seen] = [:]
        for (kind, words) in entries {
            for word in words.split(whereSeparator: \.isWhitespace) {
                table[part(key(word)), default: []].insert(kind)
            }
        }
        return table
    }

    /// Words of three bytes or less, and beginnings of four bytes of longer ones.
    private static let shortStems: [(WordScanner.Seen, String)] = [
        (
            .month,
            "janu febr mars marc apri maj may juni june juli july augu sept okto octo nove dece"
        ),
        (.seasonYear, "next"),
        (.soon, "årss imor morg tomo kl kloc"),
        (.place, "posi spot steg pinn snäp hack step rung notc"), (.cue, "insi nki supe"),
        (
            .superlative,
            "bäst best topp tops lede ledd lett lead led head vinn vann vunn wins won"
        ),
        (.list, "list mätn surv inde"), (.from, "från from"), (.rankName, "etta trea"),
        (.according, "enli"),
    ]

    /// Beginnings of eight bytes.
    private static let exactStems: [(WordScanner.Seen, String)] = [
        (.list, "undersök"), (.seasonYear, "nästa kommande"),
        (.season, "vår våren spring sommar sommaren summer höst hösten autumn"),
        (
            .superlative,
            """
            sist sista överst jumbo jumbopla topplist sämst sämsta worst last nummer number silvret silverpl bronset
            bronspla medaljpl
            """
        ), (.cue, "topplist"),
        (.publisher, "närings enterpri"), (.place, "trappste"),
        (.rankName, "tvåa tvåan femma femman sexa sexan"),
    ]
}
