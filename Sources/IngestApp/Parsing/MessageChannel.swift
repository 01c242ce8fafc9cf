import Foundation

/// Messages over a connected socket: a head of JSON and a body of bytes, each with its length before it.
struct MessageChannel {
    /// The connected socket; whoever made it closes it.
    let descriptor: CInt

    /// Why a message could not be sent or received.
    enum Failure: Error {
        /// The other end is gone.
        case closed
        /// The other end took longer than it was given.
        case late
        /// The other end says something longer than it may.
        case tooLong
    }

    /// Sends a head, and a body that `chunks` gives piece by piece.
    ///
    /// - Parameters:
    ///   - size: how many bytes the chunks are together.
    ///   - deadline: nil for as long as it takes.
    func send(
        _ head: [UInt8], size: Int = 0, deadline: ContinuousClock.Instant? = nil,
        chunks: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void = { _ in }
    ) throws {
        var lengths: [UInt64] = [UInt64(head.count).littleEndian, UInt64(size).littleEndian]
        try lengths.withUnsafeMutableBytes { try write(UnsafeRawBufferPointer($0), deadline) }
        try head.withUnsafeBytes { try write($0, deadline) }
        try chunks { try write($0, deadline) }
    }

    /// The next message; nil where the other end has closed the channel between two messages.
    func receive(
        headLimit: Int, bodyLimit: Int = 0, deadline: ContinuousClock.Instant? = nil
    ) throws(Failure) -> (head: [UInt8], body: [UInt8])? {
        guard let lengths = try read(16, deadline, mayEnd: true) else { return nil }
        let (head, body) = (Self.number(lengths[0..<8]), Self.number(lengths[8..<16]))
        guard head <= UInt64(headLimit), body <= UInt64(bodyLimit) else { throw .tooLong }
        guard let headBytes = try read(Int(head), deadline),
            let bodyBytes = try read(Int(body), deadline)
        else { throw .closed }
        return (headBytes, bodyBytes)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func write(
        _ bytes: UnsafeRawBufferPointer, _ deadline: ContinuousClock.Instant?
    ) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: POLLOUT, until: deadline)
            let flags =
                CInt(MSG_NOSIGNAL) | (deadline == nil ? 0 : CInt(MSG_DONTWAIT))
            let slice = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.send(descriptor, slice.baseAddress, slice.count, flags)
            if count < 0 {
                guard errno == EINTR || errno == EAGAIN else { throw .closed }
                continue
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Nil where it ended before the first byte and `mayEnd`.
    private func read(
        _ length: Int, _ deadline: ContinuousClock.Instant?, mayEnd: Bool = false
    ) throws(Failure) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: length)
        var filled = 0
        while filled < length {
            try wait(for: POLLIN, until: deadline)
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress?.advanced(by: filled), length - filled)
            }
            if count == 0 {
                guard filled == 0, mayEnd else { throw .closed }
                return nil
            }
            if count < 0 {
                guard errno == EINTR || errno == EAGAIN else { throw .closed }
                continue
            }
            filled += count
        }
        return bytes
    }

    private func wait(for events: CInt, until deadline: ContinuousClock.Instant?) throws(Failure) {
        guard let deadline else { return }
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .late }
            let milliseconds =
                left.components.seconds * 1_000 + left.components.attoseconds
                / 1_000_000_000_000_000
            var file = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let count = poll(&file, 1, CInt(clamping: milliseconds + 1))
            if count > 0 { return }
            if count < 0, errno != EINTR { throw .closed }
        }
    }
}
