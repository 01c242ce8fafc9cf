import ClimateModel

/// The statistics of foretagsklimat.se, where Svenskt Näringsliv publishes what its ranking of municipalities is made of.
///
/// A row is of a municipality, with its county and group, and of a factor and the finer series of it; then there is a column a
/// year. Older files are of one factor, which the file's name tells.
enum BusinessClimate {
    static let publisher = "Svenskt Näringsliv"

    /// Whether a table is of that shape, or from there and of much of it.
    static func isTable(_ layout: TableLayout, _ context: ImportContext) -> Bool {
        guard layout.isWide, layout.first(.name) != nil, layout.first(.series) != nil else {
            return false
        }
        let areas = layout.all(.area).count
        let address = context.source?.settings.address ?? context.address ?? ""
        return address.lowercased().hasASCII("foretagsklimat.se")
            ? areas > 0 : areas > 1 && layout.first(.indicator) != nil
    }

    /// What the file is of, for one that has no column of factors: "Arbetsställen" of "Arbetsställen_2002-2025.xlsx".
    static func factor(ofFile stem: String) -> String? {
        let words = stem.split { !$0.isLetter }
        let name = CleanText.line(words.joined(separator: " "))
        return name.isEmpty ? nil : name
    }

    /// The id of a factor, the same whatever other factors stand beside it.
    static func id(of name: String, publisher: String) -> Indicator.ID {
        let id = slug(publisher + " " + name)
        guard id.utf8.count >= 80 else { return Indicator.ID(rawValue: id) }
        let hash = String(NewsItem.ID(identity: name).rawValue, radix: 36)
        return Indicator.ID(rawValue: id.prefix(72) + "-" + hash.prefix(6))
    }

    /// Which way is better: as the factor counts in the ranking; neutral for one that isn't known to.
    ///
    /// A low tax counts as good. A high grade from the companies does, and so do many enterprises, start-ups, incomes from the
    /// market, outsourcing, and people in work.
    static func direction(of name: String) -> Indicator.Direction {
        let name = SearchKey.fold(name)
        if ColumnRole.namesRank(name) { return .lowerIsBetter }
        if holds(name, ["antal svar", "svarsfrekvens", "negativ", "daligt"]) { return .neutral }
        if holds(name, ["skatt", "arbetsloshet", "konkurser", "handlaggningstid"]) {
            return .lowerIsBetter
        }
        return holds(name, statistics + survey) ? .higherIsBetter : .neutral
    }

    /// Whether the survey's new questions of 2020 concern it: they don't concern what is taken from official statistics.
    static func isOfficialStatistics(_ name: String) -> Bool {
        holds(
            SearchKey.fold(name), statistics + ["skatt", "arbetsloshet", "konkurser", "invanare"])
    }

    private static let statistics = [
        "marknadsforsorj", "nyforetag", "entreprenad", "arbetsstallen", "andel i arbete",
        "andel forvarvsarbetande", "foretagsamhet",
    ]
    private static let survey = [
        "sammanfattande omdome", "service", "attityd", "tillampning av lagar", "vagnat",
        "tele- och it", "mobilnat", "bredband", "kompetens", "dialog", "information",
    ]

    private static func holds(_ name: String, _ words: [String]) -> Bool {
        words.contains { !name.ranges(of: $0).isEmpty }
    }
}
