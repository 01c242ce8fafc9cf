import CCurl

/// What the loop's thread does and holds; no other thread sees it.
struct LoopRunner {
    private let multi: UnsafeMutableRawPointer
    private var queue: SlotQueue<CurlLoop.Order>
    private var active: [UnsafeMutableRawPointer: Transfer] = [:]
    private var isStopped = false

    /// How long to sleep where nothing is under way; any command wakes it.
    private static let longest: Int32 = 600_000

    init(multi: UnsafeMutableRawPointer, limits: WebLimits) {
        self.multi = multi
        queue = SlotQueue(perEndpoint: limits.perHost, inAll: limits.inAll)
    }

    /// Works until it is told to stop; `takeCommands` fills in what has come since the last time.
    mutating func run(_ takeCommands: (inout [CurlLoop.Command]) -> Void) {
        var commands: [CurlLoop.Command] = []
        while true {
            takeCommands(&commands)
            for command in commands { obey(command) }
            if isStopped { return abortAll() }
            repeat {
                startWaiting()
                var running: Int32 = 0
                curl_multi_perform(multi, &running)
            } while endFinished()
            curl_multi_poll(multi, nil, 0, Self.longest, nil)
        }
    }

    private mutating func obey(_ command: CurlLoop.Command) {
        switch command {
        case .start(let order):
            if order.ticket.isCancelled.load(ordering: .sequentiallyConsistent) {
                order.cancel()
            } else {
                queue.add(order, at: order.ticket.endpoint)
            }
        case .cancel(let ticket):
            for order in queue.remove(at: ticket.endpoint, where: { $0.ticket === ticket }) {
                order.cancel()
            }
            for transfer in active.values where transfer.ticket === ticket {
                remove(transfer)
                transfer.abort(.cancelled)
            }
        case .stop: isStopped = true
        }
    }

    private mutating func startWaiting() {
        while let order = queue.next() {
            guard let transfer = Transfer(order) else {
                queue.release(order.ticket.endpoint)
                order.finish(TransferResult(code: CURLE_OUT_OF_MEMORY))
                continue
            }
            active[transfer.handle] = transfer
            let code = curl_multi_add_handle(multi, transfer.handle)
            if code != CURLM_OK {
                remove(transfer)
                transfer.end(CURLE_FAILED_INIT)
            }
        }
    }

    /// Hands on the results of the transfers that have ended; tells whether there were any.
    private mutating func endFinished() -> Bool {
        var any = false
        var code = CURLE_OK
        while let handle = utkik_curl_multi_next_ended(multi, &code) {
            guard let transfer = active[handle] else { continue }
            transfer.end(code)
            remove(transfer)
            any = true
        }
        return any
    }

    private mutating func remove(_ transfer: Transfer) {
        active[transfer.handle] = nil
        curl_multi_remove_handle(multi, transfer.handle)
        queue.release(transfer.ticket.endpoint)
    }

    private mutating func abortAll() {
        for order in queue.removeAll() { order.cancel() }
        for transfer in Array(active.values) {
            remove(transfer)
            transfer.abort(.cancelled)
        }
    }
}
