/// One piece of text that a cell can hold: a base character and its combining marks.
struct Cluster: Equatable {
    var character: Character
    /// 1 or 2.
    var width: Int
}

/// The clusters of a text, in order; what can't be shown is left out (see ``DisplayWidth``).
struct Clusters: Sequence, IteratorProtocol {
    private var scalars: Substring.UnicodeScalarView.Iterator
    /// Read, not yet used.
    private var pending: Unicode.Scalar?

    init(_ text: some StringProtocol) {
        scalars = Substring(text).unicodeScalars.makeIterator()
        pending = scalars.next()
    }

    mutating func next() -> Cluster? {
        while let scalar = pending {
            pending = scalars.next()
            switch ScalarKind(scalar) {
            case .base(let width):
                return Cluster(character: collect(marksOf: scalar), width: width)
            case .regionalIndicator(let letter):
                return Cluster(character: letter, width: 1)
            case .unknown:
                return Cluster(character: "\u{FFFD}", width: 1)
            case .mark, .jamo, .joiner, .hidden:
                continue
            }
        }
        return nil
    }

    /// The base with the marks that follow it, as far as a cell takes them.
    private mutating func collect(marksOf base: Unicode.Scalar) -> Character {
        // Nothing that attaches lies below U+00AD, so most text needs no look at all.
        guard let following = pending, following.value >= 0xAD else { return Character(base) }
        var marks: [Unicode.Scalar] = []
        let isPictograph = base.value > 0xFF && base.properties.isEmoji
        while let scalar = pending {
            switch ScalarKind(scalar) {
            case .mark: if !base.properties.isWhitespace { marks.append(scalar) }
            case .jamo: if Self.isHangul(base) { marks.append(scalar) }
            case .joiner:
                pending = scalars.next()
                if isPictograph, let joined = pending, joined.value > 0xFF,
                    joined.properties.isEmoji
                {
                    break
                }
                continue
            case .hidden:
                if Self.isControl(scalar) { return Self.character(base, marks) }
            case .base:
                guard isPictograph, scalar.properties.isEmojiModifier else {
                    return Self.character(base, marks)
                }
            case .regionalIndicator, .unknown:
                return Self.character(base, marks)
            }
            pending = scalars.next()
        }
        return Self.character(base, marks)
    }

    /// A mark does not reach over a control or a line separator.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0xA0 || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    private static let mostMarks = 4

    private static func character(_ base: Unicode.Scalar, _ marks: [Unicode.Scalar]) -> Character {
        if marks.isEmpty { return Character(base) }
        var text = String.UnicodeScalarView()
        text.append(base)
        text.append(contentsOf: marks.prefix(mostMarks))
        // A mark that Unicode does not join to this base would make it two characters.
        let whole = String(text)
        return whole.count == 1 ? Character(whole) : Character(base)
    }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        (0x1100...0x115E).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
            || (0xA960...0xA97C).contains(scalar.value)
    }
}

/// What a scalar does to a line of cells.
enum ScalarKind: Equatable {
    /// Starts a cell of this width.
    case base(width: Int)
    /// Stands on the base before it.
    case mark
    /// A Hangul vowel or final: part of the syllable block before it.
    case jamo
    /// Half of a flag, as its letter.
    case regionalIndicator(Character)
    /// U+200D.
    case joiner
    /// Newer than the terminals' tables.
    case unknown
    /// Takes no column and shows nothing.
    case hidden

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: self = .base(width: 1)
        case 0..<0x20, 0x7F..<0xA0, 0xAD: self = .hidden
        case 0x0300..<0x034F, 0x0350..<0x0370: self = .mark
        case 0x1160...0x11FF, 0xD7B0...0xD7FB: self = .jamo
        case 0x200D: self = .joiner
        case 0x1F1E6...0x1F1FF:
            self = .regionalIndicator(Self.letter(scalar.value - 0x1F1E6))
        default: self = Self.classified(scalar)
        }
    }

    private static func letter(_ index: UInt32) -> Character {
        Character(Unicode.Scalar(UInt8(0x41 + index)))
    }

    private static func classified(_ scalar: Unicode.Scalar) -> ScalarKind {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return .hidden
        case .unassigned: return .unknown
        case .nonspacingMark, .enclosingMark:
            let isKnown = isOld(properties) && !properties.isDefaultIgnorableCodePoint
            return isKnown ? .mark : .hidden
        default: break
        }
        if properties.isDefaultIgnorableCodePoint { return .hidden }
        guard isOld(properties), !isDisputed(scalar.value) else { return .unknown }
        return .base(width: WideCharacters.contains(scalar.value) ? 2 : 1)
    }

    /// Whether the terminals in use know the character: it is in Unicode 14, or for private use.
    private static func isOld(_ properties: Unicode.Scalar.Properties) -> Bool {
        guard let age = properties.age else { return properties.generalCategory == .privateUse }
        return age.major < 14 || (age.major == 14 && age.minor == 0)
    }

    /// Trigrams, hexagrams, circled numbers on squares and a few more have another width in some terminals.
    private static func isDisputed(_ value: UInt32) -> Bool {
        switch value {
        case 0x2630...0x2637, 0x268A...0x268F, 0x3248...0x324F, 0x4DC0...0x4DFF: true
        case 0x06DE, 0x1734, 0x1171E, 0x1F93B, 0x1F946: true
        default: false
        }
    }
}
