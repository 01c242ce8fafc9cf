import TextGrid

/// A colour scheme as the tinted-theming project defines it: sixteen colours with fixed meanings, or twenty-four.
///
/// Sources: "Base16 Styling Guidelines" and "Base24 Styling Guidelines", github.com/tinted-theming/home.
public struct Base16Scheme: Hashable, Sendable {
    /// A colour's place in the scheme. The raw value is its key in scheme files.
    public enum Slot: String, Hashable, Sendable, CaseIterable {
        /// From the background over the panel, the selection and hairlines to the text.
        case base00, base01, base02, base03, base04, base05, base06, base07
        /// Red, orange, yellow, green, cyan, blue, purple, brown.
        case base08, base09, base0A, base0B, base0C, base0D, base0E, base0F
        /// Of base24 alone: two darker backgrounds, then bright red, yellow, green, cyan, blue, purple.
        case base10, base11, base12, base13, base14, base15, base16, base17

        /// Those that every scheme has.
        public static let required = Array(allCases.prefix(16))

        /// The slot whose colour is used where a scheme has none for this one, as the base24 guidelines say.
        var substitute: Slot? {
            switch self {
            case .base10, .base11: .base00
            case .base12: .base08
            case .base13: .base0A
            case .base14: .base0B
            case .base15: .base0C
            case .base16: .base0D
            case .base17: .base0E
            default: nil
            }
        }
    }

    /// Whether the scheme is meant for dark or light surroundings.
    public enum Variant: String, Hashable, Sendable, CaseIterable {
        /// Light text on a dark ground, and the other way round.
        case dark, light
    }

    /// As the scheme's author calls it.
    public var name: String
    /// Who made the scheme, as it says itself; may be empty.
    public var author: String
    /// Whether it is dark or light.
    public let variant: Variant
    private let colors: [Slot: Color]

    /// - Parameter variant: nil finds it from the colours: dark when the text is lighter than the background.
    /// - Returns: nil unless every one of ``Slot/required`` has a colour.
    public init?(name: String, author: String, variant: Variant? = nil, colors: [Slot: Color]) {
        guard Slot.required.allSatisfy({ colors[$0] != nil }) else { return nil }
        self.name = name
        self.author = author
        self.colors = colors
        let background = colors[.base00]?.luminance ?? 0
        let text = colors[.base05]?.luminance ?? 1
        self.variant = variant ?? (text >= background ? .dark : .light)
    }

    /// The colour of `slot`, or of the slot that stands in for it.
    public subscript(slot: Slot) -> Color {
        colors[slot] ?? slot.substitute.flatMap { colors[$0] } ?? .terminal
    }
}
