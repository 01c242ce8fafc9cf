import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// What the keys of the list of sources do to the selected one, and to one that is added.
extension SourceListTests {
    @Test func fetchesTheSelectedOne() {
        var driver = driver("S r")
        #expect(driver.takeEffects() == [.sync(.sources([Fixture.broken.id]))])
        #expect(driver.screen.contains { $0.contains("› hämtas") && $0.contains("Årjängs") })
    }

    @Test func pausesAndResumes() {
        var driver = driver()
        driver.press("p")
        #expect(driver.takeEffects() == [.changeSource(.pause(Fixture.broken.id))])
        driver.send(.sourceChanged(.pause(Fixture.broken.id), .done(nil, title: nil)))
        #expect(driver.bottom.contains("Pausad: Årjängs kommun"))
        select("Nyhetsbrev", &driver)
        driver.press("p")
        #expect(driver.takeEffects() == [.changeSource(.resume(.init(rawValue: "paused")))])
        driver.send(.sourceChanged(.resume(.init(rawValue: "paused")), .failed("låst")))
        #expect(driver.bottom.contains("låst"))
    }

    @Test func asksBeforeItRemoves() {
        var driver = driver()
        select("Sunne", &driver)
        driver.press("x")
        #expect(driver.shows("Ta bort ”Sunne kommun”?"))
        #expect(driver.shows("Ja, men behåll det som lästs"))
        driver.press("down enter")
        #expect(driver.takeEffects().isEmpty && driver.state.context == .sources)
        driver.press("x enter")
        let id = Source.ID(rawValue: "unchanged")
        #expect(driver.takeEffects() == [.changeSource(.remove(id))])
        driver.send(.sourceChanged(.remove(id), .done(id, title: nil)))
        #expect(driver.bottom.contains("Borttagen: Sunne kommun. Det som lästs in finns kvar."))
    }

    @Test func theConfigKeepsItsOwn() {
        var driver = driver("S x")
        #expect(driver.takeEffects().isEmpty && driver.state.context == .sources)
        #expect(driver.bottom.contains("står i inställningsfilen"))
        #expect(driver.bottom.contains("pausa med p"))
        #expect(driver.shows("Finns i       inställningsfilen"))
        driver.press("j")
    }

    @Test func whatIsImportedCanOnlyBeLookedAt() {
        var driver = driver("S G")
        for key in ["r", "t", "p", "x"] {
            driver.press(key)
            #expect(driver.takeEffects().isEmpty)
            #expect(driver.bottom.contains("kommer från en importerad fil"), "\(key)")
        }
    }

    @Test func addsByAddress() {
        var driver = driver("S a")
        driver.press("enter")
        #expect(driver.takeEffects().isEmpty)
        driver.press("a")
        driver.send(.paste(" https://example.org/" + String(repeating: "å", count: 300) + "\n"))
        driver.press("enter")
        let address = "https://example.org/" + String(repeating: "å", count: 300)
        #expect(driver.takeEffects() == [.changeSource(.add(address))])
        #expect(driver.bottom.contains("Lägger till https://example.org/"))
        let id = Source.ID(rawValue: "aneby")
        driver.send(.sourceChanged(.add(address), .done(id, title: "Aneby kommun")))
        #expect(driver.bottom.contains("Tillagd: Aneby kommun. r hämtar."))
        driver.store.content.sources.append(Source(id: id, kind: .feed, title: "Aneby kommun"))
        driver.store.subscriptions.append(
            Subscription(id: id, settings: SourceSettings(address: address)))
        driver.send(.contentChanged)
        #expect(view(driver)?.selected?.id == id)
        driver.press("a a b c esc")
        #expect(driver.takeEffects().isEmpty && driver.state.context == .sources)
    }

    /// The list may have been read anew before the addition is told of, and a search may hide the new one.
    @Test func theNewOneIsSelectedHoweverLateItIsToldOf() {
        var driver = driver("S / s u n n e enter")
        driver.press("a x enter")
        let id = Source.ID(rawValue: "aneby")
        driver.store.content.sources.append(Source(id: id, kind: .feed, title: "Aneby kommun"))
        driver.store.subscriptions.append(
            Subscription(id: id, settings: SourceSettings(address: "x")))
        driver.send(.contentChanged)
        driver.send(.sourceChanged(.add("x"), .done(id, title: "Aneby kommun")))
        #expect(view(driver)?.selected?.id == id)
        #expect(view(driver)?.search.isEmpty == true)
        driver.press("g")
        driver.send(.contentChanged)
        #expect(view(driver)?.selected?.id != id)
    }

    @Test func oneThatIsThereAlreadyIsSelectedAndSaidToBe() {
        var driver = driver("S a x enter")
        driver.send(
            .sourceChanged(.add("x"), .present(.init(rawValue: "kolada"), title: "Kolada")))
        #expect(driver.bottom.contains("Fanns redan: Kolada."))
        #expect(view(driver)?.selected?.source.title == "Kolada")
    }

    @Test func showsWhatATestFinds() {
        var driver = driver("S t")
        #expect(driver.takeEffects() == [.testSource(Fixture.broken.id)])
        #expect(driver.shows("Läser källan …"))
        driver.send(.sourceTested(.init(rawValue: "other"), SourceTest(address: "x", items: 9)))
        #expect(driver.shows("Läser källan …"))
        driver.send(
            .sourceTested(
                Fixture.broken.id,
                SourceTest(address: "x", kind: .feed, items: 1_234, preview: ["Första", "Andra"])))
        #expect(driver.shows("Källan går bra att läsa.") && driver.shows("• Första"))
        let items = driver.screen.first { $0.contains("Poster") }
        #expect(items?.contains("234") == true, "\(items ?? "")")
        driver.press("esc")
        #expect(driver.takeEffects().isEmpty && driver.state.context == .sources)
    }

    @Test func aTestThatNobodyAwaitsIsEnded() {
        var driver = driver("S t esc")
        #expect(driver.takeEffects() == [.testSource(Fixture.broken.id), .stopTest])
        driver.send(.sourceTested(Fixture.broken.id, SourceTest(address: "x")))
        #expect(driver.state.context == .sources)
    }
}
