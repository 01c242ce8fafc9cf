import TextGrid

/// Which curses colour pair stands for a foreground and a background.
///
/// A terminal has a fixed number of pairs. When all are taken, those that the frame at hand doesn't use are given out anew.
struct ColorPairs {
    /// Two colours by their curses numbers; -1 is the terminal's own.
    struct Colors: Hashable {
        var foreground: Int32
        var background: Int32
    }

    /// Pair 0 is the terminal's own colours, always.
    private var numbers: [Colors: Int32] = [Colors(foreground: -1, background: -1): 0]
    private var free: [Int32] = []
    private var next: Int32 = 1
    private let limit: Int32

    /// For a terminal with the pairs 0 to `limit` - 1.
    init(limit: Int32) { self.limit = limit }

    /// What to do to have a pair for two colours.
    enum Answer: Equatable {
        case known(Int32)
        /// A pair that must be defined first.
        case new(Int32)
        /// None is left: see `release`.
        case exhausted
    }

    /// - Complexity: O(1).
    mutating func pair(for colors: Colors) -> Answer {
        if let number = numbers[colors] { return .known(number) }
        let number: Int32
        if let freed = free.popLast() {
            number = freed
        } else if next < limit {
            number = next
            next += 1
        } else {
            return .exhausted
        }
        numbers[colors] = number
        return .new(number)
    }

    /// Frees the pairs of all colours but those in `used`.
    ///
    /// - Returns: whether one became free.
    mutating func release(allBut used: Set<Colors>) -> Bool {
        let unused = numbers.filter { $0.value != 0 && !used.contains($0.key) }
        for (colors, number) in unused {
            numbers[colors] = nil
            free.append(number)
        }
        return !unused.isEmpty
    }
}
