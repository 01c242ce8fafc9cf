import ClimateModel

/// What the dashboard says of what it does outside its screen.
enum ShellPhrases {
    static let tooLongToCopy = Phrase(
        sv: "För långt för urklipp.", en: "Too long for the clipboard.")

    static let writerFailed = Phrase(
        sv: "utkik-ingest slutade utan att säga varför.",
        en: "utkik-ingest ended without saying why.")
    static let writerBusy = Phrase(
        sv: "En hämtning pågår; försök igen när den är klar.",
        en: "A sync is going on; try again when it is done.")
    static let tooManyJobs = Phrase(
        sv: "Vänta tills det som pågår är klart.", en: "Wait until what is going on is done.")

    static func noBrowser(_ address: String) -> Phrase {
        Phrase(sv: "Ingen webbläsare hittas: \(address)", en: "No browser found: \(address)")
    }

    static func chooseYours(_ name: String, key: String) -> Phrase {
        Phrase(
            sv: "Här visas \(name). Tryck \(key) och välj din egen kommun.",
            en: "This is \(name). Press \(key) to choose your own municipality.")
    }
}
