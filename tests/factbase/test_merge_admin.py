"""The page that merges two records, and the old pages that lead to the survivor."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from claims.models import Claim, ClaimTopic, Speaker, Topic
from factbase.models import Distinct, Redirect
from sources.models import Source
from tests import factories
from tests.factbase.test_admin import desk, said, url

__all__ = ["desk"]
FACTORIES = {
    Speaker: factories.SpeakerFactory,
    Topic: factories.TopicFactory,
    Source: factories.SourceFactory,
    Claim: factories.ClaimFactory,
}
each_kind = pytest.mark.parametrize("model", FACTORIES, ids=lambda model: model.__name__)


@pytest.fixture
def pair(desk, request):
    """Two speakers, of whom a claim names the second."""
    ours, theirs = factories.SpeakerFactory(name="Ana Gómez"), factories.SpeakerFactory(name="A. Gómez", country="MX")
    factories.ClaimantFactory(speaker=theirs)
    return ours, theirs


@pytest.fixture
def account(client, db):
    """Sign in as an account with these rights alone."""

    def sign_in(*rights):
        user = factories.UserFactory(is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(user)
        return client

    return sign_in


def confirm(desk, this, other, keep="this"):
    """Look at the page, and press its button."""
    page = url(type(this), "merge", this.pk)
    shown = desk.get(page, {"other": other.pk, "keep": keep})
    data = {name: shown.context[name] for name in ("keep", "seen")}
    return desk.post(page, data | {"other": other.pk})


@each_kind
def test_every_kind_is_chosen_compared_and_merged(desk, model):
    this, other = FACTORIES[model](), FACTORIES[model]()
    assert "Merge…" in desk.get(url(model, "change", this.pk)).content.decode()
    page = url(model, "merge", this.pk)
    assert "survivor" not in desk.get(page).context
    response = desk.get(page, {"other": other.pk})
    assert (response.context["survivor"], response.context["merged"]) == (this, other)
    assert model.objects.count() == 2, "looking changes nothing"
    response = confirm(desk, this, other)
    assert response["Location"] == url(model, "change", this.pk)
    assert "its old addresses lead here" in said(response)[0]
    assert model.objects.get() == this


@each_kind
def test_only_with_the_right(account, model):
    this, other = FACTORIES[model](), FACTORIES[model]()
    name = model._meta.model_name
    client = account(f"view_{name}", f"change_{name}", "change_any_claim")
    assert "Merge…" not in client.get(url(model, "change", this.pk)).content.decode()
    page = url(model, "merge", this.pk)
    assert client.get(page).status_code == 403
    assert client.post(page, {"other": other.pk}).status_code == 403
    assert model.objects.count() == 2


@each_kind
def test_old_page_leads_to_the_survivors_for_good(desk, model):
    a, b, c = (FACTORIES[model]() for _ in range(3))
    old = url(model, "change", a.pk)
    confirm(desk, b, a)
    confirm(desk, c, b)
    response = desk.get(old)
    assert (response.status_code, response["Location"]) == (301, url(model, "change", c.pk))
    response = desk.get(url(model, "merge", a.pk))
    assert (response.status_code, response["Location"]) == (301, url(model, "change", c.pk))


def test_what_is_sent_to_an_old_page_is_not_lost_silently(desk, pair):
    ours, theirs = pair
    old = url(Speaker, "change", theirs.pk)
    confirm(desk, ours, theirs)
    assert "what you sent was not saved" in said(desk.post(old, {"name": "New"}))[-1]


def test_what_never_was_is_still_told(desk):
    response = desk.get(url(Speaker, "change", factories.TopicFactory().pk))
    assert response["Location"] == reverse("admin:index")


def test_page_shows_both_sides_and_what_will_move(desk, pair):
    ours, theirs = pair
    topic_claim = factories.ClaimFactory(text="A claim about them both.")
    response = desk.get(url(Speaker, "merge", ours.pk), {"other": theirs.pk})
    rows = {row.name: row for row in response.context["fields"]}
    assert (rows["Name"].ours, rows["Name"].theirs, rows["Name"].becomes) == ("Ana Gómez", "A. Gómez", None)
    assert (rows["Country"].ours, rows["Country"].becomes) == ("", "MX")
    assert rows["Aliases"].becomes == "A. Gómez"
    assert response.context["moved"] == "1 claimant"
    assert str(Claim.objects.exclude(pk=topic_claim.pk).get()) in response.content.decode()


def test_page_says_what_is_dropped(desk):
    ours, theirs = factories.TopicFactory(), factories.TopicFactory()
    claim = factories.ClaimFactory(text="About both.")
    for topic in (ours, theirs):
        ClaimTopic.objects.create(claim=claim, topic=topic)
    response = desk.get(url(Topic, "merge", ours.pk), {"other": theirs.pk})
    assert response.context["dropped"] == "1 claim topic"
    assert [part.folds() for part in response.context["parts"]] == [["About both."]]
    assert "Dropped, as the same was here: 1 claim topic." in said(confirm(desk, ours, theirs))[0]


def test_swap_keeps_the_other(desk, pair):
    ours, theirs = pair
    page = url(Speaker, "merge", ours.pk)
    swapped = desk.get(page + desk.get(page, {"other": theirs.pk}).context["swap_address"])
    assert (swapped.context["survivor"], swapped.context["merged"]) == (theirs, ours)
    response = confirm(desk, ours, theirs, keep="other")
    assert response["Location"] == url(Speaker, "change", theirs.pk)
    assert Speaker.objects.get() == theirs


def test_refusal_is_shown_without_a_button(desk):
    person, organization = factories.SpeakerFactory(), factories.OrganizationFactory()
    page = url(Speaker, "merge", person.pk)
    response = desk.get(page, {"other": organization.pk})
    assert "give the person a role" in response.content.decode()
    assert b'method="post"' not in response.content.split(b"Both sides")[1]
    response = confirm(desk, person, organization)
    assert "give the person a role" in said(response)[0]
    assert Speaker.objects.count() == 2


def test_itself(desk, pair):
    response = desk.get(url(Speaker, "merge", pair[0].pk), {"other": pair[0].pk})
    assert "not merged with itself" in response.content.decode()
    confirm(desk, pair[0], pair[0])
    assert Speaker.objects.count() == 2


@pytest.mark.parametrize("other", ["", "nonsense", "01a2015c-d9d4-7664-aa0e-d11ef93069ba"])
def test_no_such_other(desk, pair, other):
    page = url(Speaker, "merge", pair[0].pk)
    for response in (desk.get(page, {"other": other}), desk.post(page, {"other": other})):
        assert response.status_code == 200
        assert response.context["form"].errors["other"]
    assert Speaker.objects.count() == 2


def test_changed_meanwhile_is_shown_again(desk, pair):
    ours, theirs = pair
    page = url(Speaker, "merge", ours.pk)
    data = {"other": theirs.pk, "keep": "this", "seen": f"{ours.pk} {ours.version} {theirs.pk} 0"}
    response = desk.post(page, data)
    assert "look again" in said(response)[0]
    assert Speaker.objects.count() == 2


def test_second_click_leads_to_the_survivor(desk, pair):
    ours, theirs = pair
    page = url(Speaker, "merge", theirs.pk)
    data = {"other": ours.pk, "keep": "other"}
    data["seen"] = desk.get(page, data).context["seen"]
    assert desk.post(page, data).status_code == 302
    assert desk.post(page, data)["Location"] == url(Speaker, "change", ours.pk)


def test_distinct_pair_is_told(desk, pair, editor):
    a, b = sorted(speaker.pk for speaker in pair)
    Distinct.objects.create(kind="speaker", a=a, b=b)
    response = desk.get(url(Speaker, "merge", pair[0].pk), {"other": pair[1].pk})
    assert "marked as not the same" in response.context["warnings"][0]


def test_merge_is_in_the_admins_log(desk, pair):
    ours, theirs = pair
    confirm(desk, ours, theirs)
    history = desk.get(url(Speaker, "history", ours.pk))
    assert f"Its id was {theirs.pk}." in history.content.decode()
    assert Redirect.objects.get(key=str(theirs.pk)).created_via == "admin"


def test_long_lists_cost_no_more(desk, pair, django_assert_max_num_queries):
    ours, theirs = pair
    page = url(Speaker, "merge", ours.pk)
    desk.get(page, {"other": theirs.pk})
    with django_assert_max_num_queries(40) as few:
        desk.get(page, {"other": theirs.pk})
    count = len(few)
    for _ in range(10):
        factories.ClaimantFactory(speaker=theirs)
    with django_assert_max_num_queries(count):
        content = desk.get(page, {"other": theirs.pk}).content.decode()
    assert "11 will move" in content
    assert "and 6 more" in content
