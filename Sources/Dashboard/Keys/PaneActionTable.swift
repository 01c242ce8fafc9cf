import ClimateModel
import TextGrid

/// The rows of the table for what is done in one pane, in the reader and on other pages.
extension ActionDefinition {
    static var chooseIndicator: Self {
        .init(
            Phrase(sv: "Välj ranking", en: "Choose ranking"),
            Phrase(
                sv: "Välj vilken ranking eller vilket nyckeltal som visas.",
                en: "Choose which ranking or indicator is shown."),
            [.rankings: [Key(.character("v"))], .page: [Key(.character("v"))]])
    }

    static var choosePeriod: Self {
        .init(
            Phrase(sv: "Välj år", en: "Choose year"),
            Phrase(
                sv: "Välj vilket år som visas.",
                en: "Choose which year is shown."),
            [.rankings: [Key(.character("y"))]])
    }

    static var previousPeriod: Self {
        .init(
            Phrase(sv: "Året före", en: "Year before"),
            Phrase(sv: "Visa året före.", en: "Show the year before."),
            [.rankings: [Key(.character("["))]],
            hint: .init(5, sv: "år", en: "year", with: .nextPeriod, in: [.rankings]))
    }

    static var nextPeriod: Self {
        .init(
            Phrase(sv: "Året efter", en: "Year after"),
            Phrase(sv: "Visa året efter.", en: "Show the year after."),
            [.rankings: [Key(.character("]"))]])
    }

    static var scope: Self {
        .init(
            Phrase(sv: "Välj omfång", en: "Choose scope"),
            Phrase(
                sv: "Visa hela landet, länet, kommungruppen, de jämförbara eller de du följer.",
                en: "Show the country, the county, the SKR group, the peers or the followed."),
            [.rankings: [Key(.character("o"))]])
    }

    static var sort: Self {
        .init(
            Phrase(sv: "Sortera", en: "Sort"),
            Phrase(
                sv: "Välj vad listan sorteras efter.", en: "Choose what the list is sorted by."),
            [.rankings: [Key(.character("s"))]], hint: .init(6, sv: "sortera", en: "sort"))
    }

    static var reverseSort: Self {
        .init(
            Phrase(sv: "Vänd ordningen", en: "Reverse the order"),
            Phrase(sv: "Sortera åt andra hållet.", en: "Sort the other way round."),
            [.rankings: [Key(.character("d"))]])
    }

    static var pinPeers: Self {
        .init(
            Phrase(sv: "Jämförbara överst", en: "Peers on top"),
            Phrase(
                sv: "Håll den valda kommunen och dess jämförbara överst, eller inte.",
                en: "Keep the chosen municipality and its peers on top, or not."),
            [.rankings: [Key(.character("p"))]])
    }

    static var filterPhase: Self {
        .init(
            Phrase(sv: "Filtrera på fas", en: "Filter by phase"),
            Phrase(
                sv: "Visa bara projekt i en fas, eller alla igen.",
                en: "Show only projects of one phase, or all again."),
            [.projects: [Key(.character("p"))]], hint: .init(5, sv: "fas", en: "phase"))
    }

    static var filterStatus: Self {
        .init(
            Phrase(sv: "Filtrera på status", en: "Filter by status"),
            Phrase(
                sv: "Visa bara projekt med grön, gul eller röd status, eller alla igen.",
                en: "Show only green, amber or red projects, or all again."),
            [.projects: [Key(.character("s"))]], hint: .init(6, sv: "status", en: "status"))
    }

    static var filterSource: Self {
        .init(
            Phrase(sv: "Filtrera på källa", en: "Filter by source"),
            Phrase(sv: "Visa bara en källas nyheter.", en: "Show one source’s news only."),
            [.news: [Key(.character("s"))]])
    }

    static var filterKind: Self {
        .init(
            Phrase(sv: "Filtrera på slag", en: "Filter by kind"),
            Phrase(
                sv: "Visa bara nyheter, pressmeddelanden, nyhetsbrev eller blogginlägg.",
                en: "Show only news, press releases, newsletters or blog posts."),
            [.news: [Key(.character("t"))]])
    }

    static var unreadOnly: Self {
        .init(
            Phrase(sv: "Bara olästa", en: "Unread only"),
            Phrase(
                sv: "Visa bara olästa, eller alla igen.", en: "Show only unread, or all again."),
            [.news: [Key(.character("u"))]], hint: .init(5, sv: "olästa", en: "unread"))
    }

    static var starredOnly: Self {
        .init(
            Phrase(sv: "Bara stjärnmärkta", en: "Starred only"),
            Phrase(
                sv: "Visa bara stjärnmärkta, eller alla igen.",
                en: "Show only starred, or all again."), [.news: [Key(.character("b"))]])
    }

    static var newsOrder: Self {
        .init(
            Phrase(sv: "Byt ordning", en: "Change the order"),
            Phrase(sv: "Olästa först, eller efter datum.", en: "Unread first, or by date."),
            [.news: [Key(.character("o"))]])
    }

    static var toggleRead: Self {
        .init(
            Phrase(sv: "Märk läst eller oläst", en: "Mark read or unread"),
            Phrase(
                sv: "Märk nyheten som läst eller oläst.", en: "Mark the item read or unread."),
            [.news: [Key(.character("x"))], .reader: [Key(.character("x"))]],
            off: Restriction.keepsNothing)
    }

    static var markAllRead: Self {
        .init(
            Phrase(sv: "Märk alla lästa", en: "Mark all read"),
            Phrase(
                sv: "Märk allt i listan, så som den är filtrerad, som läst.",
                en: "Mark everything in the list, as it is filtered, read."),
            [.news: [Key(.character("A"))]], off: Restriction.keepsNothing)
    }

    static var star: Self {
        .init(
            Phrase(sv: "Stjärnmärk", en: "Star"),
            Phrase(sv: "Sätt eller ta bort stjärnan.", en: "Set or take away the star."),
            [.news: [Key(.character("*"))], .reader: [Key(.character("*"))]],
            hint: .init(6, sv: "stjärna", en: "star"),
            off: Restriction.keepsNothing)
    }

    static var nextItem: Self {
        .init(
            Phrase(sv: "Nästa", en: "Next"),
            Phrase(sv: "Till nästa i listan.", en: "To the next of the list."),
            [.page: [Key(.character("n"))]],
            hint: .init(1, sv: "nästa", en: "next", with: .previousItem, in: [.page]))
    }

    static var previousItem: Self {
        .init(
            Phrase(sv: "Föregående", en: "Previous"),
            Phrase(sv: "Till föregående i listan.", en: "To the previous of the list."),
            [.page: [Key(.character("p"))]])
    }

    static var openLink: Self {
        .init(
            Phrase(sv: "Öppna länk", en: "Open link"),
            Phrase(
                sv: "Öppna länken i webbläsaren; en siffra väljer länken med det numret.",
                en: "Open the link in the browser; a digit picks the link of that number."),
            [.page: links], hint: .init(2, sv: "öppna länk", en: "open link", in: [.reader]),
            off: Restriction.startsPrograms)
    }

    static var copyLink: Self {
        .init(
            Phrase(sv: "Kopiera länk", en: "Copy link"),
            Phrase(
                sv: "Lägg länken i urklipp, om terminalen tillåter det.",
                en: "Put the link on the clipboard, where the terminal allows it."),
            [.page: [Key(.character("y"))], .news: [Key(.character("y"))]],
            hint: .init(9, sv: "kopiera", en: "copy", in: [.reader]))
    }
}

/// A digit picks the link of that number.
private let links: [Key] = [Key(.character("o"))] + "123456789".map { Key(.character($0)) }
