/// What tells sources of one title apart in a list: the host, or what differs in the path where the host is the same.
public struct SourceMarks: Hashable, Sendable {
    private var marks: [Source.ID: String] = [:]
    /// Without what is the same for all at the end.
    private var shortMarks: [Source.ID: String] = [:]
    /// All that have the title of each, by address.
    private var groups: [Source.ID: [Source.ID]] = [:]

    /// Compares the titles of `sources`.
    ///
    /// - Parameter isForGuests: whether nothing is told but web addresses, as a guest need not know where files lie on the host:
    ///   what these leave alike is numbered.
    /// - Complexity: O(*n*) in the number of sources.
    public init(_ sources: some Sequence<Source>, isForGuests: Bool = false) {
        for group in Dictionary(grouping: sources, by: \.title).values where group.count > 1 {
            mark(
                group.map { source in
                    let isTold = !isForGuests || source.isOnWeb
                    return (source.id, Place(isTold ? source.address ?? "" : ""))
                })
            if !isForGuests { markTwins(group) }
            let ids = group.map { (address: $0.address ?? "", id: $0.id) }
                .sorted { ($0.address, $0.id.rawValue) < ($1.address, $1.id.rawValue) }
                .map(\.id)
            if isForGuests { number(ids) }
            for id in ids where marks[id] != nil { groups[id] = ids }
        }
    }

    /// What is to be told beside the title; nil where the title is no other source's, or nothing is known that differs.
    public subscript(id: Source.ID) -> String? { marks[id] }

    /// The same for where room is scarce: only the parts of a path that differ.
    public func short(_ id: Source.ID) -> String? { shortMarks[id] ?? marks[id] }

    /// The sources that have the title of a marked one, itself among them, by address; empty for one that has no mark.
    public func namesakes(of id: Source.ID) -> [Source.ID] { groups[id] ?? [] }

    /// The title, with what tells it apart in brackets.
    public func name(of source: Source) -> String {
        marks[source.id].map { "\(source.title) (\($0))" } ?? source.title
    }

    private mutating func mark(_ sources: [(id: Source.ID, place: Place)]) {
        let hosts = Dictionary(grouping: sources, by: \.place.host)
        for (host, members) in hosts {
            let paths = members.map(\.place.path)
            let shared = Self.sharedCount(paths)
            let end = Self.sharedCount(paths.map { $0.dropFirst(shared).reversed() })
            let name = hosts.count > 1 ? host : ""
            for (id, place) in members {
                let rest = members.count > 1 ? place.path.dropFirst(shared) : []
                let start = rest.isEmpty ? "" : (shared > 0 ? "/…/" : "/")
                func mark(_ parts: some Collection<Substring>, of name: String) -> String {
                    let mark = name + start + parts.joined(separator: "/")
                    return mark.hasPrefix("/…") ? String(mark.dropFirst()) : mark
                }
                let whole = mark(rest, of: name)
                if !whole.isEmpty { marks[id] = whole }
                if !rest.isEmpty {
                    shortMarks[id] = mark(rest.dropLast(end), of: "") + (end > 0 ? "/…" : "")
                }
            }
        }
    }

    /// Tells those apart whose places are the same but for what places leave out, such as the scheme, and those without one.
    private mutating func markTwins(_ group: [Source]) {
        for twins in Dictionary(grouping: group, by: { marks[$0.id] }).values
        where twins.count > 1 {
            let addresses = Set(twins.compactMap(\.address))
            for source in twins {
                marks[source.id] =
                    addresses.count == twins.count ? source.address : source.id.rawValue
                shortMarks[source.id] = nil
            }
        }
    }

    /// Tells those apart by number whose marks are the same, in the order in which lists count sources of one title.
    private mutating func number(_ ids: [Source.ID]) {
        for twins in Dictionary(grouping: ids.indices, by: { marks[ids[$0]] }).values
        where twins.count > 1 {
            for index in twins {
                marks[ids[index]] = "#\(index + 1)"
                shortMarks[ids[index]] = nil
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
