"""First names that Spanish texts print: where a name begins, and whether "she" may mean who bears it."""

from claims.quotations.lexicon import words

MALE_NAMES = words("""
    josé juan luis carlos jorge miguel pedro manuel francisco antonio jesús javier alejandro fernando rafael daniel
    ricardo roberto eduardo arturo alberto enrique sergio raúl mario óscar oscar víctor andrés felipe diego pablo
    marcos gabriel david martín hugo héctor gerardo guillermo alfredo armando rubén ramón julio césar cesar ernesto
    gustavo salvador ignacio rodrigo adrián ángel iván joaquín jaime félix agustín emilio esteban tomás vicente
    lorenzo gonzalo santiago nicolás sebastián mateo leonardo mauricio marcelo claudio néstor osvaldo omar ismael
    israel benito lázaro plutarco venustiano porfirio adolfo gilberto rogelio saúl samuel simón teodoro xavier
    zacarías álvaro alonso alfonso anselmo aurelio baltasar bartolomé bernardo bruno camilo cristian cristóbal
    damián darío domingo efraín elías eliseo eloy evo fabián fermín fidel germán gregorio horacio humberto isidro
    jacinto jacobo jerónimo joel josué julián justo leandro leonel lucas lucio marcelino mariano matías maximiliano
    moisés nahuel octavio orlando pascual patricio quim ramiro renato reynaldo reinaldo rigoberto rodolfo rolando
    román rómulo roque rosendo silvio teófilo tobías ulises valentín wilfredo wilson iñaki iker jordi pau oriol
    xabier aitor mikel gorka josep joan pere arnau marc albert artur kevin brian jonathan michael john donald joe
    barack antony nayib lenín evelio abelardo froilán hipólito ovidio isaías ezequiel ariel paco pepe nacho memo
    beto quique toño chema kiko manolo juanma josu joseba unai asier borja eusebio evaristo wilmer yerson braulio
    casimiro cipriano crescencio demetrio eladio eleuterio emeterio epifanio eustaquio faustino fausto feliciano
    florentino fulgencio gerónimo heriberto hernán hernando ildefonso juvenal leopoldo marcial melchor nicanor
    norberto onésimo pantaleón plácido primitivo prudencio remigio ruperto santos segundo serafín severino telmo
    tito urbano vidal axel facundo lautaro thiago bautista
""")

FEMALE_NAMES = words("""
    maría ana carmen rosa laura marta elena patricia guadalupe claudia isabel teresa lucía sofía paula andrea
    gabriela mónica verónica silvia adriana alejandra leticia margarita beatriz alicia gloria sandra martha norma
    irma julia cristina sara raquel pilar mercedes dolores concepción josefa antonia francisca juana inés eva irene
    nuria rocío yolanda susana angélica araceli blanca cecilia daniela diana elisa elsa esperanza estela esther
    fernanda graciela ivonne josefina karla karina lidia liliana lorena lourdes luisa luz isaura ángeles asunción
    amparo remedios milagros nieves rosana isabela brenda lupita abigaíl celeste delia gladys graciana herminia
    iliana jazmín katia lizeth maricela nélida nilda ofelia pierina quetzali rosaura selva tatiana vilma yolotl
    zaida orly ifigenia máxima giovanna encarna marisa maruja piedad reyes rebeca sonsoles tránsito visitación
    aleida anabel antonella azucena bárbara candela débora magdalena marcela mariana marina maribel marisol mariela
    micaela miriam nadia natalia nancy noemí olga olivia paola pamela paulina regina renata ruth socorro soledad
    tania valeria valentina vanessa victoria virginia viviana ximena xóchitl yadira zoe ariadna aurora belén berta
    camila carla carlota carolina catalina celia clara clementina consuelo delfina emilia emma encarnación estefanía
    eugenia eulalia fabiola fátima flor florencia genoveva gisela griselda hilda ingrid itzel ivette jacqueline
    jimena judith julieta leonor ligia linda lola macarena manuela marcia matilde mayra melisa mireia montserrat
    ninfa nora otilia perla priscila rigoberta rita roberta romina rosalía rosario roxana salma selene samanta
    tamara trinidad úrsula violeta wendy yasmín yesenia yolotzin zulema ada dilma michelle keiko dina kamala hillary
    angela ione begoña ainhoa amaia leire nerea itziar edurne maite mertxe charo chelo pepa paca maru lupe conchita
    chabela arantxa meritxell núria laia mireya abril agustina rocio abigail
""")
