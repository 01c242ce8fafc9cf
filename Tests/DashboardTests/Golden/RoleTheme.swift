import Dashboard
import TextGrid

/// A theme in which every role and every surface has a colour of its own, so that a cell tells what it is.
enum RoleTheme {
    static let theme = Theme(definition, depth: .trueColor)

    /// A usual dark scheme on a terminal of sixteen colours.
    static let few: Theme = {
        let colors: [Base16Scheme.Slot: Color] = [
            .base08: Color(red: 240, green: 90, blue: 80),
            .base09: Color(red: 240, green: 160, blue: 80),
            .base0A: Color(red: 240, green: 210, blue: 90),
            .base0B: Color(red: 120, green: 200, blue: 110),
            .base0C: Color(red: 100, green: 200, blue: 200),
            .base0D: Color(red: 110, green: 160, blue: 240),
            .base0E: Color(red: 200, green: 130, blue: 220),
        ]
        let greys = Base16Scheme.Slot.required.map { ($0, Color(red: 200, green: 200, blue: 200)) }
        let all = colors.merging(greys) { color, _ in color }
        guard let scheme = Base16Scheme(name: "few", author: "", colors: all) else { return .plain }
        return Theme(ThemeDefinition(name: "few", scheme: scheme), depth: .ansi16)
    }()

    private static let definition: ThemeDefinition = {
        let colors = Dictionary(
            uniqueKeysWithValues: Base16Scheme.Slot.required.map {
                ($0, Color(red: 200, green: 200, blue: 200))
            })
        guard let scheme = Base16Scheme(name: "roles", author: "", colors: colors) else {
            preconditionFailure("a scheme of all slots is whole")
        }
        return ThemeDefinition(
            name: "roles", scheme: scheme,
            roles: Dictionary(
                uniqueKeysWithValues: Role.allCases.map {
                    ($0, ThemeRule(foreground: .rgb(color(of: $0))))
                }),
            surfaces: Dictionary(
                uniqueKeysWithValues: Surface.allCases.map {
                    ($0, ThemeRule(background: .rgb(color(of: $0))))
                }))
    }()

    private static func color(of role: Role) -> Color {
        Color(red: UInt8(Role.allCases.firstIndex(of: role) ?? 0), green: 1, blue: 0)
    }

    private static func color(of surface: Surface) -> Color {
        Color(red: UInt8(Surface.allCases.firstIndex(of: surface) ?? 0), green: 2, blue: 0)
    }

    /// What has that text colour; nil for a colour of another theme.
    static func role(of color: Color) -> Role? {
        Role.allCases.first { self.color(of: $0) == color }
    }

    /// What has that background.
    static func surface(of color: Color) -> Surface? {
        Surface.allCases.first { self.color(of: $0) == color }
    }
}
