/// Names of municipalities that are also something else.
enum DoubtfulNames {
    enum Other: Sendable {
        /// A word that may begin a sentence: "Vara", "Mark", "Berg".
        case word
        /// A first name: "Nora", "Mark". A preposition before it proves nothing but "i".
        case firstName
        /// A surname: "Lund", "Norberg".
        case surname
        /// Seldom anything else: believed unless it stands in a person's name.
        case rare
    }

    /// What the name may be besides a municipality; nil for a name that is nothing else.
    static func other(_ name: String) -> Other? { table[name] }

    private static let table: [String: Other] = {
        var table: [String: Other] = [:]
        let rare = """
            ånge grums åre habo håbo hjo bjuv orsa heby malå höör kinda ydre tibro sunne trosa lomma kumla skara flen \
            falkenberg ljungby hörby torsby
            """
        let words = "vara sala kil berg boden mark köping klippan säter ale eda mora"
        let firstNames = "nora mark eda dorotea vilhelmina ale salem"
        let surnames = "lund berg norberg"
        for name in rare.split(separator: " ") { table[String(name)] = .rare }
        for word in words.split(separator: " ") { table[String(word)] = .word }
        for name in surnames.split(separator: " ") { table[String(name)] = .surname }
        for name in firstNames.split(separator: " ") { table[String(name)] = .firstName }
        return table
    }()
}
