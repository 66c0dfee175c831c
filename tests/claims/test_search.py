"""Finding claims by words: by stem and without accents, in two languages, and never behind the times."""

import pytest
from django.db import connection

from claims.models import Citation, Claim, Claimant, ClaimSearch, ClaimTopic, Speaker, Topic
from claims.search import ClaimsQuery
from tests.factories import (
    CitationFactory,
    ClaimantFactory,
    ClaimFactory,
    SpeakerFactory,
    TopicFactory,
    TranslationFactory,
)

pytestmark = pytest.mark.django_db


def found(text: str) -> set[Claim]:
    return set(Claim.objects.matching(text))


def run_sql(sql: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def spanish(text: str) -> Claim:
    return ClaimFactory(language="es", text=text)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        pytest.param("La detención de migrantes", "detenciones", id="one detention by many"),
        pytest.param("Las detenciones de migrantes", "detención", id="many by one"),
        pytest.param("Las detenciones de migrantes", "detencion", id="many by one without accent"),
        pytest.param("Las deportaciones siguen", "deportacion", id="-acion without accent"),
        pytest.param("La deportación sigue", "deportaciones", id="-ación by the plural"),
        pytest.param("La deportacion sigue", "deportación", id="misprint without accent"),
        pytest.param("Las instituciones callan", "institucion", id="-ucion without accent"),
        pytest.param("Los trabajadores mexicanos", "trabajador mexicano", id="two stems"),
        pytest.param("EL MURO", "muro", id="capitals"),
        pytest.param("El año pasado", "ano", id="ñ"),
    ],
)
def test_spanish(text, query):
    claim = spanish(text)
    assert found(query) == {claim}


@pytest.mark.parametrize(
    ("text", "query"),
    [
        pytest.param("More than 3.2 million detentions", "detention", id="one detention by many"),
        pytest.param("A detention centre", "detentions", id="many by one"),
        pytest.param("They were deported", "deporting", id="stem"),
        pytest.param("More than 3.2 million detentions", "3.2", id="number"),
        pytest.param("Peña Nieto's wall", "pena nieto", id="accent in English"),
        pytest.param("The wall", "the wall", id="stop word beside a word"),
        pytest.param("Thousands of migrants", "de migrants", id="Spanish stop word beside a word"),
    ],
)
def test_english(text, query):
    claim = ClaimFactory(text=text)
    assert found(query) == {claim}


@pytest.mark.parametrize("tag", ["es", "es-MX", "es-419"])
def test_any_spanish_is_spanish(tag):
    claim = ClaimFactory(language=tag, text="Los trabajadores")
    assert found("trabajamos") == {claim}


def test_english_is_not_read_as_spanish():
    ClaimFactory(language="en", text="Los trabajadores")
    assert found("trabajamos") == set()


def speaker_of(claim: Claim, **fields) -> Speaker:
    return ClaimantFactory(claim=claim, speaker=SpeakerFactory(**fields)).speaker


@pytest.mark.parametrize(
    ("add", "query"),
    [
        pytest.param(lambda claim: speaker_of(claim, name="Andrés Manuel López Obrador"), "Lopez Obrador", id="name"),
        pytest.param(lambda claim: speaker_of(claim, aliases=["AMLO", "El Peje"]), "amlo", id="alias"),
        pytest.param(lambda claim: speaker_of(claim, aliases=["AMLO", "El Peje"]), "peje", id="second alias"),
        pytest.param(
            lambda claim: ClaimantFactory(claim=claim, basis="unnamed", speaker=None, label="immigration experts"),
            "immigration expert",
            id="label",
        ),
        pytest.param(lambda claim: TranslationFactory(claim=claim, text="El muro"), "muros", id="translation"),
        pytest.param(
            lambda claim: CitationFactory(claim=claim, quote="Las deportaciones", language="es"),
            "deportacion",
            id="quote in its own language",
        ),
        pytest.param(lambda claim: CitationFactory(claim=claim, quote="The walls"), "wall", id="quote in the claim's"),
        pytest.param(
            lambda claim: ClaimTopic.objects.create(claim=claim, topic=TopicFactory(name="Remittances")),
            "remittance",
            id="topic",
        ),
    ],
)
def test_found_by_what_it_is_tied_to(add, query):
    claim, other = ClaimFactory(text="One"), ClaimFactory(text="Two")
    add(claim)
    CitationFactory(claim=other, quote="Two")
    assert found(query) == {claim}


@pytest.mark.parametrize(
    ("hidden", "query"),
    [
        pytest.param({"notes": "secret"}, "secret", id="notes"),
        pytest.param({"occasion": "conference"}, "conference", id="occasion"),
    ],
)
def test_not_found_by_what_is_not_search_text(hidden, query):
    ClaimFactory(**hidden)
    assert found(query) == set()


# It stays right.


def test_a_claim_with_new_text_or_language():
    claim = ClaimFactory(text="The wall")
    Claim.objects.update(text="Los trabajadores")
    assert (found("wall"), found("trabajadores"), found("trabajamos")) == (set(), {claim}, set())
    Claim.objects.update(language="es")
    assert found("trabajamos") == {claim}
    run_sql("UPDATE claims_claim SET text = 'The fence', language = 'en'")
    assert (found("fence"), found("trabajamos")) == ({claim}, set())


@pytest.mark.parametrize("raw", [False, True], ids=["orm", "raw sql"])
@pytest.mark.parametrize(
    ("change", "value"), [pytest.param("name", "Kate Doe", id="name"), pytest.param("aliases", ["Doe"], id="alias")]
)
def test_a_speaker_renamed(raw, change, value):
    claims = [ClaimantFactory(speaker=speaker).claim for speaker in [SpeakerFactory(name="Ana", aliases=["Roe"])] * 2]
    if raw:
        run_sql(f"UPDATE claims_speaker SET {change} = %s", value)
    else:
        Speaker.objects.update(**{change: value})
    assert found("doe") == set(claims)
    assert found("ana" if change == "name" else "roe") == set()


def test_a_topic_renamed():
    claim = ClaimFactory()
    ClaimTopic.objects.create(claim=claim, topic=TopicFactory(name="Wages"))
    Topic.objects.update(name="Remittances")
    assert (found("remittances"), found("wages")) == ({claim}, set())


def test_a_claimant_given_another_speaker():
    claimant = ClaimantFactory(speaker=SpeakerFactory(name="Ana"))
    Claimant.objects.update(speaker=SpeakerFactory(name="Kate"))
    assert (found("kate"), found("ana")) == ({claimant.claim}, set())


@pytest.mark.parametrize(
    ("make", "words"),
    [
        pytest.param(lambda: CitationFactory(quote="The fence"), "fence", id="citation"),
        pytest.param(lambda: TranslationFactory(text="El muro"), "muro", id="translation"),
        pytest.param(lambda: ClaimantFactory(speaker=SpeakerFactory(name="Kate")), "kate", id="claimant"),
        pytest.param(
            lambda: ClaimTopic.objects.create(claim=ClaimFactory(), topic=TopicFactory(name="Wages")),
            "wages",
            id="topic",
        ),
    ],
)
def test_a_part_moved_and_deleted_by_raw_sql(make, words):
    part, other = make(), ClaimFactory()
    assert found(words) == {part.claim}
    run_sql(f"UPDATE {part._meta.db_table} SET claim_id = %s", other.pk)
    assert found(words) == {other}
    run_sql(f"DELETE FROM {part._meta.db_table}")
    assert found(words) == set()


def test_parts_loaded_in_bulk():
    claims = ClaimFactory.create_batch(3)
    source = CitationFactory().source
    Citation.objects.bulk_create(
        [Citation(claim=claim, source=source, quote="The fence", directness="direct") for claim in claims]
    )
    assert found("fence") == set(claims)


def test_claims_loaded_in_bulk():
    claims = Claim.objects.bulk_create(ClaimFactory.build(text=f"Fence {n}") for n in range(3))
    assert found("fence") == set(claims)


def test_a_deleted_claim_leaves_no_search_text(at_commit):
    claim = ClaimantFactory().claim
    CitationFactory(claim=claim)
    claim.delete()
    at_commit()
    assert not ClaimSearch.objects.exists()


def test_a_claim_without_parts_deleted_by_raw_sql(at_commit):
    ClaimFactory()
    run_sql("DELETE FROM claims_claim")
    at_commit()
    assert not ClaimSearch.objects.exists()


# The words of a query


@pytest.fixture
def debate():
    """Three claims, by name."""
    return {
        "wall": ClaimFactory(text="Mexico will pay for the wall"),
        "fence": ClaimFactory(text="Mexico will never pay for a fence"),
        "muro": spanish("El muro fronterizo no se paga"),
    }


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param("mexico pay", {"wall", "fence"}, id="all words"),
        pytest.param("mexico wall", {"wall"}, id="all words, not any"),
        pytest.param('"never pay"', {"fence"}, id="phrase"),
        pytest.param('"pay never"', set(), id="phrase the other way round"),
        pytest.param('"pay for the wall"', {"wall"}, id="phrase with stop words inside"),
        pytest.param('"pay wall"', set(), id="phrase with something between"),
        pytest.param('"Muros fronterizos"', {"muro"}, id="phrase by stems"),
        pytest.param("mexico -wall", {"fence"}, id="not"),
        pytest.param('mexico -"never pay"', {"wall"}, id="not a phrase"),
        pytest.param("-mexico", {"muro"}, id="not alone"),
        pytest.param("wall or muro", {"wall", "muro"}, id="or"),
        pytest.param("wall OR muro", {"wall", "muro"}, id="OR"),
        pytest.param("mexico wall or muro", {"wall", "muro"}, id="or after two words"),
        pytest.param("muro or mexico -wall", {"muro", "fence"}, id="or before a not"),
        pytest.param('wall "or" muro', set(), id="or in quotes is a word, and a common one"),
        pytest.param("wall or", {"wall"}, id="or at the end"),
        pytest.param("or wall", {"wall"}, id="or at the start"),
        pytest.param("the", set(), id="English stop word"),
        pytest.param("de la", set(), id="Spanish stop words"),
        pytest.param("the of", set(), id="stop words alone"),
        pytest.param("-the", set(), id="not a stop word"),
        pytest.param("the wall", {"wall"}, id="stop word beside a word"),
        pytest.param("el muro", {"muro"}, id="Spanish stop word beside a word"),
        pytest.param("wall -the", {"wall"}, id="not a stop word beside a word"),
        pytest.param("", set(), id="empty"),
        pytest.param("   ", set(), id="blank"),
        pytest.param('"never pay', {"fence"}, id="unbalanced quote"),
        pytest.param('wall"', {"wall"}, id="quote at the end"),
        pytest.param('"', set(), id="quote alone"),
        pytest.param('""', set(), id="empty phrase"),
        pytest.param("-", set(), id="dash alone"),
        pytest.param("wall - fence", set(), id="dash between blanks is nothing"),
        pytest.param("wall & ! | ( ) <-> :* '", {"wall"}, id="signs of tsquery"),
        pytest.param("wall\\", {"wall"}, id="backslash"),
        pytest.param("😀", set(), id="emoji"),
        pytest.param("nothing", set(), id="no such word"),
    ],
)
def test_web_syntax(debate, query, names):
    assert found(query) == {debate[name] for name in names}


@pytest.mark.parametrize(
    "query", ['"wall mexico"', '"mexico wall"', '"wall fence"', '"fence kate"', '"kate roe"', '"amlo peje"']
)
def test_no_phrase_across_two_pieces(query):
    claim = ClaimFactory(text="The wall")
    CitationFactory(claim=claim, quote="Mexico")
    CitationFactory(claim=claim, quote="A fence", position=1)
    ClaimantFactory(claim=claim, speaker=SpeakerFactory(name="Kate", aliases=["Roe", "AMLO", "Peje"]))
    assert found(query) == set()
    assert found(query.replace('"', "")) == {claim}


def test_a_phrase_within_a_later_piece():
    claim = ClaimFactory(text="The wall")
    CitationFactory(claim=claim, quote="Mexico will never pay")
    assert found('"never pay"') == {claim}


def test_the_index_serves_it():
    ClaimFactory()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    for query in ("detenciones", "wall -fence", '"López Obrador" or muro'):
        # The search table alone: beside a table as small as a test's, the planner takes any way.
        plan = ClaimSearch.objects.filter(vector=ClaimsQuery(query)).explain()
        assert "Bitmap Index Scan on claim_search_vector" in plan
        assert "::tsquery" in str(Claim.objects.matching(query).query)
