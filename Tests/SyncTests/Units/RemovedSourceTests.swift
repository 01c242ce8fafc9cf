import ClimateModel
import Testing

@testable import IngestApp

/// What is said of a source that was removed.
@Suite struct RemovedSourceTests {
    private func told(news: Int = 0, figures: Int = 0, projects: Int = 0) -> Phrase {
        .removed(
            SourceOverview(
                source: Source(id: .init(rawValue: "b"), kind: .feed, title: "Badet"),
                newsCount: news, figureCount: figures, projectCount: projects),
            withContent: false)
    }

    @Test func whatStaysIsCountedByItsKind() {
        let all = told(news: 1, figures: 1_290, projects: 2)
        #expect(
            all.en
                == "Removed: Badet. What was brought in stays (1 news item, 1,290 figures, 2 projects)."
        )
        #expect(
            all.sv
                == "Borttagen: Badet. Det som har hämtats finns kvar (1 nyhet, 1\u{202F}290 siffror, 2 projekt)."
        )
        #expect(told(figures: 1).en.hasSuffix("stays (1 figure)."))
    }

    @Test func nothingIsSaidToStayWhereNothingCame() {
        #expect(told().sv == "Borttagen: Badet")
    }
}
