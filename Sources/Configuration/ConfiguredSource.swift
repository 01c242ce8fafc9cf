import ClimateModel

/// A source as the config file has it.
public struct ConfiguredSource: Hashable, Sendable {
    /// All that is said but the municipality, which only a list of municipalities can tell.
    public var settings: SourceSettings
    /// The municipality's name or code, as written.
    public var municipality: String?
    /// Where its table stands in the file, counted from 0.
    public var index: Int

    /// Takes what is said as it is.
    public init(settings: SourceSettings, municipality: String? = nil, index: Int) {
        self.settings = settings
        self.municipality = municipality
        self.index = index
    }

    /// The settings, with the municipality that is meant.
    ///
    /// - Parameter place: where the file is, for the problem.
    /// - Throws: that there is no such municipality, with the line and what was meant.
    public func resolved(
        in gazetteer: Gazetteer, of place: ConfigPlace
    ) throws(FileProblem) -> SourceSettings {
        guard let municipality else { return settings }
        var settings = settings
        if let found = gazetteer.municipality(municipality) {
            settings.municipality = found.code
            return settings
        }
        let path = place.path ?? ""
        let key = ["sources", String(index), "municipality"]
        throw FileProblem(
            path: path, line: SettingsFile.line(of: key, in: path),
            message: gazetteer.unknown(municipality))
    }
}
