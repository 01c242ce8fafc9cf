import ClimateModel
import ClimateStore
import Foundation
import Terminal

/// An open content database, and what the user should know of how it was opened.
struct OpenContent {
    var store: ContentStore
    /// Where it is; nil for the starter content in memory.
    var location: StoreLocation?
    var notices: [Notice] = []

    struct Notice: Hashable {
        var text: String
        var isProblem: Bool
    }
}

/// Opens the content database. Where there is none, or one that can't be read, the writer makes it; where the writer can't,
/// the starter content in memory stands in.
struct ContentOpening {
    let context: CommandContext
    /// Whether somebody sits there. If not, no marks are kept, and the starter content is shown where nothing else can be
    /// had.
    var isAttended = true

    /// - Throws: `StoreError` where there is a database that nothing may stand in for.
    func open() throws -> OpenContent {
        var location = context.location
        if !isAttended { location.state = nil }
        do {
            return try content(of: location)
        } catch let error as StoreError {
            return try recover(from: error, location)
        }
    }

    private func content(of location: StoreLocation) throws -> OpenContent {
        let store = try ContentStore.open(location)
        var notices: [OpenContent.Notice] = []
        if let problem = store.stateProblem {
            notices.append(.init(text: problem.message(in: context.language), isProblem: true))
        }
        return OpenContent(store: store, location: location, notices: notices)
    }

    private func recover(from error: StoreError, _ location: StoreLocation) throws -> OpenContent {
        switch error {
        case .missing, .corrupt, .older: break
        default: return try standIn(for: error, why: error)
        }
        if context.options.restricted { return try standIn(for: error, why: error) }
        do {
            let notices = try makeContent(location)
            var opened = try waitForContent(location)
            opened.notices = notices + opened.notices
            return opened
        } catch let failure {
            return try standIn(for: error, why: failure)
        }
    }

    /// Has the writer make the database.
    ///
    /// - Returns: what the user should know of it.
    private func makeContent(_ location: StoreLocation) throws -> [OpenContent.Notice] {
        guard let companion = Companion.find(context.surroundings) else {
            throw Failure(.failure, CommandPhrases.noCompanion)
        }
        let result = try companion.run([
            "init", "--database", location.content, "--language", context.language.rawValue,
        ])
        switch result.exit {
        case .code(0): return result.lines.map { .init(text: $0, isProblem: true) }
        // Another window is making it.
        case .code(Failure.Status.locked.rawValue): return []
        case .code, .signal:
            throw Failure(.failure, result.lines.last.map { Phrase(same: $0) })
        }
    }

    /// Opens what another window may still be writing.
    private func waitForContent(_ location: StoreLocation) throws -> OpenContent {
        let deadline = ContinuousClock.now + .seconds(5)
        while true {
            do {
                return try content(of: location)
            } catch let error as StoreError {
                guard case .missing = error, ContinuousClock.now < deadline else { throw error }
                usleep(20_000)
            }
        }
    }

    /// The starter content in memory, and why it is that.
    private func standIn(for error: StoreError, why: any Error) throws -> OpenContent {
        switch error {
        case .missing, .corrupt: break
        default: if isAttended { throw why }
        }
        let reason = Failure(why).message?(context.language) ?? ""
        return OpenContent(
            store: try ContentStore.starter(), location: nil,
            notices: [
                .init(text: CommandPhrases.starterOnly(reason)(context.language), isProblem: true)
            ])
    }
}
