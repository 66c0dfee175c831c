"""Claims written over the API: with their parts, whole or not at all, by who may, and kept as the admin keeps them."""

import json
from itertools import cycle, islice
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group

from claims.models import Citation, Claim, Claimant, Quantity
from claims.roles import make_groups
from factbase.api.tokens import make_token
from factbase.models import User
from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "/api/v1/claims/"


@pytest.fixture(autouse=True)
def groups():
    """The groups are a migration's; tests that commit empty all tables."""
    make_groups()


def account(role: str) -> User:
    user = make.UserFactory()
    user.groups.add(Group.objects.get(name=role))
    return User.objects.get(pk=user.pk)


def signed(api, user: User):
    """The API with a token of the account, as a program has it."""
    api.credentials(HTTP_AUTHORIZATION=f"Bearer {make_token(user, name='', days=1)[1]}")
    return api


@pytest.fixture
def contributor():
    return account("Contributor")


@pytest.fixture
def writer(api, contributor):
    return signed(api, contributor)


@pytest.fixture
def known():
    """What a body may name."""
    speaker = make.SpeakerFactory(name="Luis Videgaray")
    return {
        "speaker": speaker,
        "role": make.RoleFactory(speaker=speaker, title="Secretary", organization=make.OrganizationFactory()),
        "source": make.SourceFactory(),
        "topic": make.TopicFactory(name="Migration"),
        "indicator": make.IndicatorFactory(name="Detentions"),
        "other": make.published_claim(),
    }


LEAST = {"kind": "fact", "text": "It rained.", "wording": "paraphrase", "language": "en"}


def whole(known) -> dict:
    """A body with everything in it."""
    return {
        "kind": "statistic",
        "text": "Mexico made more than 3.2 million detentions.",
        "wording": "edited",
        "language": "en",
        "claimants": [
            {
                "basis": "named",
                "speaker": {"slug": "luis-videgaray"},
                "role": {"title": "Secretary", "organization": {"id": str(known["role"].organization_id)}},
            },
            {"basis": "unnamed", "label": "experts"},
        ],
        "subjects": [str(known["speaker"].pk)],
        "topics": ["migration"],
        "proposition": None,
        "stated": {"from": "2017-02-01", "to": "2017-02-28", "as_written": "February", "basis": "printed"},
        "occasion": "A speech",
        "quantities": [
            {
                "as_written": "more than 3.2 million",
                "start": 12,
                "end": 33,
                "comparator": "more_than",
                "value": "3200000",
                "significant_figures": 2,
                "unit": "detentions",
                "indicator": {"slug": "detentions", "match": "exact"},
                "place": "MX",
                "period": {"from": "2022-10-01", "to": "2023-09-30", "label": "FY 2023"},
            }
        ],
        "citations": [
            {
                "source": {"id": str(known["source"].pk)},
                "quote": " They were more than 3.2 million. ",
                "directness": "direct",
                "is_lead": True,
                "attribution": [{"speaker": "luis-videgaray", "verb": "told"}, {"label": "a reporter"}],
            }
        ],
        "translations": [{"language": "es", "text": "Más de 3.2 millones."}],
        "links": [{"kind": "supports", "claim": {"id": str(known["other"].pk)}}],
        "sensitive": True,
        "notes": "Ask again.",
    }


def send(api, body, **headers):
    return api.post(URL, body, format="json", headers=headers)


def change(api, claim, body, etag=None):
    url = f"{URL}{claim.pk}/"
    return api.patch(url, body, format="json", headers={"if-match": etag or api.get(url)["ETag"]})


def errors(answer):
    assert answer.status_code < 500
    return [(error["attr"], error["code"]) for error in answer.json()["errors"]]


def test_a_claim_is_made_with_all_its_parts(writer, contributor, known):
    answer = send(writer, whole(known))
    assert answer.status_code == 201, answer.json()
    body = answer.json()
    assert answer["Location"] == body["url"]
    assert writer.get(body["url"]).json() == body
    asked = whole(known)
    for name in ("kind", "text", "wording", "language", "stated", "occasion"):
        assert body[name] == asked[name]
    assert body["status"] == "draft"
    first, second = body["claimants"]
    assert (first["speaker"]["slug"], first["role"]["title"]) == ("luis-videgaray", "Secretary")
    assert (second["basis"], second["label"]) == ("unnamed", "experts")
    assert [topic["slug"] for topic in body["topics"]] == ["migration"]
    assert [subject["slug"] for subject in body["subjects"]] == ["luis-videgaray"]
    [quantity] = body["quantities"]
    assert (quantity["value"], quantity["lower_bound"], quantity["upper_bound"]) == ("3200000", "3200000", "3300000")
    assert quantity["indicator"] == {"slug": "detentions", "name": "Detentions", "match": "exact"}
    assert quantity["period"] == {"from": "2022-10-01", "to": "2023-09-30", "label": "FY 2023"}
    [citation] = body["citations"]
    assert citation["quote"] == " They were more than 3.2 million. "
    assert [(link["verb"], link["label"]) for link in citation["attribution"]] == [("told", ""), ("", "a reporter")]
    assert [(link["kind"], link["direction"]) for link in body["links"]] == [("supports", "out")]
    claim = Claim.objects.get(pk=body["id"])
    assert (claim.sensitive, claim.notes) == (True, "Ask again.")
    for record in (claim, *claim.citations.all(), *claim.quantities.all(), *claim.claimants.all()):
        assert (record.created_by, record.created_via) == (contributor, "api")


def test_history_names_the_account_and_the_door(writer, contributor):
    claim = make.ClaimFactory(created_by=contributor)
    assert change(writer, claim, {"occasion": "A speech"}).status_code == 200
    event = Claim.pgh_event_model.objects.get()
    assert event.pgh_context["via"] == "api"
    assert event.pgh_context["user"] == str(contributor.pk)


def test_what_is_left_out_stays_and_a_list_replaces_its_own(writer, contributor, known):
    body = send(writer, whole(known)).json()
    claim = Claim.objects.get(pk=body["id"])
    answer = change(writer, claim, {"text": "More than 3.2 million.", "quantities": []})
    assert answer.status_code == 200, answer.json()
    after = answer.json()
    assert (after["text"], after["quantities"]) == ("More than 3.2 million.", [])
    for name in ("kind", "claimants", "citations", "translations", "links", "topics", "stated"):
        assert after[name] == body[name]


def test_rows_are_matched_and_those_that_did_not_change_are_untouched(writer, contributor, known):
    body = send(writer, whole(known)).json()
    claim = Claim.objects.get(pk=body["id"])
    [citation], before = body["citations"], {row.pk: row.version for row in Claimant.objects.filter(claim=claim)}
    second = {"source": str(known["source"].pk), "quote": "Some 3 million.", "directness": "direct"}
    answer = change(
        writer,
        claim,
        {
            "citations": [second, {"id": citation["id"], "note": "[sic]"}],
            "claimants": [{"basis": "unnamed", "label": "experts"}, {"basis": "named", "speaker": "luis-videgaray"}],
            "translations": [{"language": "es", "text": "Otra."}],
        },
    )
    assert answer.status_code == 200, answer.json()
    new, old = answer.json()["citations"]
    assert (old["id"], old["note"], old["quote"]) == (citation["id"], "[sic]", citation["quote"])
    assert old["attribution"] == citation["attribution"]
    assert new["quote"] == "Some 3 million."
    rows = Claimant.objects.filter(claim=claim)
    assert {row.pk for row in rows} == set(before)
    assert [row.label for row in rows] == ["experts", ""]
    assert Claimant.objects.get(speaker__isnull=False, claim=claim).role == known["role"]


def test_a_change_that_changes_nothing_leaves_no_trace(writer, contributor, known):
    body = send(writer, whole(known)).json()
    claim = Claim.objects.get(pk=body["id"])
    again = {name: value for name, value in whole(known).items() if name not in ("quantities", "citations")}
    again["quantities"] = [{"id": body["quantities"][0]["id"]}]
    again["citations"] = [{"id": body["citations"][0]["id"], "note": ""}]
    assert change(writer, claim, again).json() == body
    for model in (Claim, Citation, Quantity, Claimant):
        assert not model.pgh_event_model.objects.exists()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"txt": "x"}, ("txt", "unknown_field"), id="unknown"),
        pytest.param({"status": "published"}, ("status", "read_only"), id="read-only"),
        pytest.param({"text": ""}, ("text", "blank"), id="blank"),
        pytest.param({"text": 5}, ("text", "invalid"), id="number-for-text"),
        pytest.param({"text": None}, ("text", "null"), id="null"),
        pytest.param({"text": "x" * 5001}, ("text", "max_length"), id="long"),
        pytest.param({"kind": "rumour"}, ("kind", "invalid_choice"), id="choice"),
        pytest.param({"language": "Spanish!"}, ("language", "unknown"), id="language"),
        pytest.param({"sensitive": "yes"}, ("sensitive", "invalid"), id="boolean"),
        pytest.param({"stated": {"from": "2017-31-02"}}, ("stated.from", "invalid"), id="date"),
        pytest.param(
            {"stated": {"from": "2018-01-01", "to": "2017-01-01"}}, ("stated.from", "goes_not_with"), id="inverted"
        ),
        pytest.param({"stated": {"to": "9999-12-31"}}, ("stated.to", "no_such_day"), id="late"),
        pytest.param({"stated": "2017"}, ("stated", "invalid"), id="no-object"),
        pytest.param({"topics": ["nothing"]}, ("topics.0", "unknown"), id="no-topic"),
        pytest.param({"topics": [{"name": "x"}]}, ("topics.0", "invalid"), id="no-reference"),
        pytest.param({"topics": "migration"}, ("topics", "not_a_list"), id="no-list"),
        pytest.param({"topics": ["migration", "migration"]}, ("topics.1", "rule"), id="twice"),
        pytest.param({"claimants": [{"basis": "named"}]}, ("claimants.0", "rule"), id="constraint"),
        pytest.param({"claimants": [5]}, ("claimants.0", "invalid"), id="no-row"),
        pytest.param(
            {"claimants": [{"basis": "named", "speaker": "luis-videgaray", "role": {"title": "King"}}]},
            ("claimants.0.role", "unknown"),
            id="role",
        ),
        pytest.param(
            {"quantities": [{"as_written": "3", "value": "NaN", "significant_figures": 1}]},
            ("quantities.0.value", "invalid"),
            id="nan",
        ),
        pytest.param(
            {"quantities": [{"as_written": "3", "value": "1" * 30, "significant_figures": 1}]},
            ("quantities.0.value", "max_whole_digits"),
            id="digits",
        ),
        pytest.param(
            {"quantities": [{"as_written": "3", "value": 3, "significant_figures": "1"}]},
            ("quantities.0.significant_figures", "invalid"),
            id="text-for-number",
        ),
        pytest.param(
            {"quantities": [{"as_written": "3", "value": 3, "significant_figures": 1, "lower_bound": "1"}]},
            ("quantities.0.lower_bound", "read_only"),
            id="bound",
        ),
        pytest.param(
            {"quantities": [{"id": str(uuid4()), "as_written": "3"}]}, ("quantities.0.value", "required"), id="new"
        ),
        pytest.param({"citations": [{"quote": "x"}]}, ("citations.0.directness", "required"), id="required"),
        pytest.param({"translations": [{"language": "es", "text": "a"}] * 2}, ("translations.1", "rule"), id="again"),
        pytest.param({"links": [{"kind": "supports", "claim": str(uuid4())}]}, ("links.0.claim", "unknown"), id="link"),
    ],
)
def test_what_is_wrong_is_a_400_that_names_its_field(writer, known, changes, expected):
    answer = send(writer, {**LEAST, **changes})
    assert answer.status_code == 400
    assert expected in errors(answer)
    assert not Claim.objects.exclude(pk=known["other"].pk).exists()


@pytest.mark.parametrize(
    ("figures", "status"), [("2.0", 201), ("20e-1", 201), ("2.5", 400), ("1e400", 400), ("1e99999999999", 400)]
)
def test_a_whole_number_may_be_written_as_json_allows(writer, figures, status):
    body = json.dumps(LEAST | {"quantities": [{"as_written": "3", "value": "3", "comparator": "equal"}]})
    body = body.replace('"value"', f'"significant_figures": {figures}, "value"')
    assert writer.generic("POST", URL, body, content_type="application/json").status_code == status


def test_what_is_required_is_said(writer):
    answer = send(writer, {})
    assert errors(answer) == [(name, "required") for name in ("kind", "text", "wording", "language")]


def test_a_rule_over_several_rows_is_a_400_and_two_leads_a_409(writer, known):
    number = {"as_written": "7", "start": 0, "end": 1, "value": 7, "significant_figures": 1}
    assert send(writer, {**LEAST, "quantities": [number]}).status_code == 400
    lead = {"source": str(known["source"].pk), "quote": "x", "directness": "direct", "is_lead": True}
    assert send(writer, {**LEAST, "citations": [lead, lead]}).status_code == 409
    assert Claim.objects.count() == 1


WEIRD = [
    None,
    True,
    -1,
    0,
    10**12,
    10**30,
    1.5,
    "",
    " ",
    "x" * 20_000,
    "😀",
    "%s",
    "2017-02-30",
    [],
    {},
    [[]],
    {"id": 1},
    ["x"],
]


def places(data, path=()):
    """The way to each value in a body."""
    found = [path] if path else []
    for key in data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        found += places(data[key], (*path, key))
    return found


def test_whatever_stands_anywhere_is_never_a_500(writer, known):
    """Each value of a body in turn is one of the weird ones: it is taken, or refused with the field that is wrong.

    All of them at each place takes minutes; here they come round, so that every kind of field meets several.
    """
    first, weird = whole(known), cycle(WEIRD)
    for path in places(first):
        for value in islice(weird, 2):
            body = whole(known)
            at = body
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] = value
            answer = send(writer, body)
            assert answer.status_code in (201, 400, 409), (path, value, answer.content)
            if answer.status_code == 400:
                assert {str(error["attr"]).partition(".")[0] for error in answer.json()["errors"]} <= {
                    *first,
                    "None",
                }, (path, value)


@pytest.mark.parametrize(
    ("raw", "kind", "status"),
    [
        pytest.param(b"{", "application/json", 400, id="malformed"),
        pytest.param(b"[]", "application/json", 400, id="list"),
        pytest.param(b'{"text": "a\\u0000"}', "application/json", 400, id="nul"),
        pytest.param(b'{"text": "\\ud800"}', "application/json", 400, id="surrogate"),
        pytest.param(b'{"\\ud800": 1}', "application/json", 400, id="surrogate-name"),
        pytest.param(b'{"kind": NaN}', "application/json", 400, id="nan"),
        pytest.param(b'{"quantities": [{"value": 1e400}]}', "application/json", 400, id="1e400"),
        pytest.param(b'{"quantities": [{"value": 1e999999999}]}', "application/json", 400, id="1e999999999"),
        pytest.param(b'{"text": "a", "text": "b"}', "application/json", 400, id="twice"),
        pytest.param(b"[" * 100_000, "application/json", 400, id="deep"),
        pytest.param(b'{"text": ' + b"9" * 10_000 + b"}", "application/json", 400, id="digits"),
        pytest.param(b"\xff\xfe", "application/json", 400, id="bytes"),
        pytest.param(b"", "application/json", 400, id="empty"),
        pytest.param(b"text=a", "application/x-www-form-urlencoded", 415, id="form"),
        pytest.param(b"<a/>", "text/xml", 415, id="xml"),
        pytest.param(b'"' + b"a" * 2_500_000 + b'"', "application/json", 413, id="large"),
    ],
)
def test_bodies_that_cannot_be(writer, raw, kind, status):
    answer = writer.generic("POST", URL, raw, content_type=kind)
    assert (answer.status_code, set(answer.json())) == (status, {"type", "errors"})


def test_nothing_is_written_without_an_account(api):
    claim = make.published_claim()
    for answer in (
        send(api, LEAST),
        change(api, claim, {"text": "x"}, '"1.x"'),
        api.post(f"{URL}{claim.pk}/publish/"),
        api.post(f"{URL}{claim.pk}/withdraw/"),
    ):
        assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_a_session_writes_with_its_csrf_token_alone(contributor):
    from rest_framework.test import APIClient

    browser = APIClient(enforce_csrf_checks=True)
    browser.force_login(contributor)
    assert send(browser, LEAST).status_code == 403
    browser.cookies["csrftoken"] = "a" * 32
    assert send(browser, LEAST, **{"x-csrftoken": "a" * 32}).status_code == 201


def test_methods_that_are_not_there_are_405(writer, contributor):
    claim = make.ClaimFactory(created_by=contributor)
    assert writer.put(f"{URL}{claim.pk}/", LEAST, format="json").status_code == 405
    assert writer.delete(f"{URL}{claim.pk}/").status_code == 405
    assert writer.get(f"{URL}{claim.pk}/publish/").status_code == 405
    assert writer.post(f"{URL}?page_size=2", LEAST, format="json").status_code == 400
    assert writer.options(f"{URL}{claim.pk}/").status_code == 200
