import ClimateModel
import TOMLKit

/// A value of a TOML file.
public enum ConfigValue: Hashable, Sendable {
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// True or false.
    case boolean(Bool)
    /// Values in order.
    case list([ConfigValue])
    /// Values by name.
    case table([String: ConfigValue])
    /// A kind that no setting has: a date, a time, a number with decimals.
    case other

    /// Why a text is not TOML, and on which line.
    struct SyntaxError: Error, Hashable {
        var line: Int
        var reason: Phrase
    }

    /// The tables of `text`.
    ///
    /// - Throws: where and why it is not TOML 1.0 (toml.io).
    static func parse(_ text: String) throws(SyntaxError) -> [String: ConfigValue] {
        if let problem = TOMLGuard.problem(in: text) { throw problem }
        do {
            let root = try TOMLTable(string: text)
            // Values read from a table borrow its memory.
            return withExtendedLifetime(root) { entries(of: root) }
        } catch let error as TOMLParseError {
            throw SyntaxError(
                line: error.source.begin.line, reason: TOMLComplaint.phrase(error.description))
        } catch {
            throw SyntaxError(line: 1, reason: TOMLComplaint.phrase(""))
        }
    }

    /// The lines of `text`, without their ends.
    static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    private static func entries(of table: TOMLTable) -> [String: ConfigValue] {
        Dictionary(
            table.keys.compactMap { key in table[key].map { (key, ConfigValue($0)) } },
            uniquingKeysWith: { first, _ in first })
    }

    private init(_ value: any TOMLValueConvertible) {
        if let text = value.string {
            self = .string(text)
        } else if let number = value.int {
            self = .integer(number)
        } else if let truth = value.bool {
            self = .boolean(truth)
        } else if let array = value.array {
            self = .list(array.map { ConfigValue($0) })
        } else if let table = value.table {
            self = .table(Self.entries(of: table))
        } else {
            self = .other
        }
    }

    /// As a person would write it, shortened, for messages.
    var shown: String {
        switch self {
        case .string(let text): "\"" + text.prefix(40) + "\""
        case .integer(let number): String(number)
        case .boolean(let truth): String(truth)
        case .list: "[…]"
        case .table: "{…}"
        case .other: "…"
        }
    }
}
