import ClimateModel
import Dashboard
import Foundation
import Testing
import TextGrid
import UtkikApp

/// The themes of the `themes` folder.
@Suite struct ShippedThemeTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes").path

    static let names = ["fyrljus", "gryning", "norrsken", "skymning", "torget"]

    private func load(_ name: String) throws -> ThemeDefinition {
        try ThemeLibrary(shipped: [:], userFolder: Self.folder).load(name)
    }

    @Test func thereAreFive() {
        #expect(ThemeLibrary(shipped: [:], userFolder: Self.folder).names() == Self.names)
        #expect(Self.names.contains(ThemeLibrary.defaultName))
        #expect(Self.names.contains(ThemeLibrary.kioskName))
    }

    /// What is compiled in is what stands in the folder.
    @Test func allAreCompiledIn() throws {
        let shipped = ThemeLibrary.shipped
        #expect(shipped.keys.sorted() == Self.names)
        for name in Self.names {
            #expect(
                try String(contentsOfFile: Self.folder + "/" + name + ".yaml", encoding: .utf8)
                    == shipped[name])
        }
    }

    @Test func oneIsLight() throws {
        let light = try Self.names.filter { try load($0).scheme.variant == .light }
        #expect(light == ["gryning"])
    }

    /// 4.5:1 in the scheme's own colours, before any is moved to be legible.
    @Test(arguments: names)
    func textIsLegibleInItsOwnColors(name: String) throws {
        let definition = try load(name)
        let scheme = definition.scheme
        for surface in [Base16Scheme.Slot.base00, .base01, .base02] {
            let inks: [Base16Scheme.Slot] = [
                .base04, .base05, .base06, .base07, .base08, .base09, .base0A, .base0B, .base0C,
                .base0D,
            ]
            for ink in inks {
                let contrast = scheme[ink].contrast(with: scheme[surface]) ?? 0
                #expect(contrast >= 4.5, "\(ink.rawValue) on \(surface.rawValue): \(contrast)")
            }
        }
    }

    @Test(arguments: names)
    func everyRoleIsLegibleOnEverySurface(name: String) throws {
        let definition = try load(name)
        for depth in [ColorDepth.trueColor, .palette256] {
            let theme = Theme(definition, depth: depth)
            for surface in Surface.allCases {
                for role in Role.allCases where role.isRead {
                    let style = theme.style(role, on: surface)
                    let contrast =
                        style.foreground.nearest(in: depth)
                        .contrast(with: style.background.nearest(in: depth)) ?? 0
                    #expect(
                        contrast >= 4.5,
                        "\(role.rawValue) on \(surface.rawValue), \(depth.rawValue): \(contrast)")
                }
            }
        }
    }

    @Test func highContrastIsHigh() throws {
        let theme = Theme(try load("fyrljus"), depth: .trueColor)
        for role in Role.allCases where role.isRead {
            let style = theme.style(role)
            #expect((style.foreground.contrast(with: style.background) ?? 0) >= 7)
        }
    }

    /// Good, in between and bad differ enough to be told apart by everybody: at least ten times the smallest difference that
    /// can be seen, in CIELAB, with each kind of colour blindness.
    @Test(arguments: ColorVision.allCases)
    func theColorBlindSafeThemeIs(vision: ColorVision) throws {
        let theme = Theme(try load("norrsken"), depth: .trueColor)
        let groups: [[Role]] = [
            [.rankingsUp, .rankingsDown], [.statusGreen, .statusAmber, .statusRed],
            [.noticeGood, .noticeWarning, .noticeProblem], [.accent, .statusRed],
            [.accent, .statusGreen],
        ]
        for group in groups {
            for (index, left) in group.enumerated() {
                for right in group[(index + 1)...] {
                    let difference = vision.difference(
                        theme.style(left).foreground, theme.style(right).foreground)
                    #expect(difference >= 23, "\(left) and \(right): \(difference)")
                }
            }
        }
    }

    /// Lightness alone tells them apart as well: in a grey print the three lights stay three.
    @Test func theColorBlindSafeThemeDiffersInLightness() throws {
        let theme = Theme(try load("norrsken"), depth: .trueColor)
        let lights = [Role.statusRed, .statusGreen, .statusAmber]
            .map { theme.style($0).foreground.luminance ?? 0 }
        #expect(lights[1] > lights[0] * 1.2)
        #expect(lights[2] > lights[1] * 1.2)
    }
}

/// How a colour looks to people with each kind of colour vision: Machado, Oliveira and Fernandes, "A Physiologically-based
/// Model for Simulation of Color Vision Deficiency" (2009), severity 1.0.
enum ColorVision: CaseIterable {
    case usual, protanopia, deuteranopia, tritanopia

    private var matrix: [[Double]] {
        switch self {
        case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }

    /// The distance in CIELAB (CIE 1976); 2.3 is the smallest that can be seen.
    func difference(_ left: Color, _ right: Color) -> Double {
        zip(lab(left), lab(right)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    }

    private func lab(_ color: Color) -> [Double] {
        guard let parts = color.components else { return [0, 0, 0] }
        let linear = [parts.red, parts.green, parts.blue].map { value -> Double in
            let value = Double(value) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        let seen = Self.multiply(matrix, linear).map { min(1, max(0, $0)) }
        let xyz = Self.multiply(
            [
                [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                [0.0193339, 0.1191920, 0.9503041],
            ], seen)
        let scaled = zip(xyz, [0.95047, 1, 1.08883]).map { value, white -> Double in
            let ratio = value / white
            return ratio > 0.008856 ? cbrt(ratio) : 7.787 * ratio + 16.0 / 116
        }
        return [
            116 * scaled[1] - 16, 500 * (scaled[0] - scaled[1]), 200 * (scaled[1] - scaled[2]),
        ]
    }

    private static func multiply(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { row in zip(row, vector).map(*).reduce(0, +) }
    }
}
