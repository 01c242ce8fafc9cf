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
