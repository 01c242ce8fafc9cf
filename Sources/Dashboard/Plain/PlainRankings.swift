import ClimateModel

extension PlainText {
    /// Where the chosen municipality stands.
    func writeStanding() throws {
        guard let code = state.chosen else { return }
        try heading(name(code))
        guard let standing = state.standing(of: code) else {
            if let table = state.content.table {
                let title = table.indicator.title.text(in: language)
                try line(Phrases.noRankKnown(name(code), in: title)(language))
            }
            try writeNewerClaim(of: code)
            return
        }
        try writeFigures(standing)
        try writeNewerClaim(of: code)
    }

    /// The place that news claim for a year after the last that the list has.
    func writeNewerClaim(of code: MunicipalityCode) throws {
        guard let claim = state.newerClaim(of: code) else { return }
        let year = claim.record.content.year.map { "\($0): " } ?? ""
        try line(
            year
                + list(
                    claim.rank.map { PlainPhrases.rank($0, formats) },
                    formats.changeInWords(claim.change), formats.claimInWords(claim)))
    }

    func writeFigures(_ standing: Standing) throws {
        let title = standing.indicator.title.text(in: language)
        let rank = PlainPhrases.rank(standing.rank, of: standing.total, formats)
        try line(
            "\(title) \(standing.period): "
                + list(
                    rank, formats.changeInWords(standing.change),
                    Phrases.streak(standing.streak, formats)))
        let observation = standing.observation
        try fact(
            PlainPhrases.survey,
            list(
                observation?.responses.map { Phrases.answers($0, formats) },
                observation?.responseRate.map {
                    Phrases.responseRate(formats.percent($0))(language)
                }))
        for (circle, place) in standing.places {
            try line(
                "\(circle.longLabel(language)): "
                    + PlainPhrases.place(place, formats))
        }
        try fact(Phrases.source, standing.publisher)
    }

    /// Those with a known rank, in the pane's order; how many there are in all.
    func writeRankings() throws {
        guard let table = state.content.table, let period = state.rankings.period else {
            try heading(Phrases.noRankings(language))
            return
        }
        let title = table.indicator.title.text(in: language)
        let known = Phrases.known(
            state.rankings.known, of: state.rankings.rows.count, formats,
            claimed: state.rankings.claimed)
        try heading(
            list(
                "\(AppState.Pane.rankings.title(language)): \(title) \(period)",
                state.scopeTitle(state.rankings.scope), known))
        for (index, row) in state.rankings.rows.filter({ $0.shownRank != nil }).enumerated() {
            try line("\(index + 1). " + text(of: row, table.indicator))
        }
    }

    /// "Vårgårda, Västra Götaland, plats 1, upp 2".
    private func text(of row: RankingRow, _ indicator: Indicator) -> String {
        let value =
            indicator.kind == .value
            ? row.observation?.value.map {
                "\(Phrases.valueHeading(language)) "
                    + formats.decimal($0, decimals: indicator.decimals)
            } : nil
        return list(
            row.municipality.name, row.municipality.county.shortName, value,
            row.shownRank.map { PlainPhrases.rank($0, formats) },
            formats.changeInWords(row.shownChange),
            row.claim.map { formats.claimInWords($0) })
    }
}
