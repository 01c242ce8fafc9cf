import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// The list of sources (`S`).
@Suite struct SourceListTests {
    func driver(restricted: Bool = false, _ keys: String = "S") -> Driver {
        var content = Fixture.content
        content.sources += Fixture.more.map(\.source)
        var driver = Driver(restricted: restricted, content: content)
        driver.press(keys)
        return driver
    }

    func view(_ driver: Driver) -> SourceList? {
        driver.state.layers.compactMap(\.sources).last
    }

    func titles(_ driver: Driver) -> [String] {
        view(driver)?.rows.map(\.source.title) ?? []
    }

    /// Moves to the source of that title.
    func select(_ title: String, _ driver: inout Driver) {
        let row = titles(driver).firstIndex { $0.hasPrefix(title) } ?? 0
        driver.press("g " + String(repeating: "j ", count: row))
    }

    @Test func failingOnesComeFirst() {
        #expect(
            titles(driver()).map { $0.prefix(6) } == [
                "Årjäng", "Karlst", "Kolada", "Kristi", "Sunne ", "Nyhets", "Svensk",
            ])
        #expect(
            view(driver())?.rows.map(\.condition) == [
                .failing, .never, .fresh, .fresh, .unchanged, .paused, .imported,
            ])
    }

    @Test func whatIsInNoListIsTold() {
        let given = Fixture.text("kommuner", "municipalities")
        let scb = SourceOverview(
            source: Source(id: .init(rawValue: "scb"), kind: .starter, title: "SCB"),
            background: given)
        #expect(scb.content(Formats(.swedish)) == ["kommuner"])
        #expect(
            Phrases.nothingFrom("SCB", but: given)(.swedish) == "Från ”SCB” kommer kommuner.")
    }

    @Test func theKeyLeadsThereAndBackAgain() {
        var driver = driver("3 enter S")
        #expect(driver.shows("7 källor, 1 med fel"))
        driver.press("S")
        #expect(driver.state.context == .reader)
        driver.press("S esc")
        #expect(driver.state.context == .reader)
        driver.press("q S t S")
        #expect(driver.state.context == .sources)
    }

    /// A source that was paused because it fails is told of as paused alone.
    @Test func theFooterCountsAsTheListDoes() {
        var driver = driver("")
        #expect(driver.bottom.contains("7 källor, 1 med fel (S)"))
        let row = driver.store.subscriptions.firstIndex { $0.id == Fixture.broken.id } ?? 0
        driver.store.subscriptions[row].isPaused = true
        driver.send(.contentChanged)
        #expect(driver.bottom.contains("7 källor ✓"), "\(driver.bottom)")
        driver.press("S")
        #expect(driver.shows("7 källor") && !driver.shows("med fel"))
    }

    @Test func followsWhatAnotherProgramWrites() {
        var driver = driver()
        select("Sunne", &driver)
        driver.store.subscriptions.removeAll { $0.id == Fixture.broken.id }
        driver.store.content.sources.append(
            Source(id: .init(rawValue: "new"), kind: .feed, title: "Aneby"))
        driver.send(.contentChanged)
        #expect(view(driver)?.selected?.source.title == "Sunne kommun")
        #expect(driver.shows("8 källor") && !driver.shows("med fel"))
        #expect(driver.shows("Aneby"))
    }

    /// A window that is too narrow for both cuts the title short.
    @Test(arguments: [(120, "Årjängs kommun · /arjang/press"), (64, "Årjängs… · /arjang/press")])
    func whatDiffersIsToldWhereTitlesDoNot(width: Int, title: String) {
        var driver = Driver(width: width, height: 24, content: Fixture.content)
        let twin = Source(
            id: .init(rawValue: "twin"), kind: .feed, title: Fixture.broken.title,
            address: "https://www.example.org/arjang/press")
        driver.store.content.sources.append(twin)
        driver.store.subscriptions.append(
            Subscription(id: twin.id, settings: SourceSettings(address: twin.address ?? "")))
        driver.press("S")
        #expect(driver.shows(title), "\(driver.screen)")
        #expect(!driver.shows("Sunne kommun ·"))
        #expect(driver.shows("· /arjang "))
        let row = view(driver)?.rows.firstIndex { $0.id == twin.id } ?? 0
        driver.press("g " + String(repeating: "j ", count: row) + "x")
        #expect(driver.shows("Årjängs kommun (/arjang/press)"), "\(driver.screen)")
    }

    /// Of addresses that stand in for titles the end tells which is which.
    @Test(arguments: ["http://127.0.0.1:8931/kommuner/", "/srv/utkik/kallor/kommuner/"])
    func anAddressIsShortenedInItsMiddle(start: String) {
        var driver = Driver(width: 40, height: 12, content: Fixture.content)
        for name in ["arjang.xml", "eda.xml"] {
            let source = Source(
                id: .init(rawValue: name), kind: .feed, title: start + name, address: start + name)
            driver.store.content.sources.append(source)
            driver.store.subscriptions.append(
                Subscription(id: source.id, settings: SourceSettings(address: start + name)))
        }
        driver.press("S")
        let text = driver.screen.joined(separator: "\n")
        for end in ["arjang.xml", "eda.xml"] {
            #expect(text.contains(/(127|\/srv)\S*…\S*/) && text.contains(end), "\(text)")
        }
        #expect(!driver.shows("http://"))
    }

    private static let reason =
        "Servern på www.arjang.example svarade med en sida i stället för ett flöde, och sidan leder inte "
        + "till något flöde heller. Kontrollera adressen."

    /// All words of `text`, in order, wherever lines end.
    private func tells(_ text: String, _ driver: Driver) -> Bool {
        let words = driver.screen.map { $0.split { " ┃│".contains($0) }.joined(separator: " ") }
        return words.joined(separator: " ").contains(text)
    }

    @Test(arguments: [(40, 12), (80, 24), (20, 6)])
    func theWholeReasonCanBeRead(width: Int, height: Int) throws {
        var content = Fixture.content
        let row = try #require(content.sources.firstIndex { $0.id == Fixture.broken.id })
        content.sources[row].lastError = LocalizedText(swedish: Self.reason)
        var driver = Driver(width: width, height: height, content: content)
        driver.press("S")
        if width == 40 {
            #expect(!tells(Self.reason, driver) && driver.shows("i visar allt"))
        }
        driver.press("i")
        #expect(driver.state.context == .page)
        if height > 6 { #expect(tells(Self.reason, driver), "\(driver.screen)") }
        driver.press("G")
        #expect(driver.shows("inställnings"))
        content.sources[row].lastError = LocalizedText(swedish: "nu ett annat fel")
        driver.store.content = content
        driver.send(.contentChanged)
        driver.press("g")
        #expect(tells("nu ett annat", driver), "\(driver.screen)")
        driver.press("esc")
        #expect(driver.state.context == .sources)
    }

    /// In the line at the bottom there is no room for a long reason, so it takes more lines until the next key.
    @Test func aLongReasonTakesMoreLinesOfTheScreen() {
        var driver = Driver(width: 40, height: 12, content: Fixture.content)
        driver.press("S r")
        driver.send(
            .syncProgressed([
                SyncReport(
                    source: Fixture.broken.id, title: "Årjängs kommun", result: .failed,
                    error: Self.reason, done: 1, total: 1)
            ]))
        driver.send(.syncEnded(.finished))
        #expect(tells("Årjängs kommun: " + Self.reason, driver), "\(driver.screen)")
        driver.press("k")
        #expect(!tells(Self.reason, driver))
        driver.send(.notice(String(repeating: Self.reason, count: 9), isProblem: true))
        #expect(driver.bottom.hasSuffix("…") && driver.shows("Källor"))
    }

    @Test(arguments: [40, 80])
    func whatCanBeDoneInsteadIsToldWhole(width: Int) {
        var driver = Driver(width: width, height: width * 3 / 10, content: Fixture.content)
        driver.press("S x")
        #expect(tells("ta bort den där, eller pausa med p.", driver), "\(driver.screen)")
    }

    /// Beside how far a sync has come there is less room still.
    @Test func aReasonIsWholeWhileASyncGoesOn() {
        var driver = Driver(width: 80, height: 24, content: Fixture.content)
        driver.press("S r")
        let reason = "Adressen kunde inte läsas: servern svarade inte inom 20 s"
        driver.send(.notice(reason, isProblem: true))
        #expect(driver.bottom.contains(reason))
    }

    @Test func whatWasNeverReadIsNotCalledAFeed() throws {
        var driver = driver()
        func row(_ title: String) -> String { driver.screen.first { $0.contains(title) } ?? "" }
        #expect(row("Sunne kommun").contains("flöde"))
        for (id, title, error, kind) in [
            ("one", "Aneby", nil, nil), ("two", "Boxholm", "svarade inte", nil),
            ("three", "Ydre", nil, Source.Kind.feed),
        ] as [(String, String, LocalizedText?, Source.Kind?)] {
            let id = Source.ID(rawValue: id)
            driver.store.content.sources.append(
                Source(id: id, kind: .feed, title: title, address: "x", lastError: error))
            driver.store.subscriptions.append(
                Subscription(id: id, settings: SourceSettings(address: "x", kind: kind)))
        }
        driver.send(.contentChanged)
        #expect(row("Aneby").contains("ej läst än") && !row("Aneby").contains("flöde"))
        #expect(row("Boxholm").contains("ej läst än") && row("Ydre").contains("flöde"))
        var plain = ""
        try PlainText(state: driver.state, reader: driver.store) { plain += $0 }.writeSources()
        #expect(plain.contains("Aneby: ej hämtad\n") && plain.contains("Ydre: ej hämtad, flöde\n"))
    }

    @Test func searchNarrowsByTitleAndAddress() {
        var driver = driver("S /")
        driver.type("org/kol")
        #expect(titles(driver) == ["Kolada"])
        #expect(driver.bottom.contains("1 källa"))
        driver.press("esc")
        #expect(titles(driver).count == 7)
        driver.press("/ s u n enter")
        #expect(titles(driver) == ["Sunne kommun"])
        driver.press("esc")
        #expect(titles(driver).count == 7 && driver.state.context == .sources)
    }

    @Test func enterGoesToWhatCameThroughIt() {
        var driver = driver("f S")
        select("Kristinehamn", &driver)
        driver.press("enter")
        #expect(driver.state.news.source == Fixture.feed.id && driver.state.focus == .news)
        #expect(driver.state.layers.isEmpty && driver.state.filter == nil)
        #expect(driver.shows("Nyheter · Kristinehamns kommun"))
        driver.press("S")
        select("Svenskt", &driver)
        driver.press("enter")
        #expect(driver.state.focus == .rankings && driver.state.layers.isEmpty)
        driver.press("S enter")
        #expect(driver.bottom.contains("Inget har kommit från ”Årjängs kommun” än."))
    }

    @Test func enterGoesToTheProjectsOfAListOfProjects() {
        var content = Fixture.content
        content.sources += Fixture.more.map(\.source)
        for row in [0, 3] {
            content.projects[row].provenance.source = .init(rawValue: "unchanged")
        }
        var driver = Driver(content: content)
        driver.press("2 p down enter / t o r g enter S")
        select("Sunne", &driver)
        driver.press("enter")
        #expect(driver.state.focus == .projects && driver.state.layers.isEmpty)
        #expect(driver.state.projects.counts.total == 2)
        #expect(driver.shows("Projekt · Sunne kommun") && driver.shows("2 projekt"))
        driver.press("esc")
        #expect(driver.state.projects.counts.total == 8 && !driver.shows("· Sunne kommun"))
    }

    /// Also where the ranking is another source's.
    @Test func enterGoesToTheFiguresOfASource() {
        var content = Fixture.content
        content.sources += Fixture.more.map(\.source)
        content.observations[0].observations[0].provenance = Provenance(
            source: .init(rawValue: "kolada"), publisher: "Kolada")
        var driver = Driver(content: content)
        driver.press("S")
        select("Kolada", &driver)
        driver.press("enter")
        #expect(driver.state.focus == .rankings && driver.state.layers.isEmpty)
        #expect(!driver.bottom.contains("Inget har kommit"))
    }

    @Test func guestsSeeHowItGoesAndNoAddress() {
        var driver = driver(restricted: true)
        #expect(driver.shows("✗ fel") && !driver.shows("example.org") && !driver.shows("Finns i"))
        for key in ["r", "t", "p", "x", "a", "R"] {
            driver.press(key)
            #expect(driver.takeEffects().isEmpty)
            #expect(driver.bottom.contains("avstängt för gäster"), "\(key)")
        }
        driver.press("/")
        driver.type("example")
        #expect(titles(driver).isEmpty)
    }

    /// By number, as the path is not for them.
    @Test(arguments: [(120, 40), (40, 12)])
    func guestsTellFilesOfOneTitleApart(width: Int, height: Int) {
        var content = Fixture.content
        content.sources = ["/srv/hemligt/a.csv", "/srv/hemligt/b.csv"].map {
            Source(id: .init(rawValue: $0), kind: .projects, title: "Projektlista", address: $0)
        }
        var driver = Driver(width: width, height: height, restricted: true, content: content)
        driver.press("S")
        #expect(driver.shows("#1") && driver.shows("#2"), "\(driver.screen)")
        #expect(!driver.shows("srv") && !driver.shows("a.csv"))
    }

    @Test func theMouseSelectsAndOpens() {
        var driver = driver()
        driver.click("Kristinehamns kommun")
        #expect(view(driver)?.selected?.id == Fixture.feed.id)
        driver.click("Kristinehamns kommun")
        #expect(driver.state.news.source == Fixture.feed.id)
    }

    @Test func withoutSourcesOneIsToldHowToAddThem() {
        var driver = Driver(content: ContentBatch(municipalities: Fixture.municipalities))
        driver.press("S")
        #expect(driver.shows("Här finns inga källor än."))
        #expect(driver.shows("Tryck a och ange en adress"))
    }

    @Test func aThousandSourcesScroll() {
        var content = Fixture.content
        content.sources += (0..<1_000).map {
            Source(id: .init(rawValue: "\($0)"), kind: .feed, title: "Källa \($0)")
        }
        var driver = Driver(content: content)
        driver.press("S G")
        #expect(view(driver)?.list.selection == 1_002)
        driver.press("g pgdn ctrl-d k")
        #expect((view(driver)?.list.selection ?? 0) > 30)
    }
}
