"""Speakers, topics, indicators and propositions over REST."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import ClaimTopic
from tests.factories import (
    IndicatorFactory,
    OrganizationFactory,
    PropositionFactory,
    QuantityFactory,
    RoleFactory,
    SpeakerFactory,
    TopicFactory,
    published_claim,
)

pytestmark = pytest.mark.django_db
API = "/api/v1/"


def test_a_speaker_with_roles(api):
    ministry = OrganizationFactory(name="Ministry", parent=OrganizationFactory(name="Government"))
    speaker = SpeakerFactory(name="Luis Videgaray", aliases=["Videgaray"], country="MX", wikidata_id="Q4115068")
    claim = published_claim(speaker=speaker)
    claim.claimants.update(role=RoleFactory(speaker=speaker, organization=ministry, held="2017-01-04/2018-11-30"))
    RoleFactory(speaker=speaker, title="Adviser", organization=OrganizationFactory(name="Not public"))
    body = api.get(f"{API}speakers/luis-videgaray/").json()
    assert body["aliases"] == ["Videgaray"]
    assert body["roles"] == [
        {
            "title": "Secretary",
            "organization": {"slug": "ministry", "name": "Ministry"},
            "held": {"from": "2017-01-04", "to": "2018-11-30"},
        },
        {"title": "Adviser", "organization": None, "held": None},
    ]
    assert api.get(f"{API}speakers/ministry/").json()["parent"] == {"slug": "government", "name": "Government"}
    assert api.get(f"{API}speakers/government/").status_code == 200
    assert api.get(f"{API}speakers/not-public/").status_code == 404


def test_speakers_by_name_kind_country_and_parent(api):
    government = OrganizationFactory(slug="government")
    published_claim(speaker=OrganizationFactory(slug="ministry", parent=government))
    published_claim(speaker=SpeakerFactory(name="Andrés López", slug="lopez", country="MX"))
    for query, slugs in (
        ("q=andres lopez", ["lopez"]),
        ("q=LÓPEZ andr", ["lopez"]),
        ("q=andres lopez obrador", []),
        ("kind=organization", ["government", "ministry"]),
        ("country=MX", ["lopez"]),
        ("parent=government", ["ministry"]),
    ):
        results = api.get(f"{API}speakers/?{query}").json()["results"]
        assert [speaker["slug"] for speaker in results] == slugs, query


def test_ten_speakers_cost_as_many_queries_as_one(api):
    def add():
        speaker = SpeakerFactory()
        role = RoleFactory(speaker=speaker, organization=OrganizationFactory(parent=OrganizationFactory()))
        published_claim(speaker=speaker).claimants.update(role=role)

    add()
    with CaptureQueriesContext(connection) as few:
        assert len(api.get(f"{API}speakers/").json()["results"]) == 3
    for _ in range(3):
        add()
    with CaptureQueriesContext(connection) as many:
        assert len(api.get(f"{API}speakers/").json()["results"]) == 12
    assert len(many) == len(few) == 2


def test_vocabulary(api):
    topic = TopicFactory(name="Deportation", parent=TopicFactory(name="Migration"))
    claim = published_claim(proposition=PropositionFactory(text="Mexico will go to the UN"))
    ClaimTopic.objects.create(claim=claim, topic=topic)
    QuantityFactory(claim=claim, indicator=IndicatorFactory(name="Encounters"), indicator_match="exact")
    assert api.get(f"{API}topics/deportation/").json()["parent"] == {"slug": "migration", "name": "Migration"}
    assert api.get(f"{API}indicators/encounters/").json()["unit"] == "encounters"
    assert api.get(f"{API}propositions/mexico-will-go-to-the-un/").json()["text"] == "Mexico will go to the UN"
    for query in (
        "topics/?q=migra",
        "topics/?parent=migration",
        "indicators/?unit=encounters",
        "propositions/?q=the un",
    ):
        assert len(api.get(f"{API}{query}").json()["results"]) == 1, query


@pytest.mark.parametrize(
    ("path", "make"),
    [
        pytest.param("topics", lambda: TopicFactory(slug="x"), id="topic"),
        pytest.param("indicators", lambda: IndicatorFactory(slug="x"), id="indicator"),
        pytest.param("propositions", lambda: PropositionFactory(slug="x"), id="proposition"),
        pytest.param("speakers", lambda: SpeakerFactory(slug="x"), id="speaker"),
    ],
)
def test_what_no_public_claim_uses_is_not_public(api, path, make):
    make()
    assert api.get(f"{API}{path}/x/").status_code == 404
    assert api.get(f"{API}{path}/").json()["results"] == []


def test_the_root_lists_what_there_is(api):
    names = ["changes", "claims", "indicators", "propositions", "publishers", "quantities", "sources", "speakers"]
    names += ["topics"]
    assert sorted(api.get(API).json()) == names
