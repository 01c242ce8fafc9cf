import CCurl
import Glibc
import Synchronization

/// A connection to a mail server, made, encrypted and logged in by curl, which then only carries bytes (`CONNECT_ONLY`):
/// its own fetching marks messages as read and takes a message's lines for the server's.
///
/// One thread uses it.
final class MailConnection {
    private let handle: UnsafeMutableRawPointer
    private let gate: Gate
    private let socket: curl_socket_t
    private let limits: WebLimits
    private var buffer: [UInt8] = []
    private var start = 0
    /// What came since when, to tell a server that drips from one that is slow.
    private var stretch = (start: ContinuousClock.now, bytes: 0)
    /// When everything must be over.
    let deadline: ContinuousClock.Instant

    /// Ends a session from another thread.
    final class Gate: Sendable {
        let isCancelled = Atomic(false)
        fileprivate let allowsPrivateAddress: Bool
        fileprivate let isAddressRefused = Atomic(false)

        init(allowsPrivateAddress: Bool) { self.allowsPrivateAddress = allowsPrivateAddress }
    }

    /// The longest line that is read: the numbers of some 400,000 messages.
    static let longestLine = 4 << 20

    /// Connects with `options`; the time for all that follows is four times that of a page.
    init(
        _ options: [TransferPlan.Option], gate: Gate, limits: WebLimits, host: String
    ) throws(WebError) {
        guard let handle = curl_easy_init() else {
            throw .other(code: Int(CURLE_OUT_OF_MEMORY.rawValue))
        }
        self.handle = handle
        self.gate = gate
        self.limits = limits
        deadline = .now + limits.total * 4
        Self.setCallbacks(handle, gate)
        for option in options { EasyOption.set(option, on: handle) }
        let code = curl_easy_perform(handle)
        var socket: curl_socket_t = -1
        guard code == CURLE_OK,
            utkik_curl_get_socket(handle, &socket) == CURLE_OK, socket >= 0
        else {
            let error = Self.error(code, handle, gate, limits, host)
            curl_easy_cleanup(handle)
            throw error
        }
        self.socket = socket
    }

    deinit { curl_easy_cleanup(handle) }

    private static func setCallbacks(_ handle: UnsafeMutableRawPointer, _ gate: Gate) {
        let me = Unmanaged.passUnretained(gate).toOpaque()
        for option in [CURLOPT_OPENSOCKETDATA, CURLOPT_XFERINFODATA] {
            _ = utkik_curl_set_pointer(handle, option, me)
        }
        _ = utkik_curl_set_socket_opener(handle) { gate, _, address in
            guard let gate, let address else { return -1 }
            let rule = Unmanaged<Gate>.fromOpaque(gate).takeUnretainedValue()
            guard rule.allowsPrivateAddress || NetworkAddress(address)?.isPublic == true else {
                rule.isAddressRefused.store(true, ordering: .relaxed)
                return -1
            }
            return EasyOption.openSocket(address)
        }
        _ = utkik_curl_set_progress(handle) { me, _, _, _, _ in
            guard let me else { return 1 }
            let gate = Unmanaged<Gate>.fromOpaque(me).takeUnretainedValue()
            return gate.isCancelled.load(ordering: .relaxed) ? 1 : 0
        }
    }

    private static func error(
        _ code: CURLcode, _ handle: UnsafeMutableRawPointer, _ gate: Gate, _ limits: WebLimits,
        _ host: String
    ) -> WebError {
        if gate.isCancelled.load(ordering: .relaxed) { return .cancelled }
        if gate.isAddressRefused.load(ordering: .relaxed), code == CURLE_COULDNT_CONNECT {
            return .privateAddress(host: host, byRedirect: false)
        }
        switch code {
        case CURLE_LOGIN_DENIED: return .login(host: host)
        case CURLE_USE_SSL_FAILED: return .unencrypted(host: host)
        case CURLE_WEIRD_SERVER_REPLY, CURLE_URL_MALFORMAT: return .broken(.mail)
        default:
            var result = TransferResult(code: code)
            _ = utkik_curl_get_number(handle, CURLINFO_SSL_VERIFYRESULT, &result.certificate)
            let peer = WebError.Peer(host: host, limits: limits)
            return WebError(result, sizeLimit: 0, to: peer, timeLeft: limits.total)
        }
    }

    // MARK: Bytes

    /// Sends `text` and the end of a line.
    func send(_ text: String) throws(WebError) {
        var rest = ArraySlice(Array((text + "\r\n").utf8))
        while !rest.isEmpty {
            var sent = 0
            let code = rest.withUnsafeBytes {
                curl_easy_send(handle, $0.baseAddress, $0.count, &sent)
            }
            rest = rest.dropFirst(sent)
            switch code {
            case CURLE_OK: break
            case CURLE_AGAIN: try wait(for: Int16(POLLOUT))
            default: throw .broken(.cutShort)
            }
        }
    }

    /// The next line without its end.
    func readLine() throws(WebError) -> [UInt8] {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[start..<end]
                start = end + 1
                return Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
            }
            guard buffer.count - start < Self.longestLine else { throw .broken(.mail) }
            let held = buffer.count - start
            try fill()
            searched = start + held
        }
    }

    /// The next `count` bytes, in pieces.
    func read(_ count: Int, _ use: (UnsafeRawBufferPointer) throws(WebError) -> Void)
        throws(WebError)
    {
        var left = count
        while left > 0 {
            if start == buffer.count { try fill() }
            let piece = buffer[start..<min(buffer.count, start + left)]
            start += piece.count
            left -= piece.count
            var failure: WebError?
            piece.withUnsafeBytes { bytes in
                do throws(WebError) { try use(bytes) } catch { failure = error }
            }
            if let failure { throw failure }
        }
    }

    /// Takes in what has come, at least one byte.
    private func fill() throws(WebError) {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        let room = 16 << 10
        while true {
            var count = 0
            var code = CURLE_OK
            let held = buffer.count
            buffer.append(contentsOf: repeatElement(0, count: room))
            code = buffer.withUnsafeMutableBytes { bytes in
                curl_easy_recv(handle, bytes.baseAddress.map { $0 + held }, room, &count)
            }
            buffer.removeLast(room - count)
            switch code {
            case CURLE_OK where count > 0: return try note(count)
            case CURLE_AGAIN: try wait(for: Int16(POLLIN))
            default: throw .broken(.cutShort)
            }
        }
    }

    /// Counts what came, against the lowest speed; however much that is, it comes to an end.
    private func note(_ count: Int) throws(WebError) {
        stretch.bytes += count
        try checkTime()
        let now = ContinuousClock.now
        guard now - stretch.start >= limits.lowestSpeedTime else { return }
        let seconds = Int(limits.lowestSpeedTime.components.seconds)
        if stretch.bytes < limits.lowestSpeed * seconds { throw .tooSlow(seconds: seconds) }
        stretch = (now, 0)
    }

    /// Waits until the socket is ready, looking up a few times a second for a cancellation.
    private func wait(for events: Int16) throws(WebError) {
        let end = min(deadline, .now + limits.lowestSpeedTime)
        var interest = pollfd(fd: socket, events: events, revents: 0)
        while poll(&interest, 1, 200) <= 0 {
            if gate.isCancelled.load(ordering: .relaxed) { throw .cancelled }
            guard ContinuousClock.now < end else {
                try checkTime()
                throw .tooSlow(seconds: Int(limits.lowestSpeedTime.components.seconds))
            }
        }
        try checkTime()
    }

    /// Throws where nothing more is to be read.
    private func checkTime() throws(WebError) {
        if gate.isCancelled.load(ordering: .relaxed) { throw .cancelled }
        guard ContinuousClock.now < deadline else {
            throw .timeout(seconds: Int((limits.total * 4).components.seconds))
        }
    }
}
