import ClimateModel
import Dashboard

/// Finds what a command line names; what is not there is a usage error that asks what was meant.
struct Lookup {
    let gazetteer: Gazetteer

    init(_ reader: some ClimateReading) throws {
        gazetteer = Gazetteer(try reader.municipalities())
    }

    /// By code or name, whatever its case and diacritics.
    func municipality(_ text: String) throws(Failure) -> Municipality {
        if let found = gazetteer.municipality(text) { return found }
        // "Habo" and "Håbo" are two; whoever writes neither way exactly is asked.
        throw Failure(.usage, gazetteer.unknown(text))
    }

    /// By code or name, with or without "län".
    func county(_ text: String) throws(Failure) -> County {
        let wanted = SearchKey.fold(text)
        let found = gazetteer.counties.first { county in
            [county.code, county.name, county.shortName].contains { SearchKey.fold($0) == wanted }
        }
        if let found { return found }
        throw Failure(
            .usage,
            CommandPhrases.unknown(
                CommandPhrases.unknownCounty, text,
                meant: meant(wanted, among: gazetteer.counties.map(\.shortName))))
    }

    /// By code.
    func group(_ text: String) throws(Failure) -> MunicipalityGroup {
        let wanted = SearchKey.fold(text)
        if let found = gazetteer.groups.first(where: { SearchKey.fold($0.code) == wanted }) {
            return found
        }
        throw Failure(
            .usage,
            CommandPhrases.unknown(CommandPhrases.unknownGroup, text, meant: nil).map {
                $0 + ": " + gazetteer.groups.map(\.code).joined(separator: ", ")
            })
    }

    /// "country", "county:NAME", "group:CODE", "peers:NAME" or "followed".
    func scope(_ text: String) throws(Failure) -> Scope {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count > 1 ? parts[1] : nil) {
        case ("country", nil): return .country
        case ("followed", nil): return .followed
        case ("county", let name?): return .county(try county(name).code)
        case ("group", let code?): return .group(try group(code).code)
        case ("peers", let name?): return .peers(try municipality(name).code)
        default:
            throw Failure(
                .usage,
                CommandPhrases.unknown(CommandPhrases.unknownScope, text, meant: nil)
                    .among(CommandPhrases.scopes))
        }
    }

    private func meant(_ folded: String, among names: [String]) -> Phrase? {
        let byFolded = Dictionary(
            names.map { (SearchKey.fold($0), $0) }, uniquingKeysWith: { first, _ in first })
        return nearest(to: folded, among: byFolded.keys).flatMap { byFolded[$0] }.map {
            Phrase(same: $0)
        }
    }
}

extension Lookup {
    /// By short name or title.
    func source(_ text: String, among sources: [Source]) throws(Failure) -> Source {
        let wanted = SearchKey.fold(text)
        let found = sources.first {
            SearchKey.fold($0.id.rawValue) == wanted || SearchKey.fold($0.title) == wanted
        }
        if let found { return found }
        let names = sources.flatMap { [$0.id.rawValue, $0.title] }
        throw Failure(
            .usage,
            CommandPhrases.unknown(
                CommandPhrases.unknownSource, text, meant: meant(wanted, among: names)))
    }

    /// "home", "rankings", "projects", "news", "municipality:NAME", "project:ID", "reader:ID", "sources" or "help".
    func destination(_ text: String, _ reader: some ClimateReading) throws -> Destination {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first ?? "", parts.count > 1 ? parts[1] : nil) {
        case ("home", nil): return .home(.rankings)
        case ("rankings", nil): return .pane(.rankings)
        case ("projects", nil): return .pane(.projects)
        case ("news", nil): return .pane(.news)
        case ("sources", nil): return .sources
        case ("help", nil): return .help
        case ("municipality", let name?): return .municipality(try municipality(name).code)
        case ("project", let id?):
            if let project = try reader.project(Project.ID(rawValue: id)) {
                return .project(project)
            }
            throw Failure(
                .usage, CommandPhrases.unknown(CommandPhrases.unknownProject, id, meant: nil))
        case ("reader", let id?):
            if let number = Int64(id), let item = try reader.newsItem(NewsItem.ID(rawValue: number))
            {
                return .newsItem(item.id)
            }
            throw Failure(
                .usage, CommandPhrases.unknown(CommandPhrases.unknownNewsItem, id, meant: nil))
        default:
            throw Failure(
                .usage,
                CommandPhrases.unknown(CommandPhrases.unknownView, text, meant: nil)
                    .among(CommandPhrases.views))
        }
    }
}
