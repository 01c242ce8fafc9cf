import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// What happens without keys: other programs, the clock, the window.
@Suite struct OutsideTests {
    @Test func newItemsLeaveTheSelectionOnItsItem() {
        var driver = Driver()
        driver.press("3 j j j")
        let selected = driver.state.news.selected?.id
        driver.store.content.news += (0..<30).map { number in
            NewsItem(
                identity: "new-\(number)", kind: .news,
                title: Fixture.text("Nytt \(number)", "New \(number)"),
                published: .moment(Timestamp(seconds: Fixture.now.seconds + Int64(number))),
                provenance: Fixture.provenance)
        }
        driver.send(.contentChanged)
        #expect(driver.state.news.selected?.id == selected)
        #expect(driver.state.news.list.selection == 33)
        #expect(driver.state.news.count.total == 107)
    }

    @Test func newProjectsLeaveTheSelectionOnItsProject() {
        var driver = Driver()
        driver.press("2 j j j")
        let selected = driver.state.projects.selected?.id
        driver.store.content.projects += (0..<5).map { number in
            Project(
                id: .init(rawValue: "0-\(number)"), title: Fixture.text("Nytt", "New"),
                municipality: Fixture.code("1781"), phase: .ongoing,
                milestones: [
                    .init(title: Fixture.text("Klart", "Done"), date: PartialDate("2021-11-21"))
                ],
                provenance: Fixture.provenance)
        }
        driver.send(.contentChanged)
        #expect(driver.state.projects.selected?.id == selected)
        #expect(driver.state.projects.counts.total == 13)
    }

    @Test func newFiguresLeaveTheSelectionOnItsMunicipality() {
        var driver = Driver()
        driver.press("j j j")
        let selected = driver.state.rankings.selected?.municipality
        driver.store.content.observations[0].observations += (0..<40).map { number in
            Observation(
                municipality: Fixture.municipalities[100 + number].code,
                period: Period(year: 2022), value: Double(number + 1))
        }
        driver.send(.contentChanged)
        #expect(driver.state.rankings.selected?.municipality == selected)
        #expect(driver.state.rankings.period == Period(year: 2021))
        driver.press("]")
        #expect(driver.state.rankings.known == 40)
    }

    @Test func anOpenPageShowsWhatIsNew() throws {
        var driver = Driver()
        driver.press("2 enter")
        driver.store.content.projects[0].title = Fixture.text("Ett nytt namn", "A new name")
        driver.send(.contentChanged)
        #expect(driver.shows("Ett nytt namn"))
        driver.press("esc 3 enter")
        driver.store.content.news.removeAll { $0.identity == "release" }
        driver.send(.contentChanged)
        #expect(driver.shows("Texten finns inte längre."))
    }

    @Test func atMidnightWhatIsNextIsAnotherThing() {
        var driver = Driver()
        #expect(driver.shows("om 9 dagar"))
        driver.store.reads = []
        driver.send(.tick(Timestamp(seconds: Fixture.now.seconds + 60)))
        #expect(driver.shows("08.42") && driver.store.reads.isEmpty)
        driver.send(.tick(Timestamp(seconds: Fixture.now.seconds + 86_400)))
        #expect(!driver.store.reads.isEmpty)
        #expect(driver.shows("om 8 dagar"))
    }

    @Test func aNoticeStaysUntilTheNextKey() {
        var driver = Driver()
        driver.send(.notice("Hämtningen är klar: 12 nya.", isProblem: false))
        #expect(driver.bottom.contains("Hämtningen är klar: 12 nya."))
        driver.send(.tick(Timestamp(seconds: Fixture.now.seconds + 60)))
        #expect(driver.bottom.contains("Hämtningen är klar: 12 nya."))
        driver.press("j")
        #expect(!driver.bottom.contains("Hämtningen"))
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 12), (30, 8), (20, 6)])
    func noticesShowAtEverySize(width: Int, height: Int) {
        var driver = Driver(width: width, height: height)
        driver.send(.notice("Klart.", isProblem: false))
        #expect(driver.bottom.contains("Klart."))
        driver.press("enter")
        driver.send(.notice("Klart.", isProblem: false))
        #expect(driver.bottom.contains("Klart."))
    }

    @Test func theLanguageChangesEverything() {
        var driver = Driver()
        driver.press("L")
        #expect(driver.shows("Rankings · Local business climate 2021"))
        #expect(driver.shows("The next step in"))
        #expect(driver.store.preferences["language"] == "en")
        driver.press("enter L")
        #expect(driver.shows("Kommun › Kristinehamn"))
    }

    @Test func resizingKeepsWhatIsRead() {
        var driver = Driver()
        driver.press("3 / n ä s t a enter enter j j j")
        driver.resize(60, 16)
        #expect(driver.shows("Kristinehamn"))
        driver.resize(10, 3)
        driver.resize(120, 40)
        #expect(driver.shows("Nästa steg i samhällsbyggnadsarbetet"))
    }
}
