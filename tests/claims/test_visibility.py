"""Who sees what: decided by `visible_to`, and nothing of a draft leaks through what it is tied to."""

from datetime import timedelta

import pghistory
import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.utils import timezone

from claims.models import Citation, Claim, ClaimSubject, ClaimTopic, Indicator, Proposition, Review, Speaker, Topic
from factbase.models import User
from sources.models import Publisher, Source
from tests.factories import (
    AttributionFactory,
    CitationFactory,
    ClaimantFactory,
    ClaimFactory,
    ClaimLinkFactory,
    IndicatorFactory,
    OrganizationFactory,
    PropositionFactory,
    PublisherFactory,
    QuantityFactory,
    ReviewFactory,
    RoleFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
    UserFactory,
    published,
    published_claim,
)

pytestmark = pytest.mark.django_db

PUBLIC = [pytest.param(lambda: None, id="None"), pytest.param(AnonymousUser, id="anonymous")]
EVERY = [*PUBLIC, pytest.param(UserFactory, id="no rights")]


def curator(**fields) -> User:
    user = UserFactory(**fields)
    user.user_permissions.add(Permission.objects.get(codename="view_claim", content_type__app_label="claims"))
    return User.objects.get(pk=user.pk)


def withdrawn_claim() -> Claim:
    return ClaimFactory(status="withdrawn", withdrawn_kind="error", withdrawn_reason="Misread.", **published())


def embargoed(**delta) -> Claim:
    return published_claim(embargo_until=timezone.now() + timedelta(**delta))


CLAIMS = [
    pytest.param(published_claim, True, id="published"),
    pytest.param(lambda: embargoed(hours=-1), True, id="past its embargo"),
    pytest.param(lambda: embargoed(hours=1), False, id="under embargo"),
    pytest.param(ClaimFactory, False, id="draft"),
    pytest.param(lambda: ClaimFactory(status="in_review"), False, id="in review"),
    pytest.param(withdrawn_claim, False, id="withdrawn"),
]


@pytest.mark.parametrize("viewer", EVERY)
@pytest.mark.parametrize(("make", "public"), CLAIMS)
def test_claims_that_the_public_sees(make, public, viewer):
    claim = make()
    assert Claim.objects.visible_to(viewer()).filter(pk=claim.pk).exists() is public


@pytest.mark.parametrize(("make", "public"), CLAIMS)
def test_a_curator_sees_all_claims(make, public):
    claim = make()
    assert Claim.objects.visible_to(curator()).get() == claim


@pytest.mark.parametrize(("make", "public"), CLAIMS)
def test_an_account_sees_its_own_claims_in_any_state(make, public):
    author = UserFactory()
    with pghistory.context(user=str(author.pk)):
        claim = make()
    assert claim in Claim.objects.visible_to(author)
    assert (claim in Claim.objects.visible_to(UserFactory())) is public


def test_a_closed_account_has_no_more_than_the_public():
    ClaimFactory()
    assert not Claim.objects.visible_to(curator(is_active=False)).exists()


# What a claim rests on. Each makes one thing tied to `claim` and gives it back.


def speaker_in_role(claim: Claim) -> Speaker:
    role = RoleFactory(organization=OrganizationFactory())
    ClaimantFactory(claim=claim, speaker=role.speaker, role=role, position=9)
    return role.organization


def parent_of_claimant(claim: Claim) -> Speaker:
    parent = OrganizationFactory()
    middle = OrganizationFactory(parent=parent)
    ClaimantFactory(claim=claim, speaker=OrganizationFactory(parent=middle), position=9)
    return parent


def parent_of_roles_organization(claim: Claim) -> Speaker:
    office = speaker_in_role(claim)
    Speaker.objects.filter(pk=office.pk).update(parent=OrganizationFactory())
    return Speaker.objects.get(pk=office.pk).parent


def subject(claim: Claim) -> Speaker:
    return ClaimSubject.objects.create(claim=claim, speaker=SpeakerFactory()).speaker


def relay(claim: Claim) -> Speaker:
    return AttributionFactory(citation=CitationFactory(claim=claim, position=9)).speaker


def topic(claim: Claim) -> Topic:
    return ClaimTopic.objects.create(claim=claim, topic=TopicFactory()).topic


def parent_of_topic(claim: Claim) -> Topic:
    parent = TopicFactory()
    low = TopicFactory(parent=TopicFactory(parent=parent))
    return ClaimTopic.objects.create(claim=claim, topic=low) and parent


def proposition(claim: Claim) -> Proposition:
    row = PropositionFactory()
    Claim.objects.filter(pk=claim.pk).update(proposition=row)
    return row


def indicator(claim: Claim) -> Indicator:
    return QuantityFactory(claim=claim, indicator=IndicatorFactory(), indicator_match="exact").indicator


def cited_source(claim: Claim) -> Source:
    return CitationFactory(claim=claim, position=9).source


def publisher(claim: Claim) -> Publisher:
    return CitationFactory(claim=claim, position=9, source=SourceFactory(publisher=PublisherFactory())).source.publisher


def reviews_source(claim: Claim) -> Source:
    return ReviewFactory(claim=claim, source=SourceFactory(), **published()).source


def reviews_publisher(claim: Claim) -> Publisher:
    source = SourceFactory(publisher=PublisherFactory())
    return ReviewFactory(claim=claim, source=source, **published()).source.publisher


TIED = [
    pytest.param(lambda claim: ClaimantFactory(claim=claim, position=9).speaker, id="claimant"),
    pytest.param(speaker_in_role, id="organization of a claimant's role"),
    pytest.param(parent_of_claimant, id="parents of a claimant"),
    pytest.param(parent_of_roles_organization, id="parent of a role's organization"),
    pytest.param(subject, id="subject"),
    pytest.param(relay, id="relay"),
    pytest.param(topic, id="topic"),
    pytest.param(parent_of_topic, id="parents of a topic"),
    pytest.param(proposition, id="proposition"),
    pytest.param(indicator, id="indicator"),
    pytest.param(cited_source, id="cited source"),
    pytest.param(publisher, id="its publisher"),
    pytest.param(reviews_source, id="source of a review"),
    pytest.param(reviews_publisher, id="its publisher"),
    pytest.param(lambda claim: CitationFactory(claim=claim, position=9), id="citation"),
    pytest.param(lambda claim: QuantityFactory(claim=claim), id="quantity"),
    pytest.param(lambda claim: ReviewFactory(claim=claim, **published()), id="review"),
]


def sees(viewer, row) -> bool:
    return type(row).objects.visible_to(viewer).filter(pk=row.pk).exists()


@pytest.mark.parametrize("viewer", EVERY)
@pytest.mark.parametrize("tie", TIED)
def test_what_a_public_claim_rests_on_is_public(tie, viewer):
    assert sees(viewer(), tie(published_claim()))


@pytest.mark.parametrize("tie", TIED)
@pytest.mark.parametrize("make", [parameters.values[0] for parameters in CLAIMS if not parameters.values[1]])
def test_nothing_of_a_hidden_claim_leaks(tie, make):
    row = tie(make())
    published_claim()  # Something else is public all the while.
    assert not sees(None, row)
    assert not sees(UserFactory(), row)
    assert sees(curator(), row)


@pytest.mark.parametrize("tie", TIED)
def test_the_author_of_a_draft_sees_what_it_rests_on(tie):
    author = UserFactory()
    with pghistory.context(user=str(author.pk)):
        row = tie(ClaimFactory())
    assert sees(author, row)
    assert not sees(UserFactory(), row)


@pytest.mark.parametrize("tie", TIED)
def test_what_a_claim_rests_on_is_published_and_withdrawn_with_it(tie):
    claim = published_claim()
    row = tie(claim)
    assert sees(None, row)
    claim.withdraw(by=UserFactory(is_superuser=True), kind="error", reason="Misread.")
    assert not sees(None, row)


@pytest.mark.parametrize(
    "factory", [SpeakerFactory, TopicFactory, IndicatorFactory, PropositionFactory, SourceFactory, PublisherFactory]
)
def test_what_no_claim_rests_on_is_not_public(factory):
    published_claim()
    row = factory()
    assert not sees(None, row)
    assert sees(curator(), row)


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(lambda: TopicFactory(parent=topic(published_claim())), id="topic below a public one"),
        pytest.param(
            lambda: OrganizationFactory(parent=organization_of_a_claim()), id="organization below a public one"
        ),
        pytest.param(lambda: RoleFactory(organization=organization_of_a_claim()).speaker, id="holder of a role in it"),
        pytest.param(
            lambda: (
                RoleFactory(
                    speaker=published_claim().claimants.get().speaker, organization=OrganizationFactory()
                ).organization
            ),
            id="another role of a claimant",
        ),
    ],
)
def test_what_stands_below_or_beside_is_not_public(below):
    assert not sees(None, below())


def organization_of_a_claim() -> Speaker:
    return published_claim(speaker=OrganizationFactory()).claimants.get().speaker


# Reviews


@pytest.mark.parametrize("viewer", EVERY)
def test_an_unpublished_review_and_its_source_are_not_public(viewer):
    review = ReviewFactory(claim=published_claim(), source=SourceFactory(publisher=PublisherFactory()))
    for row in (review, review.source, review.source.publisher):
        assert not sees(viewer(), row)
        assert sees(curator(), row)


def test_published_is_of_reviews_and_claims_what_it_says():
    shown = ReviewFactory(claim=published_claim(), **published())
    ReviewFactory(claim=shown.claim)
    assert Review.objects.published().get() == shown
    assert Claim.objects.published().get() == shown.claim


# The claim with its parts


def test_a_public_claim_does_not_show_hidden_ones():
    claim, draft, other = published_claim(), ClaimFactory(), published_claim()
    ClaimLinkFactory(from_claim=claim, to_claim=draft)
    ClaimLinkFactory(from_claim=draft, to_claim=claim)
    shown = ClaimLinkFactory(from_claim=claim, to_claim=other)
    answer = ClaimLinkFactory(from_claim=other, to_claim=claim, kind="answers")
    ReviewFactory(claim=claim)
    public = ReviewFactory(claim=claim, **published())
    for viewer in (None, UserFactory()):
        row = Claim.objects.visible_to(viewer).with_parts(viewer).get(pk=claim.pk)
        assert list(row.links_out.all()) == [shown]
        assert list(row.links_in.all()) == [answer]
        assert list(row.reviews.all()) == [public]


def test_search_goes_through_the_same_door():
    ClaimFactory(text="The secret wall")
    shown = published_claim(text="The wall")
    assert Claim.objects.visible_to(None).matching("wall").get() == shown


def test_citations_of_one_source_are_seen_claim_by_claim():
    source = SourceFactory()
    shown = published_claim(source=source).citations.get()
    CitationFactory(source=source)
    assert Citation.objects.visible_to(None).get() == shown
    assert Source.objects.visible_to(None).get() == source
