import ClimateModel

/// A news item as it is written, with all that follows from it alone.
///
/// Most of the work of writing an item is in it and needs no database, so it may be done beforehand, many items side by side.
public struct PreparedNews: Sendable {
    /// With clean text.
    let item: NewsItem
    let body: EncodedBody
    let digest: Int64
    let searchText: [UInt8]
    let keys: TwinKeys

    /// - Complexity: O(*k*) in the length of the text.
    public init(_ item: NewsItem) {
        self.init(clean: item.cleaned)
    }

    /// - Parameter item: with clean text.
    init(clean item: NewsItem) {
        self.item = item
        body = EncodedBody(item.body)
        digest = item.digest(of: body)
        searchText = item.searchText
        keys = TwinKeys(item)
    }
}

/// A body as the database keeps it.
struct EncodedBody {
    var swedish: [UInt8]?
    var english: [UInt8]?

    init(_ body: LocalizedBody) {
        swedish = body.swedish.map(BodyCodec.utf8)
        english = body.english.map(BodyCodec.utf8)
    }
}

extension NewsItem {
    /// Its municipalities as numbers, each once.
    var municipalityNumbers: [Int64] {
        var numbers: [Int64] = []
        for code in municipalities where !numbers.contains(code.number) {
            numbers.append(code.number)
        }
        return numbers
    }

    /// What a search looks through in UTF-8, each word once; the index forgets an item by the same text.
    var searchText: [UInt8] {
        var words = DistinctWords()
        for text in [
            title.swedish, title.english, summary.swedish, summary.english, provenance.publisher,
            author,
        ] {
            if let text { words.add(text) }
        }
        for body in [body.swedish, body.english] {
            if let body { words.add(body) }
        }
        return words.utf8
    }

    /// A 64-bit FNV-1a hash of everything but its identity and the time it was fetched.
    func digest(of body: EncodedBody) -> Int64 {
        var hash = FowlerHash()
        hash.add(kind.rawValue)
        for text in [title.swedish, title.english, summary.swedish, summary.english] {
            hash.add(text)
        }
        hash.add(utf8: body.swedish)
        hash.add(utf8: body.english)
        for text in [
            author, link, published.iso8601, provenance.source.rawValue, provenance.publisher,
            provenance.certainty.rawValue, provenance.detail,
        ] {
            hash.add(text)
        }
        hash.add(updated.map { String($0.seconds) })
        for code in municipalities { hash.add(code.rawValue) }
        for claim in claims {
            hash.add(claim.municipality.rawValue)
            hash.add(claim.ranking)
            for number in [claim.year, claim.rank, claim.change] {
                hash.add(number.map(String.init))
            }
            hash.add(claim.quote)
            hash.add(claim.certainty.rawValue)
        }
        for entry in agenda {
            hash.add(entry.date.description)
            hash.add(entry.end?.description)
            hash.add(entry.municipality?.rawValue)
            hash.add(entry.quote)
        }
        return hash.value
    }
}
