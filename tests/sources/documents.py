"""Documents made for tests: a page, a PDF, a Word document, a mail, records."""

import io
import zipfile

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

SENTENCES = [
    "El gobierno anunció ayer que dará 3,2 millones de becas a los estudiantes del país.",
    "La secretaria dijo que las becas se entregarán antes de que termine el año.",
    "Los partidos de la oposición pidieron que se diga de dónde saldrá el dinero.",
]
TEXT = "\n".join(
    ["Becas para todos, promete el gobierno", "Por Ana Ruiz y Luis Paz", "5 de marzo de 2017", "", *SENTENCES]
)
PAGE = """<!doctype html><html lang="es-MX"><head><title>Becas para todos - El Correo</title>
<meta property="og:site_name" content="El Correo">
<meta property="article:published_time" content="2017-03-05T22:10:00-06:00">
<script>document.title = "run"</script></head>
<body><nav><a href="/">Inicio</a></nav><article><h1>Becas para todos, promete el gobierno</h1>
<p class="byline">Por Ana Ruiz y Luis Paz</p>{body}<script>alert("run")</script>
<p onclick="alert(1)">La nota &lt;script&gt;alert(2)&lt;/script&gt; se cita así, con todo y sus marcas.</p>
</article><footer>Aviso legal</footer></body></html>"""


def page(*, extra=""):
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES * 3)
    return PAGE.replace("{body}", body + extra).encode()


def pdf(*pages, password=None, title=None, language=None):
    """A PDF with these lines on each page; a page of None has no text."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        sheet = writer.add_blank_page(600, 800)
        if lines is None:
            continue
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        shown = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines]
        drawn = "BT /F1 12 Tf 50 750 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in shown) + " ET"
        stream.set_data(drawn.encode("cp1252"))
        sheet[NameObject("/Contents")] = writer._add_object(stream)
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(*paragraphs, title=None, table=None):
    document = docx.Document()
    if title:
        document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(made.add_row().cells, row, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(*parts):
    """A ZIP of (name, bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def mail(body=TEXT, *, subject="Fwd: Becas para todos", kind="plain", attachment=None):
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "Ana Ruiz <ana@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = subject
    message["Date"] = "Sun, 05 Mar 2017 23:30:00 -0600"
    message.set_content(body, subtype=kind)
    if attachment:
        message.add_attachment(attachment, maintype="application", subtype="pdf", filename="informe.pdf")
    return message.as_bytes()


RIS = """TY  - JOUR
AU  - Gómez-Mera, Laura
TI  - A global protection gap
JO  - Latin American Policy
DA  - 2024/02//
VL  - 15
IS  - 1
SP  - 129
EP  - 155
DO  - 10.1111/lamp.12329
LA  - en
ER  -
"""
BIBTEX = r"""@article{gomez,
  author = {G{\'o}mez-Mera, Laura and {World Bank}},
  title = {A {Global} Protection Gap},
  journal = {Latin American Policy},
  year = 2024, month = feb, volume = 15, number = {1}, pages = {129--155},
  doi = {10.1111/lamp.12329}
}
"""
CSL = """{"type": "article-journal", "title": "A global protection gap", "DOI": "10.1111/LAMP.12329",
 "author": [{"family": "Gómez-Mera", "given": "Laura"}, {"literal": "World Bank"}],
 "container-title": "Latin American Policy", "volume": "15", "issue": "1", "page": "129-155", "language": "en",
 "issued": {"date-parts": [[2024, 2]]}, "URL": "http://dx.doi.org/10.1111/lamp.12329"}"""
CROSSREF = """{"status": "ok", "message-type": "work", "message": {"type": "journal-article",
 "title": ["A global <i>protection</i> gap"], "container-title": ["Latin American Policy"],
 "author": [{"family": "Gómez-Mera", "given": "Laura"}, {"name": "World Bank"}], "DOI": "10.1111/lamp.12329",
 "volume": "15", "issue": "1", "page": "129-155", "language": "en", "published": {"date-parts": [[2024, 2]]},
 "abstract": "<jats:title>Abstract</jats:title><jats:p>Mexico &amp; its pledges.</jats:p>",
 "resource": {"primary": {"URL": "https://onlinelibrary.wiley.com/doi/10.1111/lamp.12329"}}}}"""
SCHOLAR = """{"paperId": "1", "externalIds": {"DOI": "10.1111/lamp.12329"}, "title": "A global protection gap",
 "authors": [{"authorId": "2", "name": "Laura Gómez-Mera"}, {"name": "World Bank"}], "year": 2024,
 "publicationTypes": ["JournalArticle"], "publicationDate": null, "venue": "Latin American Policy",
 "journal": {"name": "Latin American Policy", "volume": "15 1", "pages": "129-155"}, "abstract": null}"""
