extension Frame {
    /// The text of each row, blanks at the end left out.
    ///
    /// - Complexity: O(*c*) in the number of cells.
    public func rows() -> [String] {
        (0..<size.height).map { y in
            var row = ""
            for x in 0..<contentWidth(ofRow: y, isBlank: { $0.character == " " }) {
                let cell = self[x, y]
                if cell.width > 0 { row.append(cell.character) }
            }
            return row
        }
    }

    /// The rows, each ended by a newline.
    public func text() -> String {
        rows().map { $0 + "\n" }.joined()
    }

    /// The column after the last cell that is not blank.
    func contentWidth(ofRow y: Int, isBlank: (Cell) -> Bool) -> Int {
        var width = size.width
        while width > 0, self[width - 1, y].width == 1, isBlank(self[width - 1, y]) { width -= 1 }
        return width
    }
}
