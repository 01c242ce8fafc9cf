import ClimateModel

/// Figures between a worker and its master: a table has hundreds of thousands, so each is a few bytes.

extension ContentBatch.IndicatorObservations: Packable {
    func pack(into packer: inout Packer) {
        packer.add(indicator.rawValue)
        packer.add(observations.count)
        for observation in observations { observation.pack(into: &packer) }
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        let indicator = Indicator.ID(rawValue: try unpacker.text())
        let count = try unpacker.count(of: Observation.self, atLeast: Observation.leastBytes)
        var observations: [Observation] = []
        observations.reserveCapacity(count)
        for _ in 0..<count { observations.append(try unpacker.value()) }
        self.init(indicator: indicator, observations: observations)
    }
}

extension Observation: Packable {
    /// What it has of flags, municipality and year.
    fileprivate static let leastBytes = 3

    private static let statuses = Status.allCases

    /// What each figure begins with: the number of its status, and what it has.
    private enum Flag {
        static let status: UInt8 = 0b11
        static let value: UInt8 = 1 << 2
        static let responses: UInt8 = 1 << 3
        static let rate: UInt8 = 1 << 4
        static let provenance: UInt8 = 1 << 5
    }

    func pack(into packer: inout Packer) {
        var flags = UInt8(Self.statuses.firstIndex(of: status) ?? 0)
        if value != nil { flags |= Flag.value }
        if responses != nil { flags |= Flag.responses }
        if responseRate != nil { flags |= Flag.rate }
        if provenance != nil { flags |= Flag.provenance }
        packer.add(byte: flags)
        packer.add(municipality)
        packer.add(period.year)
        if let value { packer.add(value) }
        if let responses { packer.add(responses) }
        if let responseRate { packer.add(responseRate) }
        if let provenance { packer.add(provenance) }
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        let flags = try unpacker.byte()
        let municipality = try unpacker.code()
        let period = try unpacker.period()
        guard Int(flags & Flag.status) < Self.statuses.count else { throw Malformed() }
        self.init(
            municipality: municipality, period: period,
            value: flags & Flag.value != 0 ? try unpacker.double() : nil,
            status: Self.statuses[Int(flags & Flag.status)],
            responses: flags & Flag.responses != 0 ? try unpacker.number() : nil,
            responseRate: flags & Flag.rate != 0 ? try unpacker.double() : nil,
            provenance: flags & Flag.provenance != 0 ? try unpacker.provenance() : nil)
    }
}
