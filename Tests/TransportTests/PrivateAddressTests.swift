import Testing
import Transport
import WebFixtures

/// No source reaches into the network that Utkik runs in, unless it is told to.
@Suite struct PrivateAddressTests {
    @Test(arguments: ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"])
    func aHostOnTheLoopbackIsRefused(host: String) async throws {
        let server = try WebServer(["/": .page("secret")])
        let request = WebRequest(url: server.url("/", host: host))
        let failure = await WebClient.testing().failure(request)
        let shown = host.hasPrefix("0x") || host == "2130706433" ? "127.0.0.1" : host
        #expect(failure == .privateAddress(host: shown, byRedirect: false))
        #expect(server.connectionsMade == 0)
    }

    @Test func aConnectionThatIsKeptIsNoWayIn() async throws {
        let server = try WebServer(["/": .page("secret")])
        let client = WebClient.testing()
        _ = try await client.get(.own(server.url("/")))
        let failure = await client.failure(WebRequest(url: server.url("/")))
        #expect(failure == .privateAddress(host: "127.0.0.1", byRedirect: false))
        #expect(server.requests.count == 1)
    }

    /// Through a proxy only the address in the URL can be told, and it is told without asking anybody: so each of these
    /// shows what counts as private.
    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.9.9.9", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1",
        "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "[::]", "[::1]", "[::7f00:1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]",
        "[64:ff9b:1::1]", "[100::1]", "[2001::1]", "[2001:db8::1]", "[2002:a00:1::1]",
        "[2002:7f00:1::]", "[3fff:1::1]", "[fc00::1]", "[fd12:3456::1]", "[fe80::1]", "[fec0::1]",
        "[ff02::1]", "localhost", "a.localhost", "LOCALHOST.", "0x7f000001", "0177.0.0.1",
    ])
    func privateAddressesAreRefusedBeforeAProxy(host: String) async throws {
        let proxy = try WebServer()
        let client = WebClient.testing(environment: ["http_proxy": proxy.url("")])
        let failure = await client.failure(WebRequest(url: "http://\(host)/"))
        guard case .privateAddress(_, byRedirect: false) = failure else {
            Issue.record("\(host): \(String(describing: failure))")
            return
        }
        #expect(proxy.connectionsMade == 0)
    }

    @Test(arguments: [
        "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1",
        "198.17.0.1", "198.20.0.1", "223.255.255.1", "[2606:4700::1]", "[2a00:1450::1]",
        "[64:ff9b::101:101]", "[2002:101:101::1]", "[2001:200::1]",
    ])
    func publicAddressesPassTheProxy(host: String) async throws {
        let proxy = try WebServer(["http://\(host)/": .page("there")])
        let client = WebClient.testing(environment: ["http_proxy": proxy.url("")])
        let response = try await client.get(WebRequest(url: "http://\(host)/"))
        #expect(try response.body.text == "there")
    }

    @Test(arguments: ["file:///etc/passwd", "imap://127.0.0.1/", "//x/y", "feed", "", "http://"])
    func onlyTheWebIsAskedFor(url: String) async {
        let failure = await WebClient.testing().failure(.own(url))
        guard case .notWeb = failure else {
            Issue.record("\(url): \(String(describing: failure))")
            return
        }
    }
}
