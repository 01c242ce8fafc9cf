import ClimateModel
import Ingest
import Testing

@Suite struct NameTests {
    private let finder: MentionFinder
    private let gazetteer: Gazetteer

    init() throws {
        gazetteer = try Starter.gazetteer()
        finder = MentionFinder(gazetteer)
    }

    private func names(in text: String) -> [String] {
        finder.mentions(in: text).compactMap { gazetteer[$0.municipality]?.name }
    }

    @Test(arguments: [
        ("Kristinehamns näringsliv växer.", ["Kristinehamn"]),
        ("I Kristinehamns kommun bor 24 000.", ["Kristinehamn"]),
        ("Malmö stad och Göteborgs Stad samarbetar.", ["Malmö", "Göteborg"]),
        ("Borås och Kramfors växer, liksom Borås kommun.", ["Borås", "Kramfors", "Borås"]),
        (
            "Upplands Väsby, Upplands-Bro och Östra Göinge",
            ["Upplands Väsby", "Upplands-Bro", "Östra Göinge"]
        ),
        (
            "Malung-Sälens kommun, Dals-Eds kommun, Lilla Edets kommun",
            ["Malung-Sälen", "Dals-Ed", "Lilla Edet"]
        ),
        ("Habo är inte Håbo.", ["Habo", "Håbo"]),
        ("Falu kommun bygger.", ["Falun"]),
        ("Gothenburg's companies and the municipality of Mark.", ["Göteborg", "Mark"]),
        ("Region Gotland beslutar.", ["Gotland"]),
        ("KRISTINEHAMN SATSAR", ["Kristinehamn"]),
        ("Mötet hölls i Vara, Skara och Lidköping.", ["Vara", "Skara", "Lidköping"]),
        ("Kommunerna Ale, Kungälv och Mark", ["Ale", "Kungälv", "Mark"]),
        ("Marks kommun bygger. Nu vill Mark växa.", ["Mark", "Mark"]),
        ("Företag i Boden och Mora", ["Boden", "Mora"]),
        ("Hjo, Åre och Bjuv", ["Hjo", "Åre", "Bjuv"]),
    ])
    func namesAreFound(text: String, expected: [String]) {
        #expect(names(in: text) == expected)
    }

    @Test(arguments: [
        "Kalmar län växer.", "I Kalmar och Jönköpings län", "Uppsala, Örebro och Gotlands län",
        "Kalmar FF vann mot IFK Göteborg.", "Lunds universitet och Uppsala universitet",
        "Region Uppsala beslutar.", "Vara eller inte vara.", "Mark och skog säljs.",
        "Mark- och miljödomstolen", "Mark & Anläggning AB", "Anna Lund och Per Berg",
        "Nora Larsson talar.",
        "A. Norberg skriver.", "Boden var stängd.", "det ska vara mark",
        "kalmarsundet och Kalmarsund",
        "Stockholm Business Alliance", "Borås Tidning skriver.", "Moraknivar från Solnavägen",
        "Salabygden och Kilströmmen", "Sala Silvergruva", "Berg av skräp", "Falu rödfärg",
        "Köping i äldre tid var en handelsplats.", "Klippan är brant.",
    ])
    func otherSensesAreLeft(text: String) {
        #expect(names(in: text).isEmpty)
    }

    @Test func everyNameIsFoundInEveryForm() {
        for municipality in gazetteer.all {
            let name = municipality.name
            let genitive = "sxz".contains(name.last ?? " ") ? name : name + "s"
            for text in [
                "Mötet i \(name) kommun.", "Se \(genitive) kommun.", "Det sker i \(name).",
            ] {

                #expect(names(in: text) == [name], "\(text)")
            }
            #expect(
                names(in: "\(municipality.county.name) växer").isEmpty,
                "\(municipality.county.name)")
        }
    }

    @Test func placesInTheTextAreKept() throws {
        let text = "Å ena sidan Kristinehamns kommun."
        let mention = try #require(finder.mentions(in: text).first)
        #expect(mention.text == "Kristinehamns kommun")
        #expect(String(decoding: Array(text.utf8)[mention.bytes], as: UTF8.self) == mention.text)
    }
}
