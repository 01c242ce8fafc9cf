import TextGrid

/// What a full-screen program hears of.
public enum Event: Hashable, Sendable {
    /// A key, a paste, the mouse, or the focus.
    case input(InputEvent)
    /// The screen's size; the first event of all, and again whenever it changes.
    case resize(Size)
    /// A minute has begun, or the clock was set: seconds since 1970-01-01T00:00:00Z. The second event of all.
    case minute(Int64)
    /// The time that `FullScreenProgram.alarm` asked for has come.
    case alarm
    /// The watched descriptor of this number can be read, or has come to its end: then stop watching it.
    case readable(Int)
    /// Ctrl-C, or SIGINT. The program decides; if it finishes, it does so as by the signal, with exit code 130.
    case interrupt
    /// The loop ends after this: the last chance to save something.
    case ending(Ending)
    /// The program is back on the screen after Ctrl-Z and `fg`.
    case resumed
}

/// Why the loop ended.
public enum Ending: Hashable, Sendable {
    /// The program wanted it.
    case finished
    /// A signal wanted it.
    case signal(Int32)
    /// The terminal is gone.
    case closed

    /// What the process should exit with: 0, or 128 and the signal's number as a shell has it (SIGTERM 143, SIGHUP 129).
    public var exitCode: Int32 {
        switch self {
        case .finished: 0
        case .signal(let number): 128 + number
        case .closed: 129
        }
    }
}

/// A program that fills the screen: what it does about an event, and what it shows.
///
/// One method changes the state, one draws it, so `update` and `view` of the Elm architecture fit as they are. Both run on
/// the thread that called `TerminalSession.run`, one at a time. All that has been typed is handled before a frame is drawn.
public protocol FullScreenProgram {
    /// Changes the state for `event`.
    mutating func handle(_ event: Event) throws -> Reaction

    /// The screen to show now. Asked for after events that want it, when the terminal has taken the last one.
    mutating func frame(_ size: Size) -> Frame

    /// The descriptors to hear of with `Event.readable`: a change watch, the pipe of a child process.
    var watched: [WatchedDescriptor] { get }

    /// When to hear `Event.alarm`, once; nil for never.
    var alarm: ContinuousClock.Instant? { get }
}

extension FullScreenProgram {
    /// Nothing is watched.
    public var watched: [WatchedDescriptor] { [] }
    /// No alarm is set.
    public var alarm: ContinuousClock.Instant? { nil }
}

/// What follows from an event.
public enum Reaction: Hashable, Sendable {
    /// Nothing to be seen.
    case ignore
    /// The screen may look different now.
    case draw
    /// The loop ends.
    case finish
}

/// A file descriptor to wait for, under a number that the program chooses.
public struct WatchedDescriptor: Hashable, Sendable {
    /// What `Event.readable` tells it by.
    public var id: Int
    /// Open as long as it is watched; the program closes it.
    public var descriptor: Int32

    /// Takes both as they are.
    public init(id: Int, descriptor: Int32) {
        self.id = id
        self.descriptor = descriptor
    }
}
