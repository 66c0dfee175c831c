"""What README says of writing over the API, line by line, as it is written there."""

import re
import shlex
from pathlib import Path

import pytest
from rest_framework.test import APIClient

from claims.models import Claim
from claims.roles import make_groups
from tests import factories as make
from tests.claims.test_write_api import account

README = (Path(__file__).resolve().parents[2] / "README.md").read_text()
SECTION = README.partition("## Write over the API\n")[2].partition("\n## ")[0]
LINES = re.findall(r"^curl .*$", SECTION, re.MULTILINE)


def carried_out(line: str, known: dict[str, str]):
    """What `line` asks, with these values for its shell variables."""
    words = shlex.split(line)[1:]
    for name, value in known.items():
        words = [word.replace(f"${name}", value).replace(f'"{name}"', f'"{value}"') for word in words]
    options = {"-X": [], "-H": [], "-d": []}
    while (flag := next((word for word in words if word in options), None)) is not None:
        at = words.index(flag)
        options[flag].append(words[at + 1])
        del words[at : at + 2]
    [address] = [word for word in words if word != "-i"]
    headers = {name.lower(): value for name, value in (header.split(": ", 1) for header in options["-H"])}
    # curl, too, sends a form where nothing says otherwise; no body is none.
    kind = headers.pop("content-type", "application/x-www-form-urlencoded")
    method = (options["-X"] or ["POST" if options["-d"] else "GET"])[0]
    path = address.removeprefix("http://127.0.0.1:8000")
    return APIClient().generic(method, path, "".join(options["-d"]), content_type=kind, headers=headers)


@pytest.mark.django_db
def test_it_works_as_written():
    make_groups()
    user = account("Contributor")
    user.username = "contributor"
    user.set_password("a-good-password")
    user.save()
    make.SpeakerFactory(name="Luis Videgaray")
    make.TopicFactory(name="Migration")
    assert len(LINES) == 4
    token, created, changed, submitted = LINES
    known = {"PASSWORD": "a-good-password"}
    answer = carried_out(token, known)
    assert answer.status_code == 201
    known["TOKEN"] = answer.json()["token"]
    answers = [carried_out(created, known) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    known |= {"ID": answers[0].json()["id"], "ETAG": answers[0]["ETag"]}
    answer = carried_out(changed, known)
    assert (answer.status_code, answer.json()["translations"][0]["language"]) == (200, "es")
    known["ETAG"] = answer["ETag"]
    assert carried_out(submitted, known).json()["status"] == "in_review"
    assert Claim.objects.get().submitted_by == user
