"""Each parameter of claims/: what it finds, and what it says of a bad value."""

import pytest

from claims.filters import ClaimFilter
from claims.filters_parts import CitationFilter, QuantityFilter
from claims.models import Citation, Claim, ClaimSubject, ClaimTopic, Quantity
from tests.factories import (
    CitationFactory,
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
    published,
    published_claim,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(api):
    """Ask claims/ and give the texts found."""

    def ask(query):
        answer = api.get(f"/api/v1/claims/?{query}")
        assert answer.status_code == 200, answer.content
        return {claim["text"] for claim in answer.json()["results"]}

    return ask


@pytest.fixture
def refused(api):
    """Ask claims/ and give the one error of the 400."""

    def ask(query):
        answer = api.get(f"/api/v1/claims/?{query}")
        assert answer.status_code == 400, answer.content
        [error] = answer.json()["errors"]
        return error

    return ask


def quantified(text, **fields):
    """A published claim with one quantity."""
    claim = published_claim(text=text)
    QuantityFactory(claim=claim, **fields)
    return claim


def test_simple_equalities(found):
    published_claim(text="a", kind="fact", language="es", proposition=PropositionFactory(slug="p"))
    published_claim(text="b", kind="promise")
    assert found("kind=fact") == found("language=es") == found("proposition=p") == {"a"}
    assert found("kind=fact&kind=promise") == {"a", "b"}
    assert found("status=published") == {"a", "b"}


def test_speaker_about_and_organization(found):
    ministry = OrganizationFactory(slug="ministry", parent=OrganizationFactory(slug="government"))
    minister = SpeakerFactory(slug="minister")
    now = published_claim(text="in office", stated="2017-02-23", stated_basis="printed", speaker=minister)
    now.claimants.update(role=RoleFactory(speaker=minister, organization=ministry, held="2016/2018"))
    published_claim(text="by the role's dates", stated="2016-05", stated_basis="printed", speaker=minister)
    published_claim(text="after", stated="2020", stated_basis="printed", speaker=minister)
    published_claim(text="its own", speaker=ministry)
    about = published_claim(text="about")
    ClaimSubject.objects.create(claim=about, speaker=minister)
    assert found("speaker=minister") == {"in office", "by the role's dates", "after"}
    assert found("about=minister") == {"about"}
    assert found("organization=ministry") == {"in office", "by the role's dates", "its own"}
    assert found("organization=government") == found("organization=ministry")


def test_topic_includes_those_below(found):
    migration = TopicFactory(slug="migration")
    deportation = TopicFactory(slug="deportation", parent=migration)
    for text, topic in (("a", migration), ("b", TopicFactory(slug="c", parent=deportation))):
        ClaimTopic.objects.create(claim=published_claim(text=text), topic=topic)
    assert found("topic=migration") == {"a", "b"}
    assert found("topic=deportation") == found("topic=c") == {"b"}


def test_value_finds_what_the_number_is_consistent_with(found):
    quantified("more than 3.2 million")
    quantified("official", value="3201144", comparator="equal", significant_figures=7)
    quantified("2.7 million", value="2700000", comparator="equal", significant_figures=2)
    quantified("thousands", value="1000", comparator="order", significant_figures=1)
    assert found("value=3201144") == {"more than 3.2 million", "official"}
    assert found("value=2766582") == set()
    assert found("value=2766582&value_match=truncated") == {"2.7 million"}
    assert found("value=2700000") == {"2.7 million"}
    assert found("value=4000") == found("value=4000&value_match=truncated") == set()
    assert found("value=4000&value_match=loose") == {"thousands"}
    assert found("value=2766582&value_match=loose") == {"2.7 million"}


@pytest.mark.parametrize(
    ("value", "figures", "number", "cut"),
    [
        pytest.param("2.7", 2, "2.79", True, id="decimals"),
        pytest.param("12", 2, "12.9", True, id="to-the-point"),
        pytest.param("2700000", 2, "2800000", False, id="next"),
        pytest.param("2700000", 3, "2709999", True, id="three-figures"),
        pytest.param("2700000", 3, "2710000", False, id="three-figures-next"),
        pytest.param("0.05", 1, "0.0599", True, id="small"),
        pytest.param("-2", 1, "-2.7", True, id="negative"),
    ],
)
def test_cut_short(found, value, figures, number, cut):
    quantified("it", value=value, comparator="equal", significant_figures=figures)
    assert found(f"value={number}&value_match=truncated") == ({"it"} if cut else set())


def test_value_range_overlaps_bounds(found):
    quantified("more than 3.2 million")
    assert found("value_min=3250000") == found("value_max=3250000") == {"more than 3.2 million"}
    assert found("value_min=3300000") == found("value_max=3200000") == set()
    assert found("value_min=3000000&value_max=3250000&unit=detentions") == {"more than 3.2 million"}


def test_all_quantity_parameters_hold_for_one_quantity(found):
    claim = quantified("two numbers", unit="usd", place="US")
    QuantityFactory(claim=claim, unit="workers", place="MX")
    assert found("unit=usd&place=US") == {"two numbers"}
    assert found("unit=usd&place=MX") == set()


def test_place_includes_its_parts(found):
    quantified("state", place="MX-CHP")
    quantified("other", place="US")
    assert found("place=MX") == found("place=MX-CHP") == {"state"}
    assert found("place=MX-OAX") == set()


def test_indicator_and_period(found):
    quantified("it", indicator=IndicatorFactory(slug="i"), indicator_match="exact", period="2022-10-01/2023-09-30")
    assert found("indicator=i") == {"it"}
    assert found("period_after=2023-09-30") == found("period_before=2022-10-01") == {"it"}
    assert found("period_after=2023-10-01") == found("period_before=2022-09-30") == set()
    assert found("period_after=2022&period_before=2022") == {"it"}


def test_all_citation_parameters_hold_for_one_citation(found):
    source = SourceFactory(
        publisher=PublisherFactory(slug="proceso"), url="https://www.example.org/a/?utm_source=x", published="2017-03"
    )
    claim = published_claim(text="it", source=source)
    CitationFactory(claim=claim, directness="direct", position=1)
    assert found("publisher=proceso") == found(f"source={source.pk}") == {"it"}
    assert found("publisher=proceso&directness=author") == {"it"}
    assert found("publisher=proceso&directness=direct") == set()
    assert found("source_url=http://EXAMPLE.org/a%23top") == {"it"}
    assert found("source_published_after=2017-03-31") == found("source_published_before=2017-03-01") == {"it"}
    assert found("source_published_after=2017-04") == found("source_published_before=2017-02") == set()


def test_stated_overlaps(found):
    published_claim(text="month", stated="2018-12", stated_basis="printed")
    published_claim(text="since", stated="2019-01-05/..", stated_basis="derived")
    published_claim(text="undated")
    assert found("stated_after=2018-12-31") == {"month", "since"}
    assert found("stated_before=2018-12-01") == {"month"}
    assert found("stated_after=2019-01") == {"since"}
    assert found("stated_after=2018&stated_before=2018") == {"month"}


def test_added(found):
    published_claim(text="it")
    assert found("added_after=2020-01-01") == found("added_before=2999") == {"it"}
    assert found("added_before=9999-12-31") == found("added_after=0001-01-01") == {"it"}
    assert found("added_after=2999") == found("added_before=2019") == set()


def test_reviews_and_quantities(found):
    reviewed = published_claim(text="reviewed")
    ReviewFactory(claim=reviewed, rating="false", **published())
    quantified("counted")
    assert found("has_review=true") == found("rating=false") == found("rating=false&rating=true") == {"reviewed"}
    assert found("has_review=false") == found("has_quantity=true") == {"counted"}
    assert found("has_quantity=false") == {"reviewed"}


def test_q_in_both_languages_without_accents(found):
    published_claim(text="La detención de migrantes", language="es", quote="hola")
    published_claim(text="More detentions", speaker=SpeakerFactory(name="Andrés Manuel López Obrador"), quote="x")
    assert found("q=detenciones") == {"La detención de migrantes"}
    assert found("q=detention") == {"More detentions"}
    assert found("q=Lopez Obrador") == {"More detentions"}
    assert found('q="la detencion"') == {"La detención de migrantes"}
    assert found("q=detention or detencion") == {"La detención de migrantes", "More detentions"}


def test_filters_narrow_together(found):
    speaker = SpeakerFactory(slug="wola")
    QuantityFactory(claim=published_claim(text="caravan", speaker=speaker))
    published_claim(text="one", speaker=speaker)
    assert found("speaker=wola&value=3201144&q=caravans") == {"caravan"}


@pytest.mark.parametrize(
    ("query", "attr", "words"),
    [
        pytest.param("foo=1", "foo", "no parameter 'foo'", id="unknown"),
        pytest.param("speakr=x", "speakr", "did you mean 'speaker'", id="unknown-near"),
        pytest.param("format=csv", "format", "no parameter 'format'", id="format"),
        pytest.param("kind=poem", "kind", "'poem' is not known here: choose statistic", id="choice"),
        pytest.param("value=many", "value", "'many' is no number", id="number"),
        pytest.param("value=NaN", "value", "'NaN' is no number", id="nan"),
        pytest.param("value=Infinity", "value", "'Infinity' is no number", id="infinity"),
        pytest.param("value=1e400", "value", "'1e400' is no number", id="huge"),
        pytest.param("value=" + "9" * 25, "value", "24 digits", id="25-digits"),
        pytest.param("value_match=loose", "value_match", "give that too", id="match-alone"),
        pytest.param("value=1&value=2", "value", "Given 2 times", id="twice"),
        pytest.param("value_min=5&value_max=4", "value_min", "swap them", id="inverted-values"),
        pytest.param("stated_after=31/02", "stated_after", "'31/02' is no date: write 2017-02-23", id="date"),
        pytest.param("stated_after=2017-02-30", "stated_after", "'2017-02-30' is no date", id="no-such-day"),
        pytest.param("stated_after=2018&stated_before=2017", "stated_after", "swap them", id="inverted-dates"),
        pytest.param("place=Mexico", "place", "write MX or US", id="place"),
        pytest.param("place=MX-XXX", "place", "write MX-CHP", id="no-such-part"),
        pytest.param("language=español", "language", "write es, en or en-US", id="language"),
        pytest.param("has_review=maybe", "has_review", "neither true nor false", id="boolean"),
        pytest.param("source=abc", "source", "'abc' is no id", id="id"),
        pytest.param("q=", "q", "It is empty", id="empty"),
        pytest.param("q=the of", "q", "too common", id="common-words"),
        pytest.param("q=%25", "q", "'%' has only words too common", id="percent"),
        pytest.param("speaker=100%25 sure", "speaker", "No speaker is called '100% sure'", id="percent-in-slug"),
        pytest.param("q=a%00b", "q", "NUL", id="nul"),
        pytest.param("q=" + "a" * 1001, "q", "1000 at most", id="too-long"),
    ],
)
def test_a_bad_value_is_named_with_its_remedy(refused, query, attr, words):
    error = refused(query)
    assert error["attr"] == attr
    assert words in error["detail"]


@pytest.mark.parametrize(
    ("parameter", "make"),
    [
        pytest.param("speaker", lambda: published_claim(speaker=SpeakerFactory(slug="luis-videgaray")), id="speaker"),
        pytest.param(
            "proposition",
            lambda: published_claim(proposition=PropositionFactory(slug="luis-videgaray")),
            id="proposition",
        ),
    ],
)
def test_an_unknown_slug_is_a_400_with_the_nearest(refused, parameter, make):
    make()
    assert "the nearest is 'luis-videgaray'" in refused(f"{parameter}=luis-videgarray")["detail"]


def test_the_nearest_slug_is_never_one_that_is_not_public(refused):
    SpeakerFactory(slug="secret-source")
    assert refused("speaker=secret-sourc")["detail"] == "No speaker is called 'secret-sourc'."
    assert refused("speaker=secret-source")["detail"] == "No speaker is called 'secret-source'."


def test_two_wrong_parameters_are_both_named(api):
    errors = api.get("/api/v1/claims/?foo=1&bar=2").json()["errors"]
    assert {error["attr"] for error in errors} == {"foo", "bar"}


def test_a_thousand_and_one_parameters_are_a_400(api):
    answer = api.get("/api/v1/claims/?" + "&".join(f"a{n}=1" for n in range(1001)))
    assert answer.status_code == 400
    assert "1,000 at most" in answer.json()["errors"][0]["detail"]


# Fields that need no parameter of their own, each with the reason.
NEED_NONE = {
    Claim: {
        "id": "its address",
        "text": "q",
        "wording": "read with the claim",
        "stated_as_written": "read with the claim",
        "stated_basis": "read with the claim",
        "stated_latest": "ordering",
        "stated": "stated_after, stated_before",
        "occasion": "read with the claim",
        "submitted_by": "accounts are never public",
        "published_by": "accounts are never public",
        "created_by": "accounts are never public",
        "created_via": "never public",
        "created_at": "added_after, added_before",
        "updated_at": "read with the claim",
        "published_at": "read with the claim",
        "embargo_until": "never public",
        "returned_note": "never public",
        "withdrawn_kind": "not listed",
        "withdrawn_reason": "not listed",
        "sensitive": "never public",
        "notes": "never public",
        "version": "read with the claim",
    },
    Quantity: {
        "id": "a part",
        "claim": "a part",
        "as_written": "value",
        "start": "a place in the text",
        "end": "a place in the text",
        "value": "value",
        "upper": "value",
        "comparator": "value",
        "significant_figures": "value",
        "bounds": "value",
        "entails": "indicators/{slug}/series/",
        "per": "read with the number",
        "measure": "read with the number",
        "population": "q",
        "indicator_match": "read with the number",
        "place_as_written": "place",
        "period": "period_after, period_before",
        "period_label": "period_after, period_before",
        "created_by": "accounts are never public",
        "created_via": "never public",
        "created_at": "the claim's",
        "updated_at": "the claim's",
        "version": "the claim's",
    },
    Citation: {
        "id": "a part",
        "claim": "a part",
        "snapshot": "never public",
        "position": "an order",
        "quote": "q",
        "language": "read with the citation",
        "prefix": "never public",
        "suffix": "never public",
        "start": "a place in the text",
        "end": "a place in the text",
        "locator": "read with the citation",
        "attributed_to": "read with the citation",
        "note": "read with the citation",
        "stance": "read with the citation",
        "is_lead": "read with the citation",
        "lead_of": "a key",
        "anchor": "read with the citation",
        "created_by": "accounts are never public",
        "created_via": "never public",
        "created_at": "the claim's",
        "updated_at": "the claim's",
        "version": "the claim's",
    },
}


@pytest.mark.parametrize("filterset", [ClaimFilter, QuantityFilter, CitationFilter])
def test_no_field_is_forgotten(filterset):
    model = filterset._meta.model
    filtered = set(filterset.declared_filters)
    fields = {field.name for field in model._meta.local_concrete_fields}
    assert fields - filtered - set(NEED_NONE[model]) == set(), "give it a parameter, or a reason to need none"
    assert set(NEED_NONE[model]) - fields == set(), "no such field any more"
