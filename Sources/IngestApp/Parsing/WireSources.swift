import ClimateModel
import Ingest

/// Sources and what is said of them, between a master and its workers.

extension Source.Kind: PackableChoice {}
extension Indicator.Direction: PackableChoice {}
extension Certainty: PackableChoice {}

extension Timestamp: Packable {
    func pack(into packer: inout Packer) { packer.add(Int(seconds)) }

    /// A moment that no calendar has becomes the nearest that one has: nothing need fear to count with it.
    init(from unpacker: inout Unpacker) throws(Malformed) {
        let seconds = Int64(try unpacker.number())
        self = min(max(Timestamp(seconds: seconds), .earliest), .latest)
    }
}

extension MunicipalityCode: Packable {
    func pack(into packer: inout Packer) { packer.add(self) }
    init(from unpacker: inout Unpacker) throws(Malformed) { self = try unpacker.code() }
}

extension LocalizedText: Packable {
    func pack(into packer: inout Packer) {
        packer.add(swedish)
        packer.add(english)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(swedish: try unpacker.value(), english: try unpacker.value())
    }
}

extension Phrase: Packable {
    func pack(into packer: inout Packer) {
        packer.add(sv)
        packer.add(en)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(sv: try unpacker.text(), en: try unpacker.text())
    }
}

extension Provenance: Packable {
    func pack(into packer: inout Packer) { packer.add(self) }
    init(from unpacker: inout Unpacker) throws(Malformed) { self = try unpacker.provenance() }

    func packWhole(into packer: inout Packer) {
        packer.add(source.rawValue)
        packer.add(publisher)
        packer.add(fetched)
        packer.add(certainty)
        packer.add(detail)
    }

    init(wholeFrom unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            source: Source.ID(rawValue: try unpacker.text()), publisher: try unpacker.text(),
            fetched: try unpacker.value(), certainty: try unpacker.value(),
            detail: try unpacker.value())
    }
}

extension Source: Packable {
    func pack(into packer: inout Packer) {
        packer.add(id.rawValue)
        packer.add(kind)
        packer.add(title)
        packer.add(address)
        packer.add(terms)
        packer.add(lastSuccess)
        packer.add(lastError)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            id: ID(rawValue: try unpacker.text()), kind: try unpacker.value(),
            title: try unpacker.text(), address: try unpacker.value(),
            terms: try unpacker.value(), lastSuccess: try unpacker.value(),
            lastError: try unpacker.value())
    }
}

extension SourceSettings: Packable {
    func pack(into packer: inout Packer) {
        packer.add(address)
        packer.add(kind)
        packer.add(title)
        packer.add(publisher)
        packer.add(municipality)
        packer.add(unknownMunicipality)
        packer.add(allowsPrivateHost)
        packer.add(interval)
        packer.add(mapping)
        packer.add(indicators)
        packer.add(user)
        packer.add(passwordCommand)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            address: try unpacker.text(), kind: try unpacker.value(),
            title: try unpacker.value(), publisher: try unpacker.value(),
            municipality: try unpacker.value(), unknownMunicipality: try unpacker.value(),
            allowsPrivateHost: try unpacker.value(),
            interval: try unpacker.value(), mapping: try unpacker.value(),
            indicators: try unpacker.value(), user: try unpacker.value(),
            passwordCommand: try unpacker.value())
    }
}

extension TableMapping: Packable {
    func pack(into packer: inout Packer) {
        packer.add(sheet)
        packer.add(headingRow)
        packer.add(columns)
        packer.add(phases)
        packer.add(indicator)
        packer.add(year)
        packer.add(direction)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            sheet: try unpacker.value(), headingRow: try unpacker.value(),
            columns: try unpacker.value(), phases: try unpacker.value(),
            indicator: try unpacker.value(), year: try unpacker.value(),
            direction: try unpacker.value())
    }
}

extension KnownSource: Packable {
    func pack(into packer: inout Packer) {
        packer.add(id.rawValue)
        packer.add(settings)
        packer.add(title)
        packer.add(finalAddress)
        packer.add(charset)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            id: Source.ID(rawValue: try unpacker.text()), settings: try unpacker.value(),
            title: try unpacker.value(), finalAddress: try unpacker.value(),
            charset: try unpacker.value())
    }
}
