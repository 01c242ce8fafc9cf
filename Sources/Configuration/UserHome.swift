import Foundation

/// The home folder of whoever runs the program.
public enum UserHome {
    /// The home folder as this process's environment has it.
    public static var path: String { path(ProcessInfo.processInfo.environment) }

    /// `$HOME` where it is an absolute path, else the home that the system knows; the root folder for a user who has none.
    public static func path(_ environment: [String: String]) -> String {
        if let home = environment["HOME"], home.hasPrefix("/") { return home }
        if let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir {
            return String(cString: folder)
        }
        return "/"
    }
}
