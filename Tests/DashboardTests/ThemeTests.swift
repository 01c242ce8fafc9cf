import ClimateFixtures
import ClimateModel
import Dashboard
import Testing
import TextGrid

@Suite struct RoleTests {
    @Test func fallsBackToTheRoleAround() {
        #expect(Role.paneBorderFocus.parent == .paneBorder)
        #expect(Role.paneBorder.parent == .pane)
        #expect(Role.pane.parent == .text)
        #expect(Role.text.parent == nil)
        #expect(Role.scrollThumb.parent == .text)
    }

    @Test(arguments: Role.allCases)
    func everyRoleEndsAtText(role: Role) {
        var role = role
        var steps = 0
        while let parent = role.parent, steps < 10 { (role, steps) = (parent, steps + 1) }
        #expect(role == .text)
    }

    @Test func namesOfRolesAndSurfacesDiffer() {
        #expect(Role.allCases.allSatisfy { Surface(rawValue: $0.rawValue) == nil })
    }
}

@Suite struct SchemeTests {
    @Test func aSchemeNeedsItsSixteenColors() throws {
        let colors = try sampleColors()
        #expect(Base16Scheme(name: "a", author: "b", colors: colors) != nil)
        for slot in Base16Scheme.Slot.required {
            var fewer = colors
            fewer[slot] = nil
            #expect(Base16Scheme(name: "a", author: "b", colors: fewer) == nil)
        }
    }

    @Test func theVariantIsFoundFromTheColors() throws {
        var colors = try sampleColors()
        #expect(Base16Scheme(name: "", author: "", colors: colors)?.variant == .dark)
        colors.swap(.base00, .base05)
        #expect(Base16Scheme(name: "", author: "", colors: colors)?.variant == .light)
    }

    @Test func slotsOfBase24FallBackToThoseOfBase16() throws {
        let scheme = try sampleScheme()
        #expect(scheme[.base12] == scheme[.base08])
        #expect(scheme[.base13] == scheme[.base0A])
        #expect(scheme[.base11] == scheme[.base00])
    }
}

@Suite struct ThemeTests {
    @Test func rolesTakeTheSchemesColors() throws {
        let scheme = try sampleScheme()
        let theme = Theme(ThemeDefinition(name: "sample", scheme: scheme), depth: .trueColor)
        #expect(
            theme.style(.text) == Style(foreground: scheme[.base05], background: scheme[.base00]))
        #expect(theme.style(.rankingsUp).foreground == scheme[.base0B])
        #expect(theme.style(.text, on: .selectionFocus).background == scheme[.base02])
        #expect(theme.fill(.panel).background == scheme[.base01])
        #expect(theme.style(.rankings) == theme.style(.text))
    }

    @Test func aRuleReachesTheRolesBelow() throws {
        let definition = ThemeDefinition(
            name: "sample", scheme: try sampleScheme(),
            roles: [
                .kiosk: ThemeRule(foreground: .slot(.base0C), attributes: [.bold]),
                .rankingsUp: ThemeRule(attributes: [.underline]),
            ])
        let theme = Theme(definition, depth: .trueColor)
        #expect(theme.style(.kiosk).foreground == definition.scheme[.base0C])
        #expect(theme.style(.kiosk).attributes == .bold)
        #expect(theme.style(.rankingsUp).attributes == .underline)
        #expect(theme.style(.rankingsUp).foreground == definition.scheme[.base0B])
    }

    @Test func aColorThatTheThemeChoseStays() throws {
        let faint = Color(red: 0x20, green: 0x20, blue: 0x20)
        let definition = ThemeDefinition(
            name: "sample", scheme: try sampleScheme(),
            roles: [.dim: ThemeRule(foreground: .rgb(faint))])
        #expect(Theme(definition, depth: .trueColor).style(.dim).foreground == faint)
    }

    /// Whatever the scheme, what is read can be read: also where the scheme's text itself can't.
    @Test(arguments: [ColorDepth.trueColor, .palette256])
    func anySchemeIsLegible(depth: ColorDepth) throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<(depth == .trueColor ? 60 : 6) {
            var colors: [Base16Scheme.Slot: Color] = [:]
            for slot in Base16Scheme.Slot.required {
                let bits = UInt32.random(in: 0...0xFF_FFFF, using: &generator)
                colors[slot] = Color(
                    red: UInt8(bits >> 16), green: UInt8(bits >> 8 & 255), blue: UInt8(bits & 255))
            }
            let scheme = try #require(Base16Scheme(name: "", author: "", colors: colors))
            let theme = Theme(ThemeDefinition(name: "", scheme: scheme), depth: depth)
            #expect(illegible(theme) == [])
        }
    }

    @Test func withoutColorThereAreAttributesAlone() throws {
        let theme = Theme(
            ThemeDefinition(name: "sample", scheme: try sampleScheme()), depth: .mono)
        for surface in Surface.allCases {
            for role in Role.allCases {
                let style = theme.style(role, on: surface)
                #expect(style.foreground == .terminal && style.background == .terminal)
            }
        }
        #expect(theme.style(.text, on: .selectionFocus).attributes == .reverse)
        #expect(theme.style(.dim).attributes == .dim)
        #expect(theme.style(.dim, on: .selectionFocus).attributes == .reverse)
        #expect(theme.style(.paneTitleFocus).attributes == .bold)
        #expect(Theme.plain.style(.dim).attributes == .dim)
    }

    @Test(arguments: [ColorDepth.ansi16, .ansi8])
    func fewColorsAreTheTerminalsOwn(depth: ColorDepth) throws {
        let theme = Theme(
            ThemeDefinition(name: "sample", scheme: try sampleScheme()), depth: depth)
        let palette = Set((0..<(depth == .ansi8 ? 8 : 16)).map(Color.init(paletteIndex:)))
        for surface in Surface.allCases {
            for role in Role.allCases {
                let style = theme.style(role, on: surface)
                #expect(style.background == .terminal)
                #expect(style.foreground == .terminal || palette.contains(style.foreground))
            }
        }
        #expect(theme.style(.rankingsUp).foreground != theme.style(.rankingsDown).foreground)
        #expect(theme.style(.text).foreground == .terminal)
    }

    @Test func with256ColorsTheSurfacesStayApart() throws {
        let theme = Theme(
            ThemeDefinition(name: "sample", scheme: try sampleScheme()), depth: .palette256)
        let screen = theme.fill(.screen).background
        let selections = [Surface.selection, .selectionFocus].map { theme.fill($0).background }
        #expect(!selections.contains(screen))
        #expect(selections[0] != selections[1])
    }
}

/// The roles that are read, on the surfaces where they have less than 4.5:1 contrast.
func illegible(_ theme: Theme) -> [String] {
    Surface.allCases.flatMap { surface in
        Role.allCases.filter(\.isRead).compactMap { role in
            let style = theme.style(role, on: surface)
            let contrast = style.foreground.nearest(in: theme.depth)
                .contrast(with: style.background.nearest(in: theme.depth))
            return (contrast ?? 0) >= 4.5
                ? nil : "\(role.rawValue) on \(surface.rawValue): \(contrast ?? 0)"
        }
    }
}

private func sampleColors() throws -> [Base16Scheme.Slot: Color] {
    let hexes = [
        "101418", "1a2028", "2a323e", "4a5564", "a0aab8", "e0e4ea", "f0f2f5", "ffffff",
        "f08a80", "eba070", "e6c370", "8cc990", "7fcac4", "80baf2", "c3a5ec", "c79a7c",
    ]
    let colors = try hexes.map {
        let color = Color(hex: $0)
        return try #require(color)
    }
    return Dictionary(uniqueKeysWithValues: zip(Base16Scheme.Slot.required, colors))
}

private func sampleScheme() throws -> Base16Scheme {
    let scheme = Base16Scheme(name: "Sample", author: "Test", colors: try sampleColors())
    return try #require(scheme)
}

extension Dictionary {
    fileprivate mutating func swap(_ left: Key, _ right: Key) {
        (self[left], self[right]) = (self[right], self[left])
    }
}
