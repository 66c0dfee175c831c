"""The words of English for persons: offices and trades, kin, and which of them may mean the same one."""

from claims.quotations.lexicon import words

# "The Spaniard", "the 34-year-old", "the former minister": somebody named before.
DEMONYMS = words("""
    american briton spaniard german italian brazilian canadian australian mexican argentine argentinian colombian
    portuguese belgian swede dane norwegian finn pole russian ukrainian indian nigerian south-african turk greek
    hungarian austrian croatian serb scot scotsman welshman irishman frenchman frenchwoman englishman englishwoman
    dutchman republican democrat conservative californian texan londoner uruguayan chilean
""")
SYNONYMS = [
    {"spokesman", "spokeswoman", "spokesperson"}, {"lawyer", "attorney", "solicitor", "barrister"},
    {"father", "dad"}, {"mother", "mum", "mom"}, {"manager", "coach", "boss"},
    {"chairman", "chairwoman", "chair"}, {"judge", "justice"}, {"defendant", "accused", "suspect"},
    {"ceo", "executive", "boss"},
]  # fmt: skip
# What somebody may be called whose office is known.
STANDS_FOR = {
    "lawmaker legislator": "senator representative congressman congresswoman",
    "executive": "ceo chief chairman chairwoman president",
    "lawyer attorney barrister": "counsel kc lawyer attorney solicitor defender",
    "prosecutor": "attorney da",
    "academic": "professor lecturer historian",
    "officer": "constable sergeant inspector sheriff detective",
}
OTHERS = words("""
    spokesman spokeswoman spokesperson lawyer attorney solicitor barrister prosecutor judge police sheriff chief
    official source officer witness neighbour neighbor resident detective doctor coroner mother father brother
    sister son daughter president secretary minister
""")
# Of these the ones who lead something: the text's own persons as often as others.
HEADS = {"president", "secretary", "minister", "chief", "official", "officer", "resident", "doctor", "detective"}
KIN = words("""
    father mother brother sister son daughter husband wife widow widower grandfather grandmother grandson
    granddaughter uncle aunt nephew niece cousin fiance fiancee boyfriend girlfriend partner stepfather stepmother
    stepson stepdaughter father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law twin
    dad mum mom
""")
INVERSE_KIN = {
    "father mother dad mum mom": "son daughter", "son daughter": "father mother dad mum mom",
    "brother sister twin": "brother sister twin", "husband": "wife", "wife": "husband",
    "grandfather grandmother": "grandson granddaughter", "grandson granddaughter": "grandfather grandmother",
    "uncle aunt": "nephew niece", "nephew niece": "uncle aunt", "cousin": "cousin",
}  # fmt: skip
# Words that anybody may be called by later, whatever office or trade he was named with.
VAGUE = DEMONYMS | words("""
    man woman leader executive official boss politician lawmaker veteran candidate nominee activist girl boy
    teenager person expert republican democrat billionaire businessman businesswoman star artist author pensioner
""")
MALE_TITLES = {"mr", "mr.", "sir", "lord", "father", "fr", "rabbi", "king", "prince", "brother", "fr.", "uncle", "imam"}
FEMALE_TITLES = {"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "sister", "queen", "princess", "madam", "aunt"}
TITLES = words("""
    dr dr. prof prof. professor president vice chairman chairwoman chair chairperson chief executive officer
    director deputy assistant associate acting interim former senior junior managing general secretary minister
    prime foreign interior finance defence defense health education justice trade labor labour home affairs
    state security homeland attorney ambassador consul commissioner commission governor gov gov. lieutenant lt
    lt. senator sen sen. representative rep rep. congressman congresswoman congressional speaker majority
    minority leader whip mayor councilman councilwoman councillor councilor council member alderman judge
    justice magistrate chancellor premier cabinet undersecretary under-secretary-general secretary-general
    director-general inspector superintendent sheriff sgt sgt. sergeant captain capt capt. major maj. colonel
    col col. admiral adm. brigadier gen gen. cpl. pvt. detective det. officer police fire spokesman spokeswoman
    spokesperson editor correspondent analyst economist activist lawyer attorney advocate actor actress singer
    author writer novelist poet historian scientist researcher coach manager striker midfielder goalkeeper
    captain defender pope cardinal bishop archbishop reverend rev rev. pastor bishop ceo cfo coo cto cio md mp
    mep co-founder founder owner partner principal dean provost rector headteacher nurse farmer resident
    democrat republican democratic conservative labour liberal tory opposition pm vice-president vice-chairman
    president-elect head party chief counsel treasurer auditor emeritus national world u.s. us uk british
    american mexican spanish french german russian chinese canadian republican-led journalist reporter witness
    neighbor neighbour veteran survivor shadow lord mayor engineer biologist virologist epidemiologist physicist
    commander constable guitarist drummer bassist singer-songwriter churchwarden vicar solicitor barrister
    footballer winger striker forward playmaker batsman bowler golfer sprinter swimmer jockey trainer comedian
    broadcaster presenter filmmaker director-producer chef sculptor painter photographer plumber electrician builder
    teacher student mother father widow presidential vice-mayor co-author co-director campaign ex-president
    ex-minister
""")
# Heads of descriptions that are persons (or persons' stand-ins): "the senator", "a White House official".
PERSON_NOUNS = words("""
    official officials spokesman spokeswoman spokesperson spokespeople source sources expert experts analyst
    analysts witness witnesses resident residents critic critics supporter supporters senator senators lawmaker
    lawmakers congressman congresswoman president minister ministers mayor governor judge lawyer lawyers attorney
    prosecutor prosecutors leader leaders secretary director executive executives chairman chairwoman chair chief
    ceo boss head commissioner ambassador diplomat diplomats officer officers general colonel sheriff captain
    detective doctor doctors nurse nurses teacher teachers professor researcher researchers scientist scientists
    economist economists historian activist activists advocate advocates organizer organizers organiser organisers
    founder owner manager coach player actor actress singer author writer journalist reporter reporters editor
    mother father sister brother son daughter wife husband widow widower woman man girl boy women men people person
    farmer farmers worker workers student students neighbour neighbor neighbours neighbors migrant migrants victim
    victims survivor survivors driver candidate candidates nominee voter voters aide aides adviser advisers advisor
    advisors veteran veterans pope bishop priest pastor king queen prince princess premier chancellor politician
    politicians deputy deputies councillor councillors republican republicans democrat democrats observers
    investigators inspectors parents relatives family colleague friend friends physician surgeon biologist engineer
    engineers pilot captain midfielder striker goalkeeper defender billionaire businessman businesswoman
    entrepreneur banker author novelist poet musician artist insider insiders police campaigner campaigners
    protester protesters volunteer volunteers demonstrators opponents opponent tenants tenant consultant strategist
    pollster investor investors trader traders fisherman fishermen epidemiologist rector dean representative
    representatives member members authorities coroner firefighter firefighters paramedic principal officeholder
    30-year-old nurse caretaker treasurer auditor auditors inspector hydrologist geologist archaeologist baker
    butcher shopkeeper shopkeepers landlord defendant defendants suspect suspects accused prosecution complainant
    claimant plaintiff plaintiffs victim teenager teenagers pensioner pensioners carer commander vicar solicitor
    barrister footballer batter allrounder winger forward skipper playmaker batsman bowler golfer sprinter swimmer
    jockey trainer comedian broadcaster presenter filmmaker chef sculptor painter photographer plumber electrician
    builder guitarist drummer campaigner astronomer chemist physicist mathematician psychologist psychiatrist
    sociologist anthropologist ecologist virologist immunologist paediatrician pediatrician oncologist cardiologist
    veterinarian vet climatologist meteorologist seismologist zoologist botanist hiker hikers climber climbers
    motorist motorists cyclist cyclists pedestrian pedestrians bystander bystanders couple shopper shoppers fan fans
    father-in-law grandson granddaughter cousin nephew niece uncle aunt grandfather grandmother stepfather
    stepmother fiance fiancee girlfriend boyfriend archbishop vicar imam rabbi nun monk commuter commuters passenger
    passengers customer librarian curator
""")
FEMALE_NOUNS = words("""
    spokeswoman congresswoman chairwoman woman actress mother sister daughter wife widow queen princess girl
    businesswoman councilwoman grandmother heroine policewoman firewoman women aunt niece alderwoman waitress
    granddaughter fiancee girlfriend stepmother stepdaughter mother-in-law daughter-in-law sister-in-law mum mom
""")
MALE_NOUNS = words("""
    spokesman congressman chairman man actor father brother son husband widower king prince boy businessman
    councilman grandfather fisherman policeman men uncle nephew alderman waiter pope fireman grandson fiance
    boyfriend stepfather stepson father-in-law son-in-law brother-in-law dad
""")
