"""Walks up and down a tree of three levels."""

import pytest

from claims.models import Speaker, Topic
from factbase.trees import Ancestors, Descendants
from tests.factories import OrganizationFactory, TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    """world > americas > (mexico, canada); world > asia; and another root."""
    world = TopicFactory(slug="world")
    americas = TopicFactory(slug="americas", parent=world)
    TopicFactory(slug="mexico", parent=americas)
    TopicFactory(slug="canada", parent=americas)
    TopicFactory(slug="asia", parent=world)
    TopicFactory(slug="sport")


def slugs(walk) -> set[str]:
    return set(Topic.objects.filter(pk__in=walk).values_list("slug", flat=True))


def topics(*names: str):
    return Topic.objects.filter(slug__in=names)


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("start", "found"),
    [
        pytest.param(["world"], {"world", "americas", "asia", "mexico", "canada"}, id="from the root"),
        pytest.param(["americas"], {"americas", "mexico", "canada"}, id="from the middle"),
        pytest.param(["mexico"], {"mexico"}, id="from a leaf"),
        pytest.param(["americas", "sport"], {"americas", "mexico", "canada", "sport"}, id="from two places"),
        pytest.param(["world", "mexico"], {"world", "americas", "asia", "mexico", "canada"}, id="one inside the other"),
        pytest.param([], set(), id="from nowhere"),
    ],
)
def test_descendants(start, found):
    assert slugs(Descendants(topics(*start))) == found


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("start", "found"),
    [
        pytest.param(["world"], {"world"}, id="from the root"),
        pytest.param(["americas"], {"americas", "world"}, id="from the middle"),
        pytest.param(["mexico"], {"mexico", "americas", "world"}, id="from a leaf"),
        pytest.param(["mexico", "asia"], {"mexico", "americas", "asia", "world"}, id="from two branches"),
        pytest.param([], set(), id="from nowhere"),
    ],
)
def test_ancestors(start, found):
    assert slugs(Ancestors(topics(*start))) == found


@pytest.mark.usefixtures("tree")
def test_a_walk_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(Topic.objects.filter(pk__in=Descendants(topics("world")))) == 5


def test_a_walk_along_speakers_and_a_sliced_start():
    ministry = OrganizationFactory(name="Ministry")
    agency = OrganizationFactory(name="Agency", parent=ministry)
    office = OrganizationFactory(name="Office", parent=agency)
    everyone = Speaker.objects.all()
    assert set(everyone.filter(pk__in=Ancestors(everyone.filter(pk=office.pk)))) == {office, agency, ministry}
    assert set(everyone.filter(pk__in=Descendants(everyone.filter(pk=agency.pk)))) == {agency, office}
