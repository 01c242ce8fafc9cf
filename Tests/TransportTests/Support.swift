import ClimateModel
import Testing
import Transport

extension WebClient {
    /// A client that knows no proxy.
    static func testing(
        _ limits: WebLimits = WebLimits(), environment: [String: String] = [:],
        authorities: String? = nil
    ) -> WebClient {
        WebClient(limits: limits, authorities: authorities, environment: environment)
    }

    /// What goes wrong with a request; nil where nothing does.
    func failure(_ request: WebRequest) async -> WebError? {
        do throws(WebError) {
            _ = try await get(request)
            return nil
        } catch {
            return error
        }
    }
}

extension WebLimits {
    /// A second for what else takes ten: where that is what is waited for.
    static let quick = WebLimits(
        connect: .seconds(1), total: .seconds(5), lowestSpeedTime: .seconds(1))
}

extension WebRequest {
    /// A request to a server of the test, on the loopback.
    static func own(_ url: String, validators: Validators = Validators()) -> WebRequest {
        WebRequest(url: url, allowsPrivateHost: true, validators: validators)
    }
}

extension WebBody {
    /// All of it as text.
    var text: String {
        get throws { String(decoding: try bytes(), as: UTF8.self) }
    }
}
