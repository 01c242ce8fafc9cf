import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

@Suite struct MouseTests {
    @Test func aClickSelectsAndOneMoreOpens() {
        var driver = Driver()
        driver.click("Örebro")
        #expect(driver.state.rankings.selected?.municipality.name == "Örebro")
        #expect(driver.state.layers.isEmpty)
        driver.click("Örebro")
        #expect(driver.shows("Kommun › Örebro"))
    }

    @Test func aClickMovesToThePane() {
        var driver = Driver()
        driver.click("Eda: notis nummer 1")
        #expect(driver.state.focus == .news && driver.state.news.list.selection == 3)
        driver.click("Ny hamnplan")
        #expect(driver.state.focus == .projects)
        #expect(driver.state.projects.selected?.id.rawValue == "b-hamn")
        driver.click("Kristinehamn · från 2020")
        #expect(driver.shows("Projekt › Kristinehamn"))
    }

    @Test func theFirstClickInAnotherPaneOpensNothing() {
        var driver = Driver()
        driver.click("Karlskoga vinner pris")
        #expect(driver.state.focus == .news && driver.state.layers.isEmpty)
    }

    @Test func headingsAreNoRows() {
        var driver = Driver()
        driver.click("Planerade")
        #expect(driver.state.focus == .projects)
        #expect(driver.state.projects.selected != nil)
        driver.click("SKR-grupp")
        driver.mouse(.press(.right), x: 4, y: 12)
        driver.mouse(.press(.left), x: 500, y: 500)
        driver.mouse(.press(.left), x: -3, y: -1)
        #expect(driver.state.layers.isEmpty)
    }

    @Test func aColumnsHeadingSorts() {
        var driver = Driver()
        driver.click("kommun   ")
        #expect(driver.state.rankings.sort == .init(column: .name))
        driver.click("kommun   ")
        #expect(driver.state.rankings.sort == .init(column: .name, isReversed: true))
        driver.click("plats")
        #expect(driver.state.rankings.sort == .init(column: .rank))
    }

    @Test func thePreviewOpensTheReader() {
        var driver = Driver()
        driver.click("Priset gäller kommunens kvalitet.")
        #expect(driver.state.context == .reader && driver.shows("Nyheter › Karlskoga"))
    }

    @Test func panesNamesAreClicked() {
        var driver = Driver()
        driver.click("3 Nyheter")
        #expect(driver.state.focus == .news)
        driver.resize(80, 24)
        driver.click("2 Projekt")
        #expect(driver.state.focus == .projects && driver.shows("Översyn av samhällsbyggnad"))
        driver.click("1 Ranking")
        #expect(driver.state.focus == .rankings)
    }

    @Test func theWheelScrollsWhatIsUnderIt() throws {
        var driver = Driver()
        driver.press("g 2 g 3 g 1")
        let y = try #require(driver.screen.firstIndex { $0.contains("Översyn") })
        let places = [(10, 12), (10, y), (80, 12)]
        for (pane, (x, y)) in zip(AppState.Pane.allCases, places) {
            let before = driver.state.list(of: pane)
            driver.mouse(.wheelDown, x: x, y: y)
            driver.mouse(.wheelDown, x: x, y: y)
            let after = driver.state.list(of: pane)
            #expect(after.top > before.top)
            #expect(driver.state.focus == .rankings)
            for _ in 0..<3 { driver.mouse(.wheelUp, x: x, y: y) }
            #expect(driver.state.list(of: pane).top == 0)
        }
    }

    @Test func pagesScrollAndTheirLinksOpen() throws {
        var driver = Driver(width: 80, height: 24)
        driver.press("enter")
        driver.mouse(.wheelDown, x: 40, y: 10)
        #expect(try #require(driver.state.layers.last?.page).top == 3)
        driver.mouse(.wheelUp, x: 40, y: 10)
        driver.mouse(.wheelUp, x: 40, y: 10)
        driver.press("G")
        driver.click("Karlskoga")
        #expect(driver.shows("Kommun › Karlskoga"))
        driver.mouse(.press(.left), x: 0, y: 0)
        #expect(driver.state.layers.count == 2)
    }

    @Test func pickersAreClicked() {
        var driver = Driver()
        driver.press("o")
        driver.click("Skåne län")
        driver.click("Skåne län")
        #expect(driver.state.rankings.scope == .county("12"))
        driver.press("M")
        driver.mouse(.wheelDown, x: 60, y: 12)
        driver.mouse(.press(.left), x: 0, y: 39)
        #expect(driver.state.layers.isEmpty && driver.state.chosen == Fixture.code("1781"))
    }

    @Test func aClickBesideTheHelpClosesIt() {
        var driver = Driver()
        driver.press("?")
        driver.mouse(.press(.left), x: 60, y: 10)
        #expect(driver.state.layers.count == 1)
        driver.mouse(.press(.left), x: 2, y: 10)
        #expect(driver.state.layers.isEmpty)
    }

    @Test func aClickWhileSearchingKeepsWhatIsFound() {
        var driver = Driver()
        driver.press("/ k a r l")
        driver.click("Ny hamnplan")
        #expect(driver.state.layers.isEmpty && driver.state.rankings.search == "karl")
        #expect(driver.state.focus == .projects)
    }
}
