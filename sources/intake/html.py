"""A web page: its main text by trafilatura, what it says of itself from its metadata. Nothing in it is run."""

import re

import trafilatura
from lxml import html
from lxml.etree import LxmlError, strip_elements

from sources.intake.charset import decoded
from sources.intake.dates import partial
from sources.intake.found import Found, Refused, plain
from sources.intake.found import marked as _
from sources.intake.language import language_of
from sources.intake.limits import MIN_WORDS
from sources.intake.metadata import metadata_of
from sources.intake.text import about, bare, names_in

GATE_WORDS = 150  # A page that asks for a password and has fewer words than this shows a door.
IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})(?:/(\d{1,2}))?/")
BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "li", "section", "article", "header", "time", "td", "br", "figcaption")


def read_html(data: bytes, *, name: str, charset: str = "", url: str = "") -> Found:
    """A page's fields and main text. Raises Refused for an empty page and for one behind a login."""
    page = Found()
    text = plain(decoded(data, name=name, charset=charset, page=page))
    tree = parsed(text, name)
    found, paid = metadata_of(tree)
    found.remarks = page.remarks
    main = trafilatura.bare_extraction(text, url=url or None, with_metadata=True, include_comments=False)
    found.text = (main.text or "" if main else "").strip()
    refuse_doors(tree, found.text, name)
    found.title = found.title or (main.title or "") or " ".join((tree.findtext(".//title") or "").split())
    found.url = url
    found.kind = found.kind or "webpage"
    seen = language_of(found.text)
    if found.language and seen and found.language.split("-")[0] != seen:
        found.remark(
            _("The page says it is in “%(said)s”, but its words are “%(seen)s”: that is proposed."),
            said=found.language,
            seen=seen,
        )
        found.language = ""
    found.language = found.language or seen
    found.authors = [name for words in found.authors for name in names_in(bare(words)) or [words]]
    about(found, "\n".join(below_title(tree, found.title)))
    if not found.authors and main and main.author:
        found.authors = [author.strip() for author in main.author.split(";")]
    if not found.published and (match := IN_ADDRESS.search(url)):
        found.published = partial(*(int(part) if part else None for part in match.groups())) or ""
        found.remark(_("The date of publication is from the web address alone: compare it with the page."))
    if paid:
        found.remark(_("The page says that reading it must be paid for: its text may be cut short."))
    return found


def parsed(text: str, name: str) -> html.HtmlElement:
    try:
        # lxml refuses a str that declares a charset, and would read the bytes by it.
        return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        raise Refused(_("'%(name)s' is an empty page."), name=name) from None


def refuse_doors(tree: html.HtmlElement, text: str, name: str) -> None:
    count = len(text.split())
    if count < GATE_WORDS and tree.xpath("//input[translate(@type, 'PASWORD', 'pasword') = 'password']"):
        raise Refused(
            _("'%(name)s' is behind a login: it asks for a password. Sign in with a browser and paste the text."),
            name=name,
        )
    if count < MIN_WORDS:
        if tree.xpath("//script"):
            raise Refused(
                _(
                    "'%(name)s' has hardly any text; a script may write it in the browser, and none is run here."
                    " Open it in a browser and paste the text."
                ),
                name=name,
            )
        raise Refused(_("'%(name)s' is an empty page: it has %(count)s words of text."), name=name, count=count)


def below_title(tree: html.HtmlElement, title: str) -> list[str]:
    """The visible lines from the title on, among which stand byline and date."""
    body = tree.find(".//body")
    if body is None:
        return []
    strip_elements(body, "script", "style", "noscript", "template", "nav", with_tail=False)
    for tag in body.iter(*BLOCKS):
        tag.text, tag.tail = f"\n{tag.text or ''}", f"\n{tag.tail or ''}"
    lines = [" ".join(line.split()) for line in body.text_content().splitlines()]
    return lines[lines.index(title) :] if title in lines else []
