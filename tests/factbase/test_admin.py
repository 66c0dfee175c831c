"""What holds on every page of the admin."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.forms.models import ModelChoiceField
from django.urls import reverse

from claims.models import (
    AnchorCheck,
    Change,
    Citation,
    Claim,
    ClaimSearch,
    ClaimSubject,
    ClaimTopic,
    Dismissal,
    ReviewEvidence,
    Role,
    Topic,
)
from factbase.api.tokens import make_token
from factbase.models import Distinct, Idempotency, Rate, Redirect, User, Write
from sources.models import Publisher
from tests import factories

# Written by the machine, or memories that say who and when themselves.
UNRECORDED = (AnchorCheck, Change, ClaimSearch, Dismissal, Idempotency, Rate, Write)
MODELS = [
    model
    for app in ("factbase", "sources", "claims")
    for model in apps.get_app_config(app).get_models()
    if not hasattr(model, "pgh_tracked_model") and model not in UNRECORDED
]


def url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def form_data(response):
    """What a browser would send if nothing were typed on this page."""
    forms = [response.context["adminform"].form]
    for rows in response.context["inline_admin_formsets"]:
        forms += [rows.formset.management_form, *rows.formset.forms]
    data = {}
    for form in forms:
        for box in form:
            value = box.value()
            widget = box.field.widget
            if hasattr(widget, "decompress"):
                parts = widget.decompress(value) if value else [None] * len(widget.widgets)
                named = zip(widget.widgets_names, widget.widgets, parts, strict=True)
                data |= {box.html_name + name: part.format_value(v) or "" for name, part, v in named}
            elif value is True:
                data[box.html_name] = "on"
            elif value is not None and value is not False:
                # Browsers send the ends of lines as CRLF.
                data[box.html_name] = value if isinstance(value, list) else str(value).replace("\n", "\r\n")
    return data


def errors(response):
    """Every error that the page shows."""
    form = response.context["adminform"].form
    found = [str(error) for messages in form.errors.values() for error in messages]
    for rows in response.context["inline_admin_formsets"]:
        found += [str(error) for error in rows.formset.non_form_errors()]
        found += [str(error) for form in rows.formset.forms for messages in form.errors.values() for error in messages]
    return found


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def everything(db):
    """One record of every model."""
    claim, citation, review = factories.ClaimFactory(), factories.CitationFactory(), factories.ReviewFactory()
    speaker, topic = factories.RoleFactory().speaker, factories.TopicFactory()
    made = [
        factories.UserFactory(username="someone"),
        Redirect.objects.create(kind="speaker", key="old", target=speaker.pk),
        Distinct.objects.create(kind="claim", **dict(zip("ab", sorted([claim.pk, citation.claim.pk]), strict=True))),
        factories.PublisherFactory(),
        factories.SourceFactory(),
        factories.SnapshotFactory(),
        factories.NoticeFactory(),
        speaker,
        Role.objects.get(),
        topic,
        factories.IndicatorFactory(),
        factories.PropositionFactory(),
        claim,
        factories.ClaimantFactory(),
        ClaimTopic.objects.create(claim=claim, topic=topic),
        ClaimSubject.objects.create(claim=claim, speaker=speaker),
        factories.TranslationFactory(),
        factories.NoteFactory(),
        factories.QuantityFactory(),
        citation,
        factories.AttributionFactory(),
        review,
        ReviewEvidence.objects.create(review=review, citation=citation),
        factories.ClaimLinkFactory(),
        make_token(factories.UserFactory(), name="laptop", days=1)[0],
    ]
    return {type(record): record for record in made}


@pytest.mark.parametrize("model", [*MODELS, Group], ids=lambda model: model.__name__)
def test_every_model_is_registered_with_unfold(model):
    from unfold.admin import ModelAdmin

    assert isinstance(admin.site.get_model_admin(model), ModelAdmin)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_foreign_key_is_chosen_by_autocomplete(model, rf, editor):
    request = rf.get("/")
    request.user = editor
    model_admin = admin.site.get_model_admin(model)
    forms = [(model, model_admin.get_form(request))]
    for inline in model_admin.get_inline_instances(request):
        forms.append((inline.model, inline.get_formset(request).form))
    for of, form in forms:
        for name, field in form.base_fields.items():
            if type(field) is ModelChoiceField:
                assert isinstance(getattr(field.widget, "widget", field.widget), AutocompleteSelect), f"{of} {name}"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_page_opens(model, desk, everything):
    record = everything[model]
    pages = [url(model, "changelist"), url(model, "change", record.pk), url(model, "history", record.pk)]
    pages.append(f"{url(model, 'changelist')}?q=x")
    if admin.site.get_model_admin(model).has_delete_permission(desk.get("/admin/").wsgi_request, record):
        pages.append(url(model, "delete", record.pk))
    if model not in (Redirect, Distinct):
        pages.append(url(model, "add"))
    for page in pages:
        assert desk.get(page).status_code == 200, page


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_saving_a_page_untouched_changes_nothing(model, desk, everything):
    record = everything[model]
    if not admin.site.get_model_admin(model).has_change_permission(desk.get("/admin/").wsgi_request, record):
        pytest.skip("this model is not changed in the admin")
    page = url(model, "change", record.pk)
    response = desk.post(page, form_data(desk.get(page)))
    assert response.status_code == 302, errors(response)
    before = record.version
    record.refresh_from_db()
    assert record.version == before


def test_the_record_shows_who_made_it_and_how(desk):
    topic = factories.TopicFactory()
    page = desk.get(url(Topic, "change", topic.pk))
    fields = [
        str(field.field["name"])
        for line in page.context["adminform"]
        for row in line
        for field in row
        if field.is_readonly
    ]
    assert fields == ["created_at", "created_by", "created_via", "updated_at", "version"]


def test_what_is_made_here_names_its_account_and_door(desk, editor):
    desk.post(url(Topic, "add"), {"name": "Migration"})
    topic = Topic.objects.get()
    assert (topic.created_by, topic.created_via) == (editor, "admin")


def test_a_rule_of_the_database_is_said_on_the_form_and_nothing_typed_is_lost(desk):
    """A topic below itself: only a trigger sees it."""
    parent = factories.TopicFactory(name="Migration")
    child = factories.TopicFactory(parent=parent)
    data = {"name": "Renamed", "parent": child.pk, "slug": parent.slug}
    response = desk.post(url(Topic, "change", parent.pk), data)
    [error] = errors(response)
    assert error.startswith("'Renamed' cannot stand below itself: choose another")
    assert response.context["adminform"].form["name"].value() == "Renamed"
    parent.refresh_from_db()
    assert parent.name == "Migration"


def test_a_rule_that_waits_for_the_commit_is_said_too(desk, at_commit):
    claimant = factories.ClaimantFactory()
    role = factories.RoleFactory(speaker=claimant.speaker)
    claimant.role = role
    claimant.save()
    at_commit()
    data = {"speaker": factories.SpeakerFactory().pk, "title": "Minister"}
    response = desk.post(url(Role, "change", role.pk), data)
    [error] = errors(response)
    assert error.startswith("'Minister' is the role of a claimant who is another speaker")


def test_deleting_what_a_rule_keeps_is_refused_in_words(desk):
    claim = factories.published_claim()
    citation = Citation.objects.get()
    response = desk.post(url(Citation, "delete", citation.pk), {"post": "yes"})
    assert said(response) == ["A published claim needs a citation that states it: add one."]
    response = desk.post(
        url(Citation, "changelist"), {"action": "delete_selected", "_selected_action": [citation.pk], "post": "yes"}
    )
    assert said(response)[-1] == "A published claim needs a citation that states it: add one."
    assert claim.citations.count() == 1


def test_deleting_what_others_need_is_refused(desk):
    publisher = factories.SourceFactory(publisher=factories.PublisherFactory()).publisher
    assert b"protected" in desk.post(url(Publisher, "delete", publisher.pk), {"post": "yes"}).content
    assert Publisher.objects.exists()


def test_accounts_are_made_and_changed(desk):
    password = "correct horse battery"  # noqa: S105
    data = {"username": "ana", "usable_password": "true", "password1": password, "password2": password}
    assert desk.post(url(User, "add"), data).status_code == 302
    ana = User.objects.get(username="ana")
    assert ana.check_password(password)
    response = desk.post(url(User, "add"), data)
    assert "already exists" in errors(response)[0]
    assert desk.get(reverse("admin:auth_user_password_change", args=[ana.pk])).status_code == 200


def test_the_sidebar_shows_what_the_account_may_see(client, desk):
    assert "Propositions" in desk.get("/admin/").content.decode()
    client.force_login(factories.UserFactory(is_staff=True))
    assert "Propositions" not in client.get("/admin/").content.decode()


def test_nothing_is_fetched_from_elsewhere(desk):
    import re

    page = desk.get(url(Claim, "add")).content.decode()
    assert not re.findall(r'(?:src|href)="(?:https?:)?//[^"]*', page)
