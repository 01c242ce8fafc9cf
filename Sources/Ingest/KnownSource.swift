import ClimateModel

/// What is known of a source before its bytes are read: that it was subscribed to, and how it answered.
public struct KnownSource: Hashable, Codable, Sendable {
    /// What its records name it by, whatever its bytes call themselves.
    public var id: Source.ID
    /// What the user says about it.
    public var settings: SourceSettings
    /// What it is called although its bytes call themselves something else: the name of the folder that a file is one of.
    /// Nil where the bytes are all of it.
    public var title: String?
    /// Where the bytes came from in the end, after redirects: what relative links are relative to. Nil for the settings'
    /// own address.
    public var finalAddress: String?
    /// The character encoding that the server named (RFC 9110, section 8.3.2), as it wrote it; nil where it named none.
    public var charset: String?

    /// What is left out is not known.
    public init(
        id: Source.ID, settings: SourceSettings, title: String? = nil, finalAddress: String? = nil,
        charset: String? = nil
    ) {
        self.id = id
        self.settings = settings
        self.title = title
        self.finalAddress = finalAddress
        self.charset = charset
    }

    /// What relative links are relative to; nil for a source that is no page on the web.
    var base: String? {
        let address = finalAddress ?? settings.address
        return LinkAddress.isAllowed(address) ? address : nil
    }
}
