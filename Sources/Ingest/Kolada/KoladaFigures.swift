import ClimateModel

/// Makes indicators and their figures of what Kolada answers.
public struct KoladaFigures: Sendable {
    private let source: Source.ID
    private let now: Timestamp
    private let codes: Set<MunicipalityCode>
    /// The series that hold what their titles say, with Kolada's own word of them.
    private var kept: [(series: KoladaSeries, indicator: KoladaIndicator)] = []
    private var values: [Key: [Observation]] = [:]
    private let answerIDs: Set<String>
    private let rateIDs: Set<String>
    private let valueIDs: Set<String>
    private var answers: [Place: Double] = [:]
    private var rates: [Place: Double] = [:]
    /// How many figures were kept.
    private var count = 0
    /// Things the user should know.
    public private(set) var notes: [Phrase] = []

    private struct Key: Hashable {
        var id: String
        var gender: String
    }

    private struct Place: Hashable {
        var id: String
        var municipality: MunicipalityCode
        var period: Int
    }

    /// Compares each series' title with what Kolada calls its id now; one that means something else is left out, with a
    /// note.
    ///
    /// - Parameter known: the indicators known before, whose titles count for series that expect none.
    public init(
        _ series: [KoladaSeries], answeredBy indicators: [KoladaIndicator], known: [Indicator],
        municipalities: [Municipality], source: Source.ID, now: Timestamp
    ) {
        self.source = source
        self.now = now
        codes = Set(municipalities.map(\.code))
        let titles = Dictionary(
            indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for var series in series {
            guard let indicator = titles[series.id] else {
                notes.append(.unknownKoladaIndicator(series.id))
                continue
            }
            let before = known.first { $0.id.rawValue == series.id && $0.source == source }
            let expected =
                series.expectedTitle ?? (series.title == nil ? before?.title.swedish : nil)
            if let expected, expected != indicator.title {
                notes.append(.otherKoladaIndicator(series.id, indicator.title, expected))
                continue
            }
            if let predecessor = series.predecessor,
                titles[predecessor.id]?.title != predecessor.expectedTitle
            {
                series.predecessor = nil
            }
            kept.append((series, indicator))
        }
        answerIDs = Set(kept.flatMap(\.series.answers))
        rateIDs = Set(kept.flatMap(\.series.responseRate))
        valueIDs = Set(
            kept.flatMap { [$0.series.id] + ($0.series.predecessor.map { [$0.id] } ?? []) })
    }

    /// The ids to ask figures of.
    public var ids: [String] {
        var seen: Set<String> = []
        return kept.flatMap(\.series.ids).filter { seen.insert($0).inserted }
    }

    // MARK: Figures

    /// Takes in the figures of a page; those of regions and of unknown genders, and what nobody asked for, are left out.
    ///
    /// - Throws: `ImportFailure` where there are more in all than Kolada can have of what is asked for at a time.
    /// - Complexity: O(*n*).
    public mutating func add(_ figures: [KoladaFigure]) throws(ImportFailure) {
        for figure in figures {
            guard let code = MunicipalityCode(rawValue: figure.municipality), codes.contains(code),
                (1900...2200).contains(figure.period), figure.value.map(Self.isMeasured) ?? true,
                Self.genders.contains(figure.gender)
            else { continue }
            add(figure, code)
            guard count <= Limits.koladaFigures else {
                throw ImportFailure(.tooManyKoladaFigures)
            }
        }
    }

    private static let genders = ["T", "K", "M"]

    /// Whether it may be a figure at all: a whole number up to it has an exact `Double`.
    private static func isMeasured(_ value: Double) -> Bool { abs(value) <= 1e15 }

    private mutating func add(_ figure: KoladaFigure, _ code: MunicipalityCode) {
        let value = figure.isDeleted ? nil : figure.value
        let place = Place(id: figure.indicator, municipality: code, period: figure.period)
        if figure.gender == "T", let value {
            if answerIDs.contains(figure.indicator) {
                answers[place] = value
                count += 1
            }
            if rateIDs.contains(figure.indicator) {
                rates[place] = value / 100
                count += 1
            }
        }
        guard valueIDs.contains(figure.indicator) else { return }
        count += 1
        values[Key(id: figure.indicator, gender: figure.gender), default: []].append(
            Observation(
                municipality: code, period: Period(year: figure.period), value: value,
                status: value == nil ? Self.status(figure) : .reported))
    }

    /// Why there is no value: Kolada tells secret figures and such that can't exist from those that were not handed in.
    private static func status(_ figure: KoladaFigure) -> Observation.Status {
        let mark = figure.status.lowercased()
        if ["private", "secret", "sekretess"].contains(where: mark.contains) { return .secret }
        if ["applicable", "relevant", "tillämplig"].contains(where: mark.contains) {
            return .notApplicable
        }
        return .notReported
    }

    // MARK: Result

    /// The indicators that have figures, and these, which are not kept here any longer.
    public mutating func takeBatch() -> ContentBatch {
        var batch = ContentBatch(sources: [record])
        for (series, indicator) in kept {
            for gender in indicator.isDividedByGender ? Self.genders : ["T"] {
                let observations = takeObservations(of: series, gender)
                guard observations.contains(where: { $0.value != nil }) else { continue }
                let made = Self.indicator(series, indicator, gender, source)
                batch.indicators.append(made)
                batch.observations.append(.init(indicator: made.id, observations: observations))
            }
        }
        return batch
    }

    private var record: Source {
        Source(
            id: source, kind: .kolada, title: "Kolada", terms: "Källa: Kolada", lastSuccess: now)
    }

    private mutating func takeObservations(
        of series: KoladaSeries, _ gender: String
    ) -> [Observation] {
        let own = values.removeValue(forKey: Key(id: series.id, gender: gender)) ?? []
        var all = own.map {
            completed($0, series, series.id)
        }
        if let predecessor = series.predecessor {
            let own = Set(all.filter { $0.value != nil }.map { Spot($0) })
            let earlier =
                values.removeValue(forKey: Key(id: predecessor.id, gender: gender)) ?? []
            all = all.filter { $0.value != nil || $0.period > predecessor.last }
            all += earlier.filter { $0.period <= predecessor.last && !own.contains(Spot($0)) }
                .map { completed($0, series, predecessor.id) }
        }
        return all
    }

    private struct Spot: Hashable {
        var municipality: MunicipalityCode
        var period: Period

        init(_ observation: Observation) {
            municipality = observation.municipality
            period = observation.period
        }
    }

    /// With how many answered, and where exactly the figure comes from.
    private func completed(
        _ observation: Observation, _ series: KoladaSeries, _ id: String
    ) -> Observation {
        var observation = observation
        func first(_ ids: [String], _ table: [Place: Double]) -> Double? {
            // The newest comes last, and holds where both are told.
            ids.reversed().lazy.compactMap {
                table[
                    Place(
                        id: $0, municipality: observation.municipality,
                        period: observation.period.year)]
            }.first
        }
        if observation.value != nil {
            observation.responses = first(series.answers, answers).flatMap(KoladaFigures.count)
            observation.responseRate = first(series.responseRate, rates)
        }
        observation.provenance = Provenance(
            source: source, publisher: "Kolada", fetched: now, detail: id)
        return observation
    }

    /// A number of people; nil for what can be none.
    static func count(_ value: Double) -> Int? {
        Int(exactly: value.rounded()).flatMap { $0 >= 0 ? $0 : nil }
    }

    private static func indicator(
        _ series: KoladaSeries, _ indicator: KoladaIndicator, _ gender: String,
        _ source: Source.ID
    ) -> Indicator {
        let title = series.title ?? LocalizedText(swedish: indicator.title)
        let suffix: Phrase? =
            switch gender {
            case "K": Phrase(sv: "kvinnor", en: "women")
            case "M": Phrase(sv: "män", en: "men")
            default: nil
            }
        let id = suffix == nil ? series.id : "\(series.id)-\(gender)"
        return Indicator(
            id: Indicator.ID(rawValue: id),
            title: LocalizedText(
                swedish: title.swedish.map { text in suffix.map { "\(text), \($0.sv)" } ?? text },
                english: title.english.map { text in suffix.map { "\(text), \($0.en)" } ?? text }),
            publisher: "Kolada", unit: series.unit, direction: series.direction, kind: .value,
            decimals: series.decimals, breaks: series.breaks, source: source)
    }
}

extension Phrase {
    static let tooManyKoladaFigures = Phrase(
        sv: "Kolada ger fler än \(Limits.koladaFigures) siffror på en gång",
        en: "Kolada gives more than \(Limits.koladaFigures) figures at a time")

    static func unknownKoladaIndicator(_ id: String) -> Phrase {
        let id = Problem.shown(id)
        return Phrase(
            sv: "Kolada har inget nyckeltal \(id)", en: "Kolada has no indicator \(id)")
    }

    static func otherKoladaIndicator(_ id: String, _ title: String, _ expected: String) -> Phrase {
        let (id, title, expected) = (
            Problem.shown(id), Problem.shown(title), Problem.shown(expected)
        )
        return Phrase(
            sv: "Koladas \(id) heter nu ”\(title)”, inte ”\(expected)”: siffrorna lästes inte",
            en:
                "Kolada's \(id) is now called “\(title)”, not “\(expected)”: its figures were not read"
        )
    }
}
