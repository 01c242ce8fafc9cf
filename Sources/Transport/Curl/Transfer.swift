import CCurl
import Glibc

/// A transfer under way. It lives on the loop's thread alone.
final class Transfer {
    let handle: UnsafeMutableRawPointer
    let ticket: CurlLoop.Ticket
    let plan: TransferPlan
    private let finish: @Sendable (TransferResult) -> Void
    private var collector: BodyCollector
    private var headerBytes = 0
    private var uselessBytes = 0
    private var isAddressRefused = false
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private(set) var stop: TransferResult.Stop?

    /// How many bytes of an answer that is of no use are read, so that its connection can be used again.
    private static let mostUselessBytes = 64 << 10

    /// Nil where there is no memory for it.
    init?(_ order: CurlLoop.Order) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        ticket = order.ticket
        plan = order.plan
        finish = order.finish
        collector = BodyCollector(
            limit: plan.sizeLimit, memoryLimit: plan.memoryLimit, folder: plan.folder)
        setCallbacks()
        for option in plan.options { lists += EasyOption.set(option, on: handle) }
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    // MARK: What the library asks

    private func setCallbacks() {
        let me = Unmanaged.passUnretained(self).toOpaque()
        for option in [
            CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA,
            CURLOPT_PRIVATE,
        ] {
            _ = utkik_curl_set_pointer(handle, option, me)
        }
        _ = utkik_curl_set_writer(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, me in
            Transfer.from(me)?.takeContent(.init(start: bytes, count: size * count)) ?? 0
        }
        _ = utkik_curl_set_writer(handle, CURLOPT_HEADERFUNCTION) { _, size, count, me in
            Transfer.from(me)?.takeHeader(size * count) ?? 0
        }
        _ = utkik_curl_set_socket_opener(handle) { me, _, address in
            guard let address, let transfer = Transfer.from(me) else { return -1 }
            return transfer.openSocket(address)
        }
        _ = utkik_curl_set_gatekeeper(handle) { me, address, _, _, _ in
            guard let address, let transfer = Transfer.from(me) else {
                return CURL_PREREQFUNC_ABORT
            }
            let isAllowed = transfer.allows(NetworkAddress(String(cString: address)))
            return isAllowed ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
    }

    /// The transfer that a callback or a handle belongs to.
    static func from(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The number of bytes taken: fewer than there are end the transfer.
    private func takeContent(_ bytes: UnsafeRawBufferPointer) -> Int {
        if isContent {
            stop = collector.take(bytes) ?? stop
        } else {
            uselessBytes += bytes.count
            if uselessBytes > Self.mostUselessBytes { stop = .useless }
        }
        return stop == nil ? bytes.count : 0
    }

    private var isContent: Bool { (200..<300).contains(number(CURLINFO_RESPONSE_CODE)) }

    private func takeHeader(_ count: Int) -> Int {
        headerBytes += count
        if headerBytes > plan.headerLimit { stop = .headers }
        return stop == nil ? count : 0
    }

    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        allows(NetworkAddress(address)) ? EasyOption.openSocket(address) : -1
    }

    /// Whether a connection to `address` may be made or used; remembers that one was refused.
    private func allows(_ address: NetworkAddress?) -> Bool {
        if plan.allowsPrivateAddress || address?.isPublic == true { return true }
        isAddressRefused = true
        return false
    }

    // MARK: The end

    /// Hands the result to whoever waits for it.
    func end(_ code: CURLcode) {
        // A name may have a refused address and another one, which the connection then goes to.
        if isAddressRefused, code == CURLE_COULDNT_CONNECT || code == CURLE_ABORTED_BY_CALLBACK {
            stop = .privateAddress
        }
        var result = TransferResult(code: code, stop: stop)
        result.status = number(CURLINFO_RESPONSE_CODE)
        result.proxyStatus = number(CURLINFO_HTTP_CONNECTCODE)
        result.version = number(CURLINFO_HTTP_VERSION)
        result.certificate = number(CURLINFO_SSL_VERIFYRESULT)
        result.elapsed = .microseconds(size(CURLINFO_TOTAL_TIME_T))
        result.didConnect = size(CURLINFO_PRETRANSFER_TIME_T) > 0
        for name in plan.headers { result.headers[name] = headers(name) }
        result.body = collector.body
        finish(result)
    }

    /// Ends it from here, before it has a result.
    func abort(_ stop: TransferResult.Stop) {
        finish(TransferResult(code: CURLE_ABORTED_BY_CALLBACK, stop: stop))
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        _ = utkik_curl_get_number(handle, info, &value)
        return value
    }

    private func size(_ info: CURLINFO) -> Int64 {
        var value: curl_off_t = 0
        _ = utkik_curl_get_size(handle, info, &value)
        return Int64(value)
    }

    /// All values of a header in the answer's last block of headers.
    private func headers(_ name: String) -> [String] {
        var values: [String] = []
        var header: UnsafeMutablePointer<curl_header>?
        while values.count < 20,
            curl_easy_header(handle, name, values.count, UInt32(CURLH_HEADER), -1, &header)
                == CURLHE_OK, let value = header?.pointee.value
        {
            let bytes = UnsafeRawBufferPointer(start: value, count: strlen(value))
            values.append(
                bytes.allSatisfy { $0 < 0x80 }
                    ? String(decoding: bytes, as: UTF8.self)
                    : String(String.UnicodeScalarView(bytes.lazy.map { Unicode.Scalar($0) })))
        }
        return values
    }
}
