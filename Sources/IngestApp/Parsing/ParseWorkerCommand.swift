import ArgumentParser
import ClimateModel
import Foundation
import Ingest

/// `utkik-ingest parse-worker`: reads documents for a sync, one after the other, over the socket that is its standard input.
///
/// It is a process of its own so that a document that breaks a parser, or needs more time or memory than it may, harms
/// nothing else.
struct ParseWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Read documents for a sync.", shouldDisplay: false)
    static let name = "parse-worker"

    /// Two workers leave a writer on two processors nearly all the time that it wants.
    private static let niceness: CInt = 3

    @Option(help: .hidden) var memory: Int
    @Option(help: .hidden) var seconds: Int

    func run() throws {
        // What a terminal sends to all is for the process that started this one; this one ends with it.
        for number in [SIGINT, SIGTERM] { signal(number, SIG_IGN) }
        ParserMemory.endProcessOnFailure()
        let limits = ParseLimits(time: .seconds(seconds), memory: memory)
        let channel = MessageChannel(descriptor: STDIN_FILENO)
        guard let hello = try channel.receive(headLimit: limits.answer) else { return }
        let knowledge = try ParserKnowledge(packed: hello.head)
        let finder = MunicipalityFinder(knowledge.municipalities)
        Self.makeTables(knowledge, finder)
        Self.endWithMaster()
        limits.apply()
        // What is read has to be written, so whoever writes goes first; and so does whoever looks at it.
        _ = nice(Self.niceness)
        while let message = try channel.receive(headLimit: 1 << 20, bodyLimit: limits.body) {
            limits.startDocument()
            let request = try ParseRequest(packed: message.head)
            let answer = Self.answer(
                request.task, message.body, request.context(knowledge, finder))
            try channel.send(try answer.packed())
        }
    }

    /// Has the parsers make the tables that they keep from then on, so that these take nothing of a document's memory.
    private static func makeTables(_ knowledge: ParserKnowledge, _ finder: MunicipalityFinder) {
        let text = """
            <rss version="2.0"><channel><title>Nyheter</title><item><title>Klimatet</title>\
            <link>https://example.org/1</link><pubDate>Mon, 02 Nov 2026 08:00:00 +0100</pubDate>\
            <description>&lt;p&gt;Kristinehamn klättrar 14 placeringar till plats 88 i Svenskt Näringslivs \
            ranking. Arbetet startar den 1 januari.&lt;/p&gt;</description></item></channel></rss>
            """
        let request = ParseRequest(
            task: .file, fileName: "feed",
            source: KnownSource(
                id: Source.ID(rawValue: "tables"),
                settings: SourceSettings(address: "https://example.org/feed")),
            now: Timestamp(seconds: 0))
        _ = try? FileReader.read(Array(text.utf8), context: request.context(knowledge, finder))
    }

    /// Ends the process as soon as nobody is at the other end of the socket, whatever is being read.
    private static func endWithMaster() {
        let watch = Thread {
            var file = pollfd(fd: STDIN_FILENO, events: hangUp, revents: 0)
            while poll(&file, 1, -1) < 0, errno == EINTR {}
            _exit(0)
        }
        watch.stackSize = 128 << 10
        watch.start()
    }

    /// Linux's `POLLRDHUP`, which the C library hides behind a feature macro.
    private static let hangUp: Int16 = 0x2000

    private static func answer(
        _ task: ParseRequest.Task, _ body: [UInt8], _ context: ImportContext
    ) -> ParseAnswer {
        do throws(ImportFailure) {
            switch task {
            case .file: return .file(try FileReader.read(body, context: context))
            case .kolada(let kind): return .kolada(try KoladaPage.read(body, as: kind))
            }
        } catch {
            return .failure(error)
        }
    }
}
