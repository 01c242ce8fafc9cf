import ClimateModel

/// Figures in the form in which a worker hands them over: a table has hundreds of thousands, so each is a few bytes.
///
/// The worker read what nobody vouches for, so whatever the bytes say is checked.
struct WireFigures: Codable, Sendable {
    private var series: [Series] = []
    private var codes: [MunicipalityCode] = []
    private var provenances: [Provenance] = []

    private struct Series: Codable, Sendable {
        var indicator: Indicator.ID
        var count: Int
    }

    /// The bytes are no figures.
    struct Malformed: Error {}

    private static let statuses = Observation.Status.allCases

    /// What each figure begins with: the number of its status, and what it has.
    private enum Flag {
        static let status: UInt8 = 0b11
        static let value: UInt8 = 1 << 2
        static let responses: UInt8 = 1 << 3
        static let rate: UInt8 = 1 << 4
        static let provenance: UInt8 = 1 << 5
    }

    /// Packs what a batch has; the figures themselves are `bytes`.
    ///
    /// - Complexity: O(*n*).
    init(_ batch: [ContentBatch.IndicatorObservations], bytes: inout [UInt8]) {
        var packer = Packer()
        for series in batch {
            self.series.append(
                Series(indicator: series.indicator, count: series.observations.count))
            for observation in series.observations { packer.add(observation, to: &bytes) }
        }
        codes = packer.codes.order
        provenances = packer.provenances.order
    }

    /// The figures of `bytes`.
    ///
    /// - Complexity: O(*n*).
    func unpacked(_ bytes: [UInt8]) throws(Malformed) -> [ContentBatch.IndicatorObservations] {
        var reader = ByteReader(bytes)
        var batch: [ContentBatch.IndicatorObservations] = []
        for series in series {
            // A figure has three bytes at least.
            guard series.count >= 0, series.count <= reader.left / 3 else { throw Malformed() }
            var observations: [Observation] = []
            observations.reserveCapacity(series.count)
            for _ in 0..<series.count { observations.append(try observation(&reader)) }
            batch.append(.init(indicator: series.indicator, observations: observations))
        }
        guard reader.left == 0 else { throw Malformed() }
        return batch
    }

    private func observation(_ reader: inout ByteReader) throws(Malformed) -> Observation {
        let flags = try reader.byte()
        let code = try reader.number()
        let year = try reader.number()
        guard codes.indices.contains(code), Int(flags & Flag.status) < Self.statuses.count else {
            throw Malformed()
        }
        var observation = Observation(
            municipality: codes[code], period: Period(year: year),
            value: flags & Flag.value != 0 ? try reader.double() : nil,
            status: Self.statuses[Int(flags & Flag.status)])
        if flags & Flag.responses != 0 { observation.responses = try reader.number() }
        if flags & Flag.rate != 0 { observation.responseRate = try reader.double() }
        if flags & Flag.provenance != 0 {
            let index = try reader.number()
            guard provenances.indices.contains(index) else { throw Malformed() }
            observation.provenance = provenances[index]
        }
        return observation
    }

    private struct Packer {
        var codes = Numbered<MunicipalityCode>()
        var provenances = Numbered<Provenance>()

        mutating func add(_ observation: Observation, to bytes: inout [UInt8]) {
            var flags = UInt8(statuses.firstIndex(of: observation.status) ?? 0)
            if observation.value != nil { flags |= Flag.value }
            if observation.responses != nil { flags |= Flag.responses }
            if observation.responseRate != nil { flags |= Flag.rate }
            if observation.provenance != nil { flags |= Flag.provenance }
            bytes.append(flags)
            bytes.append(number: codes.number(of: observation.municipality))
            bytes.append(number: observation.period.year)
            if let value = observation.value { bytes.append(double: value) }
            if let responses = observation.responses { bytes.append(number: responses) }
            if let rate = observation.responseRate { bytes.append(double: rate) }
            if let provenance = observation.provenance {
                bytes.append(number: provenances.number(of: provenance))
            }
        }
    }

    /// Values in the order in which they were met first.
    private struct Numbered<Value: Hashable> {
        private(set) var order: [Value] = []
        private var numbers: [Value: Int] = [:]

        mutating func number(of value: Value) -> Int {
            if let number = numbers[value] { return number }
            numbers[value] = order.count
            order.append(value)
            return order.count - 1
        }
    }
}

extension [UInt8] {
    /// Seven bits a byte, the lowest first; the sign is the lowest bit of all.
    fileprivate mutating func append(number: Int) {
        var bits = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while bits > 0x7F {
            append(UInt8(truncatingIfNeeded: bits) | 0x80)
            bits >>= 7
        }
        append(UInt8(bits))
    }

    fileprivate mutating func append(double: Double) {
        Swift.withUnsafeBytes(of: double.bitPattern.littleEndian) { append(contentsOf: $0) }
    }
}

/// Reads what was packed, and no byte beyond it.
private struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var left: Int { bytes.count - position }

    mutating func byte() throws(WireFigures.Malformed) -> UInt8 {
        guard position < bytes.count else { throw WireFigures.Malformed() }
        position += 1
        return bytes[position - 1]
    }

    mutating func number() throws(WireFigures.Malformed) -> Int {
        var bits: UInt = 0
        for shift in stride(from: 0, to: UInt.bitWidth, by: 7) {
            let byte = try byte()
            bits |= UInt(byte & 0x7F) << shift
            if byte & 0x80 == 0 {
                return Int(bitPattern: bits >> 1) ^ -Int(bitPattern: bits & 1)
            }
        }
        throw WireFigures.Malformed()
    }

    mutating func double() throws(WireFigures.Malformed) -> Double {
        var bits: UInt64 = 0
        for shift in 0..<8 { bits |= UInt64(try byte()) << (8 * shift) }
        return Double(bitPattern: bits)
    }
}
