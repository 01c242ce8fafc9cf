import TextGrid

/// The `--color` setting: which colours to use.
public enum ColorSetting: Hashable, Sendable {
    /// As many as the terminal is known to have, none where NO_COLOR is set (no-color.org).
    case auto
    /// As `auto`, whatever NO_COLOR says.
    case always
    /// None; attributes only.
    case never
    /// As many as told, whatever the terminal is known to have.
    case exactly(ColorDepth)

    /// Reads "auto", "always", "never", "8", "16", "256" or "truecolor"; nil for anything else.
    public init?(_ text: String) {
        guard let setting = Self.byName.first(where: { $0.name == text })?.setting else {
            return nil
        }
        self = setting
    }

    /// What `init` reads, for help and error messages.
    public static var names: [String] { byName.map(\.name) }

    private static let byName: [(name: String, setting: ColorSetting)] = [
        ("auto", .auto), ("always", .always), ("never", .never), ("8", .exactly(.ansi8)),
        ("16", .exactly(.ansi16)), ("256", .exactly(.palette256)),
        ("truecolor", .exactly(.trueColor)),
    ]

    /// The depth to use on the terminal of `entry` with the environment's `value`s.
    ///
    /// 24-bit colours are believed where COLORTERM or the entry says so, but in GNU screen, which passes on its outer
    /// terminal's COLORTERM and does not know them.
    func depth(of entry: TerminfoEntry, environment value: (String) -> String?) -> ColorDepth {
        switch self {
        case .never: .mono
        case .exactly(let depth): depth
        case .auto where value("NO_COLOR") != nil: .mono
        case .auto, .always: Self.detected(entry, value)
        }
    }

    private static func detected(
        _ entry: TerminfoEntry, _ value: (String) -> String?
    ) -> ColorDepth {
        let colors = entry.numbers["colors"] ?? 0
        let says24Bit = ["truecolor", "24bit"].contains(value("COLORTERM")?.lowercased())
        let isScreen = value("STY") != nil
        if says24Bit && !isScreen && colors >= 8 { return .trueColor }
        if !entry.extendedFlags.isDisjoint(with: ["RGB", "Tc"]) { return .trueColor }
        switch colors {
        case ..<8: return .mono
        case ..<16: return .ansi8
        case ..<256: return .ansi16
        default: return .palette256
        }
    }
}
