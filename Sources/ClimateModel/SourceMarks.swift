/// What tells sources of one title apart in a list: the host, or what differs in the path where the host is the same.
public struct SourceMarks: Hashable, Sendable {
    private var marks: [Source.ID: String] = [:]

    /// Compares the titles of `sources`.
    ///
    /// - Parameter isForGuests: whether nothing is told but web addresses: a guest need not know where files lie on the host.
    /// - Complexity: O(*n*) in the number of sources.
    public init(_ sources: some Sequence<Source>, isForGuests: Bool = false) {
        for group in Dictionary(grouping: sources, by: \.title).values where group.count > 1 {
            mark(
                group.map { source in
                    let isTold = !isForGuests || source.isOnWeb
                    return (source.id, Place(isTold ? source.address ?? "" : ""))
                })
        }
    }

    /// What is to be told beside the title; nil where the title is no other source's, or nothing is known that differs.
    public subscript(id: Source.ID) -> String? { marks[id] }

    /// The title, with what tells it apart in brackets.
    public func name(of source: Source) -> String {
        marks[source.id].map { "\(source.title) (\($0))" } ?? source.title
    }

    private mutating func mark(_ sources: [(id: Source.ID, place: Place)]) {
        let hosts = Dictionary(grouping: sources, by: \.place.host)
        for (host, members) in hosts {
            let shared = Self.sharedCount(members.map(\.place.path))
            for (id, place) in members {
                let rest = place.path.dropFirst(shared).joined(separator: "/")
                let path = shared > 0 && !rest.isEmpty ? "…/" + rest : rest
                let isHostTold = hosts.count > 1 && !host.isEmpty
                let parts = [isHostTold ? host : "", members.count > 1 ? path : ""]
                let mark = parts.filter { !$0.isEmpty }.joined(separator: "/")
                if !mark.isEmpty { marks[id] = mark }
            }
        }
    }

    /// How many first parts all paths have in common; the last part of each is never one of them.
    private static func sharedCount(_ paths: [[Substring]]) -> Int {
        guard let first = paths.first else { return 0 }
        let most = max(0, (paths.map(\.count).min() ?? 0) - 1)
        return (0..<most).first { index in
            paths.contains { $0[index] != first[index] }
        } ?? most
    }

    /// Host and path of an address, without what is the same for all; a file has no host.
    private struct Place {
        var host = ""
        var path: [Substring] = []

        init(_ address: String) {
            guard let scheme = address.firstRange(of: "://") else {
                path = address.split(separator: "/")
                return
            }
            var parts = address[scheme.upperBound...].split(separator: "/")
            guard !parts.isEmpty else { return }
            let name = parts.removeFirst().lowercased()
            host = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
            path = parts
        }
    }
}

extension Source {
    /// Whether it is read from a web page, which everybody may know of.
    public var isOnWeb: Bool {
        let address = address?.lowercased() ?? ""
        return ["https://", "http://"].contains { address.hasPrefix($0) }
    }
}
