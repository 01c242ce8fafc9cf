import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// `r`, `R` and `X`, and what the writer tells.
@Suite struct FetchingTests {
    private func report(
        _ source: Source, _ result: SyncReport.Result = .changed, new: Int = 0, changed: Int = 0,
        error: String? = nil, _ done: Int, of total: Int
    ) -> Message {
        .syncProgressed([
            SyncReport(
                source: source.id, title: source.title, result: result, new: new,
                changed: changed, error: error, done: done, total: total)
        ])
    }

    // MARK: What is fetched

    @Test func aNewsItemsSourceIsFetched() {
        var driver = Driver()
        driver.press("3 r")
        #expect(driver.takeEffects() == [.sync(.sources([Fixture.feed.id]))])
        #expect(driver.bottom.contains("Hämtar Kristinehamns kommun …"))
    }

    @Test func theSourceThatIsFilteredByIsFetched() {
        var driver = Driver()
        driver.store.content.news.append(
            NewsItem(
                identity: "arjang", kind: .news, title: Fixture.text("Årjäng", "Årjäng"),
                published: .moment(Fixture.now),
                provenance: Provenance(source: Fixture.broken.id, publisher: "Årjäng")))
        driver.send(.contentChanged)
        driver.press("3 s down")
        driver.type("årj")
        driver.press("enter / q q enter r")
        #expect(driver.takeEffects() == [.sync(.sources([Fixture.broken.id]))])
    }

    @Test func aProjectsAndAPagesSourceIsFetched() {
        for keys in ["2 r", "2 enter r", "3 enter r"] {
            var driver = Driver()
            driver.press(keys)
            #expect(driver.takeEffects() == [.sync(.sources([Fixture.feed.id]))], "\(keys)")
        }
    }

    @Test(arguments: ["r", "enter r"]) func figuresOfAFileAreNotFetched(keys: String) {
        var driver = Driver()
        driver.press(keys)
        #expect(driver.takeEffects().isEmpty)
        #expect(driver.bottom.contains("”Svenskt Näringsliv” kommer från en importerad fil"))
    }

    @Test func figuresOfASubscriptionAreFetched() {
        var driver = Driver()
        driver.store.subscriptions.append(
            Subscription(
                id: Fixture.source.id, settings: SourceSettings(address: "https://example.org/x")))
        driver.press("r")
        #expect(driver.takeEffects() == [.sync(.sources([Fixture.source.id]))])
    }

    @Test func aSourceThatCannotBeLookedUpIsSaid() {
        var driver = Driver()
        driver.store.failing = [.overviews]
        driver.press("3 r")
        #expect(driver.takeEffects().isEmpty)
        #expect(driver.bottom.contains("disk I/O error (overviews)"))
        driver.store.failing = []
        driver.press("S")
        #expect(driver.takeEffects().isEmpty)
    }

    @Test func oneFetchesAtATime() {
        var driver = Driver()
        driver.press("R")
        #expect(driver.takeEffects() == [.sync(.all)])
        driver.press("3 r")
        #expect(driver.bottom.contains("Hämtning pågår redan; X avbryter den."))
        driver.press("R")
        #expect(driver.takeEffects().isEmpty)
        driver.send(.syncEnded(.finished))
        driver.press("R")
        #expect(driver.takeEffects() == [.sync(.all)])
    }

    @Test func aFetchIsStopped() {
        var driver = Driver()
        driver.press("X")
        #expect(driver.bottom.contains("Ingen hämtning pågår."))
        driver.press("R X")
        #expect(driver.takeEffects() == [.sync(.all), .stopSync])
        #expect(driver.bottom.contains("Avbryter …"))
        driver.send(report(Fixture.feed, new: 2, 1, of: 9))
        driver.send(.syncEnded(.stopped))
        #expect(driver.bottom.contains("Hämtningen avbröts. 2 nya"))
    }

    @Test func whatWasToldGoesByItselfButForWhatIsWrong() {
        var driver = Driver()
        driver.press("R")
        driver.send(.syncEnded(.locked))
        driver.send(.tick(Timestamp(seconds: Fixture.now.seconds + 10)))
        #expect(driver.bottom.contains("En annan hämtning pågår"))
        driver.send(.tick(Timestamp(seconds: Fixture.now.seconds + 70)))
        #expect(!driver.bottom.contains("En annan hämtning pågår"))
        driver.press("R")
        driver.send(.syncEnded(.failed("Trasigt.")))
        for minute in 2...4 {
            driver.send(.tick(Timestamp(seconds: Fixture.now.seconds + Int64(minute) * 60)))
        }
        #expect(driver.bottom.contains("Trasigt."))
    }

    @Test(arguments: ["r", "R", "X"]) func guestsFetchNothing(key: String) {
        var driver = Driver(restricted: true)
        driver.press(key)
        #expect(driver.takeEffects().isEmpty)
        #expect(driver.bottom.contains("avstängt för gäster: startar inga andra program"))
    }

    // MARK: What is told

    @Test func theStatusLineTellsHowFarItHasCome() {
        var driver = Driver(language: .english)
        driver.press("R")
        #expect(driver.bottom.contains("Fetching …"))
        driver.send(report(Fixture.feed, new: 1, 1, of: 37))
        driver.send(report(Fixture.broken, .failed, 2, of: 37))
        #expect(driver.bottom.contains("Fetching 2 of 37 … · 1 new · 1 failing"))
        // The keys stay in sight, and a notice stands beside it.
        #expect(driver.bottom.contains("Enter open"))
        driver.press("] ]")
        #expect(driver.bottom.contains("No more years have figures."))
        #expect(driver.bottom.contains("Fetching 2 of 37"))
        driver.resize(40, 12)
        driver.press("j")
        #expect(driver.bottom.contains("Fetching 2 of 37"))
        driver.press("L")
        #expect(driver.bottom.contains("Hämtar 2 av 37"))
    }

    @Test func thenWhatChangedForAWhile() {
        var driver = Driver()
        driver.press("R")
        driver.send(report(Fixture.feed, new: 3, changed: 1, 1, of: 2))
        driver.send(report(Fixture.broken, .failed, 2, of: 2))
        driver.send(.syncEnded(.finished))
        #expect(driver.bottom.contains("3 nya, 1 ändrad · 1 källa svarade inte som den ska (S)"))
        driver.press("j")
        #expect(
            driver.bottom.contains("rad")
                && driver.bottom.contains("3 nya, 1 ändrad · 1 med fel (S)"))
        driver.send(.tick(Timestamp(seconds: Fixture.now.seconds + 60)))
        #expect(driver.bottom.contains("3 nya"))
        driver.send(.tick(Timestamp(seconds: Fixture.now.seconds + 120)))
        #expect(driver.bottom.contains("hämtat 08.12"))
    }

    @Test func nothingNewIsSaid() {
        var driver = Driver()
        driver.press("R")
        driver.send(report(Fixture.feed, .unchanged, 1, of: 1))
        driver.send(.syncEnded(.finished))
        #expect(driver.bottom.contains("Inget nytt · 1 källa"))
        #expect(driver.state.notice?.isProblem == false)
    }

    @Test func theErrorOfASourceAloneIsTold() {
        var driver = Driver()
        driver.press("3 r")
        driver.send(report(Fixture.feed, .failed, error: "värden finns inte", 1, of: 1))
        driver.send(.syncEnded(.finished))
        #expect(driver.bottom.contains("Kristinehamns kommun: värden finns inte"))
        #expect(driver.state.notice?.isProblem == true)
    }

    @Test func aSourceThatIsLeftAloneSaysWhy() {
        var driver = Driver()
        driver.press("3 r")
        driver.send(report(Fixture.feed, .skipped, error: "vill vara i fred till 10.30", 1, of: 1))
        driver.send(.syncEnded(.finished))
        #expect(driver.bottom.contains("Kristinehamns kommun: vill vara i fred till 10.30"))
        #expect(driver.state.notice?.isProblem == true)
    }

    @Test func withoutSourcesOneIsToldWhatToDo() {
        var driver = Driver()
        driver.store.subscriptions = []
        driver.press("R")
        driver.send(.syncEnded(.finished))
        #expect(driver.bottom.contains("Det finns inga källor att hämta från än; S lägger till."))
    }

    @Test func thatAllSourcesArePausedIsTold() {
        var driver = Driver()
        for index in driver.store.subscriptions.indices {
            driver.store.subscriptions[index].isPaused = true
        }
        driver.press("R")
        driver.send(.syncEnded(.finished))
        #expect(driver.bottom.contains("Alla källor är pausade; S visar dem."))
        driver.store.subscriptions.removeSubrange(1...)
        driver.press("R")
        driver.send(.syncEnded(.finished))
        #expect(driver.bottom.contains("Källan är pausad; S visar den."))
    }

    @Test func anotherSyncAndAFailureAreTold() {
        var driver = Driver()
        driver.press("R")
        driver.send(.syncEnded(.locked))
        #expect(driver.bottom.contains("En annan hämtning pågår"))
        #expect(driver.state.notice?.isProblem == false)
        driver.press("R")
        driver.send(.syncEnded(.failed("utkik-ingest hittas inte")))
        #expect(driver.bottom.contains("utkik-ingest hittas inte"))
        #expect(driver.state.sync.running == nil)
    }

    /// What comes when nothing was asked for changes nothing.
    @Test func lateReportsAreLeftOut() {
        var driver = Driver()
        let before = driver.screen
        driver.send(report(Fixture.feed, new: 1, 1, of: 1))
        driver.send(.syncEnded(.finished))
        #expect(driver.screen == before)
    }

    @Test func numbersOutOfOrderNeverGoBackwards() {
        var driver = Driver()
        driver.press("R")
        driver.send(report(Fixture.feed, .changed, 5, of: 9))
        driver.send(report(Fixture.broken, .changed, 3, of: 2))
        #expect(driver.bottom.contains("Hämtar 5 av 5"))
    }

    @Test func aKioskShowsNothingOfIt() {
        var driver = KioskDriver()
        let before = driver.screen
        driver.send(report(Fixture.feed, new: 1, 1, of: 2))
        driver.send(.syncEnded(.failed("trasig")))
        #expect(driver.screen == before)
    }
}
