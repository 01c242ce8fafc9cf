import ClimateModel

/// The ranking "Lokalt företagsklimat" as the embedded file has it.
enum StarterRanking {
    static let indicator = Indicator(
        id: Indicator.ID(rawValue: "foretagsklimat"),
        title: LocalizedText(
            swedish: "Lokalt företagsklimat", english: "Local business climate"),
        publisher: "Svenskt Näringsliv", direction: .lowerIsBetter, kind: .rank,
        breaks: [
            SeriesBreak(
                period: Period(year: 2020),
                note: LocalizedText(
                    swedish: "nya frågor i enkäten, några faktorer borttagna",
                    english: "new survey questions, some factors dropped"),
                comparable: true)
        ], source: StarterSources.ranking.id)

    /// Lines of a year and its code=rank, under lines in brackets that name publisher, certainty and place.
    static func observations(_ text: String) throws -> [Observation] {
        let lines = StarterLines(file: "ranking.txt", text: text)
        var provenance: Provenance?
        var observations: [Observation] = []
        for (number, line) in lines {
            if line.hasPrefix("[") {
                provenance = Self.provenance(line.dropFirst().dropLast())
                continue
            }
            let words = line.split(separator: " ")
            guard let provenance, let year = words.first.flatMap({ Int($0) }) else {
                throw lines.error(number, "has no source or no year")
            }
            for word in words.dropFirst() {
                let pair = word.split(separator: "=")
                guard pair.count == 2, let code = MunicipalityCode(rawValue: String(pair[0])),
                    let rank = Double(pair[1])
                else { throw lines.error(number, "has no rank in \(word)") }
                observations.append(
                    Observation(
                        municipality: code, period: Period(year: year), value: rank,
                        provenance: provenance))
            }
        }
        return observations
    }

    /// Nil unless the line is "publisher|certainty|place".
    private static func provenance(_ line: Substring) -> Provenance? {
        let fields = line.split(separator: "|").map(String.init)
        guard fields.count == 3, let certainty = Certainty(rawValue: fields[1]) else { return nil }
        return Provenance(
            source: StarterSources.ranking.id, publisher: fields[0], certainty: certainty,
            detail: fields[2])
    }
}
