"""First names that English texts print: where a name begins, and whether "she" may mean who bears it."""

from claims.quotations.lexicon import words

MALE_NAMES = words("""
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven stephen paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan
    jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel frank gregory raymond alexander
    patrick jack dennis jerry tyler aaron henry douglas peter adam nathan zachary walter kyle harold carl jeremy
    keith roger gerald ethan arthur terry christian sean lawrence austin joe noah jesse albert bryan billy bruce
    willie jordan dylan alan ralph gabriel roy juan wayne eugene logan randy louis russell vincent philip bobby
    johnny bradley bob bill jim tom tim mike dave steve dan ben sam ted ed fred greg jeff jon josh ken matt nick
    pete phil rick rob ron tony barack bernie mitt mitch chuck boris keir rishi gordon emmanuel vladimir xi hugo
    luke max oliver harry oscar leo theo freddie archie alfie isaac simon neil ian colin graham stuart nigel trevor
    derek barry geoffrey hugh giles rupert callum liam connor declan mohammed muhammad mohamed ahmed ali hassan
    hussein omar ibrahim yusuf khalid abdul tariq karim samir rajesh sanjay amit rahul vikram arjun ravi anil sunil
    wei jun hiroshi kenji takashi ivan sergei dmitri alexei mikhail andrei igor oleg yuri hans klaus jurgen stefan
    wolfgang pierre jean jacques francois marco giovanni luca matteo antonio rex elon jamal kwame kofi tunde chidi
    emeka desmond nelson thabo cyril antony marcus malcolm derrick darnell tyrone curtis leon theodore warren calvin
    chad cody cole dale dean dwight earl edgar elliott evan felix floyd gavin glenn harvey herbert howard ira jay
    joel julian kurt lance lee lester lloyd marvin maurice melvin milton mitchell morris nathaniel norman otto
    preston quentin reginald rodney ross rufus seth shane sidney stanley todd travis troy victor virgil wade wesley
    gareth alistair alasdair angus duncan ewan fergus hamish owen rhys dafydd
    abe abel abner abraham abram adolph adrian alastair albie alden aldo alec aleksandr alessandro alex
    alexandre alexis alf alfonso alfred algernon allan allen alonzo alton alvin amari ambrose amos anders andre
    andreas andy angelo ansel archibald ari aristotle armand armando arnie arnold arron artie arturo aubrey
    augustus aurelio axel aziz barnaby barney bart bartholomew bashir basil benedict bennett bennie benny bert
    bertram bilal bjorn brad braden bram brendan brennan brett bronson bruno bryce bryn buddy cade caleb calum
    carey carlo carlos caspar casper cecil cedric cesar charlie chet chris christoph ciaran clarence claude
    claus clement cletus clifford clint clive clyde cnut colm conan connell conor corey cormac cory craig cris
    crispin cuthbert cyrus damian damien damon danny darius darrell darren darryl daryl davey delroy demetrius
    denis denny denzel dermot deshawn devin dewayne didier diego dieter dillon dimitri dirk dominick don donal
    donnie donovan dorian doug dougal duane dustin dwayne eamon eamonn earnest ebenezer eddie edmond edmund
    eduardo edwin efrain egbert einar eldon eli elias elijah ellis elmer elmo elton elvin elvis elwood emerson
    emery emil emile emilio emmett enoch enrique enzo erik ernest ernesto ernie errol ervin esteban evander
    ezekiel ezra fabian faisal farid farouk felipe ferdinand fernando fidel finlay finley finn francesco
    francisco frankie franklin franz frederic frederick fredrik fritz gabe garth geoff georges gerard gerardo
    gerhard gerry gideon gil gino giorgio glyn godfrey gonzalo grover gunnar gunther gus gustav hakeem hashim
    hector heinrich heinz henri henrik herb herman hiram horace horst howie hubert huey idris ignacio ike imran
    inigo irvin irwin isaiah ishaan ismail ivor jabari jackie jaime jake jakob jalen janos jared jarrett jarvis
    jasper javier jax jed jedidiah jens jeremiah jermaine jerome jethro jimmie jimmy joachim jock jody joey
    johan johannes john-paul johnnie jonah jonas jonathon jorge jorgen josef josiah juergen julio justus kamal
    kareem karl kasper keanu keenan keiran kelvin kendrick kermit kev khalil kieran knut kris kristian kristoff
    kristopher kumar kurtis lachlan laurence laurent laurie leander leif len lenny leonard leonardo leonid
    leopold leroy lev levi linus llewellyn lonnie lorenzo louie lucas lucian luigi luis lynden lyndon magnus
    mahmoud mal malachi malik manny manuel marc marcel marcelo mario marius marlin marlon martin marty marv
    mathew mathias mathieu mattias mauro maverick maxim maximilian mehmet mel melvyn mervyn micah michel mick
    mickey miguel mikael milo mohammad mohsin moises monty mordecai morten moses moshe mustafa myles myron
    naveen nico nicolas niels nikhil nikola nikolai nils noel obadiah octavius olaf olivier ollie omari oren
    orson orville oswald ottavio owain pablo paddy padraig paolo patrice pavel pedro percival pervez phillip
    phineas piers piet pieter prakash quinton rafael rafe raheem raj rajiv ralf ramesh ramon randal randall
    randolph raphael rashad rashid raul rayan reg reggie reilly remi remy rene reuben ricardo richie ricky
    robbie roberto rocco roddy roderick roland rolf romeo romesh ronan ronny rory roscoe royston ruben rudi
    rudolph rudy sacha said salman salvatore sammy samson sandeep sascha scot sebastian selwyn serge sergey
    sergio shakeel shaun shawn sherwin siegfried silas silvester soren spiro stefano stephan stevie stewart stu
    sven syed sylvester tadhg taj talib tam teddy terence terrance terrell terrence tevin thad thaddeus theobald
    theron thierry thorsten thurston tiago timmy tobias toby tomas tomasz tommie tommy torsten trenton trey
    tristan ulrich ulysses umar uri uriah usman uwe valentin vaughn vern vijay vikas viktor vince vincenzo vinny
    viraj vlad waldo wally walt wendell werner wes wilbert wilbur wilfred wilhelm willem wilmer xander xavier
    yann yannick yosef yousef youssef zac zach zachariah zack zakir zane zeke ziad zoltan
""")

FEMALE_NAMES = words("""
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy
    kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn
    janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn
    judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann anne kathryn abigail
    sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie
    theresa diana brittany kayla alexis lori marie hillary kamala liz jane kate katie sue sally lucy chloe ellie
    amelia isla ava mia poppy ella lily sophie zoe freya rosie daisy phoebe harriet eleanor imogen fiona morag
    siobhan niamh aoife bridget maeve nicola claire clare joanne tracy tracey gillian hazel heidi holly ingrid irene
    iris ivy jasmine jill jenny jo josephine joy june kim kirsten kristen kristin leah lena leslie lesley lillian
    liliana lorraine louise lydia lynn mabel maggie marcia margot marian marianne melanie miranda miriam molly
    monica nadia naomi nina nora norma olga pam paula pauline penny peggy polly priscilla rhonda rita roberta robin
    rosa rosemary roxanne sabrina sheila sherry sonia stella suzanne sylvia tamara tanya tara tina toni valerie
    vanessa vera veronica vivian wanda wendy yvonne fatima aisha amina leila layla maryam zainab noor yasmin priya
    anjali sunita deepa meera indira mei ling yuki akiko svetlana natalia tatiana ekaterina elena ursula greta
    astrid sigrid birgit chantal brigitte francoise giulia chiara francesca malala ngozi amara chioma thandi winnie
    esther edith ethel eva florence gail georgia georgina geraldine gwen gwendolyn beatrice bernadette bertha beth
    bonnie camille candace carla carmen caroline cassandra cecilia celeste charlene claudia colleen constance cora
    dana daphne dawn delia della edna eileen elaine elise ellen elsie erica erin estelle eunice felicia faith hope
    rhiannon angharad cerys bronwen deirdre sinead orla
    abbie abby ada addison adela adelaide adele adeline adriana adrienne agatha agnes aileen aimee alana alba
    alberta alejandra aleksandra alessandra alexa alexandra alexia alicia alina alisa alison alissa allie
    allison alma althea alyssa amalia amaya amelie amie amira amirah amparo ana anais anastasia andie aneta
    angelica angelina angie anika anita anja annabel annabelle annalise annemarie annette annie annika annmarie
    anthea antoinette antonia anya arabella aretha ariana arianna ariel arlene arya ashlee ashlyn aubree audra
    audrey aurelia ayesha azra bea beatriz becca becky belinda bella bennie berenice bernice berta bessie bethan
    betsy bettina beulah bianca billie blanca blanche bobbie brandi brenna briana brianna bridie briony bronagh
    bronte brooke bryony buffy caitlin caitlyn calista callie camila camilla candice caren carina carley carlie
    carlotta carly carole carolina carrie carys cassie catarina cath cathy catriona cecelia cecile cecily celia
    celina celine chanel chantelle charis charley charmaine chasity cheri cherie cherise cheyenne chris chrissie
    christa christelle christie christy cilla cindy clarice clarissa claudette claudine clementine cleo clio
    colette concetta connie consuela coralie cordelia corinna corinne cristina daniela daniella daria darla
    darlene dayna deanna deanne debbie debora deena deidre deja delilah delores delphine demi denice desiree
    devika dianna dianne dina dinah dionne dolores dominique donatella dora doreen doris dottie dulce edie effie
    eilidh elaina eleanora eleni elfrieda eliana elin elina elisa elisabeth elisha eliza ella-mae ellis elly
    elodie eloise elspeth elva elvira emilia emilie emmeline emmy enid eniola erika eriko esme esmeralda
    esperanza esta estela etta eudora eugenia eugenie eulalia evangeline evelina evie fabiola faiza fanny farah
    farrah fatemeh faye federica felicity fenella fernanda ffion florrie fran francine frankie freda frederica
    frida frieda gabby gabriela gabriella gabrielle gaby gaynor gemma genevieve georgette georgie germaine gerry
    gertie gertrude gia gina ginny gisela giselle gladys glenda glenys glynis gracie gretchen griselda guinevere
    gwyn gwyneth hadley hailey hana hanna harriett hattie hayley heba hedda hedy helena helene helga henrietta
    hepzibah hermione hester hilda hollie hortense ilana ilse imani ina inaya ines inge ingeborg ioana iona
    irena irina irma isabel isabelle isadora isobel isolde itzel ivana ivanka izzy jacinta jackie jaclyn jacqui
    jada jaime jamie jamila jana janae janelle janie janine jaqueline jaya jayne jazmin jeanette jeanie jeanine
    jeanne jemima jemma jenna jennie jerri jess jessamyn jessie jillian joana joanie joann jocelyn jodi jodie
    jody joelle johanna jolene joni jordana josefina josie joss juanita jude judi judie juliana julianna
    julianne juliet julieta juliette justina justine kaitlin kaitlyn kali kara karin karina karla karolina kasia
    katarina katarzyna katharina katharine katherina kathie kathy katrina katy kay kayleigh keeley keisha kelis
    kelli kellie kelsey kendra keri kerri kerry-ann keziah khadija kia kiera kimberley kinsley kira kirstie
    kirstin kirsty kitty krista kristi kristie kristine kristy krystal kyla kylie kyra lacey laila lakshmi lara
    larissa latasha latisha latoya laurel laurie lavinia lawanda leanna leanne leda leia leilani lenora leona
    leonie leonora leticia letitia lexi lia liana lianne libby lidia lila lilian liliane lilith lillie lina
    lindsay lindsey linette linh lisbeth lise liselotte liv livia liza lizbeth lizzie lois lola lorelei lorena
    loretta lorna lottie louella louisa lourdes luana lucia luciana lucie lucille lucinda lucretia luella luisa
    lupita lynda lyndsey lynette lynne lyra macy maddie madeleine madeline madge mae magda magdalena mahnoor
    mairead maisie mallory manuela mara marcella marga margarete margarita margaux marge margery margie margo
    marguerite mariah mariam mariana marianna maribel maricel marie-claire mariella marietta marilee marilou
    marion marisa marisol marissa marjorie marla marlene marlo marnie marsha marta martina marva maryann
    maryanne marybeth mathilda mathilde matilda mattie maud maude maura maureen mavis maxine maya meagan meaghan
    meg megumi mehreen melinda mercedes meredith merlene meryl michaela mika mila mildred milena millicent
    millie mimi mindy minerva mira mireille mitzi moira mollie mona monique muriel myra myrna nadine naima
    nanette nanna natacha natalya natasha nathalie neelam nell nellie nerys nessa nettie neve nia nichola nicki
    nicolette nigella nika nikita nikki nilufer noelle noemi nola norah noreen nyla octavia odessa odette olwen
    oona ophelia oprah oriana orianna orna ottilie paige paloma patrice patti patty paulette penelope perla
    perpetua petra petronella philippa philomena phyllis pia pippa prue rachael rachelle radhika rae rafaela
    raina ramona rana randi raquel rashida rayna reagan reba rebekah reina rena renata rene renee reva rhea
    rhian rhoda rhona ria ricki rihanna rina riya robbie robyn romy rona rosalba rosalie rosalind rosalyn
    rosamund rosanna roseanne rosella rosetta rosina rosita rowena roxana roxie roz rukhsana rupa ruthie saanvi
    sabina sade sadie safiya sakura sally-ann salma salome samara samina sandi sandie sangeeta sanjana sapna
    sarai sasha saskia scarlett selena selina senga seraphina serena shahida shaina shakira shania shanice shari
    sharlene sharmila sharona shauna shawna shayla sheena sheilah shelley shelly sherri sherrie sheryl shirin
    shona shreya sian sibyl silvia simone sissy skylar sofia solange sondra sonja sonya soraya stacey staci
    stacie stacy stefanie steph stephany suki sunniva susana susanna susannah susanne susie suzan suzanna
    suzette suzie suzy sybil sylvie tabitha tallulah tameka tamika tammie tammy tamsin tania tanisha tansy tasha
    tatum teagan tegan teri terri tess tessa thais thalia thea thelma theodora therese thora tia tiana tiffany
    tilda tilly tirzah tonya tori toya tracie tricia trina trish trisha trudi trudy tyra ulrike ulyana una usha
    valentina valeria vanda vashti veda velma venetia verna veronique vicki vickie vicky vida vilma violetta viv
    viviana vivien vivienne wendi wilhelmina willa wilma winifred winona xandra xanthe xenia ximena yael yara
    yasmina yelena yesenia yetunde yoko yolanda yoshiko ysabel yulia yuliya yuna yvette zadie zahra zaira zara
    zelda zena zia zina zinnia zora zuleika zuzana
""")
