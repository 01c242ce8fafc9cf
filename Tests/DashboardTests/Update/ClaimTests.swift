import ClimateModel
import Testing

@testable import Dashboard

/// What news claim stands beside the list and never in its place.
@Suite struct ClaimTests {
    private func driver(_ chosen: String = "1781") -> Driver {
        Driver(chosen: chosen, content: Fixture.contentWithClaims)
    }

    private func row(_ code: String, _ driver: Driver) throws -> RankingRow {
        try #require(driver.state.rankings.rows.first { $0.municipality.code.rawValue == code })
    }

    @Test func aClaimFillsAHoleWithItsMark() throws {
        let driver = driver("1730")
        let row = try row("1730", driver)
        #expect(row.rank == nil && row.shownRank == 150 && row.shownChange == 31)
        #expect(driver.shows("150” ▲31"))
        #expect(driver.shows("Eda hamnar på plats 150, upp 31."))
        #expect(driver.shows("+ 1” ur nyheterna"))
    }

    /// The year's place and, beneath it, the change that the same news claim.
    @Test func theTableOfYearsHasTheClaimedChangeBeneathTheClaimedPlace() throws {
        let listed = Provenance(source: Fixture.source.id, publisher: "tabell.csv")
        var driver = Driver(
            height: 48, chosen: "1730", content: Fixture.claimsBesideOldPlace(of: listed))
        driver.press("enter")
        let page = try #require(driver.state.layers.last?.page?.content)
        let lines = page.lines.map { $0.spans.map(\.text).joined() }
        let places = try #require(
            lines.firstIndex { $0.hasPrefix("plats") && $0.hasSuffix("150”") })
        #expect(lines[places + 1].hasSuffix("▲31”"))
        #expect(!lines[places + 1].contains("–"))
    }

    @Test func publishedFiguresAreCountedAndOrderedAsBefore() throws {
        let (with, without) = (driver(), Driver())
        #expect(with.state.rankings.known == without.state.rankings.known)
        #expect(with.state.rankings.claimed == 1)
        func published(_ driver: Driver) -> [MunicipalityCode] {
            driver.state.rankings.rows.filter { $0.rank != nil }.map(\.municipality.code)
        }
        #expect(published(with) == published(without))
        let row = try row("1781", with)
        #expect(row.rank == 150 && row.shownRank == 150 && row.shownChange == 31)
        #expect(row.claim?.relation == .differs && row.claim?.rank == 152)
        #expect(with.state.standing(of: row.municipality.code)?.rank == 150)
        // The published one of a number stands before the claimed one.
        let ranks = with.state.rankings.rows.filter { $0.shownRank == 150 }.map(\.rank)
        #expect(ranks == [150, nil])
    }

    @Test func whereTheyDifferBothAreShownAndMarked() {
        var driver = driver()
        #expect(driver.shows("150≠"))
        #expect(driver.shows("skiljer sig från listan"))
        driver.press("i")
        #expect(driver.shows("plats 152, ▲29” · ≠ listan har plats 150"))
        #expect(driver.shows("Kristinehamn klättrar 29 placeringar, till plats 152."))
    }

    /// Names and figures stand whole, at the cost of the county; in the narrowest lists the name with the sign alone.
    @Test(arguments: [(120, 40), (80, 24), (60, 20), (50, 16), (40, 12)])
    func whereTheyDifferNothingIsCut(width: Int, height: Int) throws {
        let driver = Driver(
            width: width, height: height, chosen: "1781", content: Fixture.contentWithClaims)
        let row = try #require(driver.screen.first { $0.contains("150≠") })
        #expect(row.contains(width > 40 ? "Kristinehamn ≠ 152”" : "Kristinehamn  "))
        #expect(row.contains("⠤"))
        #expect(!driver.screen.contains { $0.contains("≠…") || $0.contains("≠ …") })
        let narrow = Driver(width: 28, height: 10, content: Fixture.contentWithClaims)
        #expect(narrow.shows("150≠") && narrow.shows("Kristinehamn"))
    }

    @Test func theOriginOfAFigureThatTheListLacksIsTheNewsAlone() {
        var driver = driver("1730")
        driver.press("i")
        #expect(driver.shows("saknas i listan") && driver.shows("Eda hamnar på plats 150"))
        #expect(!driver.shows("utgivarens egen uppgift"))
    }

    @Test func plainTextTellsHowAClaimStandsToTheList() throws {
        func plain(_ code: String, _ destination: Destination? = nil) throws -> String {
            let driver = driver(code)
            var text = ""
            try PlainText(state: driver.state, reader: driver.store) { text += $0 }
                .write(destination ?? .municipality(Fixture.code(code)))
            return text
        }
        #expect(
            try plain("1730", .home(.rankings)).contains(
                "2021: plats 150, upp 31, ur nyheterna: ”Eda"))
        #expect(try plain("1781").contains("plats 152, upp 29, listan har plats 150, ”"))
        #expect(try plain("1730").contains("plats 150, upp 31, listan saknar uppgiften, ”"))
    }

    /// The content with four more news that say what the letter says, two of them without the change.
    private static var contentWithMany: ContentBatch {
        var batch = Fixture.contentWithClaims
        for number in 1...4 {
            var item = Fixture.claiming[0]
            item.identity = "claiming-\(number)"
            item.id = NewsItem.ID(identity: item.identity)
            item.title = LocalizedText(swedish: "Nyhet nr \(number)")
            item.published = .date(PartialDate(Fixture.date(2021, 10, 20 + number)))
            item.claims = [
                Fixture.claim(
                    "1781", 2021, rank: 152, change: number > 2 ? nil : 29, "Sagt \(number).")
            ]
            batch.news.append(item)
        }
        return batch
    }

    /// With the newest quote of those that tell all of it, and the ways to the others.
    @Test func whatSeveralNewsClaimIsListedOnce() throws {
        var driver = Driver(chosen: "1781", content: Self.contentWithMany)
        driver.press("i")
        #expect(driver.shows("plats 152, ▲29” · ≠ listan har plats 150 · i 5 nyheter"))
        #expect(driver.shows("”Sagt 2.”") && !driver.shows("”Sagt 1.”"))
        #expect(driver.shows("Nyhet nr 4"))
        driver.press("esc enter")
        let page = try #require(driver.state.layers.last?.page?.content)
        let text = page.lines.map { $0.spans.map(\.text).joined() }
        #expect(text.count { $0.contains("plats 152") } == 1)
        #expect(text.contains { $0.contains("· i 5 nyheter") })
        for number in 1...4 {
            #expect(page.targets.contains(.newsItem(NewsItem.ID(identity: "claiming-\(number)"))))
        }
        var plain = ""
        try PlainText(state: driver.state, reader: driver.store) { plain += $0 }
            .write(.municipality(Fixture.code("1781")))
        #expect(plain.contains("plats 152, upp 29, listan har plats 150, i 5 nyheter, ”Sagt 2.”"))
        #expect(!plain.contains("Sagt 1"))
    }

    /// A claim that is newer than the list is told beside the rank in every size, as far as there is room.
    @Test func aNewerClaimIsToldWhereThereIsNoRoomForTheStrip() {
        var content = Fixture.contentWithClaims
        content.news[content.news.count - 2].claims = [
            Fixture.claim("1781", 2022, rank: 140, change: 10, "Plats 140.")
        ]
        func title(_ width: Int, _ height: Int, unicode: Bool = true) -> String {
            let driver = Driver(
                width: width, height: height, unicode: unicode, chosen: "1781", content: content)
            return driver.screen.first ?? ""
        }
        #expect(title(120, 24).contains("Kristinehamn") && !title(120, 24).contains("140"))
        #expect(title(80, 24).contains("150 ▲31") && title(80, 24).contains("2022: 140”"))
        #expect(title(60, 12).contains("2022: 140”"))
        #expect(title(40, 12).contains("150") && title(40, 12).contains("2022: 140”"))
        #expect(title(80, 24, unicode: false).contains("2022: 140\""))
        #expect(!title(20, 6).contains("2022"))
    }

    @Test func anUncertainClaimFillsNothingAndIsListed() throws {
        var driver = driver("1730")
        driver.press("[ [")
        #expect(driver.state.rankings.period == Period(year: 2019))
        #expect(try row("1730", driver).shownRank == nil)
        driver.press("enter")
        let text =
            driver.state.layers.last?.page?.content.lines
            .map { $0.spans.map(\.text).joined() } ?? []
        #expect(text.contains { $0.contains("plats 7”") && $0.contains("osäkert") })
    }

    @Test func theListOpensAtTheYearThatNewsTellOfAndStaysWhereTheUserGoes() {
        var driver = driver("1730")
        #expect(driver.state.rankings.period == Period(year: 2021))
        driver.press("[")
        driver.send(.contentChanged)
        #expect(driver.state.rankings.period == Period(year: 2020))
    }

    /// The content with one place that news tell of for a year that the list knows nothing of.
    private static var contentWithNewYear: ContentBatch {
        var content = Fixture.contentWithClaims
        content.news[content.news.count - 2].claims = [
            Fixture.claim("1781", 2022, rank: 140, change: 10, "Plats 140.")
        ]
        return content
    }

    @Test func oneClaimOfANewYearLeavesTheListWhereItsFiguresAre() throws {
        var driver = Driver(chosen: "1781", content: Self.contentWithNewYear)
        #expect(driver.state.rankings.period == Period(year: 2021))
        let hint = driver.screen.first { $0.contains("senare år") }
        #expect(hint?.contains("2022: plats 140, ▲10” ur nyheterna · ] senare år") == true)
        driver.press("]")
        #expect(driver.state.rankings.period == Period(year: 2022))
        #expect(try row("1781", driver).shownRank == 140)
        #expect(!driver.shows("senare år"))
        driver.send(.contentChanged)
        #expect(driver.state.rankings.period == Period(year: 2022))
    }

    @Test func choosingAMunicipalityStaysWhereTheFiguresAre() {
        var driver = Driver(chosen: "1883", content: Self.contentWithNewYear)
        driver.press("/")
        driver.type("Kristinehamn")
        driver.press("enter H")
        #expect(driver.state.chosen == Fixture.code("1781"))
        #expect(driver.state.rankings.period == Period(year: 2021))
        #expect(driver.shows("] senare år"))
    }

    /// Told of the selected row, and only where the list has nothing newer of it than the year shown.
    @Test func aLaterClaimIsToldBelowTheListOfItsRowAlone() {
        var driver = Driver(chosen: "1781", content: Self.contentWithNewYear)
        driver.press("j")
        #expect(!driver.shows("senare år"))
        driver.press("k")
        #expect(driver.shows("senare år"))
        driver.press("[")
        #expect(!driver.shows("senare år"))
    }

    @Test func aYearThatManyClaimsTellOfIsOpened() {
        var content = Fixture.contentWithClaims
        let codes = Fixture.municipalities.map(\.code.rawValue)
        content.news[content.news.count - 2].claims = codes.prefix(60).enumerated().map {
            Fixture.claim($1, 2022, rank: $0 + 1, "Plats \($0 + 1).")
        }
        let driver = Driver(chosen: codes[5], content: content)
        #expect(driver.state.rankings.period == Period(year: 2022))
    }

    /// Lists, charts and plain text go as far as the year that news tell of, and say who tells.
    @Test func trendsReachTheYearThatIsClaimed() throws {
        var driver = Driver(chosen: "1781", content: Self.contentWithNewYear)
        #expect(driver.shows("2016–2021"))
        driver.press("]")
        #expect(driver.shows("2016–2022") && !driver.shows("2016–2021"))
        driver.press("enter")
        let page = try #require(driver.state.layers.last?.page?.content)
        let lines = page.lines.map { $0.spans.map(\.text).joined() }
        let chart = lines.filter { $0.contains("│") || $0.contains("┤") }
        #expect(chart.contains { $0.contains("”") })
        #expect(lines.contains { $0.contains("2021  2022") })
        #expect(lines.contains { $0.contains("150  140”") })
        #expect(
            try plain("1781", driver).contains(
                "2021: plats 150, upp 31\n2022: plats 140, upp 10, ur nyheterna\n"))
    }

    /// A hole within the list's years too.
    @Test func plainTextKnowsWhatThePageKnows() throws {
        let beside = Driver(chosen: "1730", content: Fixture.claimsBesideOldPlace())
        let text = try plain("1730", beside)
        #expect(text.contains("2020: plats 181, ur nyheterna"))
        #expect(text.contains("2021: plats 150, upp 31, ur nyheterna\n"))
        #expect(text.contains("2019: inte känd") && !text.contains("2021: inte känd"))
        let new = try plain("1781", Driver(chosen: "1781", content: Self.contentWithNewYear))
        let head = try #require(new.split(separator: "\nUtveckling\n").first)
        #expect(head.contains("2022: plats 140, upp 10, ur nyheterna: ”Plats 140.”"))
    }

    /// Beside another's places, with no distance to what no list tells; the sign is hidden by no line.
    @Test(arguments: ["1781", "1883"]) func comparisonsTellTheYearThatIsClaimed(
        chosen: String
    ) throws {
        var driver = Driver(chosen: chosen, content: Self.contentWithNewYear)
        driver.press("[ / \(chosen == "1781" ? "k a r l s k" : "k r i s t") enter c")
        let page = try #require(driver.state.layers.last?.page?.content)
        let lines = page.lines.map { $0.spans.map(\.text).joined() }
        #expect(lines.contains { $0.contains("2021") && $0.hasSuffix("2022") })
        let chart = lines.filter { $0.contains("│") || $0.contains("┤") }
        #expect(chart.contains { $0.contains("”") })
        let years = lines.filter { $0.hasPrefix("202") }
        let claimed = try #require(years.first)
        #expect(claimed.hasPrefix("2022") && claimed.hasSuffix("  –"))
        #expect(claimed.contains("140”"))
        #expect(years[1].contains("150 ") && !years[1].contains("”"))
        let columns = try zip(years, ["140", "150"]).map { line, figure in
            try #require(line.firstRange(of: figure).map { line[..<$0.lowerBound].count })
        }
        #expect(columns[0] == columns[1])
    }

    private func plain(_ code: String, _ driver: Driver) throws -> String {
        var text = ""
        try PlainText(state: driver.state, reader: driver.store) { text += $0 }
            .write(.municipality(Fixture.code(code)))
        return text
    }

    @Test func thePageLeadsToTheItemThatSaysSo() throws {
        var driver = driver("1730")
        driver.press("enter")
        let targets = try #require(driver.state.layers.last?.page).content.targets
        let index = try #require(
            targets.firstIndex(of: .newsItem(NewsItem.ID(identity: "claiming-eda"))))
        for _ in 0...index { driver.press("tab") }
        driver.press("enter")
        #expect(driver.state.context == .reader)
        #expect(driver.shows("Säger om placeringar"))
    }

    @Test func aProjectTellsWhatNewsSayIsAhead() {
        var driver = driver()
        driver.press("2 enter G")
        let page = driver.state.layers.last?.page?.content
        let text = page?.lines.map { $0.spans.map(\.text).joined() } ?? []
        #expect(text.contains("På gång, ur nyheterna"))
        #expect(page?.targets.contains(.newsItem(NewsItem.ID(identity: "claiming-letter"))) == true)
    }

    @Test func theReaderAndTheOriginListAllSources() {
        var driver = driver()
        driver.press("3 / n ä r i n g s l i v e t enter enter G")
        #expect(driver.shows("Också från:") && driver.shows("Pressrum Värmland"))
        #expect(driver.shows("På gång"))
        #expect(!driver.shows("Datum som nämns"))
        driver.press("i")
        #expect(driver.shows("Också från") && driver.shows("https://press.example/4711"))
        // It is where the item is, not where the source is.
        #expect(driver.screen.contains { $0.contains(/Länk +https:..press\.example/) })
    }

    @Test func whatIsOverIsNotAhead() {
        var driver = driver()
        driver.send(.tick(Timestamp(Fixture.date(2022, 5, 1), hour: 8, minute: 0)))
        driver.press("3 / n ä r i n g s l i v e t enter enter G")
        #expect(driver.shows("Datum som nämns") && !driver.shows("På gång"))
    }
}
