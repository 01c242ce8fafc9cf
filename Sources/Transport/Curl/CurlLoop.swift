import CCurl
import Foundation
import Synchronization

/// One thread that carries out all transfers with a multi handle of curl.
///
/// Other threads leave orders in its inbox and wake it; nothing else is shared.
final class CurlLoop: Sendable {
    /// A transfer that is asked for, and who waits for its result.
    struct Order: Sendable {
        let ticket: Ticket
        let plan: TransferPlan
        let finish: @Sendable (TransferResult) -> Void
    }

    /// What a transfer is cancelled by.
    final class Ticket: Sendable {
        let endpoint: String
        let isCancelled = Atomic(false)

        init(endpoint: String) { self.endpoint = endpoint }
    }

    enum Command: Sendable {
        case start(Order)
        case cancel(Ticket)
        case stop
    }

    /// May be passed around: other threads only wake it, which curl allows at any time (`curl_multi_wakeup`), and under the
    /// lock that also guards its end.
    private struct MultiHandle: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer
    }

    private struct Inbox {
        var commands: [Command] = []
        var isOpen = true
    }

    private let inbox = Mutex(Inbox())
    private let multi: MultiHandle

    /// Curl's own setup, once a process; its handles may be used from several threads after it.
    static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Nil where the library can't be set up.
    init?(limits: WebLimits) {
        guard Self.isReady, let multi = curl_multi_init() else { return nil }
        self.multi = MultiHandle(pointer: multi)
        // How many go to a host is seen to by the queue: in curl all that goes through a proxy would count as one host.
        _ = utkik_curl_multi_set_number(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, limits.inAll)
        // Else curl keeps four connections open for each request under way, and closes the others whenever there are few.
        _ = utkik_curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, limits.inAll)
        let thread = Thread { [self] in
            Self.blockSignals()
            var runner = LoopRunner(multi: self.multi.pointer, limits: limits)
            runner.run { self.takeCommands(&$0) }
            self.close()
        }
        thread.name = "utkik-transfers"
        thread.start()
    }

    /// Carries out `plan`; a task that is cancelled has its result at once.
    func perform(_ plan: TransferPlan) async -> TransferResult {
        let ticket = Ticket(endpoint: plan.endpoint)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let order = Order(ticket: ticket, plan: plan) { continuation.resume(returning: $0) }
                if !post(.start(order)) { order.cancel() }
            }
        } onCancel: {
            ticket.isCancelled.store(true, ordering: .sequentiallyConsistent)
            _ = post(.cancel(ticket))
        }
    }

    /// Ends the thread with all that it has under way.
    func stop() { _ = post(.stop) }

    /// False where the thread has ended.
    private func post(_ command: Command) -> Bool {
        inbox.withLock { inbox in
            guard inbox.isOpen else { return false }
            inbox.commands.append(command)
            curl_multi_wakeup(multi.pointer)
            return true
        }
    }

    /// Signals are for the program's own threads; and a connection that the other end has closed would otherwise end the
    /// program with SIGPIPE, as OpenSSL writes without a flag against it. Threads started from here inherit it.
    static func blockSignals() {
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, nil)
    }

    /// Moves what was left in the inbox to `commands`.
    private func takeCommands(_ commands: inout [Command]) {
        inbox.withLock { inbox in
            commands = inbox.commands
            inbox.commands = []
        }
    }

    /// Takes no more orders, and lets go of those that came too late.
    private func close() {
        let late = inbox.withLock { inbox in
            inbox.isOpen = false
            // Under the lock, so that nobody wakes a loop that is gone.
            curl_multi_cleanup(multi.pointer)
            defer { inbox.commands = [] }
            return inbox.commands
        }
        for case .start(let order) in late { order.cancel() }
    }
}

extension CurlLoop.Order {
    /// Ends it before it began.
    func cancel() {
        finish(TransferResult(code: CURLE_ABORTED_BY_CALLBACK, stop: .cancelled))
    }
}
