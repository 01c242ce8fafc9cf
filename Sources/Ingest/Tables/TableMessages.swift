import ClimateModel

extension Phrase {
    static let figureHeadings = Phrase(
        sv:
            "kommun (eller kommunkod) och antingen år och placering eller värde, eller en kolumn för varje år",
        en: "municipality (or code) and either year and rank or value, or one column for each year")
    static let noFigureHeading = Phrase(
        sv: "ingen rubrikrad: väntade \(figureHeadings.sv)",
        en: "no heading row: expected \(figureHeadings.en)")
    static let noYear = Phrase(
        sv: "inget år: lägg till en kolumn År, eller ange --year",
        en: "no year: add a column Year, or give --year")
    static let noRows = Phrase(
        sv: "tabellen har rubriker men inga siffror",
        en: "the table has headings but no figures")
    static let tooManyFigures = Phrase(
        sv: "tabellen har fler än \(Limits.figures) siffror",
        en: "the table has more than \(Limits.figures) figures")
    static let tooManySeries = Phrase(
        sv: "tabellen har fler än \(Limits.series) nyckeltal",
        en: "the table has more than \(Limits.series) indicators")
    static let missingMunicipality = Phrase(
        sv: "raden saknar kommun", en: "the row has no municipality")
    static let badYear = Phrase(
        sv: "väntade ett år \(FigureTable.years.lowerBound)–\(FigureTable.years.upperBound)",
        en: "expected a year \(FigureTable.years.lowerBound)–\(FigureTable.years.upperBound)")
    static let badNumber = Phrase(
        sv: "väntade ett tal (som 3,43 eller 1 234), eller .. för ett som saknas",
        en: "expected a number (like 3.43 or 1,234), or .. for a missing one")
    static let badCount = Phrase(
        sv: "väntade ett antal (0 eller fler)", en: "expected a count (0 or more)")
    static let badShare = Phrase(
        sv: "väntade en andel (som 45 % eller 0,45)", en: "expected a share (like 45% or 0.45)")
    static let badCertainty = Phrase(
        sv: "väntade hög, medel eller låg", en: "expected high, medium or low")
    static let whichIndicator = Phrase(
        sv: """
            tabellen säger inte vilket nyckeltal siffrorna gäller: ange --indicator ID, eller lägg till en kolumn \
            Nyckeltal
            """,
        en: """
            the table doesn't say which indicator the figures are of: give --indicator ID, or add a column Indicator
            """)

    static func badRank(_ count: Int) -> Phrase {
        Phrase(
            sv: "väntade en placering 1–\(count), eller .. för en som saknas",
            en: "expected a rank 1–\(count), or .. for a missing one")
    }

    static func moreCellsThanHeadings(_ count: Int) -> Phrase {
        Phrase(
            sv: "fler celler än rubriker (\(count)): saknas citattecken runt en cell?",
            en: "more cells than headings (\(count)): are quotation marks missing around a cell?")
    }

    static func unknownMunicipality(_ name: String, _ suggestions: [String]) -> Phrase {
        let name = Problem.shown(name)
        let sv = "okänd kommun ”\(name)”"
        let en = "unknown municipality “\(name)”"
        guard !suggestions.isEmpty else { return Phrase(sv: sv, en: en) }
        return Phrase(
            sv: "\(sv) – menade du \(suggestions.joined(separator: " eller "))?",
            en: "\(en) – did you mean \(suggestions.joined(separator: " or "))?")
    }

    static func unknownCode(_ code: String) -> Phrase {
        let code = Problem.shown(code)
        return Phrase(
            sv: "okänd kommunkod ”\(code)”: väntade fyra siffror, som 1781",
            en: "unknown municipality code “\(code)”: expected four digits, like 1781")
    }

    static func codeAndNameDiffer(_ coded: Municipality, _ named: Municipality) -> Phrase {
        Phrase(
            sv: "koden \(coded.code) är \(coded.name), inte \(named.name) (\(named.code))",
            en: "code \(coded.code) is \(coded.name), not \(named.name) (\(named.code))")
    }

    static func twoFigures(line: Int, _ first: String) -> Phrase {
        Phrase(
            sv: "kommunen och året har redan ”\(Problem.shown(first))” på rad \(line)",
            en: "the municipality and year already have “\(Problem.shown(first))” on line \(line)")
    }

    static func skippedAreas(_ count: Int) -> Phrase {
        Phrase(
            sv: count == 1
                ? "1 rad för län eller riket hoppades över"
                : "\(count) rader för län eller riket hoppades över",
            en: count == 1
                ? "1 row for a county or the country skipped"
                : "\(count) rows for counties or the country skipped")
    }

    static func skippedNotes(_ count: Int) -> Phrase {
        Phrase(
            sv: count == 1
                ? "1 anmärkningsrad hoppades över" : "\(count) anmärkningsrader hoppades över",
            en: count == 1 ? "1 footnote row skipped" : "\(count) footnote rows skipped")
    }

    static func ignoredColumns(_ names: [String]) -> Phrase {
        let shown = names.prefix(8).map { Problem.shown($0) }.joined(separator: ", ")
        let more = names.count > 8 ? " …" : ""
        return Phrase(
            sv: "kolumner som inte används: \(shown)\(more)",
            en: "columns not used: \(shown)\(more)")
    }
}
