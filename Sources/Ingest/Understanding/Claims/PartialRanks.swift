/// Ranks within a part of the country, or by a part of the ranking.
extension ClaimGate {
    /// "Länets etta är Kil, tvåa Hammarö": a small rank beside one within a county, unless it tells of the country.
    func goesWithPartial(_ statement: Statement) -> Bool {
        guard statement.rank ?? 290 <= 20, statement.captures.previous == nil else { return false }
        return !tokens[clauses.smallPart(around: statement.tokens)].contains {
            $0.isOne(of: [.nation, .nations, .rankingCue]) || $0.cardinal == 290
        }
    }

    /// Whether the rank is one within a county, a group or a factor: "plats 3 i länet", "plats 14 i kategorin service".
    func isPartial(_ statement: Statement) -> Bool {
        isFollowedByRegion(statement) || isAfterRegion(statement) || isOfFactor(statement)
            || isFromBelow(statement) || isOfNamedFactor(statement) || isOfOther(statement)
    }

    /// "i länet", "bland Värmlands kommuner", "av 16 kommuner" after it.
    private func isFollowedByRegion(_ statement: Statement) -> Bool {
        let rest = tokens[statement.tokens.upperBound..<sentence.upperBound].prefix(7)
        for (offset, token) in rest.enumerated() {
            if token.kind == .mark && !token.isMark("(") || token.isOne(of: .contrast) {
                return false
            }
            if token.isOne(of: [.nations, .nation]) && token.text != "kommuner" { return false }
            if let count = token.cardinal, offset > 0, !YearFinder.isYear(token) {
                let before = rest[rest.startIndex + offset - 1]
                return Self.among.contains(before.text) && count < 280
            }
            if token.isOne(of: .region) { return true }
            // "bland de skånska kommunerna".
            if token.text.hasPrefix("kommuner"), offset > 0,
                rest[rest.startIndex + offset - 1].text.hasSuffix("ska"),
                rest[rest.startIndex + offset - 1].text != "svenska"
            {
                return true
            }
            if ["med", "with"].contains(token.text), offset > 0,
                rest[rest.startIndex + offset - 1].text.hasPrefix("kommuner")
                    || rest[rest.startIndex + offset - 1].text == "municipalities"
            {
                return rest.prefix(offset).contains { Self.among.contains($0.text) }
            }
            if token.isOne(of: .subset),
                rest.prefix(offset).contains(where: { Self.among.contains($0.text) })
            {
                return true
            }
            if token.isOne(of: [.and, .rankVerb, .climb, .fall]) { return false }
        }
        return false
    }

    /// "länets trea"; "I Värmland hamnar Kristinehamn på plats 3": no county has more than 49 municipalities.
    private func isAfterRegion(_ statement: Statement) -> Bool {
        let start = statement.tokens.lowerBound
        if start > sentence.lowerBound, tokens[start - 1].isOne(of: .region) { return true }
        if start > sentence.lowerBound + 1, tokens[start - 1].isMark(":"),
            !tokens[start].isOne(of: .name),
            tokens[start - 2].isOne(of: [.region, .subset])
        {
            return true
        }
        let value = statement.rank ?? statement.change.map(abs) ?? 290
        guard value <= 49 else { return false }
        let part = tokens[clauses.smallPart(around: statement.tokens).lowerBound..<start]
        guard let first = part.first,
            ["i", "bland", "inom", "in", "among", "av"].contains(first.text)
        else {
            return part.contains { $0.text == "länets" || $0.text == "regionens" }
        }
        // "Bland kommuner med färre än 10 000 invånare".
        if first.text != "i", first.text != "in",
            part.indices.dropLast().contains(where: {
                part[$0].text.hasPrefix("kommuner") || part[$0].text == "municipalities"
                    ? ["med", "under", "över", "utan", "with"].contains(part[$0 + 1].text) : false
            })
        {
            return true
        }
        // "Av 15 dalakommuner".
        if part.count > 2, let count = part.dropFirst().first?.cardinal, count < 280,
            part.dropFirst(2).first?.text.contains("kommun") ?? false
        {
            return value <= count
        }
        guard let region = part.prefix(4).first(where: { $0.isOne(of: [.region, .subset]) }),
            value <= size(of: region)
        else { return false }
        return !tokens[statement.tokens.upperBound..<sentence.upperBound].prefix(3).contains {
            $0.isOne(of: [.nation, .nations])
        }
    }

    /// How many municipalities the county may have: besides the three large ones none has more than 16.
    private func size(of region: Token) -> Int {
        guard region.isCapitalised, region.classes == .region else { return 49 }
        return ["skåne", "stockholm", "västra", "väst"].contains { region.text.hasPrefix($0) }
            ? 49 : 16
    }

    static let among: Set<String> = ["av", "of", "bland", "among"]

    /// "trea från slutet".
    private func isFromBelow(_ statement: Statement) -> Bool {
        let rest = tokens[statement.tokens.upperBound..<sentence.upperBound].prefix(3)
        return rest.first?.isOne(of: .from) ?? false
            && rest.contains {
                ["slutet", "botten", "bottom", "end", "nedifrån"].contains($0.text)
            }
    }

    /// "i kategorin", "när det gäller".
    private func isOfFactor(_ statement: Statement) -> Bool {
        let part = clauses.statementPart(around: statement.tokens)
        return part.contains { index in
            guard tokens[index].isOne(of: .part) else { return false }
            let next = tokens[(index + 1)..<min(index + 4, sentence.upperBound)]
            if next.contains(where: { $0.isOne(of: .climate) }) { return false }
            guard tokens[index].text == "gäller" else { return true }
            return index > part.lowerBound && ["det", "vad"].contains(tokens[index - 1].text)
        }
    }
}
