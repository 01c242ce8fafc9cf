/// What a word can be in a sentence about rankings and dates; a word may be several things.
struct WordClasses: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    private static func bit(_ number: UInt64) -> WordClasses {
        WordClasses(rawValue: 1 << number)
    }

    // MARK: Places and steps

    /// "plats", "placering", "position".
    static let placeNoun = bit(0)
    /// "placeringar", "platser", "steg"; also in the singular, for "en placering".
    static let placeUnit = bit(1)
    /// "nummer", "nr", "no", "#".
    static let numberSign = bit(2)
    /// "etta", "tvåa", "88:a".
    static let rankName = bit(3)

    // MARK: Movement

    /// "klättrar", "climbed".
    static let climb = bit(4)
    /// "tappar", "fell".
    static let fall = bit(5)
    /// "upp", "bättre", "up".
    static let upward = bit(6)
    /// "ned", "sämre", "down".
    static let downward = bit(7)
    /// "lyft", "klättring", "rise".
    static let riseNoun = bit(8)
    /// "tapp", "ras", "drop".
    static let fallNoun = bit(9)
    /// "behåller", "kvar", "remains".
    static let keep = bit(10)

    // MARK: Rankings

    /// "hamnar", "är", "kom", "finished": verbs that a rank goes with.
    static let rankVerb = bit(11)
    /// "rankas", "ranked": verbs that alone tell of a ranking.
    static let ranked = bit(12)
    /// "toppar", "vinner", "tops".
    static let tops = bit(13)
    /// "rankingen", "listan", "the list".
    static let listNoun = bit(14)
    /// "Sveriges", "landets".
    static let nations = bit(15)
    /// "bästa", "best".
    static let best = bit(16)
    /// "företagsklimat".
    static let climate = bit(17)
    /// Any word that tells that the sentence is about a ranking of municipalities.
    static let rankingCue = bit(18)
    /// "allsvenskan", "förskolan": another ranking or another meaning of "plats".
    static let otherDomain = bit(19)
    /// "Sverige", "landet".
    static let nation = bit(20)

    // MARK: Small words

    static let from = bit(21)
    static let to = bit(22)
    /// "på", "med", "of": between a movement and its size.
    static let by = bit(23)
    /// "hela", "också", "now": may stand between the parts of a phrase.
    static let adverb = bit(24)
    /// "delad", "hedrande": may stand between an ordinal and its noun.
    static let adjective = bit(25)
    /// Words that may follow a place's number: a noun there means that something else is counted.
    static let follower = bit(26)
    /// "och", "and".
    static let and = bit(27)
    /// "men", "medan", "but": a new statement begins.
    static let contrast = bit(28)
    /// "i", "in": before a place where something is.
    static let within = bit(29)
    /// "före", "bakom", "än": what follows is compared with.
    static let comparative = bit(30)
    /// "kommunen", "vi", "it": stands for a municipality named before.
    static let anaphor = bit(31)
    /// "som", "as".
    static let likeWord = bit(32)
    /// "för", "for".
    static let forWord = bit(33)

    // MARK: What makes a statement none

    /// "målet", "siktar", "hoppas": what is wished for.
    static let wish = bit(34)
    /// "ska", "kan", "will".
    static let modal = bit(35)
    /// "klättra", "nå", "reach": what may follow a modal.
    static let infinitive = bit(36)
    /// "inte", "not".
    static let negation = bit(37)
    /// "drygt", "nearly": no exact figure.
    static let about = bit(38)
    /// "länet", "regionen", "Skåne": a ranking within a part of the country.
    static let region = bit(39)
    /// "kategorin", "faktorn": a ranking by a part of the whole.
    static let part = bit(40)
    /// "attityder", "upphandling": what a part of the ranking is about.
    static let factor = bit(61)
    /// "tidigare", "previously": some year before.
    static let formerly = bit(41)
    /// "delar", "share".
    static let shared = bit(42)
    /// "om", "if".
    static let condition = bit(43)

    // MARK: Time

    /// "januari", "november".
    static let month = bit(44)
    /// "startar", "ska", "opens": tells of what will be.
    static let future = bit(45)
    /// "startade", "var", "was": tells of what has been.
    static let past = bit(46)
    /// "våren", "autumn".
    static let season = bit(47)

    // MARK: Names

    /// A municipality's name.
    static let name = bit(48)
    /// Function words with which a sentence may begin, and which are no first name before a surname.
    static let opener = bit(49)
    /// "respektive".
    static let respectively = bit(50)
    /// Nouns whose genitive owner is a municipality as a whole: "kommun", "resultat", "placering".
    static let ownedByMunicipality = bit(51)
    /// "FF", "universitet", "lasarett": makes the name before it another's.
    static let otherBody = bit(52)
    /// "IFK", "Region": makes the name after it another's.
    static let otherBodyBefore = bit(53)
    /// "+", "▲".
    static let plus = bit(54)
    /// "−", "▼".
    static let minus = bit(55)
    /// "minsta", "små": some of the municipalities.
    static let subset = bit(56)
    /// "Danmark", "länder": a ranking of countries.
    static let country = bit(58)
    /// "betyg", "svar", "procent": what figures in texts about rankings count besides places.
    static let measure = bit(60)
    /// "toppas", "överst", "sist": words of the first and the last place, and others that begin a statement.
    static let edge = bit(59)
    /// "kommunens", "our": whose own is meant by the next word.
    static let possessive = bit(57)
}
