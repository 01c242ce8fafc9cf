import ClimateModel
import Testing

@testable import Dashboard

/// Marks, and going on from one item to the next.
@Suite struct ReadingTests {
    private func identity(_ driver: Driver) -> String? {
        if case .newsItem(_, let item) = driver.state.layers.last?.page?.subject {
            item?.identity
        } else {
            nil
        }
    }

    @Test func openingReads() {
        var driver = Driver()
        let before = driver.store.unread.count
        driver.press("3 enter")
        #expect(identity(driver) == "release")
        #expect(driver.store.unread.count == before - 1)
        #expect(driver.state.news.count.unread == before - 1)
        driver.press("q")
        #expect(driver.state.news.selected?.isUnread == false)
        #expect(driver.shows("\(before - 1) olästa"))
    }

    @Test func markingAllReadAsksFirst() {
        var driver = Driver()
        let before = driver.store.unread
        driver.press("3 A")
        #expect(driver.shows("Märka \(before.count) nyheter som lästa?"))
        driver.press("esc")
        #expect(driver.store.unread == before)
        driver.press("A enter")
        #expect(driver.store.unread.isEmpty)
        #expect(driver.bottom.contains("\(before.count) nyheter märkta som lästa."))
        driver.press("A")
        #expect(driver.bottom.contains("Allt i listan är redan läst."))
    }

    @Test func marksCanBeTurned() {
        var driver = Driver()
        driver.press("3 x")
        #expect(!driver.store.unread.contains(.init(identity: "release")))
        driver.press("x *")
        #expect(driver.store.unread.contains(.init(identity: "release")))
        #expect(driver.store.starred == [.init(identity: "release")])
        #expect(driver.state.news.selected?.isStarred == true)
        driver.press("b")
        #expect(driver.state.news.count.total == 1)
        driver.press("*")
        #expect(driver.store.starred.isEmpty && driver.state.news.count.total == 0)
        #expect(driver.shows("Inga nyheter att visa."))
    }

    @Test func theReaderMarksWhatItShows() {
        var driver = Driver()
        driver.press("3 enter * x")
        #expect(driver.store.starred == [.init(identity: "release")])
        #expect(driver.store.unread.contains(.init(identity: "release")))
        driver.press("esc 1 enter tab tab tab enter")
        #expect(identity(driver) != nil && identity(driver) != "release")
        driver.press("*")
        #expect(driver.store.starred.count == 2)
    }

    @Test func allInTheListAreReadAtOnce() {
        var driver = Driver()
        driver.press("3 f A enter")
        #expect(driver.state.news.count.unread == 0)
        #expect(!driver.store.unread.isEmpty)
        #expect(driver.store.unread.isDisjoint(with: [.init(identity: "release")]))
        driver.press("f A enter")
        #expect(driver.store.unread.isEmpty && driver.shows("77 nyheter"))
    }

    @Test func theStripKnowsWhatIsUnread() {
        var driver = Driver()
        #expect(driver.state.content.profile?.newsCount.unread == 1)
        driver.press("3 j enter q")
        #expect(driver.state.content.profile?.newsCount.unread == 0)
    }

    @Test func nextAndPreviousFollowTheList() {
        var driver = Driver()
        driver.press("3 enter n n p")
        #expect(identity(driver) == "long")
        #expect(driver.shows("2 av 77"))
        driver.press("p p")
        #expect(identity(driver) == "release")
        #expect(driver.bottom.contains("Det var den sista i listan."))
        driver.press("q")
        #expect(driver.state.news.list.selection == 0)
    }

    /// Whatever the height of the list, the reader reaches every item in turn.
    @Test(arguments: [(120, 40), (80, 24), (40, 12), (20, 6), (15, 3)])
    func theReaderGoesOnPastWhatIsHeld(width: Int, height: Int) {
        var driver = Driver(width: 80, height: 24)
        driver.press("3 enter")
        driver.resize(width, height)
        var seen = [identity(driver)]
        for _ in 1..<77 {
            driver.press("n")
            seen.append(identity(driver))
        }
        #expect(Set(seen).count == 77 && !seen.contains(nil))
        for identity in seen.dropLast().reversed() {
            driver.press("p")
            #expect(self.identity(driver) == identity)
        }
    }

    @Test(arguments: ["u", "o"]) func aListByMarksStandsStillWhileItIsRead(key: String) {
        var driver = Driver(width: 60, height: 12)
        driver.press("3 \(key)")
        let unread = driver.state.news.count.unread
        driver.press("enter")
        var seen: [String?] = [identity(driver)]
        for _ in 1..<unread {
            driver.press("n")
            seen.append(identity(driver))
        }
        #expect(Set(seen).count == unread)
        #expect(
            seen.allSatisfy { $0.map { Fixture.unread.contains(.init(identity: $0)) } ?? false })
        driver.press("p p")
        #expect(identity(driver) == seen[unread - 3])
        driver.press("q")
        #expect(driver.store.unread.isEmpty)
    }

    @Test func theSelectionGoesToTheNextUnreadAfterReading() {
        var driver = Driver()
        driver.press("3 u j enter n q")
        #expect(driver.state.news.count.total == Fixture.unread.count - 2)
        #expect(driver.state.news.selected?.title.text(in: .swedish) == "Munkfors: notis nummer 5")
        driver.press("g x")
        #expect(driver.state.news.selected?.title.text(in: .swedish) == "Munkfors: notis nummer 5")
    }

    @Test func whatIsMarkedUnreadInTheReaderStaysSo() {
        var driver = Driver()
        driver.press("3 u enter x q")
        #expect(driver.store.unread == Fixture.unread)
        driver.press("enter n x p")
        _ = driver.store
        driver.press("q")
        #expect(driver.store.unread == Fixture.unread.subtracting([.init(identity: "release")]))
    }

    @Test func heldMarksAreKeptAtTheEnd() {
        var driver = Driver()
        driver.press("3 u enter n Q")
        driver.finish()
        #expect(driver.store.unread.count == Fixture.unread.count - 2)
    }

    @Test func unreadComeFirst() {
        var driver = Driver()
        driver.press("3 o")
        #expect(driver.state.news.order == .unreadFirst && driver.shows("olästa först"))
        let rows = driver.state.news.window.rows.map(\.isUnread)
        #expect(rows == rows.sorted { $0 && !$1 })
        driver.press("o")
        #expect(driver.state.news.order == .date)
    }

    @Test func filtersBySourceAndKind() {
        var driver = Driver()
        driver.press("3 s down enter")
        #expect(driver.state.news.source != nil)
        driver.press("t")
        driver.type("nyhetsbrev")
        driver.press("enter")
        #expect(driver.state.news.kind == .newsletter)
        driver.press("s up up enter t up up up up enter")
        #expect(!driver.state.news.isNarrowed)
    }

    @Test func linksOpenAndAreCopied() {
        var driver = Driver()
        driver.press("3 / n ä s t a enter enter o y 1")
        #expect(
            driver.takeEffects().filter { $0 != .awaitRest } == [
                .openLink("https://example.org/newsletter"),
                .copy("https://example.org/newsletter"),
                .openLink("https://example.org/narsam"),
            ])
        driver.press("tab o y")
        #expect(
            driver.takeEffects().filter { $0 != .awaitRest } == [
                .openLink("https://example.org/narsam"), .copy("https://example.org/narsam"),
            ])
        driver.press("q y")
        #expect(driver.takeEffects() == [.copy("https://example.org/newsletter")])
    }

    /// A page opened from a municipality's page goes on among what that page lists.
    @Test func stepsAmongTheMunicipalitysOwn() {
        var driver = Driver()
        driver.press("enter tab tab tab enter n")
        #expect(identity(driver) == "newsletter")
        #expect(driver.state.news.list.selection == 0)
        driver.press("q tab tab tab enter")
        driver.press("q g tab enter")
        driver.press("q q q")
        driver.press("1 enter tab enter n")
        guard case .project(let project) = driver.state.layers.last?.page?.subject else {
            Issue.record("no project")
            return
        }
        #expect(project.id.rawValue == "b-hamn")
        driver.press("n")
        #expect(driver.bottom.contains("Det var den sista i listan."))
    }
}
