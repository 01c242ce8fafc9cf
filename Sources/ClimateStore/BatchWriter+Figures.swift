import ClimateModel
import Foundation
import GRDB

extension BatchWriter {
    /// Only the time and error of the last reading may differ for a source to count as unchanged.
    func write(_ source: Source) throws -> Outcome {
        let old = try Source.fetch(db, source.id)
        guard old != source else { return .unchanged }
        try db.cachedStatement(
            sql: """
                INSERT INTO source
                    (id, kind, title, sort_key, address, terms, last_success, last_error)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
                    sort_key = excluded.sort_key, address = excluded.address,
                    terms = excluded.terms, last_success = excluded.last_success,
                    last_error = excluded.last_error
                """
        ).execute(arguments: [
            source.id.rawValue, source.kind.rawValue, source.title,
            Collation.key(for: source.title, in: .swedish), source.address, source.terms,
            source.lastSuccess?.seconds,
            try source.lastError.map { try RecordCoding.encode($0) },
        ])
        guard var old else { return .inserted }
        old.lastSuccess = source.lastSuccess
        old.lastError = source.lastError
        return old == source ? .unchanged : .updated
    }

    func write(_ municipality: Municipality) throws -> Outcome {
        let old = try Municipality.fetch(db, municipality.code)
        guard old != municipality else { return .unchanged }
        try db.execute(
            sql: """
                INSERT INTO county VALUES (?, ?)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name
                """, arguments: [municipality.county.code, municipality.county.name])
        let group = municipality.group
        try db.execute(
            sql: """
                INSERT INTO municipality_group VALUES (?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET name_sv = excluded.name_sv,
                    name_en = excluded.name_en
                """, arguments: [group.code, group.name.swedish, group.name.english])
        try db.cachedStatement(
            sql: """
                INSERT INTO municipality VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name,
                    sort_key = excluded.sort_key, county = excluded.county,
                    municipality_group = excluded.municipality_group,
                    latitude = excluded.latitude, longitude = excluded.longitude,
                    population = excluded.population,
                    population_date = excluded.population_date, peers = excluded.peers
                """
        ).execute(arguments: [
            municipality.code.rawValue, municipality.name,
            Collation.key(for: municipality.name, in: .swedish), municipality.county.code,
            group.code, municipality.coordinates?.latitude, municipality.coordinates?.longitude,
            municipality.population?.count, municipality.population?.date.description,
            municipality.peers.map(\.rawValue).joined(),
        ])
        references.added(municipality.code)
        return old == nil ? .inserted : .updated
    }

    func write(_ indicator: Indicator) throws -> Outcome {
        let old = try Indicator.fetch(db, indicator.id)
        guard old != indicator else { return .unchanged }
        let source = try references.source(indicator.source, of: indicator.id.rawValue)
        try db.execute(
            sql: """
                INSERT INTO indicator (id, title_sv, title_en, sort_key, publisher, unit_sv,
                    unit_en, direction, kind, decimals, breaks, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET title_sv = excluded.title_sv,
                    title_en = excluded.title_en, sort_key = excluded.sort_key,
                    publisher = excluded.publisher, unit_sv = excluded.unit_sv,
                    unit_en = excluded.unit_en, direction = excluded.direction,
                    kind = excluded.kind, decimals = excluded.decimals,
                    breaks = excluded.breaks, source = excluded.source
                """,
            arguments: [
                indicator.id.rawValue, indicator.title.swedish, indicator.title.english,
                Collation.key(for: indicator.title.text(in: .swedish), in: .swedish),
                indicator.publisher, indicator.unit?.swedish, indicator.unit?.english,
                indicator.direction.rawValue, indicator.kind.rawValue, indicator.decimals,
                try RecordCoding.encode(indicator.breaks), source,
            ])
        return old == nil ? .inserted : .updated
    }
}
