import ClimateModel
import Foundation

/// Shows a person in front of a terminal how long a sync that stays will wait.
struct WaitingLine {
    let language: Language
    private let isActive: Bool

    /// - Parameter isJSON: whether programs read what is printed.
    init(_ language: Language, isJSON: Bool) {
        self.language = language
        isActive = !isJSON && StatusLine.isPossible
    }

    /// Shows when the next source is due, in place of what the line said before.
    ///
    /// - Parameter selection: what it waits for, asked for only where somebody sees it; nil where that can't be told.
    func show(_ selection: @autoclosure () -> SyncSelection?) {
        guard isActive, let selection = selection() else { return }
        StatusLine.write(Phrase.waiting(for: selection)(language))
    }

    /// Takes the line away.
    func clear() {
        if isActive { StatusLine.clearLine() }
    }
}

extension Phrase {
    fileprivate static func waiting(for selection: SyncSelection) -> Phrase {
        guard let next = selection.next else {
            return Phrase(
                sv: "Väntar på källor att läsa. Ctrl-C avslutar.",
                en: "Waiting for sources to read. Ctrl-C ends.")
        }
        let wait = duration(Int(next.seconds - Timestamp.now().seconds))
        return Phrase(
            sv: "Nästa källa läses om \(wait.sv). Ctrl-C avslutar.",
            en: "The next source is due in \(wait.en). Ctrl-C ends.")
    }
}
