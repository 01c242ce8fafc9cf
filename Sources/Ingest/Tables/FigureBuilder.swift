import ClimateModel

/// Makes observations of the figures of a table, once all are read and what they are is known.
struct FigureBuilder {
    var figures: [RawFigure]
    let series: SeriesTable
    let context: ImportContext
    let delimiter: UInt8
    var problems: ProblemList

    /// What comes of it.
    struct Content {
        var type: ContentType
        var batch: ContentBatch
        var count: Int
        var title: Phrase
    }

    /// - Complexity: O(*n*) in the number of figures.
    mutating func build() throws(ImportFailure) -> Content {
        dropEmptyYears()
        let commaGroups = NumberText.commasPartThousands(
            in: figures.lazy.map(\.text), delimiter: delimiter)
        let kinds = series.all.indices.map { kind(ofSeries: $0) }
        var decimals = [Int](repeating: 0, count: kinds.count)
        var seen: [Key: RawFigure] = [:]
        var observations = [[Observation]](repeating: [], count: kinds.count)
        let source = Source.ID.imported(contentType(kinds), context)
        for figure in figures {
            do throws(Problem) {
                guard try isNew(figure, &seen, commaGroups) else { continue }
                let parsed = try value(of: figure, kinds[figure.series], commaGroups)
                decimals[figure.series] = max(decimals[figure.series], parsed.decimals)
                observations[figure.series].append(
                    observation(figure, parsed.value, parsed.status, source))
            } catch {
                problems.add(error)
            }
        }
        let indicators = try indicators(kinds, decimals, source)
        try problems.check()
        return content(kinds, indicators, observations, source)
    }

    private struct Key: Hashable {
        var municipality: MunicipalityCode
        var year: Int
        var series: Int
    }

    /// A year of a series that has nothing but empty cells says nothing, not even that something is missing.
    private mutating func dropEmptyYears() {
        struct Year: Hashable {
            var series: Int
            var year: Int
        }
        let filled = Set(
            figures.lazy.filter { !$0.text.isEmpty }.map { Year(series: $0.series, year: $0.year) })
        figures.removeAll { !filled.contains(Year(series: $0.series, year: $0.year)) }
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
        let isRanking = figures.lazy.filter { $0.series == index }.allSatisfy {
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

    /// Whether it is the first of its municipality, year and series. The same again is no harm; another figure is.
    private func isNew(
        _ figure: RawFigure, _ seen: inout [Key: RawFigure], _ commaGroups: Bool
    ) throws(Problem) -> Bool {
        let key = Key(
            municipality: figure.municipality, year: figure.year, series: figure.series)
        guard let first = seen[key] else {
            seen[key] = figure
            return true
        }
        guard first.text == figure.text else {
            throw figure.problem(.twoFigures(line: first.line, first.text))
        }
        return false
    }

    private func observation(
        _ figure: RawFigure, _ value: Double?, _ status: Observation.Status, _ source: Source.ID
    ) -> Observation {
        // Whose ranking a table continues does not tell who made the table.
        let publisher = figure.detail.publisher ?? context.options.publisher
        return Observation(
            municipality: figure.municipality, period: Period(year: figure.year), value: value,
            status: status, responses: figure.detail.responses,
            responseRate: figure.detail.responseRate,
            provenance: Provenance(
                source: source, publisher: publisher ?? context.unknownPublisher,
                fetched: context.now,
                certainty: figure.detail.certainty ?? context.certainty(ofPublisher: publisher),
                detail: figure.detail.source))
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
                let id = SeriesTable.newID(for: name, taken: taken)
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
            publisher: context.options.publisher ?? "Svenskt Näringsliv",
            direction: .lowerIsBetter, kind: .rank, source: source)
    }

    private func newIndicator(
        _ id: Indicator.ID, _ name: String, _ kind: Indicator.Kind, _ decimals: Int,
        _ source: Source.ID
    ) -> Indicator {
        Indicator(
            id: id, title: LocalizedText(swedish: name),
            publisher: context.options.publisher ?? context.unknownPublisher,
            direction: kind == .rank ? .lowerIsBetter : context.options.direction ?? .neutral,
            kind: kind, decimals: min(decimals, 6), source: source)
    }

    private func content(
        _ kinds: [Indicator.Kind?], _ indicators: [Indicator], _ observations: [[Observation]],
        _ source: Source.ID
    ) -> Content {
        let known = Set(context.indicators.map(\.id))
        var batch = ContentBatch()
        batch.sources = [
            Source(
                id: source, kind: .table, title: CleanText.line(context.fileName),
                address: context.address, lastSuccess: context.now)
        ]
        batch.indicators = indicators.filter { !known.contains($0.id) }
        batch.observations = zip(indicators, observations).map {
            .init(indicator: $0.id, observations: $1)
        }
        let titles = indicators.prefix(5).map(\.title)
        let title = Phrase(
            sv: titles.map { $0.text(in: .swedish) }.joined(separator: "; "),
            en: titles.map { $0.text(in: .english) }.joined(separator: "; "))
        let more = indicators.count > 5 ? " … (\(indicators.count))" : ""
        return Content(
            type: contentType(kinds), batch: batch, count: observations.map(\.count).reduce(0, +),
            title: title.map { $0 + more })
    }
}
