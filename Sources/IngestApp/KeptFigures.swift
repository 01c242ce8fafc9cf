import ClimateModel

/// Figures that a file has other values for, and that stay as surer publishers gave them.
struct KeptFigures {
    /// How many, by the publisher whose they are.
    let counts: [String: Int]

    private static let publishersNamed = 3

    /// "3 siffror behölls som de var: Svenskt Näringsliv har redan angett andra"; nil where there are none.
    var note: Phrase? {
        let total = counts.values.reduce(0, +)
        guard total > 0 else { return nil }
        let publishers = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let names = publishers.prefix(Self.publishersNamed).map { CleanText.line($0) }
            .joined(separator: ", ")
        let more = publishers.count > Self.publishersNamed
        let isOne = total == 1
        return Phrase(
            sv: "\(Count.sv(total)) \(isOne ? "siffra" : "siffror") behölls som "
                + "\(isOne ? "den" : "de") var: \(names)\(more ? " m.fl." : "") har redan angett "
                + (isOne ? "en annan" : "andra"),
            en: "\(Count.en(total)) \(isOne ? "figure was" : "figures were") kept as "
                + "\(isOne ? "it was" : "they were"): \(names)\(more ? " and others" : "") "
                + (publishers.count == 1 ? "has" : "have") + " given "
                + (isOne ? "another" : "others"))
    }
}
