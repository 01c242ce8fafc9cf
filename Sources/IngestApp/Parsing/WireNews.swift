import ClimateModel

/// News between a worker and its master: there are many, and most of what is handed over is their text.

extension NewsItem.Kind: PackableChoice {}

extension NewsItem: Packable {
    /// Without the sources that it also came through, which a store finds out.
    func pack(into packer: inout Packer) {
        packer.add(identity)
        packer.add(kind)
        packer.add(title)
        packer.add(body.swedish)
        packer.add(body.english)
        packer.add(summary)
        packer.add(author)
        packer.add(link)
        packer.add(published)
        packer.add(updated)
        packer.add(municipalities)
        packer.add(provenance)
        packer.add(claims)
        packer.add(agenda)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            identity: try unpacker.text(), kind: try unpacker.value(),
            title: try unpacker.value(),
            body: LocalizedBody(swedish: try unpacker.value(), english: try unpacker.value()),
            summary: try unpacker.value(), author: try unpacker.value(),
            link: try unpacker.value(), published: try unpacker.value(),
            updated: try unpacker.value(), municipalities: try unpacker.value(),
            provenance: try unpacker.provenance(), claims: try unpacker.value(),
            agenda: try unpacker.value())
    }
}

extension StructuredText: Packable {
    func pack(into packer: inout Packer) { packer.add(blocks) }
    init(from unpacker: inout Unpacker) throws(Malformed) { self.init(try unpacker.value()) }
}

extension StructuredText.Block: Packable {
    func pack(into packer: inout Packer) {
        switch self {
        case .paragraph(let inlines):
            packer.add(byte: 0)
            packer.add(inlines)
        case .quote(let inlines):
            packer.add(byte: 1)
            packer.add(inlines)
        case .heading(let level, let inlines):
            packer.add(byte: 2)
            packer.add(level)
            packer.add(inlines)
        case .list(let ordered, let items):
            packer.add(byte: ordered ? 4 : 3)
            packer.add(items)
        }
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        switch try unpacker.byte() {
        case 0: self = .paragraph(try unpacker.value())
        case 1: self = .quote(try unpacker.value())
        case 2: self = .heading(level: try unpacker.number(), try unpacker.value())
        case 3: self = .list(ordered: false, items: try unpacker.value())
        case 4: self = .list(ordered: true, items: try unpacker.value())
        default: throw Malformed()
        }
    }
}

extension StructuredText.Inline: Packable {
    func pack(into packer: inout Packer) {
        switch self {
        case .text(let text):
            packer.add(byte: 0)
            packer.add(text)
        case .emphasis(let text):
            packer.add(byte: 1)
            packer.add(text)
        case .strong(let text):
            packer.add(byte: 2)
            packer.add(text)
        case .link(let text, let address):
            packer.add(byte: 3)
            packer.add(text)
            packer.add(address)
        }
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        switch try unpacker.byte() {
        case 0: self = .text(try unpacker.text())
        case 1: self = .emphasis(try unpacker.text())
        case 2: self = .strong(try unpacker.text())
        case 3: self = .link(text: try unpacker.text(), address: try unpacker.text())
        default: throw Malformed()
        }
    }
}

extension PublicationDate: Packable {
    func pack(into packer: inout Packer) {
        switch self {
        case .unknown: packer.add(byte: 0)
        case .moment(let moment):
            packer.add(byte: 1)
            packer.add(moment)
        case .date(let date):
            packer.add(byte: 2)
            packer.add(date)
        }
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        switch try unpacker.byte() {
        case 0: self = .unknown
        case 1: self = .moment(try unpacker.value())
        case 2: self = .date(try unpacker.value())
        default: throw Malformed()
        }
    }
}

extension PartialDate: Packable {
    func pack(into packer: inout Packer) {
        packer.add(year)
        packer.add(month)
        packer.add(day)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        let date = PartialDate(
            year: try unpacker.number(), month: try unpacker.value(), day: try unpacker.value())
        guard let date else { throw Malformed() }
        self = date
    }
}

extension RankingClaim: Packable {
    func pack(into packer: inout Packer) {
        packer.add(municipality)
        packer.add(name)
        packer.add(ranking)
        packer.add(year)
        packer.add(rank)
        packer.add(change)
        packer.add(quote)
        packer.add(certainty)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            municipality: try unpacker.code(), name: try unpacker.text(),
            ranking: try unpacker.text(), year: try unpacker.value(),
            rank: try unpacker.value(), change: try unpacker.value(),
            quote: try unpacker.text(), certainty: try unpacker.value())
    }
}

extension AgendaEntry: Packable {
    func pack(into packer: inout Packer) {
        packer.add(date)
        packer.add(end)
        packer.add(quote)
        packer.add(municipality)
    }

    init(from unpacker: inout Unpacker) throws(Malformed) {
        self.init(
            date: try unpacker.value(), end: try unpacker.value(), quote: try unpacker.text(),
            municipality: try unpacker.value())
    }
}
