"""A quote is looked for in its source's newest snapshot as soon as either is saved."""

from datetime import UTC, datetime
from hashlib import sha256
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import AnchorCheck, Citation, Claim
from sources.models import Snapshot
from tests.factories import CitationFactory, SnapshotFactory, SourceFactory, published_claim

pytestmark = pytest.mark.django_db

QUOTE = "They accounted for more than 3.2 million detentions."
OLD = f"A headline. {QUOTE} The end."


def on(day: int) -> datetime:
    return datetime(2026, 3, day, tzinfo=UTC)


@pytest.fixture
def source(db):
    return SourceFactory()


def snapshot(source, text, day=1):
    return SnapshotFactory(source=source, text=text, retrieved_at=on(day))


def state(citation):
    citation.refresh_from_db()
    check = AnchorCheck.objects.filter(citation=citation).first()
    return citation.anchor, check and check.outcome


class TestAtOnce:
    def test_a_new_quote_is_given_its_place_with_the_words_around(self, source):
        text = "😀 e\u0301 in front. " + OLD
        there = snapshot(source, text)
        citation = CitationFactory(source=source, quote=QUOTE)
        assert (citation.anchor, citation.snapshot) == ("exact", there)
        assert text[citation.start : citation.end] == QUOTE
        assert text[: citation.start].endswith(citation.prefix)
        assert text[citation.end :].startswith(citation.suffix)
        assert citation.prefix.endswith("A headline. ")
        assert state(citation) == ("exact", "exact")

    def test_without_a_snapshot_it_is_unchecked(self, source):
        citation = CitationFactory(source=source, anchor="missing")
        assert state(citation) == ("unchecked", None)

    def test_without_a_quote_there_is_nothing_to_look_for(self, source):
        snapshot(source, OLD)
        citation = CitationFactory(source=source, quote="", locator="Row 7")
        assert state(citation) == ("unchecked", None)

    @pytest.mark.parametrize(
        ("text", "anchor", "outcome"),
        [
            pytest.param(OLD, "exact", "exact", id="same"),
            pytest.param("Put in front. " + OLD, "moved", "moved", id="moved"),
            pytest.param(OLD.replace("They", "The states"), "changed", "changed", id="changed"),
            pytest.param(OLD.replace("3.2", "3.3"), "missing", "refused", id="another-number"),
            pytest.param("Nothing of the sort.", "missing", "missing", id="missing"),
            pytest.param(f"x {QUOTE} {QUOTE}", "moved", "several", id="several"),
        ],
    )
    def test_a_newer_snapshot(self, source, text, anchor, outcome):
        snapshot(source, OLD)
        citation = CitationFactory(source=source, quote=QUOTE, prefix="", suffix="")
        Citation.objects.filter(pk=citation.pk).update(prefix="", suffix="")
        before = Citation.objects.filter(pk=citation.pk).values("quote", "start", "end", "snapshot").get()
        snapshot(source, text, day=2)
        assert state(citation) == (anchor, outcome)
        # The check changes neither the quote nor its place: that is for a curator.
        assert Citation.objects.filter(pk=citation.pk).values(*before).get() == before

    def test_an_older_snapshot_says_nothing(self, source):
        snapshot(source, OLD, day=5)
        citation = CitationFactory(source=source, quote=QUOTE)
        snapshot(source, "Nothing of the sort.", day=2)
        assert state(citation) == ("exact", "exact")

    def test_the_newest_snapshot_goes_away(self, source, django_capture_on_commit_callbacks):
        snapshot(source, OLD)
        citation = CitationFactory(source=source, quote=QUOTE)
        newest = snapshot(source, "Nothing of the sort.", day=2)
        assert state(citation) == ("missing", "missing")
        with django_capture_on_commit_callbacks(execute=True):
            newest.delete()
        assert state(citation) == ("exact", "exact")

    def test_a_changed_quote(self, source):
        snapshot(source, OLD)
        citation = CitationFactory(source=source, quote=QUOTE)
        citation.quote = QUOTE.replace("They", "They all")
        citation.save()
        assert state(citation) == ("changed", "changed")

    def test_an_exact_anchor_that_stays_exact_leaves_no_trace(self, source):
        snapshot(source, OLD)
        claim = published_claim(source=source, quote=QUOTE)
        before = Claim.objects.values("version", "updated_at").get(pk=claim.pk)
        events = Citation.events.rel.related_model.objects.count()
        snapshot(source, OLD + " Corrected.", day=2)
        assert Claim.objects.values("version", "updated_at").get(pk=claim.pk) == before
        assert Citation.events.rel.related_model.objects.count() == events

    def test_a_place_is_not_guessed(self, source):
        snapshot(source, f"{QUOTE} {QUOTE}")
        citation = CitationFactory(source=source, quote=QUOTE)
        assert (state(citation), citation.start) == (("moved", "several"), None)

    def test_other_words_around_it_are_asked_about(self, source):
        snapshot(source, OLD)
        citation = CitationFactory(source=source, quote=QUOTE, prefix="said the minister: ")
        assert (state(citation), citation.start) == (("moved", "moved"), None)

    def test_the_words_around_decide(self, source):
        text = f"First he said: {QUOTE} Then he left. Later she said: {QUOTE} She stayed."
        snapshot(source, text)
        citation = CitationFactory(source=source, quote=QUOTE, prefix="Later she said: ", suffix=" She")
        # (Both are whole matches of one place alone.)
        assert state(citation) == ("exact", "exact")
        assert citation.start == text.rindex(QUOTE)

    def test_quotes_printed_over_lines_or_with_other_marks_are_the_same_words(self, source):
        there = snapshot(source, "He said: “It is\nnot – a crisis.”")
        citation = CitationFactory(source=source, quote='"It is not - a crisis."')
        assert state(citation) == ("moved", "moved")
        assert citation.start is None
        assert there.text


class TestCommand:
    def run(self, capsys, *options):
        call_command("check_anchors", *options)
        return capsys.readouterr().out

    def test_no_citations(self, capsys):
        assert "0  quotes checked" in self.run(capsys)

    def test_what_went_past_save_is_found(self, source, capsys):
        citation = CitationFactory(source=source, quote=QUOTE)
        Snapshot.objects.bulk_create([Snapshot(source=source, text=OLD, sha256=sha(OLD), retrieved_at=on(3))])
        assert state(citation) == ("unchecked", None)
        assert "1  Exact: where it stood" in self.run(capsys)
        assert state(citation) == ("exact", "exact")
        assert "0  quotes checked" in self.run(capsys)
        assert "1  quote checked" in self.run(capsys, "--all")

    @pytest.mark.parametrize("change", [{"quote": "Nothing."}, {"anchor": "missing"}, {"start": 1, "end": 3}])
    def test_a_citation_changed_by_sql_is_checked_again(self, source, capsys, change):
        snapshot(source, OLD)
        citation = CitationFactory(source=source, quote=QUOTE)
        Citation.objects.filter(pk=citation.pk).update(**{"anchor": "unchecked", **change})
        assert "1  quote checked" in self.run(capsys)

    def test_a_line_fills_where_somebody_looks_on(self, source):
        class Screen(StringIO):
            def isatty(self):
                return True

        CitationFactory(source=source, quote=QUOTE)
        Snapshot.objects.bulk_create([Snapshot(source=source, text=OLD, sha256=sha(OLD), retrieved_at=on(3))])
        screen, pipe = Screen(), StringIO()
        call_command("check_anchors", stdout=StringIO(), stderr=screen)
        assert "█ 1 of 1" in screen.getvalue()
        call_command("check_anchors", "--all", stdout=StringIO(), stderr=pipe)
        assert pipe.getvalue() == ""

    def test_many_cost_as_many_queries_as_few(self, capsys):
        def queries(sources):
            for _ in range(sources):
                source = SourceFactory()
                snapshot(source, OLD)
                for number in range(3):
                    CitationFactory(source=source, quote=QUOTE, position=number)
            with CaptureQueriesContext(
                connection,
            ) as context:
                self.run(capsys, "--all")
            return len(context)

        assert queries(1) == queries(5)


def sha(text):
    return sha256(text.encode()).hexdigest()
