import ClimateModel

extension Fixture {
    static let projects = [
        Project(
            id: .init(rawValue: "a-oversyn"),
            title: text("Översyn av samhällsbyggnad", "Review of community planning"),
            municipality: code("1781"),
            summary: text(
                "Bättre service till företag och invånare.",
                "Better service to companies and residents."),
            phase: .ongoing, status: .green, owner: text("Kommundirektören", "Municipal director"),
            start: PartialDate("2019-11"), end: PartialDate("2022-06"),
            strands: [.init(title: text("Företagslots", "Business pilot"))],
            milestones: [
                .init(
                    title: text("Beslut i kommunstyrelsen", "Decision by the board"),
                    date: PartialDate("2021-09"), isDone: true),
                .init(
                    title: text("Utbildning startar", "Training starts"),
                    date: PartialDate("2021-11-29")),
            ],
            decisions: [
                .init(
                    title: text("Utse en gemensam lots", "Appoint a joint pilot"),
                    date: PartialDate("2021-09"), body: text("kommunstyrelsen", "the board"))
            ],
            outcomes: [
                .init(
                    title: text("intervjuer gjorda", "interviews made"), figure: 212,
                    unit: text("intervjuer", "interviews"), qualifier: text("över", "over"))
            ],
            people: [.init(name: "Anna Ek", role: text("projektledare", "project manager"))],
            links: [
                .init(
                    title: text("Om översynen", "About the review"),
                    address: "https://example.org/oversyn")
            ],
            updates: [
                .init(
                    date: PartialDate("2021-10-02"),
                    text: text("Sex beslut togs.", "Six decisions were taken."))
            ],
            provenance: provenance),
        Project(
            id: .init(rawValue: "b-hamn"), title: text("Ny hamnplan", "New harbour plan"),
            municipality: code("1781"), phase: .ongoing, status: .amber,
            start: PartialDate("2020"), provenance: provenance),
        Project(
            id: .init(rawValue: "c-torg"), title: text("Torget", "The square"),
            municipality: code("1883"), phase: .planned, status: .red,
            start: PartialDate("2022-03"), end: PartialDate("2023-05"), provenance: provenance),
        Project(
            id: .init(rawValue: "d-bygget"), title: text("Framtidsbygget", "Building the future"),
            municipality: code("1766"), phase: .completed, start: PartialDate("2015"),
            end: PartialDate("2018"), provenance: provenance),
    ]

    static let news: [NewsItem] = [
        item(
            "newsletter", .newsletter,
            text("Nästa steg i samhällsbyggnadsarbetet", "The next step in community planning"),
            .date(PartialDate(date(2021, 10, 2))), ["1781"],
            body: StructuredText([
                .paragraph([.text("Kommunstyrelsen beslutade i september om sex åtgärder.")]),
                .heading(level: 2, [.text("Åtgärderna")]),
                .list(
                    ordered: false,
                    items: [
                        [.text("ett uppdaterat förslag till näringslivspolitisk plan")],
                        [.text("en gemensam "), .strong("företagslots")],
                    ]),
                .quote([.text("Vi vill göra det enkelt att driva företag här.")]),
                .paragraph([
                    .text("Läs mer hos "),
                    .link(text: "Närsam", address: "https://example.org/narsam"),
                    .text("."),
                ]),
            ])),
        item(
            "release", .pressRelease, text("Karlskoga vinner pris", "Karlskoga wins a prize"),
            .moment(Timestamp(date(2021, 11, 19), hour: 9)), ["1883"]),
        item(
            "blog", .blogPost, text("Landshövdingen på besök", "The governor visits"),
            .date(PartialDate(date(2012, 9, 14))), ["1766"]),
        item(
            "grums", .news, text("Grums bygger nytt", "Grums builds anew"),
            .date(PartialDate(date(2021, 3, 5))), ["1764"]),
        item("undated", .news, text("Nytt kontor", "A new office"), .unknown, ["1780", "1781"]),
    ]

    private static func item(
        _ identity: String, _ kind: NewsItem.Kind, _ title: LocalizedText,
        _ published: PublicationDate, _ codes: [String], body: StructuredText? = nil
    ) -> NewsItem {
        NewsItem(
            identity: identity, kind: kind, title: title, body: LocalizedBody(swedish: body),
            link: "https://example.org/" + identity, published: published,
            municipalities: codes.map { code($0) }, provenance: provenance)
    }
}
