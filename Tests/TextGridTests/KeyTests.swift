import Testing
import TextGrid

@Suite struct KeyTests {
    @Test(
        "the text form of a key reads back as the same key",
        arguments: [
            "g", "G", "?", "å", "-", "space", "ctrl-l", "ctrl-space", "alt-x", "ctrl-alt-x",
            "ctrl--", "up", "shift-up", "ctrl-alt-shift-left", "pgup", "pgdn", "home", "end",
            "tab", "shift-tab", "enter", "esc", "backspace", "del", "ins", "f1", "f12", "alt-enter",
        ])
    func roundTrip(text: String) {
        #expect(Key(text)?.description == text)
        #expect(Key(text).flatMap { Key($0.description) } == Key(text))
    }

    @Test(
        "synonyms and other cases read as the same key",
        arguments: [
            ("PageDown", "pgdn"), ("Return", "enter"), ("C-x", "ctrl-x"), ("Ctrl-L", "ctrl-l"),
            ("backtab", "shift-tab"), ("shift-g", "G"), ("ESCAPE", "esc"), ("F5", "f5"),
        ])
    func synonyms(text: String, plain: String) {
        #expect(Key(text)?.description == plain)
    }

    @Test(
        "keys that a terminal sends alike are alike",
        arguments: [
            ("ctrl-i", "tab"), ("ctrl-m", "enter"), ("ctrl-j", "enter"), ("ctrl-h", "backspace"),
            ("ctrl-[", "esc"), ("ctrl-@", "ctrl-space"), ("ctrl-/", "ctrl-_"),
            ("ctrl-shift-l", "ctrl-l"),
        ])
    func sentAlike(one: String, other: String) {
        #expect(Key(one) == Key(other))
    }

    @Test(
        "what is no key is refused",
        arguments: ["", "gg", "f0", "f13", "f01", "hyper-x", "ctrl-", "\u{1B}", "pagedwn", " "])
    func refused(text: String) {
        #expect(Key(text) == nil)
    }

    @Test("only a plain character types itself")
    func typed() {
        #expect(Key("ö")?.typed == "ö")
        #expect(Key("space")?.typed == " ")
        #expect(Key("ctrl-a")?.typed == nil)
        #expect(Key("up")?.typed == nil)
    }
}
