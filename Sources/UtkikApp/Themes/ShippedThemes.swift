import ClimateStore
import EmbeddedData

extension ThemeLibrary {
    /// The text of every theme that is compiled into the program, by name.
    ///
    /// - Complexity: O(*k*) in the length of all of them, which are copied.
    public static var shipped: [String: String] { EmbeddedFile.themes.mapValues(\.text) }
}
