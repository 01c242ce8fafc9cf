import Glibc
import Terminal
import TextGrid

/// A list to move in, and the last event in words: what the tests look at.
struct Demo: FullScreenProgram {
    var session: TerminalSession?
    private var selected = 0
    private var last = "none"
    private var events = 0
    private var text = ""
    private var showsPrompt = false
    private var shade = 0
    private var child: ChildProcess?
    private var alarmAt: ContinuousClock.Instant?

    struct Failure: Error {}

    static var options: TerminalSession.Options {
        var options = TerminalSession.Options()
        if let color = value("DEMO_COLOR").flatMap(ColorSetting.init) { options.color = color }
        options.canSuspend = value("DEMO_NO_SUSPEND") == nil
        return options
    }

    private static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    var watched: [WatchedDescriptor] {
        child.map { [WatchedDescriptor(id: 1, descriptor: $0.output)] } ?? []
    }

    var alarm: ContinuousClock.Instant? { alarmAt }

    mutating func handle(_ event: Event) throws -> Reaction {
        switch event {
        case .input(.key(let key)): return try handle(key)
        case .input(.paste(let text)):
            return say("paste \(text.replacing("\n", with: "/"))")
        case .input(.mouse(let mouse)):
            return say("\(mouse.action) at \(mouse.position.x),\(mouse.position.y)")
        case .input(.focus(let isFocused)): return say("focus \(isFocused)")
        case .resize(let size): return say("size \(size.width)x\(size.height)")
        case .minute: return .draw
        case .alarm:
            alarmAt = nil
            return say("alarm")
        case .readable: return readChild()
        case .interrupt: return .finish
        case .ending: return .ignore
        case .resumed: return say("\(last) resumed")
        }
    }

    private mutating func handle(_ key: Key) throws -> Reaction {
        switch key.description {
        case "q": return .finish
        case "j", "k":
            let step = key.description == "j" ? 1 : -1
            selected = max(0, selected + step)
            return .draw
        case "i": return .draw
        case "S":
            kill(getpid(), SIGTSTP)
            return .ignore
        case "V":
            child = try ChildProcess("/bin/sh", ["-c", "env | grep TERMINFO="])
            return .ignore
        case "D":
            // Colours that no frame before had.
            shade = (shade + 0x010307) & 0xFFFFFF
            return .draw
        case "Y": return say("copied \(session?.copy("Hej, å!") ?? false)")
        case "E": throw Failure()
        case "T": return crash()
        case "A": abort()
        case "H":
            text = "bell\u{7} esc\u{1B}[2J bidi\u{202E} zero\u{200B}\u{9B}31m end"
            return .draw
        case "P":
            showsPrompt.toggle()
            return .draw
        case "W":
            alarmAt = .now + .milliseconds(20)
            return .ignore
        case "C":
            child = try ChildProcess(
                "/bin/sh", ["-c", "trap 'exit 7' TERM; echo from the child; sleep 0"])
            return .ignore
        case "F":
            let exit = try session?.runInForeground("/bin/sh", ["-c", "echo outside; exit 3"])
            return say("foreground \(exit.map { "\($0)" } ?? "none")")
        case "ctrl-z" where Demo.options.canSuspend:
            session?.suspend()
            return .ignore
        case "ctrl-l":
            session?.redraw()
            return .ignore
        default: return say("key \(key)")
        }
    }

    /// Every cell of the list in colours of its own.
    private func paintShades(on frame: inout Frame) {
        for y in 3..<max(3, frame.size.height - 1) {
            for x in 0..<frame.size.width {
                let value = shade &+ y &* 0x0B0D11 &+ x &* 0x050301
                frame.write(
                    "x", x: x, y: y,
                    style: Style(
                        foreground: Color(
                            red: UInt8(truncatingIfNeeded: value >> 16),
                            green: UInt8(truncatingIfNeeded: value >> 8),
                            blue: UInt8(truncatingIfNeeded: value)),
                        background: DemoTheme.ground))
            }
        }
    }

    private func crash() -> Reaction {
        let empty: [Int] = []
        return empty[selected] == 0 ? .ignore : .draw
    }

    private mutating func readChild() -> Reaction {
        switch child?.read() {
        case .bytes(let bytes):
            return say(
                "child: \(String(decoding: bytes, as: UTF8.self).split(separator: "\n").joined(separator: "/"))"
            )
        case .ended:
            let exit = child?.wait()
            child = nil
            return say("\(last) ended \(exit.map { "\($0)" } ?? "none")")
        case .nothing, nil: return .ignore
        }
    }

    private mutating func say(_ what: String) -> Reaction {
        last = what
        events += 1
        return .draw
    }

    // MARK: View

    mutating func frame(_ size: Size) -> Frame {
        var frame = Frame(size: size, style: DemoTheme.plain)
        let isUnicode = session?.usesUnicode ?? false
        let depth = session?.depth.rawValue ?? "none"
        frame.write(
            "demo \(depth) \(isUnicode ? "unicode" : "ascii") åäö", x: 1, y: 0,
            style: DemoTheme.title)
        frame.write("#\(events) \(last)|", x: 1, y: 1, style: DemoTheme.plain)
        frame.write(text, x: 1, y: 2, style: DemoTheme.plain)
        for row in 0..<max(0, size.height - 4) {
            DemoTheme.draw(row: row, isSelected: row == selected, on: &frame, y: row + 3)
        }
        if shade != 0 { paintShades(on: &frame) }
        frame.write("bottom", x: 1, y: size.height - 1, style: DemoTheme.dim)
        if showsPrompt { frame.cursor = Frame.Position(x: 5, y: 2) }
        return frame
    }
}

/// A list as a dashboard has it: a mark and a strong name for the selected row, five columns in three colours.
enum DemoTheme {
    static let ground = Color(red: 0x1A, green: 0x1B, blue: 0x26)
    static let plain = Style(
        foreground: Color(red: 0xC8, green: 0xC8, blue: 0xD0), background: ground)
    static let dim = Style(
        foreground: Color(red: 0x70, green: 0x78, blue: 0x88), background: ground)
    static let green = Style(
        foreground: Color(red: 0x60, green: 0xD0, blue: 0x80), background: ground)
    static let title = plain.with(.bold)
    static let accent = Style(
        foreground: Color(red: 0x7A, green: 0xA2, blue: 0xF7), background: ground, attributes: .bold
    )

    static func draw(row: Int, isSelected: Bool, on frame: inout Frame, y: Int) {
        let rank = String(row + 1)
        frame.write(isSelected ? "▌" : " ", x: 1, y: y, style: accent)
        frame.write(
            rank, x: 7 - rank.count, y: y, style: isSelected ? accent : plain)
        frame.write("▲31", x: 9, y: y, style: green)
        frame.write("Kristinehamn", x: 15, y: y, style: isSelected ? accent : plain)
        frame.write("Värmland", x: 34, y: y, style: dim)
        frame.write("⠉⠢⣀⣀⠤⠊", x: 52, y: y, style: dim)
        frame.write("│", x: 60, y: y, style: dim)
        frame.write("news item number \(row)", x: 64, y: y, style: plain)
    }
}
