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
        // What comes first goes together with the first chunk: the other end wakes up once.
        var first: [UInt8] = []
        first.reserveCapacity(16 + head.count)
        for length in [head.count, size] {
            withUnsafeBytes(of: UInt64(length).littleEndian) { first.append(contentsOf: $0) }
        }
        first.append(contentsOf: head)
        try chunks { chunk in
            try first.withUnsafeBytes { try write($0, chunk, deadline) }
            first = []
        }
        try first.withUnsafeBytes {
            try write($0, UnsafeRawBufferPointer(rebasing: $0[..<0]), deadline)
        }
    }

    /// The next message; nil where the other end has closed the channel between two messages.
    func receive(
        headLimit: Int, bodyLimit: Int = 0, deadline: ContinuousClock.Instant? = nil
    ) throws(Failure) -> (head: [UInt8], body: [UInt8])? {
        var head: [UInt8] = []
        let body = try receive(
            into: &head, headLimit: headLimit, bodyLimit: bodyLimit, deadline: deadline)
        return body.map { (head, $0) }
    }

    /// As ``receive(headLimit:bodyLimit:deadline:)``, with the memory of `head` used again for the head of this message.
    ///
    /// - Returns: the body; nil where there is no message.
    func receive(
        into head: inout [UInt8], headLimit: Int, bodyLimit: Int = 0,
        deadline: ContinuousClock.Instant? = nil
    ) throws(Failure) -> [UInt8]? {
        var lengths = [UInt8](repeating: 0, count: 16)
        var body: [UInt8] = []
        guard try read(into: &lengths, &body, deadline, mayEnd: true) else { return nil }
        let (headLength, bodyLength) = (Self.number(lengths[0..<8]), Self.number(lengths[8..<16]))
        guard headLength <= UInt64(headLimit), bodyLength <= UInt64(bodyLimit) else {
            throw .tooLong
        }
        head.removeLast(max(0, head.count - Int(headLength)))
        head.append(contentsOf: repeatElement(0, count: Int(headLength) - head.count))
        body = [UInt8](repeating: 0, count: Int(bodyLength))
        _ = try read(into: &head, &body, deadline)
        return body
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Writes all bytes of both.
    private func write(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer,
        _ deadline: ContinuousClock.Instant?
    ) throws(Failure) {
        let flags = CInt(MSG_NOSIGNAL) | (deadline == nil ? 0 : CInt(MSG_DONTWAIT))
        var done = 0
        while done < first.count + second.count {
            let count = Self.withParts(of: first, second, from: done) {
                Glibc.sendmsg(descriptor, $0, flags)
            }
            done += try progress(count, POLLOUT, deadline)
        }
    }

    /// Fills both.
    ///
    /// - Returns: false where it ended before the first byte and `mayEnd`.
    private func read(
        into first: inout [UInt8], _ second: inout [UInt8], _ deadline: ContinuousClock.Instant?,
        mayEnd: Bool = false
    ) throws(Failure) -> Bool {
        let flags = deadline == nil ? 0 : CInt(MSG_DONTWAIT)
        let length = first.count + second.count
        var filled = 0
        while filled < length {
            let count = first.withUnsafeMutableBytes { first in
                second.withUnsafeMutableBytes { second in
                    Self.withParts(of: .init(first), .init(second), from: filled) {
                        Glibc.recvmsg(descriptor, $0, flags)
                    }
                }
            }
            if count == 0 {
                guard filled == 0, mayEnd else { throw .closed }
                return false
            }
            filled += try progress(count, POLLIN, deadline)
        }
        return true
    }

    /// What is left of two pieces of memory from `start` on, as the system's calls take it.
    private static func withParts(
        of first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, from start: Int,
        _ body: (UnsafeMutablePointer<msghdr>) -> Int
    ) -> Int {
        let parts = [(first, min(start, first.count)), (second, max(0, start - first.count))]
        var vectors = parts.map { piece, start in
            iovec(
                iov_base: UnsafeMutableRawPointer(mutating: piece.baseAddress?.advanced(by: start)),
                iov_len: piece.count - start)
        }
        return vectors.withUnsafeMutableBufferPointer { vectors in
            var message = msghdr()
            message.msg_iov = vectors.baseAddress
            message.msg_iovlen = vectors.count
            return body(&message)
        }
    }

    /// How many bytes a call has moved: none where it was too early, after waiting for its time.
    private func progress(
        _ count: Int, _ event: CInt, _ deadline: ContinuousClock.Instant?
    ) throws(Failure) -> Int {
        if count >= 0 { return count }
        guard errno == EINTR || errno == EAGAIN else { throw .closed }
        if errno == EAGAIN { try wait(for: event, until: deadline) }
        return 0
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
