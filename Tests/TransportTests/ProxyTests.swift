import Testing
import Transport
import WebFixtures

@Suite struct ProxyTests {
    @Test(arguments: ["http_proxy", "all_proxy", "ALL_PROXY"])
    func theProxyOfTheEnvironmentIsAsked(variable: String) async throws {
        let proxy = try WebServer(["http://news.example/feed": .page("through the proxy")])
        let client = WebClient.testing(environment: [variable: proxy.url("")])
        let response = try await client.get(WebRequest(url: "http://news.example/feed"))
        #expect(try response.body.text == "through the proxy")
    }

    @Test func aServerCannotSetTheProxyThroughARequest() async throws {
        let proxy = try WebServer()
        let server = try WebServer(["/": .page("direct")])
        let client = WebClient.testing(environment: ["HTTP_PROXY": proxy.url("")])
        #expect(try await client.get(.own(server.url("/"))).body.text == "direct")
        #expect(proxy.connectionsMade == 0)
    }

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1", true), ("127.0.0.0/8", "127.0.0.1", true),
        ("10.0.0.0/8", "127.0.0.1", false), ("*", "127.0.0.1", true),
        ("a.example, localhost", "localhost", true), (".LOCALHOST", "localhost", true),
        ("host", "localhost", false), ("", "localhost", false), ("127.0.0.1", "localhost", false),
    ])
    func exceptionsAreReachedDirectly(list: String, host: String, isDirect: Bool) async throws {
        let server = try WebServer(["/": .page("direct")])
        let proxy = try WebServer([server.url("/", host: host): .page("proxy")])
        let client = WebClient.testing(environment: [
            "http_proxy": proxy.url(""), "no_proxy": list,
        ])
        let response = try await client.get(.own(server.url("/", host: host)))
        #expect(try response.body.text == (isDirect ? "direct" : "proxy"))
    }

    @Test func anExceptionIsCheckedAsAnyOther() async throws {
        let server = try WebServer(["/": .page("secret")])
        let client = WebClient.testing(environment: [
            "http_proxy": "http://127.0.0.1:9", "no_proxy": "localhost",
        ])
        let failure = await client.failure(WebRequest(url: server.url("/", host: "localhost")))
        #expect(failure == .privateAddress(host: "localhost", byRedirect: false))
    }

    @Test func aProxyThatRefusesIsTold() async throws {
        let proxy = try WebServer(["news.example:443": .status(403)])
        let client = WebClient.testing(environment: ["https_proxy": proxy.url("")])
        let failure = await client.failure(WebRequest(url: "https://news.example/"))
        #expect(failure == .proxy("127.0.0.1:\(proxy.port)"))
        #expect(proxy.requests.map(\.method) == ["CONNECT"])
    }

    @Test func aProxyServesManyHostsAtATime() async throws {
        let gauge = Gauge()
        let proxy = try WebServer()
        for number in 1...6 {
            proxy.set("http://host\(number).example/", .gauged(gauge, for: .milliseconds(50)))
        }
        let client = WebClient.testing(environment: ["http_proxy": proxy.url("")])
        let tasks = (1...6).map { number in
            Task { await client.failure(WebRequest(url: "http://host\(number).example/")) }
        }
        for task in tasks { #expect(await task.value == nil) }
        #expect(gauge.most > 2)
    }

    @Test func aProxyThatIsDownIsTold() async throws {
        let place = "127.0.0.1:\(try SilentListener.closedPort())"
        let client = WebClient.testing(environment: ["https_proxy": "http://me:secret@\(place)/"])
        let failure = await client.failure(WebRequest(url: "https://news.example/"))
        // And its password is not.
        #expect(failure == .proxy(place))
    }
}
