extension StoreLocation {
    /// Where the databases are when nothing else is said: `utkik/content.sqlite` in `$XDG_DATA_HOME`, else in
    /// `~/.local/share`, and `utkik/state.sqlite` in `$XDG_STATE_HOME`, else in `~/.local/state`.
    ///
    /// A variable that is empty or no absolute path counts as not set (XDG Base Directory Specification, 0.8).
    ///
    /// - Parameters:
    ///   - environment: the process's.
    ///   - home: the user's home folder, for the defaults.
    public static func standard(environment: [String: String], home: String) -> StoreLocation {
        func folder(_ variable: String, _ otherwise: String) -> String {
            let value = environment[variable] ?? ""
            return (value.hasPrefix("/") ? value : home + "/" + otherwise) + "/utkik/"
        }
        return StoreLocation(
            content: folder("XDG_DATA_HOME", ".local/share") + "content.sqlite",
            state: folder("XDG_STATE_HOME", ".local/state") + "state.sqlite")
    }
}
