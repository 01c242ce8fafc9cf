/// Something that a text says will happen.
public struct AgendaEntry: Hashable, Codable, Sendable {
    /// When, as exactly as the text tells.
    public var date: PartialDate
    /// The end of a time that is known as a season alone ("nästa vår"): its last month.
    public var end: PartialDate?
    /// The sentence that says so.
    public var quote: String
    /// The municipality that it concerns, where the sentence names one; nil where it concerns all that its item is about.
    public var municipality: MunicipalityCode?

    /// Takes what was read from the text as it is.
    public init(
        date: PartialDate, end: PartialDate? = nil, quote: String,
        municipality: MunicipalityCode? = nil
    ) {
        self.date = date
        self.end = end
        self.quote = quote
        self.municipality = municipality
    }
}
