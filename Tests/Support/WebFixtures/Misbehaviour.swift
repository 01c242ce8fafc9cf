import Synchronization

// What servers do that are broken, overloaded or hostile.
extension Behaviour {
    /// Takes the request and says nothing.
    public static let hang = Behaviour { _, connection in
        while connection.pause(.seconds(1)) {}
        return false
    }

    /// Some bytes of the body now and then, without end.
    public static func dripBody(
        _ count: Int = 1, every time: Duration = .milliseconds(100)
    ) -> Behaviour {
        Behaviour { _, connection in
            let piece = [UInt8](repeating: UInt8(ascii: "x"), count: count)
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n")
            while connection.send(piece), connection.pause(time) {}
            return false
        }
    }

    /// A byte of a header now and then, without end.
    public static func dripHeader(every time: Duration = .milliseconds(100)) -> Behaviour {
        Behaviour { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nX-Slow: ")
            while connection.send("x"), connection.pause(time) {}
            return false
        }
    }

    /// Says that `announced` bytes will come, and closes after `body`.
    public static func halfClose(_ body: String, announced: Int = 1_000) -> Behaviour {
        Behaviour { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(announced)\r\n\r\n\(body)")
            return false
        }
    }

    /// Closes in the middle of a body that comes in chunks.
    public static func brokenChunks(_ body: String) -> Behaviour {
        Behaviour { _, connection in
            let size = String(body.utf8.count, radix: 16)
            connection.send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n\(body)\r\n")
            return false
        }
    }

    /// A body that only the end of the connection ends, as in HTTP/1.0.
    public static func unframed(_ body: String) -> Behaviour {
        Behaviour { _, connection in
            connection.send("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n\(body)")
            return false
        }
    }

    /// Closes at once, without a word.
    public static let silentClose = Behaviour { _, _ in false }

    /// Resets the connection in the middle.
    public static let reset = Behaviour { _, connection in
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx")
        connection.reset()
        return false
    }

    /// A body without end, as quickly as it is taken.
    public static let endless = Behaviour { _, connection in
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 64 << 10)
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        while connection.send(piece) {}
        return false
    }

    /// A few megabytes of gzip that become `size` bytes.
    public static func gzipBomb(_ size: Int = 2 << 30) -> Behaviour {
        Behaviour { _, connection in
            connection.send(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n")
            return Gzip.bomb(size) { connection.send($0) } && false
        }
    }

    /// Says that it is gzip, and is not.
    public static let falseGzip = Behaviour.page(
        "this is no gzip at all", headers: [("Content-Encoding", "gzip")])

    /// Headers without end, as quickly as they are taken: each line `length` bytes.
    public static func hugeHeaders(length: Int = 1_000) -> Behaviour {
        Behaviour { _, connection in
            connection.send("HTTP/1.1 200 OK\r\n")
            let value = String(repeating: "x", count: length)
            while connection.send("X-Much: \(value)\r\n") {}
            return false
        }
    }

    /// One line of a header without end.
    public static let endlessHeader = Behaviour { _, connection in
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 16 << 10)
        connection.send("HTTP/1.1 200 OK\r\nX-Much: ")
        while connection.send(piece) {}
        return false
    }

    /// No HTTP at all.
    public static let babble = Behaviour { _, connection in
        connection.send("220 mail.example ESMTP ready\r\n")
        return false
    }

    /// Redirects to itself with ever another query.
    public static let redirectLoop = Behaviour { request, connection in
        connection.sendAnswer(302, [("Location", request.target + "?again")], body: [])
    }
}

/// Counts how often something was done, from any thread.
final class Turn: Sendable {
    private let count = Atomic(0)

    func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
}
