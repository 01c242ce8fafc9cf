import Foundation

/// What a server proves who it is with. Certificates and keys were made for these tests alone, and hold from 2020 to 2119
/// unless they are meant not to.
public enum ServerIdentity: String, Sendable {
    /// For 127.0.0.1 and localhost, issued by `authority`.
    case trusted
    /// As `trusted`, but over since 2021.
    case expired
    /// As `trusted`, but from 2110 on.
    case early
    /// Issued by `authority` for other.example.
    case otherName = "other-name"

    /// The file of the certificate with its key.
    public var path: String { Self.path(rawValue) }

    /// The file of the certificate that issued all of them; nobody trusts it who is not told to.
    public static var authority: String { path("authority") }

    private static func path(_ name: String) -> String {
        Bundle.module.bundleURL.appending(path: "Certificates/\(name).pem").path
    }
}
