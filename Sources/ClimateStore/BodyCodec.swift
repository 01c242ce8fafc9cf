import ClimateModel

/// A body as the JSON text that the database keeps: an array of blocks, each an array with its kind first.
///
///     [["h",2,["Sex beslut"]],["p",["Läs ",["a","mer","https://…"]]],["u",[["ett"],["två"]]]]
///
/// Kinds of blocks: p paragraph, h heading with its level, u and o lists, q quote. An inline is a plain string, or an array
/// with its kind first: e emphasis, s strong, a link with text and address.
public enum BodyCodec {
    /// The text of `body`.
    ///
    /// - Complexity: O(*n*).
    public static func encode(_ body: StructuredText) -> String {
        String(decoding: utf8(of: body), as: UTF8.self)
    }

    /// The text of `body` as its bytes.
    ///
    /// - Complexity: O(*n*).
    static func utf8(of body: StructuredText) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(2_048)
        array(body.blocks, &out) { block, out in encode(block, &out) }
        return out
    }

    /// An unreadable text gives an empty body: one damaged row must not take the list down.
    ///
    /// - Complexity: O(*n*).
    public static func decode(_ text: String?) -> StructuredText? {
        guard let text else { return nil }
        var parser = BodyParser(text)
        return StructuredText(parser.blocks() ?? [])
    }

    /// What a text gives that is cut at any place, which may be in the middle of a word.
    ///
    /// - Complexity: O(*n*).
    static func decode(beginning text: String?) -> StructuredText? {
        guard let text else { return nil }
        var parser = BodyParser(text, isCut: true)
        return StructuredText(parser.blocks() ?? [])
    }

    private static func encode(_ block: StructuredText.Block, _ out: inout [UInt8]) {
        switch block {
        case .paragraph(let inlines): tagged("p", inlines, &out)
        case .quote(let inlines): tagged("q", inlines, &out)
        case .heading(let level, let inlines):
            out.append(contentsOf: "[\"h\",\(level),".utf8)
            array(inlines, &out) { inline, out in encode(inline, &out) }
            out.append(UInt8(ascii: "]"))
        case .list(let ordered, let items):
            out.append(contentsOf: (ordered ? "[\"o\"," : "[\"u\",").utf8)
            array(items, &out) { item, out in
                array(item, &out) { inline, out in encode(inline, &out) }
            }
            out.append(UInt8(ascii: "]"))
        }
    }

    private static func tagged(
        _ tag: String, _ inlines: [StructuredText.Inline], _ out: inout [UInt8]
    ) {
        out.append(contentsOf: "[\"\(tag)\",".utf8)
        array(inlines, &out) { inline, out in encode(inline, &out) }
        out.append(UInt8(ascii: "]"))
    }

    private static func encode(_ inline: StructuredText.Inline, _ out: inout [UInt8]) {
        switch inline {
        case .text(let text): string(text, &out)
        case .emphasis(let text): array(["e", text], &out, string)
        case .strong(let text): array(["s", text], &out, string)
        case .link(let text, let address): array(["a", text, address], &out, string)
        }
    }

    private static func array<Element>(
        _ elements: [Element], _ out: inout [UInt8], _ encode: (Element, inout [UInt8]) -> Void
    ) {
        out.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            encode(element, &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    private static func string(_ text: String, _ out: inout [UInt8]) {
        var text = text
        out.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            var start = 0
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x20 || byte == 0x22 || byte == 0x5C {
                    out.append(contentsOf: bytes[start..<index])
                    escape(byte, &out)
                    start = index + 1
                }
                index += 1
            }
            out.append(contentsOf: bytes[start...])
        }
        out.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8, _ out: inout [UInt8]) {
        switch byte {
        case 0x0A: out.append(contentsOf: "\\n".utf8)
        case 0..<0x20:
            let code = String(byte, radix: 16)
            out.append(
                contentsOf: ("\\u" + String(repeating: "0", count: 4 - code.count) + code).utf8)
        default:
            out.append(UInt8(ascii: "\\"))
            out.append(byte)
        }
    }
}
