import ClimateModel

extension PlainText {
    /// What is read from where, and how it goes: those that fail first.
    func writeSources() throws {
        var view = SourceList(searchesAddresses: false)
        view.take(try reader.sourceOverviews(), in: language)
        try line("\(Phrases.sourceList(language)): \(view.tally.sentence(formats))")
        for overview in view.rows { try writeSource(overview, view.marks) }
    }

    private func writeSource(_ overview: SourceOverview, _ marks: SourceMarks) throws {
        let source = overview.source
        let age = source.lastSuccess.map {
            formats.age(of: $0, now: state.now, offset: state.environment.localOffset($0))
        }
        let error = source.lastError.map {
            "\(Phrases.lastError(language)): \($0.text(in: language))"
        }
        let content = Phrases.content(of: overview, formats).joined(separator: ", ")
        let facts = list(
            overview.condition.title(language), overview.kind?.title(language), content,
            age.map { "\(Phrases.lastHeading(language)) \($0)" }, error)
        try line("\(marks.name(of: source)): \(facts)")
    }
}
