"""What claims/match/ does with what is no draft, or a strange one: never a 500, and never much work."""

import json

import pytest
from rest_framework.test import APIClient

from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "/api/v1/claims/match/"


def send(body, kind="application/json", **headers):
    data = body if isinstance(body, bytes | str) else json.dumps(body)
    return APIClient().generic("POST", URL, data, content_type=kind, **headers)


@pytest.mark.parametrize(
    ("body", "attr", "says"),
    [
        pytest.param({}, "text", "required", id="nothing"),
        pytest.param([], None, "no object", id="a list"),
        pytest.param({"text": "", "language": "en"}, "text", "empty", id="empty"),
        pytest.param({"text": " \n\t\u2003", "language": "en"}, "text", "empty", id="blanks"),
        pytest.param({"text": None}, "text", "null", id="null"),
        pytest.param({"text": 5}, "text", "no text", id="a number"),
        pytest.param({"text": ["a"]}, "text", "no text", id="a list of texts"),
        pytest.param({"text": "a" * 64_001, "language": "en"}, "text", "64,001 characters: send 64,000", id="too long"),
        pytest.param({"text": "a b c", "language": "fr"}, "language", "'fr' are not read: write en or es", id="French"),
        pytest.param({"text": "a b c", "language": ""}, "language", "blank", id="no language"),
        pytest.param({"text": "a b c", "language": 5}, "language", "no text", id="language a number"),
        pytest.param({"text": "a b c", "lang": "en"}, "lang", "did you mean 'language'", id="unknown field"),
        pytest.param('{"text": "a\\u0000b"}', None, "no text has", id="NUL"),
        pytest.param('{"text": "a\\ud800b"}', None, "no text has", id="lone surrogate"),
        pytest.param('{"text": "a', None, "no JSON", id="cut off"),
        pytest.param(b'{"text": "\xff"}', None, "not UTF-8", id="not UTF-8"),
    ],
)
def test_refused_with_the_remedy(body, attr, says):
    answer = send(body)
    [error] = answer.json()["errors"]
    assert (answer.status_code, error["attr"]) == (400, attr)
    assert says in error["detail"]


def test_other_doors():
    assert send("text=a", "application/x-www-form-urlencoded").status_code == 415
    assert send("The draft.", "text/plain").status_code == 415
    assert send(b'{"text": "' + b"a" * 2_500_001 + b'"}').status_code == 413
    assert send({"text": "a b c", "language": "en"}, HTTP_ACCEPT="text/html").status_code == 406
    for method in ("get", "head", "put", "delete", "patch"):
        answer = getattr(APIClient(), method)(URL)
        assert (answer.status_code, answer["Allow"]) == (405, "POST, OPTIONS")
    answer = APIClient().post(f"{URL}?language=en", {"text": "a b c"}, format="json")
    assert (answer.status_code, answer.json()["errors"][0]["attr"]) == (400, "language")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n" * 60_000 + "a", id="empty lines"),
        pytest.param("a\n" * 32_000, id="lines of a letter"),
        pytest.param("a b c d.\n" * 7_000, id="seven thousand sentences"),
        pytest.param("migrants without papers and " * 2_200, id="one sentence"),
        pytest.param("a" * 64_000, id="one word"),
        pytest.param("3 200 5 million 7,000 detentions " * 1_900, id="thousands of numbers"),
        pytest.param(f"There were 1{'0' * 400} detentions and 10^400 more of them.", id="10^400"),
        pytest.param("“" * 64_000, id="opening marks"),
        pytest.param('"a" ' * 16_000, id="marked letters"),
        pytest.param("he said that " * 4_900, id="said"),
        pytest.param("e" + "\u0301" * 63_000, id="accents without letters"),
        pytest.param("& | ! ( ) : * <-> ' '' \\ % %s {} $1 migrants' \\' papers:* " * 900, id="marks of queries"),
        pytest.param("Between 5 and 3 million detentions, and -0 more of NaN migrants in 2023-13-45.", id="no numbers"),
        pytest.param("日本語の文章です。" * 7_000, id="another script"),
        pytest.param("\U0001f600 \u202e \ufeff \u0085 \u2028 migrants " * 3_000, id="strange characters"),
    ],
)
def test_strange_drafts_are_read(text, language):
    make.published_claim(text="Migrants without papers said that 3 million detentions are too many.", language=language)
    answer = send({"text": text[:64_000], "language": language})
    assert answer.status_code == 200, answer.json()
    body = answer.json()
    assert body["sentences_read"] <= 600
    assert (body["cut_short"] is None) == (body["sentences_read"] < 600)
    for sentence in body["sentences"]:
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]
