import ClimateModel
import ClimateStore
import Configuration
import Dashboard

/// What the doctor finds about the sources that syncs read.
struct DoctorSources {
    let context: CommandContext
    let now: Timestamp

    /// Readings in a row that fail before it is told of.
    private static let manyFailures = 3
    /// How long nobody may have synced, in seconds.
    private static let longAgo: Int64 = 2 * 86_400

    private static let title = Phrase(sv: "Källor", en: "Sources")

    /// One line for all, and one for each of the first that fail again and again.
    func checks(_ store: ContentStore) -> [Check] {
        do {
            let gazetteer = Gazetteer(try store.municipalities())
            let overviews = try store.sourceOverviews()
            let all = SourceOverview.all(overviews, with: context, in: gazetteer)
            return [summary(overviews, all)] + contact(overviews) + failing(overviews)
        } catch {
            return [Check("sources", Self.title, .problem, Failure(error).message ?? Self.title)]
        }
    }

    private func summary(_ overviews: [SourceOverview], _ all: [SourceOverview]) -> Check {
        let tally = SourceTally(all)
        guard tally.read > 0 else {
            return Check("sources", Self.title, .good, DoctorPhrases.noSources)
        }
        let last = overviews.compactMap { $0.subscription?.state.lastAttempt }.max()
        let isLate = last.map { now.seconds - $0.seconds > Self.longAgo } ?? true
        return Check(
            "sources", Self.title, isLate || tally.failing > 0 ? .warning : .good,
            DoctorPhrases.sources(tally, last: last, now: now, isLate: isLate))
    }

    /// Nothing where no server is asked for anything.
    private func contact(_ overviews: [SourceOverview]) -> [Check] {
        let read = overviews.compactMap { $0.subscription?.settings.address }
        let addresses = read + context.settings.sources.map(\.settings.address)
        guard addresses.contains(where: { $0.hasPrefix("http") }) else { return [] }
        let contact = context.settings.contact
        return [
            Check(
                "contact", DoctorPhrases.contact, contact == nil ? .warning : .good,
                contact.map { Phrase(same: $0.url) } ?? DoctorPhrases.noContact)
        ]
    }

    private func failing(_ overviews: [SourceOverview]) -> [Check] {
        let failing = overviews.filter {
            !($0.subscription?.isPaused ?? true)
                && ($0.subscription?.state.failures ?? 0) >= Self.manyFailures
        }
        return failing.prefix(10).map { overview in
            let error = overview.source.lastError
            return Check(
                "sources", Self.title, .warning,
                Phrase(
                    sv: overview.source.title + ": " + (error?.text(in: .swedish) ?? ""),
                    en: overview.source.title + ": " + (error?.text(in: .english) ?? "")))
        }
    }
}
