import ClimateModel

extension SourceSettings {
    /// These with all that `given` says; what it leaves out stays as it is.
    func taking(_ given: SourceSettings) -> SourceSettings {
        var settings = given
        settings.kind = given.kind ?? kind
        settings.title = given.title ?? title
        settings.publisher = given.publisher ?? publisher
        settings.municipality = given.municipality ?? municipality
        settings.allowsPrivateHost = given.allowsPrivateHost || allowsPrivateHost
        settings.interval = given.interval ?? interval
        settings.mapping = mapping.taking(given.mapping)
        settings.indicators = given.indicators.isEmpty ? indicators : given.indicators
        settings.user = given.user ?? user
        settings.passwordCommand = given.passwordCommand ?? passwordCommand
        return settings
    }

    /// What they say otherwise than `old`, each with its new value where that is short.
    func changes(since old: SourceSettings, in gazetteer: Gazetteer) -> [Phrase] {
        let changes: [Phrase?] = [
            kind == old.kind ? nil : kind.map { .kind($0.title) },
            title == old.title ? nil : title.map { .title($0) },
            publisher == old.publisher ? nil : publisher.map { .publisher($0) },
            municipality == old.municipality
                ? nil : municipality.map { .municipality(gazetteer[$0]?.name ?? $0.rawValue) },
            allowsPrivateHost == old.allowsPrivateHost ? nil : .privateAddress,
            interval == old.interval ? nil : interval.map { .interval(.duration($0)) },
            mapping == old.mapping ? nil : .layout,
            indicators == old.indicators ? nil : .indicators(indicators),
            user == old.user && passwordCommand == old.passwordCommand ? nil : .login,
        ]
        return changes.compactMap(\.self)
    }
}

extension TableMapping {
    /// As for the settings that it is a part of; columns and words are told one by one.
    fileprivate func taking(_ given: TableMapping) -> TableMapping {
        TableMapping(
            sheet: given.sheet ?? sheet, headingRow: given.headingRow ?? headingRow,
            columns: columns.merging(given.columns) { $1 },
            phases: phases.merging(given.phases) { $1 }, indicator: given.indicator ?? indicator,
            year: given.year ?? year, direction: given.direction ?? direction)
    }
}

extension Phrase {
    fileprivate static let privateAddress = Phrase(
        sv: "får ha en privat adress", en: "may have a private address")
    fileprivate static let layout = Phrase(
        sv: "hur tabellen är upplagd", en: "how the table is laid out")
    fileprivate static let login = Phrase(sv: "inloggningen", en: "the login")

    fileprivate static func kind(_ kind: Phrase) -> Phrase {
        Phrase(sv: "slag \(kind.sv)", en: "kind \(kind.en)")
    }

    fileprivate static func title(_ title: String) -> Phrase {
        let title = CleanText.line(title)
        return Phrase(sv: "titel ”\(title)”", en: "title “\(title)”")
    }

    fileprivate static func publisher(_ name: String) -> Phrase {
        let name = CleanText.line(name)
        return Phrase(sv: "utgivare ”\(name)”", en: "publisher “\(name)”")
    }

    fileprivate static func municipality(_ name: String) -> Phrase {
        Phrase(sv: "kommun \(name)", en: "municipality \(name)")
    }

    fileprivate static func interval(_ time: Phrase) -> Phrase {
        Phrase(sv: "läses med \(time.sv) emellan", en: "read \(time.en) apart")
    }

    fileprivate static func indicators(_ ids: [String]) -> Phrase {
        let list = CleanText.line(ids.prefix(20).joined(separator: ", "))
        return Phrase(sv: "nyckeltal \(list)", en: "indicators \(list)")
    }
}
