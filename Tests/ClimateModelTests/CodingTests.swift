import ClimateFixtures
import ClimateModel
import Foundation
import Testing

@Suite struct CodingTests {
    private func roundTrip<Value: Codable & Equatable>(_ value: Value) throws {
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(Value.self, from: data) == value)
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private let provenance = Provenance(
        source: Source.ID(rawValue: "s"), publisher: "P", fetched: Timestamp(seconds: 1),
        certainty: .medium, detail: "d")

    @Test func everyKindOfRecordGoesRoundTrip() throws {
        let code = MunicipalityCode(1781)
        let date = PartialDate(year: 2021, month: 10)
        try roundTrip(Municipality.test(1781, "Kristinehamn", peers: [1784]))
        try roundTrip(Indicator.test(.value, breaks: [.test(2020, comparable: true)]))
        try roundTrip(
            Observation(
                municipality: code, period: Period(year: 2021), value: 3.5, responses: 120,
                responseRate: 0.41, provenance: provenance))
        try roundTrip(
            Project(
                id: Project.ID(rawValue: "p"), title: "T", municipality: code, phase: .ongoing,
                status: .amber, start: date,
                milestones: [.init(title: "M", date: nil, isDone: true)],
                decisions: [.init(title: "D", date: date, body: "kommunstyrelsen")],
                outcomes: [.init(title: "O", figure: 213, unit: "ambassadörer")],
                provenance: provenance))
        try roundTrip(
            Award(
                id: Award.ID(rawValue: "a"), title: "A", period: Period(year: 2023),
                nominees: [.init(municipality: code)], provenance: provenance))
        try roundTrip(
            Source(id: Source.ID(rawValue: "s"), kind: .feed, title: "S", lastError: "tyst"))
        for scope in [Scope.country, .county("17"), .group("B5"), .peers(code), .followed] {
            try roundTrip(scope)
        }
    }

    @Test func newsGoRoundTrip() throws {
        let news = SyntheticNews(municipalities: [.test(1781, "Kristinehamn")])
        for item in news.items(0..<200) { try roundTrip(item) }
        try roundTrip(ContentBatch(sources: news.sources, news: news.items(0..<3)))
    }

    @Test func datesAreISOTextAndUnknownIsNull() throws {
        #expect(try json([PublicationDate.unknown]) == "[null]")
        #expect(try json(PublicationDate("2021-10")) == "\"2021-10\"")
        #expect(try json([Timestamp(seconds: 0)]) == "[\"1970-01-01T00:00:00Z\"]")
        #expect(try json([Period(year: 2021)]) == "[2021]")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([PublicationDate].self, from: Data("[\"oktober\"]".utf8))
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([PartialDate].self, from: Data("[\"2021-13\"]".utf8))
        }
    }

    @Test func aTextInSwedishAloneIsAPlainString() throws {
        #expect(try json([LocalizedText(swedish: "hej")]) == "[\"hej\"]")
        #expect(
            try json([LocalizedText(swedish: "hej", english: "hello")])
                == "[{\"en\":\"hello\",\"sv\":\"hej\"}]")
        try roundTrip(LocalizedText(english: "hello"))
        try roundTrip(LocalizedText())
    }

    @Test func aTextIsReadInTheOtherLanguageWhereItIsMissing() {
        #expect(LocalizedText(english: "hello").text(in: .swedish) == "hello")
        #expect(LocalizedText(swedish: "hej").text(in: .english) == "hej")
        #expect(LocalizedText().text(in: .english).isEmpty && LocalizedText().isEmpty)
    }

    @Test func anItemsKeyComesFromItsIdentityAlone() {
        // FNV-1a of the empty text is its offset basis; the sign bit is cleared.
        #expect(NewsItem.ID(identity: "").rawValue == 0x4bf2_9ce4_8422_2325)
        #expect(NewsItem.ID(identity: "a").rawValue == 0x2f63_dc4c_8601_ec8c)
        #expect(NewsItem.ID(identity: "a") != NewsItem.ID(identity: "b"))
    }
}

@Suite struct ProjectTests {
    private func project(_ milestones: [Project.Milestone]) -> Project {
        Project(
            id: Project.ID(rawValue: "p"), title: "T", municipality: MunicipalityCode(1781),
            phase: .ongoing, milestones: milestones,
            provenance: Provenance(source: Source.ID(rawValue: "s"), publisher: "P"))
    }

    @Test func theNextMilestoneIsTheFirstThatIsNeitherDoneNorPast() throws {
        let today = try #require(CalendarDate(year: 2021, month: 11, day: 15))
        let all: [Project.Milestone] = [
            .init(title: "sedan", date: PartialDate("2022")),
            .init(title: "utan datum", date: nil),
            .init(title: "gjord", date: PartialDate("2021-11-20"), isDone: true),
            .init(title: "förbi", date: PartialDate("2021-10")),
            .init(title: "i november", date: PartialDate("2021-11")),
        ]
        #expect(project(all).nextMilestone(after: today)?.title == "i november")
        #expect(project([all[1]]).nextMilestone(after: today)?.title == "utan datum")
        #expect(project([all[2], all[3]]).nextMilestone(after: today) == nil)
    }
}
