import ClimateModel

/// What stands for a value in help and usage, as in `--database <path>`.
public enum ValueName {
    /// Where something is on the web, or in which mailbox or folder.
    public static let address = Phrase(sv: "adress", en: "address")
    /// A command that a shell runs.
    public static let command = Phrase(sv: "kommando", en: "command")
    /// A whole number of things.
    public static let count = Phrase(sv: "antal", en: "count")
    /// A day, a month or a year.
    public static let date = Phrase(sv: "datum", en: "date")
    /// What a column means, and its heading.
    public static let column = Phrase(sv: "fält=namn", en: "field=name")
    /// A file's path.
    public static let file = Phrase(sv: "fil", en: "file")
    /// What sort of thing something is.
    public static let kind = Phrase(sv: "slag", en: "kind")
    /// What somebody or something is called.
    public static let name = Phrase(sv: "namn", en: "name")
    /// In which order rows stand.
    public static let order = Phrase(sv: "ordning", en: "order")
    /// A file's or a folder's path.
    public static let path = Phrase(sv: "sökväg", en: "path")
    /// How far a project has come.
    public static let phase = Phrase(sv: "fas", en: "phase")
    /// A word, and the phase that it stands for.
    public static let phaseWord = Phrase(sv: "ord=fas", en: "word=phase")
    /// A row of a table, from 1.
    public static let row = Phrase(sv: "rad", en: "row")
    /// A scene of the kiosk.
    public static let scene = Phrase(sv: "scen", en: "scene")
    /// Which municipalities.
    public static let scope = Phrase(sv: "urval", en: "scope")
    /// A whole number of seconds.
    public static let seconds = Phrase(sv: "sekunder", en: "seconds")
    /// A source by its id, address or title.
    public static let source = Phrase(sv: "källa", en: "source")
    /// A status light.
    public static let status = Phrase(sv: "status", en: "status")
    /// Some words.
    public static let text = Phrase(sv: "text", en: "text")
    /// A moment, or how long something takes.
    public static let time = Phrase(sv: "tid", en: "time")
    /// What lists call something.
    public static let title = Phrase(sv: "titel", en: "title")
    /// What a file holds.
    public static let type = Phrase(sv: "typ", en: "type")
    /// A screen of the dashboard.
    public static let view = Phrase(sv: "vy", en: "view")
    /// In which cases.
    public static let when = Phrase(sv: "när", en: "when")
    /// Words that are looked for.
    public static let words = Phrase(sv: "ord", en: "words")
    /// A year.
    public static let year = Phrase(sv: "år", en: "year")
}
