import Foundation

/// What a worker may use.
struct ParseLimits: Sendable {
    /// How long one document may take.
    var time = Duration.seconds(10)
    /// Bytes of memory beyond what a worker has when it starts.
    var memory = 64 << 20
    /// Bytes of a document that may be read beside others, with a part of the memory; a larger one is read alone.
    var besideOthers = 1 << 20
    /// Bytes of a document.
    var body = 15 << 20
    /// Bytes of what a worker makes of a document.
    var answer = 32 << 20

    /// For a worker that is one of `count`, which together have no more memory than these limits allow.
    func shared(by count: Int) -> ParseLimits {
        var limits = self
        limits.memory = memory * 3 / 4 / max(1, count)
        return limits
    }

    /// What holds for every source.
    static let standard = ParseLimits()

    /// Bounds this process: its memory to `memory` more than now; no files written, no core dumps.
    func apply() {
        Self.set(RLIMIT_DATA, Self.dataSize() + memory)
        Self.set(RLIMIT_CORE, 0)
        Self.set(RLIMIT_FSIZE, 0)
    }

    /// Bounds the processor time of the next document, for a worker whose master is gone.
    func startDocument() {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        Self.set(RLIMIT_CPU, used + Int(time.components.seconds) + 2)
    }

    private static func set(_ resource: __rlimit_resource, _ value: Int) {
        var limit = rlimit()
        let kind = __rlimit_resource_t(resource.rawValue)
        guard getrlimit(kind, &limit) == 0 else { return }
        limit.rlim_cur = min(rlim_t(max(0, value)), limit.rlim_max)
        _ = setrlimit(kind, &limit)
    }

    /// Bytes of private writable memory that this process has mapped, which is what `RLIMIT_DATA` counts (proc(5)).
    private static func dataSize() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
            return 0
        }
        let fields = text.split(separator: " ")
        guard fields.count > 5, let pages = Int(fields[5]) else { return 0 }
        return pages * sysconf(CInt(_SC_PAGESIZE))
    }
}
