import Foundation
import TextGrid

/// Writes whole lines to the process's streams. A stream that nobody reads any more is no error.
enum Streams {
    /// A line for people, broken between words where a terminal is too narrow for it.
    static func output(_ line: String) { write(line, to: STDOUT_FILENO) }

    /// As ``output(_:)``, to the error stream.
    static func error(_ line: String) { write(line, to: STDERR_FILENO) }

    /// A line for programs, as it is.
    static func data(_ line: String) { raw(line + "\n", to: STDOUT_FILENO) }

    private static func write(_ line: String, to descriptor: CInt) {
        raw(wrapped(line, width: columns(of: descriptor)) + "\n", to: descriptor)
    }

    /// `line` in lines of at most `width` columns, those after the first a little further in; as it is where there is no
    /// such bound.
    static func wrapped(_ line: String, width: Int?) -> String {
        guard let width, width > 0, DisplayWidth.of(line) > width else { return line }
        let indent = line.prefix { $0 == " " }.count
        let lines = TextLayout.wrap(
            [Span(String(line.dropFirst(indent)))], width: width, firstIndent: indent,
            restIndent: indent + 2)
        return lines.map(\.text).joined(separator: "\n")
    }

    /// How wide the terminal at `descriptor` is; nil where there is none, or none that tells.
    static func columns(of descriptor: CInt) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Without a line's end.
    static func raw(_ text: String, to descriptor: CInt) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                guard errno == EINTR else { return }
                continue
            }
            bytes = bytes.dropFirst(count)
        }
    }
}
