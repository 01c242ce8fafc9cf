import TerminalDriver
import Testing

/// The demonstration program on a terminal of its own.
enum DemoTerminal {
    /// - Parameter changes: variables to set, or to leave out (nil), beside those of a modern terminal.
    static func start(
        _ changes: [String: String?] = [:], columns: Int = 120, rows: Int = 40
    ) throws -> PseudoTerminal {
        var environment: [String: String] = [
            "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
        ]
        for (name, value) in changes { environment[name] = value }
        return try PseudoTerminal(
            BuiltProduct.path("TerminalDemo"), environment: environment, columns: columns,
            rows: rows)
    }

    /// The same, when its first frame is seen.
    static func shown(
        _ changes: [String: String?] = [:], columns: Int = 120, rows: Int = 40
    ) throws -> PseudoTerminal {
        let terminal = try start(changes, columns: columns, rows: rows)
        try #require(terminal.wait { $0.row($0.rows - 1) == " bottom" }, "\(terminal.screen.text)")
        return terminal
    }
}
