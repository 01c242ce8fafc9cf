/// Where global options may stand: after the command's name as well as before it.
enum ArgumentOrder {
    /// `--database X rankings --all` as `rankings --database X --all`, and `--database X source add Y` as
    /// `source add --database X Y`.
    ///
    /// - Parameter subcommands: the commands, each with the names of its own.
    static func normalized(
        _ arguments: [String], subcommands: [String: Set<String>]
    ) -> [String] {
        let (global, rest) = leadingGlobals(arguments)
        guard let name = rest.first, let inner = subcommands[name] else { return arguments }
        let (later, words) = leadingGlobals(Array(rest.dropFirst()))
        guard let second = words.first, inner.contains(second) else {
            return [name] + global + rest.dropFirst()
        }
        return [name, second] + global + later + words.dropFirst()
    }

    /// `help sync` as `sync --help`, so that the companion's own help is shown for what it does.
    static func askingForHelp(_ arguments: [String]) -> [String] {
        let (global, words) = leadingGlobals(arguments)
        guard words.first == "help" else { return arguments }
        let names = words.dropFirst().filter { !$0.hasPrefix("-") }
        return global + names + ["--help"]
    }

    /// The global options that `arguments` start with, and what follows.
    private static func leadingGlobals(_ arguments: [String]) -> (global: [String], rest: [String])
    {
        var rest = arguments[...]
        var global: [String] = []
        while let count = globalCount(rest) {
            global += rest.prefix(count)
            rest = rest.dropFirst(count)
        }
        return (global, Array(rest))
    }

    /// Splits `arguments` into the global options, wherever they stand before "--", and all else.
    static func split(_ arguments: [String]) -> (global: [String], rest: [String]) {
        var unread = arguments[...]
        var global: [String] = []
        var rest: [String] = []
        while let first = unread.first, first != "--" {
            let count = globalCount(unread) ?? 1
            if globalCount(unread) == nil {
                rest.append(first)
            } else {
                global += unread.prefix(count)
            }
            unread = unread.dropFirst(count)
        }
        return (global, rest + unread)
    }

    /// How many of the first arguments are a global option with its value; nil where the first is none.
    private static func globalCount(_ arguments: ArraySlice<String>) -> Int? {
        guard let first = arguments.first, first.hasPrefix("--") else { return nil }
        let name = first.dropFirst(2).prefix { $0 != "=" }
        if GlobalOptions.flags.contains(String(name)) { return first.contains("=") ? nil : 1 }
        guard GlobalOptions.withValue.contains(String(name)) else { return nil }
        if first.contains("=") { return 1 }
        return arguments.count >= 2 ? 2 : nil
    }
}
