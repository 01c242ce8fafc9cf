import ClimateStore
import Configuration
import Dashboard
import Foundation
import TextGrid

/// The theme on screen, and when its file changes.
struct LiveThemes {
    let library: ThemeLibrary
    /// Of the theme that was loaded last.
    private(set) var name: String
    private var watch: FileWatch?
    /// Whether its file has changed since it was loaded.
    private(set) var hasChanged = false

    init(_ library: ThemeLibrary, name: String) {
        self.library = library
        self.name = name
        follow(name)
    }

    /// Readable when `drain` should be called; nil where the theme is not the user's own.
    var descriptor: CInt? { watch?.fileDescriptor }

    /// Whether the theme's file has changed.
    mutating func drain() -> Bool {
        if watch?.drain() ?? false { hasChanged = true }
        return hasChanged
    }

    /// Reads the theme, and follows its file from now on.
    mutating func load(_ name: String, depth: ColorDepth) throws(FileProblems) -> Theme {
        hasChanged = false
        if name != self.name {
            self.name = name
            follow(name)
        }
        return Theme(try library.load(name), depth: depth)
    }

    /// The theme of that name; one that can't be read gives way to another.
    ///
    /// - Throws: what is wrong with that one too.
    static func loading(
        _ name: String, else standard: String, from library: ThemeLibrary, depth: ColorDepth,
        problem: (FileProblems) throws -> Void
    ) throws -> (themes: LiveThemes, theme: Theme) {
        var themes = LiveThemes(library, name: name)
        do {
            return (themes, try themes.load(name, depth: depth))
        } catch {
            try problem(error)
            let theme = try themes.load(standard, depth: depth)
            return (themes, theme)
        }
    }

    private mutating func follow(_ name: String) {
        watch = library.userPath(of: name).flatMap { path in
            let file = path as NSString
            return try? FileWatch(
                folder: file.deletingLastPathComponent, names: [file.lastPathComponent])
        }
    }
}
