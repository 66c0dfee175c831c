"""A PDF with a text layer, by pypdf.

Its own "creation date" is when a file was made, and its "author" often an account: neither is what a reader sees.
"""

import io
import logging
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from sources.intake.dois import doi_in
from sources.intake.found import Found, Refused, plain
from sources.intake.found import marked as _
from sources.intake.language import language_of, tag_of
from sources.intake.limits import MAX_PAGES, MIN_WORDS
from sources.intake.text import about

# What word processors put there by themselves.
NO_TITLE = re.compile(r".*\.(docx?|odt|rtf|indd|pdf|tex|qxp|pages)$|microsoft word.*|untitled.*|sin t[íi]tulo.*", re.I)
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # It tells of every flaw in a file; what matters is refused here.


def read_pdf(data: bytes, *, name: str) -> Found:
    """The fields and text of a PDF. Raises Refused for one that is damaged, encrypted, or has no text in it."""
    try:
        reader = PdfReader(io.BytesIO(data))
        # Some are "encrypted" with no password, to forbid printing.
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked(name)
        if len(reader.pages) > MAX_PAGES:
            raise Refused(
                _("'%(name)s' has %(count)s pages: %(limit)s at most. Take out those that are cited."),
                name=name,
                count=len(reader.pages),
                limit=MAX_PAGES,
            )
        pages = [plain(page.extract_text()) for page in reader.pages]
        title = (reader.metadata and reader.metadata.title) or ""
        language = reader.root_object.get("/Lang", "")
    except Refused:
        raise
    except (PyPdfError, ImportError, NotImplementedError) as error:
        if "crypt" in str(error).lower() or isinstance(error, ImportError):
            raise locked(name) from None
        raise damaged(name, error) from None
    # pypdf raises whatever a damaged file makes it raise.
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, OSError) as error:
        raise damaged(name, error) from None
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if len(text.split()) < MIN_WORDS:
        raise Refused(
            _(
                "'%(name)s' has no text layer: its %(count)s pages are pictures."
                " Run text recognition (OCR) over it, for example with OCRmyPDF, and take the result."
            ),
            name=name,
            count=len(pages),
        )
    found = Found(kind="document", text=text, doi=doi_in(pages[0]))
    found.language = language_of(text) or tag_of(str(language))
    if len(str(title).split()) > 1 and not NO_TITLE.fullmatch(str(title).strip()):
        found.title = str(title)
    about(found, text)
    if empty := sum(not page.strip() for page in pages):
        found.remark(_("%(empty)s of its %(count)s pages have no text layer."), empty=empty, count=len(pages))
    return found


def locked(name: str) -> Refused:
    return Refused(_("'%(name)s' is encrypted: open it with its password and save it without one."), name=name)


def damaged(name: str, error: Exception) -> Refused:
    return Refused(
        _("'%(name)s' is a damaged PDF (%(error)s): open it in a reader and save or print it as PDF anew."),
        name=name,
        error=type(error).__name__,
    )
