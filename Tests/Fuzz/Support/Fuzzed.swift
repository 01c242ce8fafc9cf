import CFuzz
import ClimateModel
import Ingest

/// A parser that arbitrary bytes are given to.
///
/// Whatever they are, it may refuse them, but not crash, and all text that it gives must be clean.
public enum Fuzzed: Sendable {
    case feed, jsonFeed, sources, html, mail, document, table, workbook, projects, article, kolada

    public typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

    /// One run: 0, or -1 for bytes that aren't worth keeping.
    public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        let bytes = Array(UnsafeBufferPointer(start: start, count: count))
        guard isMeant(bytes) else { return -1 }
        switch self {
        case .article: testArticle(bytes)
        case .kolada: testKolada(bytes)
        default: testFile(bytes)
        }
        return 0
    }

    private func testFile(_ bytes: [UInt8]) {
        do throws(ImportFailure) {
            Self.check(try FileReader.read(wrapped(bytes), context: context))
        } catch {
            Self.check(error)
        }
    }

    /// Runs libFuzzer, which the system starts a program with in place of Swift's own start.
    public static func run(
        _ count: CInt, _ arguments: Arguments,
        _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt {
        var count = count
        var arguments = arguments
        return LLVMFuzzerRunDriver(&count, &arguments, test)
    }

    // MARK: Input

    private func isMeant(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .feed, .sources: bytes.contains(UInt8(ascii: "<"))
        case .jsonFeed, .kolada: bytes.first == UInt8(ascii: "{")
        default: !bytes.isEmpty
        }
    }

    /// The file that the bytes are a part of.
    private func wrapped(_ bytes: [UInt8]) -> [UInt8] {
        guard self == .html else { return bytes }
        let start = "<rss><channel><item><title>x</title><description><![CDATA["
        return Array(start.utf8) + bytes + Array("]]></description></item></channel></rss>".utf8)
    }

    private var context: ImportContext {
        var context = ImportContext(
            municipalities: Self.finder,
            now: Timestamp(seconds: 1_800_000_000), fileName: fileName)
        switch self {
        case .feed, .jsonFeed: context.options.type = .news
        case .projects: context.options.type = .projects
        case .mail, .document:
            context.source = KnownSource(
                id: Source.ID(rawValue: "x"),
                settings: SourceSettings(
                    address: "https://www.solna.se/a/b",
                    kind: self == .mail ? .newsletter : .document))
        default: break
        }
        return context
    }

    private var fileName: String {
        switch self {
        case .table: "a.csv"
        case .projects: "a.yaml"
        default: "a"
        }
    }

    private func testArticle(_ bytes: [UInt8]) {
        let articles = (try? ArticleFile.articles(bytes, context: context)) ?? []
        for claim in articles.flatMap({ Self.reader.read($0).claims }) { Self.check(claim.quote) }
    }

    /// What sort of page it is, the request tells.
    private func testKolada(_ bytes: [UInt8]) {
        let kinds: [KoladaPageKind] = [.municipalities, .indicators, .groups, .figures]
        for kind in kinds {
            do throws(ImportFailure) {
                let page = try KoladaPage.read(bytes, as: kind)
                for title in page.indicators.map(\.title) + page.groups.map(\.title) {
                    Self.check(title)
                }
                try Self.use(page)
            } catch {
                Self.check(error)
            }
        }
    }

    /// What a sync makes of a page.
    private static func use(_ page: KoladaPage) throws(ImportFailure) {
        var peers = KoladaPeers(of: municipalities)
        peers.add(page.groups)
        var figures = figures
        try figures.add(page.figures)
        _ = KoladaPeers.grown(peers.changed, by: figures.takeBatch())
    }

    /// Those of the population, divided by gender.
    private static let figures = KoladaFigures(
        [KoladaSeries(id: KoladaPeers.population)], answeredBy: population,
        known: [], municipalities: municipalities, source: Source.ID(rawValue: "x"),
        now: Timestamp(seconds: 1_800_000_000))
    private static let population: [KoladaIndicator] = {
        let id = KoladaPeers.population
        let json = """
            {"values":[{"id":"\(id)","title":"x","is_divided_by_gender":true}]}
            """
        return (try? KoladaPage.read(Array(json.utf8), as: .indicators))?.indicators ?? []
    }()

    private static let finder = MunicipalityFinder(municipalities)
    private static let reader = ArticleReader(Gazetteer(municipalities))
    private static let municipalities: [Municipality] = [
        ("0184", "Solna"), ("1781", "Kristinehamn"), ("1470", "Vara"), ("0643", "Habo"),
        ("0305", "Håbo"), ("2321", "Åre"), ("0880", "Kalmar"), ("1462", "Lilla Edet"),
        ("2023", "Malung-Sälen"),
    ].compactMap { code, name in
        MunicipalityCode(rawValue: code).map {
            Municipality(
                code: $0, name: name,
                county: County(code: String(code.prefix(2)), name: "Kalmar län"),
                group: MunicipalityGroup(code: "A1", name: "Storstäder"))
        }
    }

    // MARK: What must hold

    private static func check(_ file: ImportedFile) {
        for item in file.batch.news {
            for language in Language.allCases {
                check(item.title.text(in: language))
                check(item.summary.text(in: language))
                check(item.body.text(in: language).plain)
            }
            check(item.author ?? "")
            check(item.link ?? "")
            check(item.provenance.publisher)
        }
        for project in file.batch.projects { check(project.title.text(in: .swedish)) }
        for source in file.batch.sources { check(source.title) }
        for note in file.notes + [file.title].compactMap(\.self) { check(note.sv) }
    }

    private static func check(_ failure: ImportFailure) {
        precondition(!failure.problems.isEmpty, "a failure without a reason")
        for problem in failure.problems {
            check(problem.cell ?? "")
            check(problem.message.sv)
        }
    }

    private static func check(_ text: String) {
        precondition(
            text.unicodeScalars.allSatisfy { !CleanText.isUnsafe($0) }, "text that is not clean")
    }
}
