import ClimateModel
import Dashboard
import Terminal

/// What a config file says; what it leaves out is nil or empty.
public struct Config: Hashable, Sendable {
    public var language: Language?
    public var theme: String?
    public var color: ColorSetting?
    /// A name or a code, as written.
    public var municipality: String?
    /// Names or codes, as written.
    public var followed: [String] = []
    /// An absolute path.
    public var database: String?
    public var keys: [KeySetting] = []
    public var kiosk = Kiosk()

    public struct Kiosk: Hashable, Sendable {
        /// How long each scene stays.
        public var seconds: Int?
        /// In the order they are shown.
        public var scenes: [KioskScene] = []
        public var theme: String?

        public init() {}
    }

    public init() {}
}
