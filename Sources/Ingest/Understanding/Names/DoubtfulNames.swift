/// Names of municipalities that are also something else.
enum DoubtfulNames {
    enum Other: Sendable {
        /// A word that may begin a sentence: "Vara", "Mark", "Berg".
        case word
        /// A first name: "Nora", "Mark". A preposition before it proves nothing but "i".
        case firstName
        /// A surname: "Lund", "Norberg".
        case surname
    }

    /// What the name may be besides a municipality; nil for a name that is nothing else.
    static func other(_ name: String) -> Other? { table[name] }

    private static let table: [String: Other] = {
        var table: [String: Other] = [:]
        let words = """
            vara sala kil berg boden mark köping klippan skara säter flen kumla ånge grums åre habo håbo hjo bjuv orsa \
            ale eda heby malå mora höör salem kinda ydre tibro sunne trosa lomma
            """
        let firstNames = "nora mark eda dorotea vilhelmina ale salem"
        let surnames = "lund berg norberg falkenberg boden sala hörby ljungby mora säter bro"
        for word in words.split(separator: " ") { table[String(word)] = .word }
        for name in surnames.split(separator: " ") { table[String(name)] = .surname }
        for name in firstNames.split(separator: " ") { table[String(name)] = .firstName }
        return table
    }()
}
