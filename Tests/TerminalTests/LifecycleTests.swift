import Glibc
import Terminal
import TerminalDriver
import Testing

@Suite struct LifecycleTests {
    @Test("SIGTERM ends with 143, as a shell has it")
    func exitCode() {
        #expect(Ending.signal(SIGTERM).exitCode == 143)
        #expect(Ending.finished.exitCode == 0)
    }

    private func expectRestored(
        _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(!terminal.screen.isAlternate, sourceLocation: sourceLocation)
        #expect(terminal.screen.isCursorVisible, sourceLocation: sourceLocation)
        #expect(!terminal.screen.tellsMouse, sourceLocation: sourceLocation)
        #expect(terminal.hasShellModes, sourceLocation: sourceLocation)
        let log = String(decoding: terminal.screen.log, as: UTF8.self)
        #expect(
            log.contains("\u{1B}[?2004l"), "bracketed paste stays on",
            sourceLocation: sourceLocation)
    }

    @Test("quitting gives the terminal back")
    func quit() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("q")
        #expect(terminal.waitForExit() == .code(0))
        expectRestored(terminal)
    }

    @Test(
        "a signal that ends the program gives the terminal back",
        arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func ended(signal: Int32) throws {
        let terminal = try DemoTerminal.shown()
        terminal.signal(signal)
        #expect(terminal.waitForExit() == .code(128 + signal))
        expectRestored(terminal)
    }

    @Test("Ctrl-C ends the program as SIGINT does")
    func interrupt() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("\u{3}")
        #expect(terminal.waitForExit() == .code(130))
        expectRestored(terminal)
    }

    @Test("an error is told on the shell's screen")
    func thrown() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("E")
        #expect(terminal.waitForExit() == .code(1))
        #expect(terminal.screen.shows("failed: Failure()"))
        expectRestored(terminal)
    }

    @Test("a crash gives the terminal back, and is a crash still")
    func crash() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("T")
        let exit = terminal.waitForExit()
        #expect(exit == .signal(SIGILL) || exit == .signal(SIGTRAP))
        expectRestored(terminal)
    }

    @Test("a fatal signal gives the terminal back", arguments: [SIGSEGV, SIGBUS, SIGABRT, SIGFPE])
    func fatal(signal: Int32) throws {
        let terminal = try DemoTerminal.shown()
        terminal.signal(signal)
        #expect(terminal.waitForExit() == .signal(signal))
        expectRestored(terminal)
    }

    @Test("abort gives the terminal back")
    func aborted() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("A")
        #expect(terminal.waitForExit() == .signal(SIGABRT))
        expectRestored(terminal)
    }

    @Test("a closed terminal ends the program within a second, without spinning")
    func closed() throws {
        let terminal = try DemoTerminal.shown()
        let before = terminal.processorTime
        terminal.closeMaster()
        #expect(terminal.waitForExit(seconds: 1) == .code(129))
        #expect(terminal.processorTime - before < 0.5)
    }

    @Test("a closed terminal ends a program that does not hear of SIGHUP")
    func closedWithoutSignal() throws {
        // setsid leaves the program without a controlling terminal, so no SIGHUP comes.
        let terminal = try PseudoTerminal(
            "/usr/bin/setsid", ["--wait", BuiltProduct.path("TerminalDemo")],
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
        try #require(terminal.wait(for: "bottom"))
        terminal.closeMaster()
        #expect(terminal.waitForExit(seconds: 1) != nil)
    }

    @Test("a terminal that stops reading can't keep the program from ending")
    func stuck() throws {
        let terminal = try DemoTerminal.shown()
        // Nothing is read from here on: a few screens fill every buffer on the way.
        for _ in 0..<40 { terminal.type("D") }
        terminal.signal(SIGTERM)
        #expect(terminal.waitForExit(seconds: 5, reading: false) == .code(143))
    }

    @Test("Ctrl-Z and fg under a shell")
    func suspend() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-i", "-m"],
            environment: [
                "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8",
                "PATH": "/usr/bin:/bin", "PS1": "shell> ",
            ])
        try #require(terminal.wait(for: "shell>"))
        terminal.type(BuiltProduct.path("TerminalDemo") + "\r")
        try #require(terminal.wait { $0.isAlternate && $0.shows("bottom") })
        // By the key, and by a signal from elsewhere.
        for key in ["\u{1A}", "S"] {
            terminal.type(key)
            try #require(
                terminal.wait { !$0.isAlternate && $0.row($0.cursor.y).hasPrefix("shell>") })
            terminal.type("echo in the shell\r")
            #expect(terminal.wait { !$0.isAlternate && $0.shows("in the shell") })
            terminal.resize(columns: 100, rows: 30)
            terminal.type("fg\r")
            try #require(terminal.wait { $0.isAlternate && $0.row($0.rows - 1) == " bottom" })
            #expect(terminal.wait(for: "resumed|"))
            #expect(terminal.screen.tellsMouse)
            #expect(!terminal.screen.isCursorVisible)
        }
        terminal.type("q")
        try #require(terminal.wait { !$0.isAlternate && $0.row($0.cursor.y).hasPrefix("shell>") })
        terminal.type("exit 5\r")
        #expect(terminal.waitForExit() == .code(5))
    }

    @Test("Ctrl-Z does not stop a program that no shell could continue")
    func orphan() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("\u{1A}")
        #expect(terminal.wait(for: "resumed"))
        terminal.type("q")
        #expect(terminal.waitForExit() == .code(0))
    }

    @Test("a program that must not be stopped is not")
    func unstoppable() throws {
        let terminal = try DemoTerminal.shown(["DEMO_NO_SUSPEND": "1"])
        terminal.signal(SIGTSTP)
        terminal.type("\u{1A}")
        #expect(terminal.wait(for: "key ctrl-z"))
        #expect(terminal.screen.isAlternate)
    }

    @Test("another program gets the terminal and gives it back")
    func foreground() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("F")
        #expect(terminal.wait(for: "foreground code(3)"))
        let log = String(decoding: terminal.screen.log, as: UTF8.self)
        #expect(log.contains("outside"))
        #expect(terminal.screen.isAlternate)
        #expect(!terminal.screen.shows("outside"))
    }

    @Test("a child process is read while the screen goes on")
    func child() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("C")
        #expect(terminal.wait(for: "child: from the child ended code(0)"))
    }

    @Test("an alarm comes once")
    func alarm() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("W")
        #expect(terminal.wait(for: "#2 alarm|"))
        terminal.watch(seconds: 0.1)
        #expect(terminal.screen.shows("#2 alarm|"))
    }
}
