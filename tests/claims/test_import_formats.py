"""Fact-checks, ClaimReview, Factopolis and the sheet of claims: each field of theirs, and where it went."""

import csv
import json

import pytest
from django.core.management import CommandError

from claims.bulk.readers.ratings import rating_of
from claims.models import Claim, Proposition, Review, Speaker
from sources.models import Publisher, Snapshot, Source
from tests.claims.bulk import everything, run

pytestmark = pytest.mark.django_db(transaction=True)

FACT_CHECK = {
    "text": "Crime doubled last year.",
    "claimant": "Ana Ruiz",
    "claimDate": "2019-03-15T00:00:00Z",
    "url": "https://www.check.example.org/2019/crime/?utm_term=a#crime",
    "title": "No, crime did not double",
    "textualRating": "Half True",
    "languageCode": "en",
    "publisher.name": "The Checkers",
    "publisher.site": "check.example.org",
    "reviewDate": "2019-03-19T11:02:23Z",
    "claimant_party": "Green",
}


def table(path, *rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_each_column_of_a_fact_check_has_its_place(tmp_path):
    file = table(tmp_path / "checks.csv", FACT_CHECK)
    run(file, "--format", "factcheck")

    claim, source, publisher = Claim.objects.get(), Source.objects.get(), Publisher.objects.get()
    claimant, citation, review = claim.claimants.get(), claim.citations.get(), claim.reviews.get()
    assert (claim.text, claim.language, claim.wording, claim.status) == (
        FACT_CHECK["text"],
        "en",
        "paraphrase",
        "draft",
    )
    assert (claimant.speaker.name, claimant.label, citation.attributed_to) == ("Ana Ruiz", "Green", "Ana Ruiz")
    assert (str(claim.stated.lower), claim.stated_as_written) == ("2019-03-15", FACT_CHECK["claimDate"])
    assert (source.url, source.title, source.language) == (FACT_CHECK["url"], FACT_CHECK["title"], "en")
    assert (str(source.published.lower), source.published_as_written) == ("2019-03-19", FACT_CHECK["reviewDate"])
    assert (publisher.name, publisher.domain, source.publisher) == ("The Checkers", "check.example.org", publisher)
    assert (review.label, review.rating, review.source, str(review.reviewed_on)) == (
        *("Half True", "mixed", source),
        "2019-03-19",
    )
    assert (citation.source, citation.directness, citation.stance) == (source, "indirect", "states")

    before = everything()
    assert "1 unchanged" in run(file, "--format", "factcheck")
    assert everything() == before


def test_what_a_fact_check_says_oddly_is_kept_and_not_guessed(tmp_path):
    odd = FACT_CHECK | {"claimDate": "last spring", "reviewDate": "NA", "textualRating": "Data is fishy"}
    same_page = FACT_CHECK | {"text": "Other.", "url": "https://check.example.org/2019/crime#other", "title": "More"}
    run(table(tmp_path / "checks.csv", odd, same_page), "--format", "factcheck")

    first, second = Claim.objects.order_by("text")
    assert (first.stated, first.stated_as_written) == (None, "last spring")
    assert (first.reviews.get().rating, first.reviews.get().label) == ("not_ratable", "Data is fishy")
    assert first.reviews.get().reviewed_on is None
    assert Source.objects.count() == 1
    assert same_page["url"] in second.notes
    assert "More" in second.notes


def test_a_rating_that_is_not_sure_is_not_published(tmp_path, editor):
    rows = FACT_CHECK, FACT_CHECK | {"text": "Other.", "textualRating": "Needs context"}
    run(table(tmp_path / "c.csv", *rows), "--format", "factcheck", "--publish", "--by", "editor")
    assert dict(Review.objects.values_list("label", "published_by")) == {"Half True": editor.pk, "Needs context": None}


@pytest.mark.parametrize(
    ("words", "rating"),
    [
        ("TRUE", "true"),
        ("False.", "false"),
        ("pants-on-fire", "false"),
        ("4-pinocchios", "false"),
        ("Half True", "mixed"),
        ("Misleading", "not_ratable"),
        ("", "not_ratable"),
    ],
)
def test_ratings(words, rating):
    assert rating_of(words) == rating


@pytest.mark.parametrize(
    ("columns", "said"),
    [({"text": "a"}, "has no column claimant"), (FACT_CHECK | {"stars": "5"}, "has the column stars")],
)
def test_columns_that_are_not_right_are_refused(tmp_path, columns, said):
    with pytest.raises(CommandError, match=said):
        run(table(tmp_path / "c.csv", columns), "--format", "factcheck")


def test_rows_that_are_no_csv_are_told(tmp_path):
    file = table(tmp_path / "c.csv", FACT_CHECK)
    file.write_bytes(file.read_bytes() + b"one,two\r\n" + b'"\xff",' * 10 + b"a\r\n")
    said = run(file, "--format", "factcheck")
    assert "1 created" in said
    assert "row 3, line 'one,two': The row has 2 cells, and there are 11 columns" in said
    assert "no UTF-8" in said


REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://check.example.org/1",
    "headline": "The earth is round",
    "claimReviewed": "The earth is flat.",
    "inLanguage": "en",
    "datePublished": "2019-03-19",
    "author": {"@type": "Organization", "name": "Checkers", "url": "https://check.example.org/"},
    "reviewRating": {"ratingValue": 1, "bestRating": 5, "alternateName": "False", "ratingExplanation": "It is not."},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ana Ruiz", "jobTitle": "Mayor", "sameAs": "https://example.org/ana"},
        "datePublished": "2019-03-01",
        "firstAppearance": {"@type": "NewsArticle", "url": "https://news.example.org/a", "headline": "News"},
        "appearance": [{"url": "https://news.example.org/b"}],
    },
}


@pytest.mark.parametrize(
    "feed",
    [
        pytest.param({"@type": "DataFeed", "dataFeedElement": [{"item": [REVIEW]}]}, id="feed"),
        pytest.param([REVIEW], id="list"),
        pytest.param(REVIEW, id="one"),
    ],
)
def test_each_property_of_a_claim_review_has_its_place(tmp_path, feed):
    file = tmp_path / "feed.json"
    file.write_text(json.dumps(feed))
    run(file, "--format", "claimreview")

    claim = Claim.objects.get()
    claimant, review = claim.claimants.get(), claim.reviews.get()
    cited = [(citation.locator, citation.source.url) for citation in claim.citations.all()]
    assert (claim.text, claim.language) == ("The earth is flat.", "en")
    assert (claimant.speaker.name, claimant.speaker.kind, claimant.label) == ("Ana Ruiz", "person", "Mayor")
    assert str(claim.stated.lower) == "2019-03-01"
    assert cited == [
        ("claim reviewed", "https://check.example.org/1"),
        ("first appearance", "https://news.example.org/a"),
        ("appearance", "https://news.example.org/b"),
    ]
    assert (review.rating, review.label, review.summary) == ("false", "False", "It is not.")
    assert (review.source.title, review.source.publisher.name) == ("The earth is round", "Checkers")
    assert str(review.reviewed_on) == "2019-03-19"
    for kept in ('"ratingValue": 1', '"sameAs": "https://example.org/ana"'):
        assert kept in claim.notes
    assert "1 unchanged" in run(file, "--format", "claimreview")


def test_a_feed_that_breaks_off_or_is_none_is_told(tmp_path):
    file = tmp_path / "feed.json"
    file.write_text(json.dumps([REVIEW, {"@type": "ClaimReview"}])[:-1] + ', {"claimReviewed": ')
    said = run(file, "--format", "claimreview")
    assert "1 created" in said
    assert "rejected     2 rows" in said
    file.write_text("<html>")
    with pytest.raises(CommandError, match="is no JSON"):
        run(file, "--format", "claimreview")


FACTOPOLIS = {
    "checkers": [
        {"id": "checkers", "title": "The Checkers", "web": "https://check.example.org/", "twitter": "checkers",
         "ratings": [{"id": "pants-on-fire", "name": "Pants on Fire!", "value": 0}]},
    ],
    "people": [
        {"id": "ana-ruiz", "title": "Ana Ruiz", "groups": ["green"], "twitter": "ana", "web": "https://ana.example.org/",
         "offices": [{"title": "Mayor", "from": "2017-01-20", "thru": "2018-01-20"},
                     {"title": "Senator", "from": "2018-01-21"},
                     {"title": "Judge", "from": "2016-02-01", "thru": "2016-01-01"}],
         "images": {"photo": {"author": {"name": "Someone"}}}},
    ],
    "claims": [
        {"id": "crime-up-1.8-times", "title": "Crime is up 1.8 times", "negative": "Crime is not up",
         "summary": "It fell.",
         "subjects": ["bo"], "topics": ["crime"], "related": ["other"]},
        {"id": "walls-work", "title": "Walls work"},
    ],
    "quotes": [
        {"id": "2017-07-27", "person": "ana-ruiz", "date": "2017-07-27", "type": "assertion", "where": "Twitter",
         "quote": "Crime is up 1.8 times, and walls work.", "claims": ["crime-up-1.8-times", "walls-work"],
         "sources": [{"type": "twitter", "user": "ana", "id": 17, "timeline": 18},
                     {"type": "youtube", "id": "abc", "start": 1608, "duration": 6},
                     {"type": "fox", "id": 5, "name": "Fox"}],
         "checks": [{"checker": "checkers", "source": "https://check.example.org/1", "rating": "pants-on-fire",
                     "quote": "It is not.", "short": "No.", "sharethefacts": "5ed8"},
                    {"checker": "checkers", "source": "https://check.example.org/2", "claims": ["walls-work"]}],
         "retraction": {"date": "2017-11-02", "type": "clarification", "source": "https://twitter.com/ana/status/19",
                        "quote": "I misspoke.", "issuer": {"name": "Her office"}}},
    ],
}  # fmt: skip


@pytest.fixture
def factopolis(tmp_path):
    folder = tmp_path / "factopolis"
    folder.mkdir()
    for name, rows in FACTOPOLIS.items():
        (folder / f"{name}.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return folder


def test_each_field_of_factopolis_has_its_place(factopolis):
    run(factopolis, "--format", "factopolis")

    ana, checkers = Speaker.objects.get(slug="ana-ruiz"), Publisher.objects.get(slug="checkers")
    assert (checkers.name, checkers.homepage) == ("The Checkers", "https://check.example.org/")
    assert (ana.name, ana.kind) == ("Ana Ruiz", "person")
    for told in ('groups: ["green"]', "twitter: ana", "web: https://ana.example.org/"):
        assert told in ana.description
    held = {role.title: role.held and (str(role.held.lower), str(role.held.upper)) for role in ana.roles.all()}
    assert held == {"Mayor": ("2017-01-20", "2018-01-21"), "Senator": ("2018-01-21", "None"), "Judge": None}
    assert "Judge, 2016-02-01 to 2016-01-01" in ana.description
    assert set(Proposition.objects.values_list("slug", "text")) == {
        ("crime-up-1-8-times", "Crime is up 1.8 times"),
        ("walls-work", "Walls work"),
    }

    crime, walls = Claim.objects.order_by("proposition__slug")
    for claim in (crime, walls):
        assert claim.text == FACTOPOLIS["quotes"][0]["quote"]
        assert (str(claim.stated.lower), claim.occasion, claim.wording) == ("2017-07-27", "Twitter", "verbatim")
        assert claim.claimants.get().speaker == ana
    assert [topic.slug for topic in crime.topics.all()] == ["crime"]
    assert [subject.slug for subject in crime.subjects.all()] == ["bo"]
    for told in ("Crime is not up", "It fell.", '["other"]', "5ed8", "assertion", "ana-ruiz 2017-07-27"):
        assert told in crime.notes

    cited = [(c.source.kind, c.source.url, c.locator, c.stance) for c in crime.citations.all()]
    assert cited == [
        ("post", "https://twitter.com/ana/status/17", "", "states"),
        ("broadcast", "https://www.youtube.com/watch?v=abc", "26:48", "states"),
        ("broadcast", "", "", "states"),
        ("webpage", "https://twitter.com/ana/status/19", "Clarification, 2017-11-02", "disputes"),
        ("dataset", "", "ana-ruiz 2017-07-27", "mentions"),
    ]
    notes = [citation.note for citation in crime.citations.all()]
    for note, told in zip(notes, ("timeline: 18", "duration: 6", "id: 5", "Her office"), strict=False):
        assert told in note
    retraction = crime.citations.get(stance="disputes")
    assert retraction.quote == "I misspoke."

    (check,) = crime.reviews.all()
    assert (check.rating, check.label, check.summary) == ("false", "Pants on Fire!", "No.\n\nIt is not.")
    assert (check.source.url, check.source.publisher) == ("https://check.example.org/1", checkers)
    assert {review.source.url for review in walls.reviews.all()} == {check.source.url, "https://check.example.org/2"}

    # And whole, pictures and ratings too, with the licence.
    for name in FACTOPOLIS:
        kept = Snapshot.objects.get(source__title=f"Factopolis: {name}")
        assert kept.text == (factopolis / f"{name}.jsonl").read_text()
        assert kept.source.rights == "CC BY 4.0"


def test_factopolis_again_changes_nothing_and_mended_what_was_mended(factopolis):
    run(factopolis, "--format", "factopolis")
    before = everything()
    assert "2 unchanged" in run(factopolis, "--format", "factopolis")
    assert everything() == before

    mended = [FACTOPOLIS["quotes"][0] | {"where": "A speech"}]
    (factopolis / "quotes.jsonl").write_text(json.dumps(mended[0]))
    assert "2 changed" in run(factopolis, "--format", "factopolis")
    assert {claim.occasion for claim in Claim.objects.all()} == {"A speech"}


def test_a_row_that_is_not_as_in_factopolis_is_told(factopolis):
    with (factopolis / "quotes.jsonl").open("a") as file:
        file.write('{"id": "1"}\n')
    assert "is not as in Factopolis (KeyError: 'claims')" in run(factopolis, "--format", "factopolis")
    with pytest.raises(CommandError, match="is no folder"):
        run(factopolis / "quotes.jsonl", "--format", "factopolis")


def test_the_sheet_of_claims_goes_in_as_csv(tmp_path):
    source = Source.objects.create(kind="report", title="A", url="https://news.example.org/a")
    one = {
        "kind": "statistic",
        "text": "There are roughly 6 million workers.",
        "wording": "edited",
        "language": "en",
        "stated": "2017-03",
        "stated_as_written": "in March",
        "stated_basis": "printed",
        "sensitive": "no",
        "claimants": "unnamed:experts; author",
        "quantity_as_written": "roughly 6 million",
        "quantity_value": "6000000",
        "quantity_comparator": "about",
        "quantity_significant_figures": "1",
        "quantity_period": "2016",
        "quantity_2_as_written": "6",
        "quantity_2_value": "6",
        "quantity_2_significant_figures": "1",
        "source": "https://news.example.org/a",
        "quote": "'=there are",
        "directness": "direct",
        "locator": "",
        "is_lead": "yes",
    }
    two = dict.fromkeys(one, "") | {name: one[name] for name in ("text", "language", "claimants", "stated", "source")}
    two |= {"directness": "indirect", "locator": "p. 2"}
    other = dict.fromkeys(one, "") | {"kind": "fact", "text": "Other.", "wording": "edited", "language": "en"}
    file = table(tmp_path / "claims.csv", one, two, other, other | {"text": "Third.", "sensitive": "maybe"})
    said = run(file)

    assert "2 created" in said
    assert "row 5, sensitive 'maybe': is neither yes nor no" in said
    claim = Claim.objects.get(kind="statistic")
    assert [c.basis for c in claim.claimants.all()] == ["unnamed", "author"]
    assert [(q.start, str(q.value)) for q in claim.quantities.all()] == [(10, "6000000"), (18, "6")]
    assert str(claim.quantities.first().period.upper) == "2017-01-01"
    assert str(claim.stated.upper) == "2017-04-01"
    assert [(c.source, c.quote, c.locator) for c in claim.citations.all()] == [
        (source, "=there are", ""),
        (source, "", "p. 2"),
    ]
    assert "2 unchanged" in run(file)
