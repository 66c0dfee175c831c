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
""")
