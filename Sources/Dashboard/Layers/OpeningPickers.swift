import ClimateModel

/// The lists to choose from.
extension AppState {
    mutating func open(
        _ purpose: Picker.Purpose, _ title: Phrase, _ items: [Picker.Item],
        current: Picker.Value? = nil
    ) {
        push(.picker(Picker(purpose, title: title(language), items: items, current: current)))
    }

    /// Every action that means something here, by title.
    mutating func openPalette() {
        let rows = environment.keyMap.palette(
            for: context, isRestricted: environment.isRestricted, formats: formats)
        let items = rows.map {
            Picker.Item(
                .action($0.action), $0.title, detail: $0.keys, disabledReason: $0.refusal)
        }
        open(.command, Phrases.commands, items)
    }

    mutating func openThemePicker(_ themes: [ThemeSample]) {
        let items = themes.map { sample in
            var item = Picker.Item(.theme(sample.name), sample.name)
            if [.trueColor, .palette256].contains(theme.depth) { item.colors = sample.colors }
            return item
        }
        open(.theme, Phrases.themes, items, current: .theme(theme.name))
    }

    mutating func openMunicipalityPicker(_ purpose: Picker.Purpose) {
        let sorted = content.gazetteer.all
            .map { (Collation.key(for: $0.name, in: language), $0) }
            .sorted { $0.0 < $1.0 }
        let items = sorted.map { _, municipality in
            Picker.Item(
                .municipality(municipality.code), municipality.name,
                detail: municipality.county.shortName)
        }
        open(
            purpose,
            purpose == .comparison ? Phrases.compareWith : Phrases.chooseMunicipality, items,
            current: chosen.map { .municipality($0) })
    }

    mutating func openIndicatorPicker() {
        let items = content.indicators.map {
            Picker.Item(.indicator($0.id), $0.title.text(in: language), detail: $0.publisher)
        }
        open(
            .indicator, Phrases.chooseRanking, items,
            current: rankings.indicator.map { .indicator($0) })
    }

    mutating func openPeriodPicker() {
        guard let table = content.table else { return }
        let all = content.gazetteer.all.count
        let items = rankingPeriods.reversed().map { period in
            Picker.Item(
                .period(period), String(period.year),
                detail: formats.place(table.knownCount(in: period), of: all))
        }
        open(.period, Phrases.chooseYear, items, current: rankings.period.map { .period($0) })
    }

    mutating func openScopePicker() {
        var items = [Picker.Item(.scope(.country), Phrases.wholeCountry(language))]
        if let chosen, let mine = content.gazetteer[chosen] {
            items += [
                Picker.Item(
                    .scope(.peers(chosen)), Phrases.peers(of: mine.name)(language)),
                Picker.Item(
                    .scope(.group(mine.group.code)), mine.group.name.text(in: language),
                    detail: Phrases.sameGroup(language)),
                Picker.Item(
                    .scope(.county(mine.county.code)), mine.county.name,
                    detail: Phrases.sameCounty(language)),
            ]
        }
        items.append(
            Picker.Item(
                .scope(.followed), Phrases.followedOnes(language),
                disabledReason: followed.isEmpty ? Phrases.nobodyFollowed(language) : nil))
        let listed = Set(items.map(\.value))
        let rest =
            content.gazetteer.counties.map { Picker.Item(.scope(.county($0.code)), $0.name) }
            + content.gazetteer.groups.map {
                Picker.Item(.scope(.group($0.code)), $0.name.text(in: language), detail: "SKR")
            }
        items += rest.filter { !listed.contains($0.value) }
        open(.scope, Phrases.chooseScope, items, current: .scope(rankings.scope))
    }

    mutating func openSortPicker() {
        let hasValues = content.table?.indicator.kind == .value
        let columns = RankingsPane.Sort.Column.allCases.filter { $0 != .value || hasValues }
        open(
            .sort, Phrases.sortBy,
            columns.map { Picker.Item(.sort($0), $0.title(language)) },
            current: .sort(rankings.sort.column))
    }

    mutating func openPhasePicker() {
        let items = Project.Phase.allCases.map {
            Picker.Item(.projectPhase($0), $0.title(language))
        }
        open(
            .projectPhase, Phrases.choosePhase, [all(Phrases.allPhases)] + items,
            current: projects.phase.map { .projectPhase($0) } ?? .all)
    }

    mutating func openStatusPicker() {
        let items = Project.Status.allCases.map {
            Picker.Item(.projectStatus($0), $0.title(language))
        }
        open(
            .projectStatus, Phrases.chooseStatus, [all(Phrases.allStatuses)] + items,
            current: projects.status.map { .projectStatus($0) } ?? .all)
    }

    /// The sources that have news, with how many, and what tells them apart where two have the same title: else their kind.
    mutating func openSourcePicker(_ counts: [Source.ID: Int]) {
        let sources = content.sources.values.filter { counts[$0.id] != nil }
        let titles = Dictionary(grouping: sources, by: \.title)
        let marks = SourceMarks(sources, isForGuests: environment.isRestricted)
        let items =
            sources
            .map { (Collation.key(for: $0.title, in: language), $0.id.rawValue, $0) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map { _, _, source in
                let isShared = (titles[source.title]?.count ?? 0) > 1
                let mark = isShared ? marks[source.id] ?? source.kind.title(language) : nil
                return Picker.Item(
                    .newsSource(source.id), source.title,
                    detail: (mark.map { $0 + "  " } ?? "") + formats.whole(counts[source.id]))
            }
        open(
            .newsSource, Phrases.chooseSource, [all(Phrases.allSources)] + items,
            current: news.source.map { .newsSource($0) } ?? .all)
    }

    /// Asks before what can't be undone.
    mutating func askToMarkAllRead() {
        let unread = news.count.unread
        guard unread > 0 else {
            notice = Notice(text: Phrases.allReadAlready(language), isProblem: false)
            return
        }
        let title = Phrases.markAllRead(unread, formats)
        open(
            .markAllRead, Phrase(same: title),
            [
                Picker.Item(.markAllRead(newsQuery), Phrases.yes(language), detail: "Enter"),
                Picker.Item(.all, Phrases.no(language), detail: "Esc"),
            ])
    }

    mutating func openKindPicker() {
        let items = NewsItem.Kind.allCases.map { Picker.Item(.newsKind($0), $0.title(language)) }
        open(
            .newsKind, Phrases.chooseKind, [all(Phrases.allKinds)] + items,
            current: news.kind.map { .newsKind($0) } ?? .all)
    }

    private func all(_ phrase: Phrase) -> Picker.Item {
        Picker.Item(.all, phrase(language))
    }
}
