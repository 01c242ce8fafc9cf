import ClimateModel
import TextGrid

/// The one table of actions. The rows of what is particular to a pane or page stand in an extension of `ActionDefinition`.
extension Action {
    /// This action's row of the table.
    public var definition: ActionDefinition {
        switch self {
        case .back:
            .init(
                Phrase(sv: "Tillbaka", en: "Back"),
                Phrase(
                    sv: "Tillbaka dit du kom ifrån; i en ruta avbryts sökning och filter.",
                    en: "Back to where you came from; in a pane it ends a search or a filter."),
                [
                    .list: [Key(.escape)], .page: [key("q"), Key(.escape), Key(.backspace)],
                    .sources: [key("q"), Key(.escape), Key(.backspace)],
                    .prompt: [Key(.escape), ctrl("g")],
                ],
                hint: .init(
                    80, sv: "tillbaka", en: "back", in: [.page, .sources, .prompt], isKept: true))
        case .up:
            .init(
                Phrase(sv: "Uppåt", en: "Up"), Phrase(sv: "En rad upp.", en: "One row up."),
                [
                    .list: [key("k"), Key(.up)], .page: [key("k"), Key(.up)],
                    .sources: [key("k"), Key(.up)], .picker: [Key(.up), ctrl("p")],
                ])
        case .down:
            .init(
                Phrase(sv: "Nedåt", en: "Down"), Phrase(sv: "En rad ned.", en: "One row down."),
                [
                    .list: [key("j"), Key(.down)], .page: [key("j"), Key(.down)],
                    .sources: [key("j"), Key(.down)], .picker: [Key(.down), ctrl("n")],
                ], hint: .init(1, sv: "rad", en: "row", with: .up, in: [.list, .sources, .picker]))
        case .pageUp:
            .init(
                Phrase(sv: "En sida upp", en: "Page up"),
                Phrase(sv: "En skärm uppåt.", en: "One screenful up."),
                [
                    .list: [Key(.pageUp), ctrl("b")], .picker: [Key(.pageUp)],
                    .page: [Key(.pageUp), ctrl("b")], .sources: [Key(.pageUp), ctrl("b")],
                ])
        case .pageDown:
            .init(
                Phrase(sv: "En sida ned", en: "Page down"),
                Phrase(sv: "En skärm nedåt.", en: "One screenful down."),
                [
                    .list: [Key(.pageDown), ctrl("f")], .picker: [Key(.pageDown)],
                    .page: [Key(.pageDown), key(" "), ctrl("f")],
                    .sources: [Key(.pageDown), key(" "), ctrl("f")],
                ])
        case .home:
            .init(
                Phrase(sv: "Till början", en: "To the start"),
                Phrase(
                    sv: "Till första raden eller textens början.",
                    en: "To the first row or the start of the text."),
                [
                    .list: [key("g"), Key(.home)], .page: [key("g"), Key(.home)],
                    .sources: [key("g"), Key(.home)], .prompt: [Key(.home), ctrl("a")],
                ])
        case .end:
            .init(
                Phrase(sv: "Till slutet", en: "To the end"),
                Phrase(
                    sv: "Till sista raden eller textens slut.",
                    en: "To the last row or the end of the text."),
                [
                    .list: [key("G"), Key(.end)], .page: [key("G"), Key(.end)],
                    .sources: [key("G"), Key(.end)], .prompt: [Key(.end), ctrl("e")],
                ])
        case .halfPageUp:
            .init(
                Phrase(sv: "En halv sida upp", en: "Half a page up"),
                Phrase(
                    sv: "En halv skärm uppåt.",
                    en: "Half a screenful up."),
                [.list: [ctrl("u")], .page: [ctrl("u")], .sources: [ctrl("u")]])
        case .halfPageDown:
            .init(
                Phrase(sv: "En halv sida ned", en: "Half a page down"),
                Phrase(
                    sv: "En halv skärm nedåt.",
                    en: "Half a screenful down."),
                [.list: [ctrl("d")], .page: [ctrl("d")], .sources: [ctrl("d")]])
        case .left:
            .init(
                Phrase(sv: "Åt vänster", en: "Left"),
                Phrase(
                    sv: "Till det som står till vänster; i en text: ett tecken.",
                    en: "To what stands to the left; in a text: a character."),
                [
                    .list: [key("h"), Key(.left)], .page: [key("h"), Key(.left)],
                    .prompt: [Key(.left)],
                ])
        case .right:
            .init(
                Phrase(sv: "Åt höger", en: "Right"),
                Phrase(
                    sv: "Till det som står till höger; i en text: ett tecken.",
                    en: "To what stands to the right; in a text: a character."),
                [
                    .list: [key("l"), Key(.right)], .page: [key("l"), Key(.right)],
                    .prompt: [Key(.right)],
                ])
        case .open:
            .init(
                Phrase(sv: "Öppna", en: "Open"),
                Phrase(
                    sv: "Öppna eller välj det som är markerat.",
                    en: "Open or choose what is selected."),
                [
                    .list: [Key(.enter)], .page: [Key(.enter)], .sources: [Key(.enter)],
                    .prompt: [Key(.enter)],
                ], hint: .init(2, sv: "öppna", en: "open", in: [.list, .sources]),
                .init(2, sv: "välj", en: "choose", in: [.prompt]))
        case .nextTarget:
            .init(
                Phrase(sv: "Nästa länk", en: "Next link"),
                Phrase(
                    sv: "Till nästa ställe på sidan som går att öppna.",
                    en: "To the next place on the page that can be opened."),
                [.page: [Key(.tab)]], hint: .init(3, sv: "länk", en: "link", in: [.page]))
        case .previousTarget:
            .init(
                Phrase(sv: "Föregående länk", en: "Previous link"),
                Phrase(
                    sv: "Till föregående ställe på sidan som går att öppna.",
                    en: "To the previous place on the page that can be opened."),
                [.page: [Key(.backTab)]])
        case .nextPane:
            .init(
                Phrase(sv: "Nästa ruta", en: "Next pane"),
                Phrase(sv: "Flytta till nästa ruta.", en: "Move to the next pane."),
                [.list: [Key(.tab)]], hint: .init(3, sv: "ruta", en: "pane"))
        case .previousPane:
            .init(
                Phrase(sv: "Föregående ruta", en: "Previous pane"),
                Phrase(sv: "Flytta till föregående ruta.", en: "Move to the previous pane."),
                [.list: [Key(.backTab)]])
        case .rankingsPane:
            .init(
                Phrase(sv: "Visa ranking", en: "Show rankings"),
                Phrase(sv: "Flytta till rutan med ranking.", en: "Move to the rankings pane."),
                [.list: [key("1")]])
        case .projectsPane:
            .init(
                Phrase(sv: "Visa projekt", en: "Show projects"),
                Phrase(sv: "Flytta till rutan med projekt.", en: "Move to the projects pane."),
                [.list: [key("2")]])
        case .newsPane:
            .init(
                Phrase(sv: "Visa nyheter", en: "Show news"),
                Phrase(sv: "Flytta till rutan med nyheter.", en: "Move to the news pane."),
                [.list: [key("3")]])
        case .zoom:
            .init(
                Phrase(sv: "Förstora rutan", en: "Zoom the pane"),
                Phrase(
                    sv: "Låt rutan ta hela skärmen, eller visa alla rutor igen.",
                    en: "Let the pane take the whole screen, or show all panes again."),
                [.list: [key("z")]])
        case .chooseMunicipality:
            .init(
                Phrase(sv: "Välj kommun", en: "Choose municipality"),
                Phrase(
                    sv: "Välj vilken kommun som står överst: ”var står vi”.",
                    en: "Choose the municipality at the top: “where do we stand”."),
                [.list: [key("M")], .page: [key("M")]])
        case .makeMine:
            .init(
                Phrase(sv: "Gör till min kommun", en: "Make it my municipality"),
                Phrase(
                    sv: "Låt den valda radens kommun stå överst: ”var står vi”.",
                    en: "Put the selected row’s municipality at the top: “where do we stand”."),
                [.list: [key("H")], .page: [key("H")]])
        case .municipalityPage:
            .init(
                Phrase(sv: "Till kommunen", en: "To the municipality"),
                Phrase(
                    sv: "Öppna sidan om kommunen som raden eller texten gäller.",
                    en: "Open the page of the municipality that the row or text is about."),
                [.list: [key("m")], .page: [key("m")]],
                hint: .init(8, sv: "kommun", en: "municipality", in: [.page, .news]))
        case .filterByMunicipality:
            .init(
                Phrase(sv: "Filtrera på kommunen", en: "Filter by municipality"),
                Phrase(
                    sv: "Visa bara den valda kommunen i alla tre rutorna, eller alla igen.",
                    en: "Show only the selected municipality in all three panes, or all again."),
                [.list: [key("f")], .page: [key("f")]],
                hint: .init(7, sv: "filter", en: "filter", in: [.list]))
        case .follow:
            .init(
                Phrase(sv: "Följ eller sluta följa", en: "Follow or unfollow"),
                Phrase(
                    sv: "Lägg till kommunen bland dem du följer, eller ta bort den.",
                    en: "Add the municipality to those you follow, or take it away."),
                [.list: [key("+")], .page: [key("+")]], off: Restriction.keepsNothing)
        case .compare:
            .init(
                Phrase(sv: "Jämför", en: "Compare"),
                Phrase(
                    sv: "Jämför kommunen med andra, sida vid sida.",
                    en: "Compare the municipality with others, side by side."),
                [.rankings: [key("c")], .page: [key("c")]],
                hint: .init(8, sv: "jämför", en: "compare", in: [.rankings, .page]))
        case .provenance:
            .init(
                Phrase(sv: "Källa", en: "Source"),
                Phrase(
                    sv: "Visa vem som publicerat uppgiften, när den hämtats och hur säker den är.",
                    en: "Show who published this, when it was fetched and how sure it is."),
                [.list: [key("i")], .page: [key("i")]])
        case .sync: .sync
        case .syncAll: .syncAll
        case .stopSync: .stopSync
        case .showSources: .showSources
        case .sourceDetails: .sourceDetails
        case .testSource: .testSource
        case .pauseSource: .pauseSource
        case .removeSource: .removeSource
        case .addSource: .addSource
        case .search:
            .init(
                Phrase(sv: "Sök", en: "Search"),
                Phrase(
                    sv: "Sök medan du skriver, oavsett accenter och stora bokstäver.",
                    en: "Search as you type, whatever the accents and capitals."),
                [.list: [key("/")], .sources: [key("/")]],
                hint: .init(4, sv: "sök", en: "search", in: [.list]))
        case .nextMatch:
            .init(
                Phrase(sv: "Nästa träff", en: "Next match"),
                Phrase(sv: "Till nästa träff på sökningen.", en: "To the next match."),
                [.list: [key("n")]])
        case .previousMatch:
            .init(
                Phrase(sv: "Föregående träff", en: "Previous match"),
                Phrase(sv: "Till föregående träff på sökningen.", en: "To the previous match."),
                [.list: [key("N")]])
        case .clear:
            .init(
                Phrase(sv: "Ta bort alla filter", en: "Clear all filters"),
                Phrase(
                    sv: "Ta bort filter och sökning i alla rutor.",
                    en: "Take away filters and searches in all panes."), [.list: [key("F")]])
        case .chooseIndicator: .chooseIndicator
        case .choosePeriod: .choosePeriod
        case .previousPeriod: .previousPeriod
        case .nextPeriod: .nextPeriod
        case .scope: .scope
        case .sort: .sort
        case .reverseSort: .reverseSort
        case .pinPeers: .pinPeers
        case .filterPhase: .filterPhase
        case .filterStatus: .filterStatus
        case .filterSource: .filterSource
        case .filterKind: .filterKind
        case .unreadOnly: .unreadOnly
        case .starredOnly: .starredOnly
        case .newsOrder: .newsOrder
        case .toggleRead: .toggleRead
        case .markAllRead: .markAllRead
        case .star: .star
        case .nextItem: .nextItem
        case .previousItem: .previousItem
        case .openLink: .openLink
        case .copyLink: .copyLink
        case .palette:
            .init(
                Phrase(sv: "Kommandon", en: "Commands"),
                Phrase(
                    sv: "Sök bland allt som går att göra här.",
                    en: "Search among all that can be done here."), [.global: [key(":")]])
        case .help:
            .init(
                Phrase(sv: "Hjälp", en: "Help"),
                Phrase(sv: "Visa vad alla tangenter gör.", en: "Show what every key does."),
                [.global: [key("?"), Key(.function(1))]],
                hint: .init(
                    90, sv: "hjälp", en: "help", in: [.list, .page, .sources], isKept: true))
        case .theme:
            .init(
                Phrase(sv: "Välj tema", en: "Choose theme"),
                Phrase(
                    sv: "Bläddra bland färgteman; skärmen visar dem direkt.",
                    en: "Go through colour themes; the screen shows them at once."),
                [.global: [key("T")]])
        case .language:
            .init(
                Phrase(sv: "Byt språk", en: "Change language"),
                Phrase(sv: "Byt till engelska.", en: "Change to Swedish."), [.global: [key("L")]])
        case .redraw:
            .init(
                Phrase(sv: "Rita om", en: "Redraw"),
                Phrase(
                    sv: "Rita om hela skärmen, om något annat skrivit på den.",
                    en: "Draw the whole screen again, if something else wrote on it."),
                [.global: [ctrl("l")]])
        case .suspend:
            .init(
                Phrase(sv: "Lägg i bakgrunden", en: "Suspend"),
                Phrase(
                    sv: "Tillbaka till skalet; fg tar fram Utkik igen.",
                    en: "Back to the shell; fg brings Utkik back."), [.global: [ctrl("z")]],
                off: Restriction.startsPrograms)
        case .quit:
            .init(
                Phrase(sv: "Avsluta", en: "Quit"), Phrase(sv: "Avsluta Utkik.", en: "Leave Utkik."),
                [.list: [key("q")], .global: [key("Q")]])
        }
    }
}

private func key(_ character: Character) -> Key { Key(.character(character)) }
private func ctrl(_ character: Character) -> Key { Key(.character(character), .control) }
