"""“Import a file…” in the admin: tried out, looked at, confirmed."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Claim
from tests.claims.bulk import CLAIM, a_claim, small
from tests.claims.test_desk import as_role, groups
from tests.factbase.test_admin import desk, said

__all__ = ["as_role", "desk", "groups"]
pytestmark = pytest.mark.django_db
ASK, LOAD = reverse("admin:claims_claim_import_file"), reverse("admin:claims_claim_load_file")


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def give(client, *records, data=b"", format="ndjson"):
    data = data or "\n".join(map(json.dumps, records)).encode()
    return client.post(ASK, {"file": SimpleUploadedFile("claims.ndjson", data), "format": format})


def numbers(answer):
    return [count for _, count in answer.context["found"]]  # New, changed, unchanged, left alone.


def test_a_preview_writes_nothing_and_a_confirmation_what_it_showed(desk, editor):
    preview = give(desk, CLAIM, small(2), a_claim(text=""))
    assert (numbers(preview), preview.context["report"].rejected) == ([2, 0, 0, 0], 1)
    assert "1 row is wrong" in preview.content.decode()
    assert not Claim.objects.exists()

    kept = preview.context["kept"]
    answer = desk.post(LOAD, {"kept": kept}, follow=True)
    assert "new 2" in said(answer)[0]
    assert "1" in said(answer)[1]
    claim = Claim.objects.get(pk=CLAIM["id"])
    assert (claim.status, claim.created_by, claim.created_via) == ("draft", editor, "import")

    assert "begin again" in said(desk.post(LOAD, {"kept": kept}, follow=True))[0]  # A double click.
    assert numbers(give(desk, CLAIM, small(2))) == [0, 0, 2, 0]


def test_what_was_edited_here_is_left_alone(desk, editor):
    desk.post(LOAD, {"kept": give(desk, CLAIM).context["kept"]})
    Claim.objects.filter(pk=CLAIM["id"]).update(occasion="Mended by hand.")
    preview = give(desk, CLAIM | {"occasion": "Another talk"})
    assert numbers(preview) == [0, 0, 0, 1]
    desk.post(LOAD, {"kept": preview.context["kept"]})
    assert Claim.objects.get(pk=CLAIM["id"]).occasion == "Mended by hand."


@pytest.mark.parametrize(
    ("data", "format", "told"),
    [
        (b"{}", "", "required"),
        (b"a,b\n1,2\n", "factcheck", "column"),
        (b'{"a": [', "claimreview", "no "),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field(desk, data, format, told):
    answer = give(desk, data=data, format=format)
    assert told in str(answer.context["form"].errors)
    assert not Claim.objects.exists()


def test_it_is_for_editors(as_role):
    for role, status in (("Contributor", 403), ("Editor", 200)):
        _, client = as_role(role)
        assert client.get(ASK).status_code == status
        assert (b"Import a file" in client.get(reverse("admin:claims_claim_changelist")).content) == (status == 200)
    assert as_role("Contributor")[1].post(LOAD, {"kept": "x"}).status_code == 403
