import ClimateModel

/// The texts that cells of a workbook share (ECMA-376, part 1, section 18.4), in one run of bytes: a text of its own for each
/// would take several times the memory.
final class SharedStrings: PartTaking {
    var problem: Problem?
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var isInText = false
    /// Readings of Japanese characters are no part of the text.
    private var isInReading = false

    var count: Int { ends.count }

    /// Nil for an index that there is no text of.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        let start = index > 0 ? Int(ends[index - 1]) : 0
        return bytes[start..<Int(ends[index])]
    }

    func start(_ element: XMLElement) {
        if element.isNamed("t") {
            isInText = !isInReading
        } else if element.isNamed("rPh") {
            isInReading = true
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard isInText else { return }
        bytes.append(contentsOf: piece)
        let start = Int(ends.last ?? 0)
        if bytes.count - start > Limits.cellSize {
            problem = Problem(message: .sharedTextTooLong)
        } else if bytes.count > Limits.sharedStringsSize {
            problem = Problem(message: .tooManySharedTexts)
        }
    }

    func end(_ element: XMLElement) {
        if element.isNamed("t") {
            isInText = false
        } else if element.isNamed("rPh") {
            isInReading = false
        } else if element.isNamed("si") {
            ends.append(UInt32(bytes.count))
            if ends.count > Limits.sharedStrings {
                problem = Problem(message: .tooManySharedTexts)
            }
        }
    }
}

/// Characters written as "_x000D_", as spreadsheets write controls (ECMA-376, part 1, section 22.9.2.19).
enum EscapedText {
    /// - Complexity: O(*n*).
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasASCII("_x") else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstRange(of: "_x") {
            result += rest[..<mark.lowerBound]
            let digits = rest[mark.upperBound...].prefix(4)
            let after = rest[digits.endIndex...]
            if digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), after.first == "_",
                let scalar = UInt32(digits, radix: 16).flatMap({ Unicode.Scalar($0) })
            {
                result.unicodeScalars.append(scalar)
                rest = after.dropFirst()
            } else {
                result += rest[mark]
                rest = rest[mark.upperBound...]
            }
        }
        return result + rest
    }
}

extension Phrase {
    static let sharedTextTooLong = Phrase(
        sv: "en cell är längre än \(Limits.cellSize >> 20) MiB",
        en: "a cell is longer than \(Limits.cellSize >> 20) MiB")
    static let tooManySharedTexts = Phrase(
        sv:
            "arbetsbokens texter är fler än \(Limits.sharedStrings) eller större än \(Limits.sharedStringsSize >> 20) MiB",
        en:
            "the workbook's texts are more than \(Limits.sharedStrings) or larger than \(Limits.sharedStringsSize >> 20) MiB"
    )
}
