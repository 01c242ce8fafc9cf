/// How many characters must be added, dropped, changed or swapped with their neighbour to make `left` into `right`
/// (the optimal string alignment distance).
///
/// - Complexity: O(*nm*).
public func editDistance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for column in right.indices {
            let change = last[column] + (left[row] == right[column] ? 0 : 1)
            var best = min(change, last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1],
                left[row - 1] == right[column]
            {
                best = min(best, beforeLast[column - 1] + 1)
            }
            current.append(best)
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}

/// The one of `candidates` that `word` was likely meant to be, for "did you mean"; nil if none is near, or `word` is longer
/// than 60 characters.
///
/// - Complexity: O(*n* *k*²) for *n* candidates of *k* characters.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word)
    guard letters.count <= 60 else { return nil }
    return
        candidates
        .map { ($0, editDistance(letters, Array($0))) }
        .filter { $0.1 <= max(1, letters.count / 4) }
        .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}
