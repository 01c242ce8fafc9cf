import ClimateModel

/// Makes observations of the figures of a table, once all are read and what they are is known.
struct FigureBuilder {
    var series: SeriesTable
    let context: ImportContext
    let form: TableForm
    var problems: ProblemList

    /// What comes of it.
    struct Content {
        var type: ContentType
        var batch: ContentBatch
        var count: Int
        var title: Phrase
    }

    /// The observations of one series, and how many decimals they have at most.
    private struct Reading {
        var observations: [Observation] = []
        var decimals = 0
    }

    /// - Complexity: O(*n*) in the number of figures.
    mutating func build() throws(ImportFailure) -> Content {
        series.dropEmptyYears()
        let commaGroups = NumberText.commasPartThousands(
            in: series.all.lazy.flatMap(\.figures).map(\.text),
            isPartedByCommas: form.isPartedByCommas)
        let kinds = series.all.indices.map { kind(ofSeries: $0) }
        let source = Source.ID.imported(contentType(kinds), context)
        let readings = kinds.indices.map { reading(ofSeries: $0, kinds[$0], commaGroups, source) }
        let indicators = try indicators(kinds, readings.map(\.decimals), source)
        try problems.check()
        return content(kinds, indicators, readings, source)
    }

    private mutating func reading(
        ofSeries index: Int, _ kind: Indicator.Kind?, _ commaGroups: Bool, _ source: Source.ID
    ) -> Reading {
        let figures = series.takeFigures(of: index)
        var reading = Reading()
        reading.observations.reserveCapacity(figures.count)
        var seen: [Key: Int] = [:]
        for (place, figure) in figures.enumerated() {
            do throws(Problem) {
                let key = Key(municipality: figure.municipality, year: figure.year)
                if let first = seen[key] {
                    try checkSame(figures[first], figure)
                    continue
                }
                seen[key] = place
                let parsed = try value(of: figure, kind, commaGroups)
                reading.decimals = max(reading.decimals, parsed.decimals)
                reading.observations.append(
                    observation(figure, parsed.value, parsed.status, source))
            } catch {
                problems.add(error)
            }
        }
        return reading
    }

    private struct Key: Hashable {
        var municipality: UInt16
        var year: Int16
    }

    /// Two figures of a municipality and year: the same again is no harm; another figure is.
    private func checkSame(_ first: RawFigure, _ second: RawFigure) throws(Problem) {
        guard first.text == second.text else {
            throw second.problem(.twoFigures(line: Int(first.line), first.text))
        }
    }

    // MARK: Kinds

    private func kind(ofSeries index: Int) -> Indicator.Kind? {
        let one = series[index]
        if let known = one.knownKind { return known }
        switch context.options.type {
        case .ranking: return .rank
        case .indicator: return .value
        default: break
        }
        if let isRank = one.isRankColumn, isRank || one.name == nil {
            return isRank ? .rank : .value
        }
        if let name = one.name { return ColumnRole.namesRank(name) ? .rank : .value }
        let isRanking = one.figures.allSatisfy {
            NumberText.missing($0.text) != nil || rank($0.text) != nil
        }
        return isRanking ? .rank : nil
    }

    private func contentType(_ kinds: [Indicator.Kind?]) -> ContentType {
        kinds.allSatisfy { $0 == .rank } ? .ranking : .indicator
    }

    // MARK: Figures

    private func rank(_ text: String) -> Int? {
        let digits = text.hasSuffix(".") ? text.dropLast() : text[...]
        guard let number = NumberText.number(digits), number.value == number.value.rounded(),
            (1...max(1, context.municipalities.all.count)).contains(Int(clamped: number.value))
        else { return nil }
        return Int(number.value)
    }

    private func value(
        of figure: RawFigure, _ kind: Indicator.Kind?, _ commaGroups: Bool
    ) throws(Problem) -> (value: Double?, status: Observation.Status, decimals: Int) {
        if let status = NumberText.missing(figure.text) { return (nil, status, 0) }
        if kind == .rank {
            guard let rank = rank(figure.text) else {
                throw figure.problem(.badRank(context.municipalities.all.count))
            }
            return (Double(rank), .reported, 0)
        }
        guard let number = NumberText.number(figure.text, commaGroups: commaGroups) else {
            throw figure.problem(.badNumber)
        }
        return (number.value, .reported, number.decimals)
    }

    private func observation(
        _ figure: RawFigure, _ value: Double?, _ status: Observation.Status, _ source: Source.ID
    ) -> Observation {
        // Whose ranking a table continues does not tell who made the table.
        let detail = series.detail(of: figure)
        let publisher = detail.publisher ?? series.publisher
        return Observation(
            municipality: series.municipality(of: figure), period: Period(year: Int(figure.year)),
            value: value, status: status, responses: detail.responses,
            responseRate: detail.responseRate,
            provenance: Provenance(
                source: source, publisher: publisher ?? context.unknownPublisher,
                fetched: context.now,
                certainty: detail.certainty ?? context.certainty(ofPublisher: publisher),
                detail: detail.source))
    }

    // MARK: Indicators

    private func indicators(
        _ kinds: [Indicator.Kind?], _ decimals: [Int], _ source: Source.ID
    ) throws(ImportFailure) -> [Indicator] {
        var result: [Indicator] = []
        var taken = Set(context.indicators.map(\.id))
        for (index, one) in series.all.enumerated() {
            if let known = one.known {
                result.append(known)
            } else if let name = one.name {
                let id = one.id ?? SeriesTable.newID(for: name, taken: taken)
                taken.insert(id)
                result.append(
                    newIndicator(id, name, kinds[index] ?? .value, decimals[index], source))
            } else if kinds[index] == .rank {
                result.append(standardRanking(source))
            } else {
                throw ImportFailure(.whichIndicator)
            }
        }
        return result
    }

    private func standardRanking(_ source: Source.ID) -> Indicator {
        if let known = context.indicators.first(where: { $0.id == Indicator.standardRanking }) {
            return known
        }
        return Indicator(
            id: Indicator.standardRanking,
            title: LocalizedText(
                swedish: "Lokalt företagsklimat", english: "Local business climate"),
            publisher: context.toldPublisher ?? BusinessClimate.publisher,
            direction: .lowerIsBetter, kind: .rank, source: source)
    }

    private func newIndicator(
        _ id: Indicator.ID, _ name: String, _ kind: Indicator.Kind, _ decimals: Int,
        _ source: Source.ID
    ) -> Indicator {
        let told = kind == .rank ? .lowerIsBetter : context.toldDirection
        let counted = series.isBusinessClimate ? BusinessClimate.direction(of: name) : .neutral
        return Indicator(
            id: id, title: LocalizedText(swedish: name),
            publisher: series.publisher ?? context.unknownPublisher,
            direction: told ?? counted, kind: kind, decimals: min(decimals, 6),
            breaks: breaks(of: name), source: source)
    }

    /// The breaks of the ranking hold for what it is made of, but not for what is taken from official statistics.
    private func breaks(of name: String) -> [SeriesBreak] {
        guard series.isBusinessClimate, !BusinessClimate.isOfficialStatistics(name) else {
            return []
        }
        return context.indicators.first { $0.id == Indicator.standardRanking }?.breaks ?? []
    }

    private func content(
        _ kinds: [Indicator.Kind?], _ indicators: [Indicator], _ readings: [Reading],
        _ source: Source.ID
    ) -> Content {
        let known = Set(context.indicators.map(\.id))
        let filled = zip(indicators, readings).filter { !$1.observations.isEmpty }
        var batch = ContentBatch()
        batch.sources = [context.record(source, .table)]
        batch.indicators = filled.map(\.0).filter { !known.contains($0.id) }
        batch.observations = filled.map {
            .init(indicator: $0.id, observations: $1.observations)
        }
        let titles = filled.prefix(5).map(\.0.title)
        let title = Phrase(
            sv: titles.map { $0.text(in: .swedish) }.joined(separator: "; "),
            en: titles.map { $0.text(in: .english) }.joined(separator: "; "))
        let more = filled.count > 5 ? " … (\(filled.count))" : ""
        return Content(
            type: contentType(kinds), batch: batch,
            count: filled.map(\.1.observations.count).reduce(0, +), title: title.map { $0 + more })
    }
}
