import ClimateModel
import Glibc

/// What a command prints, gathered to few writes.
final class StandardOutput {
    private var buffer: [UInt8] = []
    private let descriptor: Int32

    init(descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

    /// Whether a person reads along.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// How many columns a person has; nil where it is no terminal, or one that does not tell.
    var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// - Throws: `Failure` where nobody takes what is written.
    func write(_ text: String) throws(Failure) {
        buffer += text.utf8
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// To be called at the end.
    ///
    /// - Throws: `Failure` where nobody takes what is written.
    func flush() throws(Failure) {
        var rest = buffer[...]
        buffer = []
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                // The reader, such as head, has had enough.
                throw Failure(.failure, nil)
            } else if errno != EINTR {
                let reason = String(cString: strerror(errno))
                throw Failure(
                    .failure,
                    Phrase(sv: "kan inte skriva: \(reason)", en: "can't write: \(reason)"))
            }
        }
    }

    /// One line on standard error, safe to show.
    static func report(_ text: String) {
        let lines = text.split(separator: "\n").map { CleanText.line($0) }
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
