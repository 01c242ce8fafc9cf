import ClimateModel

/// What a column of a table of figures holds, by its heading.
enum ColumnRole: Hashable {
    case code, name
    case year
    case rank, value
    /// What is measured, and the finer series of it.
    case indicator, series
    /// County or group: known already, but tells a row about a county from one without a municipality.
    case area
    case certainty, source, publisher
    case responses, responseRate
    /// The figures of one year; whether they are ranks, where the heading tells.
    case figures(year: Int, isRank: Bool?)

    /// Nil for a heading that means nothing here.
    ///
    /// Case, diacritics, spaces and punctuation don't count: "Kommun-kod" is "kommunkod".
    init?(heading: String) {
        let words = Self.words(of: heading)
        let joined = words.joined()
        if let role = Self.headings[joined] {
            self = role
            return
        }
        let years = words.filter { $0.utf8.count == 4 }.compactMap { Int($0) }
            .filter { FigureTable.years.contains($0) }
        guard years.count == 1 else { return nil }
        switch Self.headings[words.filter { Int($0) == nil }.joined()] {
        case .rank: self = .figures(year: years[0], isRank: true)
        case .value: self = .figures(year: years[0], isRank: false)
        case .year: self = .figures(year: years[0], isRank: nil)
        default:
            guard words.count == 1 else { return nil }
            self = .figures(year: years[0], isRank: nil)
        }
    }

    /// Runs of letters and runs of digits, folded.
    private static func words(of heading: String) -> [String] {
        var words: [String] = []
        var last: Bool?
        for character in SearchKey.fold(heading.prefix(200)) {
            let isDigit = character.isASCII && character.isNumber
            guard isDigit || character.isLetter else {
                last = nil
                continue
            }
            if last == isDigit, !words.isEmpty {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
            }
            last = isDigit
        }
        return words
    }

    /// Whether a title is that of a ranking.
    static func namesRank(_ title: String) -> Bool {
        words(of: title).contains { word in
            ["ranking", "rankning", "rank", "placering", "rankingplacering"].contains(word)
        }
    }

    /// The name of each role that a mapping may give a heading.
    static let names = [
        "municipality", "code", "year", "rank", "value", "indicator", "series", "area",
        "certainty", "source", "publisher", "responses", "response-rate",
    ]

    private static let headings: [String: ColumnRole] = {
        let groups: [(ColumnRole, [String])] = [
            (
                .code,
                [
                    "municipalitycode", "kommunkod", "code", "kod", "kommunnr", "kommunnummer",
                    "knkod", "knr", "kommunid", "municipalityid", "lanskommunkod", "scbkod",
                ]
            ),
            (
                .name,
                [
                    "municipality", "kommun", "kommunnamn", "name", "namn", "municipalityname",
                    "region", "kommuner", "municipalities",
                ]
            ),
            (
                .year,
                [
                    "year", "ar", "period", "tidpunkt", "matar", "undersokningsar", "rankingar",
                    "artal",
                ]
            ),
            (
                .rank,
                [
                    "rank", "ranking", "rankning", "placering", "plats", "place", "position",
                    "rankingplacering", "totalranking", "rankplats",
                ]
            ),
            (
                .value,
                [
                    "value", "varde", "varden", "values", "index", "betyg", "score", "nki",
                    "resultat", "result", "andel", "antal", "figure", "siffra", "medelvarde",
                    "medelbetyg",
                ]
            ),
            (
                .indicator,
                [
                    "indicator", "indikator", "nyckeltal", "kpi", "faktor", "factor", "matt",
                    "fraga", "variabel", "variable", "measure",
                ]
            ),
            (.series, ["delserie", "subseries", "series", "serie"]),
            (
                .area,
                [
                    "lan", "county", "kommungrupp", "group", "lanskod", "countycode",
                    "kommungruppering", "municipalitygroup",
                ]
            ),
            (.certainty, ["certainty", "sakerhet", "tillforlitlighet"]),
            (.source, ["source", "kalla", "datakalla"]),
            (.publisher, ["publisher", "utgivare"]),
            (
                .responses,
                ["responses", "antalsvar", "svar", "svarande", "antalsvarande", "respondents"]
            ),
            (.responseRate, ["responserate", "svarsfrekvens", "svarsandel"]),
        ]
        return Dictionary(
            groups.flatMap { role, names in names.map { ($0, role) } },
            uniquingKeysWith: { first, _ in first })
    }()
}
