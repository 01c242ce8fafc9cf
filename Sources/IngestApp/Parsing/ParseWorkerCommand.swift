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

    @Option(help: .hidden) var memory: Int
    @Option(help: .hidden) var seconds: Int

    func run() throws {
        // What a terminal sends to all is for the process that started this one; this one ends with it.
        for number in [SIGINT, SIGTERM] { signal(number, SIG_IGN) }
        let limits = ParseLimits(time: .seconds(seconds), memory: memory)
        let channel = MessageChannel(descriptor: STDIN_FILENO)
        guard let hello = try channel.receive(headLimit: limits.answer) else { return }
        let knowledge = try ParserKnowledge(packed: hello.head)
        let finder = MunicipalityFinder(knowledge.municipalities)
        Self.endWithMaster()
        limits.apply()
        while let message = try channel.receive(headLimit: 1 << 20, bodyLimit: limits.body) {
            limits.startDocument()
            let request = try ParseRequest(packed: message.head)
            let answer = Self.answer(
                request.task, message.body, request.context(knowledge, finder))
            try channel.send(try answer.packed())
        }
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
