import ClimateStore
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

    private mutating func follow(_ name: String) {
        watch = library.userPath(of: name).flatMap { path in
            let file = path as NSString
            return try? FileWatch(
                folder: file.deletingLastPathComponent, names: [file.lastPathComponent])
        }
    }
}
