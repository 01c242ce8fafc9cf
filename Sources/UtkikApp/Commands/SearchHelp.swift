import ArgumentParser
import ClimateModel
import CommandWords

extension ArgumentHelp {
    /// What `--search` does wherever there is one.
    static var search: ArgumentHelp {
        ArgumentHelp(
            Phrase(
                sv:
                    "Bara där alla dessa ord förekommer, oavsett stora bokstäver, prickar och ändelser.",
                en: "Only where all these words occur, whatever their case, diacritics and endings."
            ).said,
            valueName: ValueName.words.said)
    }
}
