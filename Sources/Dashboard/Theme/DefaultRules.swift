import TextGrid

/// How roles look where a theme says nothing of them: one accent (blue), green, amber and red for meaning alone, and the
/// rest in the scheme's text colours.
enum DefaultRules {
    static func rule(for role: Role) -> ThemeRule {
        switch role {
        case .text: rule(.base05)
        case .bar, .pane, .list, .standing, .rankings, .status, .projects, .news, .chart, .notice,
            .prompt, .help, .kiosk, .rankingsPeer:
            ThemeRule()
        case .dim, .newsDot, .paneNote, .listHeader, .rankingsSame, .statusNone, .newsRead,
            .chartOther, .chartLabel, .chartSpark, .hint, .hintStatus, .kioskDot, .barTab,
            .projectsBar:
            rule(.base04)
        case .quote: rule(.base04, [.italic])
        case .strong, .heading, .newsUnread, .paneTitle, .projectsToday: rule(.base05, [.bold])
        case .hintKey, .projectsMilestone: rule(.base05)
        case .accent, .chartLine, .standingRank, .progress, .listMarkerFocus,
            .kioskRank, .kioskDotFocus:
            rule(.base0D)
        case .barTitle, .barTabFocus, .paneTitleFocus, .rankingsChosen, .promptLabel, .listFilter:
            rule(.base0D, [.bold])
        case .link: rule(.base0D, [.underline])
        case .match: rule(.base0A, [.bold, .underline])
        case .listMarker, .paneBorder, .scrollThumb, .projectsRest, .chartGrid: rule(.base03)
        case .scrollTrack: rule(.base02)
        case .paneBorderFocus: rule(.base0D)
        case .rankingsUp, .statusGreen, .noticeGood: rule(.base0B)
        case .rankingsDown, .statusRed, .noticeProblem: rule(.base08)
        case .statusAmber, .noticeWarning, .newsStar: rule(.base0A)
        }
    }

    static func rule(for surface: Surface) -> ThemeRule {
        switch surface {
        case .screen: ThemeRule(background: .slot(.base00))
        case .bar, .panel, .selection: ThemeRule(background: .slot(.base01))
        case .selectionFocus: ThemeRule(background: .slot(.base02))
        }
    }

    /// What takes the place of colour on a terminal without: weight, and dimness for what is secondary.
    static func attributesWithoutColor(for role: Role) -> Style.Attributes {
        switch role {
        case .dim, .paneNote, .listHeader, .newsRead, .chartOther, .chartLabel,
            .chartSpark, .chartGrid, .hint, .hintStatus, .kioskDot, .barTab, .quote,
            .paneBorder, .scrollTrack, .projectsRest, .listMarker:
            [.dim]
        case .accent, .standingRank, .statusRed, .noticeProblem, .paneBorderFocus,
            .listMarkerFocus, .chartLine, .kioskRank, .kioskDotFocus:
            [.bold]
        default: []
        }
    }

    private static func rule(
        _ slot: Base16Scheme.Slot, _ attributes: Style.Attributes = []
    ) -> ThemeRule {
        ThemeRule(foreground: .slot(slot), attributes: attributes)
    }
}
