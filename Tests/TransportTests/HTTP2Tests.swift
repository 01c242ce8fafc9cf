import Foundation
import TerminalDriver
import Testing
import Transport
import WebFixtures

/// Requests to a server that speaks HTTP/2 and nothing else.
@Suite(
    .enabled(
        if: HTTP2Server.isInstalled,
        "nghttpd is not installed (Debian: nghttp2-server), so HTTP/2 is not tested"))
struct HTTP2Tests {
    private let server: HTTP2Server
    private let client = WebClient.testing(authorities: ServerIdentity.authority)

    init() throws { server = try HTTP2Server() }

    @Test func contentComesWhole() async throws {
        let bytes = (0..<3 << 20).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) }
        try server.put(bytes, "large")
        try server.put(Array("Hej från Årjäng".utf8), "small")
        let small = try await client.get(.own(server.url("/small")))
        #expect(small.status == 200)
        #expect(try small.body.text == "Hej från Årjäng")
        #expect(small.isSurelyWhole)
        #expect(try await client.get(.own(server.url("/large"))).body.bytes() == bytes)
    }

    @Test func unchangedContentIsNotSentAgain() async throws {
        try server.put(Array("Hej".utf8), "page")
        let first = try await client.get(.own(server.url("/page")))
        #expect(first.validators.lastModified != nil)
        let second = try await client.get(
            .own(server.url("/page"), validators: first.validators))
        #expect(second.isUnchanged)
    }

    @Test func manyRequestsGoSideBySide() async throws {
        for number in 0..<50 { try server.put(Array("Sida \(number)".utf8), "\(number)") }
        let texts = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<50 {
                let url = server.url("/\(number)")
                group.addTask { [client] in (number, try await client.get(.own(url)).body.text) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(texts.count == 50)
        #expect(texts.allSatisfy { $1 == "Sida \($0)" })
    }

    @Test func aMissingPageIsToldAsOne() async throws {
        #expect(
            await client.failure(.own(server.url("/nowhere")))
                == .status(404, retryAfter: nil))
    }
}

/// nghttpd on the loopback with a folder of its own. It ends with the test, and by itself after two minutes.
private final class HTTP2Server {
    private let process: pid_t
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "utkik-h2-\(UUID().uuidString)")
    private let port: UInt16

    private static let program = [
        "/usr/sbin/nghttpd", "/usr/bin/nghttpd", "/usr/local/bin/nghttpd",
    ]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

    static var isInstalled: Bool { program != nil }

    struct Failure: Error {}

    init() throws {
        guard let program = Self.program else { throw Failure() }
        port = try Self.freePort()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let identity = ServerIdentity.trusted.path
        let arguments = [
            "120", program, "-a", "127.0.0.1", "-d", folder.path, String(port), identity, identity,
        ]
        process = try ProgramStart.start("/usr/bin/timeout", arguments) { actions in
            for stream in [STDOUT_FILENO, STDERR_FILENO] {
                posix_spawn_file_actions_addopen(actions, stream, "/dev/null", O_WRONLY, 0)
            }
        }
        let end = ContinuousClock.now + .seconds(20)
        while !Self.isListening(on: port) {
            guard kill(process, 0) == 0, .now < end else { throw Failure() }
            usleep(5_000)
        }
    }

    deinit {
        // It passes the signal on.
        kill(process, SIGTERM)
        waitpid(process, nil, 0)
        try? FileManager.default.removeItem(at: folder)
    }

    func put(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    func url(_ path: String) -> String { "https://127.0.0.1:\(port)\(path)" }

    /// A port that nobody listens on just now.
    private static func freePort() throws -> UInt16 {
        try withSocket(port: 0) { file, address, length in
            guard bind(file, address, length) == 0 else { throw Failure() }
            var (bound, size) = (sockaddr_in(), socklen_t(MemoryLayout<sockaddr_in>.size))
            let status = withUnsafeMutableBytes(of: &bound) {
                getsockname(file, $0.bindMemory(to: sockaddr.self).baseAddress, &size)
            }
            guard status == 0 else { throw Failure() }
            return UInt16(bigEndian: bound.sin_port)
        }
    }

    private static func isListening(on port: UInt16) -> Bool {
        (try? withSocket(port: port) { connect($0, $1, $2) == 0 }) ?? false
    }

    private static func withSocket<Result>(
        port: UInt16, _ body: (CInt, UnsafePointer<sockaddr>?, socklen_t) throws -> Result
    ) throws -> Result {
        let file = socket(
            AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), CInt(IPPROTO_TCP))
        guard file >= 0 else { throw Failure() }
        defer { close(file) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return try withUnsafeBytes(of: &address) {
            try body(
                file, $0.bindMemory(to: sockaddr.self).baseAddress,
                socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}
