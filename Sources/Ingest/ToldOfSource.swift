import ClimateModel

/// What the user has said about what is read: for this one file, else for its source.
extension ImportContext {
    /// How a table or a list is laid out.
    var mapping: TableMapping { source?.settings.mapping ?? TableMapping() }

    /// Who published it; nil where nobody told.
    var toldPublisher: String? { options.publisher ?? source?.settings.publisher }

    /// The indicator that figures are of, by id or title.
    var toldIndicator: String? { options.indicator ?? mapping.indicator }

    /// The year of figures that don't tell theirs.
    var toldYear: Int? { options.year ?? mapping.year }

    /// Which way is better, for an indicator not known before.
    var toldDirection: Indicator.Direction? { options.direction ?? mapping.direction }

    /// The municipality that all of it is about.
    var toldMunicipality: Municipality? {
        source?.settings.municipality.flatMap { municipalities[$0] }
    }

    /// The source that a table's or a list's records belong to.
    func record(_ id: Source.ID, _ kind: Source.Kind) -> Source {
        Source(
            id: id, kind: source?.settings.kind ?? kind,
            title: source?.settings.title ?? source?.title ?? CleanText.line(fileName),
            address: source?.settings.address ?? address, lastSuccess: now)
    }
}
