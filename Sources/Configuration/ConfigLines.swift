/// Where in a TOML file each setting stands.
struct ConfigLines {
    private var found: [[String]: Int] = [:]
    /// The table that settings belong to at this point of the file.
    private var table: [String] = []
    /// How many tables each list of tables has so far.
    private var counts: [[String]: Int] = [:]

    /// So many bytes are parsed at most: a value over thousands of lines is parsed once for each of them.
    private static let mostWork = 16 << 20

    /// The line of each value, from 1, by its path; of the first values only, where there is too much of them.
    ///
    /// A value over several lines, a dotted key and an inline table have the line where they begin.
    ///
    /// - Parameter text: valid TOML.
    /// - Complexity: O(*k*) in the length of the text, but for values over many lines.
    static func of(_ text: String) -> [[String]: Int] {
        var lines = ConfigLines()
        var work = 0
        var start = text.startIndex
        var first = 1
        // Where the lines from `start` are TOML by themselves, nothing that began there goes on.
        for (index, line) in ConfigValue.lines(of: text).enumerated() {
            let statement = String(text[start..<line.endIndex])
            work += statement.utf8.count
            guard work <= mostWork else { break }
            guard let tree = try? ConfigValue.parse(statement) else { continue }
            lines.take(tree, isHeader: statement.drop(while: \.isWhitespace).first == "[", first)
            first = index + 2
            start = line.endIndex
        }
        return lines.found
    }

    private mutating func take(_ tree: [String: ConfigValue], isHeader: Bool, _ line: Int) {
        if isHeader {
            enter(tree, line)
        } else {
            note(tree, at: table, line)
        }
    }

    /// - Parameter tree: what a header says by itself: one table within the other, or a list with one table.
    private mutating func enter(_ tree: [String: ConfigValue], _ line: Int) {
        table = []
        var rest = tree
        while let (name, value) = rest.first {
            table.append(name)
            note(table, line)
            switch value {
            case .table(let inner):
                rest = inner
                if let count = counts[table] { table.append(String(count - 1)) }
            default:
                rest = [:]
                let count = counts[table, default: 0]
                counts[table] = count + 1
                table.append(String(count))
            }
            note(table, line)
        }
    }

    private mutating func note(_ path: [String], _ line: Int) {
        if found[path] == nil { found[path] = line }
    }

    private mutating func note(_ tree: [String: ConfigValue], at path: [String], _ line: Int) {
        for (key, value) in tree { note(value, at: path + [key], line) }
    }

    /// Notes a value and what it holds: the entries of a table by name, those of a list by their place in it, from 0.
    private mutating func note(_ value: ConfigValue, at path: [String], _ line: Int) {
        note(path, line)
        switch value {
        case .table(let inner): note(inner, at: path, line)
        case .list(let items):
            for (index, item) in items.enumerated() { note(item, at: path + [String(index)], line) }
        default: break
        }
    }
}
