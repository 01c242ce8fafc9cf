import ClimateModel
import Testing

@testable import Dashboard

/// Who is told to say what.
@Suite struct AttributionTests {
    /// Eda, with one place of 2014 from a table of the user's own, and what news claim of 2021.
    private static var content: ContentBatch {
        Fixture.claimsBesideOldPlace(
            of: Provenance(source: Fixture.source.id, publisher: "tabell.csv"))
    }

    @Test(arguments: ["", "enter"]) func aFigureIsItsOwnPublishers(keys: String) {
        var driver = Driver(height: 48, chosen: "1730", content: Self.content)
        driver.press(keys)
        #expect(driver.shows("tabell.csv"))
        #expect(!driver.shows("Svenskt Näringsliv"))
    }

    @Test func theKioskToo() {
        let kiosk = KioskDriver(chosen: "1730", content: Self.content)
        #expect(kiosk.shows("tabell.csv"))
        #expect(!kiosk.shows("Svenskt Näringsliv"))
    }

    /// Else it would read as the claim's.
    @Test func thePublisherStandsBeforeTheClaim() throws {
        let driver = Driver(height: 48, chosen: "1730", content: Self.content)
        let kiosk = KioskDriver(chosen: "1730", content: Self.content)
        for screen in [driver.screen, kiosk.screen] {
            let publisher = try #require(screen.firstIndex { $0.contains("tabell.csv") })
            let claim = try #require(screen.firstIndex { $0.contains("2021: plats 150, ▲31”") })
            #expect(publisher < claim)
        }
    }
}
