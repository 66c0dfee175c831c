"""Rules that span tables: they wait for the commit, and hold whichever side a change comes from."""

import pytest

from claims.models import Citation, Claim, Claimant, Quantity, Role, Speaker, Topic
from tests.factories import (
    CitationFactory,
    ClaimantFactory,
    ClaimFactory,
    OrganizationFactory,
    QuantityFactory,
    RoleFactory,
    SnapshotFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
    published,
    published_claim,
)
from tests.sources.test_constraints import refused, run_sql

pytestmark = pytest.mark.django_db

NO_CLAIMANT, NO_CITATION = "claim_published_has_claimant", "claim_published_has_citation"
PARTS = [pytest.param(Claimant, NO_CLAIMANT, id="claimant"), pytest.param(Citation, NO_CITATION, id="citation")]


# A published claim keeps a claimant and a citation that states it.


def test_publishing_with_both(at_commit):
    published_claim()
    at_commit()


def test_publishing_before_the_parts_of_the_same_transaction(at_commit):
    claim = ClaimFactory(status="published", **published())
    CitationFactory(claim=claim)
    ClaimantFactory(claim=claim)
    at_commit()


def test_publishing_without_a_claimant():
    claim = CitationFactory().claim
    with refused(NO_CLAIMANT):
        Claim.objects.filter(pk=claim.pk).update(status="published", **published())


@pytest.mark.parametrize("stance", [None, "supports", "disputes", "mentions"])
def test_publishing_without_a_citation_that_states_it(stance):
    claim = ClaimantFactory().claim
    if stance:
        CitationFactory(claim=claim, stance=stance)
    with refused(NO_CITATION):
        Claim.objects.filter(pk=claim.pk).update(status="published", **published())


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param(NO_CLAIMANT, CitationFactory, id="claimant"),
        pytest.param(NO_CITATION, ClaimantFactory, id="citation"),
    ],
)
def test_a_new_claim_published_at_once_without(name, kept):
    with refused(name):
        kept(claim=ClaimFactory(status="published", **published()))


@pytest.mark.parametrize(("part", "name"), PARTS)
def test_deleting_the_last_one(part, name):
    claim = published_claim()
    with refused(name):
        part.objects.filter(claim=claim).delete()


@pytest.mark.parametrize(("part", "name"), PARTS)
def test_deleting_the_last_one_by_raw_sql(part, name):
    claim = published_claim()
    with refused(name):
        run_sql(f"DELETE FROM {part._meta.db_table} WHERE claim_id = %s", claim.pk)


@pytest.mark.parametrize(("part", "name"), PARTS)
def test_moving_the_last_one_to_another_claim(part, name):
    claim, other = published_claim(), ClaimFactory()
    with refused(name):
        part.objects.filter(claim=claim).update(claim=other)


@pytest.mark.parametrize("stance", ["supports", "disputes", "mentions"])
def test_changing_the_stance_of_the_last_one(stance):
    claim = published_claim()
    with refused(NO_CITATION):
        Citation.objects.filter(claim=claim).update(stance=stance)


@pytest.mark.parametrize("factory", [ClaimantFactory, CitationFactory])
def test_deleting_or_moving_one_of_two(factory, at_commit):
    claim = published_claim()
    factory(claim=claim, position=1).delete()
    factory(claim=claim, position=2)
    factory._meta.model.objects.filter(claim=claim, position=0).update(claim=ClaimFactory(), position=5)
    at_commit()


def test_replacing_the_last_one_within_a_transaction(at_commit):
    claim = published_claim()
    claim.citations.all().delete()
    CitationFactory(claim=claim)
    at_commit()


@pytest.mark.parametrize("make", [ClaimFactory, published_claim], ids=["draft", "published"])
def test_deleting_a_claim_with_all_its_parts(make, at_commit):
    claim = make()
    QuantityFactory(claim=claim)
    claim.delete()
    at_commit()
    assert not Citation.objects.exists()


def test_deleting_the_parts_of_a_draft_or_a_withdrawn_claim(at_commit):
    claim = published_claim()
    draft = ClaimantFactory().claim
    Claim.objects.filter(pk=claim.pk).update(status="withdrawn", withdrawn_kind="error", withdrawn_reason="Misread.")
    for one in (claim, draft):
        one.claimants.all().delete()
        one.citations.all().delete()
    at_commit()


# A claimant's role is the claimant's own.


def test_a_claimant_in_a_role_of_their_own(at_commit):
    role = RoleFactory()
    ClaimantFactory(speaker=role.speaker, role=role)
    at_commit()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda role: {"speaker": SpeakerFactory(), "role": role}, id="of another speaker"),
        pytest.param(lambda role: {"basis": "author", "speaker": None, "role": role}, id="of no speaker"),
    ],
)
def test_a_role_that_is_not_the_claimants(other):
    with refused("claimant_role_of_speaker"):
        ClaimantFactory(**other(RoleFactory()))


def test_giving_a_claimant_another_speaker():
    role = RoleFactory()
    claimant = ClaimantFactory(speaker=role.speaker, role=role)
    with refused("claimant_role_of_speaker"):
        Claimant.objects.filter(pk=claimant.pk).update(speaker=SpeakerFactory())


def test_giving_a_role_to_another_speaker():
    role = RoleFactory()
    ClaimantFactory(speaker=role.speaker, role=role)
    with refused("claimant_role_of_speaker"):
        Role.objects.filter(pk=role.pk).update(speaker=SpeakerFactory())


def test_giving_role_and_claimant_to_another_speaker_together(at_commit):
    role, other = RoleFactory(), SpeakerFactory()
    claimant = ClaimantFactory(speaker=role.speaker, role=role)
    Role.objects.filter(pk=role.pk).update(speaker=other)
    Claimant.objects.filter(pk=claimant.pk).update(speaker=other)
    at_commit()


def test_giving_away_a_role_that_no_claimant_has(at_commit):
    Role.objects.filter(pk=RoleFactory().pk).update(speaker=SpeakerFactory())
    at_commit()


# A citation's snapshot is its source's, and an exact anchor is the text there. Offsets count code points.

TEXT = "😀 Dijo cafe\u0301: “más de 3.2 millones de detenciones”, [sic] añadió."
QUOTE = "más de 3.2 millones de detenciones"
START = TEXT.index(QUOTE)


def exact(**fields) -> dict:
    snapshot = SnapshotFactory(text=TEXT)
    return {
        "source": snapshot.source,
        "snapshot": snapshot,
        "quote": QUOTE,
        "start": START,
        "end": START + len(QUOTE),
        "anchor": "exact",
        **fields,
    }


def test_an_exact_anchor_after_an_emoji_and_a_combining_accent(at_commit):
    citation = CitationFactory(**exact())
    at_commit()
    assert citation.snapshot.text[citation.start : citation.end] == citation.quote
    # Neither bytes nor UTF-16 units count the same.
    assert len(TEXT[:START].encode()) != START != len(TEXT[:START].encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"start": START + 1, "end": START + 1 + len(QUOTE)}, id="one too far: UTF-16 units"),
        pytest.param({"start": START - 1, "end": START - 1 + len(QUOTE)}, id="one too near"),
        pytest.param({"end": START + len(QUOTE) - 1}, id="ends too early"),
        pytest.param({"start": 5000, "end": 5000 + len(QUOTE)}, id="behind the text"),
        pytest.param({"quote": QUOTE.replace("á", "a")}, id="accent left off"),
        pytest.param({"quote": QUOTE.replace("á", "a\u0301")}, id="accent written apart"),
        pytest.param({"quote": QUOTE.replace("3.2", "3.3")}, id="another digit"),
        pytest.param({"quote": "", "locator": "p. 3"}, id="no quote"),
    ],
)
def test_an_anchor_that_is_not_exact(wrong):
    with refused("citation_exact_anchor"):
        # Past `save`, which would have looked for the quote.
        Citation.objects.bulk_create([CitationFactory.build(claim=ClaimFactory(), **exact(**wrong))])


@pytest.mark.parametrize(
    "change", [pytest.param({"quote": "otras palabras"}, id="quote"), pytest.param({"start": 0}, id="start")]
)
def test_changing_what_is_anchored_exactly(change):
    citation = CitationFactory(**exact())
    with refused("citation_exact_anchor"):
        Citation.objects.filter(pk=citation.pk).update(**change)


@pytest.mark.parametrize("anchor", ["moved", "changed", "missing", "unchecked"])
def test_another_anchor_may_differ(anchor, at_commit):
    CitationFactory(**exact(quote="otras palabras", anchor=anchor))
    at_commit()


def test_calling_an_anchor_exact_that_is_not():
    citation = CitationFactory(**exact(quote="otras palabras", anchor="moved"))
    with refused("citation_exact_anchor"):
        Citation.objects.filter(pk=citation.pk).update(anchor="exact")


def test_a_snapshot_of_another_source():
    with refused("citation_snapshot_of_source"):
        CitationFactory(source=SourceFactory(), snapshot=SnapshotFactory())


def test_giving_a_citation_another_source_or_snapshot():
    citation = CitationFactory(**exact())
    with refused("citation_snapshot_of_source"):
        Citation.objects.filter(pk=citation.pk).update(source=SourceFactory())
    with refused("citation_snapshot_of_source"):
        Citation.objects.filter(pk=citation.pk).update(snapshot=SnapshotFactory(text=TEXT))


# A number's words stand in its claim's text.

WORDS = "more than 3.2 million"


def quantity_in(text: str, **fields) -> Quantity:
    start = text.index(WORDS)
    span = {"as_written": WORDS, "start": start, "end": start + len(WORDS)}
    return QuantityFactory(claim=ClaimFactory(text=text), **{**span, **fields})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They saw more than 3.2 million detentions.", id="plain"),
        pytest.param("😀 cafe\u0301: more than 3.2 million", id="after an emoji and a combining accent"),
        pytest.param(WORDS, id="the whole text"),
    ],
)
def test_words_that_stand_there(text, at_commit):
    quantity_in(text)
    at_commit()


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"as_written": "More than 3.2 million"}, id="capital"),
        pytest.param({"start": 0}, id="starts too early"),
        pytest.param({"end": 500}, id="ends behind the text"),
        pytest.param({"start": 500, "end": 600}, id="behind the text"),
    ],
)
def test_words_that_do_not_stand_there(wrong):
    with refused("quantity_words_in_text"):
        quantity_in("They saw more than 3.2 million detentions.", **wrong)


def test_changing_the_text_under_a_number():
    quantity = quantity_in("They saw more than 3.2 million detentions.")
    with refused("quantity_words_in_text") as caught:
        Claim.objects.filter(pk=quantity.claim_id).update(text="We saw more than 3.2 million detentions.")
    assert "'more than 3.2 million' does not stand at 9 to 30 of the claim's text" in str(caught.value)


def test_changing_the_text_behind_a_number(at_commit):
    quantity = quantity_in("They saw more than 3.2 million detentions.")
    Claim.objects.filter(pk=quantity.claim_id).update(text="They saw more than 3.2 million arrests.")
    at_commit()


def test_changing_text_and_number_together(at_commit):
    quantity = quantity_in("They saw more than 3.2 million detentions.")
    Claim.objects.filter(pk=quantity.claim_id).update(text="We saw more than 3.2 million detentions.")
    Quantity.objects.filter(pk=quantity.pk).update(start=7, end=28)
    at_commit()


def test_moving_a_number_to_a_claim_without_its_words():
    quantity = quantity_in("They saw more than 3.2 million detentions.")
    with refused("quantity_words_in_text"):
        Quantity.objects.filter(pk=quantity.pk).update(claim=ClaimFactory(text="Nothing of the kind."))


# A tree stays a tree.

TREES = [
    pytest.param(Topic, TopicFactory, "topic_parent_no_cycle", id="topic"),
    pytest.param(Speaker, OrganizationFactory, "speaker_parent_no_cycle", id="speaker"),
]


@pytest.mark.parametrize(("model", "factory", "name"), TREES)
@pytest.mark.parametrize("levels", [0, 1, 2])
def test_nothing_stands_below_itself(model, factory, name, levels):
    top = below = factory()
    for _ in range(levels):
        below = factory(parent=below)
    with refused(name) as caught:
        model.objects.filter(pk=top.pk).update(parent=below)
    assert f"'{top.name}' cannot stand below itself" in str(caught.value)


@pytest.mark.parametrize(("model", "factory", "name"), TREES)
def test_nothing_is_born_below_itself(model, factory, name):
    row = factory.build(slug="x")
    row.parent_id = row.pk
    with refused(name):
        model.objects.bulk_create([row])


@pytest.mark.parametrize(("model", "factory", "name"), TREES)
def test_a_branch_moves_elsewhere(model, factory, name):
    top, other = factory(), factory()
    below = factory(parent=top)
    model.objects.filter(pk=below.pk).update(parent=other)
    model.objects.filter(pk=top.pk).update(parent=below)
    assert model.objects.get(pk=top.pk).parent == below
