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
            phase: .ongoing, caseNumber: "KS 2019/412", status: .green,
            owner: text("Kommundirektören", "Municipal director"),
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
        Project(
            id: .init(rawValue: "e-lang"),
            title: text(
                "Gemensam upphandling av digitala tjänster för tillstånd, tillsyn och bygglov i hela länet",
                "Joint procurement of digital services for permits and inspections in all the county"
            ),
            municipality: code("1780"), phase: .ongoing, status: .red,
            start: PartialDate("2018-03-05"), end: PartialDate("2021-12-31"),
            milestones: [
                .init(title: text("Avtal", "Contract"), date: PartialDate("2021-12-17"))
            ], provenance: provenance),
        Project(
            id: .init(rawValue: "f-ide"),
            title: text("Nattåg 🚆 till Oslo", "Night train 🚆 to Oslo"),
            municipality: code("0999"), phase: .idea, provenance: provenance),
        Project(
            id: .init(rawValue: "g-vila"), title: text("Bredband åt alla", "Broadband for all"),
            municipality: code("1730"), phase: .paused, status: .amber,
            start: PartialDate("2020-05"), provenance: provenance),
        Project(
            id: .init(rawValue: "h-slut"), title: text("Linbanan", "The cable car"),
            municipality: code("1737"), phase: .cancelled, start: PartialDate("2016"),
            end: PartialDate("2017"), provenance: provenance),
    ]
}
