"""The pages of import and export: upload, preview, confirmation, template, and sheets of one row a record."""

import io

import openpyxl
import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.importers import ClaimResource
from claims.models import Claim, Indicator, Speaker
from claims.spreadsheets import IndicatorResource, SpeakerResource
from factbase import uploads
from factbase.spreadsheets.files import XLSX, read_sheet
from sources.models import Source
from tests import factories
from tests.factbase.test_admin import desk, said, url

__all__ = ["desk"]
pytestmark = pytest.mark.django_db
GOOD = "kind,name\nperson,Ann"
MIXED = "kind,name\nperson,Ann\nrobot,Bob\nperson,\n"


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def upload(client, data, model=Speaker, name="x.csv"):
    data = data if isinstance(data, bytes) else data.encode()
    return client.post(url(model, "import"), {"file": SimpleUploadedFile(name, data)})


def confirm(client, preview, model=Speaker, **data):
    return client.post(url(model, "process_import"), {"upload": preview.context["upload"], **data})


def counts(response):
    return [section["count"] for section in response.context["sections"]]  # Wrong, changed, new, unchanged.


def refusals(response):
    return [str(error) for error in response.context["form"].errors["file"]]


class TestImport:
    def test_a_preview_writes_nothing_and_a_confirmation_does_what_it_showed(self, desk, editor):
        preview = upload(desk, GOOD)
        assert counts(preview) == [0, 0, 1, 0]
        assert not Speaker.objects.exists()
        response = confirm(desk, preview)
        assert response.status_code == 302
        speaker = Speaker.objects.get()
        assert (speaker.name, speaker.created_via, speaker.created_by) == ("Ann", "import", editor)
        assert LogEntry.objects.get().object_id == str(speaker.pk)
        assert said(response) == ["Imported x.csv: rows new 1, changed 0, unchanged 0, left out 0."]
        again = upload(desk, GOOD)
        assert counts(again) == [0, 0, 0, 1]
        assert "there is nothing to import" in again.content.decode()
        assert not again.context["upload"]

    def test_a_change_is_in_history_as_an_import(self, desk, editor):
        speaker = factories.SpeakerFactory(name="Ann")
        preview = upload(desk, "slug,description\nann,Economist")
        page = preview.content.decode()
        assert counts(preview) == [0, 1, 0, 0]
        assert "Economist" in page
        confirm(desk, preview)
        event = speaker.events.get()
        assert (event.pgh_context["via"], event.pgh_context["user"]) == ("import", str(editor.pk))

    def test_wrong_rows_are_named_and_nothing_is_written_until_they_are_left_out(self, desk):
        preview = upload(desk, MIXED)
        page = " ".join(preview.content.decode().split())
        assert counts(preview) == [2, 0, 1, 0]
        assert "Row 3" in page
        assert '<strong class="font-semibold">kind</strong> “robot” is not known here: write one of person' in page
        assert "Row 4" in page
        refused = confirm(desk, preview)
        assert refused.status_code == 200
        assert not Speaker.objects.exists()
        assert "Nothing was imported" in said(refused)[0]
        done = confirm(desk, refused, leave_out="on")
        assert said(done) == ["Imported x.csv: rows new 1, changed 0, unchanged 0, left out 2."]
        assert Speaker.objects.get().name == "Ann"

    def test_a_double_click_imports_once(self, desk):
        preview = upload(desk, GOOD)
        confirm(desk, preview)
        response = confirm(desk, preview)
        assert response.url == url(Speaker, "import")
        assert "used already" in said(response)[-1]
        assert Speaker.objects.count() == 1

    def test_what_changed_since_the_preview_is_shown_before_it_is_written(self, desk):
        preview = upload(desk, "slug,description\nann,Economist\n,x", name="x.csv")
        factories.SpeakerFactory(name="Ann")
        preview = upload(desk, "slug,description\nann,Economist")
        Speaker.objects.update(description="A colleague's words")
        response = confirm(desk, preview)
        assert "Records were changed since this preview" in said(response)[0]
        assert Speaker.objects.get().description == "A colleague's words"
        assert confirm(desk, response).status_code == 302
        assert Speaker.objects.get().description == "Economist"

    def test_a_preview_is_good_for_its_account_its_list_and_a_day(self, desk, client, monkeypatch):
        token = upload(desk, GOOD).context["upload"]
        assert said(client.post(url(Claim, "process_import"), {"upload": token}))
        assert said(client.post(url(Speaker, "process_import"), {"upload": "../../secret"}))
        monkeypatch.setattr(uploads, "LIFETIME", -1)
        assert said(client.post(url(Speaker, "process_import"), {"upload": token}))
        monkeypatch.undo()
        client.force_login(factories.UserFactory(is_staff=True, is_superuser=True))
        assert said(client.post(url(Speaker, "process_import"), {"upload": token}))
        assert not Speaker.objects.exists()

    def test_old_files_are_cleared_away(self, desk, monkeypatch):
        upload(desk, GOOD)
        monkeypatch.setattr(uploads, "LIFETIME", -1)
        upload(desk, GOOD)
        assert len(list(uploads.folder().iterdir())) == 1

    @pytest.mark.parametrize(
        ("name", "data", "message"),
        [
            pytest.param("big.csv", b"name\n" + b"1" * 24_000_000, "'big.csv' has 24.0 MB: 10 MB at most", id="24 MB"),
            pytest.param("x.xlsx", b"%PDF-1.7", "'x.xlsx' is a PDF file", id="renamed PDF"),
            pytest.param("x.csv", b"nme\nx", "There is no column 'nme': did you mean 'name'?", id="column"),
            pytest.param("x.csv", b"name\n", "has headings and no rows", id="no rows"),
        ],
    )
    def test_a_bad_file_is_refused_beside_the_box(self, desk, name, data, message):
        assert message in refusals(upload(desk, data, name=name))[0]

    def test_a_latin_1_file_is_read_and_said(self, desk):
        preview = upload(desk, "kind,name\nperson,José".encode("latin-1"))
        assert "Windows-1252 (Latin-1)" in preview.content.decode()
        confirm(desk, preview)
        assert Speaker.objects.get().name == "José"

    def test_the_limits_and_every_column_stand_on_the_page(self, desk):
        for model in (Claim, Speaker, Indicator, Source):
            page = desk.get(url(model, "import"))
            assert "at most 10 MB and 20,000 rows" in page.content.decode()
            assert all(meaning for _, _, meaning in page.context["columns"]), page.context["columns"]


class TestRights:
    @pytest.fixture
    def contributor(self, client):
        user = factories.UserFactory(is_staff=True)
        rights = ("add_claim", "change_claim", "view_speaker", "add_speaker")
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(user)
        return client

    def test_who_may_only_look_may_only_export(self, contributor):
        Permission.objects.get(codename="add_speaker").user_set.clear()
        assert contributor.get(url(Speaker, "import")).status_code == 403
        assert contributor.post(url(Speaker, "process_import")).status_code == 403
        assert contributor.get(url(Speaker, "import_template", "csv")).status_code == 403
        assert contributor.get(url(Speaker, "export")).status_code == 200
        assert contributor.get(url(Source, "export")).status_code == 403

    def test_who_may_not_change_adds_alone(self, contributor):
        factories.SpeakerFactory(name="Ann")
        preview = upload(contributor, "slug,kind,name\nann,person,Anna\n,person,Bob")
        assert counts(preview) == [1, 0, 1, 0]
        assert "your account may not change this speaker" in preview.content.decode()

    def test_a_contributor_changes_no_published_claim(self, contributor):
        claim = factories.published_claim()
        preview = upload(contributor, f"claim_id,occasion\n{claim.pk},x", model=Claim)
        assert counts(preview) == [1, 0, 0, 0]
        assert confirm(contributor, preview, model=Claim, leave_out="on").status_code == 302
        claim.refresh_from_db()
        assert claim.occasion == ""


class TestExport:
    @pytest.mark.parametrize(("number", "name"), [("0", "x.xlsx"), ("1", "x.csv")])
    def test_the_list_as_it_is_filtered_and_back(self, desk, number, name):
        factories.published_claim(text="=Deportación")
        factories.ClaimFactory(kind="fact")
        page = url(Claim, "export") + "?kind__exact=statistic"
        assert desk.get(page).status_code == 200
        response = desk.post(page, {"format": number, "resource": "0"})
        (row,) = read_sheet(name, response.content).rows
        assert row.cells["text"] == "=Deportación"
        if name == "x.csv":
            assert response.content.startswith("\ufeffclaim_id,".encode())
            assert ",'=Deportación," in response.content.decode()
        assert counts(upload(desk, response.content, model=Claim, name=name)) == [0, 0, 0, 1]

    def test_the_selected_ones_alone(self, desk):
        chosen, _ = factories.SpeakerFactory(name="Ann"), factories.SpeakerFactory(name="Bob")
        data = {"action": "export_selected", "_selected_action": [chosen.pk]}
        response = desk.post(url(Speaker, "changelist"), data)
        assert [row.cells["name"] for row in read_sheet("x.xlsx", response.content).rows] == ["Ann"]

    def test_a_list_too_long_is_refused(self, desk, monkeypatch):
        monkeypatch.setattr("factbase.spreadsheets.resource.MAX_ROWS", 1)
        factories.SpeakerFactory.create_batch(2)
        response = desk.post(url(Speaker, "export"), {"format": "1", "resource": "0"})
        assert "more than 1 rows: filter it" in said(response)[0]

    def test_the_list_has_both_buttons(self, desk):
        for model in (Claim, Speaker, Indicator, Source):
            page = desk.get(url(model, "changelist")).content.decode()
            assert url(model, "import") in page
            assert url(model, "export") in page

    def test_the_template_explains_its_columns(self, desk):
        response = desk.get(url(Claim, "import_template", "xlsx"))
        book = openpyxl.load_workbook(io.BytesIO(response.content))
        headings = [cell.value for cell in book.worksheets[0][1]]
        assert [row[0].value for row in book.worksheets[1].iter_rows(min_row=2)] == headings
        assert all(row[2].value for row in book.worksheets[1].iter_rows(min_row=2))
        csv = desk.get(url(Claim, "import_template", "csv")).content.decode("utf-8-sig")
        assert csv.splitlines()[0] == ",".join(headings)
        assert desk.get(url(Claim, "import_template", "pdf")).status_code == 404
        assert "nothing to import" in upload(desk, response.content, model=Claim, name="x.xlsx").content.decode()


class TestSpeakersAndIndicators:
    def test_a_new_organization_and_one_below_it(self, desk):
        text = "kind,name,parent\norganization,Ministry,\norganization,Office,ministry"
        confirm(desk, upload(desk, text))
        assert Speaker.objects.get(name="Office").parent.name == "Ministry"
        assert counts(upload(desk, text)) == [0, 0, 0, 2]

    def test_a_breach_of_a_rule_names_its_column(self, desk):
        factories.SpeakerFactory(wikidata_id="Q1")
        preview = upload(desk, f"id,wikidata_id\n{factories.SpeakerFactory().pk},Q1")
        (report,) = preview.context["sections"][0]["rows"]
        ((column, value),) = {(problem.column, problem.value) for problem in report.problems}
        assert (report.number, column, value) == (2, "wikidata_id", "Q1")
        assert "merge that one" in report.problems[0].message

    def test_indicators(self, desk):
        text = "name,definition,unit\nArrests,All of them.,arrests"
        confirm(desk, upload(desk, text, model=Indicator), model=Indicator)
        changed = text.replace("arrests", "people")
        preview = upload(desk, changed, model=Indicator)
        assert counts(preview) == [0, 1, 0, 0]
        confirm(desk, preview, model=Indicator)
        assert Indicator.objects.get().unit == "people"
        assert counts(upload(desk, changed, model=Indicator)) == [0, 0, 0, 1]


def test_the_templates_example_is_passed_over():
    for resource in (ClaimResource, SpeakerResource, IndicatorResource):
        sheet = read_sheet("x.xlsx", XLSX().export_data(resource().template(), notes=resource().notes()))
        assert len(sheet) == 1
        assert not resource().import_data(sheet).rows
