import Glibc
import TerminalDriver

/// Runs a plan and prints what it finds.
struct Measurement {
    private let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    func run() throws {
        var times: [Double] = []
        for _ in 0..<plan.starts {
            let terminal = try start()
            times.append((terminal.lastOutput - terminal.started) * 1_000)
        }
        let terminal = try start()
        report("start to full first frame", times, unit: "ms")
        print("first frame: \(terminal.screen.log.count) bytes")
        print("processor time to the first frame: \(rounded(terminal.processorTime * 1_000)) ms")
        print("resident memory: \(terminal.residentMemory / 1_024) MiB")
        measureKeys(terminal)
        measureIdle(terminal)
    }

    private func start() throws -> PseudoTerminal {
        var environment = [
            "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8",
        ]
        for name in ["HOME", "PATH", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        let terminal = try PseudoTerminal(
            plan.program, plan.arguments, environment: environment, columns: plan.columns,
            rows: plan.rows)
        guard terminal.waitUntilDone(quiet: 0.25), !terminal.screen.log.isEmpty else {
            throw PseudoTerminal.Failure(
                description: "\(plan.program) draws nothing, or without end")
        }
        return terminal
    }

    private func measureKeys(_ terminal: PseudoTerminal) {
        var bytes: [Double] = []
        var times: [Double] = []
        let processor = terminal.processorTime
        for key in plan.keys {
            let before = terminal.screen.log.count
            let pressed = PseudoTerminal.now
            terminal.type(String(key))
            _ = terminal.waitUntilDone(quiet: 0.1)
            bytes.append(Double(terminal.screen.log.count - before))
            times.append(max(0, terminal.lastOutput - pressed) * 1_000)
        }
        guard !plan.keys.isEmpty else { return }
        report("a key", bytes, unit: "bytes")
        report("key to end of frame", times, unit: "ms")
        let each = (terminal.processorTime - processor) / Double(plan.keys.count) * 1_000
        print("processor time of a key: \(rounded(each)) ms")
    }

    private func measureIdle(_ terminal: PseudoTerminal) {
        let (bytes, wakes) = (terminal.screen.log.count, terminal.contextSwitches)
        terminal.watch(seconds: plan.idleSeconds)
        print(
            "idle \(plan.idleSeconds) s: \(terminal.screen.log.count - bytes) bytes,",
            "\(terminal.contextSwitches - wakes) wake-ups")
    }

    private func report(_ what: String, _ values: [Double], unit: String) {
        let sorted = values.sorted()
        guard let least = sorted.first, let most = sorted.last else { return }
        let median = sorted[sorted.count / 2]
        print("\(what): median \(rounded(median)) \(unit) (\(rounded(least)) to \(rounded(most)))")
    }

    private func rounded(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return hundredths % 100 == 0
            ? "\(hundredths / 100)"
            : "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}
