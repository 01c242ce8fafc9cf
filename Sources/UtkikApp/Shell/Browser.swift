import ClimateModel
import Foundation
import Terminal

/// How an address is shown in the user's browser.
struct Browser {
    private let program: String
    private let arguments: [String]
    /// Whether it has a window of its own; if not, it needs the terminal.
    private let hasWindow: Bool

    /// By `$BROWSER` (the first of its commands, `%s` standing for the address), else by xdg-open. Nil for an address that is
    /// none of the web or mail, and where there is no browser.
    init?(_ address: String, _ surroundings: Surroundings) {
        let schemes = ["http://", "https://", "mailto:"]
        guard schemes.contains(where: { address.lowercased().hasPrefix($0) }),
            !address.unicodeScalars.contains(where: CleanText.isUnsafe)
        else { return nil }
        hasWindow = surroundings["DISPLAY"] != nil || surroundings["WAYLAND_DISPLAY"] != nil
        let command = surroundings["BROWSER"]?.split(separator: ":").first.map(String.init)
        var words = (command ?? "xdg-open").split(separator: " ").map(String.init)
        guard let name = words.first, let path = surroundings.executable(name) else { return nil }
        words.removeFirst()
        program = path
        arguments =
            words.contains { $0.contains("%s") }
            ? words.map { $0.replacing("%s", with: address) } : words + [address]
    }

    /// Starts it: beside this program where it has a window, else in its place until it ends.
    ///
    /// - Throws: `SpawnError`.
    func open(from session: TerminalSession) throws(SpawnError) {
        guard hasWindow else {
            _ = try session.runInForeground(program, arguments)
            return
        }
        // The shell leaves it behind, so that it outlives this program and nobody reads its output.
        let child = try ChildProcess(
            "/bin/sh",
            ["-c", "\"$0\" \"$@\" </dev/null >/dev/null 2>&1 &", program] + arguments)
        _ = child.wait()
    }
}

extension Surroundings {
    /// The path of the program of that name; nil where there is none.
    func executable(_ name: String) -> String? {
        let files = FileManager.default
        if name.contains("/") { return files.isExecutableFile(atPath: name) ? name : nil }
        return (self["PATH"] ?? "").split(separator: ":").lazy.map { $0 + "/" + name }
            .first { files.isExecutableFile(atPath: $0) }
    }
}
