import ClimateModel
import Dashboard

/// What a config file says; what it leaves out is nil or empty.
public struct Config: Hashable, Sendable {
    public var language: Language?
    public var theme: String?
    public var color: ColorChoice?
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

/// How many colours to use. The raw value is its name in the config and on the command line.
public enum ColorChoice: String, Hashable, Sendable, CaseIterable {
    /// As many as the terminal has.
    case auto
    /// As `auto`, also where what is written goes to no terminal.
    case always
    case trueColor = "truecolor"
    case palette256 = "256"
    case ansi16 = "16"
    case ansi8 = "8"
    case never
}
