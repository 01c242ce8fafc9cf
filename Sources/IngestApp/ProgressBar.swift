import ClimateModel
import Foundation

/// A line on the error stream that shows how far something has come.
///
/// Only on a terminal that can go back to a line's start, and only once half a second has gone by. It is redrawn at most
/// ten times a second, and gone when it is cleared.
final class StatusLine {
    private let isActive: Bool
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?

    private static let delay = Duration.milliseconds(500)
    private static let interval = Duration.milliseconds(100)
    private static let width = 30
    /// A shorter bar shows nothing.
    private static let least = 8

    init() {
        isActive = Self.isPossible
    }

    static var isPossible: Bool {
        let terminal = ProcessInfo.processInfo.environment["TERM"] ?? "dumb"
        return isatty(STDERR_FILENO) == 1 && terminal != "dumb" && !terminal.isEmpty
    }

    /// Shows `text` with a bar filled by `share`, 0–1.
    ///
    /// - Parameter atOnce: whether it is shown however short ago the last was.
    func show(_ text: String, share: Double, atOnce: Bool = false) {
        let now = ContinuousClock.now
        guard isActive, now - start >= Self.delay,
            atOnce || last.map({ now - $0 >= Self.interval }) ?? true
        else { return }
        Self.write(Self.line(text, share: share, columns: Self.columns))
        last = now
    }

    /// A line with a bar that leaves room for `text`; without a bar where there is no such room.
    static func line(_ text: String, share: Double, columns: Int) -> String {
        let share = min(max(share, 0), 1)
        let percent = "\(Int((share * 100).rounded())) %"
        // The brackets and spaces around the bar, and a share of 100.
        let room = min(width, columns - text.count - 9)
        guard room >= least else { return String("\(text) \(percent)".prefix(columns)) }
        let filled = Int((share * Double(room)).rounded())
        let bar =
            String(repeating: "=", count: filled) + String(repeating: " ", count: room - filled)
        return "\(text) [\(bar)] \(percent)"
    }

    /// Shows a line in place of what is there, cut to the terminal: one that wraps could not be taken away again.
    static func write(_ line: String) {
        Streams.raw("\r\(line.prefix(columns))\u{1B}[K", to: STDERR_FILENO)
    }

    /// So many columns don't wrap.
    private static var columns: Int {
        max(1, (Streams.columns(of: STDERR_FILENO) ?? 80) - 1)
    }

    /// Clears the line, if there is one.
    func clear() {
        guard last != nil else { return }
        Self.clearLine()
        last = nil
    }

    /// Clears the line that the cursor is in, whatever is there, where the error stream is a terminal that can.
    static func clearLine() {
        if isPossible { Streams.raw("\r\u{1B}[K", to: STDERR_FILENO) }
    }
}

/// Shows how far the import of a file has come.
final class ProgressBar {
    private let name: String
    private let language: Language
    private let line = StatusLine()
    private var isWriting = false

    init(name: String, language: Language) {
        self.name = name.split(separator: "/").last.map { String($0.prefix(30)) } ?? name
        self.language = language
    }

    /// Shows that `share` (0–1) of the file is read, or written.
    func show(_ share: Double) { line.show(text, share: share) }

    /// From here on the shares are of the writing, which begins anew.
    func startWriting() {
        isWriting = true
        line.show(text, share: 0, atOnce: true)
    }

    private var text: String { (isWriting ? Phrase.writing : .reading)(language) + " " + name }

    /// Clears the line, if there is one.
    func finish() { line.clear() }
}

extension Phrase {
    static let reading = Phrase(sv: "Läser", en: "Reading")
    static let writing = Phrase(sv: "Skriver", en: "Writing")
}
