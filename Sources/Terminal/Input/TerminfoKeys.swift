import TextGrid

/// The keys of terminals that send other sequences than xterm, from their terminfo entries.
enum TerminfoKeys {
    private static let codes: [(name: String, code: Key.Code)] = [
        ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kpp", .pageUp),
        ("knp", .pageDown), ("khome", .home), ("kend", .end), ("kich1", .insert),
        ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ]

    static func sequences(of entry: TerminfoEntry) -> [[UInt8]: Key] {
        let functions = (1...12).map { ("kf\($0)", Key.Code.function($0)) }
        var result: [[UInt8]: Key] = [:]
        for (name, code) in codes + functions {
            let bytes = Array((entry.strings[name] ?? "").utf8)
            // A key that sends a control character alone is told by that.
            if bytes.count > 1, bytes[0] == 0x1B { result[bytes] = Key(code) }
        }
        return result
    }
}
