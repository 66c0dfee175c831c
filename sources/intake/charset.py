"""Bytes to text: by byte order mark, header, or what the document says of itself. Never by guessing."""

import codecs
import re

from sources.intake.found import Found, Refused
from sources.intake.found import marked as _

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# Python has codecs that are no charset of any document ("zip", "rot13", "unicode_escape").
KNOWN = re.compile(
    r"utf-?(8|16)(-?[lb]e)?|ascii|iso8859-\d+|cp125\d|cp437|cp850|koi8-[ru]|mac-roman|shift_jis|cp932|euc_jp|iso2022_jp|"
    r"gb2312|gbk|gb18030|big5|euc_kr|cp949"
)
# As every browser reads them (WHATWG Encoding, "Names and labels").
AS_BROWSERS_DO = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gbk"}
# WHATWG HTML, "Prescanning a byte stream": the first 1024 bytes; some pages say it later.
META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
XML = re.compile(rb"""^<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")


def decoded(data: bytes, *, name: str, charset: str = "", page: Found | None = None) -> str:
    """The text of a file. `charset` is what the server or the mail said; `page` is given for HTML, to remark on it.

    Raises Refused, with the place of the first wrong byte.
    """
    mark = next((codec for mark, codec in MARKS.items() if data.startswith(mark)), "")
    said = mark or charset
    if not said and page is not None:
        match = XML.match(data) or META.search(data[:4096])
        said = match[1].decode("ascii") if match else ""
    codec = known_codec(said or "utf-8", name)
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        if not said and page is not None:
            page.remark(
                _("It does not say its charset and is not UTF-8, so it was read as Windows-1252: look at the accents.")
            )
            return data.decode("cp1252", errors="replace")
        raise Refused(
            _(
                "'%(name)s' is not valid %(charset)s: the byte %(byte)s at position %(place)s is wrong."
                " Save it as UTF-8, or paste the text."
            ),
            name=name,
            charset=codec.removesuffix("-sig").upper(),
            byte=f"{data[error.start]:#04x}",
            place=f"{error.start:,}",
        ) from None


def known_codec(charset: str, name: str) -> str:
    try:
        codec = codecs.lookup(charset.strip().lower()).name
    except (LookupError, ValueError):
        codec = ""
    if not (codec == "utf-8-sig" or KNOWN.fullmatch(codec)):
        raise Refused(
            _("'%(name)s' says it is in the charset “%(charset)s”, which is not known: paste the text."),
            name=name,
            charset=charset[:40],
        )
    return AS_BROWSERS_DO.get(codec, codec)
