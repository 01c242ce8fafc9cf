import ClimateModel
import Testing

@testable import Dashboard

@Suite struct RankingTests {
    private func names(_ driver: Driver, _ count: Int) -> [String] {
        driver.state.rankings.rows.prefix(count).map(\.municipality.name)
    }

    @Test func tiesShareAPlace() {
        var driver = Driver()
        driver.press("g")
        let rows = driver.state.rankings.rows
        #expect(rows.filter { $0.rank == 20 }.map(\.municipality.name) == ["Hammarö", "Sunne"])
        #expect(!rows.contains { $0.rank == 21 })
        #expect(rows.filter { $0.rank == 20 }.allSatisfy { $0.isTied })
    }

    @Test func yearsAreSteppedThroughToTheirEnds() {
        var driver = Driver()
        #expect(driver.state.rankings.period == Period(year: 2021))
        driver.press("]")
        #expect(driver.bottom.contains("Inga fler år har siffror."))
        driver.press("[ left h")
        #expect(driver.state.rankings.period == Period(year: 2018))
        #expect(driver.shows("Lokalt företagsklimat 2018"))
        #expect(driver.state.rankings.selected?.municipality.name == "Kristinehamn")
        driver.press("[ [ [")
        #expect(driver.state.rankings.period == Period(year: 2016))
        driver.press("l ]")
        #expect(driver.state.rankings.period == Period(year: 2018))
        driver.press("y down enter")
        #expect(driver.state.rankings.period == Period(year: 2017))
    }

    @Test(arguments: RankingsPane.Sort.Column.allCases)
    func whatIsMissingStandsLastBothWays(column: RankingsPane.Sort.Column) throws {
        var driver = Driver()
        driver.press("v down enter s")
        driver.type(column.title(.swedish))
        driver.press("enter")
        for _ in 0..<2 {
            let rows = driver.state.rankings.rows
            #expect(driver.state.rankings.sort.column == column)
            let isMissing = rows.map { row in
                switch column {
                case .rank: row.rank == nil
                case .change: row.change == nil
                case .value: row.observation?.value == nil
                case .name, .county, .group: false
                }
            }
            let first = isMissing.firstIndex(of: true) ?? rows.count
            #expect(isMissing[first...].allSatisfy { $0 })
            let selected = driver.state.rankings.selected?.municipality.name
            #expect(selected == "Kristinehamn")
            driver.press("d")
        }
    }

    @Test func sortingTwiceTurnsTheOrder() {
        var driver = Driver()
        driver.press("s down down enter")
        #expect(driver.state.rankings.sort == .init(column: .name))
        let first = names(driver, 290)
        #expect(first.last?.hasPrefix("Ö") == true)
        driver.press("s enter")
        #expect(names(driver, 290) == first.reversed())
        driver.press("L")
        #expect(names(driver, 290) != first.reversed())
    }

    @Test func climbersComeFirst() {
        var driver = Driver()
        driver.press("s down enter")
        let changes = driver.state.rankings.rows.compactMap(\.change)
        #expect(changes == changes.sorted(by: >))
    }

    @Test func peersArePinned() {
        var driver = Driver()
        driver.press("p")
        #expect(
            Set(names(driver, 4)) == ["Kristinehamn", "Karlskoga", "Grums", "Sunne"])
        #expect(driver.state.rankings.rows.prefix(4).allSatisfy { $0.isPinned })
        driver.press("p")
        #expect(driver.state.rankings.rows.allSatisfy { !$0.isPinned })
    }

    @Test func scopesNarrow() {
        var driver = Driver()
        driver.press("o")
        driver.type("värmland")
        driver.press("enter")
        #expect(driver.state.rankings.rows.count == 14)
        #expect(driver.shows("6 av 14 kända"))
        driver.press("+ o")
        driver.type("följer")
        driver.press("enter")
        #expect(names(driver, 9) == ["Kristinehamn"])
        driver.press("+")
        #expect(driver.shows("Inga kommuner i urvalet."))
    }

    @Test func anIndicatorOfValuesShowsThemAndTheWaysOfMissing() {
        var driver = Driver()
        driver.press("v down enter z g")
        #expect(driver.shows("värde"))
        driver.press("/")
        driver.type("storfors")
        driver.press("enter")
        #expect(driver.shows("ej akt."))
        driver.press("/")
        driver.type("karlskoga")
        #expect(driver.shows("sekr."))
        #expect(driver.state.rankings.period == Period(year: 2021))
        #expect(driver.state.rankings.rows.allSatisfy { $0.change == nil })
    }

    @Test func noRankKnownIsSaid() {
        let driver = Driver(chosen: "1730")
        #expect(driver.shows("Ingen plats är känd för Eda i Lokalt företagsklimat."))
    }
}
