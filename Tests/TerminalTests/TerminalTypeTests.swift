import Foundation
import TerminalDriver
import Testing
import TextGrid

@testable import Terminal

@Suite struct TerminalTypeTests {
    @Test(
        "a terminal that can't show a full screen gets one line that says what to do, and exit 1",
        arguments: [
            ("dumb", "TERM=dumb"), ("", "TERM is not set"), ("unset", "TERM is not set"),
            ("nonsense", "TERM=nonsense"), ("non\u{1B}[31msense", "TERM=non[31msense"),
            ("unknown", "TERM=unknown"),
        ])
    func refused(type: String, text: String) throws {
        let terminal = try DemoTerminal.start(
            ["TERM": type == "unset" ? nil : type, "COLORTERM": nil])
        #expect(terminal.waitForExit() == .code(1))
        let screen = terminal.screen
        #expect(screen.text.contains(text))
        #expect(screen.text.contains("TERM=xterm-256color"))
        #expect(!screen.isAlternate)
        #expect(terminal.hasShellModes)
        let written = String(decoding: screen.log, as: UTF8.self)
        #expect(written.split(separator: "\r\n").count == 1)
        #expect(!written.contains("\u{1B}"))
    }

    @Test(
        "a modern terminal without an entry of its own works", arguments: ["xterm-ghostty", "foot"])
    func fallback(type: String) throws {
        let terminal = try DemoTerminal.shown(["TERM": type])
        #expect(terminal.screen.row(0) == " demo trueColor unicode åäö")
        terminal.type("j")
        #expect(terminal.wait { $0[1, 4].text == "▌" })
        terminal.type("q")
        #expect(terminal.waitForExit() == .code(0))
        #expect(!terminal.screen.isAlternate)
    }

    @Test("entries of many kinds of terminals work")
    func installed() throws {
        let types = [
            "xterm", "linux", "vt100", "vt220", "screen", "tmux", "rxvt-unicode", "ansi", "Eterm",
        ]
        for type in types {
            let terminal = try DemoTerminal.shown(["TERM": type, "COLORTERM": nil])
            #expect(terminal.screen.row(3).contains("Kristinehamn"), "\(type)")
            terminal.type("j")
            #expect(terminal.wait { $0[1, 4].text == "▌" }, "\(type)")
        }
    }

    @Test("without a terminal it says what to use")
    func pipe() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "\(BuiltProduct.path("TerminalDemo")) | cat; echo done"],
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
        #expect(terminal.wait(for: "done"))
        #expect(terminal.screen.shows("utkik --plain"))
        #expect(terminal.screen.shows("utkik render"))
    }

    @Test("the keyboard is the terminal even where standard input is not")
    func pipedInput() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "echo j | \(BuiltProduct.path("TerminalDemo"))"],
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
        try #require(terminal.wait(for: "bottom"))
        terminal.type("q")
        #expect(terminal.waitForExit() == .code(0))
    }

    @Test("what TERMINFO said is left as it was for child processes")
    func environment() throws {
        let terminal = try DemoTerminal.shown(["TERMINFO": "/lib/terminfo"])
        terminal.type("V")
        #expect(terminal.wait(for: "TERMINFO=/lib/terminfo"))
    }

    // MARK: The compiled entry

    @Test(
        "an entry is compiled as tic does it",
        arguments: [nil] + ColorDepth.allCases.map(Optional.init))
    func tic(depth: ColorDepth?) throws {
        let entry = depth.map(TerminfoEntry.fallback.normalized) ?? .fallback
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "utkik-terminfo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "source")
        try TerminfoSource.text(of: entry).write(to: source, atomically: true, encoding: .utf8)
        let tic = Process()
        tic.executableURL = URL(filePath: "/usr/bin/tic")
        tic.arguments = ["-x", "-o", folder.path, source.path]
        try tic.run()
        tic.waitUntilExit()
        #expect(tic.terminationStatus == 0)
        let compiled = try Data(contentsOf: folder.appending(path: "u/utkik"))
        // tic writes 16-bit numbers where all fit.
        guard compiled.starts(with: [0x1E, 0x02]) else {
            #expect(depth == .mono)
            return
        }
        #expect(Array(compiled) == entry.compiled())
    }
}

/// An entry in the form that tic reads (terminfo(5)).
enum TerminfoSource {
    static func text(of entry: TerminfoEntry) -> String {
        let flags = entry.flags.union(entry.extendedFlags).sorted()
        let numbers = entry.numbers.sorted { $0.key < $1.key }.map { "\($0.key)#\($0.value)" }
        let strings = entry.strings.sorted { $0.key < $1.key }.map {
            "\($0.key)=\(escaped($0.value))"
        }
        return "\(entry.name),\n" + (flags + numbers + strings).map { "\t\($0),\n" }.joined()
    }

    private static func escaped(_ value: String) -> String {
        value.unicodeScalars.map { scalar in
            switch scalar {
            case "\u{1B}": "\\E"
            case "\u{7F}": "^?"
            case ",", "\\", "^": "\\\(scalar)"
            case "\u{0}"..."\u{1F}": "^\(Unicode.Scalar(UInt8(scalar.value) + 0x40))"
            default: String(scalar)
            }
        }.joined()
    }
}
