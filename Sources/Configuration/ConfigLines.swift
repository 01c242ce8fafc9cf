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
            note(value, at: path, line: line, in: &found)
        }
    }

    /// What a value holds: the entries of a table by name, those of a list by their place in it, from 0.
    private static func note(
        _ value: ConfigValue, at path: [String], line: Int, in found: inout [[String]: Int]
    ) {
        switch value {
        case .table(let inner): note(inner, at: path, line: line, in: &found)
        case .list(let items):
            for (index, item) in items.enumerated() {
                let path = path + [String(index)]
                if found[path] == nil { found[path] = line }
                note(item, at: path, line: line, in: &found)
            }
        default: break
        }
    }
}
