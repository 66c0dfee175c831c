"""Wrong rows: each is told with its column, value and reason, and the rest goes in."""

import csv
import json

import pytest
from django.core.management import CommandError

from claims.models import Claim, Speaker, Topic
from sources.models import Source
from tests.claims.bulk import CLAIM, SOURCE, a_claim, run, small, write

pytestmark = pytest.mark.django_db(transaction=True)


def rejects(path) -> list[tuple[str, str, str]]:
    file = path.with_name(f"{path.name}.rejects.csv")
    if not file.exists():
        return []
    with file.open(newline="") as rows:
        return [(row["row"], row["column"], row["reason"]) for row in csv.DictReader(rows)]


def quantity(**changes):
    return [CLAIM["quantities"][0] | changes]


def citation(**changes):
    return [CLAIM["citations"][0] | changes]


WRONG = [
    pytest.param({"kind": "gossip"}, "kind", "write one of statistic, fact", id="choice"),
    pytest.param({"text": ""}, "text", "is empty", id="empty"),
    pytest.param({"text": "x" * 5001}, "text", "5,000 are the most", id="too-long"),
    pytest.param({"text": None}, "text", "is missing", id="missing"),
    pytest.param({"text": "a\0b"}, "text", "NUL", id="nul"),
    pytest.param({"text": "a\ud800b"}, "text", "surrogate", id="surrogate"),
    pytest.param({"text": 5}, "text", "is no text", id="type"),
    pytest.param({"language": "xx"}, "language", "no language tag", id="language"),
    pytest.param({"id": "17"}, "id", "is no id", id="id"),
    pytest.param({"ocasion": "x"}, "ocasion", "write occasion", id="unknown-key"),
    pytest.param({"topics": "work"}, "topics", "is no list", id="no-list"),
    pytest.param({"stated": {"from": "2017-02-31", "basis": "printed"}}, "stated", "is no day", id="31st"),
    pytest.param({"stated": {"from": "31/02/2017", "basis": "printed"}}, "stated", "2017-02-23", id="slashes"),
    pytest.param(
        {"stated": {"from": "2018-01-01", "to": "2017-01-01", "basis": "printed"}}, "stated", "ends before", id="order"
    ),
    pytest.param({"stated": {"from": "2017-01-01"}}, "stated", "A date has a basis", id="stated-basis"),
    pytest.param({"embargo_until": "2030-01-01T00:00:00"}, "embargo_until", "which zone", id="zone"),
    pytest.param({"sensitive": "yes"}, "sensitive", "true nor false", id="boolean"),
    pytest.param({"quantities": quantity(value="1e400")}, "quantities[0].value", "is no number", id="exponent"),
    pytest.param({"quantities": quantity(value=10**400)}, "quantities[0].value", "is no number", id="huge"),
    pytest.param({"quantities": quantity(value="1" * 30)}, "quantities[0].value", "24 digits", id="digits"),
    pytest.param({"quantities": quantity(start=0)}, "quantities[0].as_written", "does not stand at 0 to 27", id="span"),
    pytest.param({"quantities": quantity(unit="Workers")}, "quantities[0].unit", "lower case", id="unit"),
    pytest.param({"quantities": quantity(place="ZZ")}, "quantities[0].place", "no country code", id="place"),
    pytest.param(
        {"quantities": quantity(comparator="between")}, "quantities[0].comparator", "between needs", id="between"
    ),
    pytest.param({"citations": citation(quote="")}, "citations[0].quote", "needs a quote", id="no-quote"),
    pytest.param({"citations": citation(source=None)}, "citations[0].source", "is no source", id="no-source"),
    pytest.param(
        {"citations": citation(source={"kind": "report", "title": "A"})}, "citations[0].source.id", "or DOI", id="which"
    ),
    pytest.param(
        {"citations": citation(source="https://nowhere.example.org/")},
        "citations[0].source",
        "is no source",
        id="unmet",
    ),
    pytest.param({"citations": citation() * 2}, "citations[1].id", "stands in row 2 too", id="citation-twice"),
    pytest.param({"topics": ["unheard-of"]}, "topics[0].topic", "is no topic", id="unknown-topic"),
    pytest.param({"topics": [{"slug": "a b", "name": "A"}]}, "topics[0].slug", "valid", id="slug"),
    pytest.param({"topics": [{"slug": "a", "name": "A"}] * 2}, "topics[1].topic", "has this topic", id="topic-twice"),
    pytest.param({"claimants": [{"basis": "named"}]}, "claimants[0].basis", "needs a speaker", id="claimant"),
    pytest.param(
        {"translations": [{"language": "es", "text": "a"}] * 2}, "translations[1].language", "already", id="translated"
    ),
    pytest.param(
        {"links": [{"kind": "about", "claim": {"id": "0190a2b4-0000-7000-8000-0000000000ff"}}]},
        "links[0].to_claim",
        "is no claim",
        id="link-to-nothing",
    ),
    pytest.param(
        {"links": [{"kind": "about", "claim": CLAIM["id"]}]}, "links[0].from_claim", "no link to itself", id="to-itself"
    ),
    pytest.param({"reviews": [{"rating": "so-so"}]}, "reviews[0].rating", "write one of true", id="rating"),
    pytest.param({"status": "gone"}, "status", "is not known", id="status"),
    pytest.param({"type": "person"}, "type", "is not known", id="record-type"),
]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "claims.ndjson"


@pytest.mark.parametrize(("changes", "column", "reason"), WRONG)
def test_a_wrong_row_is_told_and_left_out_whole(file, changes, column, reason):
    said = run(
        write(file, [SOURCE | {"web": "https://other.example.org/"}, a_claim(**changes), small(2, citations=[])])
    )

    found = rejects(file)
    assert any(row == "2" and at == column and reason in why for row, at, why in found), found
    assert "rejected     1 rows" in said
    assert [claim.text for claim in Claim.objects.all()] == ["Fact 2."]
    assert not Speaker.objects.filter(slug="ana-ruiz").exists()
    assert not Topic.objects.exists()
    assert not Source.objects.filter(url="https://news.example.org/a").exists()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b'{"kind": }', "Character 10 of the line is no JSON", id="no-json"),
        pytest.param(b'{"kind": "fact"', "is no JSON", id="cut-off"),
        pytest.param(b'{"text": "\xff"}', "Byte 11 of the line is no UTF-8", id="no-utf8"),
        pytest.param(b'{"value": NaN}', "NaN", id="nan"),
        pytest.param(b"[1]", "is no object", id="list"),
        pytest.param(b'{"value": ' + b"9" * 5000 + b"}", "too long", id="long-number"),
        pytest.param(b"[" * 100_000, "nested too deep", id="deep"),
        pytest.param(b'{"text": "' + b"x" * (16 * 2**20) + b'"}', "longer than 16 MB", id="overlong"),
    ],
)
def test_a_line_that_cannot_be_read_is_told(file, line, reason):
    good = json.dumps(small(2, citations=[])).encode()
    file.write_bytes(b"\xef\xbb\xbf" + good + b"\n" + line + b"\n\n" + json.dumps(small(3, citations=[])).encode())
    run(file)

    ((row, _column, why),) = rejects(file)
    assert row == "2"
    assert reason in why
    assert Claim.objects.count() == 2


def test_strict_loads_nothing_where_a_row_is_wrong(file):
    with pytest.raises(CommandError, match="1 rows are wrong"):
        run(write(file, [SOURCE, small(2), small(3, kind="gossip")]), "--strict")
    assert not Claim.objects.exists()
    assert rejects(file)

    run(write(file, [SOURCE, small(2)]), "--strict")
    assert Claim.objects.exists()
    assert not rejects(file)


def test_who_rests_on_a_wrong_row_is_wrong_too(file):
    link = {"kind": "about", "claim": small(3)["id"]}
    run(write(file, [SOURCE, small(2, links=[link]), small(3, kind="gossip"), small(4)]))
    assert {row for row, _, _ in rejects(file)} == {"2", "3"}
    assert [claim.text for claim in Claim.objects.all()] == ["Fact 4."]


def test_two_claims_of_one_id_the_first_is_taken(file):
    run(write(file, [SOURCE, small(2), small(2, text="Other.")]))
    assert [(row, column) for row, column, _ in rejects(file)] == [("3", "id")]
    assert Claim.objects.get().text == "Fact 2."


def test_a_tree_stays_a_tree(file):
    records = [{"type": "topic", "slug": a, "name": a, "parent": {"slug": b, "name": b}} for a, b in ("ab", "ba")]
    run(write(file, records))
    assert {column for _, column, _ in rejects(file)} == {"parent"}
    assert not Topic.objects.exists()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"claimants": []}, "needs a claimant"),
        ({"citations": []}, "needs a citation that states it"),
    ],
)
def test_what_a_published_claim_needs(file, editor, changes, reason):
    run(write(file, [SOURCE, small(2, **changes), small(3)]), "--publish", "--by", "editor")
    ((row, _, why),) = rejects(file)
    assert row == "2"
    assert reason in why
    assert [claim.text for claim in Claim.objects.all()] == ["Fact 3."]


def test_a_part_of_another_claim_is_refused(file):
    run(write(file, [CLAIM]))
    other = a_claim(id="0190a2b4-0000-7000-8000-000000000002", quantities=None, reviews=None)
    run(write(file, [other]))
    assert [(column, why) for _, column, why in rejects(file)] == [
        ("citations[0].id", "is of another claim here: leave it out, so that a new one is made.")
    ]


def test_what_is_no_file_or_no_format_is_refused(tmp_path):
    with pytest.raises(CommandError, match="There is no file"):
        run(tmp_path / "nothing.ndjson")
    unclear = tmp_path / "claims.txt"
    unclear.write_text("{}")
    with pytest.raises(CommandError, match="Say --format ndjson"):
        run(unclear)


def places(value, path=()):
    """Every place in a record, as the keys that lead there."""
    yield path
    for key, below in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(below, (*path, key))


ODD = [None, True, 5, -1, 10**30, 1.5, "", "x", "a\0", "\ud800", [], {}, [[]], {"x": {}}, [None], {"slug": []}]


def test_no_value_in_any_place_stops_the_rest(file):
    """Each record has one odd value somewhere: it goes in or is told, and those beside it go in."""
    records = [json.dumps(small(2, citations=[]))]
    for number, path in enumerate([path for path in places(CLAIM) if path], start=100):
        for turn in range(3):
            record = json.loads(json.dumps(CLAIM))
            for part in ("quantities", "citations", "reviews"):
                for row in record[part]:
                    del row["id"]
            record["id"] = f"0190a2b4-0000-7000-{8000 + turn}-0000000{number:05}"
            place = record
            for key in path[:-1]:
                place = place[key]
            place[path[-1]] = ODD[(number * 7 + turn * 5) % len(ODD)]
            records.append(json.dumps(record))
    file.write_text("\n".join(records))
    said = run(file)

    told = {row for row, _, _ in rejects(file)}
    assert f"rejected     {len(told)} rows" in said
    assert Claim.objects.count() + len(told) == len(records)
    assert Claim.objects.filter(text="Fact 2.").exists()
    assert "0 created, 0 changed" in run(file)
