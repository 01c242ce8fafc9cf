import ClimateModel

extension Phrase {
    static let noSheets = Phrase(
        sv: "arbetsboken har inga kalkylblad", en: "the workbook has no sheets of cells")
    static let tooManySheets = Phrase(
        sv: "arbetsboken har fler än \(Limits.sheets) blad",
        en: "the workbook has more than \(Limits.sheets) sheets")
    static let tooManyMergedCells = Phrase(
        sv: "bladet har fler än \(Limits.mergedCells) sammanfogade celler",
        en: "the sheet has more than \(Limits.mergedCells) merged cells")
    static let tooManyRows = Phrase(
        sv: "bladet har fler än \(Limits.sheetRows) rader",
        en: "the sheet has more than \(Limits.sheetRows) rows")
    static let sheetTooLarge = Phrase(
        sv: "bladet har fler än \(Limits.sheetCells) celler, eller samma långa text i många",
        en: "the sheet has more than \(Limits.sheetCells) cells, or one long text in many")
    static let binaryWorkbook = Phrase(
        sv: "det är en binär arbetsbok (.xlsb): spara den som .xlsx",
        en: "this is a binary workbook (.xlsb): save it as .xlsx")
    static let oldWorkbook = Phrase(
        sv: "det är en arbetsbok i Excels gamla format (.xls): spara den som .xlsx",
        en: "this is a workbook in Excel's old format (.xls): save it as .xlsx")
    static let encryptedWorkbook = Phrase(
        sv: "arbetsboken är skyddad med lösenord: spara den utan",
        en: "the workbook is protected by a password: save it without")
    static let oldDocument = Phrase(
        sv:
            "det är ett dokument i ett gammalt format från Microsoft Office: spara tabellen som .xlsx eller CSV",
        en:
            "this is a document in an old format of Microsoft Office: save the table as .xlsx or CSV"
    )
    static let openDocument = Phrase(
        sv: "det är ett OpenDocument: spara tabellen som .xlsx eller CSV",
        en: "this is an OpenDocument: save the table as .xlsx or CSV")
    static let wordDocument = Phrase(
        sv: "det är ett Word-dokument: spara tabellen som .xlsx eller CSV",
        en: "this is a Word document: save the table as .xlsx or CSV")

    static func missingSheet(_ name: String) -> Phrase {
        Phrase(
            sv: "bladet ”\(Problem.shown(name))” saknas i arbetsboken: spara den på nytt",
            en: "the sheet “\(Problem.shown(name))” is missing in the workbook: save it again")
    }

    static func missingSharedText(_ count: Int) -> Phrase {
        Phrase(
            sv:
                "cellen visar till en text som inte finns (arbetsboken har \(count)): spara den på nytt",
            en:
                "the cell refers to a text that isn't there (the workbook has \(count)): save it again"
        )
    }
}
