import TextGrid

/// A theme as the list of themes shows it.
public struct ThemeSample: Hashable, Sendable {
    /// The name it is chosen by.
    public var name: String
    /// Some of its colours, what text stands on first; empty where they are not known.
    public var colors: [Color]

    /// Takes the colours as they are.
    public init(name: String, colors: [Color] = []) {
        self.name = name
        self.colors = colors
    }

    /// The ground, the text and the colours that mean something.
    public init(_ definition: ThemeDefinition) {
        let slots: [Base16Scheme.Slot] = [.base00, .base05, .base0D, .base0B, .base0A, .base08]
        self.init(name: definition.name, colors: slots.map { definition.scheme[$0] })
    }
}
