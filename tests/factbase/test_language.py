"""The admin in the account's language; the API in English."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from claims.models import Claim, Claimant
from factbase import catalogue
from factbase.models import User
from tests import factories
from tests.claims.test_anchor_pages import press
from tests.claims.test_anchors import OLD, QUOTE, snapshot
from tests.claims.test_reading_desk import accept
from tests.factbase.test_admin import MODELS, errors, everything, form_data, said, url

__all__ = ["everything"]
pytestmark = pytest.mark.django_db
Status = Claim.Status
LIST = reverse("admin:claims_claim_changelist")


@pytest.fixture
def spanish(client):
    """A browser signed in as an account that reads Spanish, and says that it would like German."""
    client.force_login(factories.UserFactory(is_staff=True, is_superuser=True, language="es"))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
    return client


@pytest.fixture
def english(db):
    client = Client(headers={"accept-language": "es"})
    client.force_login(factories.UserFactory(is_staff=True, is_superuser=True))
    return client


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def ready():
    claim = factories.ClaimFactory(status=Status.IN_REVIEW)
    factories.ClaimantFactory(claim=claim)
    factories.CitationFactory(claim=claim)
    return claim


class TestPages:
    @pytest.mark.parametrize(
        ("name", "in_english", "in_spanish"),
        [
            pytest.param(
                "index",
                ["Waits for me", "You have no drafts."],
                ["Pendiente para mí", "No tiene borradores."],
                id="front page",
            ),
            pytest.param(
                "claims_claim_changelist",
                ["Submit for review", "Claimants"],
                ["Enviar a revisión", "Declarantes"],
                id="list",
            ),
            pytest.param(
                "claims_claim_add",
                ["When and where it was said", "Wording", "Not public before this time."],
                ["Cuándo y dónde se dijo", "Formulación", "No se hace pública antes de esta hora."],
                id="form",
            ),
        ],
    )
    def test_each_account_in_its_own(self, spanish, english, name, in_english, in_spanish):
        factories.published_claim()
        page = reverse(f"admin:{name}")
        one, other = spanish.get(page), english.get(page)
        assert '<html lang="es"' in text(one)
        assert one["Content-Language"] == "es"
        assert '<html lang="en"' in text(other)
        assert other["Content-Language"] == "en"
        for words in in_spanish:
            assert words in text(one)
            assert words not in text(other)
        for words in in_english:
            assert words in text(other)
            assert words not in text(one)

    def test_a_verb_is_asked_done_and_refused_in_spanish_and_stored_in_english(self, spanish):
        claim = ready()
        page = reverse("admin:claims_claim_publish", args=[claim.pk])
        asked = text(spanish.get(page))
        assert "Todos verán esta afirmación" in asked
        assert "No, volver atrás" in asked
        assert said(spanish.post(page)) == ["La afirmación está ahora publicada."]
        assert LogEntry.objects.latest("pk").change_message == "The claim is published now."
        assert said(spanish.post(page))[-1] == (
            "Esta afirmación está en estado «publicada»: solo una en estado «en revisión» puede ser publicada."
        )

    def test_what_was_done_with_a_text_is_stored_in_english_too(self, spanish):
        source = factories.SourceFactory(language="en")
        snapshot(source, OLD)
        said_so = said(accept(spanish, source, QUOTE))
        assert said_so[0].startswith("Guardada como borrador")
        assert LogEntry.objects.latest("pk").change_message == "Added at the reading desk."
        snapshot(source, f"A line was put in front. {OLD}", day=2)
        assert said(press(spanish, source.citations.get())) == ["La cita textual está anclada donde está ahora."]
        assert LogEntry.objects.latest("pk").change_message == "The quote is anchored where it stands now."

    def test_a_trigger_is_translated_with_its_values(self, spanish):
        claim = factories.ClaimFactory(status=Status.IN_REVIEW)
        response = spanish.post(reverse("admin:claims_claim_publish", args=[claim.pk]))
        assert said(response) == [
            "Una afirmación publicada necesita un declarante: añada uno, o la voz de la propia fuente (author)."
        ]
        topic = factories.TopicFactory(name="50 % of it")
        below = factories.TopicFactory(parent=topic)
        page = url(type(topic), "change", topic.pk)
        response = spanish.post(page, form_data(spanish.get(page)) | {"parent": below.pk})
        assert "«50 % of it» no puede estar por debajo de sí mismo: elija otro." in text(response)

    def test_an_error_beside_a_field(self, spanish, english):
        wrong = {"stated": "FY23", "text": ""}
        page = text(spanish.post(reverse("admin:claims_claim_add"), rows_of(spanish) | wrong))
        assert "Este campo es requerido." in page
        assert "«FY23» no es una fecha: escriba 2017-02-23 para un día" in page
        page = text(english.post(reverse("admin:claims_claim_add"), rows_of(english) | wrong))
        assert "This field is required." in page
        assert "&#x27;FY23&#x27; is no date: write 2017-02-23 for a day" in page

    def test_a_rule_of_the_database(self, spanish):
        claim, sent = factories.ClaimFactory(), {"basis": "unnamed", "position": 0}
        found = errors(spanish.post(url(Claimant, "add"), sent | {"claim": claim.pk}))
        rule = "Un declarante no identificado tiene una descripción, como la da la fuente, y ninguna persona"
        assert found == [f"{rule} u organización."]

    def test_bulk(self, spanish):
        ids = [ready().pk, ready().pk, factories.ClaimFactory(text="The draft.").pk]
        sent = {"action": "publish_selected", "_selected_action": ids}
        asked = text(spanish.post(LIST, sent | {"index": 0}))
        assert "Publicar: 3 afirmaciones" in asked
        assert said(spanish.post(LIST, sent | {"confirmed": "yes"})) == [
            "2 afirmaciones publicadas.",
            "Omitidas: 1. Esta afirmación está en estado «borrador»: solo una en estado «en revisión» puede ser"
            " publicada. “The draft.”",
        ]
        assert {entry.change_message for entry in LogEntry.objects.all()} == {"Publish, with others."}

    def test_what_others_changed_is_told_in_spanish(self, spanish, english):
        citation = factories.CitationFactory(claim__created_by=factories.UserFactory())
        citation.note = "[sic]"
        citation.save()
        assert "Cita: cambio" in text(spanish.get("/admin/"))
        assert "Citation changed" in text(english.get("/admin/"))

    def test_a_page_saved_untouched_changes_nothing(self, spanish):
        """Dates, times and numbers are written in Spanish, and read so."""
        now = timezone.now()
        claim = factories.ClaimFactory(embargo_until=now, stated="2017-02-23", stated_basis="printed")
        factories.QuantityFactory(claim=claim, value="2.75", significant_figures=3)
        factories.ReviewFactory(claim=claim, reviewed_on=now.date())
        page = url(Claim, "change", claim.pk)
        response = spanish.post(page, form_data(spanish.get(page)))
        assert response.status_code == 302, errors(response)
        before = claim.version
        claim.refresh_from_db()
        assert claim.version == before

    @pytest.mark.parametrize("page", ["auth_group_add", "factbase_user_change"])
    def test_permissions_are_chosen_in_words(self, spanish, english, page):
        args = [factories.UserFactory(password="!").pk] if page.endswith("change") else []
        page = reverse(f"admin:{page}", args=args)
        one, other = text(spanish.get(page)), text(english.get(page))
        assert "Afirmaciones | afirmación | Puede añadir afirmación" in one
        assert "Afirmaciones | afirmación | Puede publicar una afirmación" in one
        assert "Claims | claim | Can add claim" in other
        assert "Claims | claim | Can publish a claim" in other

    def test_columns_of_a_spreadsheet_stay_as_they_are(self, spanish, english):
        page = reverse("admin:claims_claim_import_template", args=["csv"])
        one, other = spanish.get(page), english.get(page)
        assert one.content == other.content
        assert one["Content-Disposition"] == other["Content-Disposition"]
        assert "Solo dígitos, con punto antes de los decimales" in text(
            spanish.get(reverse("admin:claims_claim_import"))
        )

    @pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
    def test_no_page_shows_a_text_that_has_its_spanish(self, spanish, everything, model):
        pages = [
            url(model, "changelist"),
            f"{url(model, 'changelist')}?q=x",
            url(model, "history", everything[model].pk),
        ]
        pages.append(url(model, "change", everything[model].pk))
        request = spanish.get("/admin/").wsgi_request
        if admin.site.get_model_admin(model).has_add_permission(request):
            pages.append(url(model, "add"))
        for page in pages:
            assert ENGLISH & shown(spanish.get(page)) == set(), page


def rows_of(client):
    """The claim's page as a browser sends it, empty."""
    return form_data(client.get(reverse("admin:claims_claim_add")))


class Texts(HTMLParser):
    """What a page shows, and what a screen reader says of it."""

    def __init__(self):
        super().__init__()
        self.inside, self.found = "", set()

    def handle_starttag(self, tag, attributes):
        self.inside = tag
        said_of_it = {dict(attributes).get(name) for name in ("title", "placeholder", "aria-label", "alt")}
        self.found |= said_of_it - {None}

    def handle_data(self, data):
        if self.inside not in ("script", "style"):
            self.found.add(re.sub(r"\s+", " ", data).strip())


def shown(response):
    parser = Texts()
    parser.feed(response.content.decode())
    return parser.found


def english_texts():
    """Texts that are other in Spanish, as written and with a capital."""
    found = set()
    for message in catalogue.read():
        ids, strings = ([text] if isinstance(text, str) else text for text in (message.id, message.string))
        found |= {text for text in ids if text and text not in strings}
    return found | {text[0].upper() + text[1:] for text in found}


# Words that Spanish has too, names of Material's symbols, and of models in the memories of merging.
ENGLISH = english_texts() - {
    "No",
    "Error",
    "link",
    "description",
    "label",
    "language",
    "source",
    "topic",
    "help",
    "key",
    "speaker",
    "claim",
}


class TestApi:
    def test_speaks_english_to_everyone(self, spanish):
        spanish.get("/admin/")  # The thread was Spanish a moment ago.
        assert get_language() == "en"
        response = spanish.get("/api/v1/claims/?value=many", headers={"accept-language": "es"})
        assert response.status_code == 400
        assert "Content-Language" not in response
        wrong = spanish.get("/api/v1/claims/?stated_after=FY23", headers={"accept-language": "es"}).json()
        assert "is no date: write 2017-02-23 for a day" in str(wrong)
        assert "not found" in str(spanish.get("/api/v1/topics/none/", headers={"accept-language": "es"}).json()).lower()

    def test_schema_is_english(self, spanish):
        spanish.get("/admin/")
        schema = text(spanish.get("/api/v1/schema/", headers={"accept-language": "es"}))
        assert "In review" in schema
        assert "afirmación" not in schema


class TestSignIn:
    @pytest.mark.parametrize(
        ("accepted", "language", "words"),
        [
            pytest.param("es-MX,es;q=0.9,en;q=0.8", "es", "Iniciar sesión", id="spanish"),
            pytest.param("en-GB,en;q=0.9,es;q=0.8", "en", "Log in", id="english"),
            pytest.param("de,fr;q=0.9", "en", "Log in", id="neither"),
        ],
    )
    def test_speaks_the_browsers_language(self, client, accepted, language, words):
        response = client.get(reverse("admin:login"), headers={"accept-language": accepted})
        assert f'<html lang="{language}"' in text(response)
        assert words in text(response)
        assert response["Content-Language"] == language
        assert "Accept-Language" in response["Vary"]

    def test_a_wrong_password_is_said_in_it(self, client):
        sent = {"username": "nobody", "password": "wrong"}
        response = client.post(reverse("admin:login"), sent, headers={"accept-language": "es"})
        assert "Por favor introduzca" in text(response)


class TestChoice:
    def choose(self, client, language, **headers):
        return client.post(reverse("set_language"), {"language": language}, headers=headers)

    def test_is_the_accounts_own_for_good_and_in_its_history(self, client):
        user = factories.UserFactory(is_staff=True)
        client.force_login(user)
        response = self.choose(client, "es", referer=f"http://testserver{reverse('admin:password_change')}")
        assert response["Location"] == f"http://testserver{reverse('admin:password_change')}"
        user.refresh_from_db()
        assert user.language == "es"
        event = User.pgh_event_model.objects.get(pgh_obj=user)
        assert (event.language, event.pgh_context["user"]) == ("en", str(user.pk))
        client.logout()
        client.force_login(user)
        assert '<html lang="es"' in text(client.get("/admin/"))

    def test_is_offered_in_the_accounts_menu(self, client):
        client.force_login(factories.UserFactory(is_staff=True))
        page = text(client.get("/admin/"))
        assert f'action="{reverse("set_language")}"' in page
        assert "español" in page

    def test_is_made_by_post_alone(self, client):
        user = factories.UserFactory(is_staff=True)
        client.force_login(user)
        response = client.get(reverse("set_language"), {"language": "es"})
        assert response["Location"] == "/admin/"
        user.refresh_from_db()
        assert user.language == "en"

    def test_of_an_unknown_language_changes_nothing_and_leads_nowhere_else(self, client):
        user = factories.UserFactory(is_staff=True)
        client.force_login(user)
        assert self.choose(client, "de", referer="https://elsewhere.example.org/")["Location"] == "/admin/"
        user.refresh_from_db()
        assert user.language == "en"

    def test_needs_an_account(self, client):
        assert self.choose(client, "es")["Location"].startswith(reverse("admin:login"))

    def test_an_administrator_sets_it_too(self, spanish):
        user = factories.UserFactory(password="!")
        page = url(User, "change", user.pk)
        response = spanish.post(page, form_data(spanish.get(page)) | {"language": "es"})
        assert response.status_code == 302, errors(response)
        user.refresh_from_db()
        assert user.language == "es"
