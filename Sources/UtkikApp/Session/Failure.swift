import ClimateModel
import ClimateStore
import Configuration

/// Why a command ends without having done what it was asked to: a line for the user, and what the shell is told.
struct Failure: Error, Hashable {
    /// What a program ends with; the numbers from 64 on are those of BSD's sysexits.h.
    enum Status: Int32 {
        case failure = 1
        case usage = 64
        case badData = 65
        case locked = 75
    }

    var status: Status
    /// Nil where there is nothing to say, or nobody to say it to.
    var message: Phrase?

    init(_ status: Status, _ message: Phrase?) {
        self.status = status
        self.message = message
    }

    /// What `error` means for the user.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as StoreError: self.init(Self.status(of: error), Self.message(of: error))
        case let problems as FileProblems:
            self.init(
                .badData,
                Phrase(sv: problems.text(in: .swedish), en: problems.text(in: .english)))
        default: self.init(.failure, Phrase(same: String(describing: error)))
        }
    }

    private static func status(of error: StoreError) -> Status {
        switch error {
        case .locked: .locked
        case .corrupt: .badData
        default: .failure
        }
    }

    private static func message(of error: StoreError) -> Phrase {
        Phrase(sv: error.message(in: .swedish), en: error.message(in: .english))
    }
}
