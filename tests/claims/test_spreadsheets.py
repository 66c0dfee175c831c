"""Claims from a sheet and back: rows, claims, numbers, citations."""

import pytest
import tablib

from claims.importers import ClaimResource
from claims.models import Citation, Claim, Claimant, ClaimSubject, ClaimTopic, Quantity
from factbase.spreadsheets.files import CSV, XLSX, read_sheet
from tests import factories

pytestmark = pytest.mark.django_db
TEXT = "There are roughly 6 million workers, and 40 percent or so of them vote."


def sheet_of(*rows):
    names = list(dict.fromkeys(name for row in rows for name in row))
    dataset = tablib.Dataset(*[[row.get(name, "") for name in names] for row in rows], headers=names)
    return read_sheet("x.csv", CSV().export_data(dataset).encode())


def run(*rows, resource=ClaimResource, leave_out=False, **kwargs):
    return resource(**kwargs).import_data(sheet_of(*rows), rollback_on_validation_errors=not leave_out)


def done(*rows, **kwargs):
    """What each row came to."""
    result = run(*rows, **kwargs)
    assert not result.has_validation_errors(), problems(result)
    return [row.import_type for row in result.rows]


def problems(result):
    return [(row.number, p.column, p.value, p.message) for row in result.invalid_rows for p in row.problems]


def exported(claims=None):
    dataset = ClaimResource().export(claims)
    return [dict(zip(dataset.headers, line, strict=True)) for line in dataset]


@pytest.fixture
def row():
    """A new claim with a number and a citation."""
    factories.SpeakerFactory(name="Ann Speaker")
    factories.TopicFactory(name="Migration")
    source = factories.SourceFactory(url="https://news.example.org/a")
    return {
        "kind": "statistic",
        "text": TEXT,
        "wording": "edited",
        "language": "en",
        "stated": "2017-03",
        "stated_basis": "printed",
        "topics": "migration",
        "claimants": "named:ann-speaker | label=candidate; unnamed:experts; anonymous; author",
        "quantity_as_written": "roughly 6 million",
        "quantity_value": "6000000",
        "quantity_comparator": "about",
        "quantity_significant_figures": "1",
        "quantity_unit": "workers",
        "source": source.url,
        "quote": " There are roughly 6 million. ",
        "directness": "direct",
    }


@pytest.fixture
def everything():
    """Claims with all that a sheet has, and words that would run as formulas."""
    role = factories.RoleFactory()
    factories.RoleFactory(speaker=role.speaker)  # The same title once more: the id tells them apart.
    claim = factories.published_claim(
        text="=1+1\n'quoted'",
        notes="'=1\r\n",
        stated="2017-02-23/..",
        stated_basis="derived",
        embargo_until="2030-01-01T00:00:00Z",
        proposition=factories.PropositionFactory(),
        sensitive=True,
    )
    Claimant.objects.create(claim=claim, speaker=role.speaker, role=role, position=1, label="a; b | c \\ d")
    Claimant.objects.create(claim=claim, basis="unnamed", label="experts: the best", position=2)
    ClaimTopic.objects.create(claim=claim, topic=factories.TopicFactory())
    ClaimSubject.objects.create(claim=claim, speaker=factories.SpeakerFactory())
    for value in ("1.50", "-3", "123456789012345678901234"):
        factories.QuantityFactory(
            claim=claim, value=value, indicator=factories.IndicatorFactory(), indicator_match="exact"
        )
    factories.CitationFactory(claim=claim, quote="@x", prefix=" \t", suffix="-", position=7, is_lead=True)
    factories.ClaimFactory(text="No citation, no claimant.")


class TestRoundTrip:
    @pytest.mark.parametrize(("fmt", "name"), [(CSV, "x.csv"), (XLSX, "x.xlsx")])
    @pytest.mark.usefixtures("everything")
    def test_what_is_exported_is_unchanged_when_imported(self, fmt, name, django_assert_max_num_queries):
        data = fmt().export_data(ClaimResource().export())
        sheet = read_sheet(name, data if isinstance(data, bytes) else data.encode())
        models = (Claim, Claimant, Quantity, Citation, ClaimTopic, ClaimSubject)
        before = [list(model.objects.order_by("pk").values()) for model in models]
        with django_assert_max_num_queries(25):
            result = ClaimResource().import_data(sheet)
        assert [row.import_type for row in result.rows] == ["skip"] * 3, problems(result) or result.rows[0].changes
        assert [list(model.objects.order_by("pk").values()) for model in models] == before

    def test_a_new_claim_and_the_same_file_again(self, row):
        second = row | {"quote": "Another quote.", "directness": "indirect"}
        assert done(row, second) == ["new", "new"]
        claim = Claim.objects.get()
        assert (claim.status, claim.text, claim.topics.get().slug) == ("draft", TEXT, "migration")
        assert [(c.basis, c.speaker and c.speaker.slug, c.label) for c in claim.claimants.all()] == [
            ("named", "ann-speaker", "candidate"),
            ("unnamed", None, "experts"),
            ("anonymous", None, ""),
            ("author", None, ""),
        ]
        quantity = claim.quantities.get()
        assert (quantity.start, quantity.end, quantity.value) == (10, 27, 6_000_000)
        assert [(c.position, c.quote) for c in claim.citations.all()] == [
            (0, " There are roughly 6 million. "),
            (1, "Another quote."),
        ]
        assert done(row, second) == ["skip", "skip"]
        assert Claim.objects.count() == 1
        # In another order, and without the second citation: still the same.
        assert done(second) == done(second, row)[:1] == ["skip"]

    def test_ten_claims_are_exported_with_as_many_queries_as_one(self, django_assert_num_queries):
        factories.QuantityFactory(claim=factories.published_claim())
        with django_assert_num_queries(8):
            ClaimResource().export()
        for _ in range(9):
            factories.QuantityFactory(claim=factories.published_claim())
        with django_assert_num_queries(8):
            assert len(ClaimResource().export()) == 10

    def test_new_claims_cost_as_many_queries_as_one(self, row, django_assert_max_num_queries):
        with django_assert_max_num_queries(80):  # Two a claim are its savepoint.
            assert done(*(row | {"text": f"{number}: {TEXT}"} for number in range(30))) == ["new"] * 30
        assert Citation.objects.count() == 30

    def test_a_second_number_has_columns_of_its_own(self, row):
        second = {"as_written": "40 percent or so", "value": "40", "significant_figures": "2", "unit": "percent"}
        row |= {f"quantity_2_{name}": value for name, value in second.items()}
        assert done(row) == ["new"]
        assert [(q.value, q.start) for q in Quantity.objects.order_by("start")] == [(6_000_000, 10), (40, 41)]
        assert done(row) == ["skip"]
        assert exported()[0]["quantity_2_unit"] == "percent"


class TestChanges:
    @pytest.fixture
    def claim(self, row):
        done(row)
        return Claim.objects.get()

    def change(self, **cells):
        (line,) = exported()
        return run(line | cells)

    def test_old_and_new_are_shown(self, claim):
        result = self.change(occasion="A meeting", topics="", quantity_value="7000000", quote="Other words.")
        assert [(c.column, c.old, c.new) for c in result.rows[0].changes] == [
            ("occasion", "", "A meeting"),
            ("topics", "migration", ""),
            ("quantity_value", "6000000", "7000000"),
            ("quote", " There are roughly 6 million. ", "Other words."),
        ]
        assert not claim.topics.exists()
        assert claim.quantities.get().value == 7_000_000

    @pytest.mark.usefixtures("claim")
    def test_a_claimant_taken_out_of_the_middle(self):
        claimants = "named:ann-speaker; author"
        assert self.change(claimants=claimants).totals["update"] == 1
        assert [(c.basis, c.position) for c in Claimant.objects.all()] == [("named", 0), ("author", 1)]

    def test_numbers_follow_the_text(self, claim):
        self.change(text="Now: roughly 6 million.")
        assert (claim.quantities.get().start, claim.quantities.get().end) == (5, 22)
        self.change(text="Now: nothing.")
        assert claim.quantities.get().start is None

    @pytest.mark.usefixtures("claim")
    def test_read_only_columns_set_nothing(self):
        result = self.change(status="published", anchor="exact")
        assert result.totals["skip"] == 1
        assert Claim.objects.get().status == "draft"

    def test_a_colleagues_work_since_the_export_is_not_written_over(self, claim):
        (line,) = exported()
        claim.refresh_from_db()
        assert done(line) == ["skip"]
        line["version"] = str(claim.version - 1)
        assert done(line) == ["skip"]
        ((_, column, _, message),) = problems(run(line | {"occasion": "Mine"}))
        assert column == "version"
        assert "changed since this sheet was exported" in message

    def test_a_quote_anchored_in_a_snapshot_is_changed_elsewhere(self, claim):
        citation = claim.citations.get()
        snapshot = factories.SnapshotFactory(source=citation.source)
        claim.citations.update(snapshot=snapshot, start=0, end=4, quote="They", anchor="exact")
        ((_, column, _, message),) = problems(self.change(quote="Them"))
        assert (column, "anchored in a snapshot" in message) == ("quote", True)

    @pytest.mark.parametrize("allowed", [True, False])
    def test_rights_are_asked(self, row, claim, allowed):
        (line,) = exported()
        assert done(line, may_change=lambda record: False) == ["skip"]  # Nothing changes, so no right is needed.
        result = run(line | {"occasion": "x"}, may_change=lambda record: allowed)
        assert bool(problems(result)) is not allowed
        assert bool(problems(run(row | {"text": "New."}, may_add=lambda: allowed))) is not allowed
        if not allowed:
            assert not result.rows[0].changes  # What is in a claim of others is not told.

    def test_a_claim_out_of_sight_is_not_there(self, claim):
        (line,) = exported()
        ((_, column, _, message),) = problems(run(line, queryset=Claim.objects.none()))
        assert (column, "is the id of no claim here" in message) == ("claim_id", True)

    def test_two_rows_swap_their_positions(self, row, claim):
        done(row, row | {"quote": "Second."})
        first, second = exported()
        assert done(first | {"position": 1}, second | {"position": 0}) == ["update", "update"]
        assert [c.quote for c in claim.citations.all()] == ["Second.", row["quote"]]


class TestWrongRows:
    @pytest.mark.parametrize(
        ("cells", "column", "message"),
        [
            pytest.param({"text": "x" * 5001}, "text", "5,001 characters, and 5,000 are the most", id="overlong"),
            pytest.param({"text": ""}, "text", "is empty, and must not be", id="no text"),
            pytest.param({"kind": "rumour"}, "kind", "write one of statistic, fact", id="kind"),
            pytest.param({"stated": "31/02"}, "stated", "is no date: write 2017-02-23", id="date"),
            pytest.param({"stated_basis": ""}, "stated", "A date has a basis", id="date without basis"),
            pytest.param({"language": "xx"}, "language", "is no language tag", id="language"),
            pytest.param({"topics": "migratio"}, "topics", "the nearest is 'migration'", id="topic"),
            pytest.param({"claimants": "ann-speaker"}, "claimants", "write named:a-speakers-slug", id="notation"),
            pytest.param({"claimants": "named:nobody"}, "claimants", "'nobody', which is the slug of no", id="speaker"),
            pytest.param({"claimants": "named:ann-speaker|role=King"}, "claimants", "not on record", id="role"),
            pytest.param({"quantity_value": ""}, "quantity_value", "is empty, and must not", id="half a quantity"),
            pytest.param({"quantity_as_written": ""}, "quantity_as_written", "is empty", id="number without words"),
            pytest.param({"quantity_value": "6 million"}, "quantity_value", "write digits alone", id="number"),
            pytest.param({"quantity_value": "3,200"}, "quantity_value", "with no commas", id="commas"),
            pytest.param({"quantity_value": "NaN"}, "quantity_value", "is no number", id="not a number"),
            pytest.param({"quantity_unit": "Workers"}, "quantity_unit", "A unit is lower case", id="unit"),
            pytest.param({"quantity_comparator": "between"}, "quantity_comparator", "upper number", id="no upper"),
            pytest.param({"quantity_place": "XX"}, "quantity_place", "is no country code", id="place"),
            pytest.param({"source": "https://no.example"}, "source", "add the source first", id="source"),
            pytest.param({"quote": ""}, "quote", "needs a quote, or a locator", id="nothing quoted"),
            pytest.param({"directness": ""}, "directness", "is empty", id="half a citation"),
            pytest.param({"claim_id": "7"}, "claim_id", "leave it empty for a new one", id="id"),
        ],
    )
    def test_a_wrong_row_is_named_and_nothing_is_written(self, row, cells, column, message):
        result = run(row | {"text": "Right."}, row | cells)
        assert [r.import_type for r in result.rows] == ["new", "invalid"]
        found = problems(result)
        assert any(
            (number, named, value) == (3, column, (row | cells).get(named, "")) and message in said
            for number, named, value, said in found
        ), found
        assert not Claim.objects.exists()

    def test_all_wrong_cells_of_a_row_are_named_at_once(self, row):
        found = problems(run(row | {"kind": "rumour", "quantity_value": "many", "directness": "odd"}))
        assert [column for _, column, *_ in found] == ["kind", "quantity_value", "directness"]

    def test_rows_of_one_claim_are_left_out_together(self, row):
        result = run(row, row | {"quote": "Two.", "directness": "odd"}, row | {"text": "Other."}, leave_out=True)
        assert [r.import_type for r in result.rows] == ["invalid", "invalid", "new"]
        assert Claim.objects.get().text == "Other."

    def test_rows_of_one_claim_say_the_same(self, row):
        ((number, column, value, message),) = problems(run(row, row | {"quote": "Two.", "kind": "fact"}))
        assert (number, column, value) == (3, "kind", "fact")
        assert "differs from row 2" in message

    def test_the_same_citation_twice(self, row):
        ((number, _, _, message),) = problems(run(row, row)) or [(0, 0, 0, "")]
        assert (number, "row 2" in message) == (3, True)

    def test_one_claim_by_its_id_and_by_its_words(self, row):
        done(row)
        (line,) = exported()
        ((number, column, _, message),) = problems(run(line, row))
        assert (number, column, "row 2" in message) == (3, "claim_id", True)

    def test_two_claims_that_fit(self):
        factories.ClaimFactory.create_batch(2, text="Twice.")
        ((_, column, _, message),) = problems(run({"text": "Twice.", "kind": "fact", "language": "en"}))
        assert (column, "two claims fit" in message) == ("claim_id", True)

    def test_a_published_claim_keeps_its_claimant(self):
        factories.published_claim()
        (line,) = exported()
        ((_, _, _, message),) = problems(run(line | {"claimants": ""}))
        assert "A published claim needs a claimant" in message
