import Glibc
import TerminalDriver

// Measures a full-screen program as its user's terminal sees it:
//
//     swift run -c release TerminalFigures [--size 120x40] [--keys jjjj] [--idle SECONDS] PROGRAM [ARGUMENT…]
//
// Prints the time from start to the end of the first frame, memory, bytes and time of each key, and what an idle screen does.

func fail(_ message: String) -> Never {
    let bytes = Array((message + "\n").utf8)
    write(STDERR_FILENO, bytes, bytes.count)
    exit(64)
}

guard let plan = Plan(Array(CommandLine.arguments.dropFirst())) else {
    fail(
        "usage: TerminalFigures [--size 120x40] [--keys jjjj] [--idle SECONDS] PROGRAM [ARGUMENT…]")
}
do {
    try Measurement(plan).run()
} catch {
    fail("\(error)")
}
