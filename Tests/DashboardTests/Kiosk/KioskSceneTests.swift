import ClimateFixtures
import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

@Suite struct KioskSceneTests {
    @Test func homeTellsWhereWeStand() {
        let kiosk = KioskDriver(width: 80, height: 24)
        for text in ["Kristinehamn", "av 290", "Lokalt företagsklimat 2021", "uppåt 3 år i rad"] {
            #expect(kiosk.shows(text), "\(text)")
        }
        for row in BlockDigits.rows("150", size: .large) { #expect(kiosk.shows(row)) }
        #expect(kiosk.shows("▗███▖ ▄▄▛ ▄█▄"))
        #expect(kiosk.shows("2018") && kiosk.shows("2021"))
    }

    @Test func anUnknownChangeIsSaid() {
        let kiosk = KioskDriver(chosen: "1883")
        #expect(kiosk.shows("förändring okänd"))
        #expect(!kiosk.shows("▲"))
    }

    @Test func whatNewsClaimOfALaterYearIsTold() throws {
        let content = Fixture.claimsBesideOldPlace()
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let kiosk = KioskDriver(width: width, height: height, chosen: "1730", content: content)
            #expect(kiosk.shows("2021: plats 150, ▲31”" + (width > 40 ? " ur nyheterna" : "")))
        }
        #expect(!KioskDriver(content: Fixture.contentWithClaims).shows("ur nyheterna"))
    }

    /// Eda has no place in the list of any year.
    @Test(arguments: [(200, 60), (120, 40), (80, 24), (40, 12)])
    func aPlaceThatNewsAloneClaimIsSaidWithItsQuote(size: (Int, Int)) {
        let kiosk = KioskDriver(
            width: size.0, height: size.1, chosen: "1730", content: Fixture.contentWithClaims)
        #expect(kiosk.shows("”Eda hamnar på plats 150, upp 31.”"), "\(kiosk.testDescription)")
        #expect(kiosk.shows("Eda kommun"))
    }

    @Test func anUnchangedRankIsSaid() {
        var content = Fixture.content
        content.observations = [
            .init(
                indicator: Fixture.indicator.id,
                observations: [2020, 2021].map {
                    Observation(
                        municipality: Fixture.code("1781"), period: Period(year: $0), value: 7)
                })
        ]
        #expect(KioskDriver(content: content).shows("oförändrad plats"))
    }

    @Test func climbersTellHowManyAreKnown() throws {
        var kiosk = KioskDriver(width: 80, height: 24)
        kiosk.show(.climbers)
        let climbers = try #require(kiosk.state.content.climbers)
        #expect(climbers.known < 290)
        #expect(kiosk.shows("Klättrare 2021"))
        #expect(kiosk.shows("\(climbers.known)"))
        #expect(kiosk.shows("av\u{A0}290 kommuner kända") || kiosk.shows("av 290 kommuner kända"))
        let row = try #require(kiosk.screen.first { $0.contains("▲31") })
        #expect(row.contains("Kristinehamn") && row.contains("181 › 150"))
        #expect(climbers.rows.map(\.change) == climbers.rows.map(\.change).sorted(by: >))
    }

    @Test func aYearWithFewKnownChangesGivesNoClimbers() {
        var content = Fixture.content
        let codes = Fixture.municipalities.map(\.code)
        content.observations = [
            .init(
                indicator: Fixture.indicator.id,
                observations: [(2019, 20), (2020, 20), (2021, 9)].flatMap { year, count in
                    codes.prefix(count).enumerated().map { index, code in
                        Observation(
                            municipality: code, period: Period(year: year),
                            value: Double((index * 7 + year) % 20 + 1))
                    }
                })
        ]
        #expect(KioskDriver(content: content).state.content.climbers?.period.year == 2020)
    }

    @Test func ownProjectsTellWhatIsNext() {
        var kiosk = KioskDriver(width: 80, height: 24)
        kiosk.show(.projects)
        #expect(kiosk.shows("Våra projekt"))
        #expect(kiosk.shows("●G  Översyn av samhällsbyggnad"))
        #expect(kiosk.shows("nästa: Utbildning startar, om 9 dagar"))
        #expect(kiosk.shows("▲A  Ny hamnplan"))
    }

    @Test func withoutOwnProjectsOthersAreShownAndSaid() {
        var kiosk = KioskDriver(width: 80, height: 24, chosen: "1883")
        kiosk.show(.projects)
        #expect(kiosk.shows("Pågår i andra kommuner"))
        #expect(kiosk.shows("Kristinehamn"))
        kiosk.store.content.projects.removeAll { $0.phase == .ongoing }
        kiosk.send(.contentChanged)
        #expect(kiosk.shows("Avslutade i kommunerna"))
    }

    @Test func newsTellDayMunicipalityAndTitle() {
        var kiosk = KioskDriver(width: 80, height: 24)
        kiosk.show(.news)
        #expect(kiosk.shows("19 nov  Karlskoga"))
        #expect(kiosk.shows("Karlskoga vinner pris"))
    }

    @Test func aLongTitleTakesTwoLines() throws {
        var content = Fixture.content
        let title = String(repeating: "kommunalförbund ", count: 20)
        content.news = (0..<3).map { number in
            NewsItem(
                identity: "\(number)", kind: .news,
                title: LocalizedText(swedish: title), published: .unknown,
                municipalities: [Fixture.code("1781")], provenance: Fixture.provenance)
        }
        var kiosk = KioskDriver(width: 80, height: 24, content: content)
        kiosk.show(.news)
        #expect(kiosk.screen.count { $0.contains("kommunalförbund") } == 4)
        #expect(kiosk.shows("…"))
    }

    @Test func inEnglish() {
        var kiosk = KioskDriver(width: 80, height: 24, language: .english)
        #expect(kiosk.shows("of 290") && kiosk.shows("fetched 29 minutes ago"))
        kiosk.turn()
        #expect(kiosk.shows("Climbers 2021"))
    }

    /// Text is what stands in letters; shapes, the clock, the dots, the age and the axis are beside it.
    @Test(arguments: [(80, 24), (60, 20), (40, 12)], Language.allCases)
    func atMostSevenLinesOfFortyColumns(size: (Int, Int), language: Language) {
        var kiosk = KioskDriver(width: size.0, height: size.1, language: language)
        for _ in 0..<4 {
            let rows = kiosk.screen.dropLast(size.1 > 15 ? 2 : 1)
            let lines = rows.map(texts).filter { !$0.isEmpty }
            #expect(lines.count <= 7, "\(kiosk.testDescription)")
            let widest = lines.joined().map { DisplayWidth.of($0) }.max() ?? 0
            #expect(widest <= 40, "\(kiosk.testDescription)")
            kiosk.turn()
        }
    }
}

/// The pieces of a row that have words; bars with their ends have none.
private func texts(_ row: String) -> [String] {
    var pieces: [String] = []
    for piece in row.split(separator: "  ") {
        let letters = piece.filter(\.isLetter)
        guard letters.count > 1, !piece.contains("█") else { continue }
        pieces.append(String(piece.drop(while: \.isWhitespace)))
    }
    return pieces
}

@Suite struct KioskSizeTests {
    /// Mostly the sizes that change the layout, and the largest screens there are.
    @Test(arguments: [true, false])
    func anySizeIsDrawn(unicode: Bool) {
        var generator = SeededGenerator(seed: 31)
        var sizes = [(1, 1), (500, 200), (500, 1), (1, 200), (40, 12), (20, 6), (12, 6)]
        for number in 0..<240 {
            let (widths, heights) = number % 8 == 0 ? (1...500, 1...200) : (1...130, 1...45)
            let width = Int.random(in: widths, using: &generator)
            sizes.append((width, Int.random(in: heights, using: &generator)))
        }
        var kiosk = KioskDriver(unicode: unicode)
        for (width, height) in sizes {
            kiosk.send(.resized(Size(width: width, height: height)))
            kiosk.turn()
            let frame = kiosk.state.view()
            #expect(frame.size == Size(width: width, height: height))
            if !unicode {
                let isASCII = frame.text().utf8.allSatisfy { $0 < 0x80 }
                #expect(isASCII, "\(width)×\(height)")
            }
        }
    }

    @Test func everySmallSizeShowsSomething() {
        var kiosk = KioskDriver()
        for width in stride(from: 12, through: 60, by: 4) {
            for height in 3...20 {
                kiosk.send(.resized(Size(width: width, height: height)))
                for _ in 0..<4 {
                    kiosk.turn()
                    let text = kiosk.screen.joined()
                    #expect(text.contains { !$0.isWhitespace }, "\(width)×\(height)")
                }
            }
        }
    }

    @Test func hostileContentIsDrawn() {
        var content = Fixture.content
        let hostile = "\u{1B}[31m\u{202E}漢字👩‍👩‍👧 \u{200B}" + String(repeating: "W", count: 9_000)
        content.municipalities = content.municipalities.map {
            var changed = $0
            changed.name = hostile
            return changed
        }
        content.news = content.news.map {
            NewsItem(
                identity: $0.identity, kind: .news, title: LocalizedText(swedish: hostile),
                published: $0.published, municipalities: $0.municipalities,
                provenance: $0.provenance)
        }
        var kiosk = KioskDriver(content: content)
        for (width, height) in [(120, 40), (80, 24), (40, 12), (9, 3), (300, 100)] {
            kiosk.send(.resized(Size(width: width, height: height)))
            for _ in 0..<4 {
                kiosk.turn()
                #expect(!kiosk.state.view().text().contains("\u{1B}"))
            }
        }
    }
}
