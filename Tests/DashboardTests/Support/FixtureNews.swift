import ClimateModel

/// News of every kind: some told, enough others for lists to be longer than a screen.
extension Fixture {
    static let news: [NewsItem] = told + (1...70).map(small)

    /// The latest three, and every fifth of the small ones.
    static let unread = Set(
        news.sorted { $0.published.sortKey > $1.published.sortKey }.prefix(3).map(\.id)
            + (1...70).filter { $0 % 5 == 0 }.map { small($0).id })

    private static let told: [NewsItem] = [
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
                    .text(". " + ramble),
                ]),
                .list(
                    ordered: true, items: [[.text("Först lyssna")], [.emphasis("Sedan göra")]]),
                .paragraph([.text(ramble)]),
            ])),
        item(
            "release", .pressRelease, text("Karlskoga vinner pris", "Karlskoga wins a prize"),
            .moment(Timestamp(date(2021, 11, 19), hour: 9)), ["1883"],
            body: StructuredText([.paragraph([.text("Priset gäller kommunens kvalitet.")])])),
        item(
            "blog", .blogPost, text("Landshövdingen på besök", "The governor visits"),
            .date(PartialDate(date(2012, 9, 14))), ["1766"]),
        item(
            "grums", .news, text("Grums bygger nytt", "Grums builds anew"),
            .date(PartialDate(date(2021, 3, 5))), ["1764"]),
        item("undated", .news, text("Nytt kontor", "A new office"), .unknown, ["1780", "1781"]),
        item(
            "long", .news,
            text(
                "Regeringen, länsstyrelsen och sexton kommuner i Värmland och Örebro län enas om gemensamma tider för handläggning av tillstånd",
                "The government, the county boards and sixteen municipalities agree on common times for the handling of permits"
            ),
            .moment(Timestamp(date(2021, 11, 18), hour: 23, minute: 30)),
            ["1780", "1781", "1883", "1764"], body: StructuredText([.paragraph([.text(ramble)])])),
        item(
            "emoji", .news,
            text("👩‍👩‍👧 Familjeföretagens dag 🎉 i 東京 och Åmål", "Family business day 🎉 in 東京"),
            .moment(Timestamp(date(2021, 11, 17), hour: 6)), []),
    ]

    private static let ramble =
        "Arbetet går vidare under våren, med samtal på plats hos företagen i alla delar av kommunen "
        + "och en ny mätning i september; resultatet jämförs med grannkommunernas."

    /// One a fortnight, going back from the beginning of November 2021.
    private static func small(_ number: Int) -> NewsItem {
        let names = Fixture.names.map { ($0.prefix(4), $0.dropFirst(5)) }
        let (code, name) = names[number % names.count]
        let day = CalendarDate(daysSinceEpoch: date(2021, 11, 8).daysSinceEpoch - 14 * number)
        return item(
            "small-\(number)", NewsItem.Kind.allCases[number % 4],
            text("\(name): notis nummer \(number)", "\(name): note number \(number)"),
            .date(PartialDate(day)), [String(code)],
            body: StructuredText([.paragraph([.text("Det här är notis \(number).")])]))
    }

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
