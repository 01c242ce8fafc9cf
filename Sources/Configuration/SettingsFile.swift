import ClimateModel

/// Reads a settings file, a TOML file of bounded size, all problems of which are told at once.
public enum SettingsFile {
    /// The most that a file may hold.
    public static let sizeLimit = 256 * 1024

    /// Reads the file at `path`; nil where there is none.
    ///
    /// - Parameters:
    ///   - home: what `~` stands for.
    ///   - read: turns the file's tables into settings; called once more where it found problems, to learn their lines.
    /// - Throws: everything that is wrong in it, each with its line.
    public static func load<Settings>(
        _ path: String, home: String,
        _ read: ([String: ConfigValue], inout SettingsReader) -> Settings
    ) throws(FileProblems) -> Settings? {
        let text: String?
        do {
            text = try UserFile.text(at: path, limit: sizeLimit)
        } catch {
            throw FileProblems([error])
        }
        guard let text else { return nil }
        return try parse(text, path: path, home: home, read)
    }

    /// Reads the text of a file.
    ///
    /// - Parameter path: what problems call the file; relative paths are beside it.
    /// - Throws: everything that is wrong in it, each with its line.
    public static func parse<Settings>(
        _ text: String, path: String, home: String,
        _ read: ([String: ConfigValue], inout SettingsReader) -> Settings
    ) throws(FileProblems) -> Settings {
        let tree: [String: ConfigValue]
        do {
            tree = try ConfigValue.parse(text)
        } catch {
            throw FileProblems([notTOML(error, path: path)])
        }
        var reader = SettingsReader(path: path, home: home)
        let settings = read(tree, &reader)
        if reader.problems.isEmpty { return settings }
        // Lines are looked for only when there is something to tell of them.
        reader = SettingsReader(path: path, home: home, lines: ConfigLines.of(text))
        _ = read(tree, &reader)
        throw FileProblems(reader.problems)
    }

    /// Where the value at `place` stands in the file at `path`; nil where that can't be told any more.
    public static func line(of place: [String], in path: String) -> Int? {
        let text = try? UserFile.text(at: path, limit: sizeLimit)
        return text.flatMap { ConfigLines.of($0)[place] }
    }

    private static func notTOML(_ error: ConfigValue.SyntaxError, path: String) -> FileProblem {
        FileProblem(
            path: path, line: error.line,
            message: Phrase(
                sv: "är inte giltig TOML: \(error.reason.sv)",
                en: "is not valid TOML: \(error.reason.en)"))
    }
}
