"""English number words."""

from .lexicon import Lexicon, compared, meaning, numbered, phrases, word_list, word_set

IRREGULAR = word_set(
    """people men women children police personnel troops feet teeth mice geese oxen cattle sheep fish deer
        aircraft spacecraft crew staff votes percent media data criteria phenomena species series clergy youth
        offspring livestock lives wives"""
)
NOT_PLURAL = word_set(
    """this his its was is as has us thus plus less yes always perhaps across towards besides overseas"""
)


def is_plural(word: str) -> bool:
    if word in IRREGULAR or word.endswith(("men", "women", "children", "people")):
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous")) and word not in NOT_PLURAL


ORDINALS = numbered("third quarter/fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 3)
PARTS = ORDINALS | {"quarter": 4, "twentieth": 20, "hundredth": 100, "thousandth": 1000}

COMPARATORS = compared(
    {
        "about": """about|around|roughly|approximately|some|an estimated|estimated|an estimated total of
            estimated at|circa|in the region of|in the order of|on the order of|an average of|close to
            somewhere around|more or less""",
        "nearly": """nearly|almost|just under|just below|just short of|just shy of|slightly less than
            slightly under|approaching|slightly fewer than|a little less than|a little under
            little less than|not quite|virtually|practically|nearing""",
        "more_than": """more than|over|well over|just over|slightly more than|slightly over|a little over
            a little more than|much more than|far more than|upwards of|upward of|in excess of|above
            well above|just above|greater than|better than|north of|exceeding|exceeded|exceeds|exceed
            surpassed|surpasses|surpass|surpassing|topped|topping|tops|higher than|larger than""",
        "at_least": """at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of
            at the very least|as few as""",
        "less_than": """fewer than|less than|under|below|well under|well below|far fewer than|far less than
            lower than|much less than|smaller than""",
        "at_most": """up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum of
            at the most|as high as|no greater than""",
    }
)
AFTER = compared(
    {
        "at_least": "or more|or higher|or above|or over|or greater|at least|at a minimum|at minimum|plus",
        "at_most": "or less|or fewer|or lower|or under|or below|at most|at the most|at a maximum",
        "about": "or so|or thereabouts|odd|approximately|roughly|give or take",
    }
)

STOPS = word_set(
    """a an the this that these those there here of in on at to for from by with without as than per via and or
        but nor so if while when where who whom whose which what is are was were be been being am has have had
        having do does did will would can could may might must shall should not no never also only just even
        still already yet ago later earlier before after during since until till between among into onto over
        under about around against through throughout across along toward towards within outside inside behind
        beyond near up down out off each every both all any some i you he she it we they them him her us me my
        your his its our their one said says say told according because although though however last next early
        late today yesterday tomorrow whether amid despite including such like then now ever too very again
        overall total worth apiece went came left died fled made took got became began voted arrived remained
        rose fell grew wrote won lost gave saw took held found paid set kept sent spent met ran led cost"""
)

ENGLISH = Lexicon(
    language="en",
    ones=numbered("one two three four five six seven eight nine", 1),
    alone={"zero": 0, "nought": 0}
    | numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10),
    tens=numbered("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10),
    tens_and=frozenset(),
    hundreds={},
    hundred=word_set("hundred"),
    hundred_and=word_set("and"),
    thousand=word_set("thousand"),
    thousand_alone=False,
    scales={
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "quadrillion": 10**15,
        "lakh": 10**5,
        "crore": 10**7,
        "mln": 10**6,
        "mn": 10**6,
        "bn": 10**9,
        "bln": 10**9,
        "tn": 10**12,
        "trn": 10**12,
    },
    suffixes={
        "k": 10**3,
        "bn": 10**9,
        "bln": 10**9,
        "mn": 10**6,
        "mln": 10**6,
        "mm": 10**6,
        "tn": 10**12,
        "trn": 10**12,
    }
    | {"m": 10**6, "b": 10**9},
    money_suffixes={"t": 10**12},
    lengths=word_set(
        """tall long wide deep high away above below apart thick race sprint freestyle hurdles relay butterfly
        breaststroke"""
    ),
    one=word_set("one"),
    article=word_set("a an"),
    dozens={"dozen": 12},
    orders={
        "dozens": 24,
        "scores": 40,
        "tens": 10,
        "hundreds": 100,
        "thousands": 1000,
        "millions": 10**6,
        "billions": 10**9,
        "trillions": 10**12,
    },
    vague=word_set("several few many"),
    of=word_set("of"),
    half=word_set("half"),
    half_alone=word_set("half"),
    before_part=word_set(
        """by to only just than nearly almost about around roughly approximately over under least most is was"""
    ),
    and_part=word_set("and"),
    parts=PARTS,
    parts_plural={f"{word}s": number for word, number in PARTS.items()} | {"halves": 2},
    part_noun=frozenset(),
    part_ordinals={},
    definite=word_set("the"),
    point=word_set("point"),
    minus=word_set("minus negative"),
    no_minus_after=word_set("or"),
    ratio=phrases("in"),
    ratio_of=phrases("of"),
    ratio_every=phrases("out of | in every | out of every | of every | in each | out of each"),
    comparators=COMPARATORS,
    after=AFTER,
    between=word_set("between"),
    between_and=word_set("and"),
    from_=word_set("from"),
    to=word_set("to through"),
    or_=word_set("or"),
    changes=word_list("""
        rose rise rising risen fell fall fallen increas decreas dropp drop grew grow grown climb jump surg
        shrank shrink shrunk declin slid slip tumbl plung soar went go gone up down swell swoll double tripl
        lower rais reduc cut expand swung shift chang mov improv"""),
    more=word_set("more additional other"),
    percent=phrases("% | percent | per cent | pct | per-cent"),
    points=phrases("percentage points | percentage point | basis points | basis point"),
    currencies=meaning(
        {
            "USD": "dollars|dollar|us dollars|us dollar|u.s. dollars|american dollars|usd|bucks",
            "EUR": "euros|euro|eur",
            "GBP": "pounds sterling|british pounds|gbp|sterling",
            "MXN": "mexican pesos|mexican peso|mxn",
            "CAD": "canadian dollars|cad",
            "AUD": "australian dollars|aud",
            "JPY": "yen|japanese yen|jpy",
            "CNY": "yuan|renminbi|cny",
            "CHF": "swiss francs|swiss franc|chf",
            "INR": "indian rupees|inr",
            "BRL": "reais|brazilian reais|brl",
            "COP": "colombian pesos|cop",
            "ARS": "argentine pesos|ars",
            "CLP": "chilean pesos|clp",
            "GTQ": "quetzals|quetzales|gtq",
            "HNL": "lempiras|hnl",
            "RUB": "rubles|roubles|rub",
            "ILS": "shekels|ils",
            "TRY": "turkish lira|turkish liras",
            "SEK": "swedish kronor|sek",
        }
    ),
    dollar="USD",
    abbreviations=word_set("""
        km m cm mm kg g mg lb lbs oz mi ft yd ha mph kph kmh kw mw gw kwh mwh gwh gb mb tb hz mhz ghz ml l cl
        ppm bpd degrees"""),
    before_noun=word_set("more other additional new further of the its their his her our those these all extra"),
    stops=STOPS,
    is_plural=is_plural,
    head_first=False,
    per=word_set("per"),
    per_article=word_set("a an each every"),
    for_every=phrases("for every | for each"),
    times=word_set(
        """second minute hour day night week weekend fortnight month quarter year decade barrel gallon litre liter
        share ton tonne season game match session term trip journey visit patient pupil student child voter vote
        head person piece ounce acre kilo kilogram pound mile unit household"""
    ),
    months=word_set(
        """january february march april may june july august september october november december jan feb mar apr
        jun jul aug sep sept oct nov dec"""
    ),
    weekdays=word_set("monday tuesday wednesday thursday friday saturday sunday"),
    labels=word_set(
        """p page pages pp radio section sections article articles art chapter title paragraph para part line item table
        figure fig volume vol issue no nos number route highway interstate flight room gate platform channel
        area grade group class phase step version psalm act law rule proposition prop amendment resolution
        district precinct ward building apt apartment suite box formula form size model series season episode
        stage round game level tier category zone exit mile pier terminal track bill hr ballot measure schedule
        annex appendix footnote note verse clause subsection regulation directive protocol case docket lane run
        seed cell unit bus train line kilometer km type mark mach"""
    ),
    year_words=word_set(
        """in since by until till during from fiscal year fy early late mid of before after circa through spring
        summer autumn fall winter election class for to between and ending ended around about"""
    ),
    clock_before=phrases("at"),
    clock_after=phrases("am | pm | a.m | p.m | o'clock | o’clock | noon | midnight | gmt | utc"),
    telephone=word_set("telephone phone tel call ring dial hotline text whatsapp fax"),
    person=frozenset(),
    streets=word_set(
        """street st avenue ave road rd boulevard blvd drive dr lane ln place pl square court highway hwy parkway
        way terrace"""
    ),
    ordinals=word_set("""
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth
        seventieth eightieth ninetieth hundredth thousandth millionth"""),
    pronoun_before=word_set("no this that the each every any another which same other some only last next first lone"),
    pronoun_after=word_set(
        """of another is was has had can could should would will may might must who that which by and or with in on
        at to for if cannot can't couldn't wouldn't did does do from as but day thing way reason side hand
        example aspect point step time more such after man's another's final last other else knows about where
        when here there single such-and-such"""
    ),
    idioms=phrases(
        """zero tolerance|ground zero|zero-sum|nine to five|at sixes and sevens|one day|square one
            one-on-one|one by one|back to square one|number one|one way|one thing|two-way|two-time
            one-time|one-way|one-off|catch 22|day one|phase one|world war two|world war one|one-sided
            two-faced|fifty-fifty|one-size|back-to-back|half-hearted|half-brother|half-sister|half-mast
            half-time|half time"""
    ),
)
