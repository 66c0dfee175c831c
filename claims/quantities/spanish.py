"""Spanish number words, of Spain and of America. A billón is a million millions in every country that speaks it."""

from .lexicon import Lexicon, compared, meaning, numbered, phrases, word_list, word_set

FEMININE_PARTS = numbered("tercera cuarta quinta sexta septima octava novena decima", 3) | {
    "vigesima": 20,
    "centesima": 100,
    "milesima": 1000,
}
PARTS = numbered("tercio cuarto quinto sexto septimo octavo noveno decimo", 3) | {
    "decima": 10,
    "centesimo": 100,
    "centesima": 100,
    "milesima": 1000,
}
HUNDREDS = numbered("doscient trescient cuatrocient quinient seiscient setecient ochocient novecient", 200, 100)


def is_plural(word: str) -> bool:
    return word.endswith("s") and word not in NOT_PLURAL


NOT_PLURAL = word_set(
    """es tras mas menos antes despues entonces ademas pais mes crisis jamas atras lunes martes miercoles
        jueves viernes les nos sus tras detras"""
)

COMPARATORS = compared(
    {
        "about": """unos|unas|alrededor de|cerca de|en torno a|en torno de|aproximadamente|mas o menos|a eso de
            del orden de|aproximadamente unos|aproximadamente unas|cosa de|como unos|como unas
            un estimado de|estimado en|estimada en|estimados en|estimadas en|un aproximado de
            un promedio de|una media de|un total aproximado de|algo asi como|poco mas o menos
            promedio de|entorno a|ronda|rondan|rondaba|rondaban|rondo|rondar|rondando|se calcula en
            se estima en""",
        "nearly": """casi|poco menos de|casi unos|casi unas|algo menos de|cerca ya de|practicamente
            apenas por debajo de|roza|rozan|rozo|rozar|rozando|rozaba|un poco menos de
            ligeramente por debajo de""",
        "more_than": """mas de|poco mas de|algo mas de|un poco mas de|mucho mas de|bastante mas de|por encima de
            superior a|superiores a|mayor a|mayor de|mayor que|mayores de|mas que|arriba de
            por arriba de|muy por encima de|pasados de|supera|superan|supero|superaron|superar|supere
            superen|superaba|superaban|superando|superado|superara|rebasa|rebasan|rebaso|rebasaron
            rebasar|excede|exceden|excedio|sobrepasa|sobrepaso|sobrepasan|superaria""",
        "at_least": """al menos|por lo menos|cuando menos|como minimo|no menos de|un minimo de|minimo|minimo de
            lo menos|a lo menos|siquiera""",
        "less_than": """menos de|por debajo de|inferior a|inferiores a|menor a|menor de|menor que|menores de
            debajo de|muy por debajo de|mucho menos de|bastante menos de|menos que|por abajo de|abajo de""",
        "at_most": """hasta|a lo sumo|como maximo|no mas de|un maximo de|cuando mucho|a lo mas|maximo|maximo de
            como mucho|un tope de""",
    }
)
AFTER = compared(
    {
        "at_least": "o mas|como minimo|al menos|por lo menos|cuando menos",
        "at_most": "o menos|como maximo|a lo sumo|como mucho|cuando mucho",
        "about": "aproximadamente|mas o menos|y pico|y tantos|y tantas|poco mas o menos",
    }
)

STOPS = word_set(
    """a al ante bajo con contra de del desde en entre hacia hasta para por segun sin sobre tras durante
        mediante el la los las lo un una uno este esta estos estas ese esa esos esas aquel aquella que quien
        quienes cual cuales cuyo cuya donde cuando como porque pero sino aunque si y e o u ni no ya mas menos
        muy tambien solo aun todavia es son era eran fue fueron ser sera seran ha han habia habian hay haber
        esta estan estaba estaban se le les me te nos su sus mi mis tu tus nuestro nuestra yo el ella ellos
        ellas usted ustedes dijo dice cada todo toda todos todas ambos otro otra hoy ayer antes despues luego
        ahora ademas mientras cual pasado proximo proxima anual diario diaria tiene tienen tuvo tuvieron"""
)

SPANISH = Lexicon(
    language="es",
    ones=numbered("un/uno/una dos tres cuatro cinco seis siete ocho nueve", 1),
    alone={"cero": 0}
    | numbered("diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve", 10)
    | numbered(
        """veintiun/veintiuno/veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete
        veintiocho veintinueve""",
        21,
    ),
    tens=numbered("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10),
    tens_and=word_set("y"),
    hundreds={"cien": 100, "ciento": 100}
    | {stem + ending: value for stem, value in HUNDREDS.items() for ending in ("os", "as")},
    hundred=frozenset(),
    hundred_and=frozenset(),
    thousand=word_set("mil"),
    thousand_alone=True,
    scales={
        "millon": 10**6,
        "millones": 10**6,
        "millardo": 10**9,
        "millardos": 10**9,
        "billon": 10**12,
        "billones": 10**12,
        "trillon": 10**18,
        "trillones": 10**18,
        "mln": 10**6,
        "mdp": 10**6,
        "mdd": 10**6,
        "mde": 10**6,
    },
    suffixes={"k": 10**3, "mdp": 10**6, "mdd": 10**6, "mln": 10**6, "mm": 10**6, "bn": 10**9},
    money_suffixes={"m": 10**6, "mill": 10**6},
    lengths=frozenset(),
    one=word_set("un una uno"),
    article=frozenset(),
    dozens={
        "docena": 12,
        "docenas": 12,
        "decena": 10,
        "quincena": 15,
        "veintena": 20,
        "treintena": 30,
        "cuarentena": 40,
        "cincuentena": 50,
        "centena": 100,
        "centenar": 100,
        "centenares": 100,
        "millar": 1000,
        "millares": 1000,
    },
    orders={
        "docenas": 24,
        "decenas": 10,
        "centenares": 100,
        "centenas": 100,
        "cientos": 100,
        "miles": 1000,
        "millares": 1000,
        "millones": 10**6,
        "billones": 10**12,
    },
    vague=word_set("varios varias algunos algunas"),
    of=word_set("de"),
    half=word_set("medio media"),
    half_alone=word_set("mitad"),
    before_part=word_set("casi de un aproximadamente alrededor cerca"),
    and_part=word_set("y"),
    parts=PARTS,
    parts_plural={f"{word}s": number for word, number in PARTS.items()},
    part_noun=word_set("parte partes"),
    part_ordinals=FEMININE_PARTS | {f"{word}s": number for word, number in FEMININE_PARTS.items()},
    definite=word_set("la el"),
    point=word_set("coma punto"),
    minus=word_set("menos"),
    no_minus_after=word_set("al lo o cuando de ni mucho poco"),
    ratio=phrases(""),
    ratio_of=phrases("de"),
    ratio_every=phrases("de cada | por cada | de entre"),
    comparators=COMPARATORS,
    after=AFTER,
    between=word_set("entre"),
    between_and=word_set("y e"),
    from_=word_set("de desde del"),
    to=word_set("a hasta al"),
    or_=word_set("o u"),
    changes=word_list("""
        pas subi sub aument crec creci cay cae baj disminu reduj reduc descend descen increment elev salt asc
        ascend escal desplom dispar fue evolucion cambi vari retroced encog multiplic mejor recort ampli llev
        situ alcanz llegar lleg"""),
    more=word_set("mas"),
    percent=phrases("% | por ciento | por cien | porciento | por 100"),
    points=phrases("puntos porcentuales | punto porcentual | puntos basicos | punto basico"),
    currencies=meaning(
        {
            "USD": "dolares|dolar|usd|dolares estadounidenses|dolares americanos|dolares de estados unidos|mdd",
            "EUR": "euros|euro|eur|mde",
            "GBP": "libras esterlinas|libra esterlina|gbp",
            "MXN": "pesos mexicanos|peso mexicano|mxn|mdp|m.n",
            "CAD": "dolares canadienses|cad",
            "AUD": "dolares australianos|aud",
            "JPY": "yenes|yen|jpy",
            "CNY": "yuanes|yuan|cny",
            "CHF": "francos suizos|chf",
            "BRL": "reales|reales brasilenos|brl",
            "COP": "pesos colombianos|cop",
            "ARS": "pesos argentinos|ars",
            "CLP": "pesos chilenos|clp",
            "CUP": "pesos cubanos|cup",
            "GTQ": "quetzales|quetzal|gtq",
            "HNL": "lempiras|lempira|hnl",
            "PEN": "soles|nuevos soles|pen",
            "VES": "bolivares|ves",
            "RUB": "rublos|rub",
            "INR": "rupias indias|inr",
        }
    ),
    dollar="",
    abbreviations=word_set(
        """km m cm mm kg g mg ha kw mw gw kwh mwh gwh gb mb tb hz ml l hm3 km2 m2 m3 kph kmh grados litros"""
    ),
    before_noun=word_set(
        """nuevos nuevas nuevo nueva otros otras primeros primeras presuntos presuntas posibles grandes pequenos
        pequenas mas ultimos ultimas siguientes principales supuestos supuestas jovenes diferentes distintos
        distintas diversos diversas numerosos numerosas de los las el la sus sus estos estas esos esas nuestros
        nuestras del propios propias famosos famosas proximos proximas"""
    ),
    stops=STOPS,
    is_plural=is_plural,
    head_first=True,
    per=word_set("por"),
    per_article=word_set("al cada"),
    for_every=phrases("por cada | de cada | para cada"),
    times=word_set(
        """segundo minuto hora dia noche semana quincena mes bimestre trimestre semestre ano decada persona
        habitante hogar barril litro kilo kilogramo tonelada hectarea acre arresto detencion migrante familia
        alumno unidad boleto noche cabeza"""
    ),
    months=word_set(
        """enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene
        feb mar abr jun jul ago sept sep oct nov dic"""
    ),
    weekdays=word_set("lunes martes miercoles jueves viernes sabado domingo"),
    labels=word_set(
        """pagina paginas pag pags p pp seccion articulo articulos art arts capitulo cap titulo parrafo inciso
        fraccion tabla cuadro figura volumen vol numero num no nro n ruta carretera autopista vuelo sala puerta
        anden canal zona grado grupo clase fase version salmo ley decreto regla enmienda resolucion
        distrito edificio departamento depto piso oficina casilla seccion circuito formula talla modelo serie
        temporada episodio etapa ronda jornada nivel categoria salida terminal linea apartado anexo nota
        clausula reglamento directiva expediente oficio caso lote manzana calle avenida av avda calzada colonia
        km kilometro transitorio disposicion siglo radio folio punto sector comuna tipo"""
    ),
    year_words=word_set(
        """en desde hasta durante ano anos del de entre y a para ejercicio fiscal principios finales mediados
        verano invierno primavera otono ciclo temporada eleccion elecciones hacia tras al curso"""
    ),
    clock_before=phrases("a las | a la | de las | hacia las | sobre las | hasta las | desde las | a eso de las"),
    clock_after=phrases(
        "am | pm | a.m | p.m | hrs | hs | en punto | de la manana | de la tarde | de la noche | de la madrugada"
    ),
    telephone=word_set("telefono tel llamar llame llamando marcar whatsapp celular movil fax"),
    person=word_set(
        """nino nina hombre mujer joven adolescente menor bebe anciano anciana chico chica muchacho muchacha hijo
        hija varon estudiante persona migrante turista senor senora victima"""
    ),
    streets=frozenset(),
    ordinals=word_set("""
        primero primera segundo segunda tercero tercera cuarto cuarta quinto quinta sexto sexta septimo septima
        octavo octava noveno novena decimo decima"""),
    pronoun_before=frozenset(),
    pronoun_after=frozenset(),
    idioms=phrases(
        "tolerancia cero | cero tolerancia | zona cero | punto cero | mil gracias | hora cero | las mil y una"
    ),
)
