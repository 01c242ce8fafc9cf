/// A value of a record that a command prints.
indirect enum FieldValue: Hashable {
    /// Not known.
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([FieldValue])
    case object([String: FieldValue])

    init(_ text: String?) { self = text.map { .string($0) } ?? .null }

    init(_ number: Int?) { self = number.map { .int($0) } ?? .null }

    /// A number that is not finite is not known.
    init(_ number: Double?) {
        guard let number, number.isFinite else {
            self = .null
            return
        }
        self = .double(number)
    }

    /// In one cell of a table: nothing for what is not known, and compact JSON for lists and objects.
    func cell() throws -> String {
        switch self {
        case .null: ""
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .double(let value): Self.text(of: value)
        case .string(let value): value
        case .array, .object: try JSONText.compact(self)
        }
    }

    /// Whole numbers without a fraction.
    private static func text(of value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }
}

extension FieldValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let fields): try container.encode(fields)
        }
    }
}
