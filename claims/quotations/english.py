"""The words of English that tell who said what. Add a verb in its base form: its other forms are made by
`lexicon.py`."""

from claims.quotations.english_names import FEMALE_NAMES, MALE_NAMES
from claims.quotations.english_people import (
    DEMONYMS,
    FEMALE_NOUNS,
    FEMALE_TITLES,
    HEADS,
    INVERSE_KIN,
    KIN,
    MALE_NOUNS,
    MALE_TITLES,
    OTHERS,
    PERSON_NOUNS,
    STANDS_FOR,
    SYNONYMS,
    TITLES,
    VAGUE,
)
from claims.quotations.lexicon import words

__all__ = [
    "HEADS",
    "DEMONYMS",
    "FEMALE_NAMES",
    "FEMALE_NOUNS",
    "FEMALE_TITLES",
    "INVERSE_KIN",
    "KIN",
    "MALE_NAMES",
    "MALE_NOUNS",
    "MALE_TITLES",
    "OTHERS",
    "PERSON_NOUNS",
    "STANDS_FOR",
    "SYNONYMS",
    "TITLES",
    "VAGUE",
]

CODE = "en"

# Verbs of saying whose content may be a clause, with "that" or without it ("said he would go").
VERBS_WITH_CLAUSE = words("""
    acknowledge add admit advise affirm agree allege announce argue assert caution claim comment conclude
    concede confess confirm contend counter declare deny disclose emphasize emphasise estimate explain forecast
    foresee guess indicate inform insist joke lament maintain mention note notify observe opine point_out posit
    post predict proclaim promise pledge swear quip reassure recall reckon reiterate remark remind repeat reply
    report respond retort reveal reason say signal state stipulate stress suggest telegraph tell testify tweet
    underline underscore vow warn write recount relate reaffirm theorize theorise boast brag complain clarify
    communicate convey underscore assure persuade find show project protest grumble speculate hint shout cry
    demand shoot_back stipulate accept guarantee recommend charge rule
""")

# Verbs that stand beside words in quotation marks only ("…," he smiled; "we won't," she continued).
VERBS_WITH_QUOTE = words("""
    accuse applaud ask assess bark begin bellow call chant chide chime chuckle conclude continue crow cry demand
    describe echo elaborate enthuse exclaim expand fume gasp go_on gush holler inquire interject intone invoke
    label laugh lash_out moan murmur mutter offer open plead ponder praise pray query question quote rail read
    recite refer_to respond retort sigh scream shout shriek sing slam smile snap shrug sob speak spell_out
    sum_up summarise summarize tease thunder urge utter volunteer whisper wonder yell answer caption brand dub
    term characterize characterise denounce decry deride dismiss mock condemn criticize criticise blast hail
    tout liken thank apologize apologise address pen publish message text email joke close end marvel mourn muse
    nod reflect rejoice beam weigh_in warn invite instruct order advise reads deadpan plead remember
    reminisce confide ruminate object interrupt venture allow fret groan grouse gripe huff scoff snort sneer snarl hiss
    growl giggle grin parry persist recollect rejoin riposte sniff splutter stammer stutter wail whine bristle
    pipe_up chip_in chirp croak drawl
""")

# Past and participle of the verbs that do not take -ed, and doubled consonants.
IRREGULAR = {
    "grin": "grins grinned grinning grinned",
    "fret": "frets fretted fretting fretted",
    "say": "says said saying said",
    "tell": "tells told telling told",
    "write": "writes wrote writing written",
    "swear": "swears swore swearing sworn",
    "find": "finds found finding found",
    "show": "shows showed showing shown",
    "read": "reads read reading read",
    "speak": "speaks spoke speaking spoken",
    "begin": "begins began beginning begun",
    "sing": "sings sang singing sung",
    "go": "goes went going gone",
    "shoot": "shoots shot shooting shot",
    "foresee": "foresees foresaw foreseeing foreseen",
    "forecast": "forecasts forecast forecasting forecast",
    "admit": "admits admitted admitting admitted",
    "quip": "quips quipped quipping quipped",
    "brag": "brags bragged bragging bragged",
    "chat": "chats chatted chatting chatted",
    "sob": "sobs sobbed sobbing sobbed",
    "hint": "hints hinted hinting hinted",
    "slam": "slams slammed slamming slammed",
    "snap": "snaps snapped snapping snapped",
    "shrug": "shrugs shrugged shrugging shrugged",
    "dub": "dubs dubbed dubbing dubbed",
    "pen": "pens penned penning penned",
    "refer": "refers referred referring referred",
    "sum": "sums summed summing summed",
    "spell": "spells spelled spelling spelled",
    "weigh": "weighs weighed weighing weighed",
}

# Of these even "X verb clause" without "that" is reported speech; of the others a clause must show its verb.
BARE_CLAUSE = {"say", "tell"}
# Followed by a noun far more often than by a clause: "that" must stand there.
THAT_NEEDED = words("""
    find show report charge rule project accept guarantee recommend post promise pledge vow convey communicate
    signal hint boast brag complain protest grumble relate recount agree advise inform notify remind reassure
    assure persuade deny stress emphasize emphasise underline underscore reiterate mention repeat reveal
    disclose swear reason foresee forecast comment remark joke quip lament recall reply respond counter retort
    tweet write telegraph
""")
# Asks rather than tells: its clause begins with whether, if, how, what, why, when, where.
QUESTION_VERBS = {"ask", "wonder", "question", "inquire", "explain", "say", "tell", "reveal", "disclose", "describe"}
# "X called it “…”": the words in marks are X's although nothing is said to be said.
NAMING_VERBS = {
    "call", "describe", "label", "brand", "dub", "term", "characterize", "characterise", "denounce", "dismiss", "decry",
    "accuse", "deride", "condemn", "hail", "criticize", "criticise", "blast", "slam", "refer", "praise",
    "mock", "tout", "liken",
}  # fmt: skip
# The same letters as a noun: a verb only with a subject and no article before it.
NOUN_FORMS = words("""
    claims claim reports report notes note states state answers answer comments comment remarks remark posts
    post tweets tweet calls call demands demand estimates estimate forecasts forecast questions question orders
    order offers offer charges charge rules rule promises promise pledges pledge vows vow jokes joke quotes
    quote reads read texts text messages message projects project finds find shows show signals signal cautions
    caution stresses stress replies reply responses points cries cry labels label brands brand terms term laughs
    laugh smiles smile shouts shout ends end press presses opens open close closes warning saying writing
    reporting meaning finding ruling recall address addresses protests protest speaks hints hint complaints
    reasons reason charged
""")
COMPLEMENTIZERS = {"that"}
QUESTION_WORDS = {"whether", "if", "how", "what", "why", "when", "where", "who"}
# "according to X, …": the words before the speaker.
PREPOSED = ["according to", "in the words of", "as reported by", "as per"]
PREPOSED_OWN = ["in his view", "in her view", "in his words", "in her words", "in his opinion", "in her opinion"]
PREPOSED_FOR = {"for"}
SHORT_ADJECTIVES = DEMONYMS | words("former veteran young old late retired french british english welsh scottish irish")
OWNERS = {"his", "her", "its", "their", "my", "our"}
PORTFOLIOS = set()
ASIDES = ["for his part", "for her part", "in turn"]
WHILE_ = set()
BOTH = {"both"}
PLACE_PREPOSITIONS = {"in", "at", "near", "across", "outside"}
AUXILIARIES = {
    "has",
    "have",
    "had",
    "was",
    "is",
    "were",
    "are",
    "did",
    "does",
    "also",
    "would",
    "will",
    "could",
    "can",
    "later",
    "once",
    "then",
    "repeatedly",
    "reportedly",
    "previously",
    "recently",
    "subsequently",
    "again",
    "often",
    "now",
    "only",
    "first",
    "always",
    "further",
    "too",
    "still",
    "ever",
    "never",
    "not",
    "be",
    "been",
    "being",
    "just",
    "even",
    "already",
    "earlier",
    "simply",
    "both",
    "themselves",
    "himself",
    # fmt: skip
    "herself",
    "itself",
    "since",
    "long",
    "all",
    "each",
    "may",
    "might",
    "should",
    "must",
    "do",
    "to",
}
PERFECT = {"has", "have", "had", "'s", "’s", "'d", "’d", "did"}
PASSIVE = {"is", "was", "are", "were", "been", "be", "being", "get", "got", "gets"}
PASSIVE_AGENT = "by"
# Not facts said: "would say", "to say", "could argue".
UNREAL = {"would", "could", "can", "may", "might", "should", "must", "will", "to", "not", "n't", "never", "do", "does"}
NEGATED = {"not", "never", "n't", "didn't", "didn’t", "doesn't", "doesn’t", "don't", "don’t", "won't", "won’t",
           "wouldn't", "wouldn’t", "couldn't", "can't", "cannot"}  # fmt: skip
FINITE = words("""
    is are was were am be been has have had do does did will would can could may might must shall should isn't
    aren't wasn't weren't won't wouldn't can't couldn't doesn't don't didn't hasn't haven't hadn't isn’t aren’t
    wasn’t weren’t won’t wouldn’t can’t couldn’t doesn’t don’t didn’t hasn’t haven’t it's it’s they're they’re
    we're we’re he's he’s she's she’s there's there’s that's that’s i'm i’m they've they’ve we've we’ve cannot
    needs need wants want went came took made got gave left began became lost won fell rose grew faces remains
    continues seems plans expects intends hopes feels knew knows comes goes gets makes takes gives keeps kept
    held met paid sent saw ran cut put let set spent built broke brought bought sold led felt stood understood
""")
SUBJECT_PRONOUNS = {
    "he": "m", "she": "f", "they": "p", "it": "o", "i": "1", "we": "1p", "who": "w", "one": "", "you": "2",
}  # fmt: skip
# Pronouns that speak for several or for persons not said who: they stand as a speaker of their own.
INDEFINITE = {
    "one",
    "some",
    "others",
    "many",
    "everyone",
    "several",
    "few",
    "both",
    "another",
    "critics",
    "all",
    "most",
}
DETERMINERS = words("""
    the a an this that these those his her its their our my one two three four five six seven eight nine ten
    some several many most other another both each every no any few dozens hundreds
""")
DEFINITE = {"the", "this", "that", "his", "her", "its", "their"}
NP_PREPOSITIONS = {"of", "for", "at", "from", "in", "with", "on", "to", "under", "against", "near", "between", "by"}
PREPOSITIONS = words("""
    of for at from in with on to under against near between by about into over after before during since until
    through throughout despite amid among around across behind below beyond without within like as via toward
    towards upon per following speaking including concerning regarding outside inside off up down out than
""")
CONJUNCTIONS = {"and", "or", "&"}
CLAUSE_CONJUNCTIONS = {"and", "but", "while", "whereas", "although", "though", "as", "because", "so", "yet", "when",
                       "if", "after", "before", "since", "nor", "until", "where", "then"}  # fmt: skip
# A clause that begins with one of these tells of something beside what the sentence is about.
SUBORDINATING = {
    "when",
    "while",
    "although",
    "though",
    "if",
    "because",
    "since",
    "until",
    "once",
    "as",
    "after",
    "before",
}
RELATIVES = {"who", "which", "that", "whom", "whose"}
PARTICLES = {"de", "la", "las", "los", "del", "van", "von", "der", "den", "bin", "ibn", "al", "da", "do", "dos", "das",
             "di", "du", "le", "el", "y", "ter", "ten", "of", "st", "bint", "e"}  # fmt: skip
# Heads of descriptions that are organizations or documents which speak.
ORG_NOUNS = words("""
    government administration ministry department agency office company firm bank court commission committee
    council police university hospital party union group organization organisation association foundation
    institute center centre federation statement report study survey poll newspaper magazine network campaign team
    club army military navy force authority authorities board parliament congress senate house embassy consulate
    kremlin pentagon vatican regime coalition alliance charity ngo ngos watchdog regulator airline trust airport
    carmaker chipmaker brewer builder developer lender insurer supermarket broadcaster publisher utility operator
    manufacturer retailer letter memo memorandum email note lawsuit complaint indictment affidavit filing document
    documents release communique communiqué press bulletin factsheet website paper article book tweet post message
    text sign banner petition order ruling opinion decision resolution treaty agreement law bill constitution city
    county state country nation bureau service chamber society club museum school college cooperative co-op
    observatory coast guard
""")
DOCUMENT_NOUNS = words("""
    statement report study survey poll letter memo memorandum email lawsuit complaint indictment affidavit
    filing document release communique communiqué bulletin factsheet article book tweet post sign banner
    petition ruling opinion decision resolution
""")
POSTS = {"statement", "tweet", "post", "message", "note", "letter", "email", "release", "memo"}
ORG_WORDS = words("""
    ministry department university college institute association committee council commission party union bank
    corporation corp corp. inc inc. ltd ltd. llc plc company group agency court police foundation center centre
    federation organization organisation administration senate congress parliament house office bureau authority
    network watch international times post news journal reuters press tribune guardian society league team club
    hospital church government kremlin pentagon treasury army navy force nations united forum front movement
    coalition alliance board service services institute observatory partners holdings airlines airways motors
    energy street chamber embassy museum school trust fund secretariat program programme cooperative conference
""")
# Before a speaker's name or between verb and "that": where, when and to whom it was said.
TIME_WORDS = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight later earlier recently afterwards
    afterward thursday's morning evening afternoon night week month year last next this
""")
# A capitalised word that begins a sentence and is no name.
NOT_NAMES = words("""
    the a an this that these those he she it they we i you his her its their our my your and but or so yet for
    nor in on at by of to from with about after before during since until while when where why how what who
    which whose if unless although though because as than then there here now not no yes all some many most both
    each every any few several other another one two three four five six seven eight nine ten first second third
    last next according despite amid also however meanwhile moreover still instead later earlier yesterday today
    tomorrow asked speaking once under over between among against without within through across around just only
    even such like because it's he's she's they're that's there's i'm we're what's let's don't can't perhaps
    maybe indeed nevertheless nonetheless furthermore additionally finally monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october november december
    mr mrs ms dr more less much none nothing everything everyone nobody do does did is are was were will would
    can could should have has had being having given following whether that’s it’s he’s she’s they’re there’s
    i’m we’re what’s let’s don’t can’t critics experts officials residents police authorities sources people
    women men workers scientists researchers analysts lawyers prosecutors lawmakers democrats republicans
    doctors nurses teachers students parents farmers activists protesters witnesses neighbours neighbors
    investigators asked told said says adding saying thousands hundreds dozens spokespeople observers nearly
    almost roughly about more fewer less up down out off new old good bad great please sorry thank thanks well
    oh ok okay never always sometimes often recently currently previously originally eventually
""")
# "a song called “…”": what follows in marks is a name, no quotation.
TITLE_NOUNS = words("""
    song album book novel film movie series show play poem single track documentary exhibition exhibit painting
    podcast program programme episode essay column ballad hit musical opera headline paper article word words
    term phrase titled entitled called named nicknamed known dubbed so-called term expression slogan hashtag
    project operation ship vessel yacht boat game column sculpture mural novella anthem tune campaign report
    chapter section category label magazine blog
""")
ABBREVIATIONS = words("""
    mr mrs ms dr prof gov sen rep lt col gen sgt capt maj adm cpl rev fr hon pres st jr sr inc ltd corp co vs
    etc no jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri a.m p.m e.g i.e approx dept est
    ave blvd rd mt ft messrs det supt insp bros vol pp ed u.s u.k u.n d.c
""")
# "The company" may mean whichever organization was named last; "the police" or "the court" may not.
GENERIC_ORGS = words("""
    company firm group agency union party charity association organization organisation foundation institute
    airline operator manufacturer retailer club utility bank team network center centre university hospital
    museum
""")
