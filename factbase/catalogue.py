"""The catalogue of translations: what is said, from where, and whether all of it is translated.

Django's own makemessages asks xgettext, which knows nothing of the names and choices that `factbase.names` translates.
Here Babel reads the sources, so that neither gettext nor a compiler has to be installed.
"""

import gettext
import re
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from factbase import names, triggers

LANGUAGE = "es"
FOLDER = settings.BASE_DIR / "locale" / LANGUAGE / "LC_MESSAGES"
PO, MO = FOLDER / "django.po", FOLDER / "django.mo"
# Admin packages that speak English alone, or leave some of it untranslated.
PACKAGES = ("unfold", "import_export")
# Packages that bring a catalogue of their own.
TRANSLATED = ("django/conf", "django/contrib/admin", "django/contrib/auth", "django/contrib/postgres", "import_export")
KEYWORDS = {
    name: spec
    for names_, spec in {
        "_ gettext gettext_lazy gettext_noop": None,
        "ngettext ngettext_lazy": (1, 2),
        "pgettext pgettext_lazy": ((1, "c"), 2),
        "npgettext npgettext_lazy": ((1, "c"), 2, 3),
    }.items()
    for name in names_.split()
}
# Without Babel's, which names its version and the minute.
HEADER = r"""# The admin in Spanish. CONTRIBUTING.md, recipe 4, says how to translate a new text.
msgid ""
msgstr ""
"Language: es\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]|</?\w+")


def extracted() -> Catalog:
    """Every text that the admin may show and that no other catalogue has, with the file it is from."""
    catalog = Catalog(LANGUAGE)
    for app in names.APPS:
        for place, id, context in in_folder(settings.BASE_DIR / app, settings.BASE_DIR):
            catalog.add(id, locations=[(place, 0)], context=context)
    for said in names.found:
        catalog.add(said.text, locations=[(said.where, 0)], context=said.context)
    for text in triggers.said:
        catalog.add(text, locations=[("triggers", 0)])
    known = translated_elsewhere()
    for package in PACKAGES:
        folder = Path(find_spec(package).origin).parent
        for place, id, context in in_folder(folder, folder.parent):
            first = id[0] if isinstance(id, tuple) else id
            if (context, first) not in known:
                catalog.add(id, locations=[(place.partition("/")[0], 0)], context=context)
    return catalog


def in_folder(folder: Path, root: Path) -> Iterator[tuple[str, str | tuple[str, str], str | None]]:
    """File, text (or singular and plural) and context of each marked text in Python files and templates."""
    for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.html")]):
        if "migrations" in path.parts:
            continue
        text = path.read_text()
        if path.suffix == ".html":
            # Python enough for Babel, but for the indents.
            text = "\n".join(line.strip() for line in templatize(text).splitlines())
        for _line, id, _comments, context in extract("python", BytesIO(text.encode()), KEYWORDS):
            if id and id != ("", ""):
                yield str(path.relative_to(root)), id, context


def translated_elsewhere() -> set[tuple[str | None, str]]:
    found = set()
    for folder in TRANSLATED:
        package, _slash, rest = folder.partition("/")
        place = Path(find_spec(package).origin).parent / rest / "locale" / LANGUAGE / "LC_MESSAGES" / "django.mo"
        with place.open("rb") as file:
            for key, translation in gettext.GNUTranslations(file)._catalog.items():
                context, _sep, text = (key[0] if isinstance(key, tuple) else key).rpartition("\x04")
                if translation:
                    found.add((context or None, text))
    return found


def read() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def updated() -> Catalog:
    """The catalogue with what is new in the sources, untranslated, and without what is gone."""
    catalog = read()
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def as_po(catalog: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalog, width=120, sort_output=True, include_lineno=False, omit_header=True)
    return HEADER.encode() + file.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def wrong(message: Message) -> str:
    """What a translation lacks: empty where it is whole."""
    ids, strings = ([text] if isinstance(text, str) else list(text or [""]) for text in (message.id, message.string))
    if message.fuzzy or not all(strings):
        return "is not translated"
    asked, given = (set(PLACEHOLDER.findall(" ".join(texts))) for texts in (ids, strings))
    if asked != given:
        return f"has other values: {' '.join(sorted(asked ^ given))}"
    return ""
