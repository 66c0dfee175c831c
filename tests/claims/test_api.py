"""A claim over REST: its shape, who sees it, its errors, and what a page of them costs."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Claim, ClaimLink, ClaimSubject, ClaimTopic, Review
from factbase.models import Redirect
from tests.factories import (
    AttributionFactory,
    CitationFactory,
    ClaimantFactory,
    ClaimFactory,
    ClaimLinkFactory,
    IndicatorFactory,
    NoticeFactory,
    OrganizationFactory,
    PropositionFactory,
    PublisherFactory,
    QuantityFactory,
    ReviewFactory,
    RoleFactory,
    SnapshotFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
    TranslationFactory,
    UserFactory,
    published,
    published_claim,
)

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims/"


def full_claim(**fields) -> Claim:
    """A published claim with every part that there is."""
    organization = OrganizationFactory(name="Government of Mexico")
    speaker = SpeakerFactory(name="Luis Videgaray")
    source = SourceFactory(
        publisher=PublisherFactory(name="Proceso"), url=f"https://example.org/{speaker.pk}", published="2017-02-24"
    )
    NoticeFactory(source=source, dated_on="2017-03-01", summary="A date was mended.")
    claim = ClaimFactory(
        status=Claim.Status.PUBLISHED,
        text="They counted more than 3.2 million detentions.",
        stated="2017-02-23",
        stated_as_written="on Thursday",
        stated_basis="printed",
        occasion="a meeting",
        proposition=PropositionFactory(),
        **published(),
        **fields,
    )
    role = RoleFactory(speaker=speaker, title="Secretary of Foreign Affairs", organization=organization)
    ClaimantFactory(claim=claim, speaker=speaker, role=role)
    ClaimantFactory(claim=claim, basis="unnamed", speaker=None, label="experts", position=1)
    ClaimSubject.objects.create(claim=claim, speaker=SpeakerFactory())
    ClaimTopic.objects.create(claim=claim, topic=TopicFactory())
    QuantityFactory(
        claim=claim,
        start=13,
        end=34,
        indicator=IndicatorFactory(),
        indicator_match="comparable",
        place="US",
        period="2022-10-01/2023-09-30",
        period_label="US fiscal year 2023",
    )
    text = "Yes: They counted more."
    snapshot = SnapshotFactory(source=source, text=text)
    lead = CitationFactory(
        claim=claim,
        source=source,
        snapshot=snapshot,
        quote="They counted",
        start=5,
        end=17,
        anchor="exact",
        is_lead=True,
    )
    AttributionFactory(citation=lead, verb="told")
    TranslationFactory(claim=claim)
    ReviewFactory(claim=claim, source=source, **published())
    other = published_claim(text="Another claim.")
    ClaimLinkFactory(from_claim=claim, to_claim=other)
    ClaimLinkFactory(from_claim=other, to_claim=claim, kind=ClaimLink.Kind.ANSWERS)
    return claim


def test_the_contract_field_by_field(api):
    claim = full_claim()
    body = api.get(f"{CLAIMS}{claim.pk}/").json()
    base = "http://testserver/api/v1/"
    claimant = claim.claimants.first()
    quantity, citation, review = claim.quantities.get(), claim.citations.get(), claim.reviews.get()
    source, subject, topic = citation.source, claim.subjects.get(), claim.topics.get()
    other = claim.links_out.get().to_claim
    linked = {"id": str(other.pk), "url": f"{base}claims/{other.pk}/", "text": "Another claim."}
    times = {name: body.pop(name) for name in ("published_at", "created_at", "updated_at")}
    assert all(time.endswith("Z") for time in times.values())
    assert list(body.items()) == list(
        {
            "id": str(claim.pk),
            "url": f"{base}claims/{claim.pk}/",
            "kind": "statistic",
            "text": "They counted more than 3.2 million detentions.",
            "wording": "edited",
            "language": "en",
            "status": "published",
            "claimants": [
                {
                    "basis": "named",
                    "label": "",
                    "speaker": {
                        "slug": "luis-videgaray",
                        "name": "Luis Videgaray",
                        "kind": "person",
                        "url": f"{base}speakers/luis-videgaray/",
                    },
                    "role": {
                        "title": "Secretary of Foreign Affairs",
                        "organization": {"slug": "government-of-mexico", "name": "Government of Mexico"},
                    },
                },
                {"basis": "unnamed", "label": "experts", "speaker": None, "role": None},
            ],
            "subjects": [{"slug": subject.slug, "name": subject.name}],
            "topics": [{"slug": topic.slug, "name": topic.name}],
            "proposition": {"slug": claim.proposition.slug, "text": claim.proposition.text},
            "stated": {"from": "2017-02-23", "to": "2017-02-23", "as_written": "on Thursday", "basis": "printed"},
            "occasion": "a meeting",
            "quantities": [
                {
                    "id": str(quantity.pk),
                    "as_written": "more than 3.2 million",
                    "start": 13,
                    "end": 34,
                    "comparator": "more_than",
                    "value": "3200000",
                    "upper": None,
                    "significant_figures": 2,
                    "lower_bound": "3200000",
                    "upper_bound": "3300000",
                    "unit": "detentions",
                    "per": "",
                    "measure": "level",
                    "population": "",
                    "indicator": {
                        "slug": quantity.indicator.slug,
                        "name": quantity.indicator.name,
                        "match": "comparable",
                    },
                    "place": "US",
                    "period": {"from": "2022-10-01", "to": "2023-09-30", "label": "US fiscal year 2023"},
                }
            ],
            "citations": [
                {
                    "id": str(citation.pk),
                    "quote": "They counted",
                    "directness": "author",
                    "language": "",
                    "locator": "",
                    "attributed_to": "",
                    "note": "",
                    "stance": "states",
                    "is_lead": True,
                    "anchor": "exact",
                    "start": 5,
                    "end": 17,
                    "attribution": [
                        {
                            "speaker": {
                                "slug": citation.attributions.get().speaker.slug,
                                "name": citation.attributions.get().speaker.name,
                            },
                            "label": "",
                            "verb": "told",
                        }
                    ],
                    "snapshot": {
                        "retrieved_at": citation.snapshot.retrieved_at.isoformat().replace("+00:00", "Z"),
                        "archive_url": "",
                        "sha256": citation.snapshot.sha256,
                    },
                    "source": {
                        "id": str(source.pk),
                        "url": f"{base}sources/{source.pk}/",
                        "web": source.url,
                        "kind": "article-newspaper",
                        "title": source.title,
                        "publisher": {"slug": "proceso", "name": "Proceso"},
                        "published": {"from": "2017-02-24", "to": "2017-02-24"},
                        "notices": [{"kind": "correction", "dated_on": "2017-03-01", "summary": "A date was mended."}],
                    },
                }
            ],
            "translations": [
                {
                    "language": "es",
                    "text": "Las autoridades contaron más de 3,2 millones de detenciones.",
                    "translator": "",
                }
            ],
            "links": [
                {"kind": "about", "direction": "out", "claim": linked},
                {"kind": "answers", "direction": "in", "claim": linked},
            ],
            "reviews": [
                {
                    "id": str(review.pk),
                    "rating": "mixed",
                    "label": "",
                    "summary": "",
                    "reviewed_on": None,
                    "publisher": {"slug": "proceso", "name": "Proceso"},
                    "web": source.url,
                }
            ],
            "version": body["version"],
        }.items()
    )
    assert claimant.position == 0
    listed = api.get(f"{CLAIMS}?speaker=luis-videgaray").json()["results"]
    assert listed == [{**body, **times}]


def test_what_is_not_known_is_null_or_empty(api):
    body = api.get(f"{CLAIMS}{published_claim().pk}/").json()
    assert body["stated"] is body["proposition"] is None
    assert body["citations"][0]["snapshot"] is body["citations"][0]["source"]["published"] is None
    assert [body[name] for name in ("quantities", "translations", "links", "reviews", "topics")] == [[]] * 5


def test_a_review_of_our_own_has_neither_publisher_nor_web(api):
    claim = published_claim()
    ReviewFactory(claim=claim, **published())
    review = api.get(f"{CLAIMS}{claim.pk}/").json()["reviews"][0]
    assert (review["publisher"], review["web"]) == (None, "")


def test_words_of_a_date_without_a_date(api):
    claim = published_claim(stated_as_written="years ago")
    stated = api.get(f"{CLAIMS}{claim.pk}/").json()["stated"]
    assert stated == {"from": None, "to": None, "as_written": "years ago", "basis": ""}


def test_twenty_five_claims_cost_as_many_queries_as_one(api):
    full_claim()
    with CaptureQueriesContext(connection) as one:
        assert len(api.get(CLAIMS).json()["results"]) == 2
    for number in range(12):
        full_claim(notes=str(number))
    with CaptureQueriesContext(connection) as many:
        assert len(api.get(CLAIMS).json()["results"]) == 25
    assert len(many) == len(one) == 2


def test_nothing_private_is_shown(api, editor):
    claim = published_claim(by=editor, notes="the secret note")
    answer = api.get(f"{CLAIMS}{claim.pk}/")
    assert "secret" not in answer.content.decode()
    assert str(editor.pk) not in answer.content.decode()


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: ClaimFactory(), id="draft"),
        pytest.param(lambda: ClaimFactory(status="in_review"), id="in-review"),
        pytest.param(lambda: published_claim(embargo_until=timezone.now() + timedelta(hours=1)), id="embargo"),
        pytest.param(
            lambda: ClaimFactory(
                status="withdrawn", withdrawn_kind="error", withdrawn_reason="It was wrong.", **published()
            ),
            id="withdrawn",
        ),
    ],
)
def test_what_is_not_public_is_not_there(api, make):
    claim = make()
    # A tombstone tells that there was one (tests/claims/test_past.py).
    assert api.get(f"{CLAIMS}{claim.pk}/").status_code == (410 if claim.status == "withdrawn" else 404)
    assert api.get(CLAIMS).json()["results"] == []
    assert api.get(f"{CLAIMS}?q=detentions&count=exact").json()["count"] == 0


def test_an_embargo_ends_by_itself(api):
    claim = published_claim(embargo_until=timezone.now() - timedelta(seconds=1))
    assert api.get(f"{CLAIMS}{claim.pk}/").status_code == 200


def test_links_and_reviews_that_are_not_public_are_left_out(api):
    claim = published_claim()
    ClaimLinkFactory(from_claim=claim, to_claim=ClaimFactory())
    ClaimLinkFactory(from_claim=ClaimFactory(), to_claim=claim)
    ReviewFactory(claim=claim)
    body = api.get(f"{CLAIMS}{claim.pk}/").json()
    assert body["links"] == body["reviews"] == []
    assert api.get(f"{CLAIMS}?has_review=true").json()["results"] == []
    assert api.get(f"{CLAIMS}?rating=mixed").json()["results"] == []


def test_an_account_with_the_right_sees_drafts(api):
    user = UserFactory()
    draft = ClaimFactory()
    api.force_authenticate(user)
    assert api.get(f"{CLAIMS}{draft.pk}/").status_code == 404
    user.user_permissions.add(Permission.objects.get(codename="view_claim"))
    api.force_authenticate(type(user).objects.get(pk=user.pk))
    assert api.get(f"{CLAIMS}{draft.pk}/").status_code == 200
    assert [claim["status"] for claim in api.get(f"{CLAIMS}?status=draft").json()["results"]] == ["draft"]


def test_status_beyond_published_needs_an_account(api):
    answer = api.get(f"{CLAIMS}?status=published&status=draft")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"]
    assert answer.json()["errors"][0]["code"] == "not_authenticated"
    assert api.get(f"{CLAIMS}?status=published").status_code == 200


def test_a_merged_claim_leads_to_its_survivor(api):
    survivor, old = published_claim(), "01a20160-3c0e-7000-8000-000000000000"
    Redirect.objects.create(kind="claim", key=old, target=survivor.pk)
    answer = api.get(f"{CLAIMS}{old}/")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"http://testserver{CLAIMS}{survivor.pk}/"


def test_a_merged_speaker_answers_at_the_old_slug(api):
    speaker = SpeakerFactory(name="Luis Videgaray")
    claim = published_claim(speaker=speaker)
    Redirect.objects.create(kind="speaker", key="l-videgaray", target=speaker.pk)
    assert api.get("/api/v1/speakers/l-videgaray/").headers["Location"].endswith("/speakers/luis-videgaray/")
    results = api.get(f"{CLAIMS}?speaker=l-videgaray").json()["results"]
    assert [result["id"] for result in results] == [str(claim.pk)]


def test_a_redirect_to_what_is_not_public_says_nothing(api):
    draft = ClaimFactory()
    Redirect.objects.create(kind="claim", key="01a20160-3c0e-7000-8000-000000000000", target=draft.pk)
    assert api.get(f"{CLAIMS}01a20160-3c0e-7000-8000-000000000000/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])  # PATCH: tests/claims/test_write_api.py
def test_nothing_else_is_written_over_the_api(api, editor, method):
    claim = published_claim()
    api.force_authenticate(editor)
    assert getattr(api, method)(f"{CLAIMS}{claim.pk}/", {}, format="json").status_code == 405
    assert Claim.objects.get().status == "published"
    assert Review.objects.count() == 0
