import ClimateModel
import Glibc

/// The time of day where the user is, as the C library knows it.
public enum LocalTime {
    /// Seconds that clocks are east of UTC at `moment`, by the zone that TZ or the system names.
    public static func offset(at moment: Timestamp) -> Int {
        var seconds = time_t(moment.seconds)
        var parts = tm()
        return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    }

    /// This moment, to the second.
    public static var now: Timestamp {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Timestamp(seconds: Int64(now.tv_sec))
    }
}
