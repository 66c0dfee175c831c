"""The words of Spanish that tell who said what. Add a verb as infinitive: its other forms are made by `lexicon.py`."""

from claims.quotations.lexicon import words
from claims.quotations.spanish_names import FEMALE_NAMES, MALE_NAMES
from claims.quotations.spanish_people import (
    FEMALE_NOUNS,
    FEMALE_TITLES,
    HEADS,
    INVERSE_KIN,
    KIN,
    MALE_NOUNS,
    MALE_TITLES,
    OFFICES,
    OTHERS,
    PERSON_NOUNS,
    STANDS_FOR,
    SYNONYMS,
    TITLES,
    VAGUE,
)

__all__ = [
    "HEADS",
    "FEMALE_NAMES",
    "FEMALE_NOUNS",
    "FEMALE_TITLES",
    "INVERSE_KIN",
    "KIN",
    "MALE_NAMES",
    "MALE_NOUNS",
    "MALE_TITLES",
    "OFFICES",
    "OTHERS",
    "PERSON_NOUNS",
    "STANDS_FOR",
    "SYNONYMS",
    "TITLES",
    "VAGUE",
]

CODE = "es"

VERBS_WITH_CLAUSE = words("""
    abundar aceptar aclarar acotar adelantar admitir adujo advertir afirmar agregar alegar alertar añadir anotar
    anticipar anunciar apostillar apreciar apuntar argumentar asegurar aseverar asumir augurar avanzar avisar
    bromear calcular certificar comentar comunicar concluir confesar confirmar considerar constatar contar
    contestar criticar decir declarar defender denunciar desmentir destacar detallar determinar dictaminar
    divulgar documentar enfatizar enunciar escribir esgrimir especificar estimar evidenciar exponer explicar
    explicitar expresar externar garantizar hacer_hincapié hacer_notar hacer_saber indicar informar insinuar
    insistir ironizar jurar justificar lamentar manifestar mantener matizar mencionar narrar negar notar
    notificar objetar observar opinar plantear precisar presumir prever prometer pronosticar puntualizar
    publicar quejarse razonar recalcar reconocer recordar referir reiterar relatar remarcar repetir replicar
    reportar resaltar reseñar responder resumir revelar rebatir señalar sentenciar sostener subrayar sugerir
    transmitir tuitear twittear vaticinar zanjar reafirmar ratificar recriminar reprochar resolver testificar
    atestiguar declarar adelantar aventurar refrendar exclamar gritar exigir pedir proponer recomendar
    dar_a_conocer dejar_claro dejar_en_claro poner_de_manifiesto
""")

VERBS_WITH_QUOTE = words("""
    exclamar preguntar cuestionar gritar continuar proseguir seguir terminar finalizar rematar espetar susurrar
    murmurar ahondar abundar ampliar arengar acusar atacar animar bramar calificar celebrar clamar comenzar corear
    demandar describir definir denominar exhortar exigir exponer felicitar ironizar instar interrogar intervenir
    invitar llamar ordenar pedir pronunciar proclamar proponer reclamar remachar recomendar rechazar reflexionar
    reír rezar rogar suplicar solicitar sollozar sonreír soltar tachar tildar urgir valorar vociferar zanjar
    agradecer apelar arremeter citar completar condenar convocar cuchichear decretar disparar elogiar empezar
    iniciar inquirir leer mascullar musitar postear protestar recitar repasar retar titular vocear apostar
    aconsejar cerrar redactar relató sincerarse enfatizar recogió consignar evocar excusarse despedirse
    disculparse abroncar regañar reprender alabar confiar deslizar deplorar rezongar refunfuñar gruñir suspirar
    gemir tartamudear balbucear farfullar conjeturar sospechar aullar chillar bufar mofarse burlarse jactarse
    ufanarse vanagloriarse congratularse felicitarse alegrarse enorgullecerse sorprenderse extrañarse indignarse
    lamentarse desahogarse explayarse justificarse defenderse quejarse preguntarse interpelar increpar imprecar
    recomponerse reponer retrucar contraponer contraatacar contradecir desear implorar conminar emplazar amonestar
    reconvenir sermonear bendecir maldecir saludar enumerar ejemplificar esbozar glosar parafrasear resumió
    sintetizar recapitular redondear tronar rugir vitorear vocalizar canturrear entonar declamar salmodiar terciar
    apuntillar acotar secundar asentir disentir discrepar coincidir porfiar machacar remedar rubricar sonsacar
    soplar textear teclear garabatear rotular trasladar verbalizar rememorar añorar teorizar filosofar fantasear
    dudar titubear vacilar desvelar delatar cavilar dejar_caer echar_en_cara tomar_la_palabra salir_al_paso
""")

# Third persons that the rules of -ar, -er and -ir do not give: present, preterite, imperfect, gerund, participle.
IRREGULAR = {
    "decir": "dice dicen dijo dijeron decía decían diciendo dicho dirá dirán diría dirían diga digo dije dijimos",
    "adujo": "aduce aducen adujo adujeron aducía aducían aduciendo aducido aducir",
    "advertir": "advierte advierten advirtió advirtieron advertía advertían advirtiendo advertido advertirá",
    "sostener": "sostiene sostienen sostuvo sostuvieron sostenía sostenían sosteniendo sostenido sostendrá",
    "mantener": "mantiene mantienen mantuvo mantuvieron mantenía mantenían manteniendo mantenido",
    "exponer": "expone exponen expuso expusieron exponía exponían exponiendo expuesto",
    "proponer": "propone proponen propuso propusieron proponía proponían proponiendo propuesto",
    "suponer": "supone suponen supuso supusieron suponía suponían suponiendo supuesto",
    "contar": "cuenta cuentan contó contaron contaba contaban contando contado",
    "recordar": "recuerda recuerdan recordó recordaron recordaba recordaban recordando recordado",
    "reconocer": "reconoce reconocen reconoció reconocieron reconocía reconocían reconociendo reconocido",
    "sugerir": "sugiere sugieren sugirió sugirieron sugería sugerían sugiriendo sugerido",
    "referir": "refiere refieren refirió refirieron refería referían refiriendo referido",
    "pedir": "pide piden pidió pidieron pedía pedían pidiendo pedido",
    "repetir": "repite repiten repitió repitieron repetía repetían repitiendo repetido",
    "manifestar": "manifiesta manifiestan manifestó manifestaron manifestaba manifestaban manifestando manifestado",
    "confesar": "confiesa confiesan confesó confesaron confesaba confesaban confesando confesado",
    "negar": "niega niegan negó negaron negaba negaban negando negado",
    "defender": "defiende defienden defendió defendieron defendía defendían defendiendo defendido",
    "desmentir": "desmiente desmienten desmintió desmintieron desmentía desmentían desmintiendo desmentido",
    "pensar": "piensa piensan pensó pensaron pensaba pensaban pensando pensado",
    "concluir": "concluye concluyen concluyó concluyeron concluía concluían concluyendo concluido",
    "argüir": "arguye arguyen arguyó arguyeron argüía argüían arguyendo argüido",
    "prever": "prevé prevén previó previeron preveía preveían previendo previsto",
    "proseguir": "prosigue prosiguen prosiguió prosiguieron proseguía proseguían prosiguiendo proseguido",
    "seguir": "sigue siguen siguió siguieron seguía seguían siguiendo seguido",
    "escribir": "escribe escriben escribió escribieron escribía escribían escribiendo escrito",
    "describir": "describe describen describió describieron describía describían describiendo descrito",
    "comenzar": "comienza comienzan comenzó comenzaron comenzaba comenzaban comenzando comenzado",
    "empezar": "empieza empiezan empezó empezaron empezaba empezaban empezando empezado",
    "rogar": "ruega ruegan rogó rogaron rogaba rogaban rogando rogado",
    "reír": "ríe ríen rio rió rieron reía reían riendo reído",
    "sonreír": "sonríe sonríen sonrió sonrieron sonreía sonreían sonriendo sonreído",
    "soltar": "suelta sueltan soltó soltaron soltaba soltaban soltando soltado",
    "leer": "lee leen leyó leyeron leía leían leyendo leído",
    "resolver": "resuelve resuelven resolvió resolvieron resolvía resolvían resolviendo resuelto",
    "intervenir": "interviene intervienen intervino intervinieron intervenía intervenían interviniendo intervenido",
    "agradecer": "agradece agradecen agradeció agradecieron agradecía agradecían agradeciendo agradecido",
    "apostar": "apuesta apuestan apostó apostaron apostaba apostaban apostando apostado",
    "cerrar": "cierra cierran cerró cerraron cerraba cerraban cerrando cerrado",
    "gruñir": "gruñe gruñen gruñó gruñeron gruñía gruñían gruñendo gruñido",
    "despedirse": "despide despiden despidió despidieron despedía despedían despidiendo despedido",
    "gemir": "gime gimen gimió gimieron gemía gemían gimiendo gemido",
    "reponer": "repone reponen repuso repusieron",
    "contraponer": "contrapone contraponen contrapuso contrapusieron",
    "contradecir": "contradice contradicen contradijo contradijeron contradecía contradecían",
    "bendecir": "bendice bendicen bendijo bendijeron bendecía bendecían",
    "maldecir": "maldice maldicen maldijo maldijeron maldecía maldecían",
    "reconvenir": "reconviene reconvienen reconvino reconvinieron",
    "asentir": "asiente asienten asintió asintieron asentía asentían asintiendo asentido",
    "disentir": "disiente disienten disintió disintieron disentía disentían",
    "tronar": "truena truenan tronó tronaron tronaba tronaban",
    "confiar": "confía confían confió confiaron confiaba confiaban confiando confiado",
    "defenderse": "defiende defienden defendió defendieron defendía defendían defendiendo defendido",
    "enorgullecerse": "enorgullece enorgullecen enorgulleció enorgullecieron",
    "amonestar": "amonesta amonestan amonestó amonestaron amonestaba amonestaban",
    "hacer": "hace hacen hizo hicieron hacía hacían haciendo hecho",
    "dar": "da dan dio dieron daba daban dando dado",
    "dejar": "deja dejan dejó dejaron dejaba dejaban dejando dejado",
    "poner": "pone ponen puso pusieron ponía ponían poniendo puesto",
}

BARE_CLAUSE = set()
THAT_NEEDED = set()
# Thoughts that papers also print as speech ("consideró que"): as quotations only in the forms that tell of saying.
QUESTION_VERBS = {
    "preguntar",
    "cuestionar",
    "explicar",
    "decir",
    "aclarar",
    "detallar",
    "inquirir",
    "interrogar",
    "responder",
}
NAMING_VERBS = {"acusar", "calificar", "llamar", "tildar", "tachar", "describir", "definir", "denominar", "titular"}
NOUN_FORMS = words("""
    informe reporte cuenta cuentan demanda demandas publico público critica crítica contesta replica réplica
    nota notas lamento anuncio denuncia denuncias acusa reclama pregunta preguntas ordena comunicado dicho
    escrito mantenido hecho propuesta expuesto supuesto resumen resume informa titular da dan hace hacen pone
    ponen deja sigue siguen cita citas lista define clama reta retos avance avanza disparo disparó dispara
    suelta cierra abre seguido atacado apuesta apuestas leído pedido pedida llama llamado llamada comienza
    empieza termina ordenado dado puesto
""")
COMPLEMENTIZERS = {"que"}
QUESTION_WORDS = {"si", "cómo", "qué", "por", "cuándo", "dónde", "quién", "cuánto", "cuál"}
PREPOSED = ["según", "de acuerdo con", "de acuerdo a", "en palabras de", "a juicio de", "en opinión de", "conforme a",
            "a decir de", "al decir de", "en voz de"]  # fmt: skip
# "Para Pérez, …": an opinion when a person stands there and a comma after.
PREPOSED_OWN = ["a su juicio", "en su opinión", "a su entender", "en sus palabras", "a su parecer"]
PREPOSED_FOR = {"para"}
DEMONYMS = set()
SHORT_ADJECTIVES = set()
OWNERS = {"su", "sus", "mi", "nuestro", "nuestra"}
PORTFOLIOS = words("""
    cultura salud sanidad economía hacienda defensa interior justicia educación trabajo agricultura ganadería
    turismo energía transporte transportes vivienda seguridad gobernación gobierno exteriores obras públicas
    pública comunicaciones ciencia igualdad consumo deporte deportes bienestar ambiente finanzas comercio
    industria
""")
# Said beside the verb, of nobody else than the speaker.
ASIDES = ["por su parte", "por su lado", "a su vez", "en cambio", "sin embargo", "no obstante", "en tanto",
          "por otro lado", "de nuevo", "al respecto"]  # fmt: skip
WHILE_ = {"tiempo", "vez", "mientras", "par"}  # before "que": the same subject goes on
BOTH = {"ambos", "ambas"}
PLACE_PREPOSITIONS = {"en", "desde", "hacia"}
AUXILIARIES = {
    "ha",
    "han",
    "había",
    "habían",
    "habría",
    "habrían",
    "hubo",
    "también",
    "ya",
    "además",
    "no",
    "lo",
    "le",
    "les",
    "la",
    "se",
    "me",
    "nos",
    "así",
    "luego",
    "después",
    "entonces",
    "ayer",
    "hoy",
    "siempre",
    "nunca",
    "incluso",
    "sí",
    "aún",
    "todavía",
    "solo",
    "sólo",
    "mismo",
    "recientemente",
    "posteriormente",
    "os",
    "te",
    # fmt: skip
    "asimismo",
    "haber",
    "recién",
    "finalmente",
    "fue",
    "igualmente",
    "tampoco",
    "está",
    "estaba",
}
PERFECT = {"ha", "han", "había", "habían", "habría", "habrían", "haber", "hubo", "he", "hemos"}
PASSIVE = {"es", "fue", "son", "fueron", "sido", "ser", "será", "era", "eran", "siendo"}
PASSIVE_AGENT = "por"
UNREAL = {"no", "nunca", "tampoco"}
NEGATED = {"no", "nunca", "tampoco", "jamás"}
FINITE = words("""
    es son está están era eran fue fueron será serán sería ha han había habían hay hubo habrá tiene tienen tenía
    tuvo puede pueden podrá podrán podría debe deben deberá va van iba hace hacen quiere quieren sabe existe
    existen sigue
""")
SUBJECT_PRONOUNS = {
    "él": "m", "ella": "f", "ellos": "p", "ellas": "p", "ello": "o", "yo": "1", "nosotros": "1p", "quien": "w",
    "usted": "2", "éste": "m", "ésta": "f", "aquél": "m", "aquélla": "f",
}  # fmt: skip
INDEFINITE = {"algunos", "algunas", "otros", "otras", "muchos", "muchas", "varios", "varias", "ambos", "ambas", "todos",
              "uno", "una", "otro", "otra"}  # fmt: skip
DETERMINERS = words("""
    el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella su sus mi nuestro
    nuestra dos tres cuatro cinco seis siete ocho nueve diez varios varias algunos algunas muchos muchas otros
    otras otro otra ambos ambas cada ningún ninguna dicho dicha lo propio propia
""")
DEFINITE = {"el", "la", "los", "las", "este", "esta", "estos", "estas", "ese", "esa", "su", "sus", "dicho", "dicha"}
NP_PREPOSITIONS = {"de", "del", "en", "para", "a", "al", "con", "por", "contra", "sin", "ante", "sobre"}
PREPOSITIONS = words("""
    de del en para a al con por contra sin ante sobre tras desde hasta hacia entre durante mediante según bajo
    como vía
""")
CONJUNCTIONS = {"y", "e", "o", "u"}
CLAUSE_CONJUNCTIONS = {"y", "e", "pero", "mientras", "aunque", "porque", "pues", "cuando", "donde", "sino", "si",
                       "como", "luego", "ni", "o", "que"}  # fmt: skip
# A clause that begins with one of these tells of something beside what the sentence is about.
SUBORDINATING = {"cuando", "mientras", "aunque", "si", "como", "porque", "apenas", "donde"}
RELATIVES = {"quien", "quienes", "que", "cual", "cuyo", "cuya"}
PARTICLES = {"de", "la", "las", "los", "del", "van", "von", "der", "den", "bin", "ibn", "al", "da", "do", "dos", "das",
             "di", "du", "le", "el", "y", "e", "i", "ter", "san", "santa"}  # fmt: skip
ORG_NOUNS = words("""
    gobierno administración ministerio secretaría departamento agencia oficina empresa compañía banco corte
    tribunal comisión comité consejo policía universidad hospital partido sindicato grupo organización asociación
    fundación instituto centro federación comunicado informe reporte estudio encuesta diario periódico revista
    cadena campaña equipo club ejército marina fuerza autoridad autoridades junta parlamento congreso senado
    cámara embajada consulado régimen coalición alianza ong regulador aerolínea operadora fabricante carta
    memorando correo nota demanda denuncia documento documentos boletín publicación portal artículo libro tuit
    mensaje texto cartel pancarta petición orden fallo sentencia resolución decreto ley constitución ciudad
    ayuntamiento alcaldía municipio estado país fiscalía procuraduría dependencia cancillería presidencia
    gobernación prefectura intendencia defensoría contraloría red colectivo cooperativa confederación entidad
    institución organismo firma consultora patronal observatorio dirección consejería generalitat junta xunta
    servicio museo escuela colegio cofradía constructora promotora inmobiliaria minera petrolera eléctrica
    distribuidora exportadora importadora automotriz farmacéutica tecnológica telefónica cervecera siderúrgica
    naviera cementera papelera textil startup multinacional corporación consorcio holding cabildo diputación
    legislatura rectoría arzobispado diócesis obispado conferencia plataforma frente movimiento bancada grupo
    comunidad vecindario mancomunidad gerencia directiva subsecretaría viceministerio embajada juzgado audiencia
""")
DOCUMENT_NOUNS = words("""
    comunicado informe reporte estudio encuesta carta memorando correo nota demanda denuncia documento boletín
    artículo libro tuit mensaje texto cartel pancarta petición fallo sentencia resolución decreto
""")
POSTS = {
    "comunicado",
    "tuit",
    "mensaje",
    "nota",
    "boletín",
    "carta",
    "correo",
    "publicación",
    "post",
    "declaración",
    "datos",
}
ORG_WORDS = ORG_NOUNS | words("""
    nacional internacional unidos unidas naciones reuters efe afp ap país mundo universal jornada clarín nación
    tribuna grupo sa s.a. inc corp movimiento unión frente liga central superior suprema suprema club real
    federal comisión instituto
""")
TIME_WORDS = words("""
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre hoy ayer mañana anoche tarde noche semana mes año pasado pasada
    próximo
""")
NOT_NAMES = words("""
    el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella su sus mi tu nuestro y
    e o u pero sino aunque porque pues cuando donde como que quien cual si no sí ni de del en para a al con por
    contra sin ante sobre tras desde hasta hacia entre durante mediante según bajo muy más menos también además
    asimismo mientras luego después antes entonces ahora hoy ayer mañana aquí allí ahí así todo toda todos todas
    algo nada nadie alguien algunos algunas muchos muchas varios varias otros otras otro otra cada ambos ambas
    uno dos tres cuatro cinco seis siete ocho nueve diez primero segundo tercero lunes martes miércoles jueves
    viernes sábado domingo él ella ellos ellas yo nosotros usted ustedes lo le les se me te nos es son era fue
    fueron ha han había hay está están será dijo dice señaló afirmó agregó añadió explicó indicó aseguró sostuvo
    informó precisó subrayó destacó recordó advirtió insistió concluyó aclaró admitió reconoció declaró anunció
    denunció respondió preguntó comentó sin embargo finalmente posteriormente igualmente tampoco quizá quizás
    tal vez solo sólo cuánto cómo qué dónde quién cuándo por ello esto eso aquello unas apenas casi cerca unos
    miles cientos decenas expertos vecinos autoridades testigos fuentes miles don doña gracias bueno bien mal
    nunca siempre jamás ya aún todavía incluso a través actualmente recientemente previamente dicha dicho hace
    ante consultado consultada interrogado interrogada
""")
TITLE_NOUNS = words("""
    canción disco álbum libro novela película serie obra poema sencillo documental exposición pintura programa
    episodio ensayo columna cuento tema musical ópera titular titulado titulada titulados llamado llamada
    llamados llamadas denominado denominada denominados denominadas apodado apodada alias conocido conocida
    conocidos conocidas palabra palabras término expresión frase lema etiqueta hashtag proyecto operación
    operativo plan barco buque yate juego revista sección capítulo categoría plataforma mural escultura
    bautizado bautizada intitulado intitulada tema
""")
ABBREVIATIONS = words("""
    sr sra srta srs dr dra lic ing mtro mtra arq prof gral cnel cap tte sgto d dña ud uds vd vds etc núm no nº
    pág p pp vol art av avda c ee.uu ee uu s.a a.m p.m a.c d.c aprox ej fig tel dto dpto st sto sta ma mons pbro
    hnos cía ssa fco
""")
GENERIC_ORGS = words("""
    empresa compañía grupo agencia sindicato banco partido asociación organización fundación instituto centro
    aerolínea operadora fabricante club federación entidad institución organismo firma dependencia colectivo
    universidad hospital museo cooperativa
""")
