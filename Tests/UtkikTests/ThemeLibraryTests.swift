import ClimateModel
import Configuration
import Dashboard
import Foundation
import Testing
import UtkikApp

@Suite struct ThemeLibraryTests {
    private let scheme = SampleScheme.base16 + "\n"

    @Test func theUsersOwnComeBeforeThoseOfTheSameName() throws {
        let folder = try TemporaryFolder()
        try folder.write("scheme: Mine\n" + scheme, to: "skymning.yaml")
        try folder.write("scheme: Other\n" + scheme, to: "egen.yml")
        try folder.write("no theme", to: "notes.txt")
        try folder.write("hidden", to: ".dold.yaml")
        let library = ThemeLibrary(
            shipped: ["skymning": "scheme: Theirs\n" + scheme, "gryning": scheme],
            userFolder: folder.path)
        #expect(library.names() == ["gryning", "skymning", "egen"])
        #expect(try library.load("skymning").scheme.name == "Mine")
        #expect(try library.load("egen").scheme.name == "Other")
        #expect(try library.load("gryning").scheme.name == "gryning")
        #expect(library.userPath(of: "egen") == folder.path + "/egen.yml")
        #expect(library.userPath(of: "gryning") == nil)
    }

    @Test func aThemeThatCannotBeReadIsListedWithoutColors() throws {
        let folder = try TemporaryFolder()
        try folder.write("no theme", to: "egen.yaml")
        let library = ThemeLibrary(shipped: ["gryning": scheme], userFolder: folder.path)
        let samples = library.samples()
        #expect(samples.map(\.name) == ["gryning", "egen"])
        #expect(samples[0].colors.first == (try library.load("gryning").scheme[.base00]))
        #expect(samples[0].colors.count == 6 && samples[1].colors.isEmpty)
    }

    @Test func aChangedFileIsReadAgain() throws {
        let folder = try TemporaryFolder()
        let library = ThemeLibrary(shipped: [:], userFolder: folder.path)
        try folder.write("scheme: One\n" + scheme, to: "egen.yaml")
        #expect(try library.load("egen").scheme.name == "One")
        try folder.write("scheme: Two\n" + scheme, to: "egen.yaml")
        #expect(try library.load("egen").scheme.name == "Two")
    }

    @Test func aRestrictedLibraryReadsNoUserFile() throws {
        let library = ThemeLibrary(shipped: ["skymning": scheme], userFolder: nil)
        #expect(library.names() == ["skymning"])
        #expect(throws: FileProblems.self) { try library.load("egen") }
    }

    @Test(arguments: ["../secret", "/etc/passwd", ".dold", "", "a\u{1B}b", "skymming"])
    func aNameThatIsNoneIsRefused(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("scheme: Secret\n" + scheme, to: "secret.yaml")
        let library = ThemeLibrary(
            shipped: ["skymning": scheme], userFolder: folder.path + "/themes")
        do {
            _ = try library.load(name)
            Issue.record("was read")
        } catch {
            let text = error.text(in: .english)
            #expect(text.contains("there is no such theme"))
            #expect(text.contains("skymning"))
            #expect(!text.contains("\u{1B}"))
        }
    }

    @Test func filesAreReadWithBounds() throws {
        let folder = try TemporaryFolder()
        try folder.write(String(repeating: "# x\n", count: 100_000), to: "stor.yaml")
        #expect(mkfifo(folder.path + "/ror.yaml", 0o600) == 0)
        try folder.write(Data([0xFF, 0xFE, 0x41]), to: "latin.yaml")
        let library = ThemeLibrary(shipped: [:], userFolder: folder.path)
        let expected = [
            "stor": "is larger than 64 KiB", "ror": "is not a regular file",
            "latin": "is not UTF-8",
        ]
        for (name, reason) in expected {
            do {
                _ = try library.load(name)
                Issue.record("\(name) was read")
            } catch {
                #expect(error.text(in: .english).contains(reason))
            }
        }
    }
}
