import Foundation
import Testing

@testable import IngestApp

/// Messages between a master and a worker.
@Suite struct MessageChannelTests {
    /// Two ends of a socket that holds far less than the messages.
    private func withChannel(_ body: (MessageChannel, MessageChannel) throws -> Void) throws {
        var ends: [CInt] = [-1, -1]
        try #require(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &ends) == 0)
        defer { for end in ends { close(end) } }
        var size: CInt = 4_096
        setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &size, socklen_t(MemoryLayout<CInt>.size))
        try body(MessageChannel(descriptor: ends[0]), MessageChannel(descriptor: ends[1]))
    }

    @Test(arguments: [nil, Duration.seconds(60)])
    func messagesArriveWhole(within time: Duration?) throws {
        var generator = Seeded(7)
        let sizes = [0, 1, 15, 16, 17, 4_095, 70_000]
        let messages = sizes.flatMap { head in sizes.map { (head, $0) } }.map { head, body in
            (0..<2).map { part in
                (0..<(part == 0 ? head : body)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
            }
        }
        let deadline = time.map { ContinuousClock.now + $0 }
        try withChannel { from, to in
            let isSent = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                for message in messages {
                    try? from.send(message[0], size: message[1].count, deadline: deadline) { use in
                        for start in stride(from: 0, to: message[1].count, by: 30_000) {
                            let end = min(start + 30_000, message[1].count)
                            try message[1][start..<end].withUnsafeBytes { try use($0) }
                        }
                    }
                }
                isSent.signal()
            }
            for message in messages {
                let got = try to.receive(
                    headLimit: 1 << 20, bodyLimit: 1 << 20, deadline: deadline)
                #expect(got?.head == message[0] && got?.body == message[1])
            }
            isSent.wait()
        }
    }

    @Test func theEndBetweenMessagesIsNoFailure() throws {
        try withChannel { from, to in
            try from.send([1, 2])
            shutdown(from.descriptor, CInt(SHUT_WR))
            #expect(try to.receive(headLimit: 2)?.head == [1, 2])
            #expect(try to.receive(headLimit: 2) == nil)
        }
    }

    @Test func theEndWithinAMessageIsAFailure() throws {
        try withChannel { from, to in
            var bytes: [UInt8] = [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7]
            _ = send(from.descriptor, &bytes, bytes.count, 0)
            shutdown(from.descriptor, CInt(SHUT_WR))
            #expect(throws: MessageChannel.Failure.closed) { try to.receive(headLimit: 2) }
        }
    }

    @Test func aMessageThatIsTooLongIsRefused() throws {
        try withChannel { from, to in
            try from.send([1, 2, 3])
            #expect(throws: MessageChannel.Failure.tooLong) { try to.receive(headLimit: 2) }
        }
    }

    @Test func nobodyWaitsBeyondTheDeadline() throws {
        try withChannel { from, to in
            #expect(throws: MessageChannel.Failure.late) {
                try to.receive(headLimit: 2, deadline: .now + .milliseconds(20))
            }
            #expect(throws: MessageChannel.Failure.late) {
                try from.send(
                    Array(repeating: 0, count: 1 << 20), deadline: .now + .milliseconds(20))
            }
        }
    }
}
