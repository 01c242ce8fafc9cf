import ClimateModel

/// What a reader who doesn't see a picture is told of it.
enum Picture {
    /// The picture's description; nil for one that has none, or shows nothing: a tracking picture of one pixel, a spacer, an
    /// icon, and a name of a file where a description should be.
    ///
    /// Nothing of the picture's address is kept, and nobody ever asks for it.
    static func description(_ attributes: some HTMLAttributes) -> String? {
        let text = CleanText.line((attributes["alt"] ?? "").prefix(2_000))
        guard text.contains(where: \.isLetter), !isDot(attributes), !isFileName(text),
            !empty.contains(text.lowercased())
        else { return nil }
        return text.count > 300 ? text.prefix(299) + "…" : text
    }

    private static let empty: Set<String> = [
        "logo", "logotyp", "logga", "bild", "image", "img", "picture", "photo", "foto", "icon",
        "ikon", "spacer", "banner", "header", "pixel", "tracking pixel", "thumbnail", "avatar",
    ]

    private static func isDot(_ attributes: some HTMLAttributes) -> Bool {
        let sizes = ["width", "height"].compactMap { name in
            attributes[name].flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
        }
        let style = (attributes["style"] ?? "").lowercased().filter { !$0.isWhitespace }
        return sizes.contains { $0 <= 3 }
            || ["width:0", "width:1px", "height:0", "height:1px"].contains {
                style.hasPrefix($0) || style.contains(";" + $0)
            }
    }

    /// "IMG_2034.jpg", "logo_2021", "DSC0042": no words.
    private static func isFileName(_ text: String) -> Bool {
        guard !text.contains(" ") else { return false }
        let lowered = text.lowercased()
        return [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"].contains { lowered.hasSuffix($0) }
            || text.contains("_") || ["img", "dsc", "image0"].contains { lowered.hasPrefix($0) }
    }
}
