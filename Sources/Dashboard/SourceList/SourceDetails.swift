import ClimateModel
import TextGrid

/// What is known of a source, line by line.
struct SourceDetails {
    private var builder: PageBuilder
    private var context: PageContext { builder.context }
    private var language: Language { context.language }
    private var formats: Formats { context.formats }
    private var state: AppState { context.state }

    var content: PageContent { builder.content }

    /// All of it, as a page: what went wrong first, over the whole width.
    init(_ overview: SourceOverview, context: PageContext, width: Int) {
        builder = PageBuilder(
            context, width: width,
            trail: [Phrases.sourceList(context.language), overview.source.title])
        builder.paragraph(overview.source.title, .strong)
        addError(overview)
        builder.gap()
        addFacts(overview)
    }

    /// - Parameter isShort: whether only what matters most has room.
    init(_ overview: SourceOverview, isShort: Bool, context: PageContext, width: Int) {
        builder = PageBuilder(context, width: width)
        if isShort {
            addError(overview)
            builder.paragraph(condition(overview))
            if let address = address(overview) { builder.line(address, .dim) }
        } else {
            builder.line(overview.source.title, .strong)
            addFacts(overview, error: overview.source.lastError?.text(in: language))
        }
    }

    private mutating func addError(_ overview: SourceOverview) {
        guard let error = overview.source.lastError?.text(in: language) else { return }
        builder.paragraph(error, .noticeProblem)
    }

    private mutating func addFacts(_ overview: SourceOverview, error: String? = nil) {
        fact(Phrases.stateLabel, condition(overview))
        if let error {
            builder.fact(
                Phrases.lastError(language), [builder.span(error, .noticeProblem)],
                labelWidth: Self.labelWidth)
        }
        if let address = address(overview) { fact(Phrases.address, address) }
        if let subscription = overview.subscription {
            fact(Phrases.nextLabel, next(subscription))
        }
        let all = Phrases.content(of: overview, formats)
        fact(Phrases.contentLabel, all.isEmpty ? formats.missing : all.joined(separator: ", "))
        if let subscription = overview.subscription, !state.environment.isRestricted {
            let place =
                subscription.origin == .config ? Phrases.inConfigFile : Phrases.inDatabase
            fact(Phrases.settingsLabel, place(language))
        }
    }

    private static let labelWidth = 12

    private mutating func fact(_ label: Phrase, _ text: String) {
        builder.fact(label(language), [builder.span(text)], labelWidth: Self.labelWidth)
    }

    /// "kunde inte läsas, 3 gånger i rad, senast för 2 timmar sedan".
    private func condition(_ overview: SourceOverview) -> String {
        var text = overview.condition.sentence(language)
        guard let reading = overview.subscription?.state else { return text }
        if reading.failures > 1 { text += ", " + Phrases.failures(reading.failures, formats) }
        if let moment = reading.lastAttempt {
            let age = formats.age(of: moment, now: state.now, offset: offset(moment))
            text += ", " + Phrases.last(age)(language)
        }
        return text
    }

    /// A guest need not know where things lie, nor what an address holds.
    private func address(_ overview: SourceOverview) -> String? {
        if state.environment.isRestricted { return nil }
        return overview.subscription?.settings.address ?? overview.source.address
    }

    private func next(_ subscription: Subscription) -> String {
        var parts: [String] = []
        if subscription.isPaused {
            parts.append(Phrases.notWhilePaused(language))
        } else if let moment = subscription.state.nextAttempt, moment > state.now {
            parts.append(formats.wait(until: moment, now: state.now, offset: offset(moment)))
        } else {
            parts.append(Phrases.atOnce(language))
        }
        if let interval = subscription.settings.interval ?? subscription.state.interval {
            let isAdaptive = subscription.settings.interval == nil
            parts.append(
                Phrases.interval(formats.duration(interval))(language)
                    + (isAdaptive ? Phrases.adaptive(language) : ""))
        }
        return parts.joined(separator: " \(context.glyphs.separator) ")
    }

    private func offset(_ moment: Timestamp) -> Int { state.environment.localOffset(moment) }
}

/// What reading a source would bring, as a page.
struct SourceTestContent {
    private var builder: PageBuilder
    private var language: Language { builder.context.language }

    var content: PageContent { builder.content }

    init(_ test: SourceTesting, context: PageContext, width: Int) {
        builder = PageBuilder(
            context, width: width, trail: [Phrases.sourceTest(context.language), test.title])
        guard let result = test.result else {
            builder.paragraph(Phrases.testing(language), .dim)
            return
        }
        if let error = result.error {
            builder.paragraph(Phrases.cannotBeRead(language), .strong)
            builder.paragraph(error, .noticeProblem)
        } else {
            builder.paragraph(Phrases.readsWell(language), .strong)
        }
        builder.gap()
        addFacts(result)
        if !result.problems.isEmpty {
            builder.section(Phrases.problemsLabel)
            for problem in result.problems { builder.bullet([builder.span(problem)]) }
        }
        if !result.preview.isEmpty {
            builder.section(Phrases.wouldBeRead)
            for title in result.preview { builder.bullet([builder.span(title)]) }
        }
    }

    private mutating func addFacts(_ result: SourceTest) {
        if !result.address.isEmpty { fact(Phrases.address, result.address) }
        if let kind = result.kind { fact(Phrases.kindLabel, kind.title(language)) }
        if let title = result.title { fact(Phrases.titleLabel, title) }
        if result.error == nil {
            fact(Phrases.itemsLabel, builder.context.formats.whole(result.items))
        }
        if let newest = result.newest {
            let date = PartialDate(newest).map { builder.context.formats.longDate($0) }
            fact(Phrases.newestLabel, date ?? newest)
        }
    }

    private mutating func fact(_ label: Phrase, _ text: String) {
        builder.fact(label(language), [builder.span(text)], labelWidth: 10)
    }
}
