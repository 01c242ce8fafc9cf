import CSQLite

/// How SQLite keeps its memory in this process.
public enum StoreMemory {
    /// Has SQLite keep no count of its memory. Nobody asks for the count, and each request for memory would take a lock for it
    /// (sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus).
    ///
    /// To be called before any database is opened, and before the process has other threads; later it does nothing.
    public static func leaveUncounted() { _ = utkik_sqlite_leave_memory_uncounted() }
}
