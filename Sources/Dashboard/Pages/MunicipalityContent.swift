import ClimateModel
import TextGrid

/// A municipality's page: its standing and trend, its places, its projects, its news, its awards.
struct MunicipalityContent {
    private var builder: PageBuilder
    private let municipality: Municipality
    private let profile: Profile?
    private var context: PageContext { builder.context }
    private var language: Language { context.language }
    private var formats: Formats { context.formats }
    private var glyphs: GlyphSet { context.glyphs }

    var content: PageContent { builder.content }

    /// Nil if there is no municipality of that code.
    init?(_ code: MunicipalityCode, profile: Profile?, context: PageContext, width: Int) {
        guard let municipality = context.municipality(code) else { return nil }
        self.municipality = municipality
        self.profile = profile
        builder = PageBuilder(
            context, width: width,
            trail: [Phrases.municipality(context.language), municipality.name],
            measure: 100)
        addHead()
        if let standing = context.state.standing(of: code) {
            addStanding(standing)
            if let claim = context.state.newerClaim(of: code) {
                builder.line(Phrases.claimed(claim, formats), .strong)
            }
            addTrend(standing)
        } else if let table = context.state.content.table {
            builder.gap()
            builder.paragraph(
                Phrases.noRankKnown(
                    municipality.name, in: table.indicator.title.text(in: context.language))(
                        context.language))
        }
        addClaims()
        addAgenda()
        addProjects()
        addNews()
        addAwards()
        addPeers()
    }

    private mutating func addHead() {
        builder.line(municipality.name, .strong)
        var facts = [municipality.county.name, municipality.group.name.text(in: language)]
        if let population = municipality.population {
            facts.append(
                Phrases.residents(formats.whole(population.count), formats.date(population.date))(
                    language))
        }
        builder.paragraph(facts.joined(separator: " \(context.glyphs.separator) "), .dim)
    }

    private mutating func addStanding(_ standing: Standing) {
        builder.gap()
        let digits = BlockDigits.rows(
            String(standing.rank), size: .small, glyphs: context.glyphs)
        let change = builder.span(
            standing.changeText(formats) ?? formats.change(nil),
            Painter(context.state).changeRole(standing.change ?? standing.claimedChange))
        let streak = Phrases.streak(standing.streak, formats)
        let publisher = [standing.publisher, streak].compactMap(\.self)
            .joined(separator: " \(context.glyphs.separator) ")
        let beside: [[Span]] = [
            [
                change,
                builder.span(
                    "  \(formats.outOf(standing.total)) \(context.glyphs.separator) \(standing.period)",
                    .dim),
                builder.span("   " + standing.indicator.title.text(in: language), .strong),
            ],
            [builder.span(publisher, .dim)],
            [builder.span(responseText(standing.observation), .dim)],
        ]
        for (digit, spans) in zip(digits, beside) {
            builder.line([builder.span(digit + "   ", .standingRank)] + spans)
        }
        builder.gap()
        let width =
            standing.places.map { DisplayWidth.of($0.circle.longLabel(language)) }.max() ?? 0
        for entry in standing.places {
            builder.fact(
                entry.circle.longLabel(language), [builder.span(placeText(entry.place))],
                labelWidth: min(width, builder.width / 2))
        }
    }

    /// Among those whose rank is known; how many that is, where it is not all.
    private func placeText(_ place: Place) -> String {
        let text = formats.place(place.position, of: place.known)
        guard place.known < place.members else { return text }
        return text + " (" + Phrases.known(place.known, of: place.members, formats) + ")"
    }

    /// Answers and response rate, wherever the source has them.
    private func responseText(_ observation: Observation?) -> String {
        [
            observation?.responses.map { Phrases.answers($0, formats) },
            observation?.responseRate.map {
                Phrases.responseRate(formats.percent($0))(language)
            },
        ].compactMap(\.self).joined(separator: ", ")
    }

    private mutating func addTrend(_ standing: Standing) {
        builder.section(Phrases.trend)
        let points = standing.trend.points
        let height = 6
        let labelWidth = 5
        let width = min(builder.width - labelWidth - 1, 72)
        guard width > 12 else { return }
        let rows = TrendChart.rows(
            standing.trend, claimed: standing.claimedPlaces, total: standing.total, width: width,
            height: height, glyphs: context.glyphs)
        for (index, row) in rows.enumerated() {
            let label = index == 0 ? "1" : (index == height - 1 ? String(standing.total) : "")
            builder.line([
                builder.span(
                    TextLayout.pad(label, to: labelWidth - 1, alignment: .trailing)
                        + (label.isEmpty ? context.glyphs.vertical : context.glyphs.teeLeft),
                    .chartLabel),
                builder.span(row, .chartLine),
            ])
        }
        builder.line([
            builder.span(
                String(repeating: " ", count: labelWidth)
                    + TrendChart.axis(points, width: width), .dim)
        ])
        addYears(points)
        for point in points {
            guard let mark = point.break else { continue }
            let text = mark.note.text(in: language)
            builder.paragraph(
                "\(context.glyphs.dashedVertical) \(point.period): \(text)", .dim, rest: "  ")
        }
    }

    /// Year by year in figures: all, or as many of the latest known as fit.
    private mutating func addYears(_ points: [TrendPoint]) {
        builder.gap()
        let cell = 6
        let room = max(1, (builder.width - 8) / cell)
        let table = context.state.content.table
        let claims = context.state.content.claims
        func note(_ point: TrendPoint) -> ClaimNote? {
            table.flatMap { claims.note(of: municipality.code, in: point.period, beside: $0) }
        }
        // Where there is no room for all, years without a rank go first.
        let shown =
            points.count <= room
            ? points
            : points.filter { $0.rank != nil || note($0)?.filledRank != nil }.suffix(room)
        func row(_ label: String, _ role: Role, _ text: (TrendPoint) -> (String, Role)) {
            var spans = [builder.span(TextLayout.pad(label, to: 8), .dim)]
            for point in shown {
                let (value, role) = text(point)
                spans.append(
                    builder.span(TextLayout.pad(value, to: cell, alignment: .trailing), role))
            }
            builder.line(spans)
        }
        row(Phrases.year(language), .dim) { (String($0.period.year), .dim) }
        row(Phrases.rankHeading(language), .text) { point in
            let note = note(point)
            let mark = note.map { $0.relation == .differs ? glyphs.differs : glyphs.claimed }
            let isMarked = note?.relation == .differs || note?.filledRank != nil
            return (
                formats.whole(point.rank ?? note?.filledRank) + (isMarked ? mark ?? "" : ""),
                isMarked ? .statusAmber : .text
            )
        }
        row("", .text) { point in
            let change = table?.change(of: municipality.code, in: point.period)
            let filled = change == nil ? note(point)?.filledChange : nil
            guard let shown = change ?? filled else { return ("", .dim) }
            return (
                formats.change(shown) + (filled == nil ? "" : glyphs.claimed),
                Painter(context.state).changeRole(shown)
            )
        }
    }

    /// What news claim of its places, each with its quote and the item that says so.
    private mutating func addClaims() {
        guard let profile, !profile.claims.isEmpty else { return }
        builder.section(Phrases.fromNews)
        let groups = context.state.together(profile.claims)
        for group in groups.prefix(Self.claimsLimit) { add(group) }
        let left = groups.count - Self.claimsLimit
        if left > 0 { builder.line("   +" + formats.whole(left), .dim) }
    }

    private static let claimsLimit = 8
    /// So many items are named that make one claim.
    private static let originsLimit = 4

    private mutating func add(_ group: ClaimGroup) {
        let claim = group.record.content
        let said = Phrases.claim(claim.rank, claim.change, formats)
        let count = group.count > 1 ? Phrases.inNews(group.count, formats) : nil
        let facts = [context.state.rankingTitle(of: claim), relation(of: claim), count]
            .compactMap(\.self).joined(separator: " \(glyphs.separator) ")
        builder.paragraph(
            [
                builder.span(claim.year.map(String.init) ?? glyphs.missing, .dim),
                builder.span("  " + said + glyphs.claimed + "  ", .strong),
                builder.span(facts, .dim),
            ], indent: " ", rest: "       ")
        builder.paragraph(
            [builder.span(formats.quoted(claim.quote), .quote)], indent: "       ",
            rest: "       ")
        for record in ([group.record] + group.others).prefix(Self.originsLimit) {
            builder.paragraph(origin(of: record), indent: "       ", rest: "       ")
        }
        let left = group.count - Self.originsLimit
        if left > 0 { builder.line("       +" + formats.whole(left), .dim) }
    }

    /// The item's headline, which leads to it, who published it and when.
    private mutating func origin<Content>(of record: Finding<Content>) -> [Span] {
        let tag = builder.target(.newsItem(record.item))
        let facts = [record.provenance.publisher, context.date(record.published)]
            .filter { !$0.isEmpty }.joined(separator: " \(glyphs.separator) ")
        return [
            builder.span(record.title.text(in: language), .link, tag: tag),
            builder.span("  " + facts, .dim),
        ]
    }

    /// How a claim stands to the list on screen.
    private func relation(of claim: RankingClaim) -> String? {
        context.state.relation(of: claim, formats).map { relation in
            (relation.differs ? glyphs.differs + " " : "") + relation.text
        }
    }

    /// What news say is ahead.
    private mutating func addAgenda() {
        guard let profile, !profile.agenda.isEmpty else { return }
        builder.section(Phrases.ahead)
        for record in profile.agenda.prefix(Self.claimsLimit) {
            builder.paragraph(
                [
                    builder.span(context.date(of: record.content, width: 14), .strong),
                    builder.span(record.content.quote),
                ], indent: " ", rest: "               ")
            builder.paragraph(
                origin(of: record), indent: "               ", rest: "               ")
        }
        let rest = profile.agenda.count - Self.claimsLimit
        if rest > 0 { builder.line("   +" + formats.whole(rest), .dim) }
    }

    private mutating func addProjects() {
        guard let profile, !profile.projects.isEmpty else { return }
        builder.section(AppState.Pane.projects.title)
        for project in profile.projects {
            let tag = builder.target(.project(project.id))
            let light = Painter(context.state).statusLight(project)
            let years = formats.range(from: project.start, to: project.end)
            builder.paragraph(
                [
                    builder.span(TextLayout.pad(light.text, to: 3), light.role),
                    builder.span(project.title.text(in: language), .link, tag: tag),
                    builder.span("  " + project.phase.singular(language).lowercased(), .dim),
                    builder.span(
                        years.isEmpty ? "" : " \(context.glyphs.separator) " + years, .dim),
                ], indent: " ", rest: "    ")
        }
    }

    private mutating func addNews() {
        guard let profile, !profile.news.isEmpty else { return }
        builder.section(AppState.Pane.news.title)
        for item in profile.news {
            let tag = builder.target(.newsItem(item.id))
            let offset = context.state.environment.localOffset(item.published.sortKey)
            let date = formats.listDate(
                item.published.date(offset: offset), today: context.state.today)
            builder.line([
                builder.span(item.isUnread ? " \(context.glyphs.unread) " : "   ", .newsDot),
                builder.span(TextLayout.pad(date, to: 9, alignment: .trailing) + "  ", .dim),
                builder.span(item.title.text(in: language), .link, tag: tag),
            ])
        }
        let rest = profile.newsCount.total - profile.news.count
        if rest > 0 { builder.line("   +" + formats.whole(rest), .dim) }
    }

    private mutating func addAwards() {
        guard let profile, !profile.awards.isEmpty else { return }
        builder.section(Phrases.awards)
        for award in profile.awards {
            let isWinner = award.winner == municipality.code
            let outcome = isWinner ? Phrases.winner : Phrases.nominated
            builder.paragraph(
                [
                    builder.span(award.title.text(in: language), .strong),
                    builder.span("  " + outcome(language), isWinner ? .rankingsUp : .dim),
                ], indent: " ", rest: "   ")
            guard let own = award.nominees.first(where: { $0.municipality == municipality.code })
            else { continue }
            for (label, text) in [
                (Phrases.strength, own.strength), (Phrases.improvement, own.improvement),
            ] {
                guard let text, !text.isEmpty else { continue }
                builder.paragraph(
                    [
                        builder.span(label(language) + ": ", .dim),
                        builder.span(text.text(in: language)),
                    ],
                    indent: "   ", rest: "   ")
            }
        }
    }

    private mutating func addPeers() {
        guard !municipality.peers.isEmpty, let table = context.state.content.table else { return }
        builder.section(Phrases.peersSection)
        let period = context.state.standing(of: municipality.code)?.period ?? table.periods.last
        for code in municipality.peers {
            guard let peer = context.municipality(code) else { continue }
            let tag = builder.target(.municipality(code))
            let rank = period.flatMap { table.rank(of: code, in: $0) }
            let gap = String(repeating: " ", count: max(1, 18 - DisplayWidth.of(peer.name)))
            builder.line([
                builder.span(
                    TextLayout.pad(formats.whole(rank), to: 5, alignment: .trailing) + "  "),
                builder.span(peer.name, .link, tag: tag),
                builder.span(
                    gap + TextLayout.pad(peer.county.shortName, to: 18) + "  ", .dim),
                builder.span(
                    Painter(context.state).sparkline(table.trend(of: code), width: 12), .chartSpark),
            ])
        }
    }
}

extension Standing.Circle {
    /// With the group's or county's own name.
    func longLabel(_ language: Language) -> String {
        switch self {
        case .peers: Phrases.peersLabel(language)
        case .group(let group): group.name.text(in: language)
        case .county(let county): county.name
        case .followed: Phrases.followedOnes(language)
        }
    }
}
