import ClimateModel
import TextGrid

extension KioskState {
    /// Changes the state by what happened, and says what the shell is to do about it.
    ///
    /// The one way in which state changes. Keys, pointers and pastes do nothing.
    ///
    /// - Complexity: O(1), but for content that has come in.
    public mutating func update(_ message: Message) -> [Effect] {
        switch message {
        case .resized(let size): self.size = size
        case .tick(let moment): return tick(moment)
        case .sceneEnded: turn()
        case .contentChanged:
            isLost = false
            return reload()
        case .contentLost: isLost = true
        case .answer(let request, let answer): return receive(answer, to: request)
        case .failed(let request, _): fail(request)
        case .themeLoaded(_, let theme): self.theme = theme
        case .key, .paste, .mouse, .rested, .themesListed, .themeFailed, .notice, .perform, .open,
            .syncProgressed, .syncEnded, .sourceChanged, .sourceTested:
            break
        }
        return []
    }

    /// At midnight, what is next is another thing; and what could not be read is tried again every minute.
    private mutating func tick(_ moment: Timestamp) -> [Effect] {
        let before = today
        now = moment
        return isFailing || today != before ? reload() : []
    }

    /// Reads everything.
    public mutating func start() -> [Effect] { reload() }

    private mutating func reload() -> [Effect] {
        var reading = KioskReading(chosen: chosen, today: today)
        let effects = reading.start()
        self.reading = reading
        return effects
    }

    private mutating func receive(_ answer: Answer, to request: ReadRequest) -> [Effect] {
        let effects = reading?.receive(answer, to: request) ?? []
        if let reading, reading.isComplete {
            content = reading.content
            self.reading = nil
            isFailing = false
            settle()
        }
        return effects
    }

    /// The content on screen stays; what else is still to come of this reading does not matter.
    private mutating func fail(_ request: ReadRequest) {
        guard let reading, reading.awaits(request) else { return }
        self.reading = nil
        isFailing = true
    }

    /// A scene that has lost its content gives way to the next one that has some.
    private mutating func settle() {
        let start = position ?? 0
        position = playable.first { $0 >= start } ?? playable.first
    }

    private mutating func turn() {
        shift.advance()
        let last = position ?? -1
        position = playable.first { $0 > last } ?? playable.first
    }
}
