import ClimateModel
import ClimateStore
import Configuration
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

    /// The variables of the locale alone.
    var localeVariables: [String: String] {
        variables.filter { ["LC_ALL", "LC_MESSAGES", "LANG"].contains($0.key) }
    }

    /// The user's home; the root folder for a user who has none.
    var home: String { UserHome.path(variables) }

    /// Where the databases are unless something else is said.
    var standardLocation: StoreLocation { .standard(environment: variables, home: home) }

    /// The language of the locale.
    var localeLanguage: Language { Language(environment: variables) }
}
