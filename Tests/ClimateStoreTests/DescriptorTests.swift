import Foundation
import Synchronization
import Testing

@testable import ClimateStore

/// What is refused gives its file descriptor back once: closing it twice closes what another thread has just opened.
@Suite(.timeLimit(.minutes(1)))
struct DescriptorTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func aRefusedLockClosesNothingOfOthers() throws {
        let path = folder.location.lock
        let held = try WriterLock(path: path)
        let bystander = Bystander()
        for _ in 0..<20_000 where (try? WriterLock(path: path)) != nil {
            Issue.record("two have the lock")
        }
        #expect(bystander.finish() == 0)
        withExtendedLifetime(held) {}
    }

    @Test func aRefusedWatchClosesNothingOfOthers() {
        let bystander = Bystander()
        for _ in 0..<20_000 where (try? FileWatch(folder: folder.path + "/none", names: [])) != nil
        {
            Issue.record("a folder that is not there is watched")
        }
        #expect(bystander.finish() == 0)
    }
}

/// A thread that opens and closes files of its own, and counts those that are closed behind its back.
private final class Bystander: Sendable {
    private let isOver = Atomic(false)
    private let lost = Atomic(0)
    private let ended = DispatchSemaphore(value: 0)

    init() {
        Thread.detachNewThread { [self] in
            while !isOver.load(ordering: .acquiring) { openAndClose() }
            ended.signal()
        }
    }

    /// How many files it has lost.
    func finish() -> Int {
        isOver.store(true, ordering: .releasing)
        ended.wait()
        return lost.load(ordering: .relaxed)
    }

    private func openAndClose() {
        let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        for _ in 0..<20 where fcntl(descriptor, F_GETFD) < 0 {
            lost.add(1, ordering: .relaxed)
            return
        }
        close(descriptor)
    }
}
