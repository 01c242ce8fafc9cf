import ClimateModel
import Foundation

/// A line on the error stream that shows how far a long import has come.
///
/// Only on a terminal that can go back to a line's start, and only once half a second has gone by. It is redrawn at most
/// ten times a second, and gone when it is finished.
final class ProgressBar {
    private let name: String
    private let language: Language
    private let isActive: Bool
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?
    private var isWriting = false

    private static let delay = Duration.milliseconds(500)
    private static let interval = Duration.milliseconds(100)
    private static let width = 30

    init(name: String, language: Language) {
        self.name = name.split(separator: "/").last.map { String($0.prefix(30)) } ?? name
        self.language = language
        let terminal = ProcessInfo.processInfo.environment["TERM"] ?? "dumb"
        isActive = isatty(STDERR_FILENO) == 1 && terminal != "dumb" && !terminal.isEmpty
    }

    /// Shows that `share` (0–1) of the file is read.
    func show(_ share: Double) {
        let now = ContinuousClock.now
        guard isActive, now - start >= Self.delay,
            last.map({ now - $0 >= Self.interval }) ?? true
        else { return }
        draw(share, (isWriting ? Phrase.writing : .reading)(language))
        last = now
    }

    /// From here on the shares are of the writing, which begins anew.
    func startWriting() {
        isWriting = true
        guard isActive, ContinuousClock.now - start >= Self.delay else { return }
        draw(0, Phrase.writing(language))
        last = ContinuousClock.now
    }

    private func draw(_ share: Double, _ what: String) {
        let filled = Int((min(max(share, 0), 1) * Double(Self.width)).rounded())
        let bar =
            String(repeating: "=", count: filled)
            + String(repeating: " ", count: Self.width - filled)
        let percent = Int((min(max(share, 0), 1) * 100).rounded())
        Streams.raw("\r\(what) \(name) [\(bar)] \(percent) %\u{1B}[K", to: STDERR_FILENO)
    }

    /// Clears the line, if there is one.
    func finish() {
        guard last != nil else { return }
        Streams.raw("\r\u{1B}[K", to: STDERR_FILENO)
        last = nil
    }
}

extension Phrase {
    static let reading = Phrase(sv: "Läser", en: "Reading")
    static let writing = Phrase(sv: "Skriver", en: "Writing")
}
