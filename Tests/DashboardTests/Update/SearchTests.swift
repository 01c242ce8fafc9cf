import Testing

@testable import Dashboard

@Suite struct SearchTests {
    private func name(_ driver: Driver) -> String? {
        driver.state.rankings.selected?.municipality.name
    }

    @Test func theSelectionGoesToTheMatchAsOneTypes() {
        var driver = Driver()
        driver.press("g /")
        driver.type("orebro")
        #expect(name(driver) == "Örebro")
        driver.press("enter")
        #expect(driver.state.layers.isEmpty && name(driver) == "Örebro")
    }

    @Test func nextAndPreviousGoRound() {
        var driver = Driver()
        driver.press("g / k a r l enter")
        let names =
            [name(driver)]
            + (0..<2).map { _ in
                driver.press("n")
                return name(driver)
            }
        #expect(names == ["Karlskoga", "Karlstad", "Karlskoga"])
        driver.press("N")
        #expect(name(driver) == "Karlstad")
    }

    @Test func escapeGoesBackToWhereTheListStood() {
        var driver = Driver()
        driver.press("G / s u n n e esc")
        #expect(driver.state.rankings.list.selection == 289)
        #expect(driver.state.rankings.search.isEmpty)
        driver.press("g / k a r l enter j / s u n n e esc")
        #expect(driver.state.rankings.search == "karl")
        #expect(name(driver) != "Sunne")
    }

    @Test(arguments: ["2", "3"]) func escapeKeepsThePlaceInOtherLists(pane: String) {
        var driver = Driver()
        driver.press("\(pane) j j j")
        let focus = driver.state.focus
        let before = driver.state.list(of: focus)
        driver.press("/ k a r l esc")
        #expect(driver.state.list(of: focus).selection == before.selection)
        #expect(driver.state.list(of: focus).count == before.count)
        driver.press("/ esc")
        #expect(driver.state.list(of: focus).selection == before.selection)
    }

    @Test func noMatchIsSaidBesideTheText() {
        var driver = Driver()
        driver.press("/ q q q")
        #expect(driver.bottom.contains("ingen träff"))
        driver.press("enter n")
        #expect(driver.bottom.contains("Ingen kommun heter något med ”qqq”."))
    }

    @Test(arguments: ["1", "2", "3"]) func withoutASearchThereIsNoNext(pane: String) {
        var driver = Driver()
        driver.press("\(pane) n")
        #expect(driver.bottom.contains("Inget är sökt än: tryck /."))
    }

    @Test func newsAndProjectsNarrowToWhatMatches() {
        var driver = Driver()
        driver.press("3 / b y g g")
        #expect(driver.state.news.count.total == 1)
        #expect(driver.bottom.contains("1 nyhet"))
        driver.press("backspace backspace backspace backspace enter")
        #expect(driver.state.news.count.total == 77)
        driver.press("2 / b r e d enter")
        #expect(driver.state.projects.selected?.id.rawValue == "g-vila")
        driver.press("esc 3 / n o t i s enter n n N")
        #expect(driver.state.news.list.selection == 1)
    }

    @Test func editingKeysWorkInThePrompt() {
        var driver = Driver()
        driver.press("/ a b c left x home y end z ctrl-a w ctrl-e v")
        #expect(prompt(driver) == "wyabxczv")
        driver.press("left left del backspace")
        #expect(prompt(driver) == "wyabxv")
        driver.type(" två ord")
        driver.press("ctrl-w ctrl-w")
        #expect(prompt(driver) == "wyabx v")
        driver.press("ctrl-u")
        #expect(prompt(driver) == "v")
    }

    @Test func aPasteIsOneCleanLine() {
        var driver = Driver()
        driver.press("/")
        driver.send(.paste("karl\nstad\u{1B}[31m\u{202E}"))
        #expect(prompt(driver) == "karl stad[31m")
        driver.send(.paste(String(repeating: "x", count: 100_000)))
        #expect(prompt(driver)?.count == 200)
        driver.press("esc")
        driver.send(.paste("q"))
        #expect(driver.takeEffects().isEmpty && driver.state.layers.isEmpty)
    }

    private func prompt(_ driver: Driver) -> String? {
        if case .prompt(let prompt) = driver.state.layers.last { prompt.input.text } else { nil }
    }
}
