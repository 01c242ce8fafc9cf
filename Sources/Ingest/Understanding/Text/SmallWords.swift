/// The small words of Swedish and English, and words of time and of wishes.
enum SmallWords {
    static let lists: [(WordClasses, String)] = links + wishes + times + followers

    private static let links: [(WordClasses, String)] = [
        (.from, "från from"),
        (.to, "till to"),
        (.by, "på med by of hela om"),
        (
            .adverb,
            """
            hela allra nu också även åter återigen igen därmed sig i år således fina starka så mycket som ett en den sin sina sitt
            ytterligare rejält kraftigt rekordstora imponerande glädjande tyvärr dock alltså tillbaka upp ner ned uppåt
            nedåt neråt fram totalt just precis endast bara exakt äntligen officiellt nationellt samtidigt
            the a an now also again its their whopping full impressive another back up down overall nationally
            once all way by as much just exactly only even an dead
            """
        ),
        (
            .adjective,
            """
            delad delade hedrande fin fina stark starka imponerande ärofull total sammanlagd rekordhög nya ny högsta
            blygsam mycket shared joint overall impressive respectable national
            """
        ),
        (.and, "och samt and &"),
        (.contrast, "men medan while whereas but however däremot respektive"),
        (.respectively, "respektive respectively"),
        (.plus, "+ ▲"),
        (.minus, "- – − ▼"),
        (.within, "i inom in within at near utanför till från from to kring runt hos"),
        (
            .comparative,
            "före efter bakom än förbi mot förbigår slår klår besegrar överträffar petar knuffar passerar passerade passerat framför behind before after than past"
        ),
        (.comparative, "över strax ahead following follow overtaking overtook jämfört"),
        (
            .anaphor,
            """
            kommunen kommunens vi vår vårt våra staden stadens den oss företagsklimatet näringslivsklimatet
            företagsklimat näringslivsklimat det municipality we our it its us town city climate
            """
        ),
        (.likeWord, "som as"),
        (.possessive, "kommunens vår vårt våra stadens our its"),
        (.forWord, "för for"),
        (.shared, "delar delad delade båda bägge both share shares shared joint"),
        (
            .ownedByMunicipality,
            """
            kommun kommuns stad stads del företagsklimat näringslivsklimat näringsliv placering resultat plats ranking
            rankning klättring lyft tapp ras resa position företagare företag ranking uppgång nedgång municipality
            city town business climate place result score kommunranking rankingplacering
            """
        ),
        (
            .opener,
            """
            nu även också men och i på för att det den här där så när om från till med vid under efter inför hos bland
            både grannen grannkommunen grattis hurra samt medan sedan då av ja nej tänk se läs möt besök kommunen
            stad staden värmländska vi the in at for from and but also now with while when as how why meanwhile
            congratulations last this kommunerna kommuner after before both even only ändå dessutom samtidigt igår idag bra heja äntligen
            """
        ),
    ]

    private static let wishes: [(WordClasses, String)] = [
        (
            .wish,
            """
            mål målet målsättning målsättningen målbild siktar siktade sikta sikte siktet målsättningar strävan hoppas hoppades strävar
            strävade ambition ambitionen vision visionen vill ville prognos prognosen drömmer dröm drömmen utmaningen
            önskar satsar lovar löfte tippas tippar tror borde skulle kunde kunnat förväntas väntas spås riskerar riskera befaras hotar
            goal target aim aims aimed aiming hopes hoped hope wants want wanted would could should vore ambition
            vision expects expected dreams dream promises might may minns förrän tills until
            """
        ),
        (
            .modal,
            "ska skall kan måste bör vill will can must shall skulle kunde would could should"
        ),
        (.negation, "inte ej aldrig knappast not never n't didn't doesn't isn't wasn't"),
        (
            .about,
            """
            drygt cirka ca ungefär nästan runt omkring över minst närmare knappt uppemot flera nära typ kring
            about around nearly almost over roughly approximately several at-least some many
            """
        ),
        (.condition, "om ifall huruvida if whether unless"),
        (
            .formerly,
            """
            tidigare förut förr previously earlier formerly rekordåret bottenåret toppåret
            """
        ),
    ]

    private static let times: [(WordClasses, String)] = [
        (
            .month,
            """
            januari februari mars april maj juni juli augusti september oktober november december
            january february march may june july august october
            """
        ),
        (
            .future,
            """
            startar börjar öppnar inleds ska skall kommer planeras planerar träder senast hålls bjuder välkommen
            välkomna invigs arrangeras genomförs tillträder presenteras lanseras anmäl anmälan ansök ansökan sista drar
            påbörjas invigning lämnas beslutas väntas beräknas gäller införs flyttar deltar besöker samlas firas tar
            är byggstart uppstart dags klart klar antas ställs färdigställs slutför övergår upphör äger fortsätter
            prisutdelning avgörs offentliggörs utses möte mötet
            starts begins opens will shall planned scheduled launches deadline takes enters opening due join welcome
            is are expected commence commences moves held presented inaugurated
            """
        ),
        (
            .past,
            """
            startade började öppnade inleddes planerades trädde hölls hade var blev invigdes arrangerades genomfördes
            tillträdde presenterades lanserades påbörjades lämnade beslutade beslutades antog antogs tog gick fick kom
            infördes flyttade deltog besökte samlades firades skedde redovisades bildades avgick utsågs dog föddes har
            gav tecknade skrev igår röstade vann ägde meddelade fattade höll lämnades publicerades publicerad
            started began opened launched was were held took did became presented inaugurated announced decided had has
            published signed went came won
            """
        ),
        (
            .season,
            """
            våren vår sommaren sommar hösten höst vintern vinter spring summer autumn winter
            """
        ),
    ]

    /// What may follow "plats 88": small words, verbs, time. A noun would mean "plats 88 besökare".
    private static let followers: [(WordClasses, String)] = [
        (
            .follower,
            """
            i av på från till bland och med upp ner ned jämfört förra efter före vilket som samt men när där enligt
            mot medan för vid under sedan totalt nu är var blir blev hamnar ligger låg placerar kommer kom har hade
            fjol året år bättre sämre vi kommunen det den de detta denna trots tack sammanlagt nationellt uppåt nedåt
            hos om att inom över innan därmed igen också även eller utav respektive ännu
            innebär betyder gav ger gör motsvarar innebar betydde means gives vilken åt genom utan fast eftersom därför ändå dock precis hela tar går
            gick står tog fått ser numera nationellt alltså såg såväl inför
            klättrar rasar faller tappar landar återfinns hittar finns följt följer följd delad delat tillsammans
            of in on from to among and with up down compared last after before which as but when where according
            while for at during since overall now is was are were has had this that we the out nationally
            beror räcker visar räknas duger oroar gläder förvånar förklaras
            nationwide behind ahead by a an its their it så riktigt istället rankas fick får når resp idag
            """
        )
    ]
}
