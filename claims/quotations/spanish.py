"""The words of Spanish that tell who said what. Add a verb as infinitive: its other forms are made by `lexicon.py`."""

from claims.quotations.lexicon import words

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
    murmurar ahondar abundar ampliar arengar acusar atacar animar bramar calificar celebrar clamar comenzar
    corear demandar describir definir denominar exhortar exigir exponer felicitar ironizar instar interrogar
    intervenir invitar llamar ordenar pedir pronunciar proclamar proponer reclamar remachar recomendar rechazar
    reflexionar reír rezar rogar suplicar solicitar sollozar sonreír soltar tachar tildar urgir valorar
    vociferar zanjar agradecer apelar arremeter citar completar condenar convocar cuchichear decretar disparar
    elogiar empezar iniciar inquirir leer mascullar musitar postear protestar recitar repasar retar titular
    vocear apostar aconsejar cerrar redactar relató sincerarse enfatizar recogió consignar
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
PREPOSED_FOR = {"para"}
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
RELATIVES = {"quien", "quienes", "que", "cual", "cuyo", "cuya"}
PARTICLES = {"de", "la", "las", "los", "del", "van", "von", "der", "den", "bin", "ibn", "al", "da", "do", "dos", "das",
             "di", "du", "le", "el", "y", "e", "i", "ter", "san", "santa"}  # fmt: skip
MALE_TITLES = {"señor", "sr", "sr.", "don", "d.", "fray", "padre", "rey", "príncipe", "profesor", "doctor", "monseñor"}
FEMALE_TITLES = {"señora", "sra", "sra.", "doña", "dña.", "señorita", "srta.", "sor", "reina", "princesa", "profesora",
                 "doctora", "dra", "dra."}  # fmt: skip
TITLES = words("""
    dr dr. lic lic. ing ing. mtro mtro. mtra mtra. arq arq. prof prof. gral gral. presidente presidenta
    vicepresidente vicepresidenta secretario secretaria subsecretario subsecretaria ministro ministra
    viceministro viceministra canciller gobernador gobernadora alcalde alcaldesa intendente intendenta senador
    senadora diputado diputada concejal concejala regidor regidora director directora subdirector subdirectora
    fiscal juez jueza magistrado magistrada comisario comisaria comisionado comisionada embajador embajadora
    cónsul portavoz vocero vocera jefe jefa líder coordinador coordinadora titular general coronel capitán
    comandante teniente sargento almirante rector rectora decano decana profesor profesora doctor doctora
    licenciado licenciada ingeniero ingeniera maestro maestra abogado abogada activista periodista analista
    economista experto experta investigador investigadora historiador historiadora escritor escritora sociólogo
    socióloga politólogo politóloga epidemiólogo epidemióloga médico médica actor actriz cantante director papa
    cardenal obispo arzobispo sacerdote pastor candidato candidata precandidato precandidata excandidato
    expresidente expresidenta exministro exministra exalcalde exalcaldesa exgobernador exgobernadora opositor
    opositora empresario empresaria dirigente secretario-general funcionario funcionaria delegado delegada
    consejero consejera síndico síndica entrenador entrenadora delantero portero defensa técnico seleccionador
    vecino vecina testigo agricultor agricultora ganadero ganadera superintendente inspector inspectora
    procurador procuradora defensor defensora procuradora legislador legisladora asambleísta lehendakari
    president consellera conseller mandatario mandataria primer primera nacional federal estatal municipal local
    mexicano mexicana español española argentino argentina chileno chilena colombiano colombiana peruano peruana
    estadounidense vice comunicadora biólogo bióloga geólogo geóloga científico científica enfermero enfermera
    adjunto adjunta interino interina ex poeta novelista
""")
PERSON_NOUNS = TITLES - {
    "nacional",
    "federal",
    "estatal",
    "municipal",
    "local",
    "general",
    "primer",
    "primera",
} | words("""
    fuente fuentes funcionarios funcionarias expertos expertas analistas testigos vecinos vecinas residentes
    habitantes críticos senadores diputados legisladores alcaldes gobernadores ministros abogados fiscales
    jueces líderes dirigentes voceros portavoces embajadores diplomático diplomáticos oficial oficiales médicos
    doctores enfermeras maestros profesores investigadores científicos economistas historiadores activistas
    defensores organizadores dueño dueña propietario propietaria gerente jugador jugadora periodistas madre
    padre hermana hermano hijo hija esposa esposo viuda viudo mujer hombre niña niño mujeres hombres gente
    persona personas trabajador trabajadora trabajadores obrero obreros estudiante estudiantes migrante
    migrantes víctima víctimas sobreviviente sobrevivientes conductor candidatos votantes asesor asesora
    asesores político política políticos familiares padres madres colega amigo amiga cirujano piloto empresarios
    banquero artista músico músicos policía policías autoridades productor productora productores campesino
    campesina campesinos pescador pescadores comerciante comerciantes usuario usuarios voluntario voluntaria
    voluntarios manifestantes opositores tendero panadero arquitecto arquitecta joven jóvenes anciano anciana
    edil mandataria mandatario jerarca prelado pontífice agente agentes bombero bomberos ciudadano ciudadana
    afectados afectado afectada denunciante denunciantes docente docentes responsable responsables miembro
    miembros integrante integrantes representante representantes presidentes especialista especialistas técnicos
    observadores encargado encargada alumno alumna alumnos pasajero pasajeros turista turistas deportista
    futbolista hidróloga hidrólogo arqueóloga arqueólogo bibliotecaria bibliotecario conservadora auditor
    auditora inquilinos inquilina inquilino
""")
ORG_NOUNS = words("""
    gobierno administración ministerio secretaría departamento agencia oficina empresa compañía banco corte
    tribunal comisión comité consejo policía universidad hospital partido sindicato grupo organización
    asociación fundación instituto centro federación comunicado informe reporte estudio encuesta diario
    periódico revista cadena campaña equipo club ejército marina fuerza autoridad autoridades junta parlamento
    congreso senado cámara embajada consulado régimen coalición alianza ong regulador aerolínea operadora
    fabricante carta memorando correo nota demanda denuncia documento documentos boletín portal artículo libro
    tuit mensaje texto cartel pancarta petición orden fallo sentencia resolución decreto ley constitución ciudad
    ayuntamiento alcaldía municipio estado país fiscalía procuraduría dependencia cancillería presidencia
    gobernación prefectura intendencia defensoría contraloría red colectivo cooperativa confederación entidad
    institución organismo firma consultora patronal observatorio dirección consejería generalitat junta xunta
    servicio museo escuela colegio cofradía
""")
DOCUMENT_NOUNS = words("""
    comunicado informe reporte estudio encuesta carta memorando correo nota demanda denuncia documento boletín
    artículo libro tuit mensaje texto cartel pancarta petición fallo sentencia resolución decreto
""")
ORG_WORDS = ORG_NOUNS | words("""
    nacional internacional unidos unidas naciones reuters efe afp ap país mundo universal jornada clarín nación
    tribuna grupo sa s.a. inc corp movimiento unión frente liga central superior suprema suprema club real
    federal comisión instituto
""")
FEMALE_NOUNS = {
    "mujer",
    "actriz",
    "madre",
    "hermana",
    "hija",
    "esposa",
    "viuda",
    "reina",
    "niña",
    "anciana",
    "alcaldesa",
}
MALE_NOUNS = {"hombre", "actor", "padre", "hermano", "hijo", "esposo", "viudo", "rey", "niño", "papa", "anciano"}
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
MALE_NAMES = words("""
    josé juan luis carlos jorge miguel pedro manuel francisco antonio jesús javier alejandro fernando rafael
    daniel ricardo roberto eduardo arturo alberto enrique sergio raúl mario óscar oscar víctor andrés felipe
    diego pablo marcos gabriel david martín hugo héctor gerardo guillermo alfredo armando rubén ramón julio
    césar cesar ernesto gustavo salvador ignacio rodrigo adrián ángel iván joaquín jaime félix agustín emilio
    esteban tomás vicente lorenzo gonzalo santiago nicolás sebastián mateo leonardo mauricio marcelo claudio
    néstor osvaldo omar ismael israel benito lázaro plutarco venustiano porfirio adolfo gilberto rogelio saúl
    samuel simón teodoro xavier zacarías álvaro alonso alfonso anselmo aurelio baltasar bartolomé bernardo bruno
    camilo cristian cristóbal damián darío domingo efraín elías eliseo eloy evo fabián fermín fidel germán
    gregorio horacio humberto isidro jacinto jacobo jerónimo joel josué julián justo leandro leonel lucas lucio
    marcelino mariano matías maximiliano moisés nahuel octavio orlando pascual patricio porfirio quim ramiro
    renato reynaldo reinaldo rigoberto rodolfo rolando román rómulo roque rosendo silvio teófilo tobías ulises
    valentín wilfredo wilson iñaki iker jordi pau oriol xabier aitor mikel gorka josep joan pere arnau marc
    albert artur kevin brian jonathan michael john donald joe barack antony nayib lenín evelio abelardo froilán
    hipólito ovidio isaías ezequiel ariel axel facundo lautaro thiago bautista
""")
FEMALE_NAMES = words("""
    maría ana carmen rosa laura marta elena patricia guadalupe claudia isabel teresa lucía sofía paula andrea
    gabriela mónica verónica silvia adriana alejandra leticia margarita beatriz alicia gloria sandra martha
    norma irma julia cristina sara raquel pilar mercedes dolores concepción josefa antonia francisca juana inés
    eva irene nuria rocío yolanda susana angélica araceli blanca cecilia daniela diana elisa elsa esperanza
    estela esther fernanda graciela ivonne josefina karla karina lidia liliana lorena lourdes luisa luz
    magdalena marcela mariana marina maribel marisol mariela micaela miriam nadia natalia nancy noemí olga
    ofelia olivia paola pamela paulina rebeca regina renata ruth socorro soledad tania valeria valentina vanessa
    victoria virginia viviana ximena xóchitl yadira zoe ariadna aurora belén berta camila carla carlota carolina
    catalina celia clara clementina consuelo delfina delia emilia emma encarnación estefanía eugenia eulalia
    fabiola fátima flor florencia genoveva gisela griselda hilda ingrid itzel ivette jacqueline jimena judith
    julieta leonor ligia linda lola macarena macarena manuela marcia matilde mayra melisa mireia montserrat
    ninfa nora otilia perla priscila rigoberta rita roberta romina rosalía rosario roxana salma selene samanta
    tamara trinidad úrsula violeta wendy yasmín yesenia yolotzin zulema ada cristina dilma michelle michelle
    keiko dina kamala hillary angela irene ione yolanda begoña ainhoa amaia leire nerea itziar edurne maite
    arantxa meritxell núria laia mireya abril agustina milagros rocio abigail
""")
GENERIC_ORGS = words("""
    empresa compañía grupo agencia sindicato banco partido asociación organización fundación instituto centro
    aerolínea operadora fabricante club federación entidad institución organismo firma dependencia colectivo
    universidad hospital museo cooperativa
""")
