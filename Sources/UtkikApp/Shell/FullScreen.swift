import ClimateModel
import Dashboard
import Terminal

/// Opens the terminal and the content, and runs a shell on both.
struct FullScreen {
    private let context: CommandContext
    /// Whether somebody sits at the terminal, with a mouse and a shell to go back to.
    private let isAttended: Bool

    init(_ context: CommandContext, isAttended: Bool = true) {
        self.context = context
        self.isAttended = isAttended
    }

    /// - Returns: what the process should exit with.
    /// - Throws: what keeps it from starting, with the terminal as it was.
    func run<State>(
        _ make: (TerminalSession, OpenContent) throws -> Shell<State>
    ) throws -> Int32 {
        // The terminal comes first: it must be had before the database starts a thread.
        let session = try open()
        do {
            var shell = try make(
                session, try ContentOpening(context: context, isAttended: isAttended).open())
            return try session.run(&shell).exitCode
        } catch {
            session.close()
            throw error
        }
    }

    private func open() throws(Failure) -> TerminalSession {
        do {
            return try TerminalSession(
                .init(
                    color: context.color, usesMouse: isAttended,
                    canSuspend: isAttended && !context.options.restricted))
        } catch {
            throw Failure(.failure, error.message)
        }
    }
}
