/// The parts of the man page that no command tells.
enum ManualSections {
    static func add(to roff: inout Roff) {
        roff.section("ENVIRONMENT")
        roff.list(
            environment.map { ("Ev " + $0.0, [$0.1]) })
        roff.section("FILES")
        roff.list(files.map { ("Pa " + $0.0, [$0.1]) })
        roff.section("EXIT STATUS")
        roff.list(statuses.map { ($0.0, [$0.1]) })
        roff.section("EXAMPLES")
        for (what, command) in examples {
            roff.paragraphs(what)
            roff.macro("Dl", Roff.escaped(command))
        }
        roff.section("SEE ALSO")
        roff.macro("Xr", "sqlite3 1 ,")
        roff.macro("Xr", "terminfo 5")
    }

    private static let environment = [
        ("UTKIK_DATABASE", "The content database, unless --database names one."),
        ("UTKIK_CONFIG", "The config file, unless --config names one."),
        ("UTKIK_THEME", "The theme, unless --theme names one."),
        ("UTKIK_LANGUAGE", "The language, sv or en, unless --language gives one."),
        (
            "LC_ALL , LC_MESSAGES , LANG",
            "The first that is set gives the language where nothing else does: Swedish for sv, else English."
        ),
        ("NO_COLOR", "When it is not empty, no colours are used (no-color.org)."),
        ("COLORTERM", "truecolor or 24bit tells of a terminal with 24-bit colour."),
        ("TERM", "The terminal's type."),
        ("TZ", "The time zone that clocks and days are shown in."),
        ("BROWSER", "The program that links are opened with; else xdg-open."),
        (
            "XDG_CONFIG_HOME , XDG_DATA_HOME , XDG_STATE_HOME",
            "Where the files below are, instead of in the home folder."
        ),
    ]

    private static let files = [
        ("~/.config/utkik/config.toml", "The config."),
        ("~/.config/utkik/themes/", "Your own themes, base16 or base24 schemes."),
        ("~/.local/share/utkik/content.sqlite", "The content database."),
        ("~/.local/state/utkik/state.sqlite", "What you have read and starred, and chosen last."),
    ]

    private static let statuses = [
        ("0", "All went well."), ("1", "Something failed."),
        ("64", "The command line is wrong."), ("65", "The data are bad."),
        ("75", "Another process is writing the database; try again."),
    ]

    private static let examples = [
        ("Who climbed most in 2021:", "utkik rankings --period 2021 --sort change --limit 10"),
        (
            "The ranks of a county, for a spreadsheet:",
            "utkik rankings --scope county:Värmland --all --format csv"
        ),
        (
            "Unread titles about two municipalities:",
            "utkik news --unread --municipality Kil --municipality Grums"
        ),
        ("Read a municipality's news from now on:", "utkik source add www.kristinehamn.se"),
        (
            "Bring in what is new, and have the system do it from now on:",
            "utkik sync && utkik doctor --systemd | sh"
        ),
        ("A picture of the screen:", "utkik render --size 120x40 --format svg > utkik.svg"),
    ]
}
