import TOMLKit

/// A value of a TOML file.
enum ConfigValue: Hashable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case list([ConfigValue])
    case table([String: ConfigValue])
    /// A kind that no setting has: a date, a time, a number with decimals.
    case other

    /// Why a text is not TOML, and on which line.
    struct SyntaxError: Error, Hashable {
        var line: Int
        var reason: String
    }

    /// The tables of `text`.
    ///
    /// - Throws: where and why it is not TOML 1.0 (toml.io).
    static func parse(_ text: String) throws(SyntaxError) -> [String: ConfigValue] {
        if let problem = TOMLGuard.problem(in: text) { throw problem }
        do {
            let root = try TOMLTable(string: text)
            // Values read from a table borrow its memory.
            return withExtendedLifetime(root) { entries(of: root) }
        } catch let error as TOMLParseError {
            throw SyntaxError(line: error.source.begin.line, reason: error.description)
        } catch {
            throw SyntaxError(line: 1, reason: "")
        }
    }

    /// The lines of `text`, without their ends.
    static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    private static func entries(of table: TOMLTable) -> [String: ConfigValue] {
        Dictionary(
            table.keys.compactMap { key in table[key].map { (key, ConfigValue($0)) } },
            uniquingKeysWith: { first, _ in first })
    }

    private init(_ value: any TOMLValueConvertible) {
        if let text = value.string {
            self = .string(text)
        } else if let number = value.int {
            self = .integer(number)
        } else if let truth = value.bool {
            self = .boolean(truth)
        } else if let array = value.array {
            self = .list(array.map { ConfigValue($0) })
        } else if let table = value.table {
            self = .table(Self.entries(of: table))
        } else {
            self = .other
        }
    }

    /// As a person would write it, shortened, for messages.
    var shown: String {
        switch self {
        case .string(let text): "\"" + text.prefix(40) + "\""
        case .integer(let number): String(number)
        case .boolean(let truth): String(truth)
        case .list: "[…]"
        case .table: "{…}"
        case .other: "…"
        }
    }
}

/// Where in a TOML file each setting stands.
enum ConfigLines {
    /// The most lines of a file that are told apart: finding them takes a time that grows with their square.
    static let limit = 2_000

    /// The line of each value, from 1, by its path.
    ///
    /// A setting begins on the line after the longest beginning of the file that is TOML without it; so a value over several
    /// lines, a dotted key and an inline table have the line where they begin.
    static func of(_ text: String) -> [[String]: Int] {
        let lines = ConfigValue.lines(of: text)
        guard lines.count <= limit else { return [:] }
        var found: [[String]: Int] = [:]
        var start = 1
        var end = text.startIndex
        for (index, line) in lines.enumerated() {
            end = line.endIndex
            guard let tree = try? ConfigValue.parse(String(text[..<end])) else { continue }
            note(tree, at: [], line: start, in: &found)
            start = index + 2
        }
        return found
    }

    private static func note(
        _ tree: [String: ConfigValue], at path: [String], line: Int, in found: inout [[String]: Int]
    ) {
        for (key, value) in tree {
            let path = path + [key]
            if found[path] == nil { found[path] = line }
            if case .table(let inner) = value { note(inner, at: path, line: line, in: &found) }
        }
    }
}
