"""Some sentences of news, and who says the last words in marks: titles, appositions, descriptions, organizations."""
# ruff: noqa: E501 - a story a line

import pytest

from tests.claims.quotation_helpers import told

ENGLISH = [
    ("Margit Olsen, who runs the bakery on Pier Street, opened early. “I love it,” said Olsen.", "Margit Olsen"),
    ("“It is cold,” said the harbour master, Ike Brandvold.", "Ike Brandvold"),
    ("“It is cold,” said harbour master Ike Brandvold.", "Ike Brandvold"),
    ("Ike Brandvold, the harbour master, was angry.\n\n“It is cold,” the harbour master said.", "Ike Brandvold"),
    ("Dr Yewande Akintola of Hill Hospital led the study. “It works,” she said.", "Yewande Akintola"),
    (
        "The mayor of Eastport, Lena Park, spoke. Her deputy, Paul Voss, did not.\n\n“It works,” the mayor said.",
        "Lena Park",
    ),
    (
        "Councillor Bea Fenwick and headteacher Omar Said met. “It works,” Fenwick said. “It does not,” the headteacher replied.",
        "Omar Said",
    ),
    ("The Seamen's Union said it would strike. “It works,” a spokesman said.", "a spokesman"),
    ("Acme's chief executive, Rolf Meier, spoke. The chief executive said: “It works.”", "Rolf Meier"),
    ("Water company Clearflow was fined. “We are sorry,” Clearflow said in a statement.", "Clearflow"),
    ("Clearflow apologised. In a statement, the company said: “We are sorry.”", "Clearflow"),
    ("The National Grid Agency (NGA) met. “We are sorry,” the agency said.", "National Grid Agency"),
    ("“We are sorry,” said one of the drivers.", "one of the drivers"),
    ("“We are sorry,” a neighbour, who asked not to be named, said.", "a neighbour"),
    ("“We are sorry,” her lawyer said.", "her lawyer"),
    ("“We are sorry,” said Ruth's father, Karl.", "Karl"),
    ("“We are sorry,” said 19-year-old student Mina Rao.", "Mina Rao"),
    ("“We are sorry,” Mina Rao, 19, said.", "Mina Rao"),
    ("Judge Harlan Cole sentenced Peter Dunn to ten years. “You lied,” he told Dunn.", "Harlan Cole"),
    (
        "Mina Rao resigned. So did Tariq Bell.\n\n“I had enough,” Rao said. “It was time.”\n\nBell said he agreed. “Me too.”",
        "Tariq Bell",
    ),
    ("“We are sorry,” said Prof. Li Na, a virologist. The virologist added: “Very.”", "Li Na"),
    ("The Ministry of Transport denied it. “Not true,” it said.", "Ministry of Transport"),
    ("“Not true,” said the Ministry of Transport’s spokeswoman.", "the Ministry of Transport’s spokeswoman"),
    ("Greenpeace activist Noor Haddad was there. “Not true,” the activist said.", "Noor Haddad"),
    (
        "President Vaclav Orlik said so. “Not true,” the president said. His rival, Senator Petra Novak, laughed. “True,” she said.",
        "Petra Novak",
    ),
    ("“Not true,” residents said.", "residents"),
    ("“Not true,” said campaigners from Clean Air Now.", "campaigners from Clean Air Now"),
    (
        "The opposition leader, Sara Lind, said: “Not true.” Finance minister Jon Berg said: “True.” The minister added: “Very true.”",
        "Jon Berg",
    ),
    ("“Not true,” said Omar, a taxi driver from Leeds.", "Omar"),
    ("Detective Sergeant Mo Farley said: “Not true.”", "Mo Farley"),
    ("The fishermen are angry. “Not true,” says Pat O'Dowd, their leader.", "Pat O'Dowd"),
    (
        "Hurley-based firm Zento, which makes pumps, fell. “Not true,” said chief financial officer Ada Quill.",
        "Ada Quill",
    ),
]

SPANISH = [
    ("La directora del hospital, Rosa Quintero, habló. «Es así», dijo la directora.", "Rosa Quintero"),
    ("«Es así», dijo el portavoz del sindicato, Aitor Landa.", "Aitor Landa"),
    ("«Es así», dijo el portavoz del sindicato Aitor Landa.", "Aitor Landa"),
    ("La alcaldesa de Soto, Nuria Prat, llegó tarde. “Es así”, dijo la edil.", "Nuria Prat"),
    ("El ministro de Salud, Óscar Benavides, y la viceministra, Lía Roca, vinieron. “Es así”, dijo Roca.", "Lía Roca"),
    ("La Asociación de Ganaderos protestó. “Es así”, señaló la asociación.", "Asociación de Ganaderos"),
    ("“Es así”, dijo un vecino que no quiso dar su nombre.", "un vecino"),
    ("“Es así”, dijo Rosa, una vecina de 40 años.", "Rosa"),
    ("“Es así”, señala la profesora Marta Elizalde, de la Universidad de Vigo.", "Marta Elizalde"),
    ("Pedro Rivas es pescador. “Es así”, explica.", "Pedro Rivas"),
    ("Pedro Rivas, de 50 años, es pescador. Su hija Carla estudia. “Es así”, dice ella.", "Carla"),
    ("El Comité Nacional de Emergencias (CNE) se reunió. El CNE dijo: “Es así”.", "Comité Nacional de Emergencias"),
    ("El gobernador Iván Toro visitó la zona. “Es así”, dijo el mandatario.", "Iván Toro"),
    ("“Es así”, declaró a los medios el jefe de bomberos, Ramón Soler.", "Ramón Soler"),
    ("La jueza Elena Mora ordenó prisión. Su decisión, dijo, es definitiva. “Es así”, añadió la jueza.", "Elena Mora"),
    ("“Es así”, dijeron los familiares de las víctimas.", "los familiares de las víctimas"),
    ("Doña Tere Salinas vende flores. “Es así”, cuenta doña Tere.", "Tere Salinas"),
    ("“Es así”, dijo a este diario Lucas Vera, dueño del bar.", "Lucas Vera"),
    ("La empresa Aguas del Norte negó todo. “Es así”, aseguró la compañía.", "Aguas del Norte"),
    ("Según explicó el técnico Saúl Peña, “es así desde hace muchos años en todo el país”.", "Saúl Peña"),
    ("La ONG Manos Libres denunció el caso. “Es así”, indicó su presidenta, Inés Olmo.", "Inés Olmo"),
    ("El presidente del club, Beto Lanza, renunció. “Es así”, escribió en su cuenta de X.", "Beto Lanza"),
    ("“Es así”, afirmó el líder opositor Tomás Arce. El senador agregó: “No más”.", "Tomás Arce"),
    (
        "—Buenos días —dijo Tomasa Rey.\n\n—Buenos días —contestó el guardia.\n\n—Hace frío —añadió Tomasa.",
        "Tomasa Rey",
    ),
    (
        "La concejala de Cultura, Berta Lis, inauguró la feria. “Es así”, dijo Lis. El librero Antón Veiga no vendió nada. “Es así”, lamentó.",
        "Antón Veiga",
    ),
    ("“Es así”, dijo la secretaria general de la ONU para Asuntos Humanitarios, Petra Solís.", "Petra Solís"),
    ("El doctor Abel Cruz y la enfermera Sonia Lira atendieron. “Es así”, dijo la enfermera.", "Sonia Lira"),
    ("“Es así”, manifestó Quispe. Julia Quispe, de 30 años, es maestra.", "Julia Quispe"),
    ("Consultado por la prensa, el comisario Raúl Frías respondió: “Es así”.", "Raúl Frías"),
    ("“Es así”, aseveró por su parte la delegada del Gobierno en Murcia, Celia Mas.", "Celia Mas"),
    (
        "La organización Ríos Vivos pidió ayuda. “Es así”, dijo su vocera, Clara Mina. “No hay agua”, agregó.",
        "Clara Mina",
    ),
    ("El juez Omar Paz escuchó a Rita Sol. “Es así”, dijo ella.", "Rita Sol"),
    ("Los hermanos Galván viven ahí. “Es así”, dice el mayor, Leo Galván.", "Leo Galván"),
    ("“Es así”, dijo un portavoz de la compañía Nortel.", "un portavoz de la compañía Nortel"),
    ("El sindicato SUTRA anunció un paro. “Es así”, señaló el sindicato en un comunicado.", "SUTRA"),
    ("La Cámara de Comercio de Tarija criticó la ley. Su presidente, Jorge Vaca, fue tajante: “Es así”.", "Jorge Vaca"),
    ("El presidente Ernesto Gil viajó. En Quito, el presidente afirmó: “Es así”.", "Ernesto Gil"),
    ("“Es así”, comentó Nilda, la dueña del kiosco.", "Nilda"),
    ("“Es así”, apuntó Ferreiro, que dirige el centro desde 2010. Manuel Ferreiro es biólogo.", "Manuel Ferreiro"),
    ("La investigadora Aura Téllez lideró el estudio. “Es así”, subraya la científica.", "Aura Téllez"),
    ("El cura, don Jacinto Mora, rezó. “Es así”, dijo el sacerdote.", "Jacinto Mora"),
    ("“Es así”, dijo la abogada de la familia, Mara Ponce. La letrada añadió: “No más”.", "Mara Ponce"),
]


@pytest.mark.parametrize(("text", "speaker"), [pytest.param(*story, id=story[1]) for story in ENGLISH])
def test_english(text, speaker):
    assert told(text, "en", direct=True)[-1][1] == speaker


@pytest.mark.parametrize(("text", "speaker"), [pytest.param(*story, id=story[1]) for story in SPANISH])
def test_spanish(text, speaker):
    assert told(text, "es", direct=True)[-1][1] == speaker
