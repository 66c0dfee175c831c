"""Each named rule of claims tried both ways at the database; and no rule of any model without a test."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.models.expressions import RawSQL

from claims.models import Claim, ClaimSubject, ClaimTopic, ReviewEvidence
from tests.factories import (
    AnchorCheckFactory,
    AttributionFactory,
    CitationFactory,
    ClaimantFactory,
    ClaimFactory,
    ClaimLinkFactory,
    DismissalFactory,
    IndicatorFactory,
    NoteFactory,
    OrganizationFactory,
    PropositionFactory,
    QuantityFactory,
    ReviewFactory,
    RoleFactory,
    SnapshotFactory,
    SpeakerFactory,
    TopicFactory,
    TranslationFactory,
    published,
)
from tests.sources import test_constraints as of_sources
from tests.sources.test_constraints import EMPTY, Case, kept, refused, refused_when_changed, refused_when_new

pytestmark = pytest.mark.django_db


def number(text: str) -> RawSQL:
    """A numeric as PostgreSQL itself reads it, past Django's own check."""
    return RawSQL("%s::numeric", [text])


def withdrawn(**fields) -> dict:
    return {"status": "withdrawn", "withdrawn_kind": "error", "withdrawn_reason": "Misread.", **published(), **fields}


def at_position_of(factory, whole: str):
    """Bad fields: the place that another part of the same whole has."""

    def bad():
        other = factory(position=1)
        return {whole: getattr(other, whole), "position": 1}

    return bad


def same_as(make, *names: str):
    """Bad fields: those that another row has."""

    def bad():
        other = make()
        return {name: getattr(other, name) for name in names}

    return bad


def topic_of_claim(**fields):
    return ClaimTopic.objects.create(**{"claim": ClaimFactory(), "topic": TopicFactory(), **fields})


def subject_of_claim(**fields):
    return ClaimSubject.objects.create(**{"claim": ClaimFactory(), "speaker": SpeakerFactory(), **fields})


def evidence(**fields):
    return ReviewEvidence.objects.create(**{"review": ReviewFactory(), "citation": CitationFactory(), **fields})


def cited_snapshot(**fields) -> dict:
    snapshot = SnapshotFactory(text="abc")
    return {"source": snapshot.source, "snapshot": snapshot, "quote": "abc", **fields}


BETWEEN = {"comparator": "between", "value": "2", "upper": "3"}
UNNAMED = {"basis": "unnamed", "speaker": None, "label": "experts"}

CASES = {
    # Speakers and their roles
    "speaker_has_name": Case(SpeakerFactory, {"slug": "x"}, {"slug": "y", "name": ""}),
    "speaker_parent_for_organization": Case(
        OrganizationFactory,
        lambda: {"parent": OrganizationFactory()},
        lambda: {"kind": "person", "parent": OrganizationFactory()},
    ),
    "speaker_country_is_code": Case(SpeakerFactory, {"country": "MX"}, {"country": "mx"}),
    "speaker_wikidata_id_is_item": Case(SpeakerFactory, {"wikidata_id": "Q42"}, {"wikidata_id": "Q042"}),
    "speaker_wikidata_id_unique": Case(
        SpeakerFactory, {"wikidata_id": "Q1"}, same_as(lambda: SpeakerFactory(wikidata_id="Q2"), "wikidata_id")
    ),
    "role_has_title": Case(RoleFactory, {"title": "Secretary"}, {"title": ""}),
    "role_held_not_empty": Case(RoleFactory, {"held": "2012-12-01/.."}, {"held": EMPTY}),
    "role_not_in_itself": Case(
        RoleFactory,
        lambda: {"organization": OrganizationFactory()},
        lambda: dict.fromkeys(["speaker", "organization"], OrganizationFactory()),
    ),
    # Vocabulary
    "topic_has_name": Case(TopicFactory, {"slug": "x"}, {"slug": "y", "name": ""}),
    "indicator_is_defined": Case(IndicatorFactory, {"unit": "arrests"}, {"unit": ""}),
    "proposition_has_text": Case(PropositionFactory, {"slug": "x"}, {"slug": "y", "text": ""}),
    # Claims
    "claim_has_text": Case(ClaimFactory, {"text": "x"}, {"text": ""}),
    "claim_text_within_5000": Case(ClaimFactory, {"text": "ñ" * 5000}, {"text": "x" * 5001}),
    "claim_language_is_tag": Case(ClaimFactory, {"language": "es-MX"}, {"language": ""}),
    "claim_stated_not_empty": Case(
        ClaimFactory, {"stated": "2017", "stated_basis": "printed"}, {"stated": EMPTY, "stated_basis": "printed"}
    ),
    "claim_stated_has_basis": Case(
        ClaimFactory, {"stated": "2017", "stated_basis": "derived"}, {"stated": "2017", "stated_basis": ""}
    ),
    "claim_published_by_and_at": Case(ClaimFactory, withdrawn, lambda: withdrawn(published_by=None)),
    "claim_withdrawn_explained": Case(ClaimFactory, withdrawn, lambda: withdrawn(withdrawn_reason="")),
    # Its parts
    "claimant_position_unique": Case(ClaimantFactory, {"position": 1}, at_position_of(ClaimantFactory, "claim")),
    "claimant_named_has_speaker": Case(
        ClaimantFactory, {"basis": "author", "speaker": None}, {"basis": "named", "speaker": None}
    ),
    "claimant_anonymous_has_no_speaker": Case(
        ClaimantFactory,
        {"basis": "anonymous", "speaker": None},
        lambda: {"basis": "anonymous", "speaker": SpeakerFactory()},
    ),
    "claimant_unnamed_has_label": Case(ClaimantFactory, UNNAMED, {**UNNAMED, "label": ""}),
    "claim_topic_unique": Case(topic_of_claim, {}, same_as(topic_of_claim, "claim", "topic")),
    "claim_subject_unique": Case(subject_of_claim, {}, same_as(subject_of_claim, "claim", "speaker")),
    "translation_language_unique": Case(TranslationFactory, {}, same_as(TranslationFactory, "claim", "language")),
    "translation_has_text": Case(TranslationFactory, {"text": "x" * 5000}, {"text": ""}),
    "claim_link_unique": Case(ClaimLinkFactory, {}, same_as(ClaimLinkFactory, "from_claim", "to_claim", "kind")),
    "claim_link_not_to_itself": Case(
        ClaimLinkFactory, {}, lambda: dict.fromkeys(["from_claim", "to_claim"], ClaimFactory())
    ),
    "note_has_text": Case(NoteFactory, {"text": "ñ" * 5000}, {"text": " "}),
    # Numbers
    "quantity_has_words": Case(QuantityFactory, {"as_written": "3.2 million"}, {"as_written": ""}),
    "quantity_span_whole": Case(
        QuantityFactory, {"as_written": "The", "start": 0, "end": 3}, {"as_written": "The", "start": 3, "end": 3}
    ),
    "quantity_value_is_number": Case(QuantityFactory, {"value": "-0.5"}, {"value": number("NaN")}),
    "quantity_value_within_24_digits": Case(QuantityFactory, {"value": "9" * 12 + "." + "9" * 12}, {"value": "1" * 25}),
    "quantity_upper_for_between": Case(QuantityFactory, BETWEEN, {**BETWEEN, "upper": None}),
    "quantity_upper_not_below_value": Case(QuantityFactory, {**BETWEEN, "upper": "2"}, {**BETWEEN, "upper": "1.9"}),
    "quantity_significant_figures": Case(QuantityFactory, {"significant_figures": 24}, {"significant_figures": 0}),
    "quantity_order_positive": Case(
        QuantityFactory, {"comparator": "order", "value": "1000"}, {"comparator": "order", "value": "0"}
    ),
    "quantity_unit_lower_case": Case(QuantityFactory, {"unit": "USD"}, {"unit": "Detentions"}),
    "quantity_indicator_match": Case(
        QuantityFactory,
        lambda: {"indicator": IndicatorFactory(), "indicator_match": "exact"},
        {"indicator": None, "indicator_match": "exact"},
    ),
    "quantity_place_is_code": Case(QuantityFactory, {"place": "MX-CHP"}, {"place": "Mexico"}),
    "quantity_period_not_empty": Case(QuantityFactory, {"period": "2022-10-01/2023-09-30"}, {"period": EMPTY}),
    # Citations and reviews
    "citation_position_unique": Case(CitationFactory, {"position": 1}, at_position_of(CitationFactory, "claim")),
    "citation_one_lead": Case(
        CitationFactory,
        {"is_lead": True},
        lambda: {"claim": CitationFactory(is_lead=True).claim, "is_lead": True, "position": 1},
    ),
    "citation_has_quote_or_locator": Case(
        CitationFactory, {"quote": "", "locator": "p. 3"}, {"quote": "", "locator": ""}
    ),
    "citation_quote_within_10000": Case(CitationFactory, {"quote": "ñ" * 10000}, {"quote": "x" * 10001}),
    "citation_span_whole": Case(
        CitationFactory, lambda: cited_snapshot(start=0, end=3), lambda: cited_snapshot(start=0, end=None)
    ),
    "citation_span_in_snapshot": Case(
        CitationFactory, lambda: cited_snapshot(start=0, end=3), {"snapshot": None, "start": 0, "end": 3}
    ),
    "citation_exact_has_span": Case(
        CitationFactory,
        lambda: cited_snapshot(start=0, end=3, anchor="exact"),
        lambda: cited_snapshot(start=None, end=None, anchor="exact"),
    ),
    "dismissal_unique": Case(DismissalFactory, {}, same_as(DismissalFactory, "source", "kind", "words")),
    "attribution_position_unique": Case(
        AttributionFactory, {"position": 1}, at_position_of(AttributionFactory, "citation")
    ),
    "attribution_has_speaker_or_label": Case(
        AttributionFactory, {"speaker": None, "label": "a spokesman"}, {"speaker": None, "label": ""}
    ),
    "review_published_by_and_at": Case(ReviewFactory, published, lambda: {**published(), "published_by": None}),
    "review_evidence_unique": Case(evidence, {}, same_as(evidence, "review", "citation")),
}
# Every field with choices holds one of them, at the database too.
STATED = {"stated": "2017", "stated_basis": "printed"}
CASES |= {
    f"{name}_{field}_known": Case(make, good, {**good, field: "nonsense"})
    for name, make, field, good in (
        ("claim", ClaimFactory, "kind", {"kind": "fact"}),
        ("claim", ClaimFactory, "wording", {"wording": "edited"}),
        ("claim", ClaimFactory, "stated_basis", STATED),
        ("claimant", ClaimantFactory, "basis", {"basis": "author"}),
        ("claimlink", ClaimLinkFactory, "kind", {"kind": "breaks"}),
        ("quantity", QuantityFactory, "comparator", {"comparator": "about"}),
        ("quantity", QuantityFactory, "measure", {"measure": "share"}),
        ("citation", CitationFactory, "directness", {"directness": "direct"}),
        ("citation", CitationFactory, "stance", {"stance": "disputes"}),
        ("citation", CitationFactory, "anchor", {"anchor": "moved"}),
        ("anchorcheck", AnchorCheckFactory, "outcome", {"outcome": "several"}),
        ("dismissal", DismissalFactory, "kind", {"kind": "quantity"}),
        ("review", ReviewFactory, "rating", {"rating": "true"}),
        ("speaker", SpeakerFactory, "kind", {"kind": "organization"}),
    )
}
CASES["claim_withdrawn_kind_known"] = Case(ClaimFactory, withdrawn, lambda: withdrawn(withdrawn_kind="nonsense"))
CASES["quantity_indicator_match_known"] = Case(
    QuantityFactory,
    lambda: {"indicator": IndicatorFactory(), "indicator_match": "exact"},
    lambda: {"indicator": IndicatorFactory(), "indicator_match": "nonsense"},
)
# A wrong status breaks another rule first; that one is tried above.
SHADOWED = {"claim_status_known"}
# Rules of triggers; more of each in test_published_rules.py and, of snapshots, in tests/sources.
TRIGGERS = {
    "claim_published_has_claimant",
    "claim_published_has_citation",
    "claim_stays_public",
    "claimant_role_of_speaker",
    "citation_snapshot_of_source",
    "citation_exact_anchor",
    "quantity_words_in_text",
    "topic_parent_no_cycle",
    "speaker_parent_no_cycle",
    "snapshot_never_changed",
}


@pytest.mark.parametrize("name", CASES)
def test_a_good_row_is_kept(name, at_commit):
    kept(CASES[name], at_commit)


@pytest.mark.parametrize("name", CASES)
def test_a_bad_row_is_refused(name):
    refused_when_new(name, CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_a_bad_change_is_refused(name):
    refused_when_changed(name, CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_a_form_says_so_before(name):
    of_sources.refused_by_forms(name, CASES[name])


def test_no_constraint_without_a_case():
    named = {
        constraint.name
        for app in ("factbase", "sources", "claims")
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
    }
    assert named == {*of_sources.CASES, *CASES, *SHADOWED}


def test_the_database_has_every_constraint():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public'"
        )
        present = {name for (name,) in cursor.fetchall()}
    assert {*of_sources.CASES, *CASES} <= present


def test_no_trigger_rule_without_a_case():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT m[1] FROM pg_proc,"
            " regexp_matches(prosrc, $$CONSTRAINT\\s*=\\s*'(\\w+)'$$, 'g') m"
            " WHERE pronamespace = 'public'::regnamespace"
        )
        assert {name for (name,) in cursor.fetchall()} == TRIGGERS


def test_every_trigger_of_the_code_is_in_the_database_and_on():
    declared = {
        (model._meta.db_table, trigger.get_pgid(model))
        for app in ("factbase", "sources", "claims")
        for model in apps.get_app_config(app).get_models()
        for trigger in getattr(model._meta, "triggers", [])
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
        )
        assert declared <= set(cursor.fetchall())
    assert len(declared) > 100


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        pytest.param("quantity_value_is_number", {"value": number("Infinity")}, id="value Infinity"),
        pytest.param("quantity_value_is_number", {"value": number("-Infinity")}, id="value -Infinity"),
        pytest.param("quantity_value_is_number", {**BETWEEN, "upper": number("NaN")}, id="upper NaN"),
        pytest.param("quantity_value_is_number", {**BETWEEN, "upper": number("Infinity")}, id="upper Infinity"),
        pytest.param("quantity_value_within_24_digits", {"value": "-" + "1" * 25}, id="25 digits below 0"),
        pytest.param("quantity_value_within_24_digits", {"value": "0." + "1" * 24}, id="0 and 24 decimals"),
        pytest.param("quantity_value_within_24_digits", {**BETWEEN, "upper": "1" * 25}, id="25 digits of upper"),
        pytest.param("quantity_upper_for_between", {"comparator": "equal", "upper": "4000000"}, id="equal with upper"),
        pytest.param("quantity_significant_figures", {"significant_figures": 25}, id="25 significant figures"),
        pytest.param("quantity_order_positive", {"comparator": "order", "value": "-24"}, id="order below 0"),
        pytest.param("quantity_span_whole", {"start": 0}, id="start alone"),
        pytest.param("quantity_span_whole", {"end": 3}, id="end alone"),
        pytest.param("quantity_span_whole", {"start": 3, "end": 0}, id="end before start"),
        pytest.param("quantity_unit_lower_case", {"unit": "US"}, id="currency of two letters"),
        pytest.param("quantity_indicator_match", {"indicator_match": "comparable"}, id="a match with nothing"),
        pytest.param("quantity_place_is_code", {"place": "MX-"}, id="half a place"),
    ],
)
def test_nonsense_in_a_number_is_refused(name, bad):
    with refused(name):
        QuantityFactory(**bad)


@pytest.mark.parametrize(
    "good",
    [
        pytest.param({"value": "9" * 24, "significant_figures": 24}, id="24 digits"),
        pytest.param({"value": "-" + "9" * 24, "significant_figures": 1}, id="24 digits below 0"),
        pytest.param({"value": "1" * 24 + ".000"}, id="zeros after 24 digits"),
        pytest.param({"value": "0." + "1" * 23}, id="0 and 23 decimals"),
        pytest.param({"value": "0"}, id="zero"),
        pytest.param({**BETWEEN, "value": "-3", "upper": "-2"}, id="between numbers below 0"),
        pytest.param({"value": "-0.50", "unit": "", "indicator": None}, id="nothing but the number"),
    ],
)
def test_sense_in_a_number_is_kept(good, at_commit):
    row = QuantityFactory(**good)
    at_commit()
    row.refresh_from_db()
    assert str(row.value) == str(good["value"])


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        pytest.param("claim_published_by_and_at", published, id="draft with both"),
        pytest.param("claim_published_by_and_at", {"status": "published"}, id="published with neither"),
        pytest.param("claim_published_by_and_at", {"status": "lost"}, id="a state that is none"),
        pytest.param("claim_withdrawn_explained", lambda: withdrawn(withdrawn_kind=""), id="withdrawn without kind"),
        pytest.param("claim_withdrawn_explained", {"withdrawn_reason": "Misread."}, id="draft with a reason"),
        pytest.param("claim_stated_has_basis", {"stated_basis": "printed"}, id="basis without a date"),
        pytest.param("claim_language_is_tag", {"language": "Spanish"}, id="language by name"),
    ],
)
def test_nonsense_in_a_claim_is_refused(name, bad):
    with refused(name):
        ClaimFactory(**of_sources.fields(bad))


def test_places_may_be_swapped_within_a_transaction(at_commit):
    first = CitationFactory(is_lead=True)
    second = CitationFactory(claim=first.claim, position=1)
    for row, place, lead in ((first, 1, False), (second, 0, True)):
        row.position, row.is_lead = place, lead
        row.save()
    at_commit()
    assert list(first.claim.citations.all()) == [second, first]


def test_a_lead_of_one_claim_does_not_hinder_another(at_commit):
    CitationFactory(is_lead=True)
    CitationFactory(is_lead=True)
    at_commit()


def test_bulk_create_is_held_to_the_rules():
    with refused("claim_has_text"):
        Claim.objects.bulk_create([ClaimFactory.build(), ClaimFactory.build(text="")])
