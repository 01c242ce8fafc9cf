import TextGrid

extension TerminfoEntry {
    /// Whether colours and attributes are set by ECMA-48's SGR, as nearly every terminal of today does.
    var usesECMA48: Bool {
        guard let reset = strings["sgr0"] else { return false }
        return reset.contains("\u{1B}[m") || reset.contains("\u{1B}[0m")
    }

    /// The same terminal with one plain sequence for each colour and attribute, in `depth` colours, and without line
    /// drawing sets.
    ///
    /// Where the terminal has 24-bit colours this gives it direct colours, which its own entry seldom has: on Debian the
    /// entries that do (`xterm-direct` and its like) are in a package of their own. The palette is never redefined: it is
    /// the user's. The sequences are those of ECMA-48 (8.3.117) and ITU-T T.416 in the form with semicolons, which more
    /// terminals know than the one with colons.
    func normalized(for depth: ColorDepth) -> TerminfoEntry {
        var entry = self
        entry.flags.subtract(["ccc", "hls"])
        for name in [
            "initc", "initp", "scp", "oc", "setf", "setb", "sgr", "acsc", "smacs", "rmacs",
        ] {
            entry.strings[name] = nil
        }
        entry.numbers["ncv"] = nil
        entry.strings["sgr0"] = "\u{1B}[m"
        entry.extendedFlags = []
        switch depth {
        case .mono:
            for name in ["setaf", "setab", "op"] { entry.strings[name] = nil }
            for name in ["colors", "pairs"] { entry.numbers[name] = nil }
            return entry
        case .ansi8: entry.setColors(8, by: "%p1%d")
        case .ansi16: entry.setColors(16, by: "", bright: true)
        case .palette256: entry.setColors(256, by: "8;5;%p1%d")
        case .trueColor:
            let components = "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"
            entry.setColors(0x100_0000, by: "8;2;" + components)
            entry.extendedFlags.insert("RGB")
        }
        entry.strings["op"] = "\u{1B}[39;49m"
        entry.extendedFlags.insert("AX")
        return entry
    }

    private mutating func setColors(_ count: Int32, by index: String, bright: Bool = false) {
        numbers["colors"] = count
        numbers["pairs"] = 0x1_0000
        func sequence(_ plain: String, _ bright16: String) -> String {
            guard bright else { return "\u{1B}[\(plain)\(index)m" }
            return "\u{1B}[%?%p1%{8}%<%t\(plain)%p1%d%e\(bright16)%p1%{8}%-%d%;m"
        }
        strings["setaf"] = sequence("3", "9")
        strings["setab"] = sequence("4", "10")
    }
}

extension TerminfoEntry {
    /// What every terminal can do that calls itself an xterm or behaves like one: used where the terminal's own entry is
    /// not installed.
    static let fallback = TerminfoEntry(
        name: "utkik",
        flags: ["am", "mir", "msgr", "xenl"],
        numbers: ["cols": 80, "lines": 24, "it": 8, "colors": 256, "pairs": 0x1_0000],
        strings: [
            "bel": "\u{7}", "cr": "\r", "ind": "\n", "cud1": "\n", "cub1": "\u{8}", "ht": "\t",
            "home": "\u{1B}[H", "clear": "\u{1B}[H\u{1B}[2J", "ed": "\u{1B}[J", "el": "\u{1B}[K",
            "el1": "\u{1B}[1K", "ech": "\u{1B}[%p1%dX",
            "cup": "\u{1B}[%i%p1%d;%p2%dH", "hpa": "\u{1B}[%i%p1%dG", "vpa": "\u{1B}[%i%p1%dd",
            "cuu": "\u{1B}[%p1%dA", "cud": "\u{1B}[%p1%dB", "cuf": "\u{1B}[%p1%dC",
            "cub": "\u{1B}[%p1%dD", "cuu1": "\u{1B}[A", "cuf1": "\u{1B}[C", "ri": "\u{1B}M",
            "csr": "\u{1B}[%i%p1%d;%p2%dr", "il": "\u{1B}[%p1%dL", "il1": "\u{1B}[L",
            "dl": "\u{1B}[%p1%dM", "dl1": "\u{1B}[M", "dch": "\u{1B}[%p1%dP", "dch1": "\u{1B}[P",
            "ich": "\u{1B}[%p1%d@", "sc": "\u{1B}7", "rc": "\u{1B}8",
            "civis": "\u{1B}[?25l", "cnorm": "\u{1B}[?25h",
            "smcup": "\u{1B}[?1049h", "rmcup": "\u{1B}[?1049l",
            "smkx": "\u{1B}[?1h\u{1B}=", "rmkx": "\u{1B}[?1l\u{1B}>",
            "rmam": "\u{1B}[?7l", "smam": "\u{1B}[?7h",
            "sgr0": "\u{1B}[m", "bold": "\u{1B}[1m", "dim": "\u{1B}[2m", "rev": "\u{1B}[7m",
            "smso": "\u{1B}[7m", "rmso": "\u{1B}[27m", "smul": "\u{1B}[4m", "rmul": "\u{1B}[24m",
            "sitm": "\u{1B}[3m", "ritm": "\u{1B}[23m", "op": "\u{1B}[39;49m",
            "setaf": "\u{1B}[38;5;%p1%dm", "setab": "\u{1B}[48;5;%p1%dm",
            "kmous": "\u{1B}[<", "kbs": "\u{7F}",
        ],
        extendedFlags: ["AX"])
}
