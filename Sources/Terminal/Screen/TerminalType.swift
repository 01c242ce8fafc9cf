import CNcurses
import TextGrid

/// Which terminfo entry to run a screen with, and in how many colours.
struct TerminalType {
    let entry: TerminfoEntry
    let depth: ColorDepth
    /// Whether `entry` is made here, and not one that ncurses finds by its name.
    let isOwn: Bool

    /// Whether the terminal tells clicks and marks pasted text. Entries of terminals that do have `kmous`.
    var hasModes: Bool { entry.strings["kmous"] != nil }

    /// Finds out from TERM, COLORTERM and NO_COLOR, read by `value`.
    ///
    /// A type without an installed entry is run with a fallback where its name or COLORTERM tells that it behaves like an
    /// xterm.
    ///
    /// - Throws: `TerminalError`.
    static func detect(
        _ setting: ColorSetting, descriptor: Int32, environment value: (String) -> String?
    ) throws(TerminalError) -> TerminalType {
        guard let name = value("TERM") else { throw .typeNotSet }
        if name == "dumb" || name == "unknown" { throw .typeTooPoor(shown(name)) }
        let found: TerminfoEntry
        if utkik_terminfo_load(name, descriptor) == 1 {
            found = .loaded(as: name)
            utkik_terminfo_unload()
        } else if isLikeXterm(name) || value("COLORTERM") != nil {
            found = .fallback
        } else {
            throw .typeUnknown(shown(name))
        }
        guard found.strings["cup"] != nil, found.strings["clear"] != nil else {
            throw .typeTooPoor(shown(name))
        }
        let depth = setting.depth(of: found, environment: value)
        guard found.usesECMA48 else {
            return TerminalType(entry: found, depth: depth, isOwn: false)
        }
        var own = found.normalized(for: depth)
        own.name = TerminfoEntry.fallback.name
        return TerminalType(entry: own, depth: depth, isOwn: true)
    }

    private static func isLikeXterm(_ name: String) -> Bool {
        let families = [
            "xterm", "alacritty", "contour", "foot", "ghostty", "gnome", "iterm", "kitty",
            "konsole", "mintty", "mlterm", "ms-terminal", "putty", "rio", "rxvt", "screen", "st-",
            "tmux", "vscode", "vte", "wezterm", "zellij",
        ]
        return families.contains { name.hasPrefix($0) } || name == "st"
    }

    /// A name from the environment as it may stand in a message.
    private static func shown(_ name: String) -> String {
        String(
            name.unicodeScalars.filter { $0.isASCII && $0.value > 0x20 && $0.value < 0x7F }
                .prefix(40).map(Character.init))
    }
}
