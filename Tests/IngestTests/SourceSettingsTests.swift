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
        let changed = try run("source", "add", feed, "--every", "3 tim", "--title", "Badet")
        #expect(
            changed.lines.last
                == "Was there already: Badet. New: title “Badet”, read 3 hours apart")
        let other = try #require(try subscriptions().first?.subscription?.settings)
        #expect(other.interval == 10_800 && other.municipality?.rawValue == "1781")
    }

    /// As the message of a source at a private address says to do.
    @Test func aPrivateAddressIsAllowedAfterwards() throws {
        let address = "https://intranet.example/rss"
        _ = try run("source", "add", "--no-test", address, "--municipality", "kristinehamn")
        let allowed = try run("source", "add", "--no-test", address, "--allow-private")
        #expect(
            allowed.lines.last
                == "Was there already: \(address). New: may have a private address")
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
        let more = try run(
            "source", "add", "--no-test", address, "--column", "title=Namn", "--year", "2024",
            "--municipality", "Torsby", "--publisher", "Torsby kommun",
            language: "sv_SE.UTF-8")
        #expect(
            more.lines == [
                "Fanns redan: \(address). Nytt: utgivare ”Torsby kommun”, kommun Torsby, hur tabellen är upplagd"
            ])
        let mapping = try #require(try subscriptions().first?.subscription?.settings.mapping)
        #expect(mapping.columns == ["phase": "Skede", "title": "Namn"])
        #expect(mapping.phases == ["samråd": "planned"] && mapping.year == 2_024)
        #expect(try subscriptions().first?.subscription?.settings.kind == .projects)
    }

    @Test func aWellKnownSourceKeepsItsNewTitle() throws {
        #expect(
            try run("source", "add", "--no-test", "kolada").lines == [
                "Added: Kolada. utkik sync brings in its content."
            ])
        #expect(
            try run("source", "add", "--no-test", "kolada", "--title", "Nyckeltal").lines
                == ["Was there already: Nyckeltal. New: title “Nyckeltal”"])
        #expect(
            try run("source", "add", "--no-test", "kolada").lines
                == ["Was there already, as it was: Nyckeltal"])
    }

    /// With its layout, without which it may not be what it is read as.
    @Test func aKnownSourceIsTriedAsItIsSetUp() throws {
        let list = try program.write(
            "Namn,Läge,Börjar\nNytt badhus,Samråd,2027\n", as: "planer.csv")
        let options = [
            "--kind", "projects", "--municipality", "Torsby", "--column", "title=Namn",
            "--column", "phase=Läge", "--column", "start=Börjar", "--phase", "Samråd=planned",
        ]
        let first = try program.run(["source", "add", list] + options)
        #expect(first.status == 0, "\(first.errors)")
        let again = try run("source", "add", list, "--title", "Planer")
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("project list · Planer · 1 project"), "\(again.output)")
    }
}
