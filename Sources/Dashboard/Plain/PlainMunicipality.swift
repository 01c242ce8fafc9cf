import ClimateModel

extension PlainText {
    /// A municipality's page: standing, trend, projects, news, awards, peers.
    func writeMunicipality(_ code: MunicipalityCode) throws {
        guard let municipality = state.content.gazetteer[code] else { return }
        try line(municipality.name)
        try line(
            list(
                municipality.county.name, text(municipality.group.name),
                municipality.population.map {
                    Phrases.residents(formats.whole($0.count), formats.date($0.date))(language)
                }))
        if let standing = state.standing(of: code) {
            try output("\n")
            try writeFigures(standing)
            try writeNewerClaim(of: code)
            try writeTrend(standing)
        } else if let table = state.content.table {
            let title = table.indicator.title.text(in: language)
            try line(Phrases.noRankKnown(municipality.name, in: title)(language))
            try writeNewerClaim(of: code)
        }
        try writeParts(
            Phrases.fromNews,
            Array(
                state.together(try reader.claims(ClaimQuery(municipality: code)))
                    .prefix(Self.claimsOfHome))
        ) { summary(of: $0) }
        try writeParts(
            Phrases.ahead, try reader.agenda(.municipality(code, from: state.today))
        ) { list(formats.date($0.content.date), $0.content.quote, $0.provenance.publisher) }
        try writeProjects(ProjectQuery(municipalities: [code], today: state.today))
        try writeNews(NewsQuery(municipalities: [code]), limit: Self.newsOfHome)
        try writeParts(Phrases.awards, try reader.awards(of: code)) { summary(of: $0, for: code) }
        try writePeers(of: municipality)
    }

    private static var claimsOfHome: Int { 8 }

    /// "Lokalt företagsklimat 2021: plats 150, upp 31, listan har plats 152, i 2 nyheter, ”…” (Kristinehamns kommun)".
    private func summary(of group: ClaimGroup) -> String {
        let record = group.record
        let claim = record.content
        let year = claim.year.map { " \($0)" } ?? ""
        return "\(state.rankingTitle(of: claim))\(year): "
            + list(
                claim.rank.map { PlainPhrases.rank($0, formats) },
                formats.changeInWords(claim.change),
                state.relation(of: claim, formats)?.text,
                group.count > 1 ? Phrases.inNews(group.count, formats) : nil,
                "\(formats.quoted(claim.quote)) (\(record.provenance.publisher))")
    }

    /// One line a year, also with what news claim where the list has no place.
    private func writeTrend(_ standing: Standing) throws {
        try heading(Phrases.trend(language))
        for (index, point) in standing.trend.points.enumerated() {
            let code = standing.municipality.code
            let change = state.content.table?.change(of: code, in: point.period)
            let claimed = standing.claims[index].map { note in
                list(
                    note.rank.map { PlainPhrases.rank($0, formats) },
                    formats.changeInWords(note.change), Phrases.fromNews(language).lowercased())
            }
            let newMethod = point.break.map {
                list(Phrases.newMethod(language), $0.note.text(in: language))
            }
            try line(
                "\(point.period): "
                    + list(
                        point.rank.map { PlainPhrases.rank($0, formats) } ?? claimed
                            ?? PlainPhrases.notKnown(language),
                        formats.changeInWords(change), newMethod))
        }
    }

    private func summary(of award: Award, for code: MunicipalityCode) -> String {
        let own = award.nominees.first { $0.municipality == code }
        let outcome = award.winner == code ? Phrases.winner : Phrases.nominated
        let strength = text(own?.strength).map { "\(Phrases.strength(language)): \($0)" }
        let improvement = text(own?.improvement).map {
            "\(Phrases.improvement(language)): \($0)"
        }
        return list(text(award.title), outcome(language), strength, improvement)
    }

    private func writePeers(of municipality: Municipality) throws {
        guard let table = state.content.table else { return }
        let period = table.latestPeriod(of: municipality.code) ?? table.periods.last
        try writeParts(
            Phrases.peersSection, municipality.peers.compactMap { state.content.gazetteer[$0] }
        ) { peer in
            let rank = period.flatMap { table.rank(of: peer.code, in: $0) }
            return list(
                peer.name, peer.county.shortName,
                rank.map { PlainPhrases.rank($0, formats) } ?? PlainPhrases.notKnown(language))
        }
    }
}
