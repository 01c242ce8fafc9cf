/// Where the databases are.
public struct StoreLocation: Hashable, Sendable {
    /// The content database: written by the writer alone, read by every dashboard.
    public var content: String
    /// This user's marks and preferences; nil where nothing may be kept.
    public var state: String?

    /// Takes the paths as they are; without `state` nothing can be kept.
    public init(content: String, state: String? = nil) {
        self.content = content
        self.state = state
    }

    /// The file that the writer locks, beside the content database.
    public var lock: String { content + ".lock" }
}
