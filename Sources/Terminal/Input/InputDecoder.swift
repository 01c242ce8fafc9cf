import TextGrid

/// Makes keys, pastes and clicks of the bytes that a terminal sends.
///
/// Pure: time comes in with the bytes. Whatever the bytes are, it holds at most one unfinished sequence and one bounded
/// paste, and what it doesn't know it leaves out.
struct InputDecoder {
    private var bytes: [UInt8] = []
    private var paste: PasteBuffer?
    private var known: [[UInt8]: Key]
    private let escapeDelay: Int64
    private var waitsSince: Int64?
    private var escapedAt: Int64?

    /// - Parameters:
    ///   - escapeDelay: how long in milliseconds an Esc may be the beginning of a sequence.
    ///   - known: sequences of this very terminal, from its terminfo entry.
    init(escapeDelay: Int64 = 40, known: [[UInt8]: Key] = [:]) {
        self.escapeDelay = escapeDelay
        self.known = known
    }

    /// When an unfinished sequence is given up, in the same milliseconds as `feed` gets; nil where there is none.
    ///
    /// A lone Esc is soon the Esc key. The rest of a longer sequence is waited for, since no one types it by hand; it may
    /// come late over a slow line.
    var deadline: Int64? {
        guard let waitsSince else { return nil }
        if paste != nil { return waitsSince + 5_000 }
        return waitsSince + (isEscapeAlone ? escapeDelay : 500)
    }

    /// The events of `new` bytes that came at `now`, in milliseconds.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    mutating func feed(_ new: [UInt8], at now: Int64) -> [InputEvent] {
        var events: [InputEvent] = []
        if let late = lateSequence(new, at: now) {
            events += late.events
            bytes = Array(new[late.end...])
        } else {
            bytes += new
        }
        decode(into: &events)
        waitsSince = bytes.isEmpty && paste == nil ? nil : now
        return events
    }

    /// The events of an unfinished sequence whose `deadline` has passed.
    mutating func expire(at now: Int64) -> [InputEvent] {
        guard let deadline, now >= deadline else { return [] }
        defer {
            bytes = []
            waitsSince = nil
        }
        if let unfinished = paste {
            paste = nil
            return [.paste(unfinished.text)]
        }
        if isEscapeAlone {
            escapedAt = now
            return bytes.map { _ in .key(Key(.escape)) }
        }
        switch bytes {
        case [0x1B, UInt8(ascii: "[")], [0x1B, UInt8(ascii: "O")]:
            return [.key(Key(Character(Unicode.Scalar(bytes[1])), .alt))]
        default: return []
        }
    }

    private var isEscapeAlone: Bool { bytes.allSatisfy { $0 == 0x1B } }

    /// The tail of a sequence whose Esc was taken for the key: `[A` in one piece soon after it is no typing.
    private mutating func lateSequence(
        _ new: [UInt8], at now: Int64
    ) -> (events: [InputEvent], end: Int)? {
        guard let escapedAt, bytes.isEmpty, paste == nil else { return nil }
        self.escapedAt = nil
        guard now - escapedAt < 500, let first = new.first, "[O".utf8.contains(first) else {
            return nil
        }
        let whole = [0x1B] + new
        guard case .sequence(let end) = SequenceScanner.scan(whole[...]),
            let event = event(of: whole[..<end])
        else { return nil }
        return ([event], end - 1)
    }

    private mutating func decode(into events: inout [InputEvent]) {
        var rest = bytes[...]
        var typed = String.UnicodeScalarView()
        func flush() {
            events += String(typed).map { .key(Key($0)) }
            typed = String.UnicodeScalarView()
        }
        loop: while !rest.isEmpty {
            if paste != nil {
                guard let end = paste?.take(rest) else {
                    rest = paste?.unfinishedEnd(of: rest) ?? []
                    break loop
                }
                rest = rest[end...]
                if let finished = paste { events.append(.paste(finished.text)) }
                paste = nil
                continue
            }
            switch SequenceScanner.scan(rest) {
            case .unfinished: break loop
            case .text(let scalar, let end):
                typed.append(scalar)
                rest = rest[end...]
            case .invalid(let end): rest = rest[end...]
            case .sequence(let end):
                flush()
                if rest[..<end].elementsEqual(PasteBuffer.start) {
                    paste = PasteBuffer()
                } else if let event = event(of: rest[..<end]) {
                    events.append(event)
                }
                rest = rest[end...]
            }
        }
        flush()
        bytes = Array(rest)
    }

    private func event(of sequence: ArraySlice<UInt8>) -> InputEvent? {
        if let key = known[Array(sequence)] { return .key(key) }
        return KeySequences.event(of: sequence)
    }
}

/// Where the next piece of input ends.
enum SequenceScanner {
    enum Piece {
        /// More bytes must come.
        case unfinished
        case text(Unicode.Scalar, end: Int)
        /// A control character, or Esc and what follows.
        case sequence(end: Int)
        /// Bytes that are no UTF-8, or a sequence too long to be one.
        case invalid(end: Int)
    }

    /// - Precondition: `bytes` is not empty.
    static func scan(_ bytes: ArraySlice<UInt8>) -> Piece {
        let first = bytes[bytes.startIndex]
        if first == 0x1B { return escape(bytes) }
        if first < 0x20 || first == 0x7F { return .sequence(end: bytes.startIndex + 1) }
        return scalar(bytes)
    }

    private static func escape(_ bytes: ArraySlice<UInt8>) -> Piece {
        let second = bytes.startIndex + 1
        guard second < bytes.endIndex else { return .unfinished }
        switch bytes[second] {
        case UInt8(ascii: "["): return control(bytes, from: second + 1)
        case UInt8(ascii: "O"):
            return second + 1 < bytes.endIndex ? .sequence(end: second + 2) : .unfinished
        case 0x1B:
            // Esc twice, or Alt with a key that sends a sequence of its own.
            guard second + 1 < bytes.endIndex else { return .unfinished }
            guard "[O".utf8.contains(bytes[second + 1]) else { return .sequence(end: second) }
            return escape(bytes[second...])
        default:
            switch scan(bytes[second...]) {
            case .text(_, let end), .sequence(let end): return .sequence(end: end)
            case let other: return other
            }
        }
    }

    /// A control sequence of ECMA-48 (5.4), and two older forms: `ESC [ [ A` of the Linux console, and the mouse's
    /// `ESC [ M` with three bytes.
    private static func control(_ bytes: ArraySlice<UInt8>, from start: Int) -> Piece {
        var index = start
        guard index < bytes.endIndex else { return .unfinished }
        if bytes[index] == UInt8(ascii: "[") {
            return index + 1 < bytes.endIndex ? .sequence(end: index + 2) : .unfinished
        }
        if bytes[index] == UInt8(ascii: "M") {
            return index + 3 < bytes.endIndex ? .sequence(end: index + 4) : .unfinished
        }
        while index < bytes.endIndex {
            let byte = bytes[index]
            if (0x40...0x7E).contains(byte) { return .sequence(end: index + 1) }
            guard (0x20...0x3F).contains(byte), index - start < 64 else {
                return .invalid(end: index)
            }
            index += 1
        }
        return .unfinished
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>) -> Piece {
        let start = bytes.startIndex
        let length: Int
        switch bytes[start] {
        case ..<0x80: length = 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return .invalid(end: start + 1)
        }
        let available = bytes.prefix(length)
        if let wrong = available.dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) {
            return .invalid(end: wrong)
        }
        guard available.count == length else { return .unfinished }
        var decoder = UTF8()
        var iterator = available.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
            return .invalid(end: start + length)
        }
        return .text(scalar, end: start + length)
    }
}
