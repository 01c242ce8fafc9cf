/// Words that tell what a sentence is about: a ranking of municipalities, or something else that has places.
enum DomainWords {
    static let lists: [(WordClasses, String)] = [
        (
            [.rankingCue, .climate],
            """
            företagsklimat företagsklimatet företagsklimatets näringslivsklimat näringslivsklimatet
            företagarklimat företagarklimatet företagsklimats
            """
        ),
        (
            [.rankingCue, .listNoun],
            """
            ranking rankingen rankingens rankning rankningen rankningens rankinglista rankinglistan rankningslistan
            kommunranking kommunrankingen kommunrankning kommunrankningen topplista topplistan rankings
            rankingar
            """
        ),
        (
            .rankingCue,
            "insikt nki näringslivsranking superkommun rankat"
        ),
        (
            .listNoun,
            "listan lista mätningen mätning undersökningen undersökning list survey index"
        ),
        (.nations, "sveriges landets rikets sweden's nation's country's svenska"),
        (.nation, "sverige landet riket sweden country nation kommuner municipalities"),
        (.best, "bäst bästa best"),
        (
            .subset,
            "minsta mindre små största större storlek storleksklass storlekskategori smallest small smaller largest liknande jämförbara"
        ),
        (
            .region,
            """
            länet länets län läns regionen regionens stockholmsregionen storstockholm västsverige norrland göteborgsregionen
            stockholmsområdet landskapet kommungrupp kommungruppen kommungruppens gruppen västkusten mälardalen
            skaraborg skaraborgs sjuhärad sjuhärads småland smålands bergslagen bergslagens dalsland bohuslän hälsingland
            roslagen lappland ångermanland medelpad östergötlands
            county region norden nordens europa europas världen världens world europe regionalt sydsverige
            mellansverige grannkommuner grannkommunerna pendlingskommuner storstäder storstäderna landsbygdskommuner
            """
        ),
        (.country, countries),
        (
            .measure,
            """
            snittet rikssnittet genomsnittet medelvärdet indexvärdet
            nki betyg betyget betygen snittbetyg snittbetyget medelbetyg poäng indexpoäng enheter procent procentenheter
            svar svarade svarat svarsfrekvens svarsfrekvensen antal antalet score points percent answers answered
            """
        ),
        (
            .part,
            """
            kategorin kategori delfrågorna delfrågor delbetyg delbetyget faktorn faktor faktorer delfrågan delfråga delområdet delområde frågan gäller
            avseende beträffande delmoment kriteriet kriterium parametern grenen området fråga myndighetsområdet
            category factor question regarding concerning criterion
            """
        ),
        (
            .factor,
            """
            service servicen attityd attityder attityderna upphandling upphandlingen upphandlingar kompetensförsörjning
            kompetensförsörjningen kompetens infrastruktur infrastrukturen vägnät vägnätet bredband mobilnät bemötande
            bemötandet myndighetsutövning myndighetsutövningen lagtillämpning tillsyn tillsynen bygglov brandskydd
            livsmedelskontroll serveringstillstånd markupplåtelse handläggningstider rättssäkerhet tillgänglighet
            livsmedelskontrollen brandskyddet brandtillsynen serveringstillstånden markupplåtelsen bygglovet
            bygglovshanteringen miljötillsynen bygglovsavdelningen myndighetsområden
            information kommunikation kommunikationer dialog dialogen
            konkurrens skattetryck kompetensfrågan digitalisering tågtrafik trygghet tryggheten
            attitudes procurement broadband infrastructure permits skills
            """
        ),
        (.otherDomain, sports),
        (.otherDomain, otherPlaces),
        (
            [.otherBody, .otherDomain],
            """
            ff fk if bk hk ik sk hc fc gif ais ibk bois gois aik bk:s if:s ff:s fbc hockey lakers basket innebandy
            handboll volley bandy fotboll damer herrar vikings dolphins dragons
            """
        ),
        (
            .otherBody,
            """
            universitet universitets högskola högskolas gymnasium gymnasiet lasarett sjukhus tingsrätt domkyrka
            domkyrkan stift flygplats airport university hospital teater stadsteater konserthus symfoniker energi
            hamn ab universitetet filmfestival festival slott domkapitel garnison stadshotell
            """
        ),
        ([.otherBodyBefore, .otherDomain], "ifk ik if bk hk kfum gais fc bois sk hv71"),
        (.otherBodyBefore, "länsstyrelsen universitetet"),
    ]

    private static let countries = """
        danmark norge finland island tyskland frankrike storbritannien england nederländerna schweiz österrike polen
        estland lettland litauen ryssland usa kanada kina japan singapore australien spanien italien länder ländernas
        länderna denmark norway iceland germany france britain netherlands switzerland austria poland estonia latvia
        lithuania russia canada china japan australia spain italy countries världsbanken
        """

    private static let sports = """
        allsvenskan superettan division serien serie serietabellen tabellen tabell match matchen matcher lag laget
        lagets spelare spelarna poäng cupen cup mästerskap mästerskapet sm vm em os sm-guld lopp loppet tävling
        tävlingen tävlingar final finalen tränare hockey fotboll handboll innebandy bandy elitserien hockeyettan
        hockeyallsvenskan shl liga ligan damlaget herrlaget turnering turneringen etapp stafett stafetten maraton
        vasaloppet omgång omgången säsongen säsong slutspel kval orientering simning skidor åkare loppets
        melodifestivalen schlager idol hundutställning körsång listettan spotify musiklistan svensktoppen
        fifa atp wta nhl golf tennis golfspelaren podiet pallen pallplats heat deltävling gren
        league match season championship championships coach goals football soccer tournament team teams race
        marathon player players cup premiären serieledningen serieledare målskillnad kvalplats nedflyttning gruppspel
        semifinal semifinalen kvartsfinal medalj medaljer medaljligan derby derbyt hemmaplan bortaplan skidspår
        """

    private static let otherPlaces = """
        förskola förskolan förskolor barnomsorg fritids äldreboende äldreboendet boende vårdboende parkering
        parkeringen garage garaget sittplatser läktare läktaren buss bussen tåg tåget biljett biljetter salong
        salongen camping campingen båtplats båtplatser torghandel kö kön bostadskön utbildningsplatser
        utbildningen praktikplatser kursen hotellet hotell arena arenan lokalen konferensen rum lägenhet lägenheten
        kvm kvadrat gymnasieprogrammet elevplatser vårdplatser sommarjobb boenden mandat mandatet riksdagen valsedeln
        preschool kindergarten parking seats beds apartment bedroom hall seminariet
        skola skolan skolor skolornas skolans grundskola grundskolan grundskolor grundskolorna gymnasieskola
        gymnasieskolan gymnasieskolor elev elever eleverna elevernas lärosäte lärosäten lärosätena studenter
        meritvärde meritvärden school schools pupils students universities
        familjehem familjehemmet jourhem hvb hvb-hem socialtjänsten räntefonder fonder aktier obligationer
        avkastning kapitalförvaltning korttidsboende korttidsboendet
        kandidat kandidaten kandidater toppkandidat toppkandidaten valsedlar provval provvalet listplats
        candidate candidates ballot
        arbetslöshet arbetslösheten folkmängd folkmängden befolkning medelinkomst skattesats kötid
        unemployment population
        hemtjänst hemtjänsten äldreomsorg äldreomsorgen fiber bredband vattenkvalitet vattenkvaliteten elbilar laddstolpar
        villapriser bostadspriser huspriser gästhamnar julstad sommarstad brottslighet sjuktal återvinning
        tripadvisor restaurang restaurangen restauranger krog krogen krogar museum museet museer sevärdheter
        tilltalsnamn pojknamn flicknamn utbildningar restaurant restaurants museums
        """

    /// Beginnings of compounds that tell of something else.
    static let beginnings: [(String, WordClasses)] = [
        ("förskole", .otherDomain), ("parkerings", .otherDomain), ("vårdplats", .otherDomain),
        ("fotbolls", .otherDomain), ("hockey", .otherDomain), ("handbolls", .otherDomain),
        ("mästerskaps", .otherDomain), ("tävlings", .otherDomain), ("världsranking", .otherDomain),
        ("världsrankning", .otherDomain), ("idrotts", .otherDomain), ("elevplats", .otherDomain),
        ("utbildningsplats", .otherDomain), ("boendeplats", .otherDomain),
        ("företagsklimat", [.rankingCue, .climate]), ("näringslivsrank", .rankingCue),
    ]

    /// Endings of compounds.
    static let endings: [(String, WordClasses)] = [
        ("rankingen", [.rankingCue, .listNoun]), ("ranking", [.rankingCue, .listNoun]),
        ("rankningen", [.rankingCue, .listNoun]), ("rankning", [.rankingCue, .listNoun]),
        ("företagsklimat", [.rankingCue, .climate]),
        ("företagsklimatet", [.rankingCue, .climate]), ("matchen", .otherDomain),
        ("turneringen", .otherDomain), ("tävlingen", .otherDomain), ("ligan", .otherDomain),
        ("loppet", .otherDomain), ("mästerskapet", .otherDomain),
        ("-kommunerna", .region), ("kommunerna", .region), ("skommuner", .region),
    ]
}
