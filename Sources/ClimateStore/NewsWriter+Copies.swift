import ClimateModel
import GRDB

/// Items that come through several sources: one item with the text of the source that says most, found under each source.
///
/// What each source said last is known by its digest, so that reading the same sources again changes nothing, in whatever
/// order they come.
extension NewsWriter {
    /// Takes `item` in as a copy of the one that arrived as `arrival`.
    func join(
        _ item: NewsItem, source: Int64, digest: Int64, to arrival: Int64
    ) throws -> BatchWriter.Outcome {
        guard let stored = try stored(at: arrival) else { return .unchanged }
        var copies = try CopyRow.fetchAll(db, arrival: arrival)
        if copies.isEmpty {
            copies = [
                CopyRow(
                    stored.item, source: stored.source, arrival: arrival, digest: stored.digest,
                    leads: true)
            ]
        }
        copies.append(
            CopyRow(item, source: source, arrival: arrival, digest: digest, leads: false))
        try put(together: copies, stored, new: item)
        return .updated
    }

    /// Takes in what a source now says of an item that others have too.
    func update(
        _ copy: CopyRow, to item: NewsItem, digest: Int64
    ) throws -> BatchWriter.Outcome {
        guard copy.digest != digest, let stored = try stored(at: copy.arrival) else {
            return .unchanged
        }
        let copies = try CopyRow.fetchAll(db, arrival: copy.arrival).map { old in
            guard old.id == copy.id, old.source == copy.source else { return old }
            var changed = CopyRow(
                item, source: old.source, arrival: old.arrival, digest: digest, leads: old.leads)
            changed.provenance.fetched = old.provenance.fetched
            return changed
        }
        try put(together: copies, stored, new: item)
        try takeIn(twinOf: copy.arrival)
        return .updated
    }

    /// Joins to the item that arrived as `arrival` another which its text, that has changed, makes a copy of it.
    private func takeIn(twinOf arrival: Int64) throws {
        guard let stored = try stored(at: arrival) else { return }
        let sources = try sources(ofNewsAt: arrival, leading: stored.source)
        guard
            let twin = try twins.twin(
                of: stored.item, TwinKeys(stored.item), source: stored.source),
            let other = try self.stored(at: twin), !sources.contains(other.source),
            try CopyRow.fetchAll(db, arrival: twin).isEmpty
        else { return }
        try take(out: other.key, arrival: twin, joinedTo: arrival)
        _ = try join(other.item, source: other.source, digest: other.digest, to: arrival)
    }

    /// Takes an item out that is a copy of another.
    func take(out key: Int64, arrival: Int64, joinedTo target: Int64) throws {
        try settle(arrival)
        try twins.remove(arrival: arrival)
        try remove(key, arrival: arrival)
        try NewsArrivals.remove(db, [arrival], joinedTo: target)
    }

    /// Takes out all items of a source, by its row number.
    ///
    /// What others have too stays under their names. The text stays as well until one of them is read again, which then
    /// gives its own.
    func remove(allOf source: Int64) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT key, arrival FROM news
                WHERE source = ?1 OR arrival IN (SELECT arrival FROM news_copy WHERE source = ?1)
                ORDER BY key
                """, arguments: [source])
        var gone: [Int64] = []
        for row in rows {
            let arrival: Int64 = row[1]
            let rest = try CopyRow.fetchAll(db, arrival: arrival).filter { $0.source != source }
            if rest.isEmpty {
                try twins.remove(arrival: arrival)
                try remove(row[0], arrival: arrival)
                gone.append(arrival)
            } else {
                try leave(arrival, to: rest, of: source)
            }
        }
        try finish()
        try NewsArrivals.remove(db, gone)
        try db.execute(sql: "DELETE FROM news_copy WHERE source = ?", arguments: [source])
    }

    private func leave(_ arrival: Int64, to rest: [CopyRow], of source: Int64) throws {
        guard let stored = try stored(at: arrival) else { return }
        var rest = rest
        var lead = rest.indices.max { rest[$0].weight < rest[$1].weight } ?? 0
        if let leader = rest.firstIndex(where: \.leads) {
            lead = leader
        } else {
            rest[lead].leads = true
            // No text has this digest: the next one that the source gives is taken.
            rest[lead].digest = 0
        }
        var text = stored.item
        text.provenance = rest[lead].provenance
        text.link = rest[lead].link
        try remove(stored.key, arrival: arrival)
        try db.execute(
            sql: "DELETE FROM news_copy WHERE arrival = ? AND source = ?",
            arguments: [arrival, source])
        try rest[lead].save(db)
        let item = merged(text, rest[lead], rest, text)
        try insert(
            PreparedNews(clean: item),
            sources: try sources(ofNewsAt: arrival, leading: rest[lead].source),
            digest: rest[lead].digest, arrival: arrival, key: stored.key)
    }

    /// An item as it is kept.
    private struct Stored {
        var item: NewsItem
        var arrival: Int64
        var key: Int64
        var source: Int64
        var digest: Int64
    }

    private func stored(at arrival: Int64) throws -> Stored? {
        try settle(arrival)
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT key, source, digest FROM news WHERE arrival = ?"),
            arguments: [arrival])
        guard let row, let item = try NewsItem.fetch(db, arrival: arrival) else { return nil }
        return Stored(
            item: item, arrival: arrival, key: row[0], source: row[1], digest: row[2])
    }

    /// Writes the item anew, with the text of `new` if that source leads now or says more than the one that does.
    private func put(together copies: [CopyRow], _ stored: Stored, new: NewsItem) throws {
        var copies = copies
        let number = try references.source(new.provenance.source, of: "news item")
        let changed = copies.firstIndex { $0.id == new.id && $0.source == number }
        let leader = copies.firstIndex(where: \.leads)
        guard let changed, let leader else { return }
        let takesLead = changed == leader || copies[changed].weight > copies[leader].weight
        if takesLead {
            copies[leader].leads = false
            copies[changed].leads = true
        }
        let lead = takesLead ? copies[changed] : copies[leader]
        let item = merged(takesLead ? new : stored.item, lead, copies, stored.item)
        try remove(stored.key, arrival: stored.arrival)
        hasCopies = true
        for copy in copies { try copy.save(db) }
        twins.add(
            TwinKeys(new), new.published, arrival: stored.arrival, source: number)
        try insert(
            PreparedNews(clean: item),
            sources: try sources(ofNewsAt: stored.arrival, leading: lead.source),
            digest: lead.digest, arrival: stored.arrival,
            key: stored.key.isOfSecond(item.published) ? stored.key : nil)
    }

    /// The text of the leading source under the name by which the item is known, about all that any source says it is
    /// about.
    private func merged(
        _ text: NewsItem, _ lead: CopyRow, _ copies: [CopyRow], _ stored: NewsItem
    ) -> NewsItem {
        var item = text
        item.id = stored.id
        item.identity = stored.identity
        item.municipalities = []
        for code in lead.municipalities + copies.flatMap(\.municipalities)
        where !item.municipalities.contains(code) {
            item.municipalities.append(code)
        }
        if item.published == .unknown { item.published = stored.published }
        item.link = item.link ?? stored.link
        return item
    }
}
