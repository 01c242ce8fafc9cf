import Glibc

/// Character encodings by the names that mail, web servers and pages use.
enum Charset {
    /// The text of `bytes`, which are said to be written as `label`.
    ///
    /// What is valid UTF-8 is UTF-8 whatever it is called, since text in other encodings seldom is by chance; what has no
    /// known name is Windows-1252. Bytes that mean nothing become U+FFFD, or are left out.
    ///
    /// - Complexity: O(*n*).
    static func decode(_ bytes: [UInt8], label: String?) -> String {
        let name = label.flatMap { iconvName(of: $0) }
        if let name, shifting.contains(name) { return convert(bytes, from: name) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let text = String(validating: body, as: UTF8.self) { return text }
        if let name { return convert(bytes, from: name) }
        return isUTF8(label) ? String(decoding: body, as: UTF8.self) : Windows1252.decode(body)
    }

    /// The text of bytes that are said to be in another encoding of eight bits than Windows-1252; nil for those and for
    /// unknown ones.
    static func named(_ bytes: [UInt8], _ label: String?) -> String? {
        guard let name = label.flatMap({ iconvName(of: $0) }), !shifting.contains(name) else {
            return nil
        }
        return convert(bytes, from: name)
    }

    /// The encoding that a page or an XML document names.
    static func declared(in bytes: [UInt8]) -> String? {
        declared(inHTML: bytes)
            ?? declared(inXML: String(decoding: bytes.prefix(300), as: Unicode.ASCII.self))
    }

    /// The encoding that a page names in a `meta` element among its first bytes, as it writes it.
    static func declared(inHTML bytes: [UInt8]) -> String? {
        let start = String(decoding: bytes.prefix(2_048), as: Unicode.ASCII.self).lowercased()
        guard let mark = start.firstRange(of: "charset=") else { return nil }
        return name(start[mark.upperBound...])
    }

    /// The encoding that an XML declaration names, as it writes it.
    static func declared(inXML text: some StringProtocol) -> String? {
        let start = text.prefix(300).lowercased()
        guard let declaration = start.firstRange(of: "<?xml"),
            let end = start[declaration.upperBound...].firstRange(of: "?>"),
            let mark = start[declaration.upperBound..<end.lowerBound].firstRange(of: "encoding=")
        else { return nil }
        return name(start[mark.upperBound...])
    }

    private static func name(_ text: Substring) -> String? {
        let name = text.drop { "\"' ".contains($0) }.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0))
        }
        return name.isEmpty ? nil : String(name)
    }

    private static func isUTF8(_ label: String?) -> Bool {
        ["utf-8", "utf8"].contains(label?.lowercased() ?? "")
    }

    /// Those whose bytes may look like ASCII though they aren't.
    private static let shifting: Set<String> = ["ISO-2022-JP", "UTF-16LE", "UTF-16BE", "UTF-16"]

    /// The encodings of the WHATWG Encoding Standard that mail in Sweden may have, besides UTF-8 and Windows-1252 (whose
    /// labels ISO-8859-1 and ASCII are). Others are not handed to the C library, whose rarer converters have had faults.
    private static func iconvName(of label: String) -> String? {
        let label = label.lowercased().filter { !"\"' ".contains($0) }
        if label.hasPrefix("iso-8859-") || label.hasPrefix("iso8859-") {
            let number = label.drop { $0 != "-" }.split(separator: "-").last.flatMap { Int($0) }
            return number.flatMap { (2...16).contains($0) && $0 != 12 ? "ISO-8859-\($0)" : nil }
        }
        if label.hasPrefix("windows-125") || label.hasPrefix("cp125") {
            let last = label.last?.wholeNumberValue ?? 2
            return last == 2 || last == 9 ? nil : "CP125\(last)"
        }
        return others[label]
    }

    private static let others: [String: String] = [
        "latin2": "ISO-8859-2", "latin9": "ISO-8859-15", "macintosh": "MACINTOSH",
        "x-mac-roman": "MACINTOSH", "koi8-r": "KOI8-R", "koi8-u": "KOI8-U", "utf-16": "UTF-16",
        "utf-16le": "UTF-16LE", "utf-16be": "UTF-16BE", "shift_jis": "SHIFT_JIS",
        "iso-2022-jp": "ISO-2022-JP", "euc-jp": "EUC-JP", "euc-kr": "EUC-KR", "big5": "BIG5",
        "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030", "ibm850": "CP850",
        "cp850": "CP850", "ibm865": "CP865",
    ]

    private static func convert(_ bytes: [UInt8], from name: String) -> String {
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
            return Windows1252.decode(bytes[...])
        }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var result: [UInt8] = []
        var buffer = [CChar](repeating: 0, count: 16 << 10)
        let count = input.count
        input.withUnsafeMutableBufferPointer { source in
            var next = source.baseAddress
            var left = count
            while left > 0 {
                let (status, written) = step(converter, &next, &left, &buffer)
                result.append(contentsOf: buffer[..<written].lazy.map { UInt8(bitPattern: $0) })
                // A byte that means nothing, or a character that is cut off at the end.
                if status == EILSEQ || status == EINVAL {
                    result.append(contentsOf: "\u{FFFD}".utf8)
                    next = next.map { $0 + 1 }
                    left -= 1
                } else if status != 0, status != E2BIG {
                    break
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// One run of the converter: its error, 0 for none, and how many bytes it wrote.
    private static func step(
        _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
        _ buffer: inout [CChar]
    ) -> (Int32, Int) {
        let size = buffer.count
        return buffer.withUnsafeMutableBufferPointer { target in
            var place = target.baseAddress
            var room = size
            let status = iconv(converter, &next, &left, &place, &room)
            return (status == -1 ? errno : 0, size - room)
        }
    }
}

extension String {
    /// Without the characters of `set` at its ends.
    func trimming(_ set: String) -> String {
        var rest = self[...].drop { set.contains($0) }
        while let last = rest.last, set.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
