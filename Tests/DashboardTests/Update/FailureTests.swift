import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

@Suite struct FailureTests {
    @Test(arguments: [
        (MemoryStore.Part.base, AppState.Pane.rankings), (.observations, .rankings),
        (.projectCounts, .projects), (.projects, .projects), (.newsCount, .news), (.news, .news),
    ])
    func anErrorStandsInItsPaneAlone(part: MemoryStore.Part, pane: AppState.Pane) {
        let driver = Driver(failing: [part])
        #expect(driver.shows("disk I/O error (\(part))"))
        for other in AppState.Pane.allCases {
            #expect((driver.state.problem(of: other) != nil) == (other == pane))
        }
    }

    @Test func theLastGoodTimeIsTold() {
        var driver = Driver()
        driver.store.failing = [.newsCount]
        driver.send(.contentChanged)
        #expect(driver.shows("disk I/O error"))
        #expect(driver.shows("Senast hämtat: 08.12"))
    }

    @Test func aStoreThatFailsIsAskedOnceAgainAtEveryKeyAndNoMore() {
        var driver = Driver(failing: [.news, .projects])
        driver.store.reads = []
        driver.press("tab")
        #expect(driver.store.reads.count { $0 == .news } <= 2)
        #expect(driver.store.reads.count { $0 == .projects } <= 2)
        driver.store.failing = []
        driver.press("tab")
        #expect(driver.state.news.problem == nil && driver.state.projects.problem == nil)
        #expect(driver.shows("Karlskoga vinner pris"))
    }

    @Test func whatCouldNotBeReadIsTriedAgainEveryMinute() {
        var driver = Driver(failing: [.base])
        #expect(driver.state.content.gazetteer.all.isEmpty)
        driver.store.failing = []
        driver.send(.tick(Timestamp(seconds: Fixture.now.seconds + 60)))
        #expect(driver.state.rankings.problem == nil)
        #expect(driver.shows("▲31"))
    }

    @Test func aMarkThatCannotBeKeptIsSaid() {
        var driver = Driver()
        driver.store.failing = [.marks]
        driver.press("3 *")
        #expect(driver.bottom.contains("disk I/O error (marks)"))
    }

    @Test func anItemThatIsGoneDoesNotHoldUpTheList() {
        var driver = Driver()
        driver.store.content.news.removeAll { $0.identity == "long" }
        driver.press("3 j")
        #expect(driver.shows("Karlskoga vinner pris"))
        driver.press("enter")
        #expect(driver.shows("Texten finns inte längre."))
    }

    /// Another program took rows away, and the word of it comes later.
    @Test func aListShorterThanItsCountEnds() {
        var driver = Driver()
        driver.store.content.news.removeLast(60)
        driver.press("3 G")
        #expect(driver.state.news.list.selection == driver.state.news.list.count - 1)
        driver.send(.contentChanged)
        #expect(driver.state.news.list.count == 17)
        #expect(driver.state.news.selected != nil)
    }

    @Test func aPreviewThatCannotBeReadIsWaitedForOnce() {
        let driver = Driver()
        driver.store.failing = [.newsItem, .projects]
        var program = driver.program
        _ = program.send(.key(Key("3")))
        #expect(program.send(.key(Key("j"))).contains(.awaitRest))
        #expect(!program.send(.rested).contains(.awaitRest))
        #expect(!program.send(.tick(Fixture.now)).contains(.awaitRest))
    }
}
