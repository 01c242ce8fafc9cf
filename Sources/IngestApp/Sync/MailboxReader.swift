import ClimateModel
import Foundation
import Ingest
import Transport

/// Reads the newsletters of a mailbox over IMAP, each message once.
struct MailboxReader: SourceReading {
    /// How many messages are fetched, and how many bytes of them read, before they are written.
    private static let mostMessages = 50
    private static let mostBytes = 4 << 20

    func read(
        _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> Reading {
        let position = MailboxPosition(cursor: subscription.state.cursor)
        let mailbox = try await fetch(subscription, position, tools)
        if mailbox.messages.isEmpty, let failure = mailbox.failure {
            throw SourceFailure(failure)
        }
        var reading = Reading(kind: .newsletter, state: subscription.state)
        var end = mailbox.position
        var bytes = 0
        for (index, message) in mailbox.messages.enumerated() {
            bytes += message.body.count
            if index > 0, bytes > Self.mostBytes {
                end.last = mailbox.messages[index - 1].uid
                reading.isPartial = true
                break
            }
            do throws(SourceFailure) {
                reading.file.add(try await parse(message, subscription, tools))
            } catch  where error.isPassing {
                guard index > 0 else { throw error }
                end.last = mailbox.messages[index - 1].uid
                reading.isPartial = true
                break
            } catch {
                reading.problems.append(.message(message.uid, error.message))
            }
        }
        if !reading.isPartial {
            reading.isPartial = mailbox.hasMore && mailbox.failure == nil
            if let failure = mailbox.failure { reading.problems.append(failure.phrase) }
            if mailbox.tooLarge > 0 { reading.problems.append(.largeMessages(mailbox.tooLarge)) }
        }
        reading.state.cursor = end.cursor
        return reading
    }

    private func fetch(
        _ subscription: Subscription, _ position: MailboxPosition?, _ tools: ReadingTools
    ) async throws(SourceFailure) -> MailboxReading {
        let settings = subscription.settings
        guard let user = settings.user ?? URLComponents(string: settings.address)?.user,
            !user.isEmpty
        else { throw SourceFailure(.noMailUser) }
        guard let command = settings.passwordCommand else {
            throw SourceFailure(.noPasswordCommand)
        }
        let password = try await PasswordCommand.password(command)
        let request = MailboxRequest(
            url: settings.address, user: user, password: password,
            allowsPrivateHost: settings.allowsPrivateHost, position: position,
            countLimit: Self.mostMessages)
        do throws(WebError) {
            return try await tools.mail.read(request)
        } catch {
            throw SourceFailure(error)
        }
    }

    private func parse(
        _ message: MailboxMessage, _ subscription: Subscription, _ tools: ReadingTools
    ) async throws(SourceFailure) -> ImportedFile {
        let request = ParseRequest(
            task: .file, fileName: "\(message.uid).eml",
            source: KnownSource(id: subscription.id, settings: subscription.settings),
            now: tools.now)
        do throws(ImportFailure) {
            return try await tools.parser.parse(
                request, ParseBody(message.body), isPatient: true)
        } catch {
            throw SourceFailure(error)
        }
    }
}

extension MailboxPosition {
    /// What `cursor` gave; nil for anything else.
    fileprivate init?(cursor: String?) {
        let parts = (cursor ?? "").split(separator: ":").map { UInt32($0) }
        guard parts.count == 2, let validity = parts[0], let last = parts[1] else { return nil }
        self.init(validity: validity, last: last)
    }

    fileprivate var cursor: String { "\(validity):\(last)" }
}

extension Phrase {
    static let noMailUser = Phrase(
        sv: "brevlådans användarnamn saknas: ange user för källan",
        en: "the mailbox's user name is missing: give the source a user")
    static let noPasswordCommand = Phrase(
        sv:
            "brevlådans lösenord saknas: ange password-command för källan, ett kommando som skriver ut det",
        en:
            "the mailbox's password is missing: give the source a password-command, a command that prints it"
    )

    static func message(_ number: UInt32, _ problem: Phrase) -> Phrase {
        Phrase(sv: "brev \(number): \(problem.sv)", en: "message \(number): \(problem.en)")
    }

    static func largeMessages(_ count: Int) -> Phrase {
        let size = WebRequest.defaultSizeLimit >> 20
        return Phrase(
            sv: count == 1
                ? "1 brev är större än \(size) MiB och lästes inte"
                : "\(count) brev är större än \(size) MiB och lästes inte",
            en: count == 1
                ? "1 message is larger than \(size) MiB and was not read"
                : "\(count) messages are larger than \(size) MiB and were not read")
    }
}
