import Foundation

/// Where the user's files are.
enum UserHome {
    /// `$HOME`, as the dashboard and shells have it; else the folder of the system's list of users.
    static var path: String {
        let named = ProcessInfo.processInfo.environment["HOME"] ?? ""
        return named.hasPrefix("/") ? named : NSHomeDirectory()
    }
}
