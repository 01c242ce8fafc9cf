import ClimateModel

/// The projects pane: which projects, and where in the list.
public struct ProjectsPane: Sendable {
    /// Only of this phase; nil for all.
    public internal(set) var phase: Project.Phase?
    /// Only of this status; nil for all.
    public internal(set) var status: Project.Status?
    /// Only from this source; nil for all.
    public internal(set) var source: Source.ID?
    /// What is searched for; "" for nothing.
    public internal(set) var search = ""
    /// How many projects match, by phase.
    public internal(set) var counts = ProjectCounts(byPhase: [:])
    /// Rows are the phases' headings and the projects below them.
    public internal(set) var list = ListState()
    /// The stretch of the list that is held.
    public internal(set) var window = WindowedRows<Project>()
    /// Why the list can't be shown; nil when it can.
    public internal(set) var problem: Problem?
    /// The project that was selected before the list was read anew.
    var sought: Project.ID?

    /// What a row of the list is.
    public enum Row: Hashable, Sendable {
        /// A phase's name, with how many of its projects match.
        case heading(Project.Phase, count: Int)
        /// The index of the project in the query's order.
        case project(Int)
    }

    /// How many rows a project takes.
    static let rowHeight = 2

    /// The row of that index.
    ///
    /// - Complexity: O(1) in the number of projects.
    func row(at index: Int) -> Row? {
        var row = 0
        var project = 0
        for phase in Project.Phase.allCases {
            guard let count = counts.byPhase[phase], count > 0 else { continue }
            if index == row { return .heading(phase, count: count) }
            if index <= row + count { return .project(project + index - row - 1) }
            row += count + 1
            project += count
        }
        return nil
    }

    /// The row of the project of that index in the query's order.
    func row(ofProject index: Int) -> Int {
        var row = index
        var first = 0
        for phase in Project.Phase.allCases {
            guard let count = counts.byPhase[phase], count > 0 else { continue }
            row += 1
            first += count
            if index < first { break }
        }
        return row
    }

    /// How many rows the list has, headings included.
    var rowCount: Int { counts.total + counts.byPhase.values.count { $0 > 0 } }

    /// The projects, by index in the query's order, whose rows lie in `rows`.
    func projects(in rows: Range<Int>) -> Range<Int> {
        let indices = rows.compactMap { row -> Int? in
            if case .project(let index) = self.row(at: row) { index } else { nil }
        }
        guard let first = indices.first, let last = indices.last else { return 0..<0 }
        return first..<(last + 1)
    }

    /// Whether it shows only some projects, whatever is searched for and about whomever.
    var isFiltered: Bool { phase != nil || status != nil || source != nil }

    mutating func clearFilters() { (phase, status, source) = (nil, nil, nil) }

    var selected: Project? {
        guard case .project(let index) = row(at: list.selection) else { return nil }
        return window[index]
    }
}
