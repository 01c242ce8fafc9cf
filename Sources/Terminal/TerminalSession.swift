import CNcurses
import Glibc
import TextGrid

/// A full screen on the terminal, from its opening to its end.
///
/// The terminal is given back as it was on every way out: `close`, the end of the object, `exit`, and a crash. Make it before
/// the process has a second thread (see `SignalSource`), one at a time, and use it on the thread that made it.
public final class TerminalSession {
    /// What the user chose.
    public struct Options: Sendable {
        /// Which colours to use.
        public var color: ColorSetting
        /// Whether clicks and the wheel are told. While they are, most terminals mark text only with Shift held.
        public var usesMouse: Bool
        /// Whether the program can be stopped, by `suspend` and by SIGTSTP.
        public var canSuspend: Bool
        /// How long in milliseconds an Esc may be the beginning of a longer sequence.
        public var escapeDelay: Int

        /// Colours as the terminal has them, with mouse and suspension, and 40 ms for an Esc, unless told otherwise.
        public init(
            color: ColorSetting = .auto, usesMouse: Bool = true, canSuspend: Bool = true,
            escapeDelay: Int = 40
        ) {
            self.color = color
            self.usesMouse = usesMouse
            self.canSuspend = canSuspend
            self.escapeDelay = escapeDelay
        }
    }

    /// What the session was opened with.
    public let options: Options
    /// Whether characters beyond ASCII can be shown. If not, none are written.
    public let usesUnicode: Bool
    /// How many colours are shown; frames may hold any.
    public let depth: ColorDepth
    /// The screen's size now.
    public private(set) var size: Size

    let device: TerminalDevice
    let signals: SignalSource
    let type: TerminalType
    private let screen: CursesScreen
    private var isOnScreen = false
    /// Whether `comeBack` has been called since the loop looked.
    var hasComeBack = false

    /// Opens the screen.
    ///
    /// - Throws: `TerminalError`, with the terminal as it was.
    public init(_ options: Options = Options()) throws(TerminalError) {
        self.options = options
        signals = try SignalSource()
        usesUnicode = TerminalLocale.activate()
        device = try TerminalDevice()
        type = try TerminalType.detect(
            options.color, descriptor: device.descriptor, environment: EnvironmentVariables.value)
        depth = type.depth
        size = device.size
        screen = try CursesScreen(type: type, size: size, usesUnicode: usesUnicode)
        enter()
    }

    deinit { close() }

    /// Gives the terminal back to the shell. After that the session is of no use.
    public func close() {
        leave()
        utkik_crash_guard_disarm()
    }

    // MARK: Drawing

    /// Brings the screen to `frame`: with the fewest bytes, none where nothing changed.
    ///
    /// A frame of another size than the screen's is shown as far as it fits.
    ///
    /// - Complexity: O(*c*) in the number of cells.
    public func present(_ frame: Frame) {
        guard isOnScreen else { return }
        device.write(screen.present(frame))
    }

    /// Draws all of the screen anew, as for Ctrl-L: for when something else has written on it.
    public func redraw() {
        guard isOnScreen else { return }
        device.write(screen.redraw())
    }

    /// Rings the bell.
    public func ring() {
        device.write([0x07])
    }

    /// Puts `text` on the clipboard of the terminal's user (xterm's OSC 52), as far as the terminal lets it.
    ///
    /// - Returns: false where the text is longer than terminals take, 74,994 bytes.
    public func copy(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= 74_994 else { return false }
        device.write(Array("\u{1B}]52;c;\(Base64.text(of: bytes))\u{1B}\\".utf8))
        return true
    }

    // MARK: Leaving and coming back

    /// Runs `body` with the terminal as the shell has it, then comes back and draws all anew.
    public func outside<Result>(_ body: () throws -> Result) rethrows -> Result {
        leave()
        defer { comeBack() }
        return try body()
    }

    /// Gives the terminal back and stops the process until the shell continues it; for Ctrl-Z, which is a key like any
    /// other here.
    ///
    /// Comes back at once where no one could continue it, as in a session without job control.
    public func suspend() {
        guard options.canSuspend else { return }
        leave()
        signals.stop()
        // Who was told to end while stopped may have no terminal to come back to.
        if !signals.isEnding { comeBack() }
    }

    /// Takes over the terminal again, whose size and content may be others now, and draws all that was on it.
    func comeBack() {
        leave()
        enter()
        device.write(screen.redraw())
        hasComeBack = true
    }

    private func enter() {
        isOnScreen = true
        let restoring = modes(on: false) + Array(TerminalRestoring.bytes(of: type.entry))
        var shellModes = device.modesOfShell
        // CAN ends a sequence that may be half written (ECMA-48 8.3.6).
        utkik_crash_guard_arm(
            device.descriptor, &shellModes, [0x18] + restoring.map(CChar.init(bitPattern:)),
            restoring.count + 1)
        device.enterRawMode()
        resize()
        device.write(modes(on: true))
    }

    func leave() {
        guard isOnScreen else { return }
        isOnScreen = false
        device.write(modes(on: false) + screen.leave())
        device.drain(milliseconds: 1_000)
        device.leaveRawMode()
        utkik_crash_guard_disarm()
    }

    /// Asks the terminal for its size.
    ///
    /// - Returns: whether it is another one.
    @discardableResult
    func resize() -> Bool {
        let new = device.size
        guard new != size else { return false }
        size = new
        screen.resize(to: new)
        return true
    }

    /// Bracketed paste (2004), clicks (1000) with coordinates of any size (1006): xterm's private modes.
    private func modes(on: Bool) -> [UInt8] {
        guard type.hasModes else { return [] }
        let numbers = options.usesMouse ? ["2004", "1000", "1006"] : ["2004"]
        return numbers.flatMap { Array("\u{1B}[?\($0)\(on ? "h" : "l")".utf8) }
    }
}

/// What a crash writes to leave the full screen.
enum TerminalRestoring {
    static func bytes(of entry: TerminfoEntry) -> [UInt8] {
        ["rmkx", "op", "sgr0", "cnorm", "rmcup"].flatMap {
            withoutPadding(Array((entry.strings[$0] ?? "").utf8))
        }
    }

    /// Leaves out `$<5>`, the pauses that very old terminals needed.
    private static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[(end + 1)...]
            } else {
                result.append(byte)
            }
        }
        return result
    }
}

/// RFC 4648, section 4.
enum Base64 {
    static func text(of bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = 0
            for offset in 0..<3 {
                bits = bits << 8 | (offset < group.count ? Int(group[start + offset]) : 0)
            }
            for offset in 0..<4 {
                let isPadding = offset > group.count
                result.append(
                    isPadding ? UInt8(ascii: "=") : digits[bits >> (18 - 6 * offset) & 63])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
