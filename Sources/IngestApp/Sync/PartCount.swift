import ClimateModel

/// Counts what is read of mailboxes, a part at a time, in one sync. How many parts there are is for the server to say, so
/// one that always has more would never be done with.
struct PartCount {
    /// So many parts are read of a mailbox in a sync, and no more are begun after this time.
    private static let mostParts = 10
    private static let mostTime = Duration.seconds(120)

    private var done: [Source.ID: (parts: Int, time: Duration)] = [:]

    /// Counts one more part; what is left after enough of them is for the next sync.
    mutating func settle(_ outcome: inout Committer.Outcome) {
        guard case .success(var reading) = outcome.result, reading.isPartial,
            SourceReader.reader(for: outcome.subscription.settings) is MailboxReader
        else { return }
        var (parts, time) = done[outcome.subscription.id] ?? (0, .zero)
        parts += 1
        time += outcome.duration
        done[outcome.subscription.id] = (parts, time)
        guard parts >= Self.mostParts || time >= Self.mostTime else { return }
        reading.isPartial = false
        reading.problems.append(.moreMessages)
        outcome.result = .success(reading)
    }
}

extension Phrase {
    static let moreMessages = Phrase(
        sv: "de andra breven läses nästa gång", en: "the other messages are read the next time")
}
