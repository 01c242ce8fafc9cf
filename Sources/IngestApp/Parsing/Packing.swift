import ClimateModel

/// A value that one process hands to another as bytes. Every value has one byte at least.
protocol Packable {
    /// Writes it in the form that ``init(from:)`` reads.
    func pack(into packer: inout Packer)
    /// Reads one from wherever `unpacker` is.
    ///
    /// The other process read what nobody vouches for, so whatever the bytes are, they are checked.
    init(from unpacker: inout Unpacker) throws(Malformed)
}

extension Packable {
    /// It alone.
    var packed: [UInt8] {
        var packer = Packer()
        pack(into: &packer)
        return packer.bytes
    }

    /// Reads what ``packed`` gives, and nothing more.
    init(packed bytes: [UInt8]) throws(Malformed) {
        var unpacker = Unpacker(bytes)
        try self.init(from: &unpacker)
        try unpacker.end()
    }
}

/// The bytes are none that were packed.
struct Malformed: Error {}

/// Values as bytes, one after the other.
struct Packer {
    private(set) var bytes: [UInt8] = []
    private var codes = Numbered<MunicipalityCode>()
    private var provenances = Numbered<Provenance>()

    mutating func add(byte: UInt8) { bytes.append(byte) }

    /// Seven bits a byte, the lowest first; the sign is the lowest bit of all.
    mutating func add(_ number: Int) {
        var bits = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while bits > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: bits) | 0x80)
            bits >>= 7
        }
        bytes.append(UInt8(bits))
    }

    mutating func add(_ double: Double) {
        withUnsafeBytes(of: double.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// UTF-8 with its length before it.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            add(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    /// Bytes in a form of their own, with their length before them.
    mutating func add(bytes more: some Collection<UInt8>) {
        add(more.count)
        bytes.append(contentsOf: more)
    }

    mutating func add(_ value: some Packable) { value.pack(into: &self) }

    /// By its number, whole only the first time.
    mutating func add(_ code: MunicipalityCode) {
        let (number, isNew) = codes.number(of: code)
        add(number)
        if isNew { add(code.rawValue) }
    }

    /// By its number, whole only the first time.
    mutating func add(_ provenance: Provenance) {
        let (number, isNew) = provenances.number(of: provenance)
        add(number)
        if isNew { provenance.packWhole(into: &self) }
    }

    /// Values in the order in which they were met first.
    private struct Numbered<Value: Hashable> {
        private var numbers: [Value: Int] = [:]
        /// Most often a value is the same as the one before.
        private var last: (value: Value, number: Int)?

        mutating func number(of value: Value) -> (number: Int, isNew: Bool) {
            if let last, last.value == value { return (last.number, false) }
            let number = numbers[value, default: numbers.count]
            let isNew = number == numbers.count
            if isNew { numbers[value] = number }
            last = (value, number)
            return (number, isNew)
        }
    }
}

/// Reads what was packed, and no byte beyond it.
struct Unpacker {
    private let bytes: [UInt8]
    private var position = 0
    private var codes: [MunicipalityCode] = []
    private var provenances: [Provenance] = []
    /// How much memory elements of lists may take yet.
    private var allowance = 64 << 20

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// How many bytes there are still.
    var left: Int { bytes.count - position }

    /// Throws unless all has been read.
    func end() throws(Malformed) {
        guard left == 0 else { throw Malformed() }
    }

    mutating func byte() throws(Malformed) -> UInt8 {
        guard position < bytes.count else { throw Malformed() }
        position += 1
        return bytes[position - 1]
    }

    mutating func number() throws(Malformed) -> Int {
        var bits: UInt = 0
        for shift in stride(from: 0, to: UInt.bitWidth, by: 7) {
            let byte = try byte()
            bits |= UInt(byte & 0x7F) << UInt(shift)
            if byte & 0x80 == 0 {
                return Int(bitPattern: bits >> 1) ^ -Int(bitPattern: bits & 1)
            }
        }
        throw Malformed()
    }

    mutating func double() throws(Malformed) -> Double {
        var bits: UInt64 = 0
        for shift in 0..<8 { bits |= UInt64(try byte()) << UInt64(8 * shift) }
        return Double(bitPattern: bits)
    }

    /// How many elements of at least `size` bytes follow: no more than there are bytes for.
    mutating func count(ofAtLeast size: Int = 1) throws(Malformed) -> Int {
        let count = try number()
        guard count >= 0, count <= left / size else { throw Malformed() }
        return count
    }

    /// How many of the elements follow, which may be far larger in memory than their bytes: a few bytes for each must not
    /// become more than an answer may take.
    mutating func count<Element>(
        of element: Element.Type, atLeast size: Int = 1
    ) throws(Malformed) -> Int {
        let count = try count(ofAtLeast: size)
        allowance -= count * MemoryLayout<Element>.stride
        guard allowance >= 0 else { throw Malformed() }
        return count
    }

    /// A year of the calendar.
    mutating func period() throws(Malformed) -> Period {
        let year = try number()
        guard Period.years.contains(year) else { throw Malformed() }
        return Period(year: year)
    }

    /// What is no UTF-8 is replaced (U+FFFD).
    mutating func text() throws(Malformed) -> String {
        let count = try count()
        defer { position += count }
        return bytes.withUnsafeBufferPointer {
            String(decoding: $0[position..<position + count], as: UTF8.self)
        }
    }

    /// Bytes in a form of their own.
    mutating func slice() throws(Malformed) -> ArraySlice<UInt8> {
        let count = try count()
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func value<Value: Packable>(_ type: Value.Type = Value.self) throws(Malformed) -> Value
    {
        try Value(from: &self)
    }

    mutating func code() throws(Malformed) -> MunicipalityCode {
        let number = try number()
        if codes.indices.contains(number) { return codes[number] }
        guard number == codes.count, let code = MunicipalityCode(rawValue: try text()) else {
            throw Malformed()
        }
        codes.append(code)
        return code
    }

    mutating func provenance() throws(Malformed) -> Provenance {
        let number = try number()
        if provenances.indices.contains(number) { return provenances[number] }
        guard number == provenances.count else { throw Malformed() }
        let provenance = try Provenance(wholeFrom: &self)
        provenances.append(provenance)
        return provenance
    }
}

extension Int: Packable {
    func pack(into packer: inout Packer) { packer.add(self) }
    init(from unpacker: inout Unpacker) throws(Malformed) { self = try unpacker.number() }
}

extension Bool: Packable {
    func pack(into packer: inout Packer) { packer.add(byte: self ? 1 : 0) }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        switch try unpacker.byte() {
        case 0: self = false
        case 1: self = true
        default: throw Malformed()
        }
    }
}

extension String: Packable {
    func pack(into packer: inout Packer) { packer.add(self) }
    init(from unpacker: inout Unpacker) throws(Malformed) { self = try unpacker.text() }
}

extension Optional: Packable where Wrapped: Packable {
    func pack(into packer: inout Packer) {
        packer.add(self != nil)
        if let self { self.pack(into: &packer) }
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self = try unpacker.value(Bool.self) ? try unpacker.value(Wrapped.self) : nil
    }
}

extension Array: Packable where Element: Packable {
    func pack(into packer: inout Packer) {
        packer.add(count)
        for element in self { element.pack(into: &packer) }
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        let count = try unpacker.count(of: Element.self)
        self.init()
        // A wrong count must not cost more than the bytes that there are.
        reserveCapacity(Swift.min(count, 64))
        for _ in 0..<count { append(try unpacker.value()) }
    }
}

extension [String: String]: Packable {
    func pack(into packer: inout Packer) {
        packer.add(count)
        for (key, value) in sorted(by: { $0.key < $1.key }) {
            packer.add(key)
            packer.add(value)
        }
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init()
        for _ in 0..<(try unpacker.count(of: (String, String).self, atLeast: 2)) {
            let key = try unpacker.text()
            self[key] = try unpacker.text()
        }
    }
}

/// A choice without values, packed as its place among all cases.
protocol PackableChoice: Packable, CaseIterable, Equatable where AllCases == [Self] {}

extension PackableChoice {
    func pack(into packer: inout Packer) {
        packer.add(Self.allCases.firstIndex(of: self) ?? Self.allCases.count)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        let place = try unpacker.number()
        guard Self.allCases.indices.contains(place) else { throw Malformed() }
        self = Self.allCases[place]
    }
}
