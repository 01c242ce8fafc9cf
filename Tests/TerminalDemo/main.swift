import Glibc
import Terminal
import TextGrid

func report(_ message: String) {
    let bytes = Array((message + "\n").utf8)
    write(STDERR_FILENO, bytes, bytes.count)
}

var program = Demo()
do {
    let session = try TerminalSession(Demo.options)
    program.session = session
    exit(try session.run(&program).exitCode)
} catch let error as TerminalError {
    report(error.message(.english))
} catch {
    report("failed: \(error)")
}
exit(1)
