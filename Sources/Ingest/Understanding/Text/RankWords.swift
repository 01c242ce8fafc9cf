/// Words for places in a ranking and for the way to them.
enum RankWords {
    static let lists: [(WordClasses, String)] = places + movements + verbs

    private static let places: [(WordClasses, String)] = [
        (
            .placeNoun,
            """
            plats platsen platserna placering placeringen position rankingplats rankningsplats rankingplacering
            rankingplatsen place spot rank
            """
        ),
        (
            [.placeUnit, .rankingCue],
            """
            placeringar placeringarna placering rankingplatser rankingplaceringar rankingsteg rankningsplatser
            positioner
            """
        ),
        (
            .placeUnit,
            """
            platser plats steg pinnhål pinnar pinne snäpp hack trappsteg position places place spots spot positions steps step rungs rung notches
            notch ranks
            """
        ),
        (.numberSign, "nummer nr number no #"),
        (
            .rankName,
            """
            etta tvåa trea fyra femma sexa sjua åtta nia tia elva tolva silvret bronset silverplats silverplatsen
            bronsplats bronsplatsen
            ettan tvåan trean fyran femman sexan sjuan åttan nian tian
            """
        ),
        (
            .edge,
            """
            toppas toppades topped näst överst högst sist sista sämst sämsta jumbo jumboplats jumboplatsen
            bottenplatsen topp top medaljplatserna medaljplatser last worst jämfört compared samma motsvarande plus minus
            förra fjol ifjol fjolårets innan
            """
        ),
        (.rankingCue, "placeringen placerar placeras placerade placerat"),
    ]

    private static let movements: [(WordClasses, String)] = [
        (
            .climb,
            """
            steg klättrar klättrade klättrat klättra klättrande klättrandes stiger stigit lyfter lyfte lyft avancerar
            avancerade avancerat rusar rusade rusat kliver klev klivit hoppar hoppade hoppat kliva förbättrar
            förbättrade förbättrat förbättrats förbättra ökar ökat ökade vinner vunnit vann plockar plockade plockat
            rycker ryckte ryckt skuttar skuttade skuttat raketklättrar höjer höjde höjt höjts stärker stärkte stärkt
            reser seglar seglade seglat svingar studsar studsade förbättras förbättrades avancera skjuter sköt skjutit
            climbs climbed climbing climb rises rose risen rising gains gained gaining jumps jumped jumping
            moves moved moving advances advanced advancing improves improved improving leaps leapt leaped soars soared surges
            surged surging rocketed climbs rebounded
            """
        ),
        (
            .fall,
            """
            tappar tappade tappat tappa rasar rasade rasat rasa faller föll fallit sjunker sjönk sjunkit dalar dalade
            dalat backar backade backat halkar halkade halkat störtdyker störtdök dyker dök dykt förlorar förlorade
            förlorat försämrar försämrade försämrat glider gled trillar trillade trillat åker åkte minskar störtar störtade
            försämras försämrades försämrats försvagas försvagats ramlar ramlade ramlat dimper damp dråsar rutschar kanar
            kanade tumlar tumlade kraschar kraschade sänker sänkte tappas
            falls fell fallen falling drops dropped dropping slips slipped slipping loses lost losing declined
            declines slid slides sinks sank sunk plunges plunged plummets plummeted tumbles tumbled
            worsened tumbling sliding slipping nosedived
            """
        ),
        (.upward, "upp uppåt bättre högre up upwards higher better framåt"),
        (
            .downward,
            "ner ned neråt nedåt sämre lägre nerför utför nedför down downwards lower worse bakåt"
        ),
        (
            .riseNoun,
            """
            lyft lyftet klättring klättringen uppgång uppgången förbättring förbättringen ökning ökningen kliv klivet
            hopp hoppet avancemang uppryckning jättekliv jättelyft rekordlyft raketfart framgång
            skutt skuttet språng språnget ryck rycket uppryckning raketklättring rekordklättring rise climb jump improvement
            gain increase leap surge
            """
        ),
        (
            .fallNoun,
            """
            tapp tappet ras raset nedgång nedgången fall fallet dykning försämring försämringen tillbakagång
            bakslag störtdykning platstapp nedgång
            drop decline fall slump loss jättetapp rekordtapp ras
            """
        ),
        (
            .keep,
            """
            kvar stilla stannar stannade behåller behöll behållit oförändrad oförändrat oförändrade samma fortsatt försvarar försvarade
            unchanged remains remained stays stayed keeps kept retains retained same
            """
        ),
    ]

    private static let verbs: [(WordClasses, String)] = [
        (
            .rankVerb,
            """
            hamnar hamnade hamnat ligger låg legat slutade slutar placerar placerade placerat placeras placerades placerats kommer kom
            kommit når nådde nått tar tog tagit intar intog är var blir blev blivit landar landade landat slutar
            slutade slutat får fick fått innehar behåller behöll knep kniper parkerar parkerade står stod återfinns
            finns fanns finner hittas hittar hittade följs noteras noterades noterade klättrar rasar
            finishing placing landing coming
            intagit knipit erövrar erövrade inta sitter satt placerat
            is was are were comes came places placed finished finishes finish sits sat stands stood landed lands takes
            took holds held reached reaches ended ends now being lies
            """
        ),
        (
            [.ranked, .rankVerb, .rankingCue],
            "rankas rankades rankats rankad rankade rankat rankar rankade ranks ranked ranking"
        ),
        (
            .tops,
            """
            toppar toppade toppat toppade leder ledde lett vinner vann vunnit tops topped topping leads led heads
            headed wins won
            """
        ),
        (
            .infinitive,
            """
            klättra stiga nå hamna bli komma ta lyfta ligga avancera tappa rasa falla toppa vinna placera rankas sjunka
            knipa vara climb reach become be rise get move fall drop rank top win finish come hit
            """
        ),
    ]
}
