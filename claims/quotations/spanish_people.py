"""The words of Spanish for persons: offices and trades, kin, and which of them may mean the same one."""

from claims.quotations.lexicon import words

SYNONYMS = [
    {"portavoz", "vocero", "vocera"}, {"alcalde", "regidor", "edil"}, {"alcaldesa", "regidora", "edila"},
    {"abogado", "letrado", "defensor"}, {"abogada", "letrada", "defensora"},
    {"entrenador", "técnico", "míster", "seleccionador"},
    {"portero", "arquero", "guardameta"}, {"padre", "papá"}, {"madre", "mamá"}, {"esposo", "marido"},
    {"esposa", "mujer"}, {"delantero", "ariete", "atacante", "goleador"}, {"delantera", "atacante", "goleadora"},
    {"cineasta", "realizador", "realizadora", "director", "directora"},
    {"cirujano", "cirujana", "doctor", "doctora"}, {"vicepresidenta", "vicepresidente"},
    {"mandatario", "mandataria", "presidente", "presidenta"},
    {"jugador", "futbolista", "tenista", "extenista", "pelotero"}, {"jugadora", "futbolista", "tenista"},
    {"acusado", "imputado", "procesado", "detenido", "sospechoso", "condenado", "encausado", "reo"},
    {"acusada", "imputada", "procesada", "detenida", "sospechosa", "condenada", "encausada"},
    {"investigador", "investigadora", "científico", "científica"}, {"papa", "pontífice"}, {"juez", "magistrado"},
    {"jueza", "magistrada"},
]  # fmt: skip
# What somebody may be called whose office is known.
OFFICES = """ministro secretario subsecretario viceministro director subdirector comisionado comisario delegado
    consejero canciller alcalde gobernador intendente procurador superintendente coordinador presidente
    ministra secretaria subsecretaria viceministra directora subdirectora comisionada comisaria delegada consejera
    alcaldesa gobernadora intendenta procuradora presidenta vicepresidente vicepresidenta"""
STANDS_FOR = {
    "funcionario funcionaria": OFFICES,
    "mandatario mandataria": "presidente presidenta gobernador gobernadora alcalde alcaldesa",
    "gobernante": OFFICES,
    "militar uniformado": "general coronel capitán comandante teniente sargento almirante brigadier",
    "legislador legisladora parlamentario parlamentaria congresista": "diputado diputada senador senadora asambleísta",
    "docente": "profesor profesora maestro maestra director directora",
    "jurista": "abogado abogada juez jueza magistrado magistrada exmagistrado exmagistrada fiscal catedrático",
    "médico médica galeno doctor doctora facultativo": "cirujano cirujana pediatra endocrinólogo cardiólogo oncólogo "
    "epidemiólogo endocrinóloga cardióloga oncóloga epidemióloga psiquiatra doctor doctora médico médica",
    "prelado religioso sacerdote": "obispo arzobispo cardenal párroco padre cura",
    "prelada religiosa": "sor hermana monja",
}
# Nouns of persons that are heard about somebody else rather than about themselves.
OTHERS = words("""
    portavoz vocero vocera fuente abogado abogada letrado letrada fiscal juez jueza magistrado magistrada policía
    jefe jefa testigo vecino vecina agente oficial médico médica forense comisario madre padre hermano hermana
    hijo hija titular presidente presidenta
""")
# Of these the ones who lead something: the text's own persons as often as others.
HEADS = {
    "presidente",
    "presidenta",
    "jefe",
    "jefa",
    "titular",
    "oficial",
    "comisario",
    "vecino",
    "vecina",
    "médico",
    "médica",
}
KIN = words("""
    padre madre papá mamá hermano hermana hijo hija esposo esposa marido mujer viudo viuda abuelo abuela nieto
    nieta tío tía sobrino sobrina primo prima cuñado cuñada suegro suegra yerno nuera novio novia pareja exmarido
    exmujer padrastro madrastra bisnieto bisnieta gemelo gemela mellizo melliza hermanastro hermanastra compañero
    compañera
""")
INVERSE_KIN = {
    "padre madre papá mamá": "hijo hija", "hijo hija": "padre madre papá mamá", "hermano hermana": "hermano hermana",
    "esposo marido": "esposa mujer", "esposa mujer": "esposo marido", "abuelo abuela": "nieto nieta",
    "nieto nieta": "abuelo abuela", "tío tía": "sobrino sobrina", "sobrino sobrina": "tío tía",
    "primo prima": "primo prima", "suegro suegra": "yerno nuera", "yerno nuera": "suegro suegra",
}  # fmt: skip
# Words that anybody may be called by later, whatever office or trade he was named with.
VAGUE = words("""
    titular funcionario funcionaria dirigente político política mandatario mandataria líder responsable joven
    mujer hombre experto experta especialista veterano veterana directivo directiva ejecutivo ejecutiva
    profesional jerarca activista representante candidato candidata aludido aludida entrevistado entrevistada
    interpelado interpelada muchacho muchacha chico chica anciano anciana menor adolescente ciudadano ciudadana
    protagonista autor autora académico académica socialista popular republicano republicana opositor opositora
    legislador legisladora parlamentario parlamentaria edil uniformado uniformada trabajador trabajadora artista
    español española mexicano mexicana argentino argentina chileno chilena colombiano colombiana peruano peruana
    estadounidense doctor doctora investigador investigadora científico científica deportista jugador jugadora
    futbolista
""")
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
    habitantes críticos senadores diputados legisladores alcaldes gobernadores ministros abogados fiscales jueces
    líderes dirigentes voceros portavoces embajadores diplomático diplomáticos oficial oficiales médicos doctores
    enfermeras maestros profesores investigadores científicos economistas historiadores activistas defensores
    organizadores dueño dueña propietario propietaria gerente jugador jugadora periodistas madre padre hermana
    hermano hijo hija esposa esposo viuda viudo mujer hombre niña niño mujeres hombres gente persona personas
    trabajador trabajadora trabajadores obrero obreros estudiante estudiantes migrante migrantes víctima víctimas
    sobreviviente sobrevivientes conductor candidatos votantes asesor asesora asesores político política políticos
    familiares padres madres colega amigo amiga cirujano piloto empresarios banquero artista músico músicos
    policía policías autoridades productor productora productores campesino campesina campesinos pescador
    pescadores comerciante comerciantes usuario usuarios voluntario voluntaria voluntarios manifestantes
    opositores tendero panadero arquitecto arquitecta joven jóvenes anciano anciana directivo directiva ejecutivo
    ejecutiva cooperante religioso religiosa artista letrado letrada galeno uniformado uniformada acusado acusada
    imputado imputada detenido detenida procesado procesada condenado condenada sospechoso sospechosa demandante
    agresor menor muchacho muchacha chico chica abuelo abuela tío tía sobrino sobrina vendedor vendedora
    presentador presentadora realizador realizadora cineasta guionista compositor compositora pintor pintora
    cocinero cocinera chef tenista ciclista atleta piloto nadador nadadora arquero arquera mediocampista
    centrocampista goleador goleadora extremo lateral estratega timonel míster preparador preparadora guardameta
    parlamentario parlamentaria congresista eurodiputado eurodiputada edila socialista popular republicano
    republicana demócrata panista priista morenista peronista jurista penalista catedrático catedrática docente
    académico académica físico física químico química matemático matemática astrónomo astrónoma ecólogo ecóloga
    veterinario veterinaria psicólogo psicóloga psiquiatra pediatra cardiólogo cardióloga oncólogo oncóloga
    virólogo viróloga antropólogo antropóloga ambientalista ecologista feminista sindicalista lideresa cacique
    comunero comunera guía taxista camionero camionera chofer chófer cliente clienta consumidor consumidora
    ombudsperson prefecto prefecta monja cura párroco rabino imán edil mandataria mandatario jerarca prelado
    pontífice agente agentes bombero bomberos ciudadano ciudadana afectados afectado afectada denunciante
    denunciantes docente docentes responsable responsables miembro miembros integrante integrantes representante
    representantes presidentes especialista especialistas técnicos observadores encargado encargada alumno alumna
    alumnos pasajero pasajeros turista turistas deportista futbolista hidróloga hidrólogo arqueóloga arqueólogo
    bibliotecaria bibliotecario conservadora auditor auditora inquilinos inquilina inquilino compañero compañera
    compañeros ariete atacante anfitrión anfitriona hincha aficionado aficionada espectador espectadora asistente
    asistentes paciente pacientes huelguista paristas paterfamilias mandamás papá mamá nieto nieta bisnieto
    bisnieta primo prima cuñado cuñada suegro suegra yerno nuera marido novio novia exmarido exmujer padrastro
    madrastra gemelo gemela mellizo mellizas huérfano huérfana aludido aludida interpelado interpelada
    entrevistado entrevistada consultado consultada declarante compareciente firmante firmantes organizador
    organizadora impulsor impulsora fundador fundadora cofundador cofundadora creador creadora autor autora
    protagonista intérprete bailarín bailarina coreógrafo coreógrafa dramaturgo dramaturga humorista cómico cómica
    comediante rapero rapera vocalista guitarrista pianista violinista baterista bajista trompetista saxofonista
    diseñador diseñadora fotógrafo fotógrafa ilustrador ilustradora dibujante escultor escultora ceramista
    artesano artesana galerista curador curadora comisario editor editora librero librera traductor traductora
    cronista reportero reportera columnista locutor locutora corresponsal enviado conductora maquinista albañil
    carpintero electricista fontanero plomero soldador mecánico mecánica herrero jardinero jardinera costurera
    modista peluquero peluquera barbero zapatero panadera carnicero pescadero frutero florista mesero mesera
    camarero camarera tabernero hostelero hotelero hotelera cajero cajera repartidor repartidora mensajero cartero
    barrendero limpiadora cuidador cuidadora niñera partera matrona comadrona auxiliar paramédico paramédica
    rescatista socorrista brigadista guardabosques vigilante preso presa recluso reclusa reo exguerrillero
    guerrillero soldado marinero militar exmilitar brigadier vicealmirante contralmirante ombudsman relator
    relatora comisionado contador contadora notario notaria registrador secretaria tesorero tesorera interventor
    gerenta presidenta copresidente cogerente accionista inversor inversora inversionista promotor exportador
    importador molinero molineros ganaderos apicultor apicultora viticultor bodeguero bodeguera enólogo enóloga
    agrónomo agrónoma topógrafo geógrafo geógrafa urbanista demógrafo demógrafa estadístico climatólogo
    climatóloga meteorólogo meteoróloga sismólogo sismóloga vulcanólogo vulcanóloga oceanógrafo oceanógrafa
    paleontólogo paleontóloga botánico botánica zoólogo zoóloga genetista bioquímico bioquímica microbiólogo
    microbióloga inmunólogo inmunóloga neurólogo neuróloga cirujana ginecólogo ginecóloga nutricionista
    fisioterapeuta farmacéutico farmacéutica dentista odontólogo odontóloga terapeuta pedagogo pedagoga filósofo
    filósofa teólogo teóloga lingüista filólogo filóloga informático informática programador programadora hacker
    astronauta capellán vicario vicaria hermano diácono canónigo abad abadesa misionero misionera pastora chamán
    curandero curandera machi seminarista exrector exrectora vicerrector vicerrectora exfiscal exjuez exdiputado
    exdiputada exsenador exsenadora excanciller exjugador exfutbolista exentrenador campeón campeona medallista
    corredor corredora maratonista boxeador boxeadora púgil luchador luchadora gimnasta saltador saltadora
    lanzador lanzadora pelotero jardinero beisbolista baloncestista voleibolista remero remera surfista jinete
    torero novillero ganador ganadora zaguero defensor lateral capitana presidenciable edila veterano veterana
    septuagenario septuagenaria octogenario octogenaria nonagenario nonagenaria sexagenario sexagenaria
    quincuagenario cuarentón adolescente bebé donostiarra guipuzcoano bilbaíno madrileño madrileña catalán
    catalana andaluz andaluza gallego gallega vasco vasca valenciano valenciana asturiano asturiana aragonés
    aragonesa sevillano sevillana canario canaria manchego extremeño extremeña navarro navarra riojano murciano
    cántabro mallorquín malagueño granadino cordobés zaragozano leonés burgalés uruguayo uruguaya paraguayo
    paraguaya boliviano boliviana ecuatoriano ecuatoriana venezolano venezolana panameño panameña costarricense
    nicaragüense hondureño hondureña salvadoreño salvadoreña guatemalteco guatemalteca cubano cubana dominicano
    dominicana puertorriqueño puertorriqueña brasileño brasileña portugués portuguesa francés francesa italiano
    italiana alemán alemana inglés inglesa británico británica escocés irlandés holandés neerlandés belga suizo
    suiza sueco sueca noruego noruega danés danesa finlandés polaco polaca ruso rusa ucraniano ucraniana griego
    griega turco turca marroquí argelino senegalés chino china japonés japonesa coreano coreana indio australiano
    australiana canadiense bonaerense porteño porteña rosarino cordobesa mendocino jalisciense sinaloense
    sonorense oaxaqueño oaxaqueña chiapaneco chiapaneca michoacano poblano poblana veracruzano yucateco yucateca
    tapatío regiomontano capitalino limeño limeña cusqueño bogotano antioqueño caleño caraqueño quiteño
    santiaguino
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
    "mamá",
}
MALE_NOUNS = {
    "papá",
    "hombre",
    "actor",
    "padre",
    "hermano",
    "hijo",
    "esposo",
    "viudo",
    "rey",
    "niño",
    "papa",
    "anciano",
}
