import ClimateModel

/// What a feed says, whatever form it has, before it is understood.
struct RawFeed {
    /// "RSS 2.0", "Atom 1.0", "JSON Feed 1.1".
    var format = ""
    var title = ""
    /// The page it belongs to.
    var link: String?
    /// Where it is read from, as it says itself.
    var selfLink: String?
    var id: String?
    var language: String?
    var items: [RawItem] = []
}

/// One item of a feed.
struct RawItem {
    var line = 0
    var id: String?
    var link: String?
    /// The address that its id is; nil where the id says that it is none.
    var permalink: String?
    var title: RawText?
    var summary: RawText?
    var content: RawText?
    var published: String?
    var updated: String?
    var author: String?
    var publisher: String?
    var categories: [String] = []
    var enclosures: [String] = []
    /// What the pictures that go with it show, by Media RSS.
    var pictures: [String] = []
    /// What its relative links are relative to.
    var base: String?
}

/// Text with how it is written.
struct RawText: Hashable {
    var text: String
    var isHTML: Bool
}
