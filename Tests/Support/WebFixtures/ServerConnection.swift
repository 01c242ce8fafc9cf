import Glibc

/// A connection as the server sees it. One thread uses it.
public final class ServerConnection {
    private let descriptor: Int32
    private let number: Int
    private let tls: ServerTLS?
    private var buffer: [UInt8] = []
    /// Linux's `POLLRDHUP`, which the C library hides behind a feature macro.
    private static let hangUp: Int16 = 0x2000
    private let deadline = ContinuousClock.now + .seconds(300)

    /// Nil where there is no agreement on a key.
    init?(_ descriptor: Int32, number: Int, identity: ServerIdentity?) {
        self.descriptor = descriptor
        self.number = number
        var on: Int32 = 1
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        var time = timeval(tv_sec: 60, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(
                descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
        if let identity {
            guard let tls = ServerTLS(descriptor, identity) else { return nil }
            self.tls = tls
        } else {
            tls = nil
        }
    }

    /// Sends all of `bytes`; false where the other end is gone.
    @discardableResult
    public func send(_ bytes: [UInt8]) -> Bool {
        var start = 0
        while start < bytes.count {
            let sent = bytes[start...].withUnsafeBytes { rest in
                tls?.write(rest)
                    ?? Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0, ContinuousClock.now < deadline else { return false }
            start += sent
        }
        return true
    }

    /// Sends `text`.
    @discardableResult
    public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Waits for `time`, or until the other end is gone, which it tells with false.
    public func pause(_ time: Duration) -> Bool {
        var interest = pollfd(fd: descriptor, events: Self.hangUp, revents: 0)
        let milliseconds =
            time.components.seconds * 1_000
            + time.components.attoseconds / 1_000_000_000_000_000
        return poll(&interest, 1, Int32(milliseconds)) == 0 && ContinuousClock.now < deadline
    }

    /// Says that nothing more is sent: the connection is half closed.
    func end() {
        tls?.end()
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Drops what was sent and not yet received: the other end sees a reset.
    public func reset() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    /// The next line without its end; nil where there is none.
    public func readLine() -> String? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                var line = buffer[..<end]
                if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
                defer { buffer.removeFirst(end + 1) }
                return String(decoding: line, as: UTF8.self)
            }
            guard buffer.count < 1 << 20, fill() else { return nil }
        }
    }

    private func fill() -> Bool {
        var piece = [UInt8](repeating: 0, count: 16 << 10)
        let count = piece.withUnsafeMutableBytes { piece in
            tls?.read(piece) ?? recv(descriptor, piece.baseAddress, piece.count, 0)
        }
        guard count > 0 else { return false }
        buffer += piece[..<count]
        return true
    }

    func readRequest() -> ServedRequest? {
        guard let words = readLine()?.split(separator: " "), words.count == 3 else { return nil }
        var request = ServedRequest(
            method: String(words[0]), target: String(words[1]), headers: [:],
            moment: .now, connection: number)
        while let line = readLine() {
            if line.isEmpty { return request }
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            request.headers[line[..<colon].lowercased()] = String(value)
        }
        return nil
    }
}
