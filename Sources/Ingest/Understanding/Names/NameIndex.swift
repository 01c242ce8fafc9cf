import ClimateModel

/// The names of municipalities and counties as tokens, found by their first word.
struct NameIndex: Sendable {
    enum Owner: Hashable, Sendable {
        case municipality(MunicipalityCode)
        /// A county by its code: "Värmland", "Västra Götaland".
        case county(String)
    }

    struct Form: Sendable {
        /// In lower case.
        var words: [String]
        var owner: Owner
        var isGenitive: Bool
        /// Whether it is the municipality's only before "kommun": "Falu kommun".
        var needsKommun = false
    }

    private var forms: [String: [Form]] = [:]

    /// - Complexity: O(*n*) in the number of municipalities.
    init(_ gazetteer: Gazetteer) {
        for municipality in gazetteer.all {
            add(municipality.name, .municipality(municipality.code))
        }
        for (name, official) in Self.otherNames {
            guard let municipality = gazetteer.named(official) else { continue }
            add(name, .municipality(municipality.code), needsKommun: name == "Falu")
        }
        let municipal = Set(gazetteer.all.map { $0.name.lowercased() })
        for county in gazetteer.counties where !municipal.contains(county.shortName.lowercased()) {
            add(county.shortName, .county(county.code))
        }
        forms = forms.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// The words that names begin with, in lower case.
    var firstWords: some Sequence<String> { forms.keys }

    /// Other names than the official one: Falun's in "Falu kommun", and the English name of Göteborg.
    private static let otherNames = [("Falu", "Falun"), ("Gothenburg", "Göteborg")]

    /// Swedish names that end in s, x or z have a genitive like the name itself.
    private mutating func add(_ name: String, _ owner: Owner, needsKommun: Bool = false) {
        let name = name.lowercased()
        for spelling in Self.spellings(of: name) {
            let words = spelling.split(separator: " ").map(String.init)
            add(Form(words: words, owner: owner, isGenitive: false, needsKommun: needsKommun))
            if let last = spelling.last, !"sxz".contains(last), !needsKommun {
                let genitive = words.dropLast() + [(words.last ?? "") + "s"]
                add(Form(words: Array(genitive), owner: owner, isGenitive: true))
            }
        }
    }

    private mutating func add(_ form: Form) {
        guard let first = form.words.first else { return }
        forms[first, default: []].append(form)
    }

    /// "upplands väsby" is also written "upplands-väsby", and "malung-sälen" "malung sälen".
    private static func spellings(of name: String) -> [String] {
        if name.contains(" ") { return [name, name.replacing(" ", with: "-")] }
        if name.contains("-") { return [name, name.replacing("-", with: " ")] }
        return [name]
    }

    /// The longest name that begins with the token at `index`.
    ///
    /// - Complexity: O(1): few names share their first word, and none has more than two.
    func form(in tokens: [Token], at index: Int) -> Form? {
        forms[tokens[index].text]?.first { form in
            index + form.words.count <= tokens.count
                && zip(form.words, tokens[index...]).allSatisfy {
                    $0 == $1.text && $1.kind == .word
                }
        }
    }
}
