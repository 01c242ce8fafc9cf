import ClimateModel

/// Something to change about a source; the writer does it.
public enum SourceChange: Hashable, Sendable {
    /// Leave it out of syncs for now.
    case pause(Source.ID)
    /// Take it up again.
    case resume(Source.ID)
    /// Take it away; what was read stays.
    case remove(Source.ID)
    /// Read this address from now on.
    case add(String)
}

/// What came of a change.
public enum SourceChangeResult: Hashable, Sendable {
    /// It is done, to the source of this id and title, where they are known.
    case done(Source.ID?, title: String?)
    /// What was to be added is there already.
    case present(Source.ID, title: String?)
    /// It is not, and why, in the user's language.
    case failed(String)
}

/// What reading a source would bring, without keeping anything.
public struct SourceTest: Hashable, Sendable {
    /// What was read.
    public var address: String
    /// What it was found to be.
    public var kind: Source.Kind?
    /// What it calls itself.
    public var title: String?
    /// How many items it holds.
    public var items: Int
    /// The date of the newest of them, as it was told.
    public var newest: String?
    /// What is not as it should be but can be borne with, in the user's language.
    public var problems: [String]
    /// The first few items' titles.
    public var preview: [String]
    /// Why it can't be read, in the user's language; nil where it can.
    public var error: String?

    /// What is left out is not known.
    public init(
        address: String, kind: Source.Kind? = nil, title: String? = nil, items: Int = 0,
        newest: String? = nil, problems: [String] = [], preview: [String] = [],
        error: String? = nil
    ) {
        self.address = address
        self.kind = kind
        self.title = title
        self.items = items
        self.newest = newest
        self.problems = problems
        self.preview = preview
        self.error = error
    }
}

/// A test that is shown, with its result when that is there.
public struct SourceTesting: Hashable, Sendable {
    /// Which source is tested.
    public var source: Source.ID
    /// What lists call it.
    public var title: String
    /// Nil while it is read.
    public var result: SourceTest?
}
