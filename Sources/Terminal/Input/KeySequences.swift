import TextGrid

/// What the sequences mean that terminals send for keys and the mouse.
///
/// Sources: xterm's ctlseqs ("PC-Style Function Keys", "VT220-Style Function Keys", "Mouse Tracking"), rxvt's and the Linux
/// console's manuals, and "fixterms" for `CSI u`.
enum KeySequences {
    /// The event of a control character or a whole sequence; nil for one that is no key.
    static func event(of sequence: ArraySlice<UInt8>) -> InputEvent? {
        let bytes = Array(sequence)
        guard let first = bytes.first else { return nil }
        guard first == 0x1B else { return control(first).map { .key($0) } }
        guard bytes.count > 1 else { return .key(Key(.escape)) }
        switch bytes[1] {
        case UInt8(ascii: "[") where bytes.count > 2: return controlSequence(bytes[2...])
        case UInt8(ascii: "O") where bytes.count > 2:
            return letter(bytes[2], keypad: true).map { .key(Key($0)) }
        default: return alt(event(of: bytes[1...]), bytes[1...]).map { .key($0) }
        }
    }

    /// The key that sends a control character.
    private static func control(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x09: Key(.tab)
        case 0x0A, 0x0D: Key(.enter)
        case 0x08, 0x7F: Key(.backspace)
        case 0x00: Key(" ", .control)
        case 0x01...0x1A: Key(Character(Unicode.Scalar(byte + 0x60)), .control)
        case 0x1C...0x1F: Key(Character(Unicode.Scalar(byte + 0x40)), .control)
        default: nil
        }
    }

    private static func alt(_ event: InputEvent?, _ bytes: ArraySlice<UInt8>) -> Key? {
        if bytes.first != 0x1B, let typed = String(decoding: bytes, as: UTF8.self).first,
            (bytes.first ?? 0) >= 0x20, bytes.first != 0x7F
        {
            return Key(typed, .alt)
        }
        guard case .key(let key) = event else { return nil }
        return Key(key.code, key.modifiers.union(.alt))
    }

    /// What stands after `ESC [`.
    private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> InputEvent? {
        guard let final = bytes.last, let first = bytes.first else { return nil }
        if first == UInt8(ascii: "[") {
            return (0x41...0x45).contains(final)
                ? .key(Key(.function(Int(final) - 0x40))) : nil
        }
        if first == UInt8(ascii: "M"), bytes.count == 4 { return MouseSequences.oldEvent(bytes) }
        if first == UInt8(ascii: "<") {
            return MouseSequences.event(numbers(bytes.dropFirst().dropLast()), final: final)
        }
        guard first < 0x3C || first >= 0x40 else { return nil }
        let numbers = numbers(bytes.dropLast())
        switch final {
        case UInt8(ascii: "I") where numbers.isEmpty: return .focus(true)
        case UInt8(ascii: "O") where numbers.isEmpty: return .focus(false)
        case UInt8(ascii: "Z"): return .key(Key(.backTab))
        case UInt8(ascii: "u"):
            return character(numbers.first, modifiers(numbers.dropFirst().first))
        case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
            return numbered(numbers, final: final)
        case 0x61...0x64:  // rxvt's arrows with Shift
            return letter(final - 0x20, keypad: false).map { .key(Key($0, .shift)) }
        default:
            // A key's first number is 1; the answer to a question about the cursor looks alike but for that.
            guard numbers.first ?? 1 == 1 else { return nil }
            return letter(final, keypad: false).map {
                .key(Key($0, modifiers(numbers.dropFirst().first)))
            }
        }
    }

    /// `CSI number ; modifiers ~`, and rxvt's `^` for Ctrl and `@` for Ctrl and Shift.
    private static func numbered(_ numbers: [Int], final: UInt8) -> InputEvent? {
        guard let number = numbers.first else { return nil }
        if number == 27, numbers.count == 3 { return character(numbers[2], modifiers(numbers[1])) }
        guard let code = code(number) else { return nil }
        var held = modifiers(numbers.dropFirst().first)
        if final != UInt8(ascii: "~") { held.insert(.control) }
        if final == UInt8(ascii: "@") { held.insert(.shift) }
        return .key(Key(code, held))
    }

    private static func code(_ number: Int) -> Key.Code? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    /// The key of a sequence that ends in a letter; the keypad sends some of its own when it is in application mode.
    private static func letter(_ letter: UInt8, keypad: Bool) -> Key.Code? {
        switch Character(Unicode.Scalar(letter)) {
        case "A": .up
        case "B": .down
        case "C": .right
        case "D": .left
        case "H": .home
        case "F": .end
        case "P", "Q", "R", "S": .function(Int(letter) - 0x4F)
        case "M" where keypad: .enter
        case "j"..."y" where keypad: .character(Character(Unicode.Scalar(letter - 0x40)))
        case "a"..."d" where keypad: nil
        default: nil
        }
    }

    /// A key that is told by the number of its character.
    private static func character(_ number: Int?, _ held: Key.Modifiers) -> InputEvent? {
        guard let number, let scalar = Unicode.Scalar(UInt32(clamping: number)) else { return nil }
        switch number {
        case 27: return .key(Key(.escape, held))
        case 0..<32, 127:
            guard let key = control(UInt8(number)) else { return nil }
            return .key(Key(key.code, key.modifiers.union(held)))
        case 0x80..<0xA0, 57_344...63_743: return nil
        default: return .key(Key(Character(scalar), held))
        }
    }

    /// The modifiers of a parameter: one more than the sum of 1 for Shift, 2 for Alt, 4 for Ctrl, 8 for Meta.
    static func modifiers(_ parameter: Int?) -> Key.Modifiers {
        guard let parameter, (2...16).contains(parameter) else { return [] }
        let bits = parameter - 1
        var result: Key.Modifiers = []
        if bits & 1 != 0 { result.insert(.shift) }
        if bits & 10 != 0 { result.insert(.alt) }
        if bits & 4 != 0 { result.insert(.control) }
        return result
    }

    /// The numbers between semicolons, each up to its first colon; one that is left out counts as 1.
    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        guard !bytes.isEmpty else { return [] }
        return bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            let digits = $0.prefix { (0x30...0x39).contains($0) }.prefix(7)
            return digits.isEmpty ? 1 : digits.reduce(0) { $0 * 10 + Int($1) - 48 }
        }
    }
}

/// Clicks and turns of the wheel.
enum MouseSequences {
    /// `CSI < button ; column ; row M` (SGR 1006), with `m` for a release.
    static func event(_ numbers: [Int], final: UInt8) -> InputEvent? {
        guard numbers.count == 3, final == UInt8(ascii: "M") else { return nil }
        return event(button: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1)
    }

    /// `CSI M` and three bytes, each 32 more than what it means.
    static func oldEvent(_ bytes: ArraySlice<UInt8>) -> InputEvent? {
        let values = bytes.dropFirst().map { Int($0) - 32 }
        guard values.count == 3, values[0] & 0x43 != 3 else { return nil }
        return event(button: values[0], column: values[1] - 1, row: values[2] - 1)
    }

    private static func event(button: Int, column: Int, row: Int) -> InputEvent? {
        // 32 is set while the mouse moves.
        guard column >= 0, row >= 0, button & 32 == 0 else { return nil }
        let action: MouseEvent.Action
        switch button & ~0b11100 {
        case 0: action = .press(.left)
        case 1: action = .press(.middle)
        case 2: action = .press(.right)
        case 64: action = .wheelUp
        case 65: action = .wheelDown
        default: return nil
        }
        var held: Key.Modifiers = []
        if button & 4 != 0 { held.insert(.shift) }
        if button & 8 != 0 { held.insert(.alt) }
        if button & 16 != 0 { held.insert(.control) }
        return .mouse(MouseEvent(action, at: Frame.Position(x: column, y: row), modifiers: held))
    }
}
