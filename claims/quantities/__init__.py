"""Numbers as written, in English and Spanish: "more than 3.2 million detentions" taken apart.

    >>> from claims.quantities import find_quantities, read_quantity
    >>> found, = find_quantities("They accounted for more than 3.2 million detentions.", "en")
    >>> found.as_written, found.value, found.comparator, found.significant_figures, found.unit
    ('more than 3.2 million', Decimal('3200000'), 'more_than', 2, 'detentions')
    >>> read_quantity("tres de cada cuatro migrantes", "es").value
    Decimal('0.75')
    >>> read_quantity("Title 42", "en")
    Traceback (most recent call last):
    claims.quantities.reading.UnreadableQuantity: 'Title 42' is no quantity: '42' stands there, but it is …

**The spans.** All are code points, the end exclusive. `start` and `end` are those of `as_written`, what a curator would
copy into a Quantity: comparator, currency sign, number with its scale, percent, "of" after an order, "more". The noun
counted is not in it: it is the `unit`. `number_start` and `number_end` are the number alone, with its scale and an
article that stands for one: no comparator, currency or percent; of a range, from the first number to the last.

    as_written              the number alone        unit
    more than 3.2 million   3.2 million             detentions
    at least three more     three                   migrants
    thousands of            thousands               people
    US$1.2bn                1.2bn                   USD
    between 10 and 20 %     10 and 20               percent

**What is read.** Digits with either decimal sign (numerals.py says how each is told), cardinals in words, mixtures of
both (4 mil 079, 2.7 mil millones), fractions, shares (one in five), dozens, orders (thousands of), ranges. A share or a
fraction that never ends has 15 digits and two significant figures. Zeros at the end of a whole number are not
significant: only a curator knows that a count is full. A billion is 10^9 in English, a billón 10^12 in Spanish.

**What is not read**, rather than guessed: ordinals, dates, years, times, ages after a name, telephone numbers, the
numbers of pages, articles and laws, "one" and "un" as pronoun or article, digits of an odd shape (1.2.3), more than
24 digits. The currency of a $ in Spanish, unless the language has a region (es-MX) or the text names it.

**How it works**, a file a step, in the order of reading:

    tokens.py    the text cut into words, numerals and signs
    lexicon.py   what a language's words are; english.py, spanish.py: those words. A new language is one such file.
    numerals.py  digits: thousands and decimals
    numbers.py   the grammar of cardinals; parts.py: of fractions, shares, dozens and orders
    ranges.py    two numbers that are one quantity
    units.py     what is counted, and per what
    context.py   what looks like a number and is none, with the reason
    reading.py   all of it together, once over the text
"""

from .reading import LANGUAGES, PassedOver, Reading, UnreadableQuantity, find_quantities, passed_over, read_quantity

__all__ = [
    "LANGUAGES",
    "PassedOver",
    "Reading",
    "UnreadableQuantity",
    "find_quantities",
    "passed_over",
    "read_quantity",
]
