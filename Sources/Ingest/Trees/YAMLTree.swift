import ClimateModel
import Yams

/// Reads YAML into a ``Tree`` through Yams.
///
/// Aliases are written out, within ``Limits/nodes``: a file whose aliases multiply is refused before it fills the memory.
/// Keys are plain texts; a key that is an alias, a list or a table is refused before Yams sees it, since it would be
/// compared, alias by alias, with its siblings.
struct YAMLTree {
    private var nodes = 0

    /// - Complexity: O(*n*).
    static func read(_ text: String) throws(Problem) -> Tree {
        guard text.utf8.count <= Limits.treeFileSize else { throw Problem(message: .treeTooLarge) }
        try checkKeys(text)
        guard let root = try compose(text) else { throw Problem(line: 1, message: .emptyFile) }
        var reader = YAMLTree()
        return try reader.tree(root, depth: 1)
    }

    private static func compose(_ text: String) throws(Problem) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw problem(error)
        } catch {
            throw Problem(message: .yamlUnreadable)
        }
    }

    private mutating func tree(_ node: Node, depth: Int) throws(Problem) -> Tree {
        let line = node.mark?.line ?? 1
        let column = node.mark?.column ?? 1
        nodes += 1
        guard depth <= Limits.depth else {
            throw Problem(line: line, column: column, message: .tooDeep)
        }
        guard nodes <= Limits.nodes else {
            throw Problem(line: line, column: column, message: .tooManyNodes)
        }
        switch node {
        case .scalar(let scalar):
            let isNull =
                scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return Tree(value: isNull ? .null : .scalar(scalar.string), line: line, column: column)
        case .sequence(let sequence):
            var items: [Tree] = []
            for item in sequence { items.append(try tree(item, depth: depth + 1)) }
            return Tree(value: .list(items), line: line, column: column)
        case .mapping(let mapping):
            var entries: [Tree.Entry] = []
            for (key, value) in mapping {
                guard case .scalar(let scalar) = key else {
                    throw Problem(line: line, column: column, message: .yamlComplexKey)
                }
                entries.append(
                    .init(
                        key: scalar.string, line: key.mark?.line ?? line,
                        column: key.mark?.column ?? column,
                        value: try tree(value, depth: depth + 1)))
            }
            return Tree(value: .table(entries), line: line, column: column)
        case .alias:
            throw Problem(line: line, column: column, message: .yamlUnreadable)
        }
    }

    // MARK: Keys

    /// What stands for the "*" of an alias while keys are looked at: a private character that no clean text has.
    private static let aliasMark: Unicode.Scalar = "\u{E000}"

    /// Refuses text in which a key is an alias, a list or a table.
    ///
    /// It is read once with every anchor blanked out and every alias a plain word, which has the same structure and can't
    /// multiply. Text without anchors has no aliases and is not read twice.
    private static func checkKeys(_ text: String) throws(Problem) {
        guard let neutral = withoutAnchors(text), let root = try compose(neutral) else { return }
        var pending = [root]
        while let node = pending.popLast() {
            switch node {
            case .mapping(let mapping):
                for (key, value) in mapping {
                    guard case .scalar(let scalar) = key,
                        scalar.string.unicodeScalars.first != aliasMark
                    else { throw Problem(line: key.mark?.line, message: .yamlComplexKey) }
                    pending.append(value)
                }
            case .sequence(let sequence): pending.append(contentsOf: sequence)
            default: break
            }
        }
    }

    /// Nil where there is no anchor.
    private static func withoutAnchors(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var hasAnchor = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let startsName = index + 1 < bytes.count && isNameByte(bytes[index + 1])
            if byte == UInt8(ascii: "&"), startsName {
                hasAnchor = true
                repeat {
                    result.append(0x20)
                    index += 1
                } while index < bytes.count && isNameByte(bytes[index])
                continue
            }
            if byte == UInt8(ascii: "*"), startsName {
                result.append(contentsOf: String(aliasMark).utf8)
            } else {
                result.append(byte)
            }
            index += 1
        }
        return hasAnchor ? String(decoding: result, as: UTF8.self) : nil
    }

    /// Whether it may stand in the name of an anchor, as libyaml has it.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func problem(_ error: YamlError) -> Problem {
        switch error {
        case .reader(let problem, _, _, _):
            return Problem(message: .yamlFault(problem))
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Problem(line: mark.line, column: mark.column, message: .yamlFault(problem))
        case .duplicatedKeysInMapping(let keys, let context):

            return Problem(
                line: context.mark.line, column: context.mark.column, cell: keys.first,
                message: .duplicateKey)
        default:
            return Problem(message: .yamlUnreadable)
        }
    }
}

extension Phrase {
    static let yamlUnreadable = Phrase(
        sv: "filen kan inte läsas som YAML", en: "the file can't be read as YAML")
    static let yamlComplexKey = Phrase(
        sv: "nyckeln är inte vanlig text", en: "the key is not plain text")
    static let duplicateKey = Phrase(
        sv: "nyckeln står två gånger", en: "the key is there twice")

    /// What libyaml says, which is in English.
    static func yamlFault(_ problem: String) -> Phrase {
        Phrase(sv: "fel i YAML-texten (\(problem))", en: "fault in the YAML text (\(problem))")
    }
}
