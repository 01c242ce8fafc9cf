import ClimateModel

extension Source.ID {
    /// The source that was subscribed to; else, of a file that has no name of its own, its type and its name without
    /// folders and extension.
    ///
    /// So next year's table under the same name continues the same source, wherever it lies and whether it is
    /// CSV or TSV, and a table and a list of projects of the same name are kept apart. A feed has its own address
    /// instead (``feed(address:)``).
    static func imported(_ type: ContentType, _ context: ImportContext) -> Source.ID {
        context.source?.id ?? Source.ID(rawValue: "\(type.rawValue)-\(slug(context.stem))")
    }
}
