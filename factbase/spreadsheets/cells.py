"""What stands in one cell: words that no spreadsheet runs as a formula, lists, and Excel's own types as words."""

import re
from datetime import date, datetime, time
from decimal import Decimal

# What spreadsheets take for the start of a formula (OWASP, "CSV Injection"), behind blanks and apostrophes too.
FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
# Characters that XML cannot hold, or would change, as Excel writes them (ECMA-376, 22.9.2.19).
NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
EXACT_DIGITS = 15  # A spreadsheet's numbers are binary: beyond these digits they change.


class WrongCell(str):
    """A cell that cannot be read at all, for instance a formula. `problem` says why, and what to do."""

    problem: str

    def __new__(cls, text: str, problem: str):
        cell = super().__new__(cls, text)
        cell.problem = problem
        return cell


def neutralised(text: str) -> str:
    """Words that would run as a formula get an apostrophe before them, which `restored` takes off again."""
    return f"'{text}" if FORMULA.match(text) else text


def restored(text: str) -> str:
    """The words as they were before `neutralised`: exactly one apostrophe less, and only where one was added."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def xml_escaped(text: str) -> str:
    text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    return NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def xml_unescaped(text: str) -> str:
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def fits_a_number(value: object) -> bool:
    """True for a number that a spreadsheet holds as it is."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    return len(Decimal(value).normalize().as_tuple().digits) <= EXACT_DIGITS


def words_of(value: object, number_format: str = "") -> str:
    """A cell of an XLSX file as it would be written by hand.

    Excel turns a typed 2018-12 into the first of December; its format, which shows no day, still tells.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{Decimal(repr(value)).normalize():f}"
    if isinstance(value, datetime):
        if value.time() != time():
            return value.isoformat()
        shows_day = "d" in re.sub(r'"[^"]*"|\[[^]]*\]|\\.', "", number_format.lower())
        return f"{value:%Y-%m-%d}" if shows_day or not number_format else f"{value:%Y-%m}"
    if isinstance(value, date):
        return value.isoformat()
    return restored(xml_unescaped(value)) if isinstance(value, str) else str(value)


def joined(items: list[str], separator: str = ";") -> str:
    """A list in one cell. A separator inside an item gets a backslash."""
    inside = [re.sub(rf"[\\{separator}]", lambda found: f"\\{found[0]}", item) for item in items]
    return (f"{separator} " if separator == ";" else f" {separator} ").join(inside)


def parts_of(text: str, separator: str = ";") -> list[str]:
    """The items of a list in one cell; empty ones are left out."""
    items = re.findall(rf"((?:\\.|[^\\{separator}]|\\$)+)", text, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", item.strip(), flags=re.DOTALL) for item in items if item.strip()]
