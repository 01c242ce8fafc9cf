import ClimateModel
import ClimateStore
import Testing

/// What is understood from the texts of news: kept with the item, found by ranking, municipality and project.
@Suite struct FindingsTests {
    let folder: TemporaryFolder
    let writer: ContentWriter
    let store: ContentStore

    init() throws {
        folder = try TemporaryFolder()
        writer = try ContentWriter.open(at: folder.location, now: .test)
        store = try ContentStore.open(folder.location)
    }

    private func item(_ identity: String = "letter") throws -> NewsItem {
        var item = NewsItem.test(
            identity, title: "Nyhetsbrev", text: "Översyn av samhällsbyggnad går vidare.")
        item.claims = [.test(rank: 150, change: 31), .test(year: 2020, rank: 181)]
        item.agenda = [
            AgendaEntry(
                date: try #require(PartialDate("2021-11")), quote: "Utbildningen startar.",
                municipality: .kristinehamn),
            AgendaEntry(
                date: try #require(PartialDate("2022-03")), end: PartialDate("2022-05"),
                quote: "Nästa steg tas våren 2022.", municipality: .kristinehamn),
        ]
        return item
    }

    private func write(_ items: [NewsItem]) throws -> WriteSummary {
        try writer.write(ContentBatch(sources: [.test("a")], news: items))
    }

    @Test func claimsAndDatesComeBackWithTheirItem() throws {
        let item = try item()
        _ = try write([item])
        #expect(try store.newsItem(item.id) == item)
        let claims = try store.claims(ClaimQuery(municipality: .kristinehamn))
        #expect(claims == item.claims.map { Finding($0, in: item) })
        #expect(try write([item]).unchanged == 2)
    }

    @Test func claimsAreFoundByTheirRanking() throws {
        let id = try #require(try store.indicators().first?.id)
        var other = try item("other")
        other.claims = [.test(ranking: "Insikt", rank: 3)]
        _ = try write([try item(), other])
        #expect(try store.claims(ClaimQuery(indicator: id)).map(\.content.rank) == [150, 181])
        #expect(try store.claims(ClaimQuery()).count == 3)
        let nobody = ClaimQuery(indicator: id, municipality: MunicipalityCode(number: 180))
        #expect(try store.claims(nobody).isEmpty)
        #expect(try store.claims(ClaimQuery(indicator: .init(rawValue: "?"))).isEmpty)
    }

    /// Many lists of a later year leave room for what is told of an earlier one, and for each municipality the surest that
    /// tells most.
    @Test func claimsOfEveryYearAreGivenHoweverManyThereAreOfOne() throws {
        let id = try #require(try store.indicators().first?.id)
        let codes = try store.municipalities().map(\.code)
        var old = try item("old")
        old.published = .date(try #require(PartialDate("1999-10-01")))
        old.claims = [.test(rank: 149, certainty: .medium), .test(rank: 150, change: 31)]
        let lists = try (1...8).map { number in
            var list = try item("list \(number)")
            list.claims = codes.map { code in
                var claim = RankingClaim.test(year: 2022, rank: number)
                claim.municipality = code
                return claim
            }
            return list
        }
        _ = try write([old] + lists)
        let claims = try store.claims(ClaimQuery(indicator: id))
        #expect(claims.count == ClaimQuery.limit)
        let table = ClaimTable(claims)
        let own = table.claims(of: .kristinehamn, in: Period(year: 2021))
        #expect(own.map(\.content.rank) == [150, 149])
        for code in codes {
            #expect(table.claims(of: code, in: Period(year: 2022)).count >= 6)
        }
        let order = claims.map { $0.published.sortKey }
        #expect(order == order.sorted(by: >))
        let alone = ClaimQuery(indicator: id, municipality: .kristinehamn)
        #expect(try store.claims(alone).count == 10)
    }

    /// A source may claim without end; what came last is looked at, which takes no longer than what there mostly is.
    @Test func noMoreClaimsAreLookedAtThanMatter() throws {
        let id = try #require(try store.indicators().first?.id)
        for round in 1...5 {
            var item = try item("flood \(round)")
            item.claims = (0..<400).map { .test(year: 2022, rank: 1 + $0 % 290) }
            _ = try write([item])
        }
        let count = try store.claims(ClaimQuery(indicator: id)).count
        #expect((100...500).contains(count))
        #expect(
            try store.claims(ClaimQuery(municipality: .kristinehamn)).count == ClaimQuery.limit)
        #expect(try store.claims(ClaimQuery()).count == ClaimQuery.limit)
    }

    /// What is soon stands first, however much more a source tells of.
    @Test func theSoonestDatesAreGivenHoweverManyThereAre() throws {
        let day = try #require(PartialDate("2021-10-01")).earliest
        let far = try #require(PartialDate("2030-01-01"))
        for round in 1...12 {
            var item = try item("flood \(round)")
            item.agenda = (0..<200).map {
                AgendaEntry(
                    date: far, quote: "\($0)", municipality: round % 2 == 0 ? nil : .kristinehamn)
            }
            _ = try write([item])
        }
        _ = try write([try item()])
        let dates = try store.agenda(.municipality(.kristinehamn, from: day))
            .map(\.content.date.description)
        #expect(dates.count == AgendaQuery.limit)
        #expect(dates.prefix(2) == ["2021-11", "2022-03"])
    }

    @Test func claimsFollowAnItemThatChanges() throws {
        var item = try item()
        _ = try write([item])
        let state = try #require(store.state)
        try state.setRead(true, [item.id])
        try state.setStarred(true, item.id)
        item.body.swedish = StructuredText([.paragraph([.text("Rättelse: plats 151.")])])
        item.claims = [.test(rank: 151)]
        item.agenda = []
        #expect(try write([item]).updated == 1)
        #expect(try store.newsItem(item.id) == item)
        #expect(try store.claims(ClaimQuery()).map(\.content.rank) == [151])
        let row = try #require(
            try store.news(NewsQuery(source: .init(rawValue: "a")), in: Window(offset: 0, count: 9))
                .first)
        #expect(!row.isUnread && row.isStarred)
    }

    @Test func anOldItemThatComesBackIsNotNew() throws {
        let items = try [item(), item("next")]
        _ = try write(items)
        let state = try #require(store.state)
        try state.markAllRead(NewsQuery())
        #expect(try write([items[1]]).inserted == 0)
        #expect(try write(items).inserted == 0)
        #expect(try store.newsCount(NewsQuery()).unread == 0)
    }

    @Test func datesAheadAreFoundByMunicipality() throws {
        let item = try item()
        _ = try write([item])
        func dates(from text: String) throws -> [String] {
            let day = try #require(PartialDate(text)).earliest
            return try store.agenda(.municipality(.kristinehamn, from: day))
                .map(\.content.date.description)
        }
        #expect(try dates(from: "2021-10-01") == ["2021-11", "2022-03"])
        #expect(try dates(from: "2021-11-30") == ["2021-11", "2022-03"])
        #expect(try dates(from: "2022-05-31") == ["2022-03"])
        #expect(try dates(from: "2022-06-01") == [])
    }

    /// Where the text names none for it, a date is of all that the item is about, also through its copies.
    @Test func aDateAheadIsFoundByEveryMunicipalityOfItsItem() throws {
        let others = [180, 1780].compactMap(MunicipalityCode.init(number:))
        var item = try item()
        item.municipalities = [.kristinehamn, others[0]]
        item.agenda[0].municipality = nil
        _ = try write([item])
        let day = try #require(PartialDate("2021-10-01")).earliest
        func dates(of code: MunicipalityCode) throws -> [String] {
            try store.agenda(.municipality(code, from: day)).map(\.content.date.description)
        }
        #expect(try dates(of: .kristinehamn) == ["2021-11", "2022-03"])
        #expect(try dates(of: others[0]) == ["2021-11"])
        #expect(try dates(of: others[1]).isEmpty)
        item.municipalities = [.kristinehamn, others[1]]
        _ = try write([item])
        #expect(try dates(of: others[0]).isEmpty && dates(of: others[1]) == ["2021-11"])
        let after = try #require(PartialDate("2021-12-01")).earliest
        #expect(try store.agenda(.municipality(others[1], from: after)).isEmpty)
    }

    @Test func datesAheadAreFoundByAProjectThatTheItemNames() throws {
        let source = Source.test("a")
        let project = Project(
            id: .init(rawValue: "p"),
            title: LocalizedText(swedish: "Översyn av samhällsbyggnad"),
            municipality: .kristinehamn, phase: .ongoing,
            provenance: Provenance(source: source.id, publisher: "Någon"))
        var other = try item("other")
        other.body.swedish = StructuredText([
            .paragraph([.text("Samhällsbyggnad får en översyn av av.")])
        ])
        var elsewhere = try item("elsewhere")
        elsewhere.municipalities = [MunicipalityCode(number: 180)]
        _ = try writer.write(
            ContentBatch(
                sources: [source], projects: [project], news: [try item(), other, elsewhere]))
        let found = try store.agenda(.project(project.id))
        #expect(found.map(\.item) == [try item().id, try item().id])
        #expect(try store.agenda(.project(.init(rawValue: "none"))).isEmpty)
    }
}

extension RankingClaim {
    /// Of Kristinehamn.
    static func test(
        ranking: String = "Lokalt företagsklimat", year: Int = 2021, rank: Int, change: Int? = nil,
        certainty: Certainty = .high
    ) -> RankingClaim {
        RankingClaim(
            municipality: .kristinehamn, name: "Kristinehamn", ranking: ranking, year: year,
            rank: rank, change: change, quote: "Plats \(rank).", certainty: certainty)
    }
}
