import CNcurses

/// What a terminal can do, by terminfo's names (terminfo(5)).
struct TerminfoEntry: Equatable {
    var name: String
    /// The flags that are set.
    var flags: Set<String> = []
    var numbers: [String: Int32] = [:]
    var strings: [String: String] = [:]
    /// Flags beside the standard ones (user_caps(5)).
    var extendedFlags: Set<String> = []

    /// Reads the entry that was loaded last, with the extended flags that matter to colours.
    ///
    /// - Complexity: O(*n* · *m*) in the standard names and the length of terminfo's tables: some tenths of a millisecond.
    static func loaded(as name: String) -> TerminfoEntry {
        var entry = TerminfoEntry(name: name)
        for flag in standardFlags where utkik_terminfo_flag(flag) == 1 { entry.flags.insert(flag) }
        for number in standardNumbers {
            let value = utkik_terminfo_number(number)
            if value >= 0 { entry.numbers[number] = value }
        }
        for string in standardStrings {
            if let value = utkik_terminfo_string(string) {
                entry.strings[string] = String(cString: value)
            }
        }
        for flag in ["AX", "RGB", "Tc"] where hasExtended(flag) {
            entry.extendedFlags.insert(flag)
        }
        return entry
    }

    /// Whether the loaded entry has the extended capability `name`, of whichever kind.
    private static func hasExtended(_ name: String) -> Bool {
        utkik_terminfo_flag(name) == 1 || utkik_terminfo_number(name) > 0
            || utkik_terminfo_string(name) != nil
    }

    // Names that begin with OT are termcap's, not kept in a compiled entry.
    static let standardFlags = names(utkik_terminfo_flag_name)
    static let standardNumbers = names(utkik_terminfo_number_name)
    static let standardStrings = names(utkik_terminfo_string_name)

    private static func names(_ name: (Int32) -> UnsafePointer<CChar>?) -> [String] {
        var names: [String] = []
        while let next = name(Int32(names.count)) {
            let text = String(cString: next)
            if text.hasPrefix("OT") { break }
            names.append(text)
        }
        return names
    }
}

/// The compiled form with 32-bit numbers, as `tic -x` writes it (term(5)).
extension TerminfoEntry {
    func compiled() -> [UInt8] {
        let flagCount = (Self.standardFlags.lastIndex(where: flags.contains) ?? -1) + 1
        let numberCount = (Self.standardNumbers.lastIndex { numbers[$0] != nil } ?? -1) + 1
        let stringCount = (Self.standardStrings.lastIndex { strings[$0] != nil } ?? -1) + 1
        var table: [UInt8] = []
        let offsets = Self.standardStrings.prefix(stringCount).map { name -> Int in
            guard let value = strings[name] else { return -1 }
            defer { table += Array(value.utf8) + [0 as UInt8] }
            return table.count
        }
        let names = Array(name.utf8) + [0]
        var bytes: [UInt8] = []
        for value in [0o1036, names.count, flagCount, numberCount, stringCount, table.count] {
            bytes.appendShort(value)
        }
        bytes += names
        bytes += Self.standardFlags.prefix(flagCount).map { flags.contains($0) ? 1 : 0 }
        bytes.padToEven()
        for name in Self.standardNumbers.prefix(numberCount) {
            bytes.appendWord(numbers[name] ?? -1)
        }
        for offset in offsets { bytes.appendShort(offset) }
        bytes += table
        appendExtendedFlags(to: &bytes)
        return bytes
    }

    private func appendExtendedFlags(to bytes: inout [UInt8]) {
        guard !extendedFlags.isEmpty else { return }
        bytes.padToEven()
        let sorted = extendedFlags.sorted()
        let table: [UInt8] = sorted.flatMap { Array($0.utf8) + [0 as UInt8] }
        for value in [sorted.count, 0, 0, sorted.count, table.count] { bytes.appendShort(value) }
        bytes += sorted.map { _ in 1 }
        bytes.padToEven()
        var offset = 0
        for name in sorted {
            bytes.appendShort(offset)
            offset += name.utf8.count + 1
        }
        bytes += table
    }
}

extension [UInt8] {
    fileprivate mutating func appendShort(_ value: Int) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    fileprivate mutating func appendWord(_ value: Int32) {
        appendShort(Int(value))
        appendShort(Int(value >> 16))
    }

    fileprivate mutating func padToEven() {
        if !count.isMultiple(of: 2) { append(0) }
    }
}
