"""What PostgreSQL writes is what the serializers say: for every list and detail, key by key, in their order."""

import json
from datetime import UTC

import pghistory
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework import serializers
from rest_framework.test import APIClient, APIRequestFactory

from claims import models
from claims.views import ClaimViewSet
from factbase.api.renderers import JSONRenderer
from factbase.api.views import RecordViewSet
from factbase.sqljson import json_object
from factbase.urls import router
from sources.models import Source
from tests import factories
from tests.claims.test_api import full_claim

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims/"
VIEWS = {prefix: view for prefix, view, _ in router.registry if issubclass(view, RecordViewSet)}


def by_serializer(view, user) -> dict:
    """Every record as its serializer writes it for `user`, in the order of ids: {id: JSON}."""
    request = APIRequestFactory().get("/api/v1/")
    request.user = user
    rows = view.shown_to(user).filter(pk__in=view.queryset.visible_to(user).values("pk"))
    data = view.serializer_class(rows, many=True, context={"request": request}).data
    return {row["id"]: ordered(json.loads(JSONRenderer().render(data=row))) for row in data}


def ordered(value):
    """A value in which the order of keys counts."""
    if isinstance(value, dict):
        return [(key, ordered(item)) for key, item in value.items()]
    return [ordered(item) for item in value] if isinstance(value, list) else value


def by_sql(prefix, user) -> dict:
    client = APIClient()
    if user.is_authenticated:
        client.force_authenticate(user)
    url, rows = f"/api/v1/{prefix}/?page_size=100", []
    while url:
        body = client.get(url).json()
        rows += body["results"]
        url = body["next"]
    for row in rows:
        answer = client.get(row["url"])
        assert ordered(answer.json()) == ordered(row)
    return {row["id"]: ordered(row) for row in rows}


def assert_equal_forms(user):
    for prefix, view in VIEWS.items():
        assert by_sql(prefix, user) == by_serializer(view, user), prefix


# Words that JSON, SQL and HTML have to take care with, and any others that a database can hold.
WORDS = st.one_of(
    st.sampled_from(
        ['"', "\\", "\\u0000", "%s", "{}", "'; --", "\t\n\r", "\u2028\u2029", "</script>", "ñ Ó 💬", "=1+1"]
    ),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=40),
)
TEXTS = WORDS.filter(lambda text: text.strip())
DAYS = st.sampled_from([None, "2017-02-23", "2018-12", "2018", "2012-12-01/..", "../2017-03-19", "0001-01-01", "9998"])
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)
TIMES = st.datetimes(timezones=st.just(UTC))


@st.composite
def claims(draw):
    """A claim with any of its parts, and what they rest on."""
    stated = draw(DAYS)
    claim = factories.ClaimFactory(
        text=draw(TEXTS),
        occasion=draw(WORDS),
        stated=stated,
        stated_as_written=draw(WORDS),
        stated_basis="printed" if stated else "",
        proposition=draw(st.sampled_from([None, 1])) and factories.PropositionFactory(text=draw(TEXTS)),
        status="published",
        published_by=factories.UserFactory(),
        published_at=draw(TIMES),
    )
    speaker = factories.OrganizationFactory(name=draw(TEXTS), aliases=draw(st.lists(TEXTS, max_size=2)))
    organization = draw(st.sampled_from([None, speaker]))
    role = factories.RoleFactory(organization=organization, title=draw(TEXTS), held=draw(DAYS))
    factories.ClaimantFactory(claim=claim, speaker=role.speaker, role=draw(st.sampled_from([None, role])))
    for position in range(1, draw(st.integers(1, 3))):
        factories.ClaimantFactory(claim=claim, speaker=None, basis="unnamed", label=draw(TEXTS), position=position)
    for _ in range(draw(st.integers(0, 2))):
        models.ClaimTopic.objects.create(claim=claim, topic=factories.TopicFactory(name=draw(TEXTS)))
        models.ClaimSubject.objects.create(claim=claim, speaker=factories.SpeakerFactory(name=draw(TEXTS)))
        period, indicator = draw(DAYS), draw(st.sampled_from([None, 1])) and factories.IndicatorFactory()
        factories.QuantityFactory(
            claim=claim,
            as_written=draw(TEXTS),
            value=draw(NUMBERS),
            comparator=draw(st.sampled_from(["equal", "about", "more_than", "at_most"])),
            significant_figures=draw(st.integers(1, 15)),
            indicator=indicator,
            indicator_match="exact" if indicator else "",
            period=period,
            period_label=draw(WORDS),
        )
    for position in range(draw(st.integers(1, 2))):
        publisher = draw(st.sampled_from([None, 1])) and factories.PublisherFactory(homepage="https://www.example.org/")
        source = factories.SourceFactory(
            title=draw(TEXTS),
            publisher=publisher,
            published=draw(DAYS),
            authors=draw(st.lists(TEXTS, max_size=2)),
            translation_of=draw(st.sampled_from([None, Source.objects.first()])),
        )
        factories.NoticeFactory(
            source=source, summary=draw(WORDS), dated_on=draw(st.sampled_from([None, "2017-03-01"]))
        )
        snapshot = draw(st.sampled_from([None, 1])) and factories.SnapshotFactory(
            source=source, retrieved_at=draw(TIMES)
        )
        citation = factories.CitationFactory(
            claim=claim, source=source, snapshot=snapshot, quote=draw(TEXTS), position=position, is_lead=not position
        )
        factories.AttributionFactory(citation=citation, verb=draw(WORDS))
        factories.AttributionFactory(citation=citation, speaker=None, label=draw(TEXTS), position=1)
        public = factories.published() if draw(st.booleans()) else {}
        factories.ReviewFactory(claim=claim, source=draw(st.sampled_from([None, source])), label=draw(WORDS), **public)
    factories.TranslationFactory(claim=claim, text=draw(TEXTS))
    for other in models.Claim.objects.exclude(pk=claim.pk)[:2]:
        factories.ClaimLinkFactory(from_claim=claim, to_claim=other)
        factories.ClaimLinkFactory(from_claim=other, to_claim=claim, kind="answers")
    return claim


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_both_forms_are_equal(data):
    with transaction.atomic():
        factories.ClaimLinkFactory(to_claim=factories.published_claim())  # A link from a draft.
        for _ in range(3):
            data.draw(claims())
        assert_equal_forms(AnonymousUser())
        transaction.set_rollback(True)


def test_they_are_equal_for_accounts_too():
    author, editor = factories.UserFactory(), factories.UserFactory(is_superuser=True)
    claim, other = full_claim(), factories.ClaimFactory()
    with pghistory.context(user=str(author.pk)):  # which lasts as long as the transaction
        draft = factories.ClaimFactory()
    factories.CitationFactory(claim=draft, source=factories.SourceFactory(translation_of=factories.SourceFactory()))
    factories.ClaimLinkFactory(from_claim=claim, to_claim=draft)
    factories.ClaimLinkFactory(from_claim=other, to_claim=claim)
    factories.ReviewFactory(claim=claim)
    for user in (AnonymousUser(), author, editor):
        assert_equal_forms(user)
    assert [len(by_sql("claims", user)) for user in (AnonymousUser(), author, editor)] == [2, 3, 4]


def test_what_is_not_public_is_null_within_what_is(api):
    hidden = factories.OrganizationFactory()
    role = factories.RoleFactory(organization=hidden)
    factories.ClaimantFactory(claim=factories.published_claim(), speaker=role.speaker, position=1)
    body = api.get(f"/api/v1/speakers/{role.speaker.slug}/").json()
    assert body["roles"] == [{"title": role.title, "organization": None, "held": None}]


def fields_of(serializer):
    """Every field of the tree under a serializer."""
    for field in getattr(serializer, "child", serializer).fields.values():
        yield field
        if isinstance(field, serializers.BaseSerializer):
            yield from fields_of(field)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_field_has_a_form_in_sql(view):
    serializer = view.serializer_class(context={"base": "http://testserver"})
    json_object(serializer, view.shown_to(None))
    assert not [f for f in fields_of(serializer) if isinstance(f, serializers.SerializerMethodField)]


def test_a_field_without_one_is_refused_by_name():
    class Odd(serializers.ModelSerializer):
        odd = serializers.SerializerMethodField()

        class Meta:
            model = models.Claim
            fields = ["odd"]

    with pytest.raises(TypeError, match="'odd' of Odd is a SerializerMethodField.*give it a method to_sql"):
        json_object(Odd(), models.Claim.objects.all())


def test_addresses_are_those_of_the_host_that_was_asked(api, settings):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    claim = factories.published_claim()
    for host in ("a.example", "b.example:8080", "a.example"):
        [found] = api.get(CLAIMS, headers={"host": host}).json()["results"]
        assert found["url"] == f"http://{host}{CLAIMS}{claim.pk}/"


def test_a_page_is_one_query_and_detail_too(api):
    """Besides the one that counts the request and tells whether anything changed."""
    claim = full_claim()
    for address in (CLAIMS, f"{CLAIMS}{claim.pk}/"):
        with CaptureQueriesContext(connection) as queries:
            assert api.get(address).status_code == 200
        assert len(queries) == 2


def test_the_page_is_prepared(api):
    factories.published_claim()
    for _ in range(2):
        api.get(f"{CLAIMS}?page_size=17")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%LIMIT 18%'")
        assert cursor.fetchone() == (1,)


def test_what_the_public_sees_is_put_together_once(api, monkeypatch):
    factories.published_claim()
    api.get(CLAIMS)
    monkeypatch.setattr(ClaimViewSet, "json_for", None)
    assert api.get(CLAIMS).status_code == 200
