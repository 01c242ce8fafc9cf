import ClimateModel
import ClimateStore
import Foundation
import TerminalDriver

/// A dashboard with a companion that does what a test wants.
final class FakeCompanion {
    let utkik: UtkikProgram
    private let program: String

    /// - Parameter script: what it does, in the words of sh, after it has noted what it was called with; nil for no
    ///   companion at all.
    init(_ script: String?) throws {
        utkik = try UtkikProgram()
        try utkik.write(
            ContentBatch(sources: [Self.feed, Self.failing], news: [Self.item]))
        let writer = try ContentWriter.open(
            at: StoreLocation(content: utkik.database), now: Timestamp(seconds: 1_700_000_000))
        try writer.subscribe([Self.subscription(Self.feed), Self.subscription(Self.failing)])
        try utkik.home.makeFolder("bin")
        program = utkik.home.path + "/bin/utkik"
        try ProgramCopy.make(BuiltProduct.path("utkik"), at: program)
        guard let script else { return }
        try ProgramCopy.make(
            script: "cd '\(utkik.home.path)'\necho \"$*\" >> calls\n\(script)\n",
            at: utkik.home.path + "/bin/utkik-ingest")
    }

    private static let feed = Source(
        id: .init(rawValue: "feed-good"), kind: .feed, title: "Goda nyheter",
        address: "https://example.org/good")
    private static let failing = Source(
        id: .init(rawValue: "feed-bad"), kind: .feed, title: "Årjängs flöde",
        address: "https://example.org/bad", lastError: "servern svarade inte")
    private static let item = NewsItem(
        identity: "one", kind: .news, title: LocalizedText(swedish: "En god nyhet"),
        published: .moment(Timestamp(seconds: 1_700_000_000)),
        provenance: Provenance(source: feed.id, publisher: "Goda nyheter"))

    private static func subscription(_ source: Source) -> Subscription {
        Subscription(
            id: source.id,
            settings: SourceSettings(
                address: source.address ?? "", kind: .feed, title: source.title))
    }

    /// The dashboard, when its first screen is seen.
    func start(_ arguments: String...) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            program, ["--language", "sv", "--database", utkik.database] + arguments,
            environment: utkik.environment(["PATH": "/usr/bin:/bin"]))
        guard terminal.wait(for: "En god nyhet") else {
            throw PseudoTerminal.Failure(description: terminal.screen.text)
        }
        return terminal
    }

    /// What it was called with, call by call; the options that every call has left out.
    var calls: [String] {
        let text = (try? String(contentsOfFile: utkik.home.path + "/calls", encoding: .utf8)) ?? ""
        let shared = " --json --database \(utkik.database) --language sv"
        return text.split(separator: "\n").map { String($0).replacing(shared, with: "") }
    }

    /// Lets the script go on, where it waits for a file of that name.
    func make(_ name: String) throws { try utkik.home.write("", to: name) }

    /// What the script wrote to a file of that name.
    func number(in name: String) -> Int32? {
        let text = try? String(contentsOfFile: utkik.home.path + "/" + name, encoding: .utf8)
        return text.flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
}
