import ClimateModel
import TextGrid

/// Something to read that scrolls: a municipality, a project, a news item, the help.
public struct Page: Sendable {
    /// What it is about, with what was read for it.
    public enum Subject: Sendable {
        /// A municipality; nil until its profile is read.
        case municipality(MunicipalityCode, Profile?)
        /// Two municipalities side by side.
        case comparison(MunicipalityCode, MunicipalityCode)
        /// A project in full.
        case project(Project)
        /// A news item; nil until it is read.
        case newsItem(NewsItem.ID, NewsItem?)
        /// The keys that work in a context, and those around it.
        case help(Action.Context)
        /// Where a figure, project or news item comes from.
        case provenance(ProvenanceSubject)
        /// All that is known of a source.
        case source(SourceOverview)
        /// What reading a source would bring.
        case sourceTest(SourceTesting)
    }

    /// Whose origin is told.
    public enum ProvenanceSubject: Hashable, Sendable {
        /// The shown figure of a municipality.
        case ranking(MunicipalityCode)
        /// A project's, which has that title.
        case project(LocalizedText, Provenance)
        /// A news item's, which has that title, and the other sources that it came through.
        case newsItem(LocalizedText, Provenance, also: [NewsItem.Copy])
    }

    /// What the page is about.
    public internal(set) var subject: Subject
    /// The first line shown.
    public internal(set) var top = 0
    /// Which of the content's targets is selected.
    public internal(set) var target: Int?
    /// What is shown, laid out for the window as it is.
    public internal(set) var content = PageContent()

    /// What the content was laid out for; it is laid out anew when this changes.
    var fingerprint: Fingerprint?

    struct Fingerprint: Hashable, Sendable {
        var size: Size
        var language: Language
        var theme: String
        /// Of what the content is made from.
        var revision: Int
    }

    init(_ subject: Subject) { self.subject = subject }

    /// What lies behind its text.
    var surface: Surface { isFullScreen ? .screen : .panel }

    /// Whether it covers the whole screen; if not, it is a box over what is below.
    var isFullScreen: Bool {
        switch subject {
        case .municipality, .comparison, .project, .newsItem: true
        case .help, .provenance, .source, .sourceTest: false
        }
    }
}

/// A page laid out in lines.
public struct PageContent: Sendable {
    /// Where one is: "Nyheter › Kristinehamn".
    public var trail: [String] = []
    /// From the top down, before they are scrolled.
    public var lines: [StyledLine] = []
    /// What can be opened from it, in reading order. A span's `tag` is an index into these.
    public var targets: [PageTarget] = []
    /// How wide the lines may be; the text block is centred in what is left.
    public var measure: Int?
}

/// Something that a page leads to.
public enum PageTarget: Hashable, Sendable {
    /// To a project's page.
    case project(Project.ID)
    /// To a news item in the reader.
    case newsItem(NewsItem.ID)
    /// To a municipality's page.
    case municipality(MunicipalityCode)
    /// To a web address, opened in the browser.
    case link(String)
}
