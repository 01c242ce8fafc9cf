import ClimateModel

/// A value of JSON or YAML with its place in the file.
struct Tree: Sendable {
    indirect enum Value: Sendable {
        case null
        /// A text, a number or a truth value, as it is written.
        case scalar(String)
        case list([Tree])
        case table([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var line: Int
        var column: Int
        var value: Tree
    }

    var value: Value
    var line: Int
    var column: Int

    /// Nil for null, lists and tables.
    var text: String? {
        if case .scalar(let text) = value { text } else { nil }
    }

    var isNull: Bool {
        if case .null = value { true } else { false }
    }

    /// The elements of a list; nil for anything else.
    var list: [Tree]? {
        if case .list(let items) = value { items } else { nil }
    }

    /// Nil for anything but a table.
    var entries: [Entry]? {
        if case .table(let entries) = value { entries } else { nil }
    }

    /// The value of that key; of several the last. Nil if there is none, or null.
    subscript(key: String) -> Tree? {
        guard let value = entries?.last(where: { $0.key == key })?.value, !value.isNull else {
            return nil
        }
        return value
    }

    func problem(_ message: Phrase) -> Problem {
        Problem(line: line, column: column, cell: text, message: message)
    }
}

extension Phrase {
    static let treeTooLarge = Phrase(
        sv:
            "filen är större än \(Limits.treeFileSize >> 20) MiB, det mesta som läses av JSON och YAML",
        en:
            "the file is larger than \(Limits.treeFileSize >> 20) MiB, the most that is read of JSON and YAML"
    )
    static let tooDeep = Phrase(
        sv: "fler än \(Limits.depth) nivåer i varandra", en: "more than \(Limits.depth) levels deep"
    )
    static let tooManyNodes = Phrase(
        sv: "fler än \(Limits.nodes) värden (alias medräknade)",
        en: "more than \(Limits.nodes) values (aliases written out)")
}
