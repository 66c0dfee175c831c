"""A Word document (.docx), by python-docx."""

import io
import re
import zipfile

from docx import Document
from docx.table import Table

from sources.intake.dois import doi_in
from sources.intake.found import Found, Refused
from sources.intake.found import marked as _
from sources.intake.language import language_of
from sources.intake.limits import MAX_PARTS, MAX_UNPACKED, MEGABYTE
from sources.intake.text import about

# What Word and others fill in by themselves.
NO_TITLE = re.compile(r"(word document|untitled|document\d*|documento\d*)?", re.IGNORECASE)


def read_docx(data: bytes, *, name: str) -> Found:
    """The fields and text of a Word document. Raises Refused for one that is damaged, empty, or unpacks without end.

    Its author and dates are those of the file, often an account's, and no byline.
    """
    try:
        refuse_bomb(zipfile.ZipFile(io.BytesIO(data)), name)
        document = Document(io.BytesIO(data))
        text = "\n".join(words for block in document.iter_inner_content() for words in lines_of(block))
        title, core_title = title_of(document), (document.core_properties.title or "").strip()
    except Refused:
        raise
    # python-docx raises whatever a damaged file makes it raise.
    except Exception as error:  # noqa: BLE001
        raise Refused(
            _("'%(name)s' is no Word document, or a damaged one (%(error)s): save it anew as .docx."),
            name=name,
            error=type(error).__name__,
        ) from None
    if not text.strip():
        raise Refused(_("'%(name)s' is empty: there is no text in it."), name=name)
    found = Found(kind="document", text=text.strip("\n"), language=language_of(text), doi=doi_in(text[:5000]))
    found.title = title or (core_title if not NO_TITLE.fullmatch(core_title) else "")
    return about(found, text)


def refuse_bomb(archive: zipfile.ZipFile, name: str) -> None:
    """By what the parts are declared to be: zipfile reads no more of a part than that."""
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or size > MAX_UNPACKED:
        raise Refused(
            _("'%(name)s' is too big when unpacked (%(count)s parts, %(size)s MB): %(limit)s MB at most."),
            name=name,
            count=len(parts),
            size=size // MEGABYTE,
            limit=MAX_UNPACKED // MEGABYTE,
        )


def lines_of(block):
    """A paragraph's words, or a table's rows with tabs between the cells; a merged cell once."""
    if not isinstance(block, Table):
        yield block.text
        return
    for row in block.rows:
        cells = {id(cell._tc): cell.text.replace("\n", " ") for cell in row.cells}
        yield "\t".join(cells.values())


def title_of(document) -> str:
    """The first paragraph in Word's style "Title", else its first heading if it stands on top."""
    paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.text.strip()][:10]
    for style in ("Title", "Heading 1"):
        for paragraph in paragraphs:
            if paragraph.style is not None and paragraph.style.name == style:
                return paragraph.text.strip()
    return ""
