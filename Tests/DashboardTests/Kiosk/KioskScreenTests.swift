import ClimateModel
import Foundation
import Testing
import TextGrid

@testable import Dashboard

/// Every scene as it is to look, in files beside this one: the text, and below it what each piece is. They are recorded anew
/// when UTKIK_RECORD is set.
@Suite struct KioskScreenTests {
    struct Case: CustomTestStringConvertible {
        var scene: KioskScene?
        var language = Language.swedish
        var width = 120
        var height = 40
        var unicode = true

        var name: String {
            let text = unicode ? "" : "-ascii"
            return "\(scene?.rawValue ?? "nothing")-\(language.rawValue)-\(width)x\(height)\(text)"
        }
        var testDescription: String { name }
    }

    static let cases: [Case] = {
        var cases: [Case] = []
        for scene in KioskScene.allCases {
            for language in Language.allCases {
                cases.append(Case(scene: scene, language: language))
                cases.append(Case(scene: scene, language: language, width: 80, height: 24))
            }
            cases.append(Case(scene: scene, width: 40, height: 12))
            cases.append(Case(scene: scene, width: 80, height: 24, unicode: false))
        }
        cases.append(Case(scene: .home, width: 200, height: 60))
        cases.append(Case(scene: nil, width: 80, height: 24))
        return cases
    }()

    @Test(arguments: cases) func looksAsRecorded(expected: Case) throws {
        var kiosk = KioskDriver(
            width: expected.width, height: expected.height, language: expected.language,
            unicode: expected.unicode, theme: Self.theme,
            content: expected.scene == nil ? ContentBatch() : Fixture.content)
        if let scene = expected.scene { kiosk.show(scene) }
        let shown = Self.text(of: kiosk.state.view())
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Screens/\(expected.name).txt")
        if ProcessInfo.processInfo.environment["UTKIK_RECORD"] != nil {
            try Data(shown.utf8).write(to: file)
        }
        #expect(shown == (try String(contentsOf: file, encoding: .utf8)))
    }

    /// The rows, then the same rows with a letter for the role of every cell that is not blank.
    private static func text(of frame: Frame) -> String {
        var letters: [Role: Character] = [:]
        var names: [String] = []
        var rows: [String] = []
        for y in 0..<frame.size.height {
            var row = ""
            for x in 0..<frame.size.width {
                guard frame[x, y].character != " ", let role = role(of: frame[x, y].style) else {
                    row.append(" ")
                    continue
                }
                if letters[role] == nil {
                    let letter = Character(Unicode.Scalar(UInt8(97 + letters.count)))
                    letters[role] = letter
                    names.append("\(letter) \(role.rawValue)")
                }
                row.append(letters[role] ?? "?")
            }
            rows.append(String(row.reversed().drop { $0 == " " }.reversed()))
        }
        return (frame.rows() + ["~~~"] + rows + ["~~~"] + names).joined(separator: "\n") + "\n"
    }

    /// A theme in which every role has a colour of its own.
    private static let theme: Theme = {
        let gray = Color(red: 200, green: 200, blue: 200)
        let colors = Dictionary(
            uniqueKeysWithValues: Base16Scheme.Slot.required.map { ($0, gray) })
        guard let scheme = Base16Scheme(name: "roles", author: "", colors: colors) else {
            return .plain
        }
        let rules = Role.allCases.enumerated().map { index, role in
            (role, ThemeRule(foreground: .rgb(Color(red: UInt8(index), green: 1, blue: 0))))
        }
        return Theme(
            ThemeDefinition(
                name: "roles", scheme: scheme, roles: Dictionary(uniqueKeysWithValues: rules)),
            depth: .trueColor)
    }()

    private static func role(of style: Style) -> Role? {
        guard let red = style.foreground.components?.red, Int(red) < Role.allCases.count else {
            return nil
        }
        return Role.allCases[Int(red)]
    }
}
