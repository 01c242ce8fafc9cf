import ClimateModel
import ClimateStore
import Foundation
import Testing

/// Files and folders through the real program.
@Suite struct PathSyncTests {
    private let program: SyncProgram
    private let folder: TemporaryFolder

    init() throws {
        program = try SyncProgram()
        folder = try TemporaryFolder()
    }

    private func message(_ number: Int) -> String { MailboxSyncTests.message(number) }

    private func title(_ number: Int) -> String { "Nyhetsbrev nr \(number) för företag" }

    /// Gives a file the date of an old one, as copying and moving do.
    private func age(_ path: String) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path)
    }

    @Test func aFileIsReadWhenItChanges() throws {
        let path = try folder.write(SampleFeed.of("Ett").text, to: "feed.xml")
        let id = try program.subscribe(path)[0]
        #expect(try program.sync()[path]?.new == 1)
        #expect(try program.sync("--all")[path]?.result == "unchanged")
        try folder.write(SampleFeed.of("Ett", "Två").text, to: "feed.xml")
        #expect(try program.sync("--all")[path]?.new == 1)
        // An older file in its place is another one all the same.
        let other = try folder.write(SampleFeed.of("Ett", "Två", "Tre").text, to: "other.xml")
        try age(other)
        #expect(rename(other, path) == 0)
        #expect(try program.sync("--all")[path]?.new == 1)
        #expect(try program.titles(id).count == 3)
        try FileManager.default.removeItem(atPath: path)
        let line = try program.sync("--all", status: 1)[path]
        #expect(line?.error == "filen eller mappen finns inte")
        #expect(try program.titles(id).count == 3)
    }

    /// What a table that names no publisher says of a published rank is told, and goes with its source without harm.
    @Test func aPublishedRankStaysWhateverATableSays() throws {
        let ranks = Indicator.ID(rawValue: "foretagsklimat")
        #expect(try program.run("init").status == 0)
        let before = Set(try program.store().observations(of: ranks))
        let path = try folder.write(
            "Kommun;År;Placering\nSolna;2023;200\nSolna;1999;7\n", to: "Superkommun.csv")
        try program.subscribe(path)
        let line = try #require(try program.sync()[path])
        #expect(line.new == 1 && line.changed == 0)
        #expect(
            line.problems == [
                "1 siffra behölls som den var: Svenskt Näringsliv har redan angett en annan"
            ])
        #expect(try Set(program.store().observations(of: ranks)).isSuperset(of: before))
        #expect(try program.run("source", "remove", path, "--delete-content").status == 0)
        #expect(try Set(program.store().observations(of: ranks)) == before)
    }

    /// A table by the publisher's name takes the place of what was known, and gives it back when its source goes.
    @Test func whatASourceTookThePlaceOfComesBackWhenItGoes() throws {
        let ranks = Indicator.ID(rawValue: "foretagsklimat")
        #expect(try program.run("init").status == 0)
        let before = Set(try program.store().observations(of: ranks))
        let paths = try ["ett", "två"].enumerated().map { number, name in
            try folder.write("Kommun;År;Placering\nSolna;2023;20\(number)\n", to: "\(name).csv")
        }
        for path in paths {
            try program.subscribe(path) { $0.publisher = "Svenskt Näringsliv" }
            #expect(try program.sync()[path]?.changed == 1)
        }
        for value in [201.0, 200.0] {
            let now = try program.store().observations(of: ranks)
            #expect(now.count == before.count && now.contains { $0.value == value })
            let path = paths[Int(value) - 200]
            #expect(try program.run("source", "remove", path, "--delete-content").status == 0)
        }
        #expect(try Set(program.store().observations(of: ranks)) == before)
    }

    /// Whichever of two new sources is written first.
    @Test(arguments: [["Svenskt Näringsliv", nil], [nil, "Svenskt Näringsliv"]])
    func ofTwoNewSourcesTheSurerHolds(publishers: [String?]) throws {
        let ranks = Indicator.ID(rawValue: "foretagsklimat")
        #expect(try program.run("init").status == 0)
        for (number, publisher) in publishers.enumerated() {
            let path = try folder.write(
                "Kommun;År;Placering\nSolna;1999;\(publisher == nil ? 8 : 7)\n",
                to: "\(number).csv")
            try program.subscribe(path) { $0.publisher = publisher }
        }
        _ = try program.sync()
        let found = try program.store().observations(of: ranks).first { $0.period.year == 1999 }
        #expect(found?.value == 7)
    }

    /// The same two items, in feeds that a sync reads for the first time.
    @Test func ofTwoNewFeedsTheSameItemsAreJoined() throws {
        let paths = try ["ett", "två"].map { name in
            var feed = SampleFeed.of("Näringslivet i Solna växer för sjätte året", title: name)
            feed.items[0].body =
                "Fler företag än förra året har anställt, säger näringschefen i Solna stad till tidningen."
            return try folder.write(feed.text, to: "\(name).xml")
        }
        for path in paths { try program.subscribe(path) }
        let lines = try program.sync()
        #expect(paths.map { lines[$0]?.new ?? 0 }.reduce(0, +) == 1)
        let items = try program.store().sourceOverviews().filter { $0.subscription != nil }
        #expect(items.map(\.newsCount) == [1, 1])
    }

    @Test func aMaildirIsReadMessageByMessage() throws {
        for part in ["new", "cur", "tmp"] { try folder.makeFolder("Mail/" + part) }
        let path = folder.path + "/Mail"
        try folder.write(message(1), to: "Mail/new/1.host")
        try folder.write(message(2), to: "Mail/cur/2.host:2,S")
        try folder.write(message(3), to: "Mail/tmp/3.host")
        try folder.write(message(4), to: "Mail/cur/4.host:2,ST")
        let id = try program.subscribe(path)[0]
        #expect(try program.sync()[path]?.new == 2)
        #expect(try program.titles(id) == [title(1), title(2)])
        #expect(try program.store().sources().first { $0.id == id }?.kind == .newsletter)
        // Read in the mail program, it is the same message under another name.
        #expect(rename(path + "/new/1.host", path + "/cur/1.host:2,S") == 0)
        let second = try program.sync("--all")[path]
        #expect(second?.new == 0 && second?.result == "unchanged")
        #expect(rename(path + "/tmp/3.host", path + "/new/3.host") == 0)
        #expect(try program.sync("--all")[path]?.new == 1)
    }

    /// `mv` and `cp -p` keep the date of what they bring.
    @Test func anOldFileThatComesLateIsNotMissed() throws {
        let path = try folder.makeFolder("Brev")
        try folder.write(message(1), to: "Brev/z.eml")
        let id = try program.subscribe(path)[0]
        #expect(try program.sync()[path]?.new == 1)
        for (number, name) in [(2, "a.eml"), (3, "zz.eml")] {
            let source = try folder.write(message(number), to: name)
            try age(source)
            #expect(rename(source, path + "/" + name) == 0)
        }
        #expect(try program.sync("--all")[path]?.new == 2)
        #expect(try program.titles(id) == [title(1), title(2), title(3)])
        let overview = try program.store().sourceOverviews().first { $0.id == id }
        #expect(overview?.source.title == "Brev")
    }

    @Test func whatIsNeitherFileNorFolderIsTold() throws {
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        try program.subscribe(path)
        #expect(
            try program.sync(status: 1)[path]?.error == "det är varken en fil eller en mapp")
    }

    @Test func anMboxIsOneFileOfManyMessages() throws {
        let text = (1...3).map { "From kil Tue Sep  8 07:00:00 2026\n" + message($0) + "\n" }
        let path = try folder.write(text.joined(), to: "inbox.mbox")
        let id = try program.subscribe(path)[0]
        #expect(try program.sync()[path]?.new == 3)
        #expect(try program.titles(id) == [title(1), title(2), title(3)])
    }

    @Test func oneBadFileHidesNoOther() throws {
        let path = try folder.makeFolder("Brev")
        try folder.write(message(1), to: "Brev/1.eml")
        try folder.write(Data((0..<2_000).map { UInt8($0 % 251) }), to: "Brev/2.eml")
        try folder.write(message(3), to: "Brev/3.eml")
        try folder.write(message(4), to: "Brev/.dold.eml")
        try folder.makeFolder("Brev/folder.eml")
        #expect(symlink("/nonexistent", path + "/link.eml") == 0)
        let id = try program.subscribe(path)[0]
        let line = try #require(try program.sync()[path])
        #expect(line.result == "changed" && line.new == 2)
        #expect(line.problems.count == 2 && line.problems[0].hasPrefix("2.eml: "))
        #expect(line.problems.last?.contains("utkik source add \(path)/folder.eml") == true)
        #expect(try program.titles(id) == [title(1), title(3)])
        let text = try program.run("sync", "--all", "--language", "sv")
        #expect(text.status == 0)
    }

    @Test func aFolderOfNothingReadableFails() throws {
        let path = try folder.makeFolder("Brev")
        try folder.write(Data([1, 2, 3, 0]), to: "Brev/1.bin")
        try program.subscribe(path)
        let line = try #require(try program.sync(status: 1)[path])
        #expect(line.error?.hasPrefix("1.bin: ") == true)
        let empty = try folder.makeFolder("Tom")
        try program.subscribe(empty)
        #expect(try program.sync(empty)[empty]?.result == "unchanged")
    }

    @Test func aFolderWithoutPermissionIsTold() throws {
        // Root may read everything.
        guard getuid() != 0 else { return }
        let path = try folder.makeFolder("Brev")
        #expect(chmod(path, 0) == 0)
        defer { chmod(path, 0o700) }
        try program.subscribe(path)
        #expect(try program.sync(status: 1)[path]?.error == "mappen får inte läsas")
    }

    /// More than fits in memory at a time comes in parts, all in one sync.
    @Test func aLargeFolderComesWhole() throws {
        let path = try folder.makeFolder("Brev")
        for number in 1...620 { try folder.write(message(number), to: "Brev/\(number).eml") }
        let id = try program.subscribe(path)[0]
        let line = try #require(try program.sync()[path])
        #expect(line.new == 620 && line.total == 1 && line.problems.isEmpty)
        #expect(try program.titles(id).count == 620)
    }
}
