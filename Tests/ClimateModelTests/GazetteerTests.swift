import ClimateModel
import Testing

@Suite struct GazetteerTests {
    private let gazetteer = Gazetteer([
        .test(1781, "Kristinehamn", peers: [1784, 1785]), .test(1784, "Arvika", group: "C8"),
        .test(1785, "Säffle", group: "C8"), .test(305, "Håbo"), .test(643, "Habo"),
        .test(1490, "Borås"), .test(1480, "Göteborg"), .test(2023, "Malung-Sälen"),
    ])

    @Test(arguments: [
        ("Kristinehamn", "1781"), ("KRISTINEHAMN", "1781"), ("kristinehamns kommun", "1781"),
        ("Kristinehamns", "1781"), ("Säffle", "1785"), ("saffle", "1785"), ("Håbo", "0305"),
        ("Habo", "0643"), ("HABO kommun", "0643"), ("håbo kommun", "0305"), ("Borås", "1490"),
        ("Borås Stad", "1490"), ("boras", "1490"), ("Göteborgs stad", "1480"),
        (" Malung-Sälen  kommun", "2023"), ("Sa\u{308}ffle", "1785"),
    ])
    func aMunicipalityIsKnownByItsName(name: String, code: String) {
        #expect(gazetteer.named(name)?.code.rawValue == code)
    }

    @Test(arguments: ["", "Kristinehanm", "kommun", "stad", "s", " kommun", "Kristinehamnss"])
    func nothingElseIsAName(name: String) { #expect(gazetteer.named(name) == nil) }

    @Test func scopesHoldTheirMembers() {
        let own = MunicipalityCode(1781)
        #expect(gazetteer.members(of: .country).count == 8)
        #expect(
            gazetteer.members(of: .county("17")).map(\.rawValue).sorted() == [
                "1781", "1784", "1785",
            ])
        #expect(gazetteer.members(of: .group("C8")).map(\.rawValue).sorted() == ["1784", "1785"])
        #expect(gazetteer.members(of: .peers(own)).count == 3)
        #expect(gazetteer.members(of: .peers(MunicipalityCode(9999))).count == 1)
        #expect(gazetteer.members(of: .followed, followed: [own]) == [own])
        #expect(gazetteer.members(of: .county("99")).isEmpty)
    }

    @Test func theyAreInOrderOfCode() {
        #expect(gazetteer.all.map(\.code) == gazetteer.all.map(\.code).sorted())
        #expect(gazetteer.counties.map(\.code) == ["03", "06", "14", "17", "20"])
        #expect(gazetteer.groups.map(\.code) == ["B5", "C8"])
        #expect(gazetteer[MunicipalityCode(1784)]?.name == "Arvika")
    }

    @Test(arguments: ["", "178", "17811", "17a1", "１７８１", "-781", " 781"])
    func onlyFourDigitsAreACode(text: String) { #expect(MunicipalityCode(rawValue: text) == nil) }

    @Test(arguments: [
        ("Värmlands län", "Värmland"), ("Västra Götalands län", "Västra Götaland"),
        ("Kalmar län", "Kalmar"), ("Örebro län", "Örebro"), ("Uppsala län", "Uppsala"),
    ])
    func countiesHaveShortNames(name: String, short: String) {
        #expect(County(code: "00", name: name).shortName == short)
    }
}
