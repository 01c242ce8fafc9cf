import ClimateModel
import Configuration
import Dashboard
import Terminal

/// What a config file says; what it leaves out is nil or empty.
public struct Config: Hashable, Sendable {
    /// The language of all that is shown.
    public var language: Language?
    /// A theme's name, as written.
    public var theme: String?
    /// Which colours to use.
    public var color: ColorSetting?
    /// A name or a code, as written.
    public var municipality: String?
    /// Names or codes, as written.
    public var followed: [String] = []
    /// An absolute path.
    public var database: String?
    /// What a sync reads, in the order written; the municipalities not yet looked up.
    public var sources: [ConfiguredSource] = []
    /// Where the keepers of servers reach whoever runs syncs.
    public var contact: Contact?
    /// In the order written, not yet checked against the actions there are.
    public var keys: [KeySetting] = []
    /// What it says of the kiosk.
    public var kiosk = Kiosk()

    /// How a kiosk is shown; what is left out is nil or empty.
    public struct Kiosk: Hashable, Sendable {
        /// How long each scene stays.
        public var seconds: Int?
        /// In the order they are shown.
        public var scenes: [KioskScene] = []
        /// A theme's name for the kiosk alone, as written.
        public var theme: String?

        /// Says nothing.
        public init() {}
    }

    /// Says nothing: a file that is empty or not there.
    public init() {}
}
