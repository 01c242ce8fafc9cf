import ClimateModel
import Configuration
import Dashboard
import Foundation

/// The themes there are: those that come with Utkik, and the user's own, which take precedence under the same name.
public struct ThemeLibrary: Sendable {
    /// The name of the theme that is used where none is chosen.
    public static let defaultName = "skymning"
    /// The name of the theme that the kiosk uses where none is chosen.
    public static let kioskName = "torget"

    /// The text of each theme that comes with Utkik, by name.
    private let shipped: [String: String]
    /// nil where the user's own are left alone.
    private let userFolder: String?

    static let endings = [".yaml", ".yml"]
    /// More files than this in the user's folder are not listed.
    static let listLimit = 2_000
    /// So many themes are shown with their colours: reading all of many would keep a key waiting.
    static let sampleLimit = 24

    /// - Parameter userFolder: where the user's own themes are; nil for a restricted session. It need not exist.
    public init(shipped: [String: String], userFolder: String?) {
        self.shipped = shipped
        self.userFolder = userFolder
    }

    /// The names of all themes, each once, those that come with Utkik first; both parts in order of name.
    ///
    /// - Complexity: O(*n* log *n*) for *n* files in the user's folder, which is read.
    public func names() -> [String] {
        let own = Set(userNames()).subtracting(shipped.keys)
        return shipped.keys.sorted() + own.sorted()
    }

    /// All themes, the first ones with their colours.
    ///
    /// - Complexity: as ``names()``; reads a file for each of the first ones.
    public func samples() -> [ThemeSample] {
        names().enumerated().map { index, name in
            guard index < Self.sampleLimit, let theme = try? load(name) else {
                return ThemeSample(name: name)
            }
            return ThemeSample(theme)
        }
    }

    /// Reads the theme called `name`: the user's own, else the one that comes with Utkik. Reads the file again each time.
    ///
    /// - Throws: what is wrong in the file, or that there is no theme of that name.
    public func load(_ name: String) throws(FileProblems) -> ThemeDefinition {
        for path in userPaths(name) {
            let text: String?
            do {
                text = try UserFile.text(at: path, limit: ThemeFile.sizeLimit)
            } catch {
                throw FileProblems([error])
            }
            if let text { return try ThemeFile.parse(text, name: name, path: path) }
        }
        if let text = shipped[name] {
            return try ThemeFile.parse(text, name: name, path: "themes/" + name + ".yaml")
        }
        throw FileProblems([unknown(name)])
    }

    /// The file that holds the user's own theme of that name, for watching it; nil when the theme is not the user's own.
    public func userPath(of name: String) -> String? {
        userPaths(name).first { FileManager.default.fileExists(atPath: $0) }
    }

    private func userPaths(_ name: String) -> [String] {
        guard let userFolder, Self.isName(name) else { return [] }
        return Self.endings.map { userFolder + "/" + name + $0 }
    }

    private func userNames() -> [String] {
        guard let userFolder,
            let files = try? FileManager.default.contentsOfDirectory(atPath: userFolder)
        else { return [] }
        return files.lazy.compactMap { file -> String? in
            guard let ending = Self.endings.first(where: file.hasSuffix) else { return nil }
            let name = String(file.dropLast(ending.count))
            return Self.isName(name) ? name : nil
        }.prefix(Self.listLimit).map(\.self)
    }

    /// Whether `name` can name a theme: it stays within the folder, and is safe to show.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix(".") && !name.contains("/")
            && CleanText.line(name) == name
    }

    private func unknown(_ name: String) -> FileProblem {
        let shown = CleanText.line(name.prefix(60))
        let names = names()
        let guess = nearest(to: name, among: names)
        let some = names.prefix(12).joined(separator: ", ")
        return FileProblem(
            path: shown,
            message: Phrase(
                sv: "det temat finns inte"
                    + (guess.map { " – menade du \($0)?" } ?? "; de som finns är \(some)"),
                en: "there is no such theme"
                    + (guess.map { " – did you mean \($0)?" } ?? "; there are \(some)")))
    }
}
