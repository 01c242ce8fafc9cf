import ClimateModel
import ClimateStore
import Foundation
import Testing

/// `utkik-ingest source`, and the sources of the config, with a real database.
@Suite(.timeLimit(.minutes(1))) struct SourceCommandTests {
    let program: IngestProgram
    let feed: String

    init() throws {
        program = try IngestProgram()
        feed = try program.write(
            """
            <rss version="2.0"><channel><title>Kristinehamns kommun</title>
            <item><title>Nytt badhus</title><guid>1</guid><pubDate>Fri, 20 Nov 2026 07:00:00 +0100</pubDate>
            <description>Kristinehamns kommun bygger.</description></item>
            <item><title>Skolan öppnar</title><guid>2</guid><pubDate>Thu, 19 Nov 2026 07:00:00 +0100</pubDate></item>
            </channel></rss>
            """, as: "feed.xml")
    }

    func run(_ arguments: String..., language: String = "en_GB.UTF-8") throws
        -> IngestProgram.Run
    {
        try program.run(arguments, language: language)
    }

    func subscriptions() throws -> [SourceOverview] {
        try program.store().sourceOverviews().filter { $0.subscription != nil }
    }

    private func object(_ line: some StringProtocol) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(value as? [String: Any])
    }

    // MARK: add

    @Test func addingShowsWhatWouldBeReadAndKeepsNoContent() throws {
        let run = try run(
            "source", "add", feed, "--every", "2 tim", "--municipality", "kristinehamn")
        #expect(run.status == 0)
        #expect(run.lines[0] == feed)
        #expect(
            run.output.contains("feed · Kristinehamns kommun · 2 news items · newest 2026-11-20"))
        #expect(run.output.contains("  – Nytt badhus\n  – Skolan öppnar\n"))
        #expect(run.lines.last == "Added: Kristinehamns kommun. utkik sync brings in its content.")
        let added = try #require(try subscriptions().first)
        #expect(added.subscription?.settings.address == feed)
        #expect(added.subscription?.settings.interval == 7_200)
        #expect(added.subscription?.settings.municipality?.rawValue == "1781")
        #expect(added.subscription?.origin == .database)
        #expect(added.newsCount == 0)
        #expect(added.source.title == "Kristinehamns kommun")
    }

    @Test func programsAreToldWhetherItWasThere() throws {
        func result(_ options: String...) throws -> String? {
            let run = try program.run(["source", "add", "--json", feed] + options)
            return try object(try #require(run.lines.first))["result"] as? String
        }
        #expect(try result() == "new")
        #expect(try result() == "unchanged")
        #expect(try result("--every", "3 tim") == "changed")
    }

    /// What is too much for one reading is not shown as if it were all.
    @Test func aLargeFolderSaysThatThereIsMore() throws {
        let folder = program.path + "/brev"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        for number in 0...500 {
            try "Brev \(number)\n\nEtt nytt badhus.\n".write(
                toFile: "\(folder)/\(number).txt", atomically: true, encoding: .utf8)
        }
        let run = try run("source", "test", folder)
        #expect(run.output.contains("500 news items · and more, which is read a part at a time"))
        #expect(try !self.run("source", "test", feed).output.contains("and more"))
    }

    @Test func whatIsAddedIsSynced() throws {
        #expect(try run("source", "add", feed).status == 0)
        #expect(try run("sync").status == 0)
        #expect(try subscriptions().map(\.newsCount) == [2])
    }

    /// Also one that was known before, as the figures go in with those that it has.
    @Test func addingNamesTheIndicatorAndKeepsTheKind() throws {
        let table = try program.write(
            "Kommun;År;Placering\nSolna;2023;200\n", as: "Superkommun.csv")
        #expect(try run("init").status == 0)
        let run = try run("source", "add", table)
        #expect(run.output.contains("1 figure · newest 2023"))
        #expect(run.output.contains("  – Local business climate\n"))
        #expect(try subscriptions().map(\.source.kind) == [.table])
    }

    @Test func whatCannotBeReadIsNotAdded() throws {
        let missing = program.path + "/none.xml"
        let refused = try run("source", "add", missing)
        #expect(refused.status == 1)
        #expect(refused.errors.contains(missing))
        #expect(refused.errors.contains("--anyway"))
        #expect(try subscriptions().isEmpty)
        #expect(try run("source", "add", missing, "--anyway").status == 0)
        #expect(try subscriptions().map(\.source.address) == [missing])
    }

    @Test func oneBadAddressKeepsNoGoodOneOut() throws {
        let run = try run("source", "add", "--json", program.path + "/none.xml", feed)
        #expect(run.status == 1)
        let line = try object(try #require(run.lines.first))
        #expect(line["address"] as? String == feed)
        #expect(line["title"] as? String == "Kristinehamns kommun")
        #expect(try subscriptions().map(\.id.rawValue) == [line["source"] as? String])
    }

    @Test(arguments: [
        ("www.kristinehamn.se/rss", "https://www.kristinehamn.se/rss", Source.Kind?.none),
        ("kolada", "https://api.kolada.se/v3", .kolada),
        ("foretagsklimat", "https://www.foretagsklimat.se/", .table),
    ])
    func whatUsersWriteBecomesAnAddress(
        text: String, expected: String, kind: Source.Kind?
    ) throws {
        #expect(try run("source", "add", "--no-test", text).status == 0)
        let settings = try #require(try subscriptions().first?.subscription?.settings)
        #expect(settings.address.hasPrefix(expected))
        #expect(settings.kind == kind)
        #expect(!settings.allowsPrivateHost)
    }

    @Test(arguments: ["http://127.0.0.1:1/feed", "http://localhost/x", "https://[fd00::1]/x"])
    func aPrivateAddressThatIsTypedIsAllowed(address: String) throws {
        let run = try run("source", "add", "--no-test", address)
        #expect(run.errors.contains("is a private address"))
        #expect(run.errors.contains("(--allow-private)"))
        #expect(try subscriptions().first?.subscription?.settings.allowsPrivateHost == true)
    }

    @Test func theMappingIsKept() throws {
        let run = try run(
            "source", "add", "--no-test", "https://a.se/x.xlsx", "--kind", "projects", "--sheet",
            "Blad2", "--heading-row", "3", "--column", "phase=Fas", "--column", "start=Börjar",
            "--phase", "Samråd=planned", "--title", "Planer", "--publisher", "Kommunen")
        #expect(run.status == 0)
        #expect(
            try subscriptions().first?.subscription?.settings
                == SourceSettings(
                    address: "https://a.se/x.xlsx", kind: .projects, title: "Planer",
                    publisher: "Kommunen",
                    mapping: TableMapping(
                        sheet: "Blad2", headingRow: 3,
                        columns: ["phase": "Fas", "start": "Börjar"], phases: ["samråd": "planned"])
                ))
    }

    @Test(
        arguments: [
            (["--every", "soon"], 64, "--every"), (["--kind", "starter"], 64, "kind"),
            (["--phase", "Samråd=x"], 64, "ongoing"), (["--column", "Fas"], 64, "phase=Fas"),
            (["--municipality", "Kristinehman"], 1, "Kristinehamn?"),
            (["--year", "1"], 64, "1900"),
        ] as [([String], Int32, String)])
    func wrongSettingsAreRefused(options: [String], status: Int32, hint: String) throws {
        let run = try program.run(["source", "add", "--no-test", "https://a.se"] + options)
        #expect(run.status == status)
        #expect(run.errors.contains(hint))
        #expect(try status == 64 || subscriptions().isEmpty)
    }

    // MARK: test

    @Test func testingChangesNothing() throws {
        let run = try run("source", "test", "--json", feed)
        #expect(run.status == 0)
        let line = try object(run.output)
        #expect(line["kind"] as? String == "feed")
        #expect(line["items"] as? Int == 2)
        #expect(line["newest"] as? String == "2026-11-20")
        #expect(line["preview"] as? [String] == ["Nytt badhus", "Skolan öppnar"])
        #expect(line["error"] is NSNull)
        #expect(try subscriptions().isEmpty)
        let missing = try self.run("source", "test", "--json", program.path + "/none.xml")
        #expect(missing.status == 1)
        #expect(
            try object(missing.output)["error"] as? String == "there is no such file or folder")
        let typo = try self.run("source", "test", "ftp://solna.se/rss")
        #expect(typo.status == 1)
        #expect(typo.errors.contains("ftp:// can’t be read"))
    }

    @Test func severalAreTestedAndOneBadOneHidesNone() throws {
        let missing = program.path + "/none.xml"
        let run = try run("source", "test", missing, feed, feed)
        #expect(run.status == 1)
        #expect(run.lines.filter { $0 == feed }.count == 2)
        #expect(run.errors.contains("none.xml: there is no such file"))
        let json = try self.run("source", "test", "--json", feed, missing)
        #expect(json.status == 1)
        #expect(try json.lines.map { try object($0)["address"] as? String } == [feed, missing])
    }

    // MARK: Files that are no source

    private func makeFolder(_ name: String) throws -> String {
        let path = program.path + "/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    private static let list = """
        <opml version="2.0"><body><outline type="rss" xmlUrl="https://a.se/rss"/></body></opml>
        """

    @Test func aListOfSourcesIsToBeImported() throws {
        let list = try program.write(Self.list, as: "mina källor.opml")
        for command in ["add", "test"] {
            let run = try run("source", command, list)
            #expect(run.status == 1)
            #expect(run.errors.contains("utkik import '\(list)'"), "\(run.errors)")
            #expect(!run.errors.contains("--anyway"))
        }
        #expect(try run("source", "add", list, "--anyway").status == 0)
        let sync = try run("sync", list)
        #expect(sync.status == 1 && sync.errors.contains("utkik import"), "\(sync.errors)")
    }

    @Test func whatIsSkippedInAFolderIsTold() throws {
        let folder = try makeFolder("mapp")
        for name in ["mapp/brev/new", "mapp/brev/cur", "mapp/brev/tmp", "mapp/annat"] {
            _ = try makeFolder(name)
        }
        let nothing = try run("source", "test", folder)
        #expect(nothing.status == 1)
        #expect(nothing.errors.contains("utkik source add \(folder)/brev"), "\(nothing.errors)")
        _ = try program.write("Nytt badhus\n\nKil bygger.\n", as: "mapp/a.txt")
        _ = try program.write(Self.list, as: "mapp/b.opml")
        let run = try run("source", "test", folder)
        #expect(run.status == 0)
        #expect(run.output.contains("document · mapp · 1 news item"))
        #expect(
            run.output.contains("  ! the mailbox in the folder is read by itself: utkik source"))
        #expect(run.output.contains("  ! b.opml: this is a list of sources"))
        #expect(try self.run("source", "add", folder).status == 0)
        let first = try self.run("sync", folder)
        #expect(first.errors.contains("the mailbox") && first.errors.contains("b.opml"))
        // Once is enough.
        let later = try self.run("sync", folder)
        #expect(later.status == 0 && !later.errors.contains("the mailbox"), "\(later.errors)")
    }

    @Test func foldersOfAFolderAreCounted() throws {
        let folder = try makeFolder("mapp")
        for name in ["mapp/a b", "mapp/c"] { _ = try makeFolder(name) }
        let run = try run("source", "test", folder)
        #expect(run.status == 1)
        #expect(
            run.errors.contains("the 2 folders in the folder are read one by one: utkik source add")
        )
        #expect(run.errors.contains("'\(folder)/a b' …"))
    }

    /// A message of few fields is one all the same where its place or its name tells.
    @Test func shortMessagesAreRead() throws {
        let mail =
            "From: a@b.se\nSubject: Brev\nDate: Mon, 3 Jun 2024 10:00:00 +0200\n\nHej: alla\n - [x\n"
        for name in ["brev", "brev/new", "brev/cur"] { _ = try makeFolder(name) }
        _ = try program.write(mail, as: "brev/new/1.host")
        let file = try program.write(mail, as: "ett.eml")
        for path in [program.path + "/brev", file] {
            let run = try run("source", "test", path)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("newsletter · "), "\(run.output)")
        }
    }

    // MARK: pause, resume, remove

    @Test func sourcesAreFoundByIdAddressTitleAndBeginning() throws {
        #expect(try run("source", "add", feed).status == 0)
        #expect(try run("sync").status == 0)
        let id = try #require(try subscriptions().first?.id.rawValue)
        for name in [id, feed, "kristinehamns kommun", "KRISTINEHAMNS KO"] {
            // The starter content has a source of the same title.
            let isAmbiguous = name != id && name != feed
            #expect(try run("source", "pause", name).status == (isAmbiguous ? 1 : 0))
        }
        #expect(try subscriptions().first?.subscription?.isPaused == true)
        let resumed = try run("source", "resume", id, "--json")
        #expect(resumed.output == "{\"done\":true,\"source\":\"\(id)\"}\n")
        #expect(try subscriptions().first?.subscription?.isPaused == false)
    }

    @Test func removingKeepsTheContentUnlessToldOtherwise() throws {
        #expect(try run("source", "add", feed, "--title", "Badet").status == 0)
        #expect(try run("sync").status == 0)
        let id = try #require(try subscriptions().first?.id)
        let unknown = try run("source", "remove", "Badte")
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("did you mean Badet?"))
        let removed = try run("source", "remove", "bad")
        #expect(removed.lines.last == "Removed: Badet. What was brought in stays (2 news items).")
        #expect(try subscriptions().isEmpty)
        #expect(try program.store().newsCount(NewsQuery(source: id)).total == 2)
        #expect(try run("source", "add", feed, "--title", "Badet").status == 0)
        #expect(try run("source", "remove", "--delete-content", "Badet").status == 0)
        #expect(try !program.store().sources().contains { $0.id == id })
    }

    // MARK: Lists of sources

    @Test func aListOfSourcesIsExportedAndImported() throws {
        let run1 = try run(
            "source", "add", "--no-test", "https://a.se/rss?x=1&y=2", "--title", "A & B",
            "--municipality", "1781", "--kind", "feed")
        #expect(run1.status == 0)
        let list = try run("source", "export")
        #expect(list.status == 0)
        #expect(try run("source", "remove", "A & B").status == 0)
        let file = try program.write(list.output, as: "feeds.opml")
        #expect(try run("source", "add", file).errors.contains("utkik import"))
        let first = try run("import", file)
        #expect(first.lines.last == "1 source: 1 new, 0 changed, 0 unchanged")
        let settings = try #require(try subscriptions().first?.subscription?.settings)
        #expect(settings.title == "A & B" && settings.municipality?.rawValue == "1781")
        let second = try run("import", file)
        #expect(second.lines.last == "1 source: 0 new, 0 changed, 1 unchanged")
        #expect(
            try run("source", "export").output.split(separator: "\n").dropFirst(5)
                == list.output.split(separator: "\n").dropFirst(5))
    }

    // MARK: Config

    private func configure(_ text: String) throws {
        try program.write(text, as: ".config/utkik/config.toml")
    }

    @Test func theDatabaseFollowsTheConfig() throws {
        try configure(
            """
            [[sources]]
            address = "~/feed.xml"
            municipality = "Kristinehamn"
            title = "Badet"
            """)
        let sync = try run("sync")
        #expect(sync.status == 0, "\(sync.errors)")
        let source = try #require(try subscriptions().first)
        #expect(source.subscription?.origin == .config)
        #expect(source.subscription?.settings.municipality?.rawValue == "1781")
        #expect(source.newsCount == 2)
        let refused = try run("source", "remove", "Badet")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("/.config/utkik/config.toml:1"))
        #expect(try run("source", "add", feed).errors.contains("config.toml:1"))
        try configure("")
        #expect(try run("sync").status == 0)
        #expect(try subscriptions().isEmpty)
        #expect(try program.store().newsCount(NewsQuery(source: source.id)).total == 2)
    }

    @Test func mistakesInTheConfigStopTheSyncAndChangeNothing() throws {
        #expect(try run("source", "add", "--no-test", feed).status == 0)
        try configure("[[sources]]\nadress = \"a.xml\"\n")
        let wrong = try run("sync")
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("config.toml:2: unknown setting sources.adress"))
        #expect(try subscriptions().map(\.source.address) == [feed])
    }

    @Test func theDatabaseOfTheConfigIsWritten() throws {
        try configure("database = \"~/elsewhere/u.sqlite\"")
        #expect(try run("init").status == 0)
        #expect(FileManager.default.fileExists(atPath: program.path + "/elsewhere/u.sqlite"))
        #expect(!FileManager.default.fileExists(atPath: program.database))
    }
}
