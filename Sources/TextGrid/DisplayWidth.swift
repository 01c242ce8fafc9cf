/// How many columns text takes in a terminal.
public enum DisplayWidth {
    /// 1 or 2 for a character that is shown, 0 for one that is not (controls, lone marks).
    public static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F ? 1 : 0 }
        return 1
    }

    /// The sum over its clusters.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func of(_ text: some StringProtocol) -> Int {
        var sum = 0
        forEachCluster(in: text) { _, width in sum += width }
        return sum
    }

    /// Calls `body` with each piece of `text` that takes one or two columns, in order; what takes none is left out.
    public static func forEachCluster(
        in text: some StringProtocol, _ body: (Character, Int) -> Void
    ) {
        for character in text {
            let width = of(character)
            if width > 0 { body(character, width) }
        }
    }
}
