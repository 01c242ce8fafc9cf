import ClimateModel
import ClimateStore
import CommandWords
import Dashboard
import TextGrid

/// What the doctor says.
enum DoctorPhrases {
    static let config = Phrase(sv: "Inställningar", en: "Config")

    static let noSources = Phrase(
        sv: "inga än: utkik source add ADRESS", en: "none yet: utkik source add ADDRESS")

    static func sources(
        _ tally: SourceTally, last: Timestamp?, now: Timestamp, isLate: Bool
    ) -> Phrase {
        func text(_ language: Language) -> String {
            let formats = Formats(language)
            let age = last.map {
                formats.age(of: $0, now: now, offset: LocalTime.offset(at: now))
            }
            let read =
                age.map { Phrase(sv: "senaste hämtningen \($0)", en: "last sync \($0)")(language) }
                ?? Phrase(sv: "ingen hämtning än", en: "no sync yet")(language)
            let hint = Phrase(
                sv: "kör utkik sync, eller låt systemd göra det: utkik doctor --systemd",
                en: "run utkik sync, or have systemd do it: utkik doctor --systemd")(language)
            let reasons = Phrase(
                sv: "utkik source list säger varför", en: "utkik source list tells why")(language)
            return [
                tally.sentence(formats), read, isLate ? hint : nil,
                tally.failing > 0 ? reasons : nil,
            ].compactMap(\.self).joined(separator: "; ")
        }
        return Phrase(sv: text(.swedish), en: text(.english))
    }

    static let contact = Phrase(sv: "Kontakt", en: "Contact")

    static let noContact = Phrase(
        sv: "de vars servrar läses kan inte nå dig om något går fel; skriv i inställningsfilen: "
            + "[sync] och på nästa rad contact = \"https://…\" eller en e-postadress",
        en:
            "those whose servers are read can't reach you should anything go wrong; write in the config: "
            + "[sync] and on the next line contact = \"https://…\" or a mail address")

    static let locale = Phrase(sv: "Språk och tid", en: "Language and time")

    static let noUTF8 = Phrase(
        sv: "Teckenuppsättningen är inte UTF-8: ramar och diagram ritas med ASCII. "
            + "Sätt till exempel LC_ALL=sv_SE.UTF-8",
        en: "The character set is not UTF-8: lines and charts are drawn in ASCII. "
            + "Set for example LC_ALL=C.UTF-8")

    static func colors(_ depth: ColorDepth) -> Phrase {
        switch depth {
        case .mono: Phrase(sv: "inga färger", en: "no colours")
        case .ansi8: Phrase(sv: "8 färger", en: "8 colours")
        case .ansi16: Phrase(sv: "16 färger", en: "16 colours")
        case .palette256: Phrase(sv: "256 färger", en: "256 colours")
        case .trueColor: Phrase(sv: "24-bitars färg", en: "24-bit colour")
        }
    }

    static func noContent(_ path: String) -> Phrase {
        Phrase(
            sv: "\(path) finns inte än: den görs när utkik startas",
            en: "\(path) is not there yet: it is made when utkik starts")
    }

    static func content(_ found: ContentDiagnosis, _ path: String) -> Phrase {
        Phrase(sv: content(found, path, .swedish), en: content(found, path, .english))
    }

    private static func content(
        _ found: ContentDiagnosis, _ path: String, _ language: Language
    ) -> String {
        let formats = Formats(language)
        let counts: [(Int, Phrase)] = [
            (found.municipalities, Phrase(sv: "kommuner", en: "municipalities")),
            (found.figures, Phrase(sv: "siffror", en: "figures")),
            (found.projects, Phrase(sv: "projekt", en: "projects")),
            (found.news, Phrase(sv: "nyheter", en: "news items")),
        ]
        let list = counts.map { formats.whole($0) + " " + $1(language) }
        return (["\(path) (\(found.schema), SQLite \(found.sqlite))"] + list)
            .joined(separator: ", ")
    }

    static let noConfig = Phrase(
        sv: "ingen: avstängt för gäster", en: "none: switched off for guests")

    static func noConfigYet(_ path: String) -> Phrase {
        Phrase(sv: "\(path) finns inte; allt är som vanligt", en: "no \(path); all is as usual")
    }

    static let noMarks = Phrase(
        sv: "inga: avstängt för gäster", en: "none: switched off for guests")

    static func noMarksYet(_ path: String) -> Phrase {
        Phrase(sv: "\(path) görs när den behövs", en: "\(path) is made when it is needed")
    }

    static func notWritable(_ path: String) -> Phrase {
        Phrase(sv: "\(path) går inte att skriva", en: "\(path) can't be written")
    }
}
