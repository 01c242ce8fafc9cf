import ClimateModel
import Foundation

@testable import ClimateStore

/// A folder of one test's own, removed with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("utkik-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var location: StoreLocation {
        StoreLocation(content: path + "/content.sqlite", state: path + "/state.sqlite")
    }

    /// The names of the files in it, in order.
    var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}

extension Source {
    static func test(_ id: String) -> Source {
        Source(id: ID(rawValue: id), kind: .feed, title: id)
    }
}

extension NewsItem {
    /// An item of the source "a" about Kristinehamn.
    static func test(
        _ identity: String, title: String = "Titel", text: String = "Brödtext", day: Int = 1,
        source: String = "a"
    ) -> NewsItem {
        NewsItem(
            identity: identity, kind: .news, title: LocalizedText(swedish: title),
            body: LocalizedBody(swedish: StructuredText([.paragraph([.text(text)])])),
            published: .date(PartialDate(year: 2021, month: 10, day: day) ?? .epoch),
            municipalities: [.kristinehamn],
            provenance: Provenance(source: Source.ID(rawValue: source), publisher: "Någon"))
    }
}

extension MunicipalityCode {
    static let kristinehamn = MunicipalityCode(number: 1781)

    init(number: Int) {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        guard let code = MunicipalityCode(rawValue: padded) else {
            preconditionFailure("\(number) is no code")
        }
        self = code
    }
}

extension PartialDate {
    static let epoch = PartialDate(CalendarDate(daysSinceEpoch: 0))
}

extension ContentBatch {
    /// Kristinehamn, the source "a", and `news`.
    static func test(news: [NewsItem] = [], sources: [Source] = [.test("a")]) throws -> ContentBatch
    {
        ContentBatch(
            sources: sources,
            municipalities: try StarterContent.batch().municipalities.filter {
                $0.code == .kristinehamn
            }, news: news)
    }
}

extension Timestamp {
    /// 2026-11-21T20:45:00Z.
    static let test = Timestamp(seconds: 1_795_293_900)
}

extension ContentStore {
    /// All of a list, read in windows of `size`.
    func all(_ query: NewsQuery, windowsOf size: Int = 37) throws -> [NewsSummary] {
        var all: [NewsSummary] = []
        while true {
            let window = try news(query, in: Window(offset: all.count, count: size))
            all += window
            if window.count < size { return all }
        }
    }
}

/// The program that tests start as a process of its own, beside the tests' own binary.
enum Probe {
    static var path: String? {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let path = (own as NSString).deletingLastPathComponent + "/climate-store-probe"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }
}
