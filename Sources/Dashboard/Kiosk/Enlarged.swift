/// Rows of blocks, each block several columns wide and rows high.
enum Enlarged {
    /// - Complexity: O(*k* · *s*²) in the number of characters and the scale.
    static func rows(_ rows: [String], by scale: Int) -> [String] {
        guard scale > 1 else { return rows }
        return rows.flatMap { row in
            let wide = row.reduce(into: "") { text, character in
                text += String(repeating: character, count: scale)
            }
            return Array(repeating: wide, count: scale)
        }
    }
}
