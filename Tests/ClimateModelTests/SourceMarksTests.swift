import ClimateModel
import Testing

/// What tells sources of one title apart.
@Suite struct SourceMarksTests {
    private func marks(
        _ sources: [(title: String, address: String?)], isForGuests: Bool = false
    ) -> [String?] {
        let sources = sources.enumerated().map {
            Source(
                id: .init(rawValue: "\($0)"), kind: .feed, title: $1.title, address: $1.address)
        }
        let marks = SourceMarks(sources, isForGuests: isForGuests)
        return sources.map { marks[$0.id] }
    }

    @Test func aTitleOfItsOwnNeedsNone() {
        #expect(
            marks([("Nyheter", "https://kil.se/"), ("Press", "https://kil.se/")]) == [nil, nil])
    }

    @Test func hostsAreToldWhereTheyDiffer() {
        #expect(
            marks([("Nyheter", "https://www.Kil.se/rss"), ("Nyheter", "http://sunne.se/rss?x=1")])
                == ["kil.se", "sunne.se"])
    }

    @Test func ofOneHostTheRestOfThePathIsTold() {
        #expect(
            marks([
                ("Kil", "https://kil.se/rss/nyheter"), ("Kil", "https://kil.se/rss/press"),
                ("Kil", "https://kil.se/rss/press/2"),
            ]) == ["…/nyheter", "…/press", "…/press/2"])
        #expect(
            marks([("Kil", "https://kil.se/a"), ("Kil", "https://kil.se/b?c=d")]) == [
                "/a", "/b?c=d",
            ])
    }

    @Test func bothAreToldWhereBothDiffer() {
        #expect(
            marks([
                ("Kil", "https://kil.se/rss/a"), ("Kil", "https://kil.se/rss/b"),
                ("Kil", "https://flen.se/rss/a"),
            ]) == ["kil.se/…/a", "kil.se/…/b", "flen.se"])
    }

    @Test func ofFilesThePathIsToldButNotToGuests() {
        let files = [
            ("Projekt", "/srv/a/projekt.csv"), ("Projekt", "/srv/b/projekt.csv"), ("Projekt", nil),
        ]
        #expect(marks(Array(files.prefix(2))) == ["…/a/projekt.csv", "…/b/projekt.csv"])
        #expect(marks(files) == ["/srv/a/projekt.csv", "/srv/b/projekt.csv", nil])
        #expect(marks(files, isForGuests: true) == ["#2", "#3", "#1"])
        let mixed = [("Projekt", "https://kil.se/p"), ("Projekt", "/srv/a"), ("Projekt", "/srv/b")]
        #expect(marks(mixed, isForGuests: true) == ["kil.se", "#1", "#2"])
        #expect(marks(Array(mixed.prefix(2)), isForGuests: true) == ["kil.se", nil])
        #expect(
            marks([("Projekt", "/a/projekt.csv"), ("Projekt", "/b/projekt.csv")])
                == ["/a/projekt.csv", "/b/projekt.csv"])
    }

    @Test func whereRoomIsScarceOnlyWhatDiffersIsTold() {
        let sources = ["a", "b"].map {
            Source(
                id: .init(rawValue: $0), kind: .feed, title: "Kil",
                address: "https://kil.se/rss/\($0)/feed.xml")
        }
        let marks = SourceMarks(sources)
        #expect(sources.map { marks[$0.id] } == ["…/a/feed.xml", "…/b/feed.xml"])
        #expect(sources.map { marks.short($0.id) } == ["…/a/…", "…/b/…"])
    }

    @Test func noTwoOfATitleLookTheSame() {
        let twins = [
            ("Kil", "http://kil.se/rss"), ("Kil", "https://www.kil.se/rss"), ("Kil", nil),
            ("Kil", nil), ("Kil", "https://kil.se/rss/"),
        ]
        let found = marks(twins)
        #expect(Set(found).count == twins.count && !found.contains(nil))
        #expect(marks([("Kil", nil), ("Kil", nil)]) == ["0", "1"])
    }

    @Test func theNameHasItInBrackets() {
        let (one, other) = (
            Source(id: .init(rawValue: "a"), kind: .feed, title: "Kil", address: "https://a.se"),
            Source(id: .init(rawValue: "b"), kind: .feed, title: "Kil", address: "https://b.se")
        )
        #expect(SourceMarks([one, other]).name(of: one) == "Kil (a.se)")
        #expect(SourceMarks([one]).name(of: one) == "Kil")
    }
}
