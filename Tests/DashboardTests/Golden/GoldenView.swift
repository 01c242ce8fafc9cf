import ClimateModel
import TextGrid

@testable import Dashboard

/// The views whose screens are kept.
enum GoldenView: String, CaseIterable {
    case home, homeProjects, homeNews, zoomedRankings, zoomedProjects, zoomedNews
    case values, pinned, filtered, followed
    case municipality, municipalityEnd, comparison, project, projectBare, reader, readerShort
    case help, helpEnd, palette, pickMunicipality, pickScope, pickYear, pickSort, pickTheme,
        pickNothing
    case searchRankings, searchNews, searchNothing
    case sourceOfFigure, sourceOfNews
    case sources, sourceDetails, sourcesGuest, searchSources, addSource, removeSource, testSource,
        testFailing
    case fetching, fetched, fetchedWithErrors, fetchingAll
    case claimFills, claimDiffers, claimOrigin, claimsOfMunicipality, claimsInReader, aheadOfProject
    case emptyProgram, emptyLists, problems, notice, refusal, nobodyChosen, nothingKnown

    /// The keys that lead to it from the start.
    private var keys: String {
        switch self {
        case .home, .emptyProgram, .problems, .nobodyChosen, .nothingKnown: ""
        case .homeProjects: "2 j"
        case .homeNews: "3 j x j *"
        case .zoomedRankings: "z"
        case .zoomedProjects: "2 z"
        case .zoomedNews: "3 z j j"
        case .values: "v down enter"
        case .pinned: "p g s down enter"
        case .filtered: "f 3"
        case .followed: "+ 3 + 1 o down down down down enter"
        case .municipality: "enter"
        case .municipalityEnd: "enter G tab"
        case .comparison: "/ k a r l s k enter c"
        case .project: "2 enter tab"
        case .projectBare: "2 j j enter"
        case .reader: "3 / n ä s t a enter enter *"
        case .readerShort: "3 j j enter"
        case .help: "?"
        case .helpEnd: "3 ? G"
        case .palette: ":"
        case .pickMunicipality: "M h a m n"
        case .pickScope: "o down down down down"
        case .pickYear: "y"
        case .pickSort: "s"
        case .pickTheme: "T"
        case .pickNothing: "M q q"
        case .searchRankings: "g / k a r l"
        case .searchNews: "3 / s e p t e m b e r"
        case .searchNothing: "/ q q q"
        case .sourceOfFigure: "i"
        case .sourceOfNews: "3 j j i"
        case .sources: "S"
        case .sourceDetails, .sourcesGuest: "S j j j"
        case .searchSources: "S / s u n"
        case .addSource: "S a h t t p s : / / s u n n e"
        case .removeSource: "S / s u n enter x"
        case .testSource, .testFailing: "S t"
        case .fetching, .fetched: "3 r"
        case .fetchedWithErrors: "R"
        case .fetchingAll: "S R"
        case .claimFills, .claimDiffers: ""
        case .claimOrigin: "i"
        case .claimsOfMunicipality: "enter tab"
        case .claimsInReader: "3 / n ä r i n g s l i v e t enter enter"
        case .aheadOfProject: "2 enter G"
        case .emptyLists: "2 / q q enter 3 u A enter"
        case .notice: "] ]"
        case .refusal: "+"
        }
    }

    /// The program at this view.
    func driver(_ variant: GoldenVariant) -> Driver {
        var content = Fixture.content
        if self == .emptyProgram { content = ContentBatch(municipalities: Fixture.municipalities) }
        let chosen: String? =
            switch self {
            case .nobodyChosen: nil
            case .nothingKnown, .claimFills, .claimsOfMunicipality: "1730"
            default: "1781"
            }
        if isAboutClaims { content = Fixture.contentWithClaims }
        if isAboutSources { content.sources += Fixture.more.map(\.source) }
        var driver = Driver(
            width: variant.width, height: variant.height, language: variant.language,
            unicode: variant.unicode, restricted: self == .refusal || self == .sourcesGuest,
            chosen: chosen,
            theme: variant.theme, content: content)
        if self == .problems {
            driver.store.failing = [.observations, .projectCounts, .newsCount]
            driver.send(.contentChanged)
        }
        driver.press(keys)
        for message in messages { driver.send(message) }
        if self == .pickTheme {
            driver.send(
                .themesListed(["gryning", "roles", "torget"].map { ThemeSample(name: $0) }))
        }
        return driver
    }

    /// How it is kept: large with its styles; small, in English and in ASCII as text; and the views that colours matter most
    /// to with few and with none.
    var variants: [GoldenVariant] {
        var variants = [
            GoldenVariant(width: 120, height: 40, look: .roles),
            GoldenVariant(width: 80, height: 24), GoldenVariant(width: 40, height: 12),
            GoldenVariant(width: 80, height: 24, language: .english),
            GoldenVariant(width: 80, height: 24, unicode: false),
        ]
        if rawValue.hasPrefix("zoomed") { return [variants[0]] }
        guard isMain else { return variants }
        variants += [
            GoldenVariant(width: 20, height: 6),
            GoldenVariant(width: 120, height: 40, language: .english),
            GoldenVariant(width: 120, height: 40, unicode: false),
            GoldenVariant(width: 80, height: 24, look: .ansi16),
            GoldenVariant(width: 80, height: 24, look: .mono),
        ]
        return variants
    }

    private var isAboutClaims: Bool {
        switch self {
        case .claimFills, .claimDiffers, .claimOrigin, .claimsOfMunicipality, .claimsInReader,
            .aheadOfProject:
            true
        default: false
        }
    }

    private var isMain: Bool {
        switch self {
        case .sources, .home, .homeProjects, .homeNews, .municipality, .reader, .palette, .help:
            true
        default: false
        }
    }
}

/// A terminal to keep a view on.
struct GoldenVariant {
    /// What of its styles is kept.
    enum Look: String {
        /// None.
        case text
        /// The roles by name, as with all the colours there are.
        case roles
        case ansi16, mono
    }

    var width: Int
    var height: Int
    var language = Language.swedish
    var unicode = true
    var look = Look.text

    var theme: Theme {
        switch look {
        case .text, .roles: RoleTheme.theme
        case .ansi16: RoleTheme.few
        case .mono: .plain
        }
    }

    /// `frame` as it is kept.
    func section(of frame: Frame) -> GoldenFile.Section {
        let styles = look == .text ? [] : ["───"] + FrameDescription.styles(frame)
        return GoldenFile.Section(title: title, lines: frame.rows() + styles)
    }

    private var title: String {
        var words = ["\(width)×\(height)", language.rawValue, unicode ? "Unicode" : "ASCII"]
        if look != .text { words.append(look.rawValue) }
        return words.joined(separator: ", ")
    }
}
