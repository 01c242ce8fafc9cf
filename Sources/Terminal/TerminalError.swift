import ClimateModel

/// Why a full screen can't be opened. Each says what to do about it.
public enum TerminalError: Error, Hashable {
    /// Standard output, or the keyboard, is no terminal.
    case notATerminal
    /// TERM is empty or not set.
    case typeNotSet
    /// The terminal of this name has no terminfo entry, and its name doesn't tell what it is.
    case typeUnknown(String)
    /// The terminal of this name can't move its cursor or clear its screen.
    case typeTooPoor(String)
    /// The system refused something; its own words.
    case system(String)

    /// One line for the user.
    public var message: Phrase {
        switch self {
        case .notATerminal:
            Phrase(
                sv: "utkik behöver en terminal. Utan en: utkik --plain, eller utkik render.",
                en: "utkik needs a terminal. Without one: utkik --plain, or utkik render.")
        case .typeNotSet:
            Phrase(
                sv:
                    "Miljövariabeln TERM är inte satt. Sätt den, till exempel: TERM=xterm-256color utkik",
                en: "TERM is not set. Set it, for example: TERM=xterm-256color utkik")
        case .typeUnknown(let name):
            Phrase(
                sv: "Okänd terminaltyp TERM=\(name). Sätt en känd, till exempel: "
                    + "TERM=xterm-256color utkik",
                en: "Unknown terminal type TERM=\(name). Set a known one, for example: "
                    + "TERM=xterm-256color utkik")
        case .typeTooPoor(let name):
            Phrase(
                sv: "Terminaltypen TERM=\(name) klarar inte helskärm. Använd utkik --plain, "
                    + "eller sätt till exempel TERM=xterm-256color",
                en: "The terminal type TERM=\(name) can't show a full screen. Use utkik --plain, "
                    + "or set for example TERM=xterm-256color")
        case .system(let reason):
            Phrase(
                sv: "Terminalen kunde inte öppnas: \(reason)",
                en: "The terminal could not be opened: \(reason)")
        }
    }
}
