import Foundation
import Synchronization
import WebFixtures

/// Kolada's API, version 3, as far as a sync asks it: pages, segments of at most 25 ids, figures by gender.
final class FakeKolada: Sendable {
    /// What a figure is; nil where there is none at all.
    struct Figure: Sendable {
        var gender = "T"
        var value: Double?
        var status = ""
        var isDeleted = false
    }

    /// How the last page tells that it is the last.
    enum End: CaseIterable, Sendable { case null, absent, empty }

    struct Content: Sendable {
        /// Indicators: id, title, whether they are divided by gender.
        var indicators: [(id: String, title: String, isDivided: Bool)] = []
        var municipalities = ["0180", "0184", "1781"]
        /// Groups: id, title, members.
        var groups: [(id: String, title: String, members: [String])] = []
        var figures: @Sendable (_ id: String, _ municipality: String, _ year: Int) -> [Figure] = {
            _, _, _ in []
        }
        var pageSize = 5_000
        var end = End.null
        /// Answers in place of the API where it gives something.
        var interception: @Sendable (ServedRequest) -> Behaviour? = { _ in nil }
    }

    let server: WebServer
    private let content: Mutex<Content>

    init(_ content: Content) throws {
        self.content = Mutex(content)
        server = try WebServer()
        server.set(
            "*",
            Behaviour { [weak self] request, connection in
                guard let self else { return false }
                return self.behaviour(for: request).answer(request, connection)
            })
    }

    var address: String { server.url("/v3") }

    func change(_ body: (inout Content) -> Void) { content.withLock { body(&$0) } }

    /// What was asked for, without the query.
    var paths: [String] { server.requests.map { String($0.target.prefix { $0 != "?" }) } }

    private func behaviour(for request: ServedRequest) -> Behaviour {
        let content = content.withLock { $0 }
        if let other = content.interception(request) { return other }
        guard let url = URLComponents(string: "http://kolada" + request.target) else {
            return .status(400)
        }
        let parts = url.path.split(separator: "/").dropFirst().map(String.init)
        let lists = parts.map { $0.split(separator: ",").map(String.init) }
        guard lists.allSatisfy({ $0.count <= 25 }) else { return .status(400) }
        switch (parts.first, parts.count) {
        case ("municipality", 1):
            return page(
                content.municipalities.map {
                    ["id": $0, "title": $0, "type": $0.hasPrefix("00") ? "L" : "K"]
                }, url, content)
        case ("municipality_groups", 1):
            return page(
                content.groups.map { group in
                    [
                        "id": group.id, "title": group.title,
                        "members": group.members.map { ["member_id": $0, "member_title": $0] },
                    ] as [String: Any]
                }, url, content)
        case ("kpi", 2):
            return page(
                content.indicators.filter { lists[1].contains($0.id) }.map {
                    [
                        "id": $0.id, "title": $0.title, "is_divided_by_gender": $0.isDivided,
                        "auspice": NSNull(), "municipality_type": "K",
                    ] as [String: Any]
                }, url, content)
        case ("data", 5) where parts[1] == "kpi" && parts[3] == "year":
            return page(figures(lists[2], lists[4].compactMap(Int.init), content), url, content)
        default: return .status(404)
        }
    }

    private func figures(_ ids: [String], _ years: [Int], _ content: Content) -> [[String: Any]] {
        ids.flatMap { id in
            years.flatMap { year in
                content.municipalities.compactMap { municipality in
                    let figures = content.figures(id, municipality, year)
                    if figures.isEmpty { return nil }
                    return [
                        "kpi": id, "municipality": municipality, "period": year,
                        "values": figures.map {
                            [
                                "gender": $0.gender, "count": 1, "status": $0.status,
                                "value": $0.value.map { $0 as Any } ?? NSNull(),
                                "isdeleted": $0.isDeleted,
                            ] as [String: Any]
                        },
                    ]
                }
            }
        }
    }

    private func page(_ all: [Any], _ url: URLComponents, _ content: Content) -> Behaviour {
        let query = Dictionary(
            (url.queryItems ?? []).map { ($0.name, $0.value ?? "") },
            uniquingKeysWith: { first, _ in first })
        let number = query["page"].flatMap(Int.init) ?? 1
        let size = min(query["per_page"].flatMap(Int.init) ?? content.pageSize, content.pageSize)
        let values = Array(all.dropFirst((number - 1) * size).prefix(size))
        var answer: [String: Any] = [
            "values": values, "count": values.count, "previous_url": NSNull(),
        ]
        if number * size < all.count {
            answer["next_url"] = server.url("\(url.path)?page=\(number + 1)&per_page=\(size)")
        } else if content.end != .absent {
            answer["next_url"] = content.end == .null ? NSNull() : ""
        }
        guard let body = try? JSONSerialization.data(withJSONObject: answer) else {
            return .status(500)
        }
        return .page([UInt8](body), type: "application/json")
    }
}

/// Counts how often something was done, from any thread.
final class Turns: Sendable {
    private let count = Mutex(0)

    /// How often it was done before.
    func next() -> Int {
        count.withLock { count in
            count += 1
            return count - 1
        }
    }
}
