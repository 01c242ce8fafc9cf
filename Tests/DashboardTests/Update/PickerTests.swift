import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

@Suite struct PickerTests {
    private func picker(_ driver: Driver) -> Picker? {
        if case .picker(let picker) = driver.state.layers.last { picker } else { nil }
    }

    @Test func typingNarrowsWhateverTheAccents() throws {
        var driver = Driver()
        driver.press("M")
        #expect(picker(driver)?.matches.count == 290)
        #expect(picker(driver)?.selected?.label == "Kristinehamn")
        driver.type("arj")
        #expect(picker(driver)?.matches.map(\.label) == ["Årjäng"])
        driver.press("enter")
        #expect(driver.state.chosen == Fixture.code("1765"))
        #expect(driver.takeEffects().isEmpty)
        #expect(driver.store.preferences["municipality"] == "1765")
    }

    @Test func namesComeInSwedishOrderAndBeginningsFirst() throws {
        var driver = Driver()
        driver.press("M")
        let labels = try #require(picker(driver)).items.map(\.label)
        let last = try #require(labels.lastIndex { $0.hasPrefix("Z") || $0.hasPrefix("Y") })
        #expect(labels.last?.hasPrefix("Ö") == true)
        #expect(labels[last...].contains { $0.hasPrefix("Å") })
        driver.type("hamn")
        let matches = try #require(picker(driver)).matches
        #expect(!matches.isEmpty)
        #expect(matches.allSatisfy { $0.label.lowercased().contains("hamn") })
    }

    @Test func arrowsMoveAndEscapeLeavesEverything() {
        var driver = Driver()
        let before = driver.state.rankings.scope
        driver.press("o down down up down esc")
        #expect(driver.state.rankings.scope == before && driver.state.layers.isEmpty)
    }

    @Test func nothingToChooseSaysSo() {
        var driver = Driver()
        driver.press("M")
        driver.type("qqqq")
        #expect(driver.shows("Inget passar."))
        driver.press("enter")
        #expect(driver.state.layers.count == 1)
        driver.press("backspace backspace backspace backspace")
        #expect(picker(driver)?.matches.count == 290)
    }

    @Test func whatIsSwitchedOffSaysWhy() {
        var driver = Driver(restricted: true)
        driver.press(":")
        driver.type("följ")
        driver.press("enter")
        #expect(driver.bottom.contains("avstängt för gäster"))
        #expect(driver.state.followed.isEmpty && driver.state.layers.count == 1)
    }

    /// Everything that the palette offers does what its key does.
    @Test func thePaletteDoesTheActions() {
        var driver = Driver()
        driver.press(": ")
        driver.type("jämför")
        driver.press("enter")
        #expect(picker(driver)?.purpose == .comparison)
        driver.press("esc :")
        driver.type("avsl")
        driver.press("enter")
        #expect(driver.takeEffects() == [.quit])
    }

    @Test func helpIsThereWhileTyping() {
        var driver = Driver()
        driver.press("/ k a f1")
        #expect(driver.shows("När du skriver"))
        driver.press("esc")
        #expect(driver.state.context == .prompt)
        driver.press("esc M f1 ?")
        #expect(picker(driver) != nil)
    }

    @Test func aThemeShowsAtOnceAndEscapeBringsTheOldOneBack() {
        var driver = Driver(theme: RoleTheme.theme)
        driver.press("T")
        #expect(driver.takeEffects() == [.listThemes])
        driver.send(
            .themesListed(["dag", RoleTheme.theme.name, "natt"].map { ThemeSample(name: $0) }))
        #expect(picker(driver)?.selected?.label == RoleTheme.theme.name)
        driver.press("down")
        #expect(driver.takeEffects() == [.loadTheme("natt")])
        driver.send(.themeLoaded("natt", .plain))
        driver.press("esc")
        #expect(driver.takeEffects() == [.loadTheme(RoleTheme.theme.name)])
        driver.press("T")
        driver.send(.themesListed(["dag", "natt"].map { ThemeSample(name: $0) }))
        driver.type("dag")
        driver.press("enter")
        #expect(driver.takeEffects().last == .loadTheme("dag"))
        #expect(driver.store.preferences["theme"] == "dag")
        driver.send(.themeFailed("dag", "dag.yaml:3: ingen färg"))
        #expect(driver.bottom.contains("dag.yaml:3: ingen färg"))
    }

    @Test func aThemeIsListedWithItsColors() throws {
        let colors = [Color(red: 1, green: 2, blue: 3), Color(red: 4, green: 5, blue: 6)]
        for (theme, isShown) in [(RoleTheme.theme, true), (.plain, false)] {
            var driver = Driver(theme: theme)
            driver.press("T")
            driver.send(
                .themesListed([ThemeSample(name: "dag", colors: colors), ThemeSample(name: "natt")])
            )
            let frame = driver.state.view()
            for color in colors {
                let cells = (0..<frame.size.height).flatMap { y in
                    (0..<frame.size.width).filter { frame[$0, y].style.background == color }
                }
                #expect(cells.count == (isShown ? 2 : 0))
            }
        }
    }

    @Test(arguments: [false, true]) func sourcesOfOneTitleAreToldApart(restricted: Bool) throws {
        var content = Fixture.content
        let twin = Source(
            id: .init(rawValue: "twin"), kind: .feed, title: Fixture.feed.title,
            address: "https://kristinehamn.example/rss")
        content.sources.append(twin)
        content.news.append(
            NewsItem(
                identity: "twin", kind: .news, title: LocalizedText(swedish: "Nytt"),
                published: .unknown, provenance: Provenance(source: twin.id, publisher: "")))
        var driver = Driver(restricted: restricted, content: content)
        driver.press("3 s")
        let details = try #require(picker(driver)).items.filter { $0.label == twin.title }
            .map(\.detail)
        #expect(details.count == 2)
        #expect(details.contains("kristinehamn.example  1"))
        #expect(details.contains { $0.hasPrefix("example.org  ") })
    }

    @Test func onlySourcesThatHaveNewsAreOffered() throws {
        var driver = Driver()
        driver.press("3 s")
        let items = try #require(picker(driver)).items
        let counts = Dictionary(grouping: Fixture.content.news, by: \.provenance.source)
            .mapValues(\.count)
        let offered = items.compactMap { item -> Source.ID? in
            if case .newsSource(let id) = item.value { id } else { nil }
        }
        #expect(Set(offered) == Set(counts.keys))
        #expect(offered.count < Fixture.content.sources.count)
        for (item, id) in zip(items.dropFirst(), offered) {
            #expect(item.detail.hasSuffix(driver.state.formats.whole(counts[id])))
        }
    }

    /// A list so short still has its count within the box, below its last row.
    @Test func theCountOfAShortListStandsInItsBox() throws {
        var content = Fixture.content
        content.news.removeAll { $0.provenance.source != Fixture.feed.id }
        var driver = Driver(content: content)
        driver.press("3 s")
        let short = try #require(picker(driver))
        try #require(short.items.count == 2)
        let layout = driver.state.pickerLayout(of: short)
        #expect(driver.screen[layout.footer.y].contains("2 av 2"))
        #expect(layout.footer.y < layout.box.maxY)
    }

    /// What is asked is answered by a row, not searched for.
    @Test(arguments: ["S / s u n enter x", "3 A"]) func aQuestionHasNeitherSearchNorCount(
        keys: String
    ) throws {
        var content = Fixture.content
        content.sources += Fixture.more.map(\.source)
        var driver = Driver(content: content)
        driver.press(keys)
        let asked = try #require(picker(driver))
        #expect(asked.isQuestion)
        #expect(!driver.shows("2 av 2") && !driver.shows(" › "))
        #expect(driver.state.view().cursor == nil)
        driver.type("q")
        #expect(picker(driver)?.matches.count == 2)
        driver.send(.paste("nej"))
        #expect(picker(driver)?.matches.count == 2)
        let layout = driver.state.pickerLayout(of: asked)
        #expect(driver.screen[layout.list.y + 1].contains("Nej"))
        #expect(layout.list.maxY < layout.box.maxY)
        driver.press("esc")
        #expect(picker(driver) == nil)
    }

    /// Letters are typed in a picker, so the sources have no key there.
    @Test(arguments: [(Language.swedish, "1 med fel"), (.english, "1 failing")])
    func failingSourcesAreToldWithTheKeyThatWorks(language: Language, failed: String) {
        var driver = Driver(language: language)
        #expect(driver.bottom.contains("\(failed) (S)"))
        driver.press("M")
        #expect(driver.bottom.contains(failed) && !driver.bottom.contains("("))
        driver.press("esc R")
        driver.send(
            .syncProgressed([
                SyncReport(
                    source: Fixture.broken.id, title: Fixture.broken.title, result: .failed,
                    done: 2, total: 2)
            ]))
        driver.send(.syncEnded(.finished))
        driver.press("M down")
        #expect(driver.bottom.contains(failed) && !driver.bottom.contains("("))
    }
}
