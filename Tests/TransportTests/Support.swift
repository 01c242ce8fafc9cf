import Transport

extension WebClient {
    /// A client that is quick to give up, and knows no proxy.
    static func testing(
        _ limits: WebLimits = .quick, environment: [String: String] = [:],
        authorities: String? = nil
    ) -> WebClient {
        WebClient(limits: limits, authorities: authorities, environment: environment)
    }
}

extension WebLimits {
    /// A second for what else takes ten.
    static let quick = WebLimits(
        connect: .seconds(1), total: .seconds(3), lowestSpeedTime: .seconds(1))
}

extension WebRequest {
    /// A request to a server of the test, on the loopback.
    static func own(_ url: String, validators: Validators = Validators()) -> WebRequest {
        WebRequest(url: url, allowsPrivateHost: true, validators: validators)
    }
}
