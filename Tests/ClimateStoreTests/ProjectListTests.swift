import ClimateModel
import ClimateStore
import Testing

/// Lists of projects: by source, and after others have written.
@Suite struct ProjectListTests {
    let folder: TemporaryFolder
    let writer: ContentWriter
    let store: ContentStore

    init() throws {
        folder = try TemporaryFolder()
        writer = try ContentWriter.open(at: folder.location, now: .test)
        store = try ContentStore.open(folder.location)
    }

    private func project(_ id: String, of source: String = "a") -> Project {
        Project(
            id: .init(rawValue: id), title: LocalizedText(swedish: id),
            municipality: .kristinehamn, phase: .ongoing,
            provenance: Provenance(source: Source.ID(rawValue: source), publisher: "Någon"))
    }

    private func write(_ projects: Project...) throws {
        _ = try writer.write(
            ContentBatch(sources: [.test("a"), .test("b")], projects: projects))
    }

    private func ids(_ query: ProjectQuery) throws -> [String] {
        try store.projects(query, in: Window(offset: 0, count: 100)).map(\.id.rawValue)
    }

    @Test func aSourceHasItsOwn() throws {
        try write(project("one"), project("two", of: "b"), project("three", of: "b"))
        let query = ProjectQuery(source: .init(rawValue: "b"), today: .distantFuture)
        #expect(try ids(query) == ["three", "two"])
        #expect(try store.projectCounts(query).total == 2)
        let nobodys = ProjectQuery(source: .init(rawValue: "?"), today: .distantFuture)
        #expect(try ids(nobodys).isEmpty)
    }

    /// Also where marks were the first to see what was written.
    @Test func theListIsOfTheContentAsItIs() throws {
        let query = ProjectQuery(source: .init(rawValue: "a"), today: .distantFuture)
        try write(project("one"))
        #expect(try ids(query) == ["one"])
        try write(project("another"))
        let state = try #require(store.state)
        try state.setRead(true, [])
        #expect(try ids(query) == ["another", "one"])
        try write(project("second"))
        try state.markAllRead(NewsQuery())
        #expect(try ids(query) == ["another", "one", "second"])
    }
}
