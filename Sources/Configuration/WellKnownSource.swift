import ClimateModel

/// A source that users can name in a word, with what is known of it.
public struct WellKnownSource: Hashable, Sendable {
    /// What users write.
    public let name: String
    /// Where it is.
    public let address: String
    /// What it is.
    public let kind: Source.Kind
    /// What lists call it.
    public let title: String
    /// Who publishes it.
    public let publisher: String

    /// In the order that messages name them.
    public static let all = [
        WellKnownSource(
            name: "kolada", address: "https://api.kolada.se/v3", kind: .kolada, title: "Kolada",
            publisher: "Kolada"),
        WellKnownSource(
            name: "foretagsklimat",
            address: "https://www.foretagsklimat.se/ladda-ner/"
                + "mgj4d2_statistikfaktorerxlsx_1231710.html/Statistik.xlsx"
                + "?forceDownloadFileName=Statistik.xlsx",
            kind: .table, title: "Lokalt företagsklimat", publisher: "Svenskt Näringsliv"),
    ]
}

extension SourceSettings {
    /// With what is known of a well-known source, where nothing else is said.
    public var completed: SourceSettings {
        guard let known = WellKnownSource.all.first(where: { $0.address == address }) else {
            return self
        }
        var settings = self
        settings.kind = kind ?? known.kind
        settings.title = title ?? known.title
        settings.publisher = publisher ?? known.publisher
        return settings
    }
}
