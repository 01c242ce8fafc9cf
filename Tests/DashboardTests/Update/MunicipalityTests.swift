import ClimateModel
import Testing

@testable import Dashboard

@Suite struct MunicipalityTests {
    private func subject(_ driver: Driver) -> Page.Subject? {
        driver.state.layers.last?.page?.subject
    }

    @Test func theFirstTimeOneIsAsked() {
        var driver = Driver(chosen: nil)
        #expect(driver.shows("Tryck M och välj din kommun"))
        driver.press("g H")
        #expect(driver.state.chosen != nil)
        #expect(driver.bottom.contains("Din kommun är nu"))
        #expect(driver.store.preferences["municipality"] == driver.state.chosen?.rawValue)
    }

    @Test func anUnknownOneIsForgotten() {
        #expect(Driver(chosen: "0998").state.chosen == nil)
    }

    @Test func aNewsItemsMunicipalityBecomesMine() {
        var driver = Driver()
        driver.press("3 H")
        #expect(driver.state.chosen == Fixture.code("1883"))
        #expect(driver.state.rankings.selected?.municipality.name == "Karlskoga")
        driver.press("j enter H")
        #expect(driver.state.chosen == Fixture.code("1780"))
    }

    @Test func followingIsKept() {
        var driver = Driver()
        driver.press("+ 3 +")
        #expect(driver.state.followed == [Fixture.code("1781"), Fixture.code("1883")])
        #expect(driver.store.preferences["followed"] == "1781 1883")
        #expect(driver.shows("Följda"))
        driver.press("enter +")
        #expect(driver.state.followed == [Fixture.code("1781")])
        #expect(driver.bottom.contains("Du följer inte längre Karlskoga."))
    }

    @Test func guestsKeepNothing() {
        var driver = Driver(restricted: true)
        driver.press("+")
        #expect(driver.state.followed.isEmpty)
        #expect(driver.bottom.contains("avstängt för gäster: inget sparas"))
        driver.press("3 * x A")
        #expect(driver.store.unread == Fixture.unread && driver.store.starred.isEmpty)
        driver.press("enter")
        #expect(driver.store.unread == Fixture.unread)
        driver.press("o")
        #expect(driver.bottom.contains("avstängt för gäster: startar inga andra program"))
        driver.press("1")
        #expect(driver.bottom.contains("https://example.org/release"))
        driver.press("ctrl-z")
        #expect(driver.takeEffects().isEmpty)
    }

    @Test func comparesWithTheSelectedOne() {
        var driver = Driver()
        driver.press("g c")
        guard case .comparison(let first, let second) = subject(driver) else {
            Issue.record("no comparison")
            return
        }
        #expect(first == Fixture.code("1781") && second != first)
        driver.press("n")
        guard case .comparison(first, let third) = subject(driver) else {
            Issue.record("no comparison")
            return
        }
        #expect(third != second)
    }

    @Test func asksWhomToCompareWith() {
        var driver = Driver()
        driver.press("c")
        driver.type("grums")
        driver.press("enter")
        guard case .comparison(_, let other) = subject(driver) else {
            Issue.record("no comparison")
            return
        }
        #expect(other == Fixture.code("1764"))
        #expect(driver.shows("Kristinehamn och Grums"))
    }

    @Test func everyPaneLeadsToTheMunicipality() {
        for keys in ["1 m", "2 m", "3 j j j j j m", "2 enter m", "3 j j j j j enter m"] {
            var driver = Driver()
            driver.press(keys)
            guard case .municipality(_, let profile) = subject(driver) else {
                Issue.record("no page after \(keys)")
                continue
            }
            #expect(profile != nil)
            #expect(driver.shows("Kommun › Kristinehamn"))
        }
    }

    @Test func stepsThroughTheRanking() {
        var driver = Driver()
        driver.press("enter n")
        #expect(!driver.shows("Kommun › Kristinehamn"))
        driver.press("p")
        #expect(driver.shows("Kommun › Kristinehamn"))
        driver.press("esc G enter n")
        #expect(driver.bottom.contains("Det var den sista i listan."))
    }

    /// As of a figure: whose origin it is stands first.
    @Test(arguments: ["2 i", "2 enter i", "3 i", "3 enter i"])
    func theOriginNamesWhatItIsOf(keys: String) throws {
        var driver = Driver()
        driver.press(keys)
        let title =
            keys.hasPrefix("2")
            ? driver.state.projects.selected?.title : driver.state.news.selected?.title
        let page = try #require(driver.state.layers.last?.page)
        guard case .provenance = page.subject else {
            Issue.record("no page of an origin after \(keys)")
            return
        }
        let text = try #require(page.content.lines.first).spans.map(\.text).joined()
        #expect(text == title?.text(in: .swedish))
    }

    @Test func everythingTellsItsSource() {
        for (keys, text) in [
            ("1 i", "tabell 3"), ("2 i", "Kristinehamns kommun"), ("3 i", "Kristinehamns kommun"),
            ("1 enter i", "Svarsfrekvens"), ("2 enter i", "Utgivare"), ("3 enter i", "Utgivare"),
            ("1 g c i", "Svarsfrekvens"),
        ] {
            var driver = Driver()
            driver.press(keys)
            #expect(driver.shows(text), "after \(keys)")
            #expect(driver.shows("Hämtat"))
            driver.press("i")
            #expect(driver.bottom.contains("det går inte här"))
        }
    }
}
