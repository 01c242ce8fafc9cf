import ClimateModel
import GRDB

/// What an item and its copies from other sources share: the table `news_twin` finds those that may be copies by it.
struct TwinKeys {
    /// Of the address without what differs between its spellings; nil where it has none of its own.
    var link: Int64?
    /// Of the headline's letters and digits. A headline that may come again and again ("Kungörelse") has a key of its own
    /// for each municipality.
    var title: Int64

    init(title text: LocalizedText, link address: String?, municipality: MunicipalityCode?) {
        link = address.flatMap(LinkKey.canonical).map { canonical in
            var hash = FowlerHash()
            hash.add(canonical)
            return hash.value
        }
        let headline = Headline(text.swedish ?? text.english ?? "")
        var hash = headline.hash
        if !headline.isDistinctive { hash.add(municipality?.rawValue) }
        title = hash.value
    }

    init(_ item: NewsItem) {
        self.init(
            title: item.title, link: item.link, municipality: item.municipalities.first)
    }

    var all: [Int64] { [title] + (link.map { [$0] } ?? []) }

    /// Makes the keys of all items that there are.
    static func fill(_ db: Database) throws {
        let insert = try db.makeStatement(
            sql: "INSERT OR IGNORE INTO news_twin VALUES (?, ?, ?)")
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT arrival, published, title_sv, title_en, link, municipalities FROM news")
        while let row = try rows.next() {
            let keys = TwinKeys(
                title: LocalizedText(swedish: row[2], english: row[3]), link: row[4],
                municipality: MunicipalityCode.list(packed: row[5]).first)
            for key in keys.all {
                try insert.execute(arguments: [key, row[1] as Int64, row[0] as Int64])
            }
        }
    }
}

/// A headline as far as it matters for telling whether two are the same: its letters and digits in lower case without marks.
struct Headline {
    private(set) var hash = FowlerHash()
    private var letters = 0
    private var words = 0

    /// - Complexity: O(*k*) in the length of the text.
    init(_ text: String) {
        var isInWord = false
        for scalar in text.unicodeScalars {
            guard let folded = Self.folded(scalar) else {
                isInWord = false
                continue
            }
            if !isInWord { words += 1 }
            isInWord = true
            letters += 1
            hash.add(scalar: folded)
        }
    }

    /// Whether it says enough to be the headline of one thing alone.
    var isDistinctive: Bool { words >= 4 && letters >= 20 }

    /// Nil for what is no letter and no digit.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.value < 0x100 {
            let base = SearchKey.base(ofLatin: scalar)
            switch base.value {
            case 0x30...0x39, 0x61...0x7A, 0xDF, 0xE6, 0xF0, 0xF8, 0xFE: return base
            default: return nil
            }
        }
        return scalar.properties.isAlphabetic ? scalar : nil
    }
}
