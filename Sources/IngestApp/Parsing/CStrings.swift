import Foundation

/// Texts as the system's calls for starting programs take them.
enum CStrings {
    /// The texts, and nil after the last, for as long as `body` runs.
    static func with<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
