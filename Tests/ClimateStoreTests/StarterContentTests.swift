import ClimateModel
import ClimateStore
import EmbeddedData
import Foundation
import Testing

@Suite struct StarterContentTests {
    let batch: ContentBatch
    let gazetteer: Gazetteer
    let ranking: ObservationTable

    init() throws {
        batch = try StarterContent.batch()
        gazetteer = Gazetteer(batch.municipalities)
        ranking = ObservationTable(
            indicator: batch.indicators[0], observations: batch.observations[0].observations)
    }

    @Test func allMunicipalitiesAreThereWithWhatIsKnownOfThem() {
        #expect(batch.municipalities.count == 290)
        #expect(gazetteer.counties.count == 21)
        #expect(gazetteer.groups.count == 9)
        for municipality in batch.municipalities {
            #expect(municipality.peers.count == 7)
            #expect(municipality.peers.allSatisfy { gazetteer[$0] != nil })
            #expect(municipality.county.code == municipality.code.countyCode)
            #expect((municipality.population?.count ?? 0) > 2_000)
            let place = municipality.coordinates
            #expect((55.0...69.5).contains(place?.latitude ?? 0))
            #expect((10.5...24.5).contains(place?.longitude ?? 0))
            #expect(municipality.group.name.english != nil)
        }
        #expect(gazetteer.named("Habo")?.code.rawValue == "0643")
        #expect(gazetteer.named("Håbo")?.code.rawValue == "0305")
    }

    @Test func theRankingOf2014IsCompleteWithItsTie() {
        let list = ranking.ranking(in: Period(year: 2014), outOf: 290)
        #expect(list.isComplete)
        #expect(list.entries.filter { $0.rank == 140 }.count == 2)
        #expect(list.entries.filter(\.isTied).filter { $0.rank == 140 }.count == 2)
        #expect(!list.entries.contains { $0.rank == 141 })
        #expect(batch.observations[0].observations.count == 630)
        #expect(!ranking.ranking(in: Period(year: 2023), outOf: 290).isComplete)
    }

    @Test func kristinehamnClimbs() {
        let code = MunicipalityCode.kristinehamn
        let year = Period(year: 2021)
        #expect(ranking.rank(of: code, in: Period(year: 2019)) == 210)
        #expect(ranking.rank(of: code, in: year) == 150)
        #expect(ranking.change(of: code, in: year) == 31)
        #expect(ranking.change(of: code, in: Period(year: 2020)) == 29)
        #expect(ranking.trend(of: code).streak(to: year) == 2)
    }

    @Test func everythingNamesItsSource() {
        let sources = Set(batch.sources.map(\.id))
        let provenances =
            batch.observations.flatMap(\.observations).map(\.provenance)
            + batch.projects.map(\.provenance) + batch.awards.map(\.provenance)
            + batch.news.map(\.provenance)
        for provenance in provenances {
            #expect(
                provenance.map { sources.contains($0.source) && !$0.publisher.isEmpty } ?? false)
        }
    }

    @Test func everyTextIsInBothLanguages() {
        for item in batch.news {
            #expect(item.title.swedish != nil && item.title.english != nil)
            #expect(item.summary.swedish != nil && item.summary.english != nil)
            #expect(item.body.swedish?.blocks.count == item.body.english?.blocks.count)
            #expect((item.body.swedish?.blocks.count ?? 0) > 1)
        }
        for project in batch.projects {
            let texts =
                [project.title, project.summary] + project.strands.map(\.title)
                + project.milestones.map(\.title) + project.decisions.map(\.title)
                + project.outcomes.map(\.title) + project.people.compactMap(\.role)
            #expect(texts.allSatisfy { $0.swedish != nil && $0.english != nil })
        }
    }

    @Test func theFactsAreAsPublished() throws {
        func project(_ id: String) throws -> Project {
            try #require(batch.projects.first { $0.id.rawValue == id })
        }
        let review = try project("kristinehamn-samhallsbyggnad")
        let september = PartialDate(year: 2021, month: 9)
        #expect(review.decisions.filter { $0.date == september }.count == 6)
        #expect(review.decisions.first?.date == PartialDate(year: 2019, month: 11))
        let figures = try project("kramfors-framtidsbygget").outcomes.compactMap(\.figure)
        #expect(figures == [400, 200, 213, 100])
        #expect(try project("norrkoping-tillvaxtkontor").start == nil)
        let award = try #require(batch.awards.first)
        #expect(award.nominees.count == 4 && award.winner == nil)
        #expect(batch.news.filter { $0.published == .unknown }.count == 1)
    }

    @Test func everyThemeIsEmbeddedAsItIs() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
                "themes")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }
        #expect(Set(EmbeddedFile.themes.keys) == Set(files.map { String($0.dropLast(5)) }))
        for file in files {
            let text = try String(
                contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            #expect(EmbeddedFile.themes[String(file.dropLast(5))]?.text == text)
        }
    }
}
