"""POST claims/match/: which sentences of a draft are known here, and which differ."""

from itertools import permutations

import pytest
from rest_framework.test import APIClient

from claims.matching.candidates import Weights
from claims.models import Claim
from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "/api/v1/claims/match/"
CLAIM = "The authorities accounted for more than 3.2 million detentions of migrants without papers in 2023."


def match(text, language="en", api=None):
    answer = (api or APIClient()).post(URL, {"text": text, "language": language}, format="json")
    assert answer.status_code == 200, answer.json()
    return answer.json()


def verdicts(text, **kwargs):
    return [(m["verdict"], m["claim"]["text"]) for s in match(text, **kwargs)["sentences"] for m in s["matches"]]


def statistic(text=CLAIM, *, number="more than 3.2 million", value=3_200_000, **quantity):
    claim = make.published_claim(text=text, speaker=make.SpeakerFactory(name="Ana Ruiz", aliases=["A. Ruiz Paz"]))
    fields = {"comparator": "more_than", "significant_figures": 2, "unit": "detentions"} | quantity
    make.QuantityFactory(claim=claim, as_written=number, value=value, **fields)
    return claim


def test_the_same_in_other_words_with_its_span_and_why():
    statistic()
    before = "Ñandú 😀 said nothing. "
    sentence = "In 2023 the authorities counted 3.27 million detentions of migrants without papers."
    [found] = match(f"{before}{sentence} The weather was fine.")["sentences"]
    assert (found["start"], found["end"], found["text"]) == (len(before), len(before + sentence), sentence)
    assert found["has_more"] is False
    [one] = found["matches"]
    assert one["verdict"] == "same"
    assert 0.8 < one["score"] <= 1
    why = {reason["kind"]: reason["detail"] for reason in one["why"]}
    assert {"authorities", "papers"} <= set(why["words"].split(", "))
    assert why["number"] == "“3.27 million” and “more than 3.2 million” can be the same number. Unit: detentions."
    [numbers] = one["numbers"]
    assert numbers["relation"] == "same"
    at = len(before) + sentence.index("3.27")
    assert numbers["draft"] == {
        "as_written": "3.27 million",
        "start": at,
        "end": at + len("3.27 million"),
        "comparator": "equal",
        "value": "3270000",
        "upper": None,
        "significant_figures": 3,
        "lower_bound": "3265000",
        "upper_bound": "3275000",
        "unit": "detentions",
        "per": "",
    }
    assert (numbers["claim"]["lower_bound"], numbers["claim"]["upper_bound"]) == ("3200000", "3300000")


def test_a_number_that_cannot_be_differs():
    statistic()
    [(verdict, text)] = verdicts("The authorities accounted for 2.1 million detentions of migrants without papers.")
    assert (verdict, text) == ("differs", CLAIM)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "The authorities accounted for more than 4 million detentions of migrants.", id="both can be true"
        ),
        pytest.param("The authorities accounted for 2.1 million visas of migrants without papers.", id="another unit"),
        pytest.param("Authorities accounted for thousands of detentions of migrants without papers.", id="an order"),
        pytest.param("The authorities accounted for detentions of migrants without papers.", id="no number"),
    ],
)
def test_what_can_be_true_together_does_not_differ(sentence):
    statistic()
    assert {verdict for verdict, _ in verdicts(sentence)} <= {"similar"}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The weather was fine.", id="nothing in common"),
        pytest.param("More than 3.2 million people watched the match.", id="the number alone"),
        pytest.param("Ana Ruiz went home.", id="the speaker alone"),
        pytest.param(
            "Some 3.2 million detentions were too many for him to count or to regret.", id="number and unit alone"
        ),
        pytest.param(
            "The authorities accounted for 2.1 million detentions of migrants without papers in 2019.", id="other year"
        ),
    ],
)
def test_little_in_common_is_no_match(sentence):
    statistic()
    assert verdicts(sentence) == []


def test_the_same_number_of_another_time_or_place_is_only_similar():
    statistic(place="US")
    other_year = match("The authorities accounted for 3.2 million detentions of migrants without papers in 2021.")
    [one] = other_year["sentences"][0]["matches"]
    assert (one["verdict"], [reason["kind"] for reason in one["why"]]) == ("similar", ["words", "number", "time"])
    other_place = match("Authorities in Peru accounted for 3.2 million detentions of migrants without papers.")
    [one] = other_place["sentences"][0]["matches"]
    assert (one["verdict"], one["why"][-1]) == ("similar", {"kind": "place", "detail": "The claim's number is of US."})


def test_a_wrong_number_of_another_place_is_no_match():
    statistic(place="US")
    assert verdicts("Authorities in Peru accounted for 2.1 million detentions of migrants without papers.") == []
    assert (
        len(verdicts("Authorities in the U.S. accounted for 2.1 million detentions of migrants without papers.")) == 1
    )


def test_fiscal_years_are_not_calendar_years():
    from psycopg.types.range import Range

    statistic("The agency counted 3,201,144 encounters.", number="3,201,144", value=3_201_144, comparator="equal",
              significant_figures=7, unit="encounters", period=Range("2022-10-01", "2023-10-01"))  # fmt: skip
    assert verdicts("The agency counted 2,000,000 encounters in fiscal year 2023.")[0][0] == "differs"
    assert verdicts("The agency counted 2,000,000 encounters in fiscal year 2022.") == []
    assert verdicts("The agency counted 2,000,000 encounters in 2022.") == []


def test_a_series_makes_no_number_wrong_that_has_no_year():
    for year in (2021, 2022):
        text = f"The agency counted {year} thousand encounters along the coast in {year}."
        statistic(text, number=f"{year} thousand", value=year * 1000, comparator="equal", significant_figures=4,
                  unit="encounters")  # fmt: skip
    found = match("The agency counted 5 million encounters along the coast.")["sentences"][0]["matches"]
    assert {one["verdict"] for one in found} == {"similar"}
    [one] = match("The agency counted 5 million encounters along the coast in 2022.")["sentences"][0]["matches"]
    assert (one["verdict"], one["claim"]["text"][-5:]) == ("differs", "2022.")


def test_negation_and_names_are_not_the_same():
    make.published_claim(text="Mexico will never pay for the wall along the border that Trump wants.")
    assert [verdict for verdict, _ in verdicts("Mexico will pay for the wall along the border that Trump wants.")] == [
        "similar"
    ]
    assert [
        verdict for verdict, _ in verdicts("Mexico will never pay for the wall along the border that Paz wants.")
    ] == ["similar"]
    assert [
        verdict for verdict, _ in verdicts("Mexico will never pay for the wall that Trump wants along the border.")
    ] == ["same"]


def test_who_speaks_counts_accents_apart():
    speaker = make.SpeakerFactory(name="José Núñez")
    make.published_claim(text="Families are being torn apart by the new rules.", speaker=speaker)
    said = "“Families in the south are torn apart by rules of the ministry,” {} said on Monday."
    with_speaker = match(said.format("Jose Nunez"))["sentences"][0]["matches"][0]
    without = match(said.format("Ana Ruiz"))["sentences"][0]["matches"][0]
    assert {"kind": "speaker", "detail": "José Núñez"} in with_speaker["why"]
    assert with_speaker["score"] > without["score"]
    said = "“Families are being torn apart by the new rules,” {} said on Monday."
    found = [match(said.format(name))["sentences"][0]["matches"][0] for name in ("José Núñez", "Ana Ruiz")]
    assert [one["verdict"] for one in found] == ["same", "similar"]
    assert found[1]["why"][-1]["detail"] == "The sentence has it from Ana Ruiz, the claim from José Núñez."


def test_quoted_sentences_are_sentences():
    make.published_claim(text="We closed forty schools in the north.")
    text = "“The year was hard. We closed forty schools in the north.” He went on.\n\n- Schools\n\nMore."
    [found] = match(text)["sentences"]
    assert found["text"] == "We closed forty schools in the north.”"


def test_spanish_by_stems_and_through_a_translation():
    claim = statistic()
    make.TranslationFactory(
        claim=claim, text="Las autoridades contaron más de 3,2 millones de detenciones de migrantes."
    )
    [(verdict, _)] = verdicts("La autoridad contó 3,25 millones de detenciones de un migrante.", language="es")
    assert verdict == "same"
    [(verdict, _)] = verdicts("La autoridad contó 1,1 millones de detenciones de migrantes.", language="es-MX")
    assert verdict == "differs"


def test_the_language_is_said_and_never_guessed(api):
    text = "The government of the country said that it would not be able to do this in the year that is to come."
    assert api.post(URL, {"text": text}, format="json").json()["language"] == {"code": "en", "basis": "detected"}
    assert match(text, "es-MX")["language"] == {"code": "es-MX", "basis": "given"}
    german = (
        "Der Mann und die Frau sind mit dem Kind in die Stadt gegangen, und das war auch nicht so gut, wie sie es sich"
        " zuvor gedacht hatten, weil der Weg zu lang war."
    )
    for unknown in ("The weather was fine.", german):
        answer = api.post(URL, {"text": unknown}, format="json")
        [error] = answer.json()["errors"]
        assert (answer.status_code, error["attr"]) == (400, "language")
        assert '"language": "en" or "language": "es"' in error["detail"]


def test_status_ratings_and_notices_are_shown():
    source = make.SourceFactory(title="A paper")
    make.NoticeFactory(source=source, kind="retraction", summary="Taken back.")
    claim = make.published_claim(text="Chocolate every morning makes children taller.", source=source)
    make.ReviewFactory(claim=claim, rating="false", label="Nonsense", **make.published())
    make.ReviewFactory(claim=claim, rating="true", label="Unpublished")
    found = match("Chocolate every morning makes children taller.")["sentences"][0]["matches"][0]["claim"]
    assert found["status"] == "published"
    assert [(review["rating"], review["label"]) for review in found["reviews"]] == [("false", "Nonsense")]
    assert [notice["kind"] for notice in found["citations"][0]["source"]["notices"]] == ["retraction"]
    assert APIClient().get(found["url"]).status_code == 200


def test_each_sees_only_what_is_theirs(editor):
    own = make.UserFactory()
    text = "Chocolate every morning makes children taller."
    make.ClaimFactory(text=text, created_by=own)
    make.published_claim(text=text, embargo_until="2100-01-01T00:00Z")
    gone = make.published_claim(text=text)
    Claim.objects.filter(pk=gone.pk).update(status="withdrawn", withdrawn_kind="error", withdrawn_reason="Wrong.")

    def seen(user):
        api = APIClient()
        if user:
            api.force_authenticate(user)
        answer = match(text, api=api)
        return answer["visible"], sorted(m["claim"]["status"] for s in answer["sentences"] for m in s["matches"])

    assert seen(None) == ("public", [])
    assert seen(own) == ("public_and_own", ["draft"])
    assert seen(editor) == ("all", ["draft", "published", "withdrawn"])
    assert seen(make.UserFactory()) == ("public_and_own", [])


def test_what_one_may_not_see_is_not_counted():
    make.published_claim(text="Chocolate every morning makes children taller.")
    for _ in range(7):
        make.ClaimFactory(text="Chocolate every morning makes children taller.")
    [found] = match("Chocolate every morning makes children taller.")["sentences"]
    assert (len(found["matches"]), found["has_more"]) == (1, False)


def test_what_words_weigh_together_is_the_same_in_every_order():
    """A set has its words in another order in another process: answers would differ by a rounding."""
    weights = Weights({str(n): 1 / n for n in range(3, 9)})
    assert len({weights.sum(order) for order in permutations(weights)}) == 1


def test_five_matches_at_most():
    for _ in range(7):
        make.published_claim(text="Chocolate every morning makes children taller.")
    [found] = match("Chocolate every morning makes children taller.")["sentences"]
    assert (len(found["matches"]), found["has_more"]) == (5, True)
