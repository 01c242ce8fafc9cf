import ClimateModel

/// What a worker has to know of municipalities and indicators.

extension Indicator.Kind: PackableChoice {}

extension Municipality: Packable {
    func pack(into packer: inout Packer) {
        packer.add(code)
        packer.add(name)
        packer.add(county.code)
        packer.add(county.name)
        packer.add(group.code)
        packer.add(group.name)
        packer.add(coordinates)
        packer.add(population)
        packer.add(peers)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            code: try unpacker.code(), name: try unpacker.text(),
            county: County(code: try unpacker.text(), name: try unpacker.text()),
            group: MunicipalityGroup(code: try unpacker.text(), name: try unpacker.value()),
            coordinates: try unpacker.value(), population: try unpacker.value(),
            peers: try unpacker.value())
    }
}

extension Coordinates: Packable {
    func pack(into packer: inout Packer) {
        packer.add(latitude)
        packer.add(longitude)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(latitude: try unpacker.double(), longitude: try unpacker.double())
    }
}

extension Population: Packable {
    func pack(into packer: inout Packer) {
        packer.add(count)
        packer.add(date)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(count: try unpacker.number(), date: try unpacker.value())
    }
}

extension Indicator: Packable {
    func pack(into packer: inout Packer) {
        packer.add(id.rawValue)
        packer.add(title)
        packer.add(publisher)
        packer.add(unit)
        packer.add(direction)
        packer.add(kind)
        packer.add(decimals)
        packer.add(breaks)
        packer.add(source.rawValue)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            id: ID(rawValue: try unpacker.text()), title: try unpacker.value(),
            publisher: try unpacker.text(), unit: try unpacker.value(),
            direction: try unpacker.value(), kind: try unpacker.value(),
            decimals: try unpacker.number(), breaks: try unpacker.value(),
            source: Source.ID(rawValue: try unpacker.text()))
    }
}

extension SeriesBreak: Packable {
    func pack(into packer: inout Packer) {
        packer.add(period.year)
        packer.add(note)
        packer.add(comparable)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            period: try unpacker.period(), note: try unpacker.value(),
            comparable: try unpacker.value())
    }
}
