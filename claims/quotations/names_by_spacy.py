"""Names of persons and organizations found by a spaCy pipeline, for `find_quotations(…, names=…)`; off by default.

spaCy is no requirement: it is imported when a pipeline is named, and what is missing is told with its remedy.
"""

from collections.abc import Callable, Iterable
from functools import cache

KINDS = {"PERSON": "person", "PER": "person", "ORG": "organization"}  # labels of the English and the other pipelines

Names = Callable[[str], Iterable[tuple[int, int, str]]]


@cache
def names_by_spacy(pipeline: str) -> Names | None:
    """What finds names by the pipeline, a package or a directory ("es_core_news_sm"); None when "" is asked for.

    It gives (start, end, kind) in code points, end exclusive, kind "person" or "organization". Raises ImportError
    without spaCy, OSError without the pipeline.
    """
    if not pipeline:
        return None
    remedy = f"or leave FACTBASE_SPACY_PIPELINE (now {pipeline!r}) empty"
    try:
        import spacy
    except ImportError as error:
        raise ImportError(f"spaCy is not installed: run `pip install spacy`, {remedy}.") from error
    try:
        nlp = spacy.load(pipeline)
    except OSError as error:
        raise OSError(f"spaCy has no such pipeline: run `python -m spacy download {pipeline}`, {remedy}.") from error
    return lambda text: names_in(text, nlp)


def names_in(text: str, nlp: Callable) -> Iterable[tuple[int, int, str]]:
    """The names, paragraph by paragraph: a pipeline refuses more than `max_length` at once, and longer lines are left
    to the rules."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip() and len(line) <= nlp.max_length:
            for entity in nlp(line).ents:
                if entity.label_ in KINDS:
                    yield start + entity.start_char, start + entity.end_char, KINDS[entity.label_]
        start += len(line)
