import Glibc
import TextGrid

/// What a full screen would find, without opening one: for whoever looks for what is wrong.
public struct TerminalReport: Hashable, Sendable {
    /// How many colours would be shown.
    public var depth: ColorDepth
    /// Whether characters beyond ASCII would be shown.
    public var usesUnicode: Bool
    /// Nil where standard output is no terminal.
    public var size: Size?

    /// - Throws: why a full screen could not be opened here.
    public init(_ setting: ColorSetting) throws(TerminalError) {
        usesUnicode = TerminalLocale.activate()
        depth = try TerminalType.detect(
            setting, descriptor: STDOUT_FILENO, environment: EnvironmentVariables.value
        ).depth
        var window = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 {
            size = Size(width: Int(window.ws_col), height: Int(window.ws_row))
        }
    }
}
