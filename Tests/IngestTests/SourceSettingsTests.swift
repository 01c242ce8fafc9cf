import ClimateModel
import Testing

/// What `source add` makes of settings of a source that is there already.
extension SourceCommandTests {
    @Test func addingOnceMoreKeepsSettingsThatAreNotGiven() throws {
        _ = try run("source", "add", feed, "--every", "2 tim", "--municipality", "kristinehamn")
        let again = try run("source", "add", feed)
        #expect(again.lines.last == "Was there already, as it was: Kristinehamns kommun")
        let kept = try #require(try subscriptions().first?.subscription?.settings)
        #expect(kept.interval == 7_200 && kept.municipality?.rawValue == "1781")
        let changed = try run("source", "add", feed, "--every", "3 tim")
        #expect(changed.lines.last == "Was there already, with new settings: Kristinehamns kommun")
        let other = try #require(try subscriptions().first?.subscription?.settings)
        #expect(other.interval == 10_800 && other.municipality?.rawValue == "1781")
    }

    /// As the message of a source at a private address says to do.
    @Test func aPrivateAddressIsAllowedAfterwards() throws {
        let address = "https://intranet.example/rss"
        _ = try run("source", "add", "--no-test", address, "--municipality", "kristinehamn")
        let allowed = try run("source", "add", "--no-test", address, "--allow-private")
        #expect(allowed.lines.last == "Was there already, with new settings: \(address)")
        let settings = try #require(try subscriptions().first?.subscription?.settings)
        #expect(settings.allowsPrivateHost && settings.municipality?.rawValue == "1781")
        let again = try run("source", "add", "--no-test", address, "--allow-private")
        #expect(again.lines.last == "Was there already, as it was: \(address)")
    }

    @Test func partsOfAMappingAreGivenOneByOne() throws {
        let address = "https://a.example/x.csv"
        _ = try run(
            "source", "add", "--no-test", address, "--kind", "projects", "--column", "phase=Skede",
            "--phase", "Samråd=planned")
        _ = try run(
            "source", "add", "--no-test", address, "--column", "title=Namn", "--year", "2024")
        let mapping = try #require(try subscriptions().first?.subscription?.settings.mapping)
        #expect(mapping.columns == ["phase": "Skede", "title": "Namn"])
        #expect(mapping.phases == ["samråd": "planned"] && mapping.year == 2_024)
        #expect(try subscriptions().first?.subscription?.settings.kind == .projects)
    }
}
