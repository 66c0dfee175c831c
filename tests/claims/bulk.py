"""Files of claims for the tests of import_claims, and what stands in the database."""

import io
import json

from django.apps import apps
from django.core.management import call_command

from claims.models import Claim

CLAIM = {
    "id": "0190a2b4-0000-7000-8000-000000000001",
    "kind": "statistic",
    "text": "There are roughly 6 million workers.",
    "wording": "edited",
    "language": "en",
    "claimants": [
        {
            "basis": "named",
            "label": "the mayor",
            "speaker": {"slug": "ana-ruiz", "name": "Ana Ruiz", "kind": "person"},
            "role": {"title": "Mayor", "organization": {"slug": "town", "name": "Town"}},
        }
    ],
    "subjects": [{"slug": "bo", "name": "Bo"}],
    "topics": [{"slug": "work", "name": "Work"}],
    "proposition": {"slug": "six-million", "text": "Six million work."},
    "stated": {"from": "2017-02-23", "to": "2017-02-23", "as_written": "on Thursday", "basis": "printed"},
    "occasion": "A press conference",
    "quantities": [
        {
            "id": "0190a2b4-0000-7000-8000-000000000011",
            "as_written": "roughly 6 million",
            "start": 10,
            "end": 27,
            "comparator": "about",
            "value": "6000000",
            "significant_figures": 1,
            "unit": "workers",
            "measure": "level",
            "indicator": {"slug": "workers", "name": "Workers", "match": "exact"},
            "place": "US",
            "period": {"from": "2016-01-01", "to": "2016-12-31", "label": "2016"},
        }
    ],
    "citations": [
        {
            "id": "0190a2b4-0000-7000-8000-000000000021",
            "quote": "“There are some six million workers”, she said.",
            "directness": "direct",
            "language": "en",
            "stance": "states",
            "is_lead": True,
            "attribution": [{"speaker": {"slug": "ana-ruiz", "name": "Ana Ruiz"}, "label": "", "verb": "told"}],
            "source": {
                "id": "0190a2b4-0000-7000-8000-000000000031",
                "web": "https://news.example.org/a",
                "kind": "article-newspaper",
                "title": "An article",
                "publisher": {"slug": "paper", "name": "Paper"},
                "published": {"from": "2017-02-24", "to": "2017-02-24"},
                "notices": [{"kind": "correction", "dated_on": "2017-03-01", "summary": "A name."}],
            },
        }
    ],
    "translations": [{"language": "es", "text": "Hay unos 6 millones de trabajadores.", "translator": "Eva"}],
    "links": [],
    "reviews": [
        {
            "id": "0190a2b4-0000-7000-8000-000000000041",
            "rating": "mixed",
            "label": "Half True",
            "summary": "It depends.",
            "reviewed_on": "2017-03-02",
            "publisher": {"slug": "checkers", "name": "Checkers"},
            "web": "https://check.example.org/1",
        }
    ],
}


def a_claim(**changes) -> dict:
    """The claim above, with other values; one that is None is left out."""
    return {key: value for key, value in (json.loads(json.dumps(CLAIM)) | changes).items() if value is not None}


def small(number: int, **changes) -> dict:
    """A claim of its own, with a claimant and a citation."""
    claim = {
        "id": f"0190a2b4-0000-7000-8000-0000000{number:05}",
        "kind": "fact",
        "text": f"Fact {number}.",
        "wording": "edited",
        "language": "en",
        "claimants": [{"basis": "unnamed", "label": "experts"}],
        "citations": [{"source": "https://news.example.org/a", "directness": "indirect", "locator": f"p. {number}"}],
    }
    return {key: value for key, value in (claim | changes).items() if value is not None}


SOURCE = {"type": "source", "web": "https://news.example.org/a", "kind": "report", "title": "A report"}


def write(path, records):
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")
    return path


def run(path, *options) -> str:
    out = io.StringIO()
    call_command("import_claims", str(path), *options, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def everything() -> dict:
    """Every row of every record and of its history, with versions and times."""
    models = [model for app in ("sources", "claims") for model in apps.get_app_config(app).get_models()]
    return {model.__name__: sorted(model._default_manager.values_list(), key=str) for model in models}


def the_claim() -> Claim:
    return Claim.objects.get(pk=CLAIM["id"])
