import ClimateModel
import ClimateStore
import Foundation

/// What the process was given by whoever started it: environment variables, and where they lead.
struct Surroundings: Sendable {
    let variables: [String: String]

    init(_ variables: [String: String] = ProcessInfo.processInfo.environment) {
        self.variables = variables
    }

    /// The value of a variable; nil where it is not set or empty.
    subscript(name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The user's home; the root folder for a user who has none.
    var home: String {
        if let home = self["HOME"], home.hasPrefix("/") { return home }
        if let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir {
            return String(cString: folder)
        }
        return "/"
    }

    /// Where the user's config and themes are: `utkik` in `$XDG_CONFIG_HOME`, else in `~/.config`.
    ///
    /// A relative path in the variable is ignored (XDG Base Directory Specification 0.8).
    var configFolder: String {
        let base = self["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (base ?? home + "/.config") + "/utkik"
    }

    /// Where the databases are unless something else is said.
    var standardLocation: StoreLocation { .standard(environment: variables, home: home) }

    /// The language of the locale.
    var localeLanguage: Language { Language(environment: variables) }
}
