import Glibc

/// The character set that the environment asks for.
public enum TerminalLocale {
    /// Makes the C library follow the environment's character set.
    ///
    /// Where the named locale is not installed but its name asks for UTF-8 (as after `ssh` to a machine with fewer
    /// locales), C.UTF-8 stands in for it. Number and date formats stay as they are in C.
    ///
    /// - Returns: whether the character set is UTF-8. If not, no byte above 0x7F may be written.
    public static func activate() -> Bool {
        if setlocale(LC_CTYPE, "") == nil, namesUTF8(EnvironmentVariables.characterSet) {
            setlocale(LC_CTYPE, "C.UTF-8")
        }
        guard let name = nl_langinfo(Int32(CODESET)) else { return false }
        return String(cString: name) == "UTF-8"
    }

    private static func namesUTF8(_ locale: String) -> Bool {
        let name = locale.lowercased()
        return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
    }
}

/// The environment, read one variable at a time.
enum EnvironmentVariables {
    /// The value of `name`; nil where it is not set or empty.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// The locale of the character set, by the order that POSIX gives.
    static var characterSet: String {
        value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "C"
    }
}
