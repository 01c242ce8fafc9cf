import Glibc
import TextGrid

extension TerminalSession {
    /// Runs `program` until it finishes, a signal ends it, or the terminal is gone; then the terminal is the shell's again.
    ///
    /// The loop sleeps in `poll`: it wakes for input, signals, watched descriptors, the next minute and the program's alarm,
    /// and for nothing else. A terminal that doesn't take what is written delays frames, never the program.
    ///
    /// - Throws: what the program throws, after the terminal is given back; `TerminalError.system`.
    public func run(_ program: inout some FullScreenProgram) throws -> Ending {
        defer { close() }
        var loop = try EventLoop(session: self)
        return try loop.run(&program)
    }
}

/// One turn after the other: wait, handle all that has come, draw once.
struct EventLoop {
    private let session: TerminalSession
    private let minutes: MinuteTimer
    private var decoder: InputDecoder
    private var needsFrame = true
    private var ending: Ending?
    private var knownSize: Size

    init(session: TerminalSession) throws(TerminalError) {
        self.session = session
        knownSize = session.size
        minutes = try MinuteTimer()
        decoder = InputDecoder(
            escapeDelay: Int64(session.options.escapeDelay),
            known: TerminfoKeys.sequences(of: session.type.entry))
    }

    mutating func run(_ program: inout some FullScreenProgram) throws -> Ending {
        try tell(.resize(knownSize), to: &program)
        try tell(.minute(MinuteTimer.now), to: &program)
        while true {
            try catchUp(&program)
            if let ending {
                _ = try program.handle(.ending(ending))
                return ending
            }
            // A frame waits until the terminal has taken the last one: it shows the newest state then.
            if needsFrame, !session.device.isBusy {
                needsFrame = false
                session.present(program.frame(knownSize))
            }
            try turn(&program)
        }
    }

    private mutating func turn(_ program: inout some FullScreenProgram) throws {
        let watched = program.watched
        let alarm = program.alarm
        let device = session.device
        var files = [
            pollfd(
                fd: device.descriptor,
                events: Int16(device.isBusy ? POLLIN | POLLOUT : POLLIN), revents: 0),
            pollfd(fd: session.signals.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: minutes.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        files += watched.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        let count = poll(&files, nfds_t(files.count), timeout(until: alarm))
        if count < 0, errno != EINTR {
            throw TerminalError.system(String(cString: strerror(errno)))
        }
        if files[1].revents != 0 { try handleSignals(&program) }
        if ending != nil { return }
        if Int32(files[0].revents) & POLLOUT != 0 { device.flush() }
        if Int32(files[0].revents) & ~POLLOUT != 0 { try handleInput(&program) }
        try handle(decoder.expire(at: Monotonic.milliseconds), &program)
        if files[2].revents != 0 {
            minutes.rearm()
            try tell(.minute(MinuteTimer.now), to: &program)
        }
        for (file, descriptor) in zip(files.dropFirst(3), watched) where file.revents != 0 {
            try tell(.readable(descriptor.id), to: &program)
        }
        if let alarm, alarm <= .now { try tell(.alarm, to: &program) }
    }

    /// How long `poll` may sleep, in milliseconds, rounded up; -1 for as long as nothing comes.
    private func timeout(until alarm: ContinuousClock.Instant?) -> Int32 {
        var waits: [Int64] = []
        if let deadline = decoder.deadline { waits.append(deadline - Monotonic.milliseconds) }
        if let alarm {
            let left = ContinuousClock.now.duration(to: alarm).components
            waits.append(left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000 + 1)
        }
        guard let shortest = waits.min() else { return -1 }
        return Int32(clamping: max(0, shortest))
    }

    private mutating func tell(_ event: Event, to program: inout some FullScreenProgram) throws {
        switch try program.handle(event) {
        case .ignore: break
        case .draw: needsFrame = true
        case .finish: ending = ending ?? .finished
        }
    }

    private mutating func handleSignals(_ program: inout some FullScreenProgram) throws {
        for signal in session.signals.pending() where ending == nil {
            switch signal {
            case SIGWINCH: session.resize()
            case SIGTSTP: session.suspend()
            // After a stop that nothing could be done about (SIGSTOP).
            case SIGCONT: session.comeBack()
            case SIGINT: try interrupt(&program)
            default: ending = .signal(signal)
            }
        }
    }

    private mutating func interrupt(_ program: inout some FullScreenProgram) throws {
        try tell(.interrupt, to: &program)
        if ending == .finished { ending = .signal(SIGINT) }
    }

    /// Tells of another size and of a stop, whether a signal or the program itself brought them about.
    private mutating func catchUp(_ program: inout some FullScreenProgram) throws {
        if session.size != knownSize {
            knownSize = session.size
            needsFrame = true
            try tell(.resize(knownSize), to: &program)
        }
        if session.hasComeBack {
            session.hasComeBack = false
            needsFrame = true
            try tell(.resumed, to: &program)
        }
    }

    private mutating func handleInput(_ program: inout some FullScreenProgram) throws {
        // Bounded, so that a flood of input can't keep the screen from being drawn.
        for _ in 0..<64 where ending == nil {
            switch session.device.read() {
            case .nothing: return
            case .closed:
                ending = .closed
                return
            case .bytes(let bytes):
                try handle(decoder.feed(bytes, at: Monotonic.milliseconds), &program)
            }
        }
    }

    private mutating func handle(
        _ events: [InputEvent], _ program: inout some FullScreenProgram
    ) throws {
        for event in events where ending == nil {
            switch event {
            case .key(Key("c", .control)): try interrupt(&program)
            default: try tell(.input(event), to: &program)
            }
        }
    }
}
