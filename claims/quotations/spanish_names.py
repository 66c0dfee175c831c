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
    abdel adalberto adelino adriano adán agapito ahmed albano alberico aldo alex alexander alexandro alexis
    alfonsina ali alirio almudeno amadeo amado amador amir amit américo anacleto anastasio ander andoni andreu
    andré anibal antolín antonello antonino apolinar aquiles aquilino arcadio archibaldo argimiro aristóteles
    armengol arsenio artemio arístides atahualpa atanasio augusto aureliano baldomero baltazar basilio belisario
    benicio benjamín bernabé beñat blas bonifacio boris brayan breogán calixto carles carmelo casiano cayetano
    ceferino celestino celso cesáreo chidi cirilo ciro conrado cornelio crisanto crispín cristhian crisóstomo
    cástulo dante dardo deivid demián denis dieter dionisio diógenes dmitri domènec donato dídac edelmiro eder
    edgar edgardo edilberto edmundo edson eduard edwin efrén egidio ekaitz eleazar elio elmer elvis emigdio
    emili emiliano endika eneko enoc enric enzo erasmo eric erick erik ermenegildo ernest esaú eudaldo eudoro
    eufemio eugenio eulogio eusebi everardo ezequías fabio fabricio federico felip ferran filemón filiberto
    flavio florencio florentín fortunato francesc françois freddy fredy gael gaizka garikoitz gaspar gastón
    gaudencio genaro gener george gerard germà gervasio gesualdo getulio gianluca gilmar gines giovani giovanni
    giuseppe godofredo gonçal graciano gualberto guillem gumersindo gustau günter hans harold haroldo hassan
    heber heinz heladio helio hermenegildo herminio hilario hildebrando hiroshi hodei honorato honorio hussein
    iago ian ibai iban ibrahim igor imanol indalecio inocencio ireneo isaac isabelino isai ismail izan iñigo
    jacob jacques jairo jairzinho jamal janer jaume jean jeremías jerson jesualdo jhon jimmy joao joaquim johan
    johnny jokin jon jonatan jonás jorgelino josafat josías jovani jovito juancho juanito juanjo julen jules
    juli juliano jun justiniano justino jürgen karim karl kenji kenneth kepa khalid klaus kofi koldo lander
    laureano lauro leoncio leovigildo lester levi leónidas liborio lino lisandro llorenç lluc lluís loren lorenz
    luc luca lucho luciano luigi lázar macario macedonio magín maikel malaquías mamadou manel marcel marcello
    marcelí marco markel marlon martiniano martí matteo mauri mauro max maximino mehdi melitón michel
    miguelángel mijaíl milton min-ho mirko misael mohamed moussa muhammad mustafá máximo nabil napoleón narciso
    natalio natanael neftalí nelson nepomuceno nicasio nicodemo nikolái nil nolberto noé obdulio oier oihan oleg
    olegario oliver omero onofre oreste orestes orión osama osiel osmar osvald oswaldo otilio otto pablito pacho
    pacífico palmiro pantaleo paolo parménides patxi paul paulino paulo peio pelayo perico philippe pierre
    pietro pio polibio policarpo pompeyo porfiri quintín quirino rachid rafa rafel raimundo raj ramsés raymundo
    recaredo renán rené ricard richard rigo robert robinson rodolf rogeliano roger roland romeo romualdo ronal
    ronald ronaldo rony rosalino rudy rufino rutilio ruy régulo rémy sabin sabino said salomón salustiano samir
    sandro sanjay santi saturnino saulo sebastià secundino segismundo sergey sergi servando sigfrido silverio
    silvestre silvino simeón siro sixto stefan stefano sócrates tadeo takeshi tancredo tarik tarsicio tato
    telésforo teo teobaldo teodomiro teodosio teófanes tiberio tiburcio timoteo tino tiziano tomé tonatiuh toni
    torcuato toribio tristán tulio txema ubaldo unax uriel urtzi valentí valeriano valerio venancio veremundo
    vicent vicentico vinicio virgilio vitalino vito vladimir vladislav waldo walter wei wenceslao werner wilber
    wilfred wilfrido william willian wilman wilmar wolfgang xabi xavi xi xulio yago yahir yair yamil yassine
    yeison yon yordano youssef yuri zenón zigor zoilo ángelo ítalo
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
    adela adelaida adelia adelina afra agueda aida ainara ainoa aintzane aisha aitana albina alda alejandrina
    alexa alexandra alexia alfonsina alina alison allison alma almudena altagracia amada amalia amanda amaranta
    amaya amelia amina amira anahí anais analía anastasia andreina angelina angie anita anna annia antonina
    antía análida aracely arancha arcelia ariana ariel arlene armida artemisa astrid asunta aurea aurelia
    avelina ayelen azahara balbina basilia beata benedicta benita bernarda bernardita bertha betina betsabé
    betty beverly bianca bibiana blasa brigitte brittany bruna brígida caetana calixta candelaria caridad carina
    carlina carme carmela carmelina carmiña carol carole casandra casilda cayetana celedonia celestina celina
    celinda chantal charito chavela chiara chiquinquirá chus cinthia cintia cira citlali clarisa claudina clelia
    cleotilde clotilde coralia corina cornelia covadonga crisanta cristal custodia dafne dalia dalila damaris
    danae danna dayana deborah deisy delicia delmira denise desiré desirée devora dionisia dora doris dorotea
    duberlis ebe eda edelmira edith egle eileen elba eleonora eliana elida elisabet elisabeth elizabeth elodia
    eloína eloísa elva elvia elvira ema emely emiliana emérita encarni enedina enriqueta erendira erica ericka
    erika ernestina esmeralda estelita estéfani etelvina eufemia eulària eusebia evangelina evelia evelin evelyn
    everilda fabia fabiana fanny faustina febe federica felicia felicitas felipa felisa fermina fernandina
    fidela fidelia filomena fiona fiorella flavia flora florentina florinda fortunata francesca francisqueta
    galia gema gemma genara georgina geraldine gertrudis gina gioconda giulia gladis glenda gloriana goretti
    grace graça gregoria greta gricelda grisel guillermina guiomar haydee hebe heidi helena heliodora hena
    herlinda hermelinda hermosinda hildegard hipólita honorina hortensia ibeth idalia idoia ilda ileana ilse
    imelda imma inma inmaculada iracema iraida irais iratxe iria irina iris isa isabella isadora isidora isis
    isolda itatí itxaso ivana ivanna ivón iyari izaskun jacinta jackeline janet janeth janira jazmine jeannette
    jennifer jenny jessica jhoana joana joanna johanna jordina josune jovita juanita judit juliana jurema
    justina jésica kamila karen karime karol karolina katerine katherine kathia katy kenia kiara kimberly koro
    laila lala lara larisa latifa laureana laurencia lea leandra leda leila lena leocadia leonarda leonela
    leonora leopoldina leyla leyre lia libia lilia lilian lilí lina lisa lisbeth lisset livia liz lizbeth llanos
    lluïsa lorea lorenza luana lucero luciana lucila lucinda lucrecia ludivina luisina luzmila mabel macrina
    madelein mafalda magali magaly magda maia maida maika maira maisa maitane malena malú mandy manoli mara
    marcelina marga margot mari mariajosé mariam marianela marianne maribí maricarmen maricel maricruz marie
    mariluz marilyn marilú marimar marinela mariola marisabel marisela maritza mariví marjorie marlen marlene
    martina marusela maruxa mary maría-josé matea maura mauricia maya mayte mecha melania melany melba melina
    melinda melissa mercè meri merlina mia michel milagrosa milena minerva mirella miren mirna mirta moira mona
    montse morgana muriel myriam nadine nahia naiara naima naomi narcisa natacha natividad nayeli nazarena
    nazaret nelda nelly nely nereida nerina nicolasa nicole nidia ninette niurka noa noelia nona norah noris
    nubia nydia obdulia octavia odalys odette ohiane oihana olaya olimpia onelia orfelina oriana orianna otilda
    paloma pancracia patro patty paulita penélope perpetua petra petrona pia piluca pola porfiria queta quina
    rafaela raimunda raisa ramira ramona raquelita rebecca remei rené ricarda rina romelia romy rosalba
    rosalinda rosamaría rosamunda rosaria roser rosita rosmery roxanna rubí rufina ruperta sabina sabrina salomé
    samira sandy sarah sarai saray saturnina selena selenia selma serafina serena severina shakira sheila
    shirley sibila sigrid silvana silvina simona sira solana solange sonia stefania stefany stella stephanie
    sulma susan susi suyapa tamar tasia tatianna teodora tere teresita teófila tina tita tomasa trini tábata
    uxue uxía valdetrudis valeriana vania velia vicenta vicky violante violet viridiana visi vivian wanda wilma
    xenia xiomara yadhira yael yajaira yamila yamile yanet yaneth yanina yara yaritza yasmina yazmín yelena
    yenny yessica yetzabel ylenia yoana yohana yoli yuliana yulieth yuridia yésica zahara zaira zara zenaida
    zenobia zita zoila zoraida zulay zulma zuriñe ágata
""")
