import ClimateModel

/// A command that there is not.
struct UnknownCommand {
    /// As the user wrote it, after the command that it would be a part of.
    let name: String
    /// The one that was likely meant.
    let meant: String?
    private let group: String?

    /// Nil where `arguments` name a command or none at all.
    ///
    /// - Parameters:
    ///   - arguments: in order, as `ArgumentOrder` puts them.
    ///   - subcommands: the commands, each with the names of its own.
    init?(_ arguments: [String], subcommands: [String: Set<String>]) {
        let (_, words) = ArgumentOrder.split(arguments)
        guard let first = words.first, !first.hasPrefix("-"), first != "help" else { return nil }
        guard let inner = subcommands[first] else {
            self.init(first, of: nil, among: Array(subcommands.keys))
            return
        }
        guard !inner.isEmpty, let second = words.dropFirst().first, !second.hasPrefix("-"),
            second != "help", !inner.contains(second)
        else { return nil }
        self.init(second, of: first, among: Array(inner))
    }

    private init(_ name: String, of group: String?, among names: [String]) {
        self.group = group
        let full = { (name: String) in [group, name].compactMap(\.self).joined(separator: " ") }
        self.name = full(name)
        meant = nearest(to: name.lowercased(), among: names).map(full)
    }

    /// Says so, and what to do.
    var message: Phrase {
        let name = CleanText.line(name.prefix(60))
        let help = ["utkik", group, "--help"].compactMap(\.self).joined(separator: " ")
        return Phrase(
            sv: "det finns inget kommando ”\(name)” – "
                + (meant.map { "menade du utkik \($0)?" } ?? "\(help) visar dem som finns"),
            en: "there is no command “\(name)” – "
                + (meant.map { "did you mean utkik \($0)?" } ?? "\(help) lists those there are"))
    }
}
