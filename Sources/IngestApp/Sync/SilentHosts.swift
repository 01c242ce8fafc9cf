import Transport

/// Keeps a server that has stopped answering, and has many sources, from holding a sync up: after two requests in a row
/// that time ran out for, the next ones to the same host and port get little of it, until one is answered.
actor SilentHosts {
    /// So many in a row.
    private static let enough = 2
    private static let patience = Duration.seconds(2)

    private var timeouts: [String: Int] = [:]

    /// The time for a request to `address`; nil for as much as any other gets.
    func patience(for address: WebAddress) -> Duration? {
        timeouts[address.endpoint, default: 0] >= Self.enough ? Self.patience : nil
    }

    /// To be told how a request to `address` ended: whatever comes in time, also a refusal, is a sign of life.
    func note(_ error: WebError?, from address: WebAddress) {
        switch error {
        case .timeout, .tooSlow, .connectTimeout: timeouts[address.endpoint, default: 0] += 1
        case .cancelled, .storage: break
        default: timeouts[address.endpoint] = nil
        }
    }
}
