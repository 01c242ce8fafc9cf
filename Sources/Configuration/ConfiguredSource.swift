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

    /// The settings, with the municipality that is meant, or with what is written where none is called that.
    public func resolved(in gazetteer: Gazetteer) -> SourceSettings {
        var settings = settings
        settings.municipality = municipality.flatMap { gazetteer.municipality($0)?.code }
        settings.unknownMunicipality = settings.municipality == nil ? municipality : nil
        return settings
    }

    /// That there is no such municipality, with its line and what was meant; nil where there is.
    ///
    /// - Parameter place: where the file is.
    public func problem(in gazetteer: Gazetteer, of place: ConfigPlace) -> FileProblem? {
        guard let name = resolved(in: gazetteer).unknownMunicipality else { return nil }
        let path = place.path ?? ""
        let key = ["sources", String(index), "municipality"]
        return FileProblem(
            path: path, line: SettingsFile.line(of: key, in: path),
            message: gazetteer.unknown(name))
    }
}
