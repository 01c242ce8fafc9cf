import ClimateModel

/// Where the user's own files are.
public struct ConfigPlace: Hashable, Sendable {
    /// The config file; nil where none is to be read.
    public let path: String?
    /// Whether somebody named it, so that it must be there.
    public let isNamed: Bool
    /// The folder of the user's own themes; nil where they are left alone.
    public let themeFolder: String?

    /// The file `named` on the command line, else `$UTKIK_CONFIG`, else `utkik/config.toml` in `$XDG_CONFIG_HOME`, else in
    /// `~/.config` (XDG Base Directory Specification 0.8: a variable with a relative path counts as not set).
    ///
    /// - Parameter isRestricted: then only the file named on the command line, and no themes.
    public init(
        named: String?, environment: [String: String], home: String, isRestricted: Bool
    ) {
        let base = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let folder = (base ?? home + "/.config") + "/utkik"
        let variable = environment["UTKIK_CONFIG"].flatMap { $0.isEmpty || isRestricted ? nil : $0 }
        isNamed = named != nil || variable != nil
        path = named ?? variable ?? (isRestricted ? nil : folder + "/config.toml")
        themeFolder = isRestricted ? nil : folder + "/themes"
    }
}

extension ConfigPlace {
    /// Reads the config file that is here; nil where none is to be read, or none is there that need not be.
    ///
    /// - Parameters:
    ///   - home: what `~` stands for.
    ///   - read: turns the file's tables into settings.
    /// - Throws: what is wrong in the file, or that a file that was named is not there.
    public func load<Settings>(
        home: String, _ read: ([String: ConfigValue], inout SettingsReader) -> Settings
    ) throws(FileProblems) -> Settings? {
        guard let path else { return nil }
        let settings = try SettingsFile.load(path, home: home, read)
        if settings == nil, isNamed {
            throw FileProblems([
                FileProblem(path: path, message: Phrase(sv: "finns inte", en: "is not there"))
            ])
        }
        return settings
    }
}
