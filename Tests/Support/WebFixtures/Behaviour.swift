/// What a server does when it is asked.
public struct Behaviour: Sendable {
    /// Answers; tells whether the connection goes on.
    public let answer: @Sendable (ServedRequest, ServerConnection) -> Bool

    /// Does anything at all: `answer` sends what it likes, and tells whether the connection goes on to another request.
    public init(_ answer: @escaping @Sendable (ServedRequest, ServerConnection) -> Bool) {
        self.answer = answer
    }
}

// MARK: Well behaved

extension Behaviour {
    /// A page, or "not modified" where the request knows this version by its `ETag` or else by its date.
    public static func page(
        _ body: String, type: String = "text/plain; charset=utf-8", etag: String? = nil,
        lastModified: String? = nil, headers: [(String, String)] = []
    ) -> Behaviour {
        page(Array(body.utf8), type: type, etag: etag, lastModified: lastModified, headers: headers)
    }

    /// A page of any bytes, as above.
    public static func page(
        _ body: [UInt8], type: String = "text/plain; charset=utf-8", etag: String? = nil,
        lastModified: String? = nil, headers: [(String, String)] = []
    ) -> Behaviour {
        Behaviour { request, connection in
            var all = headers + [("Content-Type", type)]
            if let etag { all.append(("ETag", etag)) }
            if let lastModified { all.append(("Last-Modified", lastModified)) }
            let isKnown =
                request.headers["if-none-match"].map { $0 == etag }
                ?? request.headers["if-modified-since"].map { $0 == lastModified } ?? false
            return connection.sendAnswer(
                isKnown ? 304 : 200, all, body: isKnown ? nil : body)
        }
    }

    /// A page compressed with gzip.
    public static func gzip(_ body: String, headers: [(String, String)] = []) -> Behaviour {
        page(
            Gzip.wrap(Array(body.utf8)), headers: headers + [("Content-Encoding", "gzip")])
    }

    /// A status with a short text, which says nothing of use.
    public static func status(_ status: Int, headers: [(String, String)] = []) -> Behaviour {
        Behaviour { _, connection in
            connection.sendAnswer(status, headers, body: Array("status \(status)".utf8))
        }
    }

    /// "Too many requests", with when to come again.
    public static func tooMany(retryAfter: String) -> Behaviour {
        status(429, headers: [("Retry-After", retryAfter)])
    }

    /// A redirect to an address or a path.
    public static func redirect(to location: String, status: Int = 302) -> Behaviour {
        self.status(status, headers: [("Location", location)])
    }

    /// Each time the next of `behaviours`, the last one from then on.
    public static func sequence(_ behaviours: Behaviour...) -> Behaviour {
        let turn = Turn()
        return Behaviour { request, connection in
            let index = min(turn.next(), behaviours.count - 1)
            return behaviours[index].answer(request, connection)
        }
    }

    /// As `behaviour`, after a while.
    public static func slow(_ time: Duration, _ behaviour: Behaviour) -> Behaviour {
        Behaviour { request, connection in
            connection.pause(time) && behaviour.answer(request, connection)
        }
    }
}

extension ServerConnection {
    /// Sends a whole answer, with its length where there is content.
    @discardableResult
    public func sendAnswer(
        _ status: Int, _ headers: [(String, String)] = [], body: [UInt8]?
    ) -> Bool {
        var head = "HTTP/1.1 \(status) As Told\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Length: \(body.count)\r\n" }
        return send(Array((head + "\r\n").utf8) + (body ?? []))
    }
}
