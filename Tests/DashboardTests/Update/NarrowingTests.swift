import Testing

@testable import Dashboard

@Suite struct NarrowingTests {
    @Test func escapeUndoesOneThingAtATime() {
        var driver = Driver()
        driver.press("f 3 z u / n o t i s enter")
        #expect(driver.state.isZoomed && driver.state.news.unreadOnly)
        #expect(driver.state.news.search == "notis")
        driver.press("esc")
        #expect(driver.state.news.search.isEmpty && driver.state.news.unreadOnly)
        driver.press("esc")
        #expect(!driver.state.news.unreadOnly && driver.state.filter != nil)
        driver.press("esc")
        #expect(driver.state.filter == nil && driver.state.isZoomed)
        driver.press("esc")
        #expect(!driver.state.isZoomed)
        driver.press("esc")
        #expect(driver.takeEffects().allSatisfy { $0 != .quit })
    }

    @Test func escapeGivesTheWholeCountryBackInTheRankings() {
        var driver = Driver()
        driver.press("o down enter / s u n n e enter")
        #expect(driver.state.rankings.scope == .peers(Fixture.code("1781")))
        driver.press("esc")
        #expect(driver.state.rankings.search.isEmpty)
        driver.press("esc")
        #expect(driver.state.rankings.scope == .country)
        #expect(driver.state.rankings.rows.count == 290)
    }

    @Test func onePressClearsEverything() {
        var driver = Driver()
        driver.press("2 / h a m n enter p down enter 3 b u / x enter 1 f / k enter F")
        #expect(driver.state.filter == nil && driver.state.rankings.scope == .country)
        #expect(driver.state.rankings.search.isEmpty)
        #expect(driver.state.projects.search.isEmpty && driver.state.projects.phase == nil)
        #expect(!driver.state.news.isNarrowed)
        #expect(driver.state.news.list.count == 77 && driver.state.projects.list.count == 14)
    }

    @Test func oneKeyIsAboutOneMunicipalityInAllPanes() {
        var driver = Driver()
        driver.press("f")
        #expect(driver.state.filter == Fixture.code("1781"))
        #expect(driver.state.rankings.rows.count == 4)
        #expect(driver.state.projects.counts.total == 2)
        #expect(driver.state.news.count.total == 7)
        #expect(driver.shows("Bara Kristinehamn"))
        driver.press("f")
        #expect(driver.state.filter == nil && driver.state.news.count.total == 77)
    }

    @Test func aNewsItemFiltersByItsMunicipality() {
        var driver = Driver()
        driver.press("3 f")
        #expect(driver.state.filter == Fixture.code("1883"))
    }

    @Test func aPageFiltersByItsMunicipality() {
        var driver = Driver()
        driver.press("2 enter f")
        #expect(driver.state.layers.isEmpty && driver.state.filter == Fixture.code("1781"))
    }

    @Test func aRowWithoutMunicipalitySaysSo() {
        var driver = Driver()
        driver.press("3 j j f")
        #expect(driver.state.filter == nil)
        #expect(driver.bottom.contains("Raden hör inte till någon kommun."))
    }

    @Test func emptyListsSayWhatToDo() {
        var driver = Driver()
        driver.press("3 / f i n n s i n t e enter")
        #expect(driver.shows("Inga nyheter att visa."))
        #expect(driver.shows("Tryck Esc för att visa allt igen."))
        driver.press("esc b")
        #expect(driver.shows("Inga nyheter att visa."))
        driver.press("esc 1 o down down down down enter")
        #expect(driver.bottom.contains("Du följer ingen kommun än"))
    }
}
