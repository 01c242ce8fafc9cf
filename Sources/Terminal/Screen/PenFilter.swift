/// Leaves out of ncurses' output what does not change how a character looks.
///
/// ncurses sets both colours at every change of either, resets all at the end of an attribute and of a frame, and sets the
/// text colour of spaces. The filter keeps track of the pen that ncurses means and of the one that the terminal has, and
/// writes the difference, in one sequence, before a character or an erasure that shows it. It relies on ncurses using
/// ECMA-48 SGR alone for colours and attributes: see `TerminfoEntry.normalized`.
struct PenFilter {
    private var meant = Pen()
    /// nil: not known.
    private var actual: Pen?
    private var output: [UInt8] = []

    /// From here on the terminal's pen is not known.
    mutating func forget() { actual = nil }

    /// - Complexity: O(*n*) in the number of bytes.
    mutating func filter(_ bytes: [UInt8]) -> [UInt8] {
        output.removeAll(keepingCapacity: true)
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x1B {
                index = sequence(bytes, from: index)
            } else {
                // A line feed may scroll, and what comes into view has the background.
                if byte >= 0x20 || byte == 0x0A { sync(onlyWhatShowsOnBlank: byte <= 0x20) }
                output.append(byte)
                index += 1
            }
        }
        return output
    }

    /// - Returns: the index after the sequence.
    private mutating func sequence(_ bytes: [UInt8], from start: Int) -> Int {
        guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else {
            return escape(bytes, from: start)
        }
        var end = start + 2
        while end < bytes.count, !(0x40...0x7E).contains(bytes[end]) { end += 1 }
        guard end < bytes.count else {
            output += bytes[start...]
            return end
        }
        let parameters = bytes[(start + 2)..<end]
        switch bytes[end] {
        case UInt8(ascii: "m"):
            meant.apply(parameters)
            return end + 1
        case _ where parameters.first == UInt8(ascii: "?"): break
        case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "b"), UInt8(ascii: "d"),
            UInt8(ascii: "r"):
            break
        // Erasing, inserting, deleting and scrolling may fill with the background.
        default: sync(onlyWhatShowsOnBlank: true)
        }
        output += bytes[start...end]
        return end + 1
    }

    /// Other escape sequences than control sequences: Esc, intermediate bytes, a final byte (ECMA-35, 13.2). Some scroll.
    private mutating func escape(_ bytes: [UInt8], from start: Int) -> Int {
        var end = start + 1
        while end < bytes.count, (0x20...0x2F).contains(bytes[end]) { end += 1 }
        end = min(end + 1, bytes.count)
        sync(onlyWhatShowsOnBlank: true)
        output += bytes[start..<end]
        return end
    }

    private mutating func sync(onlyWhatShowsOnBlank isBlank: Bool) {
        guard let actual else {
            output += meant.sequence(from: nil)
            self.actual = meant
            return
        }
        // Where nothing but blanks shows it, the rest of the pen can wait: it may change again before a character.
        let wanted = isBlank ? actual.takingWhatShowsOnBlank(from: meant) : meant
        guard wanted != actual else { return }
        output += wanted.sequence(from: actual)
        self.actual = wanted
    }
}

/// Colours and attributes in the terms of ECMA-48 SGR.
struct Pen: Equatable {
    /// The parameters that set the colour, such as `38;5;12`; empty for the terminal's own.
    private var foreground: ArraySlice<UInt8> = []
    private var background: ArraySlice<UInt8> = []
    /// A bit for each of the parameters 1 to 9.
    private var attributes: UInt16 = 0

    private static let boldAndDim: UInt16 = 1 << 1 | 1 << 2
    private static let visibleOnBlank: UInt16 = 1 << 4 | 1 << 7 | 1 << 9

    /// This pen with what a space shows of `other`: the background, lines, and the text colour where those show it.
    func takingWhatShowsOnBlank(from other: Pen) -> Pen {
        let visible = other.attributes & Self.visibleOnBlank
        var result = self
        result.background = other.background
        result.attributes = attributes & ~Self.visibleOnBlank | visible
        if visible != 0 { result.foreground = other.foreground }
        return result
    }

    /// Changes the pen as the parameters of an SGR sequence say.
    mutating func apply(_ parameters: ArraySlice<UInt8>) {
        var rest = parameters.split(
            separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[...]
        while let field = rest.popFirst() {
            switch Self.number(field) {
            case 0: self = Pen()
            case let on where (1...9).contains(on): attributes |= 1 << UInt16(on)
            case 22: attributes &= ~Self.boldAndDim
            case let off where (23...29).contains(off): attributes &= ~(1 << UInt16(off - 20))
            case 39: foreground = []
            case 49: background = []
            case 38: foreground = Self.color(field, &rest)
            case 48: background = Self.color(field, &rest)
            case 30...37, 90...97: foreground = field
            case 40...47, 100...107: background = field
            default: break
            }
        }
    }

    /// Takes the rest of `38;5;n` or `38;2;r;g;b`.
    private static func color(
        _ field: ArraySlice<UInt8>, _ rest: inout ArraySlice<ArraySlice<UInt8>>
    ) -> ArraySlice<UInt8> {
        let count = rest.first.map(number) == 5 ? 2 : 4
        defer { rest = rest.dropFirst(count) }
        let fields = [field] + rest.prefix(count)
        return Array(fields.joined(separator: [UInt8(ascii: ";")]))[...]
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { min($0 * 10 + Int($1) - 48, 1_000) }
    }

    /// The shortest SGR sequence that gives this pen to a terminal that has `other`; nil if that is not known.
    func sequence(from other: Pen?) -> [UInt8] {
        let reset = Self.sequence(parametersAfterReset(isExplicit: self != Pen()))
        guard let other else { return reset }
        let change = Self.sequence(parameters(from: other))
        return change.count <= reset.count ? change : reset
    }

    private func parametersAfterReset(isExplicit: Bool) -> [ArraySlice<UInt8>] {
        isExplicit ? [[48]] + parameters(from: Pen()) : []
    }

    private func parameters(from other: Pen) -> [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var remaining = other.attributes
        let gone = other.attributes & ~attributes
        if gone & Self.boldAndDim != 0 {
            result.append(Self.digits(22))
            remaining &= ~Self.boldAndDim
        }
        for bit in 3...9 where gone & 1 << UInt16(bit) != 0 { result.append(Self.digits(20 + bit)) }
        for bit in 1...9 where attributes & ~remaining & 1 << UInt16(bit) != 0 {
            result.append(Self.digits(bit))
        }
        if foreground != other.foreground {
            result.append(foreground.isEmpty ? Self.digits(39) : foreground)
        }
        if background != other.background {
            result.append(background.isEmpty ? Self.digits(49) : background)
        }
        return result
    }

    private static func digits(_ number: Int) -> ArraySlice<UInt8> { Array("\(number)".utf8)[...] }

    private static func sequence(_ parameters: [ArraySlice<UInt8>]) -> [UInt8] {
        [0x1B, UInt8(ascii: "[")] + parameters.joined(separator: [UInt8(ascii: ";")])
            + [UInt8(ascii: "m")]
    }
}
