"""Nothing that is not public can be reached without the right to it: every address, in every format, with everything
that can be asked of it, is walked in a database where all that is hidden bears a mark (tests.factbase.planted).

The addresses and their parameters are those of the API's own documentation, so a new one is walked too. Two things are
looked at: no answer has a mark in it, nor the id of a hidden record; and what asks for something hidden is answered as
what asks for something that is not there at all, so that nobody can try out what there is.
"""

import json
import re
from urllib.parse import quote, unquote
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import Group
from rest_framework.test import APIClient

from claims.roles import make_groups
from tests.factbase import planted as plants
from tests.factbase.planted import MARK, NOTHING, Planted, models_of_words, plant, words_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
API = "/api/v1/"
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
OTHER_ADDRESSES = ["/", "/robots.txt", "/sitemap.xml", "/admin/", "/admin/login/", API, f"{API}docs/", f"{API}schema/"]
ACCEPTED = ["application/json", "text/csv", "application/x-ndjson", "text/html"]
# Parameters that take no words: (one of what is hidden, one of nothing).
DAYS, NO_DAYS = plants.DAYS, plants.NO_DAYS
DAY_PARAMETERS = re.compile(r"(.*_after|.*_before)$")
PAIRS = {
    "value": [(plants.NUMBER, plants.NO_NUMBER)],
    "figure": [(plants.NUMBER, plants.NO_NUMBER)],
    "language": [(plants.LANGUAGE, plants.NO_LANGUAGE)],
    "place": [(plants.PLACE, plants.NO_PLACE)],
    "country": [(plants.PLACE, plants.NO_PLACE)],
    "value_min": [],  # With value_max, below.
    "value_max": [],
    "fields": [],  # Those of facets are walked one by one.
    "page_size": [],
    "cursor": [],
    "since": [],  # A time at which something happened is no secret; the feed is read whole.
    "as_of": [],  # Below, for each claim.
}
PUBLIC_HEADERS = {"etag", "x-request-id", "date", "ratelimit-remaining", "ratelimit-reset", "ratelimit", "expires"}


def stranger() -> APIClient:
    """Signed in as one who writes drafts, and wrote none of these."""
    make_groups()
    user = UserFactory(username="stranger")
    user.groups.add(Group.objects.get(name="Contributor"))
    client = APIClient()
    client.force_authenticate(type(user).objects.get(pk=user.pk))
    return client


VIEWERS = [pytest.param(APIClient, id="anyone"), pytest.param(stranger, id="contributor of other drafts")]


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


class Walk:
    """Asks, and looks at each answer."""

    def __init__(self, client: APIClient, hidden: Planted):
        self.client, self.hidden, self.asked = client, hidden, 0
        self.ids, self.client.raise_request_exception = hidden.ids, False
        self.schema = self.client.get(f"{API}schema/").json()

    def ask(self, url: str, *, told: tuple[str, ...] = (), method: str = "get", **how) -> tuple[int, str]:
        """The status and all words of the answer, but what was `told` in the question and stands in it again."""
        self.asked += 1
        answer = self.client.generic(method.upper(), url, **how)
        assert answer.status_code < 500, (url, how, answer.status_code)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        heads = {name.lower(): value for name, value in answer.headers.items()}
        words = "\n".join([body.decode(), *(f"{n}: {v}" for n, v in heads.items() if n not in PUBLIC_HEADERS)])
        for word in sorted(told, key=len, reverse=True):
            for written in {
                word,
                quote(word),
                quote(word, safe=""),
                json.dumps(word)[1:-1],
                re.sub(r"[^\w-]+", "-", word),
            }:
                # A code of two letters stands within other words too.
                words = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", "…", words)
        words = re.sub(r"content-(length|disposition): .*", "", words)
        where = f"{method} {url} {how}: {words[:2000]}"
        assert MARK not in words.lower(), where
        assert plants.WIKIDATA not in words, where
        assert plants.NUMBER not in words, where
        assert f'"{plants.PLACE}"' not in words, where
        assert f'"{plants.LANGUAGE}"' not in words, where
        assert DAYS[0] not in words, where
        assert not self.ids.intersection(IDS.findall(words)), where
        return answer.status_code, words

    def same(self, url, secret: str, nothing: str, **how) -> None:
        """What is hidden is answered as what is not there. `url` makes the address for a value."""
        told = [self.ask(url(value), told=(value,), **how) for value in (secret, nothing)]
        # How a code is called, which public record has the nearest name, and where a number that was asked for may lie,
        # differ for two of nothing too.
        unlike = r'"label": ?"[^"]*"|the nearest is .[^"]*|"(lower|upper)_bound": ?"[^"]*"'
        told = [(status, re.sub(unlike, "", words)) for status, words in told]
        assert told[0] == told[1], (url(secret), told)

    def operations(self, method: str):
        for path, item in self.schema["paths"].items():
            if method in item:
                yield path, item[method]

    def parameters(self, operation) -> list[dict]:
        return [parameter for parameter in operation.get("parameters", []) if parameter["in"] == "query"]


def nothing_like(secret: str) -> str:
    return secret.replace(MARK, NOTHING)


def pairs_of(parameter: dict, tokens: list[tuple[str, str]], words: list[str]) -> list[tuple[str, str]]:
    name, schema = parameter["name"], parameter["schema"]
    schema = schema.get("items", schema)
    if name in PAIRS:
        return PAIRS[name]
    if "enum" in schema or schema["type"] in ("boolean", "integer"):
        return []
    if DAY_PARAMETERS.match(name):
        return []  # In pairs, below.
    if name == "q":
        return [(word, nothing_like(word)) for word in words]
    return tokens


def tokens_of(hidden: Planted) -> list[tuple[str, str]]:
    """Names of what is hidden: slugs, ids, addresses, units; of each kind a draft's, and one under embargo."""
    names = ("Publisher.slug", "Speaker.slug", "Topic.slug", "Indicator.slug", "Proposition.slug", "Source.url")
    names += ("Source.doi", "Quantity.unit", "Indicator.unit", "Notice.url", "User.username")
    words = [word for name in names for word in (hidden.words[name][:1] + hidden.words[name][-1:])]
    ids = [str(row.pk) for row in (hidden.hidden[0], hidden.hidden[2], hidden.hidden[0].citations.get().source)]
    return [(word, nothing_like(word)) for word in words] + [(pk, str(uuid4())) for pk in ids]


def test_every_field_of_words_is_planted():
    hidden = plant()
    missing = [
        f"{model.__name__}.{field.name}"
        for model in models_of_words()
        for field in words_of(model)
        if f"{model.__name__}.{field.name}" not in hidden.words.keys() | plants.PLAIN.keys()
    ]
    assert not missing, f"{missing}: make such a row in tests/factbase/planted.py, or say in PLAIN why it is no secret."


@pytest.mark.parametrize("viewer", VIEWERS)
def test_every_address_and_all_that_answers_lead_to(viewer):
    walk = Walk(viewer(), plant())
    seen, waiting = set(), [*OTHER_ADDRESSES]
    for path, operation in walk.operations("get"):
        keys = re.findall(r"\{(\w+)\}", path)
        assert set(keys) <= {"id", "slug"}, f"{path}: say in this test what stands for {keys}."
        if not keys:
            waiting += [path, f"{path}?page_size=100", f"{path}?count=exact", f"{path}?{MARK}=1"]
            waiting += [f"{path.rstrip('/')}.{ending}" for ending in ("json", "csv", "ndjson", "api", "xlsx")]
            for parameter in walk.parameters(operation):
                schema = parameter["schema"].get("items", parameter["schema"])
                values = schema.get("enum", ["true", "false"] if schema["type"] == "boolean" else [])
                waiting += [f"{path}{ending}?{parameter['name']}={value}" for value in values for ending in ("",)]
                waiting += [f"{path.rstrip('/')}.csv?{parameter['name']}={value}" for value in values]
    facets = walk.schema["paths"][f"{API}claims/facets/"]["get"]["responses"]["200"]["content"]["application/json"]
    names = walk.schema["components"]["schemas"][facets["schema"]["$ref"].rpartition("/")[2]]["properties"]["facets"]
    names = walk.schema["components"]["schemas"][names["$ref"].rpartition("/")[2]]["properties"]
    assert "speaker" in names
    waiting += [f"{API}claims/facets/?fields={name}" for name in names]
    # And whatever these answers lead to, page after page.
    while waiting:
        url = waiting.pop()
        if url in seen or len(seen) > 2000:
            continue
        seen.add(url)
        _, words = walk.ask(url, told=(MARK,) if f"?{MARK}" in url else ())
        waiting += [found.removeprefix("http://testserver") for found in re.findall(r'http://testserver/[^" ]*', words)]
    assert len(seen) < 2000
    for kind in ("claims", "speakers", "sources", "publishers", "topics", "indicators"):
        assert [url for url in seen if re.fullmatch(rf"{API}{kind}/[\w-]+/", url)], kind
    for url in [path for path in seen if path.startswith(API)]:
        for method in ("head", "options"):
            walk.ask(url, method=method, told=(MARK,) if f"?{MARK}" in url else ())
        for accepted in ACCEPTED:
            walk.ask(url, headers={"accept": accepted}, told=(MARK,) if f"?{MARK}" in url else ())


def keys_for(path: str, hidden: Planted) -> list[tuple[str, str]]:
    """Keys of what is hidden, each with one of nothing: all of that kind, and one of each other kind."""
    kind = path.removeprefix(API).partition("/")[0]
    firsts = {type(row): row for row in reversed(hidden.rows)}
    rows = [row for row in hidden.rows if row._meta.verbose_name_plural == kind or row in firsts.values()]
    if "{slug}" in path:
        return [(row.slug, nothing_like(row.slug)) for row in rows if hasattr(row, "slug")]
    return [(str(row.pk), str(uuid4())) for row in rows]


@pytest.mark.parametrize("viewer", VIEWERS)
def test_every_address_of_something_hidden(viewer):
    hidden = plant()
    walk = Walk(viewer(), hidden)
    tombstones = {str(claim.pk) for claim in hidden.tombstoned}
    for path, item in walk.schema["paths"].items():
        if "{" not in path:
            continue
        for secret, nothing in keys_for(path, hidden):
            if secret in tombstones and "/claims/" in path:
                status, words = walk.ask(re.sub(r"\{\w+\}", secret, path), told=(secret,))
                assert status in (405, 410), path
                continue
            for method in item:
                how = {"headers": {"if-match": '"1"'}, "data": "{}", "content_type": "application/json"}
                walk.same(lambda key: re.sub(r"\{\w+\}", key, path), secret, nothing, method=method, **how)  # noqa: B023
            walk.same(lambda key: re.sub(r"\{\w+\}", key, path), secret, nothing, headers={"if-none-match": "*"})  # noqa: B023
    public = [found["id"] for found in json.loads(walk.ask(f"{API}claims/")[1].partition("\n")[0])["results"]]
    assert len(public) == 2
    for moment in [*hidden.moments, "2000-01-01"]:
        for pk in public:
            walk.ask(f"{API}claims/{pk}/?as_of={moment}")
        for pk in tombstones:
            assert walk.ask(f"{API}claims/{pk}/?as_of={moment}", told=(pk,))[0] == 410
        for claim in hidden.hidden:
            walk.same(lambda key: f"{API}claims/{key}/?as_of={moment}", str(claim.pk), str(uuid4()))  # noqa: B023


def words_for(path: str, hidden: Planted) -> list[str]:
    """All words for claims/; elsewhere those of the records listed, and one of each other field."""
    if path == f"{API}claims/":
        return sorted({word for found in hidden.words.values() for word in found})
    own = {type(row).__name__ for row in hidden.rows if path == f"{API}{row._meta.verbose_name_plural}/"}
    return sorted(
        {word for name, found in hidden.words.items() for word in found[: None if name.split(".")[0] in own else 1]}
    )


@pytest.mark.parametrize("viewer", VIEWERS)
def test_whatever_is_asked_for(viewer):
    hidden = plant()
    walk = Walk(viewer(), hidden)
    tokens = tokens_of(hidden)
    for path, operation in walk.operations("get"):
        names = [parameter["name"] for parameter in walk.parameters(operation)]
        base = f"{path}?{'count=exact&' if 'count' in names else ''}"
        base = re.sub(r"\{slug\}", "openseries", base)
        if "{" in base:
            continue
        words = words_for(path, hidden)
        for parameter in walk.parameters(operation):
            name = parameter["name"]
            for secret, nothing in pairs_of(parameter, tokens, words):
                more = "&highlight=true" if name == "q" and "highlight" in names else ""
                walk.same(lambda value: f"{base}{name}={quote(value)}{more}", secret, nothing)  # noqa: B023
                if name == "q":
                    # Nothing hidden is offered as a spelling of it.
                    typo = f"{secret[:-2]}yx"
                    walk.ask(f"{base}{name}={quote(typo)}", told=(typo,))
        days = {name.rpartition("_")[0] for name in names if DAY_PARAMETERS.match(name)} - {"added"}
        for name in days:
            asked = [f"{base}{name}_after={days[0]}&{name}_before={days[1]}" for days in (DAYS, NO_DAYS)]
            told = [walk.ask(url, told=days) for url, days in zip(asked, (DAYS, NO_DAYS), strict=True)]
            assert told[0] == told[1], asked
        if "value_max" in names:
            walk.same(lambda value: f"{base}value_min={value}&value_max={value}", plants.NUMBER, plants.NO_NUMBER)  # noqa: B023
        for ending in ("csv", "ndjson") if "page_size" in names and "since" not in names else ():
            for parameter in walk.parameters(operation):
                for secret, nothing in pairs_of(parameter, tokens[:4], words[:4]):
                    address = f"{path.rstrip('/')}.{ending}?{parameter['name']}="
                    walk.same(lambda value: address + quote(value), secret, nothing)  # noqa: B023
    assert walk.asked > 3000


def strings_in(example, at=()) -> list[tuple]:
    """Where an example of a body has words."""
    if isinstance(example, str):
        return [at]
    inner = example.items() if isinstance(example, dict) else enumerate(example) if isinstance(example, list) else ()
    return [found for key, value in inner for found in strings_in(value, (*at, key))]


def replaced(example, at: tuple, value: str):
    if not at:
        return value
    copy = example.copy()
    copy[at[0]] = replaced(example[at[0]], at[1:], value)
    return copy


@pytest.mark.parametrize("viewer", VIEWERS)
def test_whatever_is_sent(viewer):
    """Bodies in which one thing after the other is a secret.

    Contributors may know the names of all that they may write about (claims.roles): what writes is not asked as one.
    """
    hidden = plant()
    walk = Walk(viewer(), hidden)
    sentences = [*hidden.words["Claim.text"], *hidden.words["Citation.quote"], *hidden.words["Translation.text"]]
    sentences += [*hidden.words["Speaker.name"], *hidden.words["Source.title"], *hidden.words["Quantity.as_written"]]
    sentences = [" ".join(sentences), f"{'. '.join(sentences)}.", *hidden.words["User.username"][:1]]
    sentences += [f"It was {plants.NUMBER} {unit}." for unit in hidden.words["Quantity.unit"][:2]]
    sent = 0
    for method in ("post", "patch", "put"):
        for path, operation in walk.operations(method):
            writes = any(parameter["in"] == "header" for parameter in operation.get("parameters", []))
            if "{" in path or (writes and viewer is stranger):
                continue
            for content in operation.get("requestBody", {}).get("content", {}).values():
                for example in content.get("examples", {}).values():
                    for at in strings_in(example["value"]):
                        # Only ten attempts a minute are answered, whoever they name.
                        names = hidden.words["User.username"][:1] if at == ("username",) else []
                        for secret in names if "/auth/" in path else sentences:
                            nothing = nothing_like(secret).replace(plants.NUMBER, plants.NO_NUMBER)
                            told = []
                            for value in (secret, nothing):
                                body = json.dumps(replaced(example["value"], at, value))
                                how = {"method": method, "data": body, "content_type": "application/json"}
                                told.append(walk.ask(path, told=(*value.split(" "), value), **how))
                                sent += 1
                            assert told[0] == told[1], (path, at, told)
    assert sent > 10 or viewer is stranger


def test_the_walk_sees_a_mark_where_there_is_one():
    """Were the marks not where they are looked for, nothing would be found anywhere."""
    hidden = plant()
    editor = UserFactory(is_superuser=True)
    client = APIClient()
    client.force_authenticate(editor)
    walk = Walk(APIClient(), hidden)
    walk.client = client
    for path in ("claims/", "speakers/", "sources/", "topics/", f"claims/{hidden.hidden[0].pk}/", "claims.csv"):
        with pytest.raises(AssertionError):
            walk.ask(f"{API}{path}")
    assert UUID(next(iter(hidden.ids)))
    assert unquote(quote(MARK)) == MARK
