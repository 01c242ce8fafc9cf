import ClimateModel
import Configuration
import Dashboard
import Testing
import TextGrid
import UtkikApp

@Suite struct ThemeFileTests {
    private let palette = SampleScheme.base16

    private var modern: String {
        "system: \"base16\"\nname: \"Sjö\"\nauthor: \"Någon\"\nvariant: \"dark\"\npalette:\n"
            + palette.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n") + "\n"
    }

    private func parse(_ text: String) throws(FileProblems) -> ThemeDefinition {
        try ThemeFile.parse(text, name: "sample", path: "sample.yaml")
    }

    /// The lines and English messages of what is wrong.
    private func problems(_ text: String) -> [String] {
        do {
            _ = try parse(text)
            return []
        } catch {
            return error.problems.map { $0.text(in: .english) }
        }
    }

    @Test func readsTheFormOfToday() throws {
        let theme = try parse(modern)
        #expect(theme.name == "sample")
        #expect(theme.scheme.name == "Sjö")
        #expect(theme.scheme.author == "Någon")
        #expect(theme.scheme.variant == .dark)
        #expect(theme.scheme[.base0D] == Color(hex: "80baf2"))
        #expect(theme.roles.isEmpty && theme.surfaces.isEmpty)
    }

    @Test func readsTheOlderFlatForm() throws {
        let theme = try parse("scheme: \"Sjö\"\nauthor: \"Någon\"\n" + palette)
        #expect(theme.scheme.name == "Sjö")
        #expect(theme.scheme == (try parse(modern)).scheme)
    }

    @Test func readsTheBrightColorsOfBase24() throws {
        let theme = try parse(
            modern.replacing("base16", with: "base24") + "  base12: \"#ff9d92\"\n  base17: d6bff7\n"
        )
        #expect(theme.scheme[.base12] == Color(hex: "ff9d92"))
        #expect(theme.scheme[.base17] == Color(hex: "d6bff7"))
        #expect(theme.scheme[.base13] == theme.scheme[.base0A])
    }

    @Test(arguments: [
        "\"#AABBCC\"", "'#aabbcc'", "\"aabbcc\"", "aabbcc", "AaBbCc", "#aabbcc",
        "#AABBCC # a comment", "\"aabbcc\" # a comment",
    ])
    func aColorMayBeWrittenInManyWays(written: String) throws {
        let theme = try parse(modern.replacing("\"80baf2\"", with: written))
        #expect(theme.scheme[.base0D] == Color(hex: "aabbcc"))
    }

    /// Digits alone are a number to YAML, and 000000 an octal one.
    @Test(arguments: ["000000", "123456", "010203", "1e1000"])
    func digitsAreColorsToo(written: String) throws {
        let theme = try parse(modern.replacing("\"80baf2\"", with: written))
        #expect(theme.scheme[.base0D] == Color(hex: written))
    }

    @Test func keysMayBeInLowerCase() throws {
        let theme = try parse(modern.replacing("base0D", with: "base0d"))
        #expect(theme.scheme[.base0D] == Color(hex: "80baf2"))
    }

    @Test func readsTheRolesOfTheUtkikBlock() throws {
        let theme = try parse(
            modern + """
                utkik:
                  rankings.up: base0C
                  status.red: "#ff0000"
                  pane.border.focus: {color: base0E, style: [bold, underline]}
                  text.match:
                    background: base0A
                    color: base00
                    style: plain
                  surface.selection.focus: {background: base0D}
                """)
        #expect(theme.roles[.rankingsUp] == ThemeRule(foreground: .slot(.base0C)))
        #expect(
            theme.roles[.statusRed]
                == ThemeRule(foreground: .rgb(Color(red: 255, green: 0, blue: 0))))
        #expect(
            theme.roles[.paneBorderFocus]
                == ThemeRule(foreground: .slot(.base0E), attributes: [.bold, .underline]))
        #expect(
            theme.roles[.match]
                == ThemeRule(
                    foreground: .slot(.base00), background: .slot(.base0A), attributes: []))
        #expect(theme.surfaces[.selectionFocus] == ThemeRule(background: .slot(.base0D)))
    }

    @Test func anEmptyBlockSaysNothing() throws {
        #expect(try parse(modern + "utkik:\n").roles.isEmpty)
    }

    @Test func problemsNameTheirLineAndTheRemedy() {
        #expect(
            problems(modern.replacing("\"80baf2\"", with: "\"80baf\"")) == [
                "sample.yaml:19: base0D should be a colour of six hexadecimal digits, as \"1a2b3c\""
            ])
        #expect(
            problems(modern.replacing("variant: \"dark\"", with: "variant: dusky"))
                == ["sample.yaml:4: variant should be dark or light"])
        #expect(
            problems(modern.replacing("  base0E: \"c3a5ec\"\n", with: ""))
                == ["sample.yaml: lacks base0E"])
        #expect(
            problems(modern + "utkik:\n  rankings.upp: base0B\n") == [
                "sample.yaml:23: unknown role “rankings.upp” – did you mean rankings.up?"
            ])
        #expect(
            problems(modern + "utkik:\n  text: blue\n  rankings: {colour: base0B}\n") == [
                "sample.yaml:23: expected a colour: base00 to base17, or six hexadecimal digits",
                "sample.yaml:24: expected color, background or style",
            ])
        #expect(
            problems(modern + "utkik:\n  text: {style: [bold, shiny]}\n") == [
                "sample.yaml:23: expected bold, dim, italic, underline, reverse or plain"
            ])
        #expect(
            problems(modern + "utkik: [1, 2]\n")
                == ["sample.yaml:22: utkik should be lines as rankings.up: base0B"])
    }

    @Test(arguments: [
        "", "just text", "- a\n- b", "\u{0}", "palette: 12", "a: [", "\t: x", "a: *b",
    ])
    func whatIsNoSchemeIsRefused(text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test func problemsAreInSwedishToo() throws {
        do {
            _ = try parse("palette: 12")
            Issue.record("was read")
        } catch {
            #expect(error.text(in: .swedish).hasPrefix("sample.yaml:1: palette ska vara"))
        }
    }

    /// Aliases that would grow without bound, and nesting without end, are refused or read within their bounds.
    @Test func hostileFilesAreHarmless() {
        var laughs = "a0: &a0 [x, x]\n"
        for level in 1...40 {
            laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        #expect(!problems(laughs).isEmpty)
        #expect(!problems(laughs + "utkik: *a40\n" + palette).isEmpty)
        #expect(!problems(String(repeating: "[", count: 30_000)).isEmpty)
        #expect(!problems(String(repeating: "a: ", count: 20_000)).isEmpty)
        #expect(
            !problems("utkik:\n  \"\u{1B}[31m\": base0B\n" + palette).contains {
                $0.contains("\u{1B}")
            })
    }

    /// A scheme with any one line broken is read or refused, never a crash.
    @Test func damagedFilesAreReadOrRefused() {
        let bytes = Array(modern.utf8)
        for index in stride(from: 0, to: bytes.count, by: 5) {
            var damaged = bytes
            damaged[index] = UInt8(truncatingIfNeeded: index &* 31)
            _ = problems(String(decoding: damaged, as: UTF8.self))
        }
        #expect(problems(modern) == [])
    }
}
