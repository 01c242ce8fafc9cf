import ArgumentParser
import ClimateModel
import ClimateStore
import Foundation

/// The writer's lock held and the content database open, for the time of one command.
struct WriterSession {
    /// Reads what is there. It stands before the writer, so that it is closed first: the last to close moves the
    /// write-ahead log into the database, and only the writer may.
    let store: ContentStore
    let writer: ContentWriter

    /// Opens the database for a command that reads as well.
    ///
    /// - Parameter patience: how long to wait for another process that is writing.
    /// - Throws: the exit code that fits, the reason told.
    static func open(
        _ options: SharedOptions, patience: Duration = .zero
    ) throws(ExitCode) -> WriterSession {
        let writer = try openWriter(options, patience: patience)
        do throws(StoreError) {
            return WriterSession(
                store: try ContentStore.open(StoreLocation(content: writer.path)), writer: writer)
        } catch {
            throw tell(error, options.spoken)
        }
    }

    /// Opens the database, made with the starter content where it is missing; tells on the error stream what was out of
    /// the ordinary.
    ///
    /// - Throws: the exit code that fits, the reason told.
    static func openWriter(
        _ options: SharedOptions, patience: Duration = .zero
    ) throws(ExitCode) -> ContentWriter {
        let location = try options.location()
        do throws(StoreError) {
            let writer = try waiting(patience, for: location.lock, options.spoken) {
                () throws(StoreError) in
                try ContentWriter.open(at: location, now: .now())
            }
            // What does not wait may take long; it may not slip in where a sync lets others write for a moment.
            if patience == .zero { try writer.beginRound() }
            if case .replaced(let setAside, let reason) = writer.beginning {
                let phrase = Phrase.setAside(location.content, setAside, reason)
                Streams.error("utkik: " + phrase(options.spoken))
            }
            return writer
        } catch {
            throw tell(error, options.spoken)
        }
    }

    /// How long a command that is quickly done waits for another process that is writing: longer than any transaction takes. A
    /// sync lets others write between two transactions.
    static let patience = Duration.seconds(60)
    /// How long it does so without a word.
    private static let silence = Duration.seconds(1)

    /// Opens the content to be read, made with the starter content where it is missing. The lock is free afterwards.
    ///
    /// - Throws: the exit code that fits, the reason told.
    static func openStore(_ options: SharedOptions) throws(ExitCode) -> ContentStore {
        let location = try options.location()
        if let store = try? ContentStore.open(location) { return store }
        _ = try openWriter(options, patience: patience)
        do throws(StoreError) {
            return try ContentStore.open(location)
        } catch {
            throw tell(error, options.spoken)
        }
    }

    /// Does `body` again for as long as another process holds the lock and patience lasts.
    private static func waiting<Result>(
        _ patience: Duration, for lock: String, _ language: Language,
        _ body: () throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        let start = ContinuousClock.now
        var isTold = false
        var request: WriterLockRequest?
        defer { withExtendedLifetime(request) {} }
        while true {
            do throws(StoreError) {
                return try body()
            } catch {
                let waited = ContinuousClock.now - start
                guard case .locked = error, waited < patience else { throw error }
                request = request ?? WriterLockRequest(path: lock)
                if waited > silence, !isTold {
                    Streams.error("utkik: " + Phrase.waiting(language))
                    isTold = true
                }
                usleep(10_000)
            }
        }
    }

    /// Tells what went wrong with the database, and gives the exit code that fits.
    static func tell(_ error: StoreError, _ language: Language) -> ExitCode {
        if case .locked(let path) = error {
            Streams.error("utkik: " + Phrase.locked(path)(language))
            return ExitStatus.locked
        }
        Streams.error("utkik: " + error.message(in: language))
        return ExitStatus.failure
    }
}

extension Phrase {
    /// The new name comes first, without its folder: where a line is cut, that is what must not be lost.
    static func setAside(_ path: String, _ setAside: String, _ reason: String) -> Phrase {
        let name = setAside.split(separator: "/").last.map(String.init) ?? setAside
        return Phrase(
            sv: """
                Den skadade databasen heter nu \(name), och en ny med startinnehållet är på dess plats: \(path) \
                (\(reason)).
                """,
            en: """
                The damaged database is now called \(name), and a new one with the starter content is in its place: \
                \(path) (\(reason)).
                """)
    }

    static let waiting = Phrase(
        sv: "En annan process skriver just nu; väntar på den …",
        en: "Another process is writing right now; waiting for it …")

    static func locked(_ path: String) -> Phrase {
        Phrase(
            sv:
                "En annan process skriver just nu i databasen (\(path) är låst). Försök igen om en stund.",
            en:
                "Another process is writing the database right now (\(path) is locked). Try again in a moment."
        )
    }
}
