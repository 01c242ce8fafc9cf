/// What to measure.
struct Plan {
    var columns = 120
    var rows = 40
    var keys = String(repeating: "j", count: 20)
    var idleSeconds = 10.0
    var starts = 10
    var program = ""
    var arguments: [String] = []

    /// nil for arguments that make no sense.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let option = rest.first, option.hasPrefix("--") {
            guard let value = rest.dropFirst().first else { return nil }
            switch option {
            case "--size":
                let numbers = value.split(separator: "x").compactMap { Int($0) }
                guard numbers.count == 2 else { return nil }
                (columns, rows) = (numbers[0], numbers[1])
            case "--keys": keys = value
            case "--idle":
                guard let seconds = Double(value) else { return nil }
                idleSeconds = seconds
            case "--starts":
                guard let number = Int(value), number > 0 else { return nil }
                starts = number
            default: return nil
            }
            rest = rest.dropFirst(2)
        }
        guard let program = rest.first else { return nil }
        self.program = program
        self.arguments = Array(rest.dropFirst())
    }
}
