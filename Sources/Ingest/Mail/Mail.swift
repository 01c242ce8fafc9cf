import ClimateModel

/// A message as it was sent, decoded.
struct Mail {
    /// A text of the message, as it is to be read.
    struct Text {
        var text: String
        var isHTML: Bool
        /// Whether lines that end in a space go on (RFC 3676), and whether that space goes.
        var isFlowed = false
        var deletesSpace = false

        var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
    }

    var subject = ""
    /// Who sent it: the name, else the address.
    var sender = ""
    /// The host of the sender's address.
    var host: String?
    var messageID: String?
    /// As the header has it; where that has none, the time from the newest "Received".
    var date: String?
    var language: String?
    var texts: [Text] = []
    /// The names of attached files.
    var attachments: [String] = []
    /// Whether a text was left out because it is over the limits.
    var isTooLarge = false
}
