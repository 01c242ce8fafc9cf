import Testing
import TextGrid

@testable import Dashboard

@Suite struct MovingTests {
    @Test(arguments: [("j", "k"), ("down", "up"), ("pgdn", "pgup"), ("ctrl-f", "ctrl-b")])
    func forthAndBack(forth: String, back: String) {
        for pane in ["1", "2", "3"] {
            var driver = Driver()
            driver.press("\(pane) g")
            let list = driver.state.list(of: driver.state.focus)
            driver.press(forth)
            #expect(driver.state.list(of: driver.state.focus).selection > list.selection)
            driver.press(back)
            #expect(driver.state.list(of: driver.state.focus).selection == list.selection)
        }
    }

    @Test func toTheEndsAndNoFurther() {
        var driver = Driver()
        driver.press("G")
        #expect(driver.state.rankings.list.selection == 289)
        driver.press("j pgdn ctrl-d end")
        #expect(driver.state.rankings.list.selection == 289)
        driver.press("g k home ctrl-u pgup")
        #expect(driver.state.rankings.list.selection == 0)
        driver.press("2 g k k")
        #expect(driver.state.projects.selected?.id.rawValue == "a-oversyn")
        driver.press("G j")
        #expect(driver.state.projects.selected?.id.rawValue == "h-slut")
    }

    @Test func halfAScreenIsHalf() {
        var driver = Driver()
        driver.press("g ctrl-d")
        let rows = driver.state.homeLayout.rows(of: .rankings)
        #expect(driver.state.rankings.list.selection == rows / 2)
    }

    /// Upwards and downwards, every project is reached and no heading rests under the selection.
    @Test func projectsAreSteppedThroughWithoutHeadings() {
        var driver = Driver()
        driver.press("2 g")
        var down: [String?] = [driver.state.projects.selected?.id.rawValue]
        for _ in 1..<8 {
            driver.press("j")
            down.append(driver.state.projects.selected?.id.rawValue)
        }
        #expect(Set(down).count == 8 && !down.contains(nil))
        for expected in down.dropLast().reversed() {
            driver.press("k")
            #expect(driver.state.projects.selected?.id.rawValue == expected)
        }
    }

    @Test func panesGoRound() {
        var driver = Driver()
        let seen = (0..<4).map { _ in
            defer { driver.press("tab") }
            return driver.state.focus
        }
        #expect(seen == [.rankings, .projects, .news, .rankings])
        driver.press("1 shift-tab")
        #expect(driver.state.focus == .news)
        driver.press("h")
        #expect(driver.state.focus == .projects)
        driver.press("l l l")
        #expect(driver.state.focus == .news)
        driver.press("2")
        #expect(driver.state.focus == .projects)
    }

    @Test func zoomKeepsThePlaceInEveryList() {
        var driver = Driver()
        driver.press("2 j 3 G 1 j j z")
        #expect(driver.shows("SKR-grupp") && !driver.shows("─ Nyheter"))
        let tops = AppState.Pane.allCases.map { driver.state.list(of: $0).selection }
        driver.press("z")
        #expect(AppState.Pane.allCases.map { driver.state.list(of: $0).selection } == tops)
        #expect(driver.shows("Nytt kontor"))
    }

    @Test func aTabThatIsLeftAndComeBackToStandsAsItDid() {
        var driver = Driver(width: 80, height: 24)
        driver.press("3 ctrl-f j j k k k")
        let before = driver.state.news.list
        driver.press("1 j 2 j 3")
        #expect(driver.state.news.list == before)
    }

    @Test func pagesScrollToTheirEnds() throws {
        var driver = Driver(width: 80, height: 24)
        driver.press("enter G")
        let page = try #require(driver.state.layers.last?.page)
        let height = driver.state.pageLayout(of: page).body.height
        #expect(page.top == page.content.lines.count - height)
        #expect(driver.shows("100 %"))
        driver.press("j space")
        #expect(driver.state.layers.last?.page?.top == page.top)
        driver.press("ctrl-u k pgup g")
        #expect(driver.state.layers.last?.page?.top == 0)
    }

    @Test func linksOfAPageAreSteppedThrough() throws {
        var driver = Driver(width: 80, height: 24)
        driver.press("enter")
        let count = try #require(driver.state.layers.last?.page).content.targets.count
        for number in 0..<count {
            driver.press("tab")
            #expect(driver.state.layers.last?.page?.target == number)
        }
        driver.press("tab shift-tab")
        #expect(driver.state.layers.last?.page?.target == count - 1)
        driver.press("enter")
        #expect(driver.state.layers.count == 2)
        driver.press("left left")
        #expect(driver.state.layers.isEmpty)
    }

    @Test func leaving() {
        var driver = Driver()
        driver.press("enter q")
        #expect(driver.state.layers.isEmpty && driver.takeEffects().isEmpty)
        driver.press("q")
        #expect(driver.takeEffects() == [.quit])
        driver.press("? Q ctrl-l ctrl-z")
        #expect(driver.takeEffects() == [.quit, .redraw, .suspend])
    }
}
